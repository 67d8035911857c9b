"""The pages that everybody may read."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reviews import published
from reviews.models import Rating, Review, Source
from reviews.views import published as views
from tests.factories import NOW, make_article, make_claim, make_review, make_user

pytestmark = pytest.mark.django_db
XSS = '"><script>alert(1)</script>'


def words(client: Client, address: str) -> str:
    page = client.get(address, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def article_of(review: Review) -> str:
    return f"/published/{review.claim.article_id}/"


def test_published_is_empty_until_something_is_published(client: Client) -> None:
    make_review(claim=make_claim(article=make_article(title="A secret title")), state="settled")
    page = words(client, "/published/")
    assert ("Nothing has been published yet." in page, "A secret title" in page) == (True, False)


def test_published_list_sums_up_each_article(client: Client) -> None:
    article = make_article(title="The library is sold")
    for place in range(3):
        make_review(claim=make_claim(article=article, start=place), state="published" if place else "settled")
    withdrawn = Review.objects.in_state("published").first()
    assert withdrawn is not None
    withdrawn.withdraw(by=make_user(role="editor"), now=NOW, note="Not in the article.")
    (listed,) = client.get("/published/").context["articles"]
    tally = [(rating["label"], number) for rating, number in listed.ratings]
    assert (listed.article["title"], tally, listed.withdrawn) == ("The library is sold", [("True", 1)], 1)


@pytest.mark.parametrize("state", ["new", "in_review", "in_adjudication", "settled", "dismissed"])
def test_article_of_which_nothing_is_published_is_not_found(client: Client, state: str) -> None:
    review = make_review(state=state)
    answers = [
        client.get(address) for address in (article_of(review), f"/published/claims/{review.claim_id}/")
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert review.claim.article.title not in answers[0].content.decode()


def test_published_article_shows_what_was_frozen_and_no_later_edit(client: Client) -> None:
    review = make_review(state="published")
    reporter = make_user(role="reporter")
    article = review.claim.article
    article.edit(by=reporter, now=NOW, revision=1, title="A later title")
    Source.objects.update(title="A later source")
    Rating.objects.update(label="A later label", colour="#123456")
    page = words(client, article_of(review))
    for frozen in (
        "The library is sold",
        "Minutes of the council",
        "The minutes say so.",
        "The claim holds as it stands.",
        "2 reviewers",
    ):
        assert frozen in page
    assert ["later" in page, "#123456" in page] == [False, False]


def test_published_article_keeps_desk_matters_to_the_desk(client: Client) -> None:
    review = make_review(state="in_adjudication")
    editor = make_user(role="editor", username="edith")
    review.adjudicate(
        by=editor,
        now=NOW,
        rating=Rating.objects.get(slug="true"),
        summary="Sold.",
        reasons="A whispered reason",
    )
    review.publish(by=editor, now=NOW)
    page = words(client, article_of(review))
    names = [str(share.reviewer) for share in review.shares()]
    assert [secret in page for secret in ("A whispered reason", "edith", *names)] == [False] * 4


def test_published_article_hides_a_confidential_source(client: Client) -> None:
    review = make_review(state="settled")
    Source.objects.update(is_confidential=True, title="Somebody at the ministry")
    review.publish(by=make_user(role="editor"), now=NOW)
    page = words(client, article_of(review))
    assert ["a confidential source" in page, "ministry" in page, "The sale is agreed." in page] == [
        True,
        False,
        False,
    ]


def test_correction_is_listed_with_its_class_and_note(client: Client) -> None:
    review = make_review(state="published")
    review.correct(
        by=make_user(role="editor"),
        now=NOW,
        summary="Sold in 2019.",
        correction="typo",
        note="A name was misspelt.",
    )
    page = words(client, article_of(review))
    assert ["Sold in 2019." in page, "A name was misspelt." in page, "corrected, see below" in page] == [
        True
    ] * 3
    assert "None so far." not in page


def test_withdrawn_claim_leaves_a_notice_and_no_rating(client: Client) -> None:
    review = make_review(state="published")
    review.withdraw(by=make_user(role="editor"), now=NOW, note="Not in the article.")
    page = words(client, article_of(review))
    assert ["Withdrawn" in page, "Not in the article." in page, "The minutes say so." in page, "Sources" in page] == [
        True, True, False, False,
    ]  # fmt: skip


def test_recheck_leaves_the_published_words_in_place(client: Client) -> None:
    review = make_review(state="published")
    review.recheck(by=make_user(role="editor"), now=NOW, reason="New minutes.")
    page = words(client, article_of(review))
    assert ["The minutes say so." in page, "New minutes." in page] == [True, False]


def test_permalink_leads_to_the_claim_on_its_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    reviews = [
        make_review(claim=make_claim(article=article, start=place), state="published") for place in range(3)
    ]
    monkeypatch.setattr(published, "PART", 2)
    monkeypatch.setattr(views, "PART", 2)
    places = [client.get(f"/published/claims/{review.claim_id}/")["Location"] for review in reviews]
    here = f"/published/{article.pk}/"
    parts = ["", "", "?from=2"]
    assert places == [
        f"{here}{part}#claim-{review.claim_id}" for part, review in zip(parts, reviews, strict=True)
    ]
    assert "?from=2" in words(client, here)
    assert str(reviews[2].claim_id) in words(client, f"{here}?from=2")


def test_published_article_costs_the_same_for_one_claim_and_for_three(client: Client) -> None:
    article = make_article()
    counts = []
    for _ in range(2):
        make_review(claim=make_claim(article=article), state="published")
        with CaptureQueriesContext(connection) as captured:
            words(client, f"/published/{article.pk}/")
        counts.append(len(captured))
        make_review(claim=make_claim(article=article), state="published")
    assert counts == [2, 2]


@pytest.mark.parametrize("query", ["?from=-1", "?from=x", "?from=99999999999999999999"])
def test_part_that_is_none_is_the_first_or_not_found(client: Client, query: str) -> None:
    review = make_review(state="published")
    assert client.get(article_of(review) + query).status_code in (200, 404)


def test_hostile_words_stay_words_in_public(client: Client) -> None:
    article = make_article(title=XSS, text=f"{XSS} was said.")
    review = make_review(claim=make_claim(article=article, text=XSS, end=len(XSS)), state="settled")
    review.publish(by=make_user(role="editor"), now=NOW, summary=XSS)
    for address in ("/published/", article_of(review)):
        assert "<script>alert" not in words(client, address)


def test_colours_of_ratings_are_a_stylesheet_and_nothing_else(client: Client) -> None:
    Rating.objects.filter(slug="true").update(colour="}*{x:y")
    page = client.get("/ratings.css")
    assert page["Content-Type"] == "text/css; charset=utf-8"
    assert page.content.decode().splitlines()[0] == ".c-57606a{--rating:#57606a}"
    assert "}*{" not in page.content.decode()
