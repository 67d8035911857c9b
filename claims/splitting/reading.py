"""From bytes to text that can be split, or a refusal that says where the trouble is."""

from __future__ import annotations

LARGEST = 2_000_000  # characters
_ALLOWED = {"\t", "\n", "\r"}


class Unreadable(ValueError):
    """The bytes are not a text that can be split; the message says why and where."""


def read_text(data: bytes) -> str:
    """The text, with its line ends as they are. Raises Unreadable."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8: byte {data[error.start]:#04x} at byte {error.start}") from error
    if len(text) > LARGEST:
        raise Unreadable(f"too large: {len(text):,} characters, at most {LARGEST:,}")
    for place, mark in enumerate(text):
        if (mark < " " and mark not in _ALLOWED) or mark == "\x7f":
            line = text.count("\n", 0, place) + 1
            raise Unreadable(f"control character U+{ord(mark):04X} at character {place} (line {line})")
    return text
