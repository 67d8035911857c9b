"""A claim's page and the steps that are taken on it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Event, User
from claims.splitting.explaining import LINKS, RULES, RULES_OF_SOURCES
from reviews.forms import STEP_FORMS
from reviews.models import Correction, Publication, Review, Ruling
from tests.factories import (
    FOUND,
    NOW,
    make_claim,
    make_evidence,
    make_review,
    make_user,
    make_verdict,
    rating,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> User:
    user = make_user(role="editor")
    client.force_login(user)
    return user


def take_step(client: Client, review: Review, step: str, **form: Any) -> Any:
    return client.post(f"/claims/{review.claim_id}/{step}/", form)


def shown(client: Client, review: Review) -> str:
    page = client.get(f"/claims/{review.claim_id}/")
    assert page.status_code == 200
    return page.content.decode()


def errors_of(page: Any, step: str) -> dict[str, list[str]]:
    (form,) = [form for form in page.context["page"].steps if form.step == step]
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_claim_stands_in_its_sentence_with_its_words_marked(client: Client, editor: User) -> None:
    claim = make_claim(start=0, end=41)
    page = shown(client, claim.review)
    assert "<mark>The council sold the old library in 2019.</mark> It cost" in page


def test_claim_without_a_review_is_not_found(client: Client, editor: User) -> None:
    assert client.get(f"/claims/{make_claim(checkable=False).pk}/").status_code == 404


@pytest.mark.parametrize(
    "state",
    ["new", "triaged", "assigned", "in_review", "in_adjudication", "settled", "published", "dismissed"],
)
@pytest.mark.parametrize("role", ["reader", "reporter", "reviewer", "editor", "administrator"])
def test_claim_offers_exactly_the_steps_that_are_not_refused(client: Client, state: str, role: str) -> None:
    review = make_review(state=state)
    client.force_login(make_user(role=role))
    page = client.get(f"/claims/{review.claim_id}/").context["page"]
    offered = {form.step for form in page.steps}
    assert offered == {step for step in STEP_FORMS if not page.refusals[step]}
    refused = [step for step in STEP_FORMS if step not in offered]
    answers = {take_step(client, review, step.replace("_", "-")).status_code for step in refused}
    assert answers <= {403, 409}
    assert Review.objects.get().state == state


def test_claim_tells_why_a_step_is_not_possible_now(client: Client, editor: User) -> None:
    page = shown(client, make_review())
    assert "“Publish” is not possible while the claim is new." in page


def test_steps_lead_from_new_to_published(client: Client, editor: User) -> None:
    review = make_review()
    assert take_step(client, review, "triage").status_code == 302
    reviewers = [make_user(), make_user()]
    for reviewer in reviewers:
        take_step(client, review, "assign", reviewer=reviewer.pk, due_on="2026-04-01")
    review.refresh_from_db()
    assert {(share.reviewer_id, str(share.due_on)) for share in review.shares()} == {
        (reviewer.pk, "2026-04-01") for reviewer in reviewers
    }
    make_verdict(review=review, by=reviewers[0], rating="true", now=NOW)
    make_verdict(review=review, by=reviewers[1], rating="false", now=NOW)
    take_step(client, review, "send-back", reason="Look at the deed.")
    make_verdict(review=review, by=reviewers[0], rating="half-true", now=NOW)
    review.refresh_from_db()
    take_step(
        client, review, "adjudicate", rating=rating("false").pk, summary="Not sold.", reasons="The deed."
    )
    take_step(client, review, "publish", summary="It was not sold.", confirm="on")
    publication = Publication.objects.get()
    assert (publication.summary, publication.frozen["rating"]["slug"]) == ("It was not sold.", "false")


def test_publication_that_nobody_has_confirmed_is_refused(client: Client, editor: User) -> None:
    review = make_review(state="settled")
    page = take_step(client, review, "publish", summary="Sold.")
    assert (page.status_code, errors_of(page, "publish")) == (400, {"confirm": ["This field is required."]})
    assert (Publication.objects.count(), Review.objects.get().state) == (0, "settled")


def test_publication_after_a_recheck_asks_for_its_class_and_note(client: Client, editor: User) -> None:
    review = make_review(state="published")
    take_step(client, review, "recheck", reason="New minutes.")
    for _ in range(2):
        reviewer = make_user()
        take_step(client, review, "assign", reviewer=reviewer.pk)
        make_verdict(review=Review.objects.get(), by=reviewer, rating="false")
    page = take_step(client, review, "publish", summary="Not sold.", confirm="on")
    assert list(errors_of(page, "publish")) == ["correction", "note"]
    form = {
        "summary": "Not sold.",
        "confirm": "on",
        "correction": "reversal",
        "note": "The minutes were forged.",
    }
    take_step(client, review, "publish", **form)
    assert Publication.objects.in_force().get().correction == Correction.REVERSAL


def test_withdrawal_leaves_a_notice(client: Client, editor: User) -> None:
    review = make_review(state="published")
    take_step(client, review, "withdraw", note="Not in the article.", confirm="on")
    assert Publication.objects.in_force().get().is_withdrawn


def test_dismissal_needs_what_the_claim_is_and_why(client: Client, editor: User) -> None:
    review = make_review()
    page = take_step(client, review, "dismiss", disposition="claim")
    assert list(errors_of(page, "dismiss")) == ["disposition", "reason"]
    take_step(client, review, "dismiss", disposition="opinion", reason="A matter of taste.")
    review = Review.objects.get()
    assert (review.state, review.dismissed_as, review.dismissed_because) == (
        "dismissed",
        "opinion",
        "A matter of taste.",
    )


def test_assignment_to_somebody_who_may_not_check_is_refused_beside_the_field(
    client: Client, editor: User
) -> None:
    review = make_review(state="triaged")
    for wrong in (make_user(role="reporter").pk, 10**9, 10**30, "x", ""):
        page = take_step(client, review, "assign", reviewer=wrong)
        assert (page.status_code, list(errors_of(page, "assign"))) == (400, ["reviewer"])


def test_share_is_taken_and_given_back(client: Client) -> None:
    review = make_review(state="triaged")
    client.force_login(make_user())
    take_step(client, review, "take")
    assert Review.objects.get().state == "assigned"
    take_step(client, review, "release", reason="On leave.")
    assert Review.objects.get().state == "triaged"


def test_words_typed_for_a_step_that_came_too_late_are_shown_again(client: Client, editor: User) -> None:
    review = make_review(state="in_adjudication")
    form = {"rating": rating("true").pk, "summary": "What I found.", "reasons": "What I think."}
    review.adjudicate(
        by=make_user(role="editor"), now=NOW, rating=rating("true"), summary="Theirs.", reasons="So."
    )
    page = take_step(client, review, "adjudicate", **form)
    assert (page.status_code, Ruling.objects.get().summary) == (409, "Theirs.")
    typed = dict(page.context["page"].typed)
    assert (typed["Summary"], typed["Reasons"]) == ("What I found.", "What I think.")
    assert "“Rule” is not possible while the claim is settled." in page.content.decode()


@pytest.mark.parametrize(
    "words", ["NUL \x00 inside", "bell \x07 inside", "x" * 20_001, "<script>alert(1)</script>" * 1000]
)
def test_hostile_words_in_a_step_are_refused_beside_the_field(
    client: Client, editor: User, words: str
) -> None:
    review = make_review(state="settled")
    page = take_step(client, review, "publish", summary=words, confirm="on")
    assert (page.status_code, list(errors_of(page, "publish"))) == (400, ["summary"])
    assert "<script>alert(1)" not in page.content.decode()


def test_step_must_be_sent(client: Client, editor: User) -> None:
    review = make_review()
    assert client.get(f"/claims/{review.claim_id}/triage/").status_code == 405


def test_history_tells_what_happened_in_words(client: Client, editor: User) -> None:
    review = make_review()
    editor.first_name = "Edith"
    editor.save()
    review.dismiss(by=editor, now=timezone.now(), disposition="opinion", reason="Taste.")
    page = " ".join(shown(client, review).split())
    assert "<b>Edith</b> dismissed the claim as opinion: “Taste.”" in page
    assert Event.objects.latest("seq").verb == "review.dismiss"


def test_history_is_cut_where_it_gets_long(client: Client, editor: User) -> None:
    review = make_review(state="in_review")
    for _ in range(45):
        make_evidence(review=review, by=editor)
    page = client.get(f"/claims/{review.claim_id}/").context["page"]
    assert (len(page.events), page.has_older_events) == (40, True)


# What the splitter found and why


def test_claim_tells_what_the_splitter_found(client: Client, editor: User) -> None:
    page = shown(client, make_claim(**FOUND).review)
    for told in (
        "Anna Berg",
        '2019 <span class="meta">“in 2019”</span>',
        '300 (about) <span class="meta">“about 300 men”</span>',
        "<dt>Hedged by</dt><dd>“about”</dd>",
        "<dt>Link</dt><dd>condition</dd>",
        "<dt>Level</dt><dd>standard</dd>",
    ):
        assert told in page


def test_claim_tells_why_it_is_there_in_plain_english(client: Client, editor: User) -> None:
    page = shown(client, make_claim(**FOUND).review)
    assert "<summary>Why this claim</summary>" in page
    for mapping, name in (
        (RULES, "content"),
        (RULES, "clause"),
        (LINKS, "condition"),
        (RULES_OF_SOURCES, "clause-said"),
    ):
        assert f"<li><b>{name}</b> {mapping[name]}</li>" in page
    assert "<li>number</li><li>hedged</li>" in page


def test_claim_of_which_nothing_was_found_is_shown_without_it(client: Client, editor: User) -> None:
    page = shown(client, make_claim().review)
    shown_as = ("Numbers", "Hedged by", "Link", "Why this claim")
    assert [words for words in shown_as if f"<dt>{words}</dt>" in page or f"<summary>{words}" in page] == []


def test_claim_made_by_a_rule_of_long_ago_names_it(client: Client, editor: User) -> None:
    page = shown(client, make_claim(rules=["a-rule-of-long-ago"]).review)
    assert "<li><b>a-rule-of-long-ago</b> </li>" in page
