"""Articles: bring one in, look at it, mend what is known about it."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.bodies import Body, Day, Line, Text
from claims.api.filters import Filters, WordsFilter
from claims.api.idempotency import once
from claims.api.resource import Resource
from claims.api.serializers import ArticleSerializer
from claims.intake import bring_text
from claims.models import Article
from claims.models.article import ArticleQuerySet
from claims.permissions import refusal, require


class ArticleChanges(Body):
    title = Line(max_length=300, required=False)
    byline = Line(max_length=300, required=False, allow_blank=True)
    outlet = Line(max_length=200, required=False, allow_blank=True)
    url = Line(max_length=2000, required=False, allow_blank=True, help_text="An http or https address.")
    published_on = Day(
        required=False, allow_null=True, help_text="The dateline: “last month” is counted from it."
    )
    language = Line(max_length=35, required=False, help_text="BCP 47, such as en or en-GB.")


class ArticleBody(ArticleChanges):
    text = Text(max_length=None, help_text="The words of the article, as they are.")
    title = Line(
        max_length=300, required=False, allow_blank=True, help_text="Left out: its headline or first words."
    )


class ArticleFilters(Filters):
    q = WordsFilter(label="Words that stand in title, byline, outlet, address or text.")


class Articles(Resource[Article]):
    """Pieces of copy under check. Their words are in their versions."""

    serializer_class = ArticleSerializer
    filterset_class = ArticleFilters
    # Two bytes of UTF-8 may be written as six: \u044f.
    body_limit = 3 * settings.STET_MAX_TEXT_BYTES + 65_536

    def rows(self) -> ArticleQuerySet:
        return Article.objects.with_people().newest_first()

    @extend_schema(
        request=ArticleBody,
        responses={201: ArticleSerializer, 200: OpenApiResponse(ArticleSerializer, "It was there already.")},
    )
    @once
    def create(self, request: Request) -> Response:
        """Bring an article in. The same article again (same address, or same text without one) changes nothing and
        answers 200. Its claims appear as soon as it is split; `/versions/?article=` tells how far that is."""
        require(refusal("bring", self.user))
        said: dict[str, Any] = self.said(ArticleBody)
        article, created = bring_text(by=self.user, now=timezone.now(), **said)
        return self.answer(article, status=201 if created else 200)

    @extend_schema(request=ArticleChanges)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change what is known about the article, never its words. Needs `If-Match`."""
        article = self.row(pk)
        revision = self.admit(refusal("bring", self.user), article, revision_required=True)
        article.edit(by=self.user, now=timezone.now(), revision=revision, **self.said(ArticleChanges))
        return self.answer(article)
