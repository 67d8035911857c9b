"""Three to five people do whatever comes to mind to one claim: the verbs agree with a plain model of the process.

The model below is written from the words of the process, not from the code: it knows no table, no query and no Django.
After every attempt both must agree on the state, on whose verdicts stand, on what is published, and on whether the
attempt was allowed; an attempt that was refused has changed nothing, one that was allowed has written one event.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims.models import Event, User
from claims.refusals import Refused
from reviews.models import Assignment, Evidence, Policy, Publication, Review, Ruling, Verdict
from reviews.workflow import STEPS, State
from tests.factories import NOW, make_claim, make_evidence, make_user, rating

RATINGS = ("true", "false", "unproven")
REVIEWERS, EDITORS = {"reviewer", "editor"}, {"editor"}
taken: set[str] = set()
reached: set[str] = set()


@dataclass
class Process:
    """What should be so: who has a share, whose verdict stands, what was ruled and published."""

    required: int
    state: str = "new"
    round: int = 1
    shares: dict[str, bool] = field(default_factory=dict)  # name -> has given a verdict
    verdicts: dict[str, str] = field(default_factory=dict)  # name -> rating, of this round
    ever_ruled: bool = False
    ruling: str = ""
    published: int = 0
    given: int = 0

    def settle_or_wait(self) -> None:
        if len(self.verdicts) < self.required:
            self.state = "in_review"
        elif len(set(self.verdicts.values())) == 1:
            self.rule(next(iter(self.verdicts.values())))
        else:
            self.state = "in_adjudication"

    def rule(self, slug: str) -> None:
        self.state, self.ruling, self.ever_ruled = "settled", slug, True

    def publish(self, state: str) -> None:
        self.state = state
        self.published += 1

    def wrote_the_only_verdict(self, name: str) -> bool:
        return set(self.verdicts) == {name}


class Desk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.undo = ExitStack()
        self.undo.enter_context(transaction.atomic())
        self.people: dict[str, User] = {}

    @initialize(
        required=st.integers(1, 3),
        roles=st.lists(st.sampled_from(["reviewer", "editor"]), max_size=2),
        slugs=st.lists(st.sampled_from(RATINGS), max_size=12),
    )
    def open(self, required: int, roles: list[str], slugs: list[str]) -> None:
        """A reviewer, an editor, one who only reads, and up to two more; the claim is some way ahead already."""
        names = ["reader", "reviewer", "editor", *roles]
        self.roles = {f"{role}{number}": role for number, role in enumerate(names)}
        self.people = {name: make_user(role=role, username=name) for name, role in self.roles.items()}
        Policy.objects.filter(is_default=True).update(reviewers_required=required)
        self.review: Review = make_claim().review
        self.evidence: Evidence = make_evidence(review=self.review)
        self.model = Process(required=required)
        self.events = Event.objects.count()
        for slug in slugs:
            self.go_on(slug)

    def teardown(self) -> None:
        assert Event.objects.all().first_broken() is None
        transaction.set_rollback(True)
        self.undo.close()

    # How an attempt is made and judged

    def role(self, name: str) -> str:
        return self.roles[name]

    def attempt(
        self, allowed: bool, act: Callable[[Review, User], object], by: str, then: Callable[[], None]
    ) -> None:
        review, before = Review.objects.get(pk=self.review.pk), self.everything()
        refused: Exception | None = None
        try:
            with transaction.atomic():
                act(review, self.people[by])
        except (Refused, ValidationError) as error:
            refused = error
        assert (refused is None) is allowed, f"{by} in {self.model.state}: {refused}"
        if refused is not None:
            assert self.everything() == before
            return
        then()
        self.events += 1
        assert Event.objects.count() == self.events
        assert review.state == Review.objects.get(pk=review.pk).state
        reached.add(review.state)
        taken.add(Event.objects.latest("seq").verb.removeprefix("review."))

    def everything(self) -> list[Any]:
        tables = (Review, Assignment, Verdict, Ruling, Publication, Event)
        return [list(table.objects.order_by("pk").values()) for table in tables]

    who = st.integers(0, 4)
    rating_given = st.sampled_from(RATINGS)

    def named(self, number: int) -> str:
        return list(self.people)[number % len(self.people)]

    # The steps

    @rule(slug=st.sampled_from(RATINGS))
    def go_on(self, slug: str) -> None:
        """What a desk would do next, so that chance alone need not find the way to a publication."""
        model, names = self.model, list(self.people)
        editors = [number for number, name in enumerate(names) if self.role(name) in EDITORS]
        apart = [number for number in editors if names[number] not in model.verdicts]
        others = [number for number in editors if not model.wrote_the_only_verdict(names[number])]
        free = [number for number, name in enumerate(names) if self.can_give_share(name)]
        waiting = [number for number, name in enumerate(names) if not model.shares.get(name, True)]
        match model.state:
            case "new" | "dismissed":
                self.triage(editors[0])
            case "in_adjudication" if apart and slug == "unproven":
                self.send_back(apart[0])
            case "in_adjudication" if apart:
                self.adjudicate(apart[0], slug, "The deed.")
            case "settled" if others:
                self.publish(others[0], "typo" if model.published else "")
            case "triaged" | "assigned" | "in_review" | "recheck" if free and slug == "true":
                self.assign(editors[0], free[0])
            case "triaged" | "assigned" | "in_review" | "recheck" if free:
                self.take(free[0])
            case "assigned" | "in_review" if waiting:
                self.submit(waiting[0], slug, True)

    @rule(who=who)
    def triage(self, who: int) -> None:
        by, model = self.named(who), self.model
        allowed = self.role(by) in EDITORS and model.state in ("new", "dismissed")
        self.attempt(
            allowed, lambda review, user: review.triage(by=user, now=NOW), by, lambda: self.to("triaged")
        )

    @rule(who=who, reason=st.sampled_from(["A matter of taste.", " "]))
    def dismiss(self, who: int, reason: str) -> None:
        by, model = self.named(who), self.model
        open_still = model.state in ("new", "triaged", "assigned", "in_review")
        allowed = self.role(by) in EDITORS and open_still and bool(reason.strip())
        act = lambda review, user: review.dismiss(by=user, now=NOW, disposition="opinion", reason=reason)  # noqa: E731
        self.attempt(allowed, act, by, lambda: self.to("dismissed"))

    def can_give_share(self, to: str) -> bool:
        model = self.model
        places = len(model.shares) < model.required
        return self.role(to) in REVIEWERS and to not in model.shares and places

    def give_share(self, to: str) -> None:
        self.model.shares[to] = False
        self.to("in_review" if self.model.state == "in_review" else "assigned")

    @rule(who=who, to=who)
    def assign(self, who: int, to: int) -> None:
        by, reviewer, model = self.named(who), self.named(to), self.model
        moment = model.state in ("new", "triaged", "assigned", "in_review", "recheck")
        allowed = self.role(by) in EDITORS and moment and self.can_give_share(reviewer)
        act = lambda review, user: review.assign(by=user, reviewer=self.people[reviewer], now=NOW)  # noqa: E731
        self.attempt(allowed, act, by, lambda: self.give_share(reviewer))

    @rule(who=who)
    def take(self, who: int) -> None:
        by, model = self.named(who), self.model
        moment = model.state in ("triaged", "assigned", "in_review", "recheck")
        allowed = moment and self.can_give_share(by)
        self.attempt(
            allowed, lambda review, user: review.take(by=user, now=NOW), by, lambda: self.give_share(by)
        )

    @rule(who=who)
    def release(self, who: int) -> None:
        by, model = self.named(who), self.model
        allowed = model.state in ("assigned", "in_review") and model.shares.get(by) is False

        def then() -> None:
            del model.shares[by]
            if model.state == "assigned" and not model.shares:
                self.to("recheck" if model.ever_ruled else "triaged")

        self.attempt(allowed, lambda review, user: review.release(by=user, now=NOW), by, then)

    @rule(who=who, slug=rating_given, cites=st.booleans())
    def submit(self, who: int, slug: str, cites: bool) -> None:
        by, model = self.named(who), self.model
        enough = cites or slug == "unproven"
        allowed = model.state in ("assigned", "in_review") and by in model.shares and enough

        def then() -> None:
            model.shares[by], model.verdicts[by] = True, slug
            model.given += 1
            model.settle_or_wait()

        cited = [self.evidence] if cites else []
        act = lambda review, user: review.submit(  # noqa: E731
            by=user, now=NOW, rating=rating(slug), rationale="The minutes say so.", evidence=cited
        )
        self.attempt(allowed, act, by, then)

    @rule(who=who, slug=rating_given, reasons=st.sampled_from(["The deed.", ""]))
    def adjudicate(self, who: int, slug: str, reasons: str) -> None:
        by, model = self.named(who), self.model
        apart = by not in model.verdicts
        allowed = self.role(by) in EDITORS and model.state == "in_adjudication" and apart and bool(reasons)
        act = lambda review, user: review.adjudicate(  # noqa: E731
            by=user, now=NOW, rating=rating(slug), summary="Sold.", reasons=reasons
        )
        self.attempt(allowed, act, by, lambda: model.rule(slug))

    @rule(who=who)
    def send_back(self, who: int) -> None:
        by, model = self.named(who), self.model
        allowed = self.role(by) in EDITORS and model.state == "in_adjudication" and by not in model.verdicts
        act = lambda review, user: review.send_back(by=user, now=NOW, reason="Look again.")  # noqa: E731
        self.attempt(allowed, act, by, lambda: self.to("in_review"))

    @rule(who=who, correction=st.sampled_from(["", "typo", "reversal", "withdrawn"]))
    def publish(self, who: int, correction: str) -> None:
        by, model = self.named(who), self.model
        fits = correction in ("typo", "reversal") if model.published else correction == ""
        may = self.role(by) in EDITORS and not model.wrote_the_only_verdict(by)
        act = lambda review, user: review.publish(  # noqa: E731
            by=user, now=NOW, correction=correction, note="Mended." if correction else ""
        )
        self.attempt(may and model.state == "settled" and fits, act, by, lambda: model.publish("published"))

    @rule(
        who=who,
        correction=st.sampled_from(["typo", "minor", "substantive"]),
        note=st.sampled_from(["A name.", ""]),
    )
    def correct(self, who: int, correction: str, note: str) -> None:
        by, model = self.named(who), self.model
        may = self.role(by) in EDITORS and not model.wrote_the_only_verdict(by)
        allowed = may and model.state == "published" and correction != "substantive" and bool(note)
        act = lambda review, user: review.correct(  # noqa: E731
            by=user, now=NOW, summary="Sold.", correction=correction, note=note
        )
        self.attempt(allowed, act, by, lambda: model.publish("published"))

    @rule(who=who)
    def recheck(self, who: int) -> None:
        by, model = self.named(who), self.model
        allowed = self.role(by) in EDITORS and model.state in ("settled", "published")

        def then() -> None:
            self.to("recheck")
            model.round += 1
            model.shares.clear()
            model.verdicts.clear()

        self.attempt(
            allowed, lambda review, user: review.recheck(by=user, now=NOW, reason="New minutes."), by, then
        )

    @rule(who=who, note=st.sampled_from(["Not in the article.", ""]))
    def withdraw(self, who: int, note: str) -> None:
        by, model = self.named(who), self.model
        allowed = self.role(by) in EDITORS and model.state == "published" and bool(note)
        act = lambda review, user: review.withdraw(by=user, now=NOW, note=note)  # noqa: E731
        self.attempt(allowed, act, by, lambda: model.publish("withdrawn"))

    def to(self, state: str) -> None:
        self.model.state = state

    # What is always so

    @invariant()
    def desk_and_model_agree(self) -> None:
        if not self.people:
            return
        review, model = Review.objects.get(pk=self.review.pk), self.model
        standing = {verdict.author.username: verdict.rating.slug for verdict in review.standing_verdicts()}
        shares = {share.reviewer.username: share.verdict_given for share in review.shares()}
        assert review.state in State.values
        assert (review.state, review.round, shares, standing) == (
            model.state,
            model.round,
            model.shares,
            model.verdicts,
        )
        assert (Verdict.objects.count(), Publication.objects.count()) == (model.given, model.published)
        assert (review.ruling.rating.slug if review.ruling else "") == model.ruling
        assert (review.publication.number if review.publication else 0) == model.published


@pytest.mark.django_db
def test_process_holds_whatever_people_do() -> None:
    Desk.TestCase.settings = settings(
        max_examples=60,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    Desk.TestCase().runTest()
    # People came nearly everywhere. Chance may leave out a step or two, and which differs between machines.
    assert len(taken) >= len(STEPS) - 2, set(STEPS) - taken
    assert len(reached) >= len(State) - 2, set(State) - reached
