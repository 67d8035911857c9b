"""The one boundary that text passes on its way into the desk."""

import re
from typing import Any

from django.core.exceptions import ValidationError

# C0 controls other than tab and newline, DEL, and lone surrogates. They break JSON, XML and terminals
# further down, and one stored row with such a character breaks every list that shows it.
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_NAMES = {"\x00": "a NUL character", "\r": "a carriage return", "\x1b": "an escape character"}


def name_of(character: str) -> str:
    """What to call a refused character in a message, such as 'a NUL character' or 'the control character U+0007'."""
    if "\ud800" <= character <= "\udfff":
        return f"half of a surrogate pair (U+{ord(character):04X})"
    return _NAMES.get(character, f"the control character U+{ord(character):04X}")


def refuse_controls(value: str) -> None:
    """Raise a ValidationError that names the first character that cannot be stored, and its place, counted from 1."""
    found = _REFUSED.search(value)
    if found is None:
        return
    line = value.count("\n", 0, found.start()) + 1
    raise ValidationError(
        "The text holds %(name)s at character %(place)s (line %(line)s). Remove it and send the text again.",
        code="control_character",
        params={"name": name_of(found.group()), "place": found.start() + 1, "line": line},
    )


def mark_controls(value: str) -> str:
    """The text with U+FFFD for each character that could not be stored, for messages that nobody can send again."""
    return _REFUSED.sub("\N{REPLACEMENT CHARACTER}", value)


def refuse_controls_within(value: Any) -> None:
    """The same for every string inside a JSON value, keys included."""
    if isinstance(value, str):
        refuse_controls(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            refuse_controls_within(key)
            refuse_controls_within(item)
    elif isinstance(value, list | tuple):
        for item in value:
            refuse_controls_within(item)


def unify_line_ends(text: str) -> str:
    """LF for CRLF and CR: browsers send CRLF, files have any of the three, and the same copy must stay the same."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
