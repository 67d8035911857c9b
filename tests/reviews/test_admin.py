"""The console over what was found: it takes the model's own steps, and hides what is hidden at the desk."""

from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from claims.models import Event, User
from reviews.models import (
    Assignment,
    Citation,
    Evidence,
    Policy,
    Rating,
    Review,
    Scale,
    Source,
    Verdict,
)
from reviews.workflow import State
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
SECRET = "xyzzy, said the archivist"


def page_of(model: type[models.Model], name: str, *arguments: object) -> str:
    options = model._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=arguments)


def act(client: Client, action: str, *rows: models.Model, **told: str) -> list[str]:
    chosen = {"action": action, "_selected_action": [row.pk for row in rows], "index": 0, **told}
    response: Any = client.post(page_of(type(rows[0]), "changelist"), chosen, follow=True)
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def administrator() -> User:
    return make_user(role="administrator")


@pytest.fixture
def console(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


# Steps


def test_triage_tells_of_each_refusal_with_its_row(console: Client) -> None:
    new, settled = make_review(), make_review(state="settled")
    told = act(console, "triage", new, settled)
    assert told == [
        "Put into the queue: 1.",
        "“Put into the queue” is not possible while the claim is settled. "
        "(The council sold the old library in 2019. (settled))",
    ]
    assert list(Review.objects.order_by("pk").values_list("state", flat=True)) == ["triaged", "settled"]


def test_step_from_the_console_writes_the_same_event_as_at_the_desk(
    console: Client, administrator: User
) -> None:
    review = make_review()
    act(console, "triage", review)
    event = Event.objects.latest("seq")
    assert (event.verb, event.actor, event.claim) == ("review.triage", administrator, review.claim)


def test_dismissal_needs_what_and_why(console: Client) -> None:
    review = make_review()
    refused = act(console, "dismiss", review, disposition="opinion", reason=" ")
    done = act(console, "dismiss", review, disposition="opinion", reason="A matter of taste.")
    review.refresh_from_db()
    assert (refused[0][:33], done) == ("Say why the claim is dismissed. (", ["Dismissed: 1."])
    assert (review.dismissed_as, review.dismissed_because) == ("opinion", "A matter of taste.")


def test_recheck_from_the_console_opens_a_round(console: Client) -> None:
    review = make_review(state="settled")
    assert act(console, "recheck", review, reason="New minutes.") == ["To be checked again: 1."]
    review.refresh_from_db()
    assert (review.state, review.round) == (State.RECHECK, 2)


def test_evidence_is_withdrawn_once(console: Client) -> None:
    piece = make_evidence(review=make_review())
    assert act(console, "withdraw", piece) == ["Withdrawn: 1."]
    assert act(console, "withdraw", piece)[0][:45] == "This evidence has been withdrawn already. (Mi"


# What no superuser goes round


@pytest.mark.parametrize("state", State.values)
def test_superuser_writes_no_work_state(client: Client, state: str) -> None:
    client.force_login(make_user(role=None, is_superuser=True))
    review = make_review(state="assigned")
    before = Review.objects.values().get()
    sent = {"claim": review.claim_id, "policy": review.policy_id, "round": 1, "state": state}
    answer = client.post(page_of(Review, "change", review.pk), sent)
    assert (answer.status_code, Review.objects.values().get()) == (403, before)


def test_superuser_without_a_share_adds_no_verdict_and_alters_none(client: Client) -> None:
    client.force_login(make_user(role=None, is_superuser=True))
    verdict = make_review(state="settled").verdicts.all()[0]
    before = list(Verdict.objects.values())
    sent = {"review": verdict.review_id, "rationale": "Mine.", "rating": rating("false").pk}
    for address in (page_of(Verdict, "add"), page_of(Verdict, "change", verdict.pk)):
        assert client.post(address, sent).status_code == 403
    assert list(Verdict.objects.values()) == before


# Ratings, scales, policies


def test_rating_in_use_is_frozen(console: Client) -> None:
    make_review(state="settled")
    used = rating("true")
    sent = {"scale": used.scale_id, "label": "Verified", "slug": "verified", "order": 1, "polarity": "false"}
    console.post(page_of(Rating, "change", used.pk), sent)
    used.refresh_from_db()
    assert (used.label, used.slug, used.polarity) == ("True", "true", "true")


def test_rating_that_nothing_was_found_in_can_be_reworded(console: Client, administrator: User) -> None:
    unused = rating("outdated")
    sent = {"scale": unused.scale_id, "label": "Stale", "slug": "stale", "order": 8, "polarity": "mixed"}
    assert console.post(page_of(Rating, "change", unused.pk), sent).status_code == 302
    event = Event.objects.latest("seq")
    assert (rating("stale").label, event.verb, event.actor) == ("Stale", "rating.edited", administrator)


def test_rating_retires_and_comes_back(console: Client) -> None:
    make_review(state="settled")
    used = rating("true")
    assert act(console, "retire", used) == ["Retired: 1."]
    assert act(console, "retire", used) == ["“True” is retired already. (True)"]
    used.refresh_from_db()
    assert used.retired_at is not None
    assert act(console, "reinstate", used) == ["Offered again: 1."]
    assert (rating("true").retired_at, used.verdicts.count()) == (None, 2)


def test_policy_that_reviews_began_under_is_frozen(console: Client) -> None:
    review = make_review()
    sent = {"name": "Loose", "reviewers_required": 1, "minimum_evidence": 0}
    console.post(page_of(Policy, "change", review.policy_id), sent)
    assert list(Policy.objects.values_list("name", "reviewers_required", "blind")) == [
        ("Two reviewers, blind", 2, True)
    ]


def test_new_policy_becomes_the_one_of_articles_to_come(console: Client) -> None:
    earlier = make_review()
    console.post(page_of(Policy, "add"), {"name": "One", "reviewers_required": 1, "minimum_evidence": 1})
    policy = Policy.objects.get(name="One")
    assert act(console, "make_default", policy)[-1] == "From now on the default: 1."
    later = make_claim().review
    earlier.refresh_from_db()
    assert (earlier.policy.reviewers_required, later.policy) == (2, policy)


def test_policy_out_of_bounds_is_told_why(console: Client) -> None:
    response = console.post(
        page_of(Policy, "add"), {"name": "None", "reviewers_required": 0, "minimum_evidence": 1}
    )
    assert response.status_code == 200
    assert "greater than or equal to 1" in response.content.decode()


def test_default_policy_cannot_be_taken_away_by_a_form(console: Client) -> None:
    policy = Policy.objects.get()
    console.post(
        page_of(Policy, "change", policy.pk), {"name": "P", "reviewers_required": 2, "minimum_evidence": 1}
    )
    policy.refresh_from_db()
    assert (policy.name, policy.is_default) == ("P", True)


def test_new_scale_becomes_the_default(console: Client) -> None:
    console.post(page_of(Scale, "add"), {"name": "Five stars"})
    scale = Scale.objects.get(name="Five stars")
    act(console, "make_default", scale)
    assert list(Scale.objects.filter(is_default=True)) == [scale]


# Sources


def source_form(source: Source, **changes: Any) -> dict[str, Any]:
    return {"title": source.title, "kind": source.kind, "url": source.url, "seen": source.revision, **changes}


def test_source_is_edited_by_its_own_verb(console: Client, administrator: User) -> None:
    source = make_source()
    sent = source_form(source, title="Minutes of 2019")
    assert console.post(page_of(Source, "change", source.pk), sent).status_code == 302
    source.refresh_from_db()
    event = Event.objects.latest("seq")
    assert (source.title, source.revision, event.verb, event.actor) == (
        "Minutes of 2019",
        2,
        "source.edited",
        administrator,
    )


def test_second_of_two_editors_is_told_and_keeps_what_was_typed(console: Client, administrator: User) -> None:
    source = make_source()
    sent = source_form(source, title="Theirs second")
    source.edit(by=administrator, now=NOW, revision=1, title="First")
    page = console.post(page_of(Source, "change", source.pk), sent).content.decode()
    source.refresh_from_db()
    assert ("Somebody else changed this" in page, "Theirs second" in page, source.title) == (
        True,
        True,
        "First",
    )


def test_source_without_what_the_page_showed_is_refused(console: Client) -> None:
    source = make_source()
    sent = source_form(source, title="Blind")
    del sent["seen"]
    assert console.post(page_of(Source, "change", source.pk), sent).status_code == 200
    source.refresh_from_db()
    assert source.title == "Minutes of the council"


# Blind review holds in the console, too


@pytest.fixture
def hidden() -> Review:
    """A review in which a colleague has given a verdict on private evidence, and another verdict is awaited."""
    review = make_review(state="triaged")
    colleague = make_user()
    review.take(by=colleague, now=NOW)
    source = make_source(by=colleague, title=SECRET)
    piece = make_evidence(review=review, by=colleague, source=source, shown_to="private")
    make_verdict(review=review, by=colleague, rationale=SECRET, evidence=[piece])
    return review


BLIND_PAGES = (Verdict, Citation, Evidence)


def test_administrator_who_reviews_sees_nothing_of_a_colleagues_work(
    console: Client, administrator: User, hidden: Review
) -> None:
    hidden.take(by=administrator, now=NOW)
    for model in BLIND_PAGES:
        row = model._default_manager.order_by("pk")[0]
        listed = console.get(page_of(model, "changelist"))
        opened = console.get(page_of(model, "change", row.pk))
        assert (listed.context["cl"].result_count, SECRET in listed.content.decode()) == (0, False)
        assert opened.status_code == 302  # "perhaps it was deleted": the same as for a row that never was


def test_search_tells_a_reviewing_administrator_nothing(
    console: Client, administrator: User, hidden: Review
) -> None:
    hidden.take(by=administrator, now=NOW)
    for model in (*BLIND_PAGES, Review, Assignment):
        response = console.get(page_of(model, "changelist") + "?q=xyzzy")
        assert response.context["cl"].result_count == 0


def test_drafts_of_colleagues_can_be_neither_seen_nor_asked_for(console: Client) -> None:
    review = make_review(state="assigned")
    share = review.shares()[0]
    share.save_draft(by=share.reviewer, now=NOW, revision=1, rating=rating("false"), rationale=SECRET)
    page = console.get(page_of(Assignment, "change", share.pk)).content.decode()
    asked = [f"draft_rating={rating('false').pk}", "draft_rationale__startswith=x"]
    answers = [console.get(f"{page_of(Assignment, 'changelist')}?{each}").status_code for each in asked]
    assert (SECRET in page, answers) == (False, [400, 400])


def test_administrator_without_a_share_sees_the_verdict(console: Client, hidden: Review) -> None:
    page = console.get(page_of(Verdict, "changelist")).content.decode()
    assert SECRET in page


def test_administrator_sees_all_once_the_verdicts_are_in(
    console: Client, administrator: User, hidden: Review
) -> None:
    hidden.take(by=administrator, now=NOW)
    make_verdict(review=hidden, by=administrator)
    counts = [console.get(page_of(model, "changelist")).context["cl"].result_count for model in BLIND_PAGES]
    assert counts == [2, 2, 2]
