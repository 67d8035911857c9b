"""`manage.py export_verdicts`: what was found, as a file on standard output."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from reviews.exports import FORMATS, Selection, Unexportable, Unselectable, format_named


class Command(BaseCommand):
    help = "Prints the claims with a ruling, and what was found of each."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", default="jsonl", help=f"{', '.join(FORMATS)} (%(default)s)")
        parser.add_argument(
            "--since", default="", metavar="ISO", help="only what changed at or after this moment"
        )
        parser.add_argument("--article", default="", metavar="ID", help="only this article")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            chosen = format_named(options["format"])
            selection = Selection.asked(since=options["since"], article=options["article"])
            for piece in chosen.write(selection):
                self.put(piece)
            sys.stdout.flush()
        except Unselectable as wrong:
            raise CommandError(f"--{wrong.field}: {wrong.reason}") from None
        except Unexportable as incomplete:
            raise CommandError(str(incomplete)) from None
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {error}") from None
        except BrokenPipeError:
            # Whoever reads has had enough, such as `| head`. Python would complain once more while it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def put(self, piece: bytes) -> None:
        """Bytes where there is a stream of bytes, so that no terminal's encoding comes between."""
        out: Any = getattr(self.stdout, "_out", self.stdout)
        if hasattr(out, "buffer"):
            out.buffer.write(piece)
        else:
            out.write(piece.decode())
