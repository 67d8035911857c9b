"""Sources, what they said, and which claims they were put to."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.paging import page_of
from claims.permissions import require
from claims.refusals import Stale
from claims.views.desk import DeskRequest, desk_page, tell, with_revision
from reviews import permissions
from reviews.forms import SnapshotForm, SourceForm
from reviews.models import Evidence, Snapshot, Source


@require_safe
@desk_page
def sources(request: DeskRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:200]
    page = page_of(Source.objects.matching(words).newest_first(), request)
    return render(request, "reviews/sources.html", {"page": page, "words": words})


@require_safe
@desk_page
def source(request: DeskRequest, source_id: int) -> HttpResponse:
    return _show(request, get_object_or_404(Source, pk=source_id), SnapshotForm())


def _show(request: DeskRequest, source: Source, form: SnapshotForm, *, status: int = 200) -> HttpResponse:
    evidence = Evidence.objects.of_source(source).standing().visible_to(request.user)
    context = {
        "source": source,
        "evidence": page_of(evidence.with_claim().newest_first(), request),
        "snapshots": page_of(
            Snapshot.objects.of_source(source).newest_first(), request, size=5, parameter="snapshots"
        ),
        "form": form,
        "may_change": permissions.right_refusal("change_source", request.user) is None,
    }
    return render(request, "reviews/source.html", context, status=status)


@require_POST
@desk_page
def source_snapshot(request: DeskRequest, source_id: int) -> HttpResponse:
    require(permissions.right_refusal("add_source", request.user))
    source = get_object_or_404(Source, pk=source_id)
    form = SnapshotForm(request.POST)
    if form.is_valid():
        try:
            source.take_snapshot(by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, "The snapshot is kept.")
            return redirect("source", source.pk)
        except ValidationError as error:
            tell(form, error)
    return _show(request, source, form, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page
def source_edit(request: DeskRequest, source_id: int) -> HttpResponse:
    require(permissions.right_refusal("change_source", request.user))
    source = get_object_or_404(Source, pk=source_id)
    form = SourceForm(request.POST) if request.method == "POST" else SourceForm.of(source)
    newer, status = None, 400 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            source.edit(by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, "Saved.")
            return redirect("source", source.pk)
        except Stale:
            # What was typed stays in the form, what stands now is shown beside it; saving again replaces it.
            current = Source.objects.get(pk=source_id)
            newer, status = SourceForm.of(current), 409
            form = SourceForm(with_revision(request.POST, current.revision))
        except ValidationError as error:
            tell(form, error)
    context = {"form": form, "newer": newer, "source": Source.objects.get(pk=source_id)}
    return render(request, "reviews/source_edit.html", context, status=status)
