"""The whole desk as one document."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Event, User
from reviews.exports import Selection, format_named, said
from reviews.models import Evidence
from tests.factories import (
    FOUND,
    NOW,
    make_article,
    make_claim,
    make_evidence,
    make_review,
    make_source,
    make_verdict,
)

pytestmark = pytest.mark.django_db


def document(reader: User | None = None, **asked: Any) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(
        b"".join(format_named("json").write(Selection.asked(**asked, reader=reader)))
    )
    return found


def test_json_of_an_empty_desk_is_whole() -> None:
    found = document()
    assert (found["articles"], found["claims"], found["head"]) == ([], [], None)
    assert found["desk"] == {"name": "127.0.0.1", "url": "http://127.0.0.1:8000"}
    assert len(found["ratings"]) == 10


def test_json_has_articles_with_versions_and_statements() -> None:
    claim = make_claim()
    [article] = document()["articles"]
    version = claim.article.latest_version()
    assert (article["id"], article["title"]) == (claim.article_id, "The library is sold")
    assert article["versions"] == [
        {
            "number": 1,
            "sha256": version.sha256,
            "created_at": NOW.isoformat(),
            "text": version.text,
            "statements": [
                {"ordinal": 0, "start": 0, "end": 42, "disposition": "claim", "reason": "asserts"}
            ],
        }
    ]


def test_json_names_the_head_of_the_event_chain() -> None:
    make_review(state="settled")
    last = Event.objects.newest_first()[0]
    assert document()["head"] == {"seq": last.seq, "hash": last.hash}


def test_json_has_every_claim_with_its_anchors_also_those_without_a_ruling() -> None:
    claims = [make_claim(checkable=False), make_claim(), make_review(state="published").claim]
    found = document()["claims"]
    assert {claim["claim_id"] for claim in found} == {str(claim.pk) for claim in claims}
    assert [claim["review"] and claim["review"]["state"] for claim in found] == [None, "new", "published"]
    assert [claim["anchors"][0]["quote"] for claim in found] == [
        "The council sold the old library in 2019."
    ] * 3


def test_json_claim_has_what_the_splitter_found() -> None:
    make_claim(**FOUND)
    [claim] = document()["claims"]
    assert {name: claim[name] for name in FOUND} == FOUND


def test_json_claim_has_verdicts_rulings_publications_and_evidence() -> None:
    review = make_review(state="published")
    [claim] = document()["claims"]
    found = claim["review"]
    assert [verdict["rating"] for verdict in found["verdicts"]] == ["True", "True"]
    assert [verdict["evidence"] for verdict in found["verdicts"]] == [
        [piece["id"]] for piece in found["evidence"]
    ]
    assert (found["rulings"][0]["basis"], found["publications"][0]["number"]) == ("unanimity", 1)
    assert found["evidence"][0]["source"]["title"] == "Minutes of the council"
    assert len(found["assignments"]) == review.policy.reviewers_required


def test_json_shows_a_blind_verdict_to_its_author_alone() -> None:
    review = make_review(state="in_review")
    author = review.standing_verdicts()[0].author
    colleague = next(share.reviewer for share in review.shares() if share.reviewer != author)
    seen = {
        user: len(document(user)["claims"][0]["review"]["verdicts"]) for user in (author, colleague, None)
    }
    assert seen == {author: 1, colleague: 0, None: 0}


def test_json_holds_no_private_evidence_and_no_confidential_name() -> None:
    review = make_review(state="assigned")
    reviewer = review.shares()[0].reviewer
    letter = make_source(title="A letter nobody may see")
    source = make_source(title="Jo Roe", url="https://roe.example/")
    source.edit(by=reviewer, now=NOW, revision=1, is_confidential=True, doi="10.1000/roe")
    pieces = [
        make_evidence(review=review, by=reviewer, source=letter, shown_to="private"),
        make_evidence(review=review, by=reviewer, source=source),
    ]
    make_verdict(review=review, by=reviewer, evidence=pieces)
    [claim] = document(reviewer)["claims"]
    text = orjson.dumps(claim).decode()
    assert [word for word in ("letter", "Roe", "roe", "The sale is agreed", "page 4") if word in text] == []
    assert [piece["source"]["title"] for piece in claim["review"]["evidence"]] == ["a confidential source"]
    assert claim["review"]["verdicts"][0]["evidence"] == [pieces[1].pk]
    assert Evidence.objects.count() == 2


def test_json_of_one_article_has_nothing_of_others() -> None:
    make_review(state="settled")
    article = make_article(text="Something else was said.")
    claim = make_claim(article=article)
    found = document(article=str(article.pk))
    assert [found["id"] for found in found["articles"]] == [article.pk]
    assert [found["claim_id"] for found in found["claims"]] == [str(claim.pk)]


def test_json_since_leaves_out_claims_that_nothing_has_happened_to() -> None:
    make_review(state="settled")
    day = NOW + timedelta(days=1)
    later = [make_claim(now=day, checkable=False), make_review(state="settled", now=day).claim]
    found = document(since=day.isoformat())["claims"]
    assert {claim["claim_id"] for claim in found} == {str(claim.pk) for claim in later}


def test_json_goes_on_from_chunk_to_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article(text="The council sold the old library in 2019. " * 5)
    claims = [make_claim(article=article) for _ in range(5)] + [make_claim() for _ in range(2)]
    monkeypatch.setattr(said, "CLAIMS", 2)
    monkeypatch.setattr(said, "ARTICLES", 1)
    found = document()
    assert [claim["claim_id"] for claim in found["claims"]] == [str(claim.pk) for claim in claims]
    assert [article["id"] for article in found["articles"]] == sorted({claim.article_id for claim in claims})


@pytest.mark.parametrize("times", [1, 3])
def test_json_asks_the_database_the_same_number_of_questions(times: int) -> None:
    for _ in range(times):
        make_review(state="published")
    with CaptureQueriesContext(connection) as asked:
        document()
    assert len(asked) == 16
