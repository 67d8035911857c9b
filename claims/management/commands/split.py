"""`manage.py split`: the claims of an article as JSON Lines. Needs no database."""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.splitting import LEVELS, ModelProblem, split
from claims.splitting.reading import LARGEST, Unreadable, read_text


class Command(BaseCommand):
    help = "Prints the claims of an article as JSON Lines, one claim a line."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", help="a text file in UTF-8, or - for standard input")
        parser.add_argument("--date", help="the day the article appeared, YYYY-MM-DD")
        parser.add_argument("--level", choices=LEVELS, default="standard", help="how finely to split")

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
        for claim in document.claims:
            self.stdout.write(json.dumps(claim.as_json(), ensure_ascii=False))


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
