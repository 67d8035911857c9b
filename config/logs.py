"""One event, one line of JSON, with the id of the request that it belongs to.

Article text, form contents and query strings are never logged: what is being checked is a newsroom's secret.
"""

import json
import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import LazyObject, empty

from config.proxies import came_through_proxy

REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
# What logging gives every record; anything else came in by `extra=` and is shown.
STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "taskName",
    "request",
    "server_time",
}
SECRET = re.compile(r"password|token|secret|cookie|authorization|key$", re.IGNORECASE)

current_request_id: ContextVar[str] = ContextVar("current_request_id", default="")
requests = logging.getLogger("stet.requests")


def configuration(*, level: str) -> dict[str, Any]:
    """For LOGGING and for the web server, so that both write the same lines to standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "config.logs.JsonLines"}},
        # The level stands here, too, because db_worker sets its own loggers to INFO.
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "level": level}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django gives this logger handlers of its own: one is silent without DEBUG, one sends mail.
            "django": {"handlers": [], "level": level, "propagate": True},
            "axes": {"level": "WARNING"},
            # RequestLog writes the line for a request, with its id and without the query string.
            "gunicorn.access": {"handlers": [], "level": "WARNING", "propagate": False},
            "gunicorn.error": {"handlers": [], "level": level, "propagate": True},
        },
    }


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := current_request_id.get():
            line["request"] = request_id
        for name, value in vars(record).items():
            if name not in STANDARD:
                line[name] = "hidden" if SECRET.search(name) else value
        if record.exc_info and record.exc_info[0]:
            line["error"] = "".join(traceback.format_exception(*record.exc_info))
        # json escapes CR, LF and every other control character; ensure_ascii also U+2028 and lone surrogates
        return json.dumps(line, default=str, ensure_ascii=True)


class RequestLog:
    """Gives every request an id, answers with it in X-Request-ID, and logs the request when it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = current_request_id.set(self.id_of(request))
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = current_request_id.get()
            self.log(request, response.status_code, time.perf_counter() - began)
            return response
        finally:
            current_request_id.reset(token)

    def id_of(self, request: HttpRequest) -> str:
        given = request.headers.get("X-Request-ID", "") if came_through_proxy(request) else ""
        return given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex

    def log(self, request: HttpRequest, status: int, seconds: float) -> None:
        if request.path.startswith(settings.STATIC_URL):
            return
        requests.info(
            "%s %s %s",
            request.method,
            request.path,
            status,
            extra={"status": status, "ms": round(seconds * 1000, 1), "user": known_user(request)},
        )


def known_user(request: HttpRequest) -> int | None:
    """The id of who asks, when the view has looked: looking for the log's sake would cost two queries."""
    user = vars(request).get("user")
    if isinstance(user, LazyObject) and user._wrapped is empty:
        return None
    return getattr(user, "pk", None)
