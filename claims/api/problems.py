"""Every error of the API as problem details (RFC 9457): what went wrong, where, and how to mend it."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as ModelError
from django.db import DatabaseError, DataError, IntegrityError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer

from claims.refusals import Refused, Stale

MEDIA_TYPE = "application/problem+json"
# A short time, since what kept the database busy is a short transaction or a restart.
RETRY_AFTER = 5

logger = logging.getLogger(__name__)


# Python names these differently from version to version.
_TITLES = {413: "Content Too Large", 422: "Unprocessable Content"}


def title_of(status: int) -> str:
    return _TITLES.get(status) or HTTPStatus(status).phrase


class ContentTooLarge(exceptions.APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"


class PreconditionRequired(exceptions.APIException):
    status_code = HTTPStatus.PRECONDITION_REQUIRED
    default_code = "revision_missing"


class KeyReused(exceptions.APIException):
    status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    default_code = "key_reused"


class BadParameters(exceptions.APIException):
    """Query parameters or headers that cannot be taken; the detail maps their names to what is wrong."""

    status_code = HTTPStatus.BAD_REQUEST
    default_code = "bad_parameter"

    def __init__(self, wrong: Mapping[str, str]) -> None:
        super().__init__("The address or a header holds something that cannot be taken; see errors.")
        self.errors = [{"parameter": name[:100], "detail": said} for name, said in wrong.items()]


@dataclass
class Problem:
    """One answer of the kind `application/problem+json`; `more` are its further members."""

    status: int
    kind: str
    detail: str
    more: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def response(self) -> HttpResponse:
        body = {
            "type": f"urn:stet:problem:{self.kind.replace('_', '-')}",
            "title": title_of(self.status),
            "status": self.status,
            "detail": self.detail,
            **self.more,
        }
        return HttpResponse(
            JSONRenderer().render(body), status=self.status, headers=self.headers, content_type=MEDIA_TYPE
        )


def handler(error: Exception, context: Mapping[str, Any]) -> HttpResponse | None:
    """The answer to an exception in a view. Only with DEBUG are unforeseen ones left to Django's own page."""
    problem = _problem(error, context)
    return problem.response() if problem else None


def _problem(error: Exception, context: Mapping[str, Any]) -> Problem | None:
    match error:
        case Refused():
            conflict = error.refusal.kind == "conflict"
            return Problem(409 if conflict else 403, "conflict" if conflict else "refused", str(error))
        case Stale():
            return _stale(error, context)
        case ModelError():
            return _invalid(_errors_of_model(error, getattr(context["view"], "field_names", {})))
        case exceptions.ValidationError():
            return _invalid(list(_errors("", error.detail)))
        case Http404():
            return _of_framework(exceptions.NotFound())
        case PermissionDenied():
            return _of_framework(exceptions.PermissionDenied())
        case exceptions.APIException():
            return _of_framework(error)
        case DatabaseError():
            return _of_database(error)
    if settings.DEBUG:
        return None
    logger.exception("The API failed.", exc_info=error)
    return Problem(500, "failure", "The desk failed at this. It has been noted down; nothing was changed.")


def _stale(error: Stale, context: Mapping[str, Any]) -> Problem:
    current = error.current
    problem = Problem(
        412, "changed_meanwhile", str(error), more={"current": context["view"].represent(current)}
    )
    if hasattr(current, "revision"):
        problem.headers["ETag"] = f'"v{current.revision}"'
    return problem


def _invalid(errors: Sequence[dict[str, str]]) -> Problem:
    return Problem(
        400, "invalid", "The request holds something that cannot be taken; see errors.", {"errors": errors}
    )


def _errors_of_model(error: ModelError, names: Mapping[str, str]) -> list[dict[str, str]]:
    """What a model's check found; `names` are the fields that the API calls otherwise."""
    if not hasattr(error, "error_dict"):
        return [{"detail": message} for message in error.messages]
    return [
        {"detail": message} if name == "__all__" else {"field": names.get(name, name), "detail": message}
        for name, messages in error.message_dict.items()
        for message in messages
    ]


def _errors(path: str, detail: Any) -> Iterator[dict[str, str]]:
    """Nested errors of the framework as a flat list, such as `new_evidence.0.quote`."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            whole = name == "non_field_errors"
            yield from _errors(path if whole else f"{path}.{name}".lstrip("."), inner)
    elif isinstance(detail, list):
        for place, inner in enumerate(detail):
            nested = isinstance(inner, Mapping | list)
            yield from _errors(f"{path}.{place}".lstrip(".") if nested else path, inner)
    else:
        yield {"field": path, "detail": str(detail)} if path else {"detail": str(detail)}


def _of_framework(error: exceptions.APIException) -> Problem:
    said = _SAID.get(type(error), str(error.detail))
    problem = Problem(int(error.status_code), error.default_code, said)
    if getattr(error, "auth_header", None):
        problem.headers["WWW-Authenticate"] = error.auth_header  # type: ignore[attr-defined]
    if getattr(error, "wait", None):
        problem.headers["Retry-After"] = str(error.wait)  # type: ignore[attr-defined]
    if hasattr(error, "errors"):
        problem.more["errors"] = error.errors
    return problem


_SAID: dict[type[exceptions.APIException], str] = {
    exceptions.NotAuthenticated: "Say who asks: “Authorization: Bearer <token>”, or log in at the desk.",
    exceptions.NotFound: "There is nothing here, or nothing that you may see. Addresses end with a slash.",
    exceptions.NotAcceptable: "The API answers in JSON. Ask for it: “Accept: application/json”.",
    exceptions.UnsupportedMediaType: "The API reads JSON. Say so: “Content-Type: application/json”.",
}


def _of_database(error: DatabaseError) -> Problem:
    match error:
        case OperationalError():
            logger.warning("The database did not answer: %s", error)
            said = "The database is busy or away. Nothing was changed; send the request again shortly."
            return Problem(503, "busy", said, headers={"Retry-After": str(RETRY_AFTER)})
        case IntegrityError():
            logger.warning("The database refused a row: %s", error)
            return Problem(
                409, "conflict", "This contradicts what is there by now. Read it again, then decide."
            )
        case DataError():
            logger.warning("The database cannot hold a value: %s", error)
            return Problem(400, "invalid", "A value is larger than the desk can hold.")
    logger.exception("The database failed.", exc_info=error)
    return Problem(500, "failure", "The desk failed at this. It has been noted down; nothing was changed.")
