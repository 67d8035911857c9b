"""What every request goes through, seen from outside."""

import json
import logging
import sys
from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from config.logs import JsonLines
from config.proxies import client_of
from tests.factories import PASSWORD, make_user

POLICY = {
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


def test_every_answer_carries_the_strict_policy(client: Client) -> None:
    headers = client.get("/healthz").headers
    assert set(headers["Content-Security-Policy"].split("; ")) == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_large_body_is_refused_before_it_is_read(client: Client, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert client.post("/login/", {"username": "x" * 1001}).status_code == 413
    answer = client.post("/api/v1/articles/", {"text": "x" * 1001}, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")


@pytest.mark.django_db
def test_body_that_fits_is_taken(client: Client, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert client.post("/login/", {"username": "x"}).status_code != 413


class TestTrustedProxies:
    def address_seen(self, client: Client, **headers: str) -> str:
        return client_of(client.get("/healthz", **headers).wsgi_request)  # type: ignore[arg-type]

    def test_stranger_cannot_choose_an_address(self, client: Client, settings: LazySettings) -> None:
        settings.STET_TRUSTED_PROXIES = ("10.0.0.0/8",)
        seen = self.address_seen(client, REMOTE_ADDR="203.0.113.9", HTTP_X_FORWARDED_FOR="1.2.3.4")
        assert seen == "203.0.113.9"

    def test_proxy_tells_who_asks(self, client: Client, settings: LazySettings) -> None:
        settings.STET_TRUSTED_PROXIES = ("10.0.0.0/8",)
        seen = self.address_seen(client, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9")
        assert seen == "203.0.113.9"

    def test_what_the_client_wrote_before_the_proxy_is_ignored(
        self, client: Client, settings: LazySettings
    ) -> None:
        settings.STET_TRUSTED_PROXIES = ("10.0.0.0/8",)
        hops = "1.2.3.4, 203.0.113.9, 10.0.0.2"
        assert self.address_seen(client, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=hops) == "203.0.113.9"

    def test_nonsense_from_a_proxy_leaves_its_own_address(
        self, client: Client, settings: LazySettings
    ) -> None:
        settings.STET_TRUSTED_PROXIES = ("10.0.0.0/8",)
        seen = self.address_seen(client, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="'; drop table")
        assert seen == "10.0.0.1"

    @pytest.mark.parametrize(("address", "secure"), [("10.0.0.1", True), ("203.0.113.9", False)])
    def test_https_is_believed_from_a_proxy_only(
        self, address: str, secure: bool, client: Client, settings: LazySettings
    ) -> None:
        settings.STET_TRUSTED_PROXIES = ("10.0.0.0/8",)
        answer = client.get("/healthz", REMOTE_ADDR=address, HTTP_X_FORWARDED_PROTO="https")
        assert answer.wsgi_request.is_secure() is secure


class TestRequestLog:
    def test_id_of_a_stranger_is_replaced(self, client: Client) -> None:
        answer = client.get("/healthz", headers={"x-request-id": "chosen-by-stranger"})
        assert len(answer.headers["X-Request-ID"]) == 32

    def test_id_of_a_proxy_is_kept(self, client: Client, settings: LazySettings) -> None:
        settings.STET_TRUSTED_PROXIES = ("127.0.0.1/32",)
        answer = client.get("/healthz", headers={"x-request-id": "from-proxy-1"})
        assert answer.headers["X-Request-ID"] == "from-proxy-1"

    def test_query_is_not_logged(self, client: Client, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.INFO, logger="stet.requests"):
            client.get("/healthz?q=unpublished")
        assert [record.getMessage() for record in caplog.records] == ["GET /healthz 200"]


@pytest.mark.parametrize("text", ["a\r\nb", "a\x1b[31mb", "a\u2028b", "a\x00b", "a\ud800b"])
def test_log_event_is_one_line_whatever_it_says(text: str) -> None:
    line = JsonLines().format(logging.makeLogRecord({"msg": "said %s", "args": (text,), "name": "x"}))
    assert len(line.splitlines()) == 1
    assert line.isascii()
    assert json.loads(line)["message"] == f"said {text}"


def test_log_of_an_exception_is_one_line() -> None:
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        record = logging.makeLogRecord({"msg": "failed", "exc_info": sys.exc_info()})
    line = JsonLines().format(record)
    assert len(line.splitlines()) == 1
    assert json.loads(line)["error"].endswith("ValueError: first\nsecond\n")


def test_log_hides_what_is_secret() -> None:
    line = JsonLines().format(logging.makeLogRecord({"msg": "x", "api_token": "abc", "password": "def"}))
    assert (json.loads(line)["api_token"], json.loads(line)["password"]) == ("hidden", "hidden")


class TestSessionLifetime:
    def is_logged_in(self, client: Client) -> bool:
        request = client.get("/healthz").wsgi_request
        return request.user.is_authenticated

    @pytest.mark.django_db
    @pytest.mark.parametrize(("idle", "kept"), [(timedelta(hours=7), True), (timedelta(hours=9), False)])
    def test_session_ends_after_eight_idle_hours(self, idle: timedelta, kept: bool, client: Client) -> None:
        client.force_login(make_user())
        start = timezone.now()
        with time_machine.travel(start, tick=False) as clock:
            assert self.is_logged_in(client)
            clock.move_to(start + idle)
            assert self.is_logged_in(client) is kept

    @pytest.mark.django_db
    def test_work_puts_the_end_off(self, client: Client) -> None:
        client.force_login(make_user())
        start = timezone.now()
        with time_machine.travel(start, tick=False) as clock:
            for hours in range(0, 48, 7):
                clock.move_to(start + timedelta(hours=hours))
                assert self.is_logged_in(client)

    @pytest.mark.django_db
    def test_session_ends_after_seven_days_of_work(self, client: Client) -> None:
        client.force_login(make_user())
        start = timezone.now()
        with time_machine.travel(start, tick=False) as clock:
            for hours in range(0, 7 * 24 + 1, 6):
                clock.move_to(start + timedelta(hours=hours))
                assert self.is_logged_in(client)
            clock.move_to(start + timedelta(days=7, hours=1))
            assert not self.is_logged_in(client)


@pytest.mark.django_db
class TestLockout:
    @pytest.fixture(autouse=True)
    def locks(self, settings: LazySettings) -> None:
        settings.AXES_ENABLED = True

    def try_login(self, client: Client, name: str, password: str, address: str = "203.0.113.9") -> int:
        given = {"username": name, "password": password}
        return client.post("/login/", given, REMOTE_ADDR=address).status_code

    def test_few_of_many_guesses_are_tried(self, client: Client) -> None:
        user = make_user()
        answers = [self.try_login(client, user.username, f"guess {n}") for n in range(200)]
        assert answers == [200] * 4 + [429] * 196

    def test_owner_gets_in_from_elsewhere_meanwhile(self, client: Client) -> None:
        user = make_user()
        for n in range(10):
            self.try_login(client, user.username, f"guess {n}")
        assert self.try_login(client, user.username, PASSWORD) == 429
        assert self.try_login(client, user.username, PASSWORD, address="198.51.100.7") == 302

    def test_one_password_tried_on_everyone_locks_the_address(self, client: Client) -> None:
        users = [make_user() for _ in range(40)]
        answers = [self.try_login(client, user.username, "Spring2026!") for user in users]
        assert answers.count(429) == 40 - 14

    def test_lock_opens_after_a_quarter_of_an_hour(self, client: Client) -> None:
        user = make_user()
        start = timezone.now()
        with time_machine.travel(start, tick=False) as clock:
            for n in range(6):
                self.try_login(client, user.username, f"guess {n}")
            clock.move_to(start + timedelta(minutes=16))
            assert self.try_login(client, user.username, PASSWORD) == 302
