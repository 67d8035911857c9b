"""The desk's addresses and one that is not in the table."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import urlpatterns as known


def leak(request: HttpRequest, article_id: int) -> HttpResponse:
    return HttpResponse("leaked")


urlpatterns = [*known, path("articles/<int:article_id>/leak/", leak)]
