"""Bringing articles in, and what is known about them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims import permissions, tasks
from claims.forms import AboutArticleForm, BringForm
from claims.intake import bring_text
from claims.models import Article, Job
from claims.refusals import Stale
from claims.views.desk import DeskRequest, desk_page, tell, with_revision


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page
def article_new(request: DeskRequest) -> HttpResponse:
    permissions.require(permissions.refusal("bring", request.user))
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            article, created = bring_text(by=request.user, now=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            tell(form, error)
        else:
            if not created:
                messages.info(request, "This article is here already; nothing was changed.")
            return redirect("article", article.pk)
    status = 400 if form.errors else 200
    return render(request, "claims/article_new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@desk_page
def article_edit(request: DeskRequest, article_id: int) -> HttpResponse:
    permissions.require(permissions.refusal("bring", request.user))
    article = get_object_or_404(Article, pk=article_id)
    form = AboutArticleForm(request.POST) if request.method == "POST" else AboutArticleForm.of(article)
    newer, status = None, 400 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            article.edit(by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, "Saved.")
            return redirect("article", article.pk)
        except Stale:
            # What was typed stays in the form, what stands now is shown beside it; saving again replaces it.
            current = Article.objects.get(pk=article_id)
            newer, status = AboutArticleForm.of(current), 409
            form = AboutArticleForm(with_revision(request.POST, current.revision))
        except ValidationError as error:
            tell(form, error)
    context = {"form": form, "newer": newer, "article": Article.objects.get(pk=article_id)}
    return render(request, "claims/article_edit.html", context, status=status)


@require_safe
@desk_page
def article_progress(request: DeskRequest, article_id: int) -> HttpResponse:
    """How far the splitting is, for the page that waits for it; when it has ended, the page is told to load again."""
    job = get_object_or_404(Job.objects.of_newest_version(article_id))
    may_bring = permissions.refusal("bring", request.user) is None
    response = render(
        request, "claims/progress.html", {"job": job, "article_id": article_id, "may_bring": may_bring}
    )
    if job.is_settled and request.htmx:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@desk_page
def article_retry(request: DeskRequest, article_id: int) -> HttpResponse:
    permissions.require(permissions.refusal("bring", request.user))
    job = get_object_or_404(Job.objects.of_newest_version(article_id))
    if tasks.retry(job, now=timezone.now()):
        messages.success(request, "The article is in the queue again.")
    else:
        messages.info(request, "There is nothing to try again: the splitting has not failed.")
    return redirect("article", article_id)
