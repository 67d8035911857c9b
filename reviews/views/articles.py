"""Articles as the desk sees them: how far their checking is, and the page on which they are read."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from claims import permissions as bringing
from claims.models import Article, Job
from claims.models.job import JobState
from claims.paging import page_of
from claims.permissions import require
from claims.views.desk import DeskRequest, desk_page
from reviews import permissions, workflow
from reviews.models import Review
from reviews.progress import Progress, of_articles
from reviews.reading import part_of
from reviews.triage import MOST_AT_ONCE, triage_all
from reviews.views.parameters import number_from

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@require_safe
@desk_page
def articles(request: DeskRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:200]
    page = page_of(Article.objects.matching(words).with_job_state().newest_first(), request)
    progress = of_articles(page.rows)
    context = {
        "page": page,
        "rows": [(article, progress[article.pk]) for article in page],
        "words": words,
        "may_bring": bringing.refusal("bring", request.user) is None,
    }
    return render(request, "reviews/articles.html", context)


@require_safe
@desk_page
def article(request: DeskRequest, article_id: int) -> HttpResponse:
    job = get_object_or_404(Job.objects.of_newest_version(article_id))
    version = job.version
    part = part_of(version, number_from(request, "from"))
    counts = Review.objects.of_article(version.article).state_counts()
    state = request.GET.get("state", "")
    context = {
        "article": version.article,
        "version": version,
        "job": job,
        "is_split": job.state == JobState.DONE,
        "part": part,
        "state": state,
        "shown": part.in_state(state),
        "progress": Progress(counts),
        "states": [
            (value, label, counts[value]) for value, label in workflow.State.choices if value in counts
        ],
        "may_bring": bringing.refusal("bring", request.user) is None,
        "may_triage": permissions.right_refusal("triage_review", request.user) is None,
    }
    return render(request, "reviews/article.html", context)


@require_POST
@desk_page
def article_triage(request: DeskRequest, article_id: int) -> HttpResponse:
    """Put claims of an article into the queue: those that are ticked, or all the new ones."""
    require(permissions.right_refusal("triage_review", request.user))
    article = get_object_or_404(Article, pk=article_id)
    reviews = Review.objects.of_article(article).in_state(workflow.State.NEW)
    if "all" not in request.POST:
        reviews = reviews.of_claim_ids(_uuids(request.POST.getlist("claim")))
    done, more = triage_all(reviews, by=request.user, now=timezone.now())
    said = (
        f"{done} claim{'' if done == 1 else 's'} put into the queue."
        if done
        else "No claim was new and ticked."
    )
    messages.success(request, said + (f" {MOST_AT_ONCE} at a time: there are more." if more else ""))
    return redirect("article", article_id)


def _uuids(values: Sequence[str]) -> list[UUID]:
    """Those that look like ids; the rest cannot be the id of anything."""
    return [UUID(value) for value in values if _UUID.fullmatch(value)]
