"""Bringing an article in and editing what is known about it, through the pages."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from claims.models import Article, Job
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db
NEW = "/articles/new/"


@pytest.fixture
def reporter(client: Client) -> Client:
    client.force_login(make_user(role="reporter"))
    return client


def bring(client: Client, **form: Any) -> Any:
    return client.post(NEW, {"language": "en", **form})


def errors_of(page: Any) -> dict[str, list[str]]:
    form = page.context["form"]
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def file_of(content: bytes, name: str = "copy.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_article_new_keeps_the_text_with_line_ends_made_one_kind(reporter: Client) -> None:
    page = bring(reporter, text="😀 It rained.\r\n\r\nIt stopped.", title="Weather")
    article = Article.objects.get()
    assert (page.status_code, page["Location"]) == (302, f"/articles/{article.pk}/")
    assert article.latest_version().text == "😀 It rained.\n\nIt stopped."


def test_article_new_takes_a_file_and_the_dateline_in_it(reporter: Client) -> None:
    bring(reporter, file=file_of("\ufeffdate 2023-11-08 It rained.".encode(), "COPY.MD"))
    article = Article.objects.get()
    assert (article.published_on, article.title) == (date(2023, 11, 8), "It rained.")


def test_article_new_a_second_time_leads_to_the_first(reporter: Client) -> None:
    first, second = bring(reporter, text="It rained."), bring(reporter, text="It rained.")
    assert (first["Location"], Article.objects.count()) == (second["Location"], 1)


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        ({}, "text", "Paste the words of the article, or choose a text file."),
        ({"text": " \n "}, "text", "Paste the words of the article, or choose a text file."),
        ({"text": "It rained.", "url": "javascript:alert(1)"}, "url", "Enter a valid URL."),
        ({"text": "It rained.", "published_on": "yesterday"}, "published_on", "Enter a valid date."),
        ({"text": "It rained.", "language": ""}, "language", "This field is required."),
        (
            {"text": "It\x07rained."},
            "text",
            "The text holds the control character U+0007 at character 3 (line 1). Remove it and send the text again.",
        ),
    ],
)  # fmt: skip
def test_article_new_says_beside_the_field_what_is_wrong(
    reporter: Client, form: dict[str, str], field: str, said: str
) -> None:
    page = bring(reporter, **form)
    assert (page.status_code, errors_of(page)) == (400, {field: [said]})


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (
            b"It \xff",
            "copy.txt",
            "The file is not UTF-8: byte 4 cannot be read. Save it as UTF-8 and choose it again.",
        ),
        (b"It rained.", "copy.pdf", "Choose a file that ends in .txt or .md."),
        (b"x" * 2001, "copy.txt", "The file has 2001 bytes; the most that the desk takes is 2000. Bring it in parts."),
    ],
)  # fmt: skip
def test_article_new_refuses_a_file_and_keeps_what_was_typed(
    reporter: Client, settings: Settings, content: bytes, name: str, said: str
) -> None:
    settings.STET_MAX_TEXT_BYTES = 2000
    page = bring(reporter, file=file_of(content, name), title="What I typed")
    assert (page.status_code, errors_of(page)) == (400, {"file": [said]})
    assert page.context["form"]["title"].value() == "What I typed"


def test_article_new_refuses_text_beside_a_file(reporter: Client) -> None:
    page = bring(reporter, text="It rained.", file=file_of(b"It rained."))
    assert errors_of(page) == {"file": ["Either paste the text or choose a file, not both."]}


def test_article_new_refuses_a_text_that_is_too_long(reporter: Client, settings: Settings) -> None:
    settings.STET_MAX_TEXT_BYTES = 20
    page = bring(reporter, text="é" * 11)
    said = "The text has 22 bytes; the most that the desk takes is 20. Bring it in parts."
    assert errors_of(page) == {"text": [said]}


def test_article_new_with_a_known_address_and_another_text_names_the_article(reporter: Client) -> None:
    article = make_article(url="https://example.org/a")
    page = bring(reporter, text="Another text.", url="https://example.org/a")
    assert errors_of(page)["url"][0].startswith(f"Article {article.pk} has this address already")


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_article_new_is_for_those_who_may_bring(client: Client, role: str) -> None:
    client.force_login(make_user(role=role))
    page = bring(client, text="It rained.")
    assert (page.status_code, Article.objects.count()) == (403, 0)
    assert "Bringing articles in is for reporters and editors." in page.content.decode()


def about(article: Article, **changes: Any) -> dict[str, Any]:
    return {"title": article.title, "language": "en", "revision": article.revision, **changes}


def test_article_edit_saves(reporter: Client) -> None:
    article = make_article()
    page = reporter.post(f"/articles/{article.pk}/edit/", about(article, title="Renamed"))
    article.refresh_from_db()
    assert (page.status_code, article.title, article.revision) == (302, "Renamed", 2)


def test_article_edit_over_a_newer_state_shows_both_and_then_saves(reporter: Client) -> None:
    article = make_article()
    address = f"/articles/{article.pk}/edit/"
    reporter.post(address, about(article, title="Theirs"))
    page = reporter.post(address, about(article, title="Mine"))
    article.refresh_from_db()
    assert (page.status_code, article.title) == (409, "Theirs")
    form, newer = page.context["form"], page.context["newer"]
    assert (form["title"].value(), newer["title"].value()) == ("Mine", "Theirs")
    reporter.post(address, about(article, title="Mine", revision=form["revision"].value()))
    article.refresh_from_db()
    assert article.title == "Mine"


def test_article_edit_without_a_title_is_refused(reporter: Client) -> None:
    article = make_article()
    page = reporter.post(f"/articles/{article.pk}/edit/", about(article, title=" "))
    assert (page.status_code, errors_of(page)) == (400, {"title": ["This field is required."]})


@pytest.mark.parametrize("revision", ["", "x", "0", "-1", "99999999999999999999"])
def test_article_edit_with_a_revision_that_is_none_is_refused(reporter: Client, revision: str) -> None:
    article = make_article()
    page = reporter.post(f"/articles/{article.pk}/edit/", about(article, revision=revision))
    assert (page.status_code, list(errors_of(page))) == (400, ["revision"])


def test_article_progress_tells_the_page_to_load_again_when_it_has_ended(reporter: Client) -> None:
    article = make_article()
    address = f"/articles/{article.pk}/progress/"
    waiting = reporter.get(address, headers={"HX-Request": "true"})
    Job.objects.update(state="done")
    done = reporter.get(address, headers={"HX-Request": "true"})
    assert ("HX-Refresh" in waiting, done.get("HX-Refresh")) == (False, "true")


def test_article_retry_queues_a_failed_job_and_no_other(reporter: Client) -> None:
    article = make_article(text="It rained in Bonn.")
    Job.objects.update(state="failed", attempts=3, error="ValueError: no")
    reporter.post(f"/articles/{article.pk}/retry/")
    assert Job.objects.get().state == "done"
    page = reporter.post(f"/articles/{article.pk}/retry/", follow=True)
    assert "There is nothing to try again" in page.content.decode()


@pytest.mark.parametrize("number", ["0", "7", "99999999999999999999999"])
@pytest.mark.parametrize("step", ["", "edit/", "progress/"])
def test_article_that_does_not_exist_is_not_found(reporter: Client, number: str, step: str) -> None:
    assert reporter.get(f"/articles/{number}/{step}").status_code == 404
