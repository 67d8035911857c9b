import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.splitting.quotations import find


def quoted(text: str, *, running: bool = False) -> list[str]:
    return [text[one.start : one.end] for one in find(text, 0, len(text), running=running)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("She called it “a gift”.", ["“a gift”"]),
        ("''We lost,'' he said. ''It hurts.''", ["''We lost,''", "''It hurts.''"]),
        ("``We lost,'' he said.", ["``We lost,''"]),
        ("‘We’re done,’ she said.", ["‘We’re done,’"]),
        ("The workers' union said 'no deal' today.", ["'no deal'"]),
        ("« Non », dit-il.", ["« Non »"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("”We lost,” he said.", ["”We lost,”"]),
        ("“He said ‘go’ to me,” she said.", ["“He said ‘go’ to me,”"]),
        # apostrophes, inches and years are no quotations
        ("The dogs' bowls and the '90s aren't 'em.", []),
        ("Rock 'n' roll isn't dead.", []),
        ("He is 6' 2\" tall.", []),
        ("", []),
    ],
)
def test_find_gives_what_stands_between_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_that_is_not_closed_goes_to_the_end_of_its_paragraph() -> None:
    text = "“The wall had two cracks."
    assert [(one.start, one.end, one.closed) for one in find(text, 0, len(text))] == [(0, len(text), False)]


def test_a_closing_mark_ends_the_quotation_of_the_paragraph_before() -> None:
    assert quoted('and nobody came." He wept.', running=True) == ['and nobody came."']


def test_a_straight_mark_before_a_word_does_not_close() -> None:
    assert quoted('"We lost. "It hurts," he said.') == ['"We lost. "It hurts,"']


@given(st.text(alphabet="ab “”\"'‘’.,«»`", max_size=80))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = find(text, 0, len(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
