"""Reads articles from files: plain text, Markdown, HTML, and JSON Lines with one article a line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from django.conf import settings

from claims.extraction.decoding import Unreadable, decode
from claims.extraction.limits import LARGEST
from claims.intake.arrival import Arrival, Problem
from claims.intake.confined import extract
from claims.intake.json_lines import read_json_lines

_EXTRACTED: dict[str, Literal["html", "markdown"]] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
_LINES = (".jsonl", ".ndjson")
_ELSEWHERE = {
    ".pdf": "PDF files cannot be read. Save the article's text as a .txt file.",
    ".docx": "Word files cannot be read. Save the article's text as a .txt file.",
    ".doc": "Word files cannot be read. Save the article's text as a .txt file.",
    ".odt": "OpenDocument files cannot be read. Save the article's text as a .txt file.",
    ".rtf": "RTF files cannot be read. Save the article's text as a .txt file.",
    ".json": "write one article a line and name the file .jsonl.",
}


def arrivals(path: Path) -> Iterator[Arrival | Problem]:
    """The articles in a file, one after the other; what cannot be read comes as a Problem, and the others go on."""
    ending = path.suffix.lower()
    try:
        refuse_what_is_no_file(path)
        if ending in _ELSEWHERE:
            raise Unreadable(_ELSEWHERE[ending])
        if ending in _LINES:
            yield from read_json_lines(path)
        elif ending in _EXTRACTED:
            yield read_extracted(path, _EXTRACTED[ending])
        else:
            yield Arrival(path=path, text=decode(read_bytes(path, most=settings.STET_MAX_TEXT_BYTES)))
    except Unreadable as unreadable:
        yield Problem(path=path, reason=str(unreadable))
    except OSError as error:
        yield Problem(path=path, reason=f"{error.strerror or error}.")


def refuse_what_is_no_file(path: Path) -> None:
    """Raise Unreadable for a folder or a device, OSError for what is not there."""
    path.stat()
    if path.is_dir():
        raise Unreadable(f"this is a folder. Name its files, such as {path}/*.txt")
    if path.is_char_device() or path.is_block_device():
        raise Unreadable("this is a device, not a file.")


def read_bytes(path: Path, *, most: int) -> bytes:
    """The whole file, or Unreadable when it is larger: a file of any size is refused without being read to its end."""
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Unreadable(f"it has more than {most:,} bytes. Bring it in parts.")
    return data


def read_extracted(path: Path, kind: Literal["html", "markdown"]) -> Arrival:
    found = extract(kind, read_bytes(path, most=LARGEST))
    return Arrival(
        path=path,
        text=found.text,
        title=one_line(found.title, most=300),
        byline=one_line(found.byline, most=300),
        outlet=one_line(found.outlet, most=200),
        url=found.url if is_web_address(found.url) else "",
        published_on=day_or_none(found.published_on),
        language=found.language[:35] or "en",
    )


def one_line(words: str, *, most: int) -> str:
    """What a page says about itself, fit for a line: a control character in a title must not cost the article."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in words).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(address) <= 2000


def day_or_none(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
