"""ClaimReview items: what the guide requires and recommends, nothing else, and nothing made up."""

from html.parser import HTMLParser
from typing import Any

import orjson
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from reviews.exports import Selection, Unexportable, claim_review, format_named
from reviews.models import Publication, Review
from tests.factories import NOW, make_article, make_claim, make_review, make_user
from tests.reviews.exports.test_jsonl import settle

pytestmark = pytest.mark.django_db

# Every property that the guide knows, with the types of its value: (required, {name: types}).
SHAPES: dict[str, tuple[set[str], dict[str, tuple[str, ...]]]] = {
    "ClaimReview": (
        {"claimReviewed", "reviewRating", "url"},
        {
            "claimReviewed": ("Text",),
            "reviewRating": ("Rating",),
            "url": ("URL",),
            "author": ("Organization",),
            "datePublished": ("Text",),
            "itemReviewed": ("Claim",),
        },
    ),
    "Rating": (
        {"alternateName"},
        {
            "alternateName": ("Text",),
            "ratingValue": ("Number",),
            "bestRating": ("Number",),
            "worstRating": ("Number",),
        },
    ),
    "Claim": (
        set(),
        {
            "appearance": ("CreativeWork",),
            "author": ("Organization", "Person"),
            "datePublished": ("Text",),
        },
    ),
    "Organization": ({"name"}, {"name": ("Text",), "url": ("URL",)}),
    "Person": ({"name"}, {"name": ("Text",)}),
    "CreativeWork": ({"headline"}, {"headline": ("Text",), "url": ("URL",)}),
}


def type_of(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        return (value["@type"],)
    if isinstance(value, int):
        return ("Number",)
    return ("URL", "Text") if str(value).startswith(("http://", "https://")) else ("Text",)


def check(item: dict[str, Any]) -> None:
    required, known = SHAPES[item["@type"]]
    names = {name for name in item if not name.startswith("@")}
    assert required <= names
    for name in names:
        assert set(type_of(item[name])) & set(known[name]), (item["@type"], name)
        assert item[name] not in ("", None)
        if isinstance(item[name], dict):
            check(item[name])


def items(**asked: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = orjson.loads(
        b"".join(format_named("claimreview").write(Selection.asked(**asked)))
    )
    for item in found:
        assert item["@context"] == "https://schema.org"
        check(item)
    return found


def test_claimreview_of_an_empty_desk_is_an_empty_array() -> None:
    assert items() == []


def test_claimreview_has_what_is_published_in_force_and_nothing_else(settings: Settings) -> None:
    settings.STET_NAME = "The Merrow Desk"
    for state in ("new", "in_review", "settled"):
        make_review(state=state)
    review = make_review(state="published")
    article = review.claim.article_id
    assert items() == [
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": f"http://127.0.0.1:8000/published/{article}/#claim-{review.claim_id}",
            "claimReviewed": "The council sold the old library in 2019.",
            "datePublished": NOW.isoformat(),
            "author": {"@type": "Organization", "name": "The Merrow Desk", "url": "http://127.0.0.1:8000"},
            "reviewRating": {
                "@type": "Rating",
                "alternateName": "True",
                "ratingValue": 6,
                "bestRating": 6,
                "worstRating": 1,
            },
            "itemReviewed": {
                "@type": "Claim",
                "appearance": {"@type": "CreativeWork", "headline": "The library is sold"},
                "datePublished": "2026-03-01",
            },
        }
    ]


def test_claimreview_of_a_rating_off_the_truth_order_carries_no_number() -> None:
    settle(make_review(), rating="misleading-in-context").publish(by=make_user(role="editor"), now=NOW)
    [item] = items()
    assert item["reviewRating"] == {"@type": "Rating", "alternateName": "Misleading in context"}


def test_claimreview_url_is_the_page_that_shows_the_claim_to_everybody(client: Client) -> None:
    review = make_review(state="published")
    [item] = items()
    address, _, anchor = item["url"].removeprefix("http://127.0.0.1:8000").partition("#")
    assert f'id="{anchor}"' in client.get(address).content.decode()
    assert anchor == f"claim-{review.claim_id}"


def test_claimreview_leads_into_the_middle_of_a_long_article() -> None:
    claim = make_claim()
    claim.position = 250
    claim.save()
    make_review(claim=claim, state="published")
    [item] = items()
    assert item["url"].endswith(f"/?from=250#claim-{claim.pk}")


@pytest.mark.parametrize(
    ("attribution", "outlet", "byline", "author"),
    [
        (None, "The Courier", "Jo Roe", {"@type": "Organization", "name": "The Courier"}),
        (None, "", "Jo Roe", {"@type": "Person", "name": "Jo Roe"}),
        (None, "", "", None),
        ({"source": "Moscow", "cue": "argues"}, "The Courier", "Jo Roe", None),
    ],
)
def test_claimreview_names_an_author_only_where_it_is_known_what_that_is(
    attribution: Any, outlet: str, byline: str, author: Any
) -> None:
    claim = make_claim()
    claim.attribution = attribution
    claim.save()
    claim.article.edit(by=make_user(role="editor"), now=NOW, revision=1, outlet=outlet, byline=byline)
    make_review(claim=claim, state="published")
    assert items()[0]["itemReviewed"].get("author") == author


def test_claimreview_leaves_out_what_was_withdrawn() -> None:
    review = make_review(state="published")
    review.withdraw(by=make_user(role="editor"), now=NOW, note="The minutes were forged.")
    assert items() == []


class Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.inside += data


@pytest.mark.parametrize(
    "payload",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;/script&gt;", "a & b < c > d"],
)
def test_claimreview_stays_one_script_where_a_page_embeds_it(payload: str) -> None:
    text = f"The council said {payload} in 2019."
    make_review(
        claim=make_claim(article=make_article(text=text), text=text, end=len(text)), state="published"
    )
    written = b"".join(format_named("claimreview").write(Selection())).decode()
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{written}</script>')
    page.close()
    assert page.tags == ["script"]
    assert orjson.loads(page.inside)[0]["claimReviewed"] == text


def published_without_a_name() -> Review:
    """A publication that code of ours would not have frozen so, in force."""
    review = make_review(state="settled")
    good = make_review(state="published").publication
    assert good is not None
    assert review.ruling is not None
    good.frozen["rating"]["alternate_name"] = " "
    publication = Publication.objects.create(
        review=review, ruling=review.ruling, number=1, summary="Sold.", frozen=good.frozen,
        published_by=good.published_by, created_at=NOW,
    )  # fmt: skip
    Review.objects.filter(pk=review.pk).update(publication=publication, state="published")
    return review


def test_claimreview_refuses_the_whole_file_rather_than_write_an_invalid_item() -> None:
    published_without_a_name()
    pieces = format_named("claimreview").write(Selection())
    with pytest.raises(Unexportable, match=r"The claim at http\S+ has no reviewRating.alternateName, which"):
        next(pieces)


def test_claimreview_goes_on_from_chunk_to_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        make_review(state="published")
    monkeypatch.setattr(claim_review, "CHUNK", 2)
    assert len(items()) == 3


@pytest.mark.parametrize("times", [1, 3])
def test_claimreview_asks_the_database_the_same_number_of_questions(times: int) -> None:
    for _ in range(times):
        make_review(state="published")
    with CaptureQueriesContext(connection) as asked:
        items()
    # twice the chunk and the empty one behind it: once to look, once to write
    assert len(asked) == 4
