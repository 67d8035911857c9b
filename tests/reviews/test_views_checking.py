"""Evidence, drafts and verdicts through a claim's page."""

from typing import Any

import pytest
from django.test import Client

from claims.models import User
from reviews.models import Assignment, Evidence, Review, Source, Verdict
from tests.factories import (
    NOW,
    make_claim,
    make_evidence,
    make_review,
    make_source,
    make_user,
    make_verdict,
    rating,
)

pytestmark = pytest.mark.django_db
NO_CHOICE = "Select a valid choice. That choice is not one of the available choices."
NOT_OFFERED = "Select a valid choice. 12345 is not one of the available choices."
NO_EVIDENCE = "“True” needs at least one piece of evidence. Add a source and cite it."


@pytest.fixture
def reviewer(client: Client) -> User:
    user = make_user()
    client.force_login(user)
    return user


@pytest.fixture
def review(reviewer: User) -> Review:
    """A review in which the reviewer has a share."""
    review = make_review(state="triaged")
    review.take(by=reviewer, now=NOW)
    return review


def send(client: Client, review: Review, step: str, htmx: Any = False, **form: Any) -> Any:
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(f"/claims/{review.claim_id}/{step}/", form, headers=headers)


def errors_of(form: Any) -> dict[str, list[str]]:
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_evidence_of_a_new_source_keeps_source_snapshot_and_quotation(client: Client, review: Review) -> None:
    form = {
        "title": "Minutes",
        "stance": "refutes",
        "quote": "Not\r\nsold.",
        "snapshot_text": "It was Not sold.",
    }
    send(client, review, "evidence", **form)
    piece = Evidence.objects.get()
    assert piece.snapshot is not None
    assert (piece.source.title, piece.stance, piece.quote, piece.snapshot.text) == (
        "Minutes", "refutes", "Not\nsold.", "It was Not sold.",
    )  # fmt: skip


def test_evidence_of_a_known_source_is_held_against_its_snapshot(
    client: Client, review: Review, reviewer: User
) -> None:
    source = make_source(by=reviewer)
    snapshot = source.take_snapshot(by=reviewer, now=NOW, text="The sale is agreed.")
    send(client, review, "evidence", source=source.pk, stance="supports", quote="sale is agreed")
    send(client, review, "evidence", source=source.pk, stance="supports", quote="sale is refused")
    assert [piece.snapshot for piece in Evidence.objects.in_order()] == [snapshot, None]


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        ({}, "title", "Name the source, or choose a known one."),
        ({"title": "Minutes", "url": "ftp://example.org/"}, "url", "Enter a valid URL."),
        ({"title": "Minutes", "snapshot_text": "Sold.", "quote": "Not sold."}, "quote",
         "These words do not stand in the snapshot. Quote it as it is written there."),
        ({"source": "999999", "title": ""}, "source", NO_CHOICE),
        ({"title": "x" * 301}, "title", "Ensure this value has at most 300 characters (it has 301)."),
    ],
)  # fmt: skip
def test_evidence_that_cannot_be_kept_leaves_nothing_behind(
    client: Client, review: Review, form: dict[str, str], field: str, said: str
) -> None:
    page = send(client, review, "evidence", stance="supports", note="What I typed", **form)
    typed = page.context["page"].evidence_form
    assert (page.status_code, errors_of(typed)[field]) == (400, [said])
    assert (typed["note"].value(), Evidence.objects.count(), Source.objects.count()) == ("What I typed", 0, 0)


def test_evidence_form_finds_known_sources_and_keeps_what_was_typed(client: Client, review: Review) -> None:
    make_source(title="Deed of the library")
    make_source(title="Minutes")
    page = send(client, review, "evidence", look="1", find="deed", quote="What I typed", stance="mixed")
    form = page.context["page"].evidence_form
    assert [label for _, label in form.fields["source"].choices] == [
        "A new source, described below", "Deed of the library, City archive",
    ]  # fmt: skip
    assert (page.status_code, form["quote"].value(), form["stance"].value(), form.errors) == (
        200,
        "What I typed",
        "mixed",
        {},
    )


def test_evidence_marked_private_is_hidden_from_the_other_reviewer(client: Client, review: Review) -> None:
    send(
        client,
        review,
        "evidence",
        title="Interview",
        quote="A whispered word",
        stance="supports",
        private="on",
    )
    other = Client()
    other.force_login(make_user())
    assert "A whispered word" in client.get(f"/claims/{review.claim_id}/").content.decode()
    assert "A whispered word" not in other.get(f"/claims/{review.claim_id}/").content.decode()


def test_evidence_is_taken_back_by_who_added_it_and_by_no_colleague(
    client: Client, review: Review, reviewer: User
) -> None:
    own, foreign = make_evidence(review=review, by=reviewer), make_evidence(review=review)
    answers = [send(client, review, f"evidence/{piece.pk}/withdraw").status_code for piece in (own, foreign)]
    assert (answers, list(Evidence.objects.standing())) == ([302, 403], [foreign])


def test_evidence_of_another_claim_is_not_found(client: Client, review: Review, reviewer: User) -> None:
    foreign = make_evidence(review=make_claim().review, by=reviewer)
    assert send(client, review, f"evidence/{foreign.pk}/withdraw").status_code == 404


def test_evidence_is_for_reviewers(client: Client) -> None:
    review = make_review()
    client.force_login(make_user(role="reporter"))
    assert send(client, review, "evidence", title="Minutes", stance="supports").status_code == 403


def test_draft_is_kept_and_shown_to_its_reviewer_alone(client: Client, review: Review) -> None:
    form = {"rating": rating("true").pk, "rationale": "Half a thought\r\nand", "revision": 1}
    assert send(client, review, "draft", **form).status_code == 302
    share = Assignment.objects.get()
    assert (share.draft_rating, share.draft_rationale, share.revision) == (
        rating("true"),
        "Half a thought\nand",
        2,
    )
    other = Client()
    other.force_login(make_user(role="editor"))
    assert "Half a thought" in client.get(f"/claims/{review.claim_id}/").content.decode()
    assert "Half a thought" not in other.get(f"/claims/{review.claim_id}/").content.decode()


def test_draft_saved_while_typing_answers_with_the_revision_to_go_on_from(
    client: Client, review: Review
) -> None:
    page = send(client, review, "draft", htmx=True, rationale="Half", revision=1)
    assert (page.status_code, 'name="revision" value="2"' in page.content.decode()) == (200, True)
    assert "Draft saved" in page.content.decode()


@pytest.mark.parametrize("htmx", [True, False])
def test_draft_of_another_window_is_shown_beside_what_was_typed(
    client: Client, review: Review, htmx: bool
) -> None:
    send(client, review, "draft", rationale="Typed in the first window", revision=1)
    page = send(client, review, "draft", htmx=htmx, rationale="Typed in the second window", revision=1)
    words = page.content.decode()
    assert (page.status_code, Assignment.objects.get().draft_rationale) == (409, "Typed in the first window")
    assert "Typed in the first window" in words
    assert ("Typed in the second window" in words) is not htmx
    assert 'name="revision" value="2"' in words
    send(client, review, "draft", rationale="Typed in the second window", revision=2)
    assert Assignment.objects.get().draft_rationale == "Typed in the second window"


@pytest.mark.parametrize(
    "form",
    [
        {"revision": ""},
        {"revision": "9" * 30},
        {"rating": "x", "revision": 1},
        {"rationale": "\x00", "revision": 1},
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_draft_that_cannot_be_kept_says_so(
    client: Client, review: Review, form: dict[str, Any], htmx: bool
) -> None:
    page = send(client, review, "draft", htmx=htmx, **form)
    assert (page.status_code, "The draft is not saved" in page.content.decode()) == (400, True)


def test_draft_without_a_share_is_refused(client: Client) -> None:
    review = make_review(state="assigned")
    client.force_login(make_user())
    assert send(client, review, "draft", rationale="Mine", revision=1).status_code == 403


def test_verdict_cites_what_is_ticked(client: Client, review: Review, reviewer: User) -> None:
    pieces = [make_evidence(review=review, by=reviewer), make_evidence(review=review)]
    form = {
        "rating": rating("true").pk,
        "rationale": "So.",
        "evidence": [pieces[1].pk],
        "as_of": "2026-01-01",
        "revision": 1,
    }
    assert send(client, review, "submit", **form).status_code == 302
    verdict = Verdict.objects.get()
    assert (verdict.rating.slug, str(verdict.as_of), list(verdict.evidence.all())) == (
        "true",
        "2026-01-01",
        [pieces[1]],
    )


@pytest.mark.parametrize(
    ("form", "errors"),
    [
        ({}, {"rating": ["Choose a rating."], "rationale": ["Say why: a verdict needs a rationale."]}),
        ({"rating": "true", "rationale": "So."}, {"evidence": [NO_EVIDENCE]}),
        ({"rating": "unproven", "rationale": "So.", "evidence": "12345"}, {"evidence": [NOT_OFFERED]}),
    ],
)  # fmt: skip
def test_verdict_that_cannot_be_given_keeps_what_was_typed(
    client: Client, review: Review, form: dict[str, Any], errors: dict[str, list[str]]
) -> None:
    form = {**form, "revision": 1, "rating": rating(form["rating"]).pk if "rating" in form else ""}
    page = send(client, review, "submit", **form)
    typed = page.context["page"].verdict_form
    assert (page.status_code, errors_of(typed), Verdict.objects.count()) == (400, errors, 0)
    assert typed["rationale"].value() == form.get("rationale")


def test_verdict_that_comes_too_late_is_shown_again(client: Client, review: Review) -> None:
    review.dismiss(by=make_user(role="editor"), now=NOW, disposition="opinion", reason="Taste.")
    page = send(client, review, "submit", rating=rating("unproven").pk, rationale="All my words", revision=1)
    assert (page.status_code, Verdict.objects.count()) == (409, 0)
    assert ("Rationale", "All my words") in page.context["page"].typed


def test_verdict_of_a_colleague_is_hidden_until_all_are_in(
    client: Client, review: Review, reviewer: User
) -> None:
    colleague = make_user()
    review.take(by=colleague, now=NOW)
    make_verdict(review=review, by=colleague, rationale="Words of a colleague")
    before = client.get(f"/claims/{review.claim_id}/").content.decode()
    make_verdict(review=review, by=reviewer)
    after = client.get(f"/claims/{review.claim_id}/").content.decode()
    assert ["Words of a colleague" in page for page in (before, after)] == [False, True]
    assert "1 verdict is in that you will see when all are." in before


def test_verdict_given_twice_supersedes_and_offers_the_first_as_a_start(
    client: Client, review: Review, reviewer: User
) -> None:
    make_verdict(review=review, by=reviewer, rationale="First thought")
    form = client.get(f"/claims/{review.claim_id}/").context["page"].verdict_form
    assert (form["rationale"].value(), form["rating"].value()) == ("First thought", rating("true").pk)
    cited = list(Evidence.objects.values_list("pk", flat=True))
    send(client, review, "submit", rating=rating("false").pk, rationale="Second", evidence=cited, revision=2)
    assert [verdict.rationale for verdict in Verdict.objects.of_review(review).standing()] == ["Second"]
