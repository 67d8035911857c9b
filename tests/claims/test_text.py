"""The one boundary that text passes: what it refuses, with which place, and what it leaves alone."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from claims.text import name_of, refuse_controls, refuse_controls_within, unify_line_ends

REFUSED = [
    *(chr(code) for code in range(32) if chr(code) not in "\t\n"),
    "\x7f",
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
]
# Odd, and still what somebody wrote: bidi marks, zero width, C1, separators, private use, noncharacters, an emoji.
KEPT = [
    "\t",
    "\n",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\x85",
    "\u2028",
    "\ue000",
    "\uffff",
    "\U0001f5de",
]


@pytest.mark.parametrize("character", REFUSED, ids=lambda character: f"U+{ord(character):04X}")
def test_control_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(ValidationError) as refused:
        refuse_controls(f"One line.\nAn\U0001f5de{character} other.")
    assert refused.value.messages == [
        f"The text holds {name_of(character)} at character 14 (line 2). Remove it and send the text again."
    ]


@pytest.mark.parametrize("character", KEPT, ids=lambda character: f"U+{ord(character):04X}")
def test_odd_character_is_kept(character: str) -> None:
    refuse_controls(f"One{character}two")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "a NUL character"),
        ("\r", "a carriage return"),
        ("\x1b", "an escape character"),
        ("\x07", "the control character U+0007"),
        ("\ud800", "half of a surrogate pair (U+D800)"),
    ],
)
def test_refused_character_is_named(character: str, name: str) -> None:
    assert name_of(character) == name


def test_first_of_several_is_named() -> None:
    with pytest.raises(ValidationError, match="at character 3"):
        refuse_controls("ab\x01\x00")


@pytest.mark.parametrize(
    "value", ["\x00", {"\x00": 1}, {"a": {"b": ["\x00"]}}, [[["\ud800"]]], ("a", "\x07")], ids=repr
)
def test_control_is_found_at_any_depth(value: object) -> None:
    with pytest.raises(ValidationError):
        refuse_controls_within(value)


def test_values_that_are_no_text_pass() -> None:
    refuse_controls_within({"a": [1, 2.5, True, None, "plain", {"b": []}]})


@pytest.mark.parametrize(
    ("came", "kept"),
    [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\r\nb", "a\n\nb"), ("a\r\r\nb", "a\n\nb")],
    ids=repr,
)
def test_line_ends_become_one_kind(came: str, kept: str) -> None:
    assert unify_line_ends(came) == kept


@given(st.text())
def test_what_passes_can_be_written_anywhere(text: str) -> None:
    try:
        refuse_controls(text)
    except ValidationError:
        assert any(character in REFUSED or "\ud800" <= character <= "\udfff" for character in text)
    else:
        assert text.encode().decode() == text
        assert "\x00" not in text


@given(st.text(alphabet="a\r\n"))
def test_unified_line_ends_stay_as_they_are(text: str) -> None:
    once = unify_line_ends(text)
    assert (unify_line_ends(once), "\r" in once) == (once, False)
