"""`manage.py import_articles`."""

import io
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.core.management import CommandError, call_command

from claims.models import Article, Claim, Event, Job, User, Version
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _administrator() -> None:
    make_user(role="administrator", username="ada")


def run(*paths: Path, **options: Any) -> tuple[list[dict[str, Any]], str]:
    """The lines that it printed, and its messages; when it failed, the last of these says so."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_articles", *paths, stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(str(error))
    return [orjson.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    path = tmp_path / "seed.txt"
    path.write_text(" date 2023-11-08 The council sold the library last year. It cost two million euros.\n")
    return path


def test_import_takes_the_dateline_from_the_text(seed: Path) -> None:
    [line], err = run(seed)
    version = Version.objects.get()
    assert line == {
        "article": version.article_id,
        "title": "The council sold the library last year. It cost two million euros.",
        "created": True,
        "published_on": "2023-11-08",
        "outlet": "",
        "url": "",
        "version": 1,
        "sha256": version.sha256,
        "path": str(seed),
        "line": None,
    }
    assert (version.text, err) == (seed.read_text(), "")


def test_import_of_the_same_article_again_changes_nothing(seed: Path) -> None:
    [first], _ = run(seed)
    before = (Event.objects.count(), Claim.objects.count())
    [second], err = run(seed)
    assert (second, err) == (first | {"created": False}, "")
    assert (Article.objects.count(), Event.objects.count(), Claim.objects.count()) == (1, *before)


def test_import_goes_on_after_what_it_cannot_take(tmp_path: Path, seed: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text(
        '{"title": "One", "text": "It was sold.", "url": "https://e.example/1"}\n'
        '{"text": "Two\\u0000 things"}\n'
        '{"title": "Other", "text": "It was bought.", "url": "https://e.example/1"}\n'
        '{"text": "Four."}\n'
    )
    blank = tmp_path / "blank.txt"
    blank.write_text("\n")
    found, err = run(lines, tmp_path / "none.txt", blank, seed)
    one = Article.objects.get(title="One").pk
    assert [(line["path"], line["line"]) for line in found] == [
        (str(lines), 1),
        (str(lines), 4),
        (str(seed), None),
    ]
    assert err.splitlines() == [
        f"{lines}, line 2: text: The text holds a NUL character at character 4 (line 1). "
        "Remove it and send the text again.",
        f"{lines}, line 3: url: Article {one} has this address already, with another text. "
        "Leave the address out to bring this text in as an article of its own.",
        f"{tmp_path}/none.txt: No such file or directory.",
        f"{blank}: text: The text is empty. Paste the words of the article.",
        "4 could not be brought in. Mend them and run the same command again: what is in stays as it is.",
    ]


def test_import_splits_at_once_when_it_is_told_to(seed: Path) -> None:
    [line], _ = run(seed, split=True)
    assert line["claims"] == Claim.objects.count() > 0
    assert Job.objects.get().state == "done"


def test_import_names_who_brings_the_articles(seed: Path) -> None:
    reporter = make_user(role="reporter")
    run(seed, username=reporter.username)
    assert Article.objects.get().brought_by == reporter


def test_import_as_nobody_that_is_there_is_refused(seed: Path) -> None:
    assert run(seed, username="nobody") == ([], "--as nobody: there is nobody of that name.")


def test_import_as_somebody_who_may_not_is_refused(seed: Path) -> None:
    make_user(role="reader", username="rea")
    assert run(seed, username="rea") == ([], "rea: Bringing articles in is for reporters and editors.")
    assert Article.objects.count() == 0


def test_import_without_an_administrator_says_how_to_make_one(seed: Path) -> None:
    User.objects.update(is_active=False)
    found, err = run(seed)
    assert (found, err.rpartition(": ")[2]) == ([], "manage.py first_administrator")
