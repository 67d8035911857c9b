"""What everybody may read, without a log-in: only what was published, as it was frozen."""

import re
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from claims.paging import page_of
from reviews.models import Publication, Rating
from reviews.published import PART, by_article, corrections_of, page_of_article
from reviews.views.parameters import number_from

_COLOUR = re.compile("#[0-9a-f]{6}")


@login_not_required
@require_safe
def published(request: HttpRequest) -> HttpResponse:
    page = page_of(Publication.objects.articles_newest_first(), request)
    return render(request, "reviews/published.html", {"page": page, "articles": by_article(page.rows)})


@login_not_required
@require_safe
def published_article(request: HttpRequest, article_id: int) -> HttpResponse:
    first = number_from(request, "from")
    shown = page_of_article(article_id, first)
    if not shown.publications:
        raise Http404("Nothing has been published on this article.")
    context = {"shown": shown, "corrections": corrections_of(article_id), "article_id": article_id}
    return render(request, "reviews/published_article.html", context)


@login_not_required
@require_safe
def permalink(request: HttpRequest, claim_id: UUID) -> HttpResponse:
    """Where a published claim stands, for good."""
    publication = get_object_or_404(Publication.objects.in_force().with_all(), review__claim=claim_id)
    claim = publication.review.claim
    address = reverse("published-article", args=[claim.article_id])
    beyond_first = (
        Publication.objects.of_article_id(claim.article_id).in_force().before(claim.position)[PART - 1 :]
    )
    part = f"?from={claim.position}" if beyond_first.exists() else ""
    return redirect(f"{address}{part}#claim-{claim_id}")


@login_not_required
@require_safe
@cache_control(public=True, max_age=300)
def rating_colours(request: HttpRequest) -> HttpResponse:
    """The ratings' colours as classes: they are data, and the policy allows no style on the page itself."""
    colours = sorted({colour for colour in Rating.objects.colours() if _COLOUR.fullmatch(colour)})
    rules = "".join(f".c-{colour[1:]}{{--rating:{colour}}}\n" for colour in colours)
    return HttpResponse(rules, content_type="text/css; charset=utf-8")
