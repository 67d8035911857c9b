"""One cell of the table: somebody calls an address in one way, and what came of it is taken back."""

import json
from dataclasses import dataclass
from functools import cache
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from tests.access import watch
from tests.access.bodies import body_of
from tests.access.people import People
from tests.access.routes import address
from tests.access.rows import Rows

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
# The console's own sends on to the desk's.
LOG_INS = ("/login/", "/admin/login/")


@dataclass(frozen=True)
class Answer:
    """`said` is the status, or `login` for the way to the log-in."""

    said: str
    wrote: tuple[str, ...]


class Desk:
    """People and rows, made once: each call leaves them as they were."""

    def __init__(self) -> None:
        self.people = People()
        self.rows = Rows(self.people)
        self.digest = watch.digest()

    @cache  # noqa: B019  # there is one desk, and the rows do not change
    def good_request(self, route: str) -> tuple[str, dict[str, Any]]:
        """Its address and body."""
        return address(route, self.rows.arguments(route)), body_of(route, self.rows)

    def call(self, route: str, method: str, person: str) -> Answer:
        path, sent = self.good_request(route)
        form = not route.startswith("api/")
        options: dict[str, Any] = {"headers": {"If-Match": "*"}}
        if method not in ("GET", "HEAD", "OPTIONS") and not form:
            options |= {"data": json.dumps(sent), "content_type": "application/json"}
        elif method == "POST":
            options["data"] = sent
        client = self.people.clients[person]
        kept = {name: cookie.value for name, cookie in client.cookies.items()}
        with transaction.atomic(), watch.written() as statements:
            response: Any = getattr(client, method.lower())(path, **options)
            if response.streaming:
                b"".join(response.streaming_content)
            transaction.set_rollback(True)
        client.cookies = SimpleCookie(kept)
        return Answer(said(response), tuple(statements))


def said(response: HttpResponse) -> str:
    to_login = response.status_code == 302 and response.headers["Location"].startswith(LOG_INS)
    return "login" if to_login else str(response.status_code)
