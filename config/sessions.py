"""Sessions end after eight idle hours, and after seven days whatever happens."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

LIFETIME = timedelta(days=7)
# Putting off the end on every request would be one database write a page.
NOTICE_EVERY = timedelta(minutes=10)


class SessionLifetime:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "_auth_user_id" in request.session:
            self.keep_time(request, now=timezone.now())
        return self.get_response(request)

    def keep_time(self, request: HttpRequest, *, now: datetime) -> None:
        session = request.session
        began = datetime.fromisoformat(session.setdefault("began", now.isoformat()))
        seen = datetime.fromisoformat(session.setdefault("seen", now.isoformat()))
        if now - began > LIFETIME:
            session.flush()
        elif now - seen > NOTICE_EVERY:
            session["seen"] = now.isoformat()
