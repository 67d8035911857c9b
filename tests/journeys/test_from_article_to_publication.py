"""The story of one article, from the reporter who brings it in to the reader of the public page.

It goes through the pages as a browser without scripts would. Read it first: it is what the desk is for.
"""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from claims.models import Article, Claim
from reviews.models import Rating
from tests.factories import make_user

pytestmark = pytest.mark.django_db

COPY = (
    "date 2026-03-01\n\n"
    "The council sold the old library to a builder in 2019. Nobody should have agreed to that.\r\n\r\n"
    "The sale brought the city two million euros, the mayor said. 😀 Who decides such things?\r\n"
)


@dataclass
class Person:
    """Somebody at a browser."""

    name: str
    role: str

    def __post_init__(self) -> None:
        make_user(username=self.name, role=self.role)
        self.browser = Client()
        form = {"username": self.name, "password": "a long enough pass phrase"}
        assert self.browser.post("/login/", form).status_code == 302

    def sees(self, address: str) -> str:
        """The words of a page, as they are read."""
        page = self.browser.get(address, follow=True)
        assert page.status_code == 200, address
        return words_of(page.content.decode())

    def does(self, address: str, **form: Any) -> str:
        """Send a form; the words of the page that it leads to."""
        page = self.browser.post(address, form, follow=True)
        assert page.status_code == 200, words_of(page.content.decode())
        return words_of(page.content.decode())


def words_of(html: str) -> str:
    body = html[html.index("<main") :]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split()).replace("&#x27;", "'")


def test_from_article_to_publication() -> None:
    rita, edith = Person("rita", "reporter"), Person("edith", "editor")
    ravi, rosa = Person("ravi", "reviewer"), Person("rosa", "reviewer")
    reader = Client()

    # Rita brings the article in. It is split, and the page shows what in it can be checked and what cannot.
    page = rita.does("/articles/new/", text=COPY, title="The library is sold", language="en")
    article = Article.objects.get()
    assert article.published_on is not None
    assert article.published_on.isoformat() == "2026-03-01"
    assert "The council sold the old library to a builder in 2019" in page
    assert "directive" in page or "opinion" in page

    # Edith puts what is new into the queue.
    page = edith.does(f"/articles/{article.pk}/triage/", all="1")
    assert "put into the queue" in page

    # Ravi finds the sale in his queue and takes it; Edith gives the other share to Rosa.
    sale = Claim.objects.get(text__startswith="The council sold")
    claim = f"/claims/{sale.pk}/"
    assert "The council sold the old library" in ravi.sees("/queue/")
    assert "You have a share" in ravi.does(f"{claim}take/")
    rosa_id = rosa.browser.session["_auth_user_id"]
    assert "has a share" in edith.does(f"{claim}assign/", reviewer=rosa_id, due_on="2026-04-01")
    assert "The council sold the old library" in rosa.sees("/queue/").split("To take")[0]

    # Ravi puts the minutes to the claim, quoted from what they said when he looked.
    page = ravi.does(
        f"{claim}evidence/",
        title="Minutes of the council",
        publisher="City archive",
        url="https://example.org/minutes",
        is_primary="on",
        kind="document",
        stance="supports",
        quote="The sale of the library is agreed.",
        locator="page 4",
        snapshot_text="Item 7. The sale of the library\nis agreed.",
    )
    assert "stands in the snapshot" in page
    evidence = sale.review.evidence.get()

    # He begins his verdict, keeps a draft over lunch, and gives it.
    draft = {"rating": rating("true"), "rationale": "The minutes", "revision": 1}
    assert "The draft is saved" in ravi.does(f"{claim}draft/", **draft)
    assert "The minutes" in ravi.sees(claim)
    verdict = {"rating": rating("true"), "rationale": "The minutes of 2019 say so.", "evidence": evidence.pk}
    assert "Your verdict is in" in ravi.does(f"{claim}submit/", **verdict, revision=2)

    # Rosa does not see it. She comes to another end, and then both see both.
    assert "1 verdict is in that you will see when all are" in rosa.sees(claim)
    assert "The minutes of 2019 say so" not in rosa.sees(claim)
    other = {"rating": rating("half-true"), "rationale": "Sold, but in 2020.", "evidence": evidence.pk}
    assert "in adjudication" in rosa.does(f"{claim}submit/", **other, revision=1)
    assert "The minutes of 2019 say so" in rosa.sees(claim)

    # Edith rules between them, and the claim is settled. The public sees nothing yet.
    assert "The council sold the old library" in edith.sees("/queue/?show=adjudicate")
    page = edith.does(
        f"{claim}adjudicate/", rating=rating("true"), summary="It was sold in 2019.", reasons="The deed."
    )
    assert "Your ruling stands" in page
    assert reader.get(f"/published/{article.pk}/").status_code == 404

    # She publishes it, having read it as the public will.
    assert "The council sold the old library" in edith.sees("/queue/?show=publish")
    page = edith.does(f"{claim}publish/", summary="The library was sold in 2019.", confirm="on")
    assert "Published" in page
    public = words_of(reader.get(f"/published/{article.pk}/").content.decode())
    for words in (
        "True",
        "The library was sold in 2019.",
        "Minutes of the council",
        "supports",
        "2 reviewers",
    ):
        assert words in public
    assert "The deed." not in public

    # A reader finds a slip; it is corrected in the open.
    edith.does(
        f"{claim}correct/",
        summary="The old library was sold in 2019.",
        correction="typo",
        note="A word was missing.",
        confirm="on",
    )
    public = words_of(reader.get(f"/published/claims/{sale.pk}/", follow=True).content.decode())
    assert "The old library was sold in 2019." in public
    assert "typo" in public
    assert "A word was missing." in public


def rating(slug: str) -> int:
    return Rating.objects.get(slug=slug).pk
