"""A claim's page and the steps that are taken on it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from claims.permissions import require
from claims.refusals import Refused, Stale
from claims.views.desk import DeskRequest, desk_page, tell
from reviews import permissions
from reviews.claim_page import ClaimPage
from reviews.forms import STEP_FORMS
from reviews.models import Review
from reviews.workflow import STEPS

if TYPE_CHECKING:
    from django import forms

DONE = {
    "triage": "The claim is in the queue.",
    "take": "You have a share in this review.",
    "release": "You have given your share back.",
    "assign": "The reviewer has a share in this review.",
    "dismiss": "The claim is dismissed.",
    "adjudicate": "Your ruling stands.",
    "send_back": "The reviewers are asked to look again.",
    "publish": "Published.",
    "correct": "The correction is published.",
    "recheck": "The claim is checked again.",
    "withdraw": "Withdrawn. The public sees a notice.",
}


def review_of(claim_id: UUID) -> Review:
    return get_object_or_404(Review.objects.for_page().with_shares(), claim=claim_id)


def show(request: DeskRequest, page: ClaimPage, *, status: int = 200) -> HttpResponse:
    return render(request, "reviews/claim.html", {"page": page, "review": page.review}, status=status)


def show_unaccepted(
    request: DeskRequest, claim_id: UUID, name: str, form: "forms.Form", error: Exception | None
) -> HttpResponse:
    """The page again, with what was typed and why it was not accepted. A right that is missing is a 403."""
    if isinstance(error, Refused) and error.refusal.kind == "forbidden":
        raise PermissionDenied(error.refusal.reason) from error
    if isinstance(error, ValidationError):
        tell(form, error)
    conflict = isinstance(error, Refused | Stale)
    page = ClaimPage(
        review_of(claim_id), request.user, bound={name: form}, said=str(error) if conflict else ""
    )
    return show(request, page, status=409 if conflict else 400)


@require_safe
@desk_page
def claim(request: DeskRequest, claim_id: UUID) -> HttpResponse:
    return show(request, ClaimPage(review_of(claim_id), request.user))


@require_POST
@desk_page
def claim_step(request: DeskRequest, claim_id: UUID, step: str) -> HttpResponse:
    """Take a step of the process on a claim."""
    review = review_of(claim_id)
    require(permissions.right_refusal(STEPS[step].right, request.user))
    form = STEP_FORMS[step](request.POST, review=review, by=request.user)
    problem: Exception | None = None
    try:
        require(permissions.refusal(step, review, request.user))
        if form.is_valid():
            form.take(now=timezone.now())
            messages.success(request, DONE[step])
            return redirect("claim", claim_id)
    except (Refused, Stale, ValidationError) as error:
        problem = error
    return show_unaccepted(request, claim_id, step, form, problem)
