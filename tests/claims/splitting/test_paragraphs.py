import pytest

from claims.splitting.paragraphs import LARGEST, blocks

from .case_files import read_cases

PROSE = (
    "The council closed the library in May because the roof had leaked for years. Nobody had asked the readers, and"
    " most of them heard of it from a note on the door. The mayor said that the books would go to three schools. A"
    " school in the north has no room for them, its head told the paper on Friday, while two others have not answered."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[block.start : block.end], block.kind) for block in blocks(text)]


def test_blocks_are_the_lines_of_a_text() -> None:
    assert kinds(" The dam broke. \r\n\r\nThe town fled.\n") == [
        ("The dam broke.", "prose"),
        ("The town fled.", "prose"),
    ]


def test_blocks_keep_a_sentence_together_that_was_wrapped() -> None:
    text = "The council closed the old library in the middle of\nthe town last year.\nThe mayor left."
    assert [piece for piece, _ in kinds(text)] == [text[:71], "The mayor left."]


def test_blocks_call_a_line_without_words_rubble() -> None:
    assert kinds("The dam broke.\n*****\n12 34\nThe town fled.") == [
        ("The dam broke.", "prose"),
        ("*****\n12 34", "rubble"),
        ("The town fled.", "prose"),
    ]


@pytest.mark.parametrize("unit", ["The dam broke. ", "xqzt vlorp ", "he said that ", "1,234 5,678 "])
def test_blocks_call_what_is_no_prose_rubble(unit: str) -> None:
    assert {kind for _, kind in kinds(unit * 500)} == {"rubble"}


def test_blocks_take_an_article_for_prose() -> None:
    assert kinds(PROSE) == [(PROSE, "prose")]


def test_blocks_cut_a_long_paragraph_at_a_sentence() -> None:
    text = " ".join(case.text.replace("\n", " ") for case in read_cases())[: LARGEST * 2]
    found = blocks(text)
    assert max(block.end - block.start for block in found) <= LARGEST
    assert text[found[0].end - 1] in ".!?"


ROLLS = {
    "votes": "{first} {last} ({place}) won Ward {number} with {figure} votes.",
    "police log": "{number}:15 Officers were called to {place} Road after a report of a broken window.",
    "charges": "On count {number}, the man is charged with taking {figure} euros from {first} {last}.",
    "weather": "In {place} it was {number} degrees at noon on {figure} metres.",
    "deaths": "{first} {last}, {number}, of {place}, died on Monday.",
    "planning": "Application {figure}: {first} {last} asked to build {number} houses in {place}.",
    "schools": "{place} School has {figure} pupils and {number} teachers.",
    "buses": "Bus {number} runs from {place} to {first} Street every {figure} minutes.",
    "results": "{place} beat {last} {number}-{figure}.",
}
FIRST = ("Anna", "Carl", "Mira", "Jon", "Lena", "Otto", "Ida")
LAST = ("Berg", "Dahl", "Klein", "Moss", "Reed")
PLACES = ("Larkford", "Millby", "Harnow", "Brackley", "Welby", "Coldham", "Elsing", "Rothwell")


@pytest.mark.parametrize("pattern", ROLLS.values(), ids=ROLLS)
@pytest.mark.parametrize("between", [" ", "\n"])
def test_sentences_after_one_pattern_are_prose(pattern: str, between: str) -> None:
    lines = (
        pattern.format(
            first=FIRST[n % 7], last=LAST[n % 5], place=PLACES[n % 8], number=n + 1, figure=120 + 37 * n
        )
        for n in range(60)
    )
    assert {kind for _, kind in kinds(between.join(lines))} == {"prose"}
