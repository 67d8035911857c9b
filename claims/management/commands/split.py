"""`manage.py split`: the claims of an article as JSON Lines, or with their reasons for people. Needs no database."""

from __future__ import annotations

import datetime
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.splitting import LEVELS, Document, ModelProblem, Statement, split
from claims.splitting.explaining import facts
from claims.splitting.reading import LARGEST, Unreadable, read_text


class Command(BaseCommand):
    help = "Prints the claims of an article as JSON Lines, one claim a line."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", help="a text file in UTF-8, or - for standard input")
        parser.add_argument("--date", help="the day the article appeared, YYYY-MM-DD")
        parser.add_argument("--level", choices=LEVELS, default="standard", help="how finely to split")
        parser.add_argument(
            "--explain",
            action="store_true",
            help="for people: statement by statement what was found, and which rules found it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: str = options["path"]
        try:
            document = split(read_text(_bytes(path)), _date(options["date"]), options["level"])
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror or error}") from error
        except Unreadable as error:
            raise CommandError(f"{path}: {error}") from error
        except ModelProblem as error:
            raise CommandError(str(error)) from error
        for line in _explained(document) if options["explain"] else _as_json(document):
            self.stdout.write(line)


def _as_json(document: Document) -> Iterator[str]:
    for claim in document.claims:
        yield json.dumps(claim.as_json(), ensure_ascii=False)


def _explained(document: Document) -> Iterator[str]:
    """Each statement with its disposition and the reason for it, and below it its claims with all that is known."""
    claims = {
        number: list(found)
        for number, found in itertools.groupby(document.claims, key=lambda claim: claim.statement)
    }
    for statement in document.statements:
        yield f"[{statement.ordinal}] {_on_a_line(statement)}"
        yield f"    {statement.disposition.replace('_', ' ')}: {statement.reason}"
        for claim in claims.get(statement.ordinal, []):
            yield f"  - {claim.text}"
            yield from (f"      {label:<10}{words}" for label, words in facts(claim.as_json()))
        yield ""


def _on_a_line(statement: Statement) -> str:
    return " ".join(statement.text.split())


def _date(value: str | None) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 -- a day, not a moment
    except ValueError as error:
        raise CommandError(f"--date {value}: not a date like 2023-11-08") from error


def _bytes(path: str) -> bytes:
    """At most a little more than can be split: a file of any size is refused without being read whole."""
    most = LARGEST * 4 + 1
    if path == "-":
        return sys.stdin.buffer.read(most)
    with Path(path).open("rb") as file:
        return file.read(most)
