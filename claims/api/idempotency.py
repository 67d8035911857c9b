"""A request that is sent again is done once: `Idempotency-Key` on every POST (after the IETF draft of that name).

The key is taken in the transaction of the write itself. Of two that come at once the second waits for the first; when
the first fails nothing of it remains, and the second goes ahead. A request that failed does not use its key up.
"""

import hashlib
import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.problems import BadParameters, KeyReused
from claims.models import Reply, User

HEADER, REPLAYED = "Idempotency-Key", "Idempotency-Replayed"
# What of an answer is given again, beside its status and body.
_KEPT = ("ETag", "Location")
_KEY = re.compile(r'"?([\x21\x23-\x7e]{1,200})"?')

P = ParamSpec("P")
Answer = Callable[Concatenate[Any, Request, P], HttpResponse]


def once(act: Callable[Concatenate[Any, Request, P], Response]) -> Answer[P]:
    """Make a method that answers a POST heed the key, when one is sent."""

    @wraps(act)
    def answered(view: Any, request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        header = request.headers.get(HEADER)
        if header is None:
            return act(view, request, *args, **kwargs)
        key, print_of_body = _key(header), _fingerprint(request)
        with transaction.atomic():
            reply, is_new = _take(request, key, print_of_body)
            if not is_new:
                return _again(reply, print_of_body)
            response = act(view, request, *args, **kwargs)
            _keep(reply, response)
        return response

    return answered  # type: ignore[return-value]  # mypy cannot follow wraps here


def _key(header: str) -> str:
    found = _KEY.fullmatch(header)
    if found is None:
        raise BadParameters({HEADER: "Send 1 to 200 visible ASCII characters, such as a UUID."})
    return found[1]


def _fingerprint(request: Request) -> str:
    return hashlib.sha256(json.dumps(request.data, sort_keys=True).encode()).hexdigest()


def _take(request: Request, key: str, print_of_body: str) -> tuple[Reply, bool]:
    """The row of this key, and whether it was free. Waits while another request holds it."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("Only those who are logged in have keys.")
    own = {"user": user, "route": request.path[:200], "key": key}
    try:
        with transaction.atomic():
            return Reply.objects.create(**own, fingerprint=print_of_body, created_at=timezone.now()), True
    except IntegrityError:
        return Reply.objects.get(**own), False


def _keep(reply: Reply, response: Response) -> None:
    reply.status = response.status_code
    reply.body = JSONRenderer().render(response.data).decode()
    reply.headers = {name: response.headers[name] for name in _KEPT if name in response.headers}
    reply.save(update_fields=["status", "body", "headers"])


def _again(reply: Reply, print_of_body: str) -> HttpResponse:
    if reply.fingerprint != print_of_body:
        raise KeyReused(f"This {HEADER} came with another body before. Take a new key for a new request.")
    headers = {**reply.headers, REPLAYED: "true"}
    return HttpResponse(reply.body, status=reply.status, headers=headers, content_type="application/json")
