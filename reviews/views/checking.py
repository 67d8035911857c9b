"""What a reviewer does on a claim's page: evidence, the draft of a verdict, the verdict."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from claims.permissions import require
from claims.refusals import Refused, Stale
from claims.views.desk import DeskRequest, desk_page, tell
from reviews import permissions
from reviews.claim_page import ClaimPage
from reviews.forms import DraftForm, EvidenceForm, VerdictForm
from reviews.models import Assignment, Evidence
from reviews.views.claims import review_of, show, show_unaccepted


@require_POST
@desk_page
def claim_evidence(request: DeskRequest, claim_id: UUID) -> HttpResponse:
    """Put a source to the claim; `look` only searches the known sources and keeps what was typed."""
    review = review_of(claim_id)
    require(permissions.right_refusal("add_evidence", request.user))
    if "look" in request.POST:
        form = EvidenceForm(typed=request.POST)
        return show(request, ClaimPage(review, request.user, bound={"evidence": form}))
    form = EvidenceForm(request.POST)
    problem: Exception | None = None
    try:
        if form.is_valid():
            form.add(review, by=request.user, now=timezone.now())
            messages.success(request, "The evidence is added.")
            return redirect("claim", claim_id)
    except (Refused, Stale, ValidationError) as error:
        problem = error
    return show_unaccepted(request, claim_id, "evidence", form, problem)


@require_POST
@desk_page
def evidence_withdraw(request: DeskRequest, claim_id: UUID, evidence_id: int) -> HttpResponse:
    offered = Evidence.objects.of_review(review_of(claim_id)).visible_to(request.user)
    get_object_or_404(offered, pk=evidence_id).withdraw(by=request.user, now=timezone.now())
    messages.success(request, "The evidence is offered no more; verdicts that cite it keep it.")
    return redirect("claim", claim_id)


@require_POST
@desk_page
def claim_submit(request: DeskRequest, claim_id: UUID) -> HttpResponse:
    """Give the verdict."""
    page = ClaimPage(review_of(claim_id), request.user)
    require(permissions.right_refusal("take_review", request.user))
    form = VerdictForm(request.POST, share=page.share or Assignment(), evidence=page.evidence)
    problem: Exception | None = None
    try:
        require(permissions.refusal("submit", page.review, request.user))
        if form.is_valid():
            form.submit(page.review, by=request.user, now=timezone.now())
            messages.success(request, "Your verdict is in.")
            return redirect("claim", claim_id)
    except (Refused, Stale, ValidationError) as error:
        problem = error
    return show_unaccepted(request, claim_id, "submit", form, problem)


@require_POST
@desk_page
def claim_draft(request: DeskRequest, claim_id: UUID) -> HttpResponse:
    """Keep the draft of a verdict. Where another window saved first nothing is written, and both texts are shown."""
    page = ClaimPage(review_of(claim_id), request.user)
    require(permissions.refusal("submit", page.review, request.user))
    draft, share, status = DraftForm(request.POST), page.share or Assignment(), 400
    try:
        if draft.is_valid():
            draft.save(share, by=request.user, now=timezone.now())
            status = 200
    except Stale:
        page.newer, status = Assignment.objects.with_review().get(pk=share.pk), 409
    except ValidationError as error:
        tell(draft, error)
    page.draft = draft
    if request.htmx:
        return render(request, "reviews/draft_status.html", {"page": page}, status=status)
    if status == 200:
        messages.success(request, "The draft is saved.")
        return redirect("claim", claim_id)
    page.bound["submit"] = VerdictForm.typed(request.POST, page.newer or share, page.evidence)
    return show(request, page, status=status)
