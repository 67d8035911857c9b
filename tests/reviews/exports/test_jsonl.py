"""The JSON line of a claim, held against the contract that other programs rely on."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from reviews.exports import Selection, format_named, rows
from reviews.models import Evidence, Review
from reviews.workflow import State
from tests.factories import (
    NOW,
    make_article,
    make_claim,
    make_evidence,
    make_review,
    make_source,
    make_user,
    make_verdict,
)

pytestmark = pytest.mark.django_db

TEXT: Any = {"type": "string"}
MOMENT: Any = {"type": "string", "format": "date-time"}
NUMBER: Any = {"type": "integer"}


def exactly(**properties: Any) -> Any:
    """An object with all of these members and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def or_null(schema: Any) -> Any:
    return {"anyOf": [schema, {"type": "null"}]}


LINE = exactly(
    claim_id={"type": "string", "format": "uuid"},
    article=exactly(
        id=NUMBER,
        title=TEXT,
        outlet=TEXT,
        url=TEXT,
        published_on=or_null({"type": "string", "format": "date"}),
    ),
    version=NUMBER,
    text=TEXT,
    quote=TEXT,
    start=NUMBER,
    end=NUMBER,
    attribution=or_null({"type": "object", "required": ["source", "cue"]}),
    dates={"type": "array", "items": exactly(phrase=TEXT, value=TEXT)},
    state={"enum": [state.value for state in State]},
    rating=exactly(label=TEXT, value=or_null(NUMBER), best=or_null(NUMBER), worst=or_null(NUMBER)),
    summary=TEXT,
    evidence={
        "type": "array",
        "items": exactly(
            source=exactly(title=TEXT, publisher=TEXT, url=TEXT, kind=TEXT),
            stance={"enum": ["supports", "refutes", "mixed", "context"]},
            quote=TEXT,
            locator=TEXT,
        ),
    },
    corrections={
        "type": "array",
        "items": exactly(
            at=MOMENT,
            note=TEXT,
            **{"class": {"enum": ["typo", "minor", "substantive", "reversal", "withdrawn"]}},
        ),
    },
    reviewed_by={"type": "integer", "minimum": 1},
    ruled_at=MOMENT,
    published_at=or_null(MOMENT),
    updated_at=MOMENT,
    permalink=or_null({"type": "string", "format": "uri"}),
)
VALIDATOR = Draft202012Validator(LINE, format_checker=Draft202012Validator.FORMAT_CHECKER)


def lines(**asked: Any) -> list[dict[str, Any]]:
    written = b"".join(format_named("jsonl").write(Selection.asked(**asked)))
    found = [orjson.loads(line) for line in written.splitlines()]
    for line in found:
        VALIDATOR.validate(line)
    return found


def settle(review: Review, *, rating: str = "true", **evidence: Any) -> Review:
    """Two verdicts that agree; the evidence that the first one cites is as told."""
    editor = make_user(role="editor")
    reviewers = [make_user(), make_user()]
    for reviewer in reviewers:
        review.assign(by=editor, reviewer=reviewer, now=NOW)
    pieces = [make_evidence(review=review, by=reviewers[0], **evidence)]
    make_verdict(review=review, by=reviewers[0], rating=rating, evidence=pieces)
    make_verdict(review=review, by=reviewers[1], rating=rating, evidence=pieces[:1] if not evidence else None)
    return review


def test_jsonl_of_an_empty_desk_is_empty() -> None:
    assert b"".join(format_named("jsonl").write(Selection())) == b""


def test_jsonl_has_a_line_for_each_claim_with_a_ruling_and_no_other() -> None:
    reviews = [
        make_review(state=state) for state in ("new", "in_review", "in_adjudication", "settled", "published")
    ]
    make_review(state="dismissed")
    assert [line["claim_id"] for line in lines()] == [str(review.claim_id) for review in reviews[3:]]


def test_jsonl_line_of_a_published_claim_says_what_was_frozen() -> None:
    review = make_review(state="published")
    article = review.claim.article
    article.edit(by=make_user(role="editor"), now=NOW, revision=1, title="Another title")
    [line] = lines()
    claim = review.claim
    assert line | {"evidence": len(line["evidence"])} == {
        "claim_id": str(claim.pk),
        "article": {
            "id": article.pk,
            "title": "The library is sold",
            "outlet": "",
            "url": "",
            "published_on": "2026-03-01",
        },
        "version": 1,
        "text": claim.text,
        "quote": claim.text,
        "start": 0,
        "end": 41,
        "attribution": None,
        "dates": [],
        "state": "published",
        "rating": {"label": "True", "value": 6, "best": 6, "worst": 1},
        "summary": "The minutes say so.",
        "evidence": 2,
        "corrections": [],
        "reviewed_by": 2,
        "ruled_at": NOW.isoformat(),
        "published_at": NOW.isoformat(),
        "updated_at": NOW.isoformat(),
        "permalink": f"http://127.0.0.1:8000/published/claims/{claim.pk}/",
    }


def test_jsonl_line_of_a_settled_claim_comes_from_its_ruling() -> None:
    review = make_review(state="published")
    [published] = lines()
    settled = make_review(state="settled")
    line = lines(article=str(settled.claim.article_id))[0]
    own = ("claim_id", "article", "state", "published_at", "permalink")
    assert {name: line[name] for name in line if name not in own} == {
        name: published[name] for name in published if name not in own
    }
    assert (line["state"], line["published_at"], line["permalink"]) == ("settled", None, None)
    assert review.pk != settled.pk


def test_jsonl_rating_off_the_truth_order_has_no_number() -> None:
    settle(make_review(), rating="unproven")
    [line] = lines()
    assert line["rating"] == {"label": "Unproven", "value": None, "best": None, "worst": None}


def test_jsonl_keeps_private_evidence_at_the_desk() -> None:
    review = settle(make_review(), source=make_source(title="A letter nobody may see"), shown_to="private")
    [line] = lines()
    assert [piece["source"]["title"] for piece in line["evidence"]] == ["Minutes of the council"]
    review.publish(by=make_user(role="editor"), now=NOW)
    assert "nobody may see" not in orjson.dumps(lines()).decode()


@pytest.mark.parametrize("state", ["settled", "published"])
def test_jsonl_does_not_name_a_confidential_source(state: str) -> None:
    source = make_source(title="Jo Roe, who would be dismissed")
    source.edit(by=make_user(), now=NOW, revision=1, is_confidential=True)
    review = settle(make_review(), source=source)
    if state == "published":
        review.publish(by=make_user(role="editor"), now=NOW)
    [line] = lines()
    assert line["evidence"][0] == {
        "source": {"title": "a confidential source", "publisher": "", "url": "", "kind": "document"},
        "stance": "supports",
        "quote": "",
        "locator": "",
    }


def test_jsonl_gives_evidence_once_that_both_verdicts_cite() -> None:
    settle(make_review())
    assert len(lines()[0]["evidence"]) == Evidence.objects.count() == 1


def test_jsonl_tells_corrections_with_class_note_and_time() -> None:
    review = make_review(state="published")
    later = NOW + timedelta(hours=1)
    review.correct(
        by=make_user(role="editor"),
        now=later,
        summary="They do say so.",
        correction="typo",
        note="A word mended.",
    )
    [line] = lines()
    assert line["corrections"] == [{"at": later.isoformat(), "class": "typo", "note": "A word mended."}]
    assert (line["summary"], line["published_at"], line["updated_at"]) == (
        "They do say so.",
        NOW.isoformat(),
        later.isoformat(),
    )


def test_jsonl_keeps_what_is_published_while_it_is_checked_again() -> None:
    review = make_review(state="published")
    review.recheck(by=make_user(role="editor"), now=NOW, reason="A reader wrote.")
    [line] = lines()
    assert (line["state"], line["rating"]["label"], line["published_at"]) == (
        "recheck",
        "True",
        NOW.isoformat(),
    )


def test_jsonl_says_withdrawn_of_a_withdrawn_claim() -> None:
    review = make_review(state="published")
    review.withdraw(by=make_user(role="editor"), now=NOW, note="The minutes were forged.")
    [line] = lines()
    assert (line["state"], line["corrections"][0]["class"]) == ("withdrawn", "withdrawn")


def test_jsonl_since_takes_what_changed_at_that_moment_or_later() -> None:
    make_review(state="settled")
    later = make_review(state="settled", now=NOW + timedelta(days=1))
    found = lines(since=(NOW + timedelta(days=1)).isoformat())
    assert [line["claim_id"] for line in found] == [str(later.claim_id)]


def test_jsonl_of_an_article_has_its_claims_only() -> None:
    make_review(state="settled")
    article = make_article(text="The council sold the old library in 2019. It was not asked.")
    review = make_review(claim=make_claim(article=article), state="settled")
    assert [line["claim_id"] for line in lines(article=str(article.pk))] == [str(review.claim_id)]


def test_jsonl_goes_on_from_chunk_to_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    reviews = [make_review(state=state) for state in ("settled", "published", "settled")]
    monkeypatch.setattr(rows, "CHUNK", 2)
    assert [line["claim_id"] for line in lines()] == [str(review.claim_id) for review in reviews]


def test_jsonl_keeps_characters_of_all_scripts_and_a_line_a_claim() -> None:
    text = "The council sold 🦉 the “Bücherei” – 図書館 – in\u2028 2019.\nIt did."
    make_review(claim=make_claim(article=make_article(text=text), text=text, end=len(text)), state="settled")
    written = b"".join(format_named("jsonl").write(Selection()))
    assert (written.count(b"\n"), orjson.loads(written)["quote"]) == (1, text)


@pytest.mark.parametrize("times", [1, 3])
def test_jsonl_asks_the_database_the_same_number_of_questions(times: int) -> None:
    for _ in range(times):
        make_review(state="settled")
        make_review(state="published")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        lines()
    # bounds of the scales, the chunk, settled evidence, settled reviews, anchors, publications, the empty next chunk
    assert len(asked) == 7
