"""What all pages share: the policy for browsers, log-in, and the pages that say what went wrong."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import Settings

from claims.models import Article
from tests.factories import PASSWORD, make_article, make_user

pytestmark = pytest.mark.django_db
OWN = re.compile(r'\b(?:src|href|action|hx-get|hx-post)="(?!/|#|\?|https://example\.org/)([^"]*)"')
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|\shx-on|javascript:", re.IGNORECASE)


def said(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize(
    "address", ["/login/", "/published/", "/articles/", "/articles/new/", "/queue/", "/account/tokens/"]
)
def test_page_holds_nothing_inline_and_nothing_from_elsewhere(client: Client, address: str) -> None:
    if address != "/login/":
        client.force_login(make_user(role="editor"))
    answer = client.get(address)
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert (OWN.findall(said(answer)), INLINE.findall(said(answer))) == ([], [])


def test_log_in_leads_back_to_the_page_that_was_wanted(client: Client) -> None:
    make_user(username="rita", role="reporter")
    wanted = client.get("/articles/new/")["Location"]
    assert wanted == "/login/?next=/articles/new/"
    form = {"username": "rita", "password": PASSWORD, "next": "/articles/new/"}
    assert client.post("/login/", form)["Location"] == "/articles/new/"


@pytest.mark.parametrize("name", ["rita", "nobody"])
def test_log_in_does_not_tell_which_names_exist(client: Client, name: str) -> None:
    make_user(username="rita")
    page = said(client.post("/login/", {"username": name, "password": "wrong"}))
    assert "That name and password do not go together." in page


def test_log_in_is_locked_after_too_many_failures(client: Client, settings: Settings) -> None:
    settings.AXES_ENABLED = True
    make_user(username="rita")
    for _ in range(5):
        answer = client.post("/login/", {"username": "rita", "password": "wrong"})
    assert (answer.status_code, "Locked for a while" in said(answer)) == (429, True)


def test_log_out_must_be_sent(client: Client) -> None:
    client.force_login(make_user())
    assert client.get("/logout/").status_code == 405
    client.post("/logout/")
    assert client.get("/articles/").status_code == 302


def test_form_of_a_stranger_is_refused_and_says_what_to_do() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(role="reporter"))
    answer = client.post("/articles/new/", {"text": "It rained."})
    assert (answer.status_code, Article.objects.count()) == (403, 0)
    assert "This page was open too long" in said(answer)


def test_refusal_names_its_reason(client: Client) -> None:
    client.force_login(make_user(role="reader"))
    assert "Bringing articles in is for reporters and editors." in said(client.get("/articles/new/"))


def test_page_that_is_not_there_does_not_repeat_the_address(client: Client) -> None:
    client.force_login(make_user())
    answer = client.get("/articles/999/<script>")
    assert (answer.status_code, "<script>" in said(answer)) == (404, False)


def test_cursor_that_cannot_be_read_is_not_found(client: Client) -> None:
    client.force_login(make_user())
    make_article()
    for address in ("/articles/", "/queue/", "/sources/", "/published/", "/account/tokens/"):
        assert client.get(address, {"page": "nonsense"}).status_code == 404


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_error_page_needs_no_request(template: str) -> None:
    assert INLINE.findall(render_to_string(template)) == []


def test_password_is_changed_and_weak_ones_are_refused(client: Client) -> None:
    user = make_user(username="rita")
    client.force_login(user)
    form = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    assert "too short" in said(client.post("/account/password/", form))
    new = "another long pass phrase"
    answer = client.post(
        "/account/password/", {**form, "new_password1": new, "new_password2": new}, follow=True
    )
    user.refresh_from_db()
    assert (user.check_password(new), "Password changed" in said(answer)) == (True, True)
