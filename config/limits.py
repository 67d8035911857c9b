"""Refuses a request whose body is larger than anything the desk takes, before a byte of it is read.

Django limits form data but not uploaded files. A body without a length is read as empty, so the length decides.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse


class BodyLimit:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return self.refusal(request)
        return self.get_response(request)

    def refusal(self, request: HttpRequest) -> HttpResponse:
        said = f"At most {settings.DATA_UPLOAD_MAX_MEMORY_SIZE} bytes are taken in one request."
        if request.path.startswith("/api/"):
            problem = {"type": "about:blank", "title": "Content Too Large", "status": 413, "detail": said}
            return JsonResponse(problem, status=413, content_type="application/problem+json")
        return HttpResponse(said, status=413, content_type="text/plain; charset=utf-8")
