"""Where the checking stands: work states change by the steps of the process alone."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from claims.admin import console
from claims.admin.acting import act
from claims.admin.editing import Edited, acting
from claims.admin.links import linked, listed
from claims.admin.showing import Shown
from claims.models import Disposition
from reviews.models import Assignment, Policy, Review
from reviews.permissions import right_refusal

POLICY = (
    "name",
    "reviewers_required",
    "blind",
    "minimum_evidence",
    "only_author_may_publish",
    "adjudicator_may_be_reviewer",
)


class StepForm(ActionForm):
    """What dismissing and checking again need to be told."""

    disposition = forms.ChoiceField(
        label="As", required=False, choices=[("", "dismissed as…"), *Disposition.choices]
    )
    reason = forms.CharField(
        required=False, max_length=300, widget=forms.TextInput(attrs={"placeholder": "and why"})
    )


@admin.register(Review, site=console)
class ReviewAdmin(Shown):
    list_display = ("__str__", "state", "of_article", "round", "due_on", "in_force", "changed_at")
    list_filter = ("state", "policy", "dismissed_as", "due_on")
    list_select_related = ("claim__article", "ruling__rating")
    search_fields = ("claim__text", "claim__article__title")
    ordering = ("-changed_at", "-id")
    narrowed_by = ("claim__article", "policy")
    fields = (
        "claim",
        "state",
        "policy",
        "round",
        "due_on",
        "dismissed_as",
        "dismissed_because",
        "ruling",
        "publication",
        "created_at",
        "changed_at",
        "revision",
        "shares_listed",
        "evidence_listed",
        "verdicts_listed",
        "rulings_listed",
        "publications_listed",
    )
    actions = ("triage", "dismiss", "recheck")
    action_form = StepForm

    of_article = linked("claim.article")
    in_force = linked("ruling")
    shares_listed = listed("reviews.assignment", by="review", name="shares")
    evidence_listed = listed("reviews.evidence", by="review", name="evidence")
    verdicts_listed = listed("reviews.verdict", by="review", name="verdicts")
    rulings_listed = listed("reviews.ruling", by="review", name="rulings")
    publications_listed = listed("reviews.publication", by="review", name="publications")

    def has_triage_permission(self, request: HttpRequest) -> bool:
        return right_refusal("triage_review", request.user) is None

    @admin.action(description="Put into the queue", permissions=["triage"])
    def triage(self, request: HttpRequest, rows: QuerySet[Review]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda review: review.triage(by=by, now=now), done="Put into the queue")

    @admin.action(description="Dismiss (as what, and why: fill in beside)", permissions=["triage"])
    def dismiss(self, request: HttpRequest, rows: QuerySet[Review]) -> None:
        by, now = acting(request), timezone.now()
        told = {name: request.POST.get(name, "") for name in ("disposition", "reason")}
        act(request, rows, lambda review: review.dismiss(by=by, now=now, **told), done="Dismissed")

    @admin.action(description="Check again (why: fill in beside)", permissions=["triage"])
    def recheck(self, request: HttpRequest, rows: QuerySet[Review]) -> None:
        by, now, reason = acting(request), timezone.now(), request.POST.get("reason", "")
        act(
            request,
            rows,
            lambda review: review.recheck(by=by, now=now, reason=reason),
            done="To be checked again",
        )


@admin.register(Assignment, site=console)
class AssignmentAdmin(Shown):
    """Who has which share. The draft in it is its reviewer's alone and stands in no column here."""

    list_display = ("of_review", "who", "round", "due_on", "created_at", "verdict_at", "released_at")
    list_filter = ("due_on",)
    search_fields = ("reviewer__username", "review__claim__text")
    ordering = ("-id",)
    narrowed_by = ("review", "reviewer", "assigned_by")
    fields = (
        "review",
        "reviewer",
        "round",
        "assigned_by",
        "due_on",
        "created_at",
        "released_at",
        "release_reason",
        "verdict_at",
        "verdicts_listed",
    )

    of_review = linked("review")
    who = linked("reviewer")
    verdicts_listed = listed("reviews.verdict", by="assignment", name="verdicts")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assignment]:
        return super().get_queryset(request).select_related("review__claim", "reviewer")


@admin.register(Policy, site=console)
class PolicyAdmin(Edited):
    """A policy that reviews began under stays as it is: another one is made for what is to come."""

    list_display = (*POLICY, "is_default")
    search_fields = ("name",)
    ordering = ("name",)
    fields = (*POLICY, "is_default", "reviews_listed")
    actions = ("make_default",)

    reviews_listed = listed("reviews.review", by="policy", name="reviews")

    def get_readonly_fields(self, request: HttpRequest, obj: Policy | None = None) -> Any:
        settled = ("is_default", "reviews_listed")
        return (*POLICY, *settled) if obj is not None and obj.has_begun() else settled

    def get_fields(self, request: HttpRequest, obj: Policy | None = None) -> Any:
        return POLICY if obj is None else self.fields

    def has_make_default_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    @admin.action(description="Check articles to come under it", permissions=["make_default"])
    def make_default(self, request: HttpRequest, rows: QuerySet[Policy]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda policy: policy.make_default(by=by, now=now), done="From now on the default")
