"""Marks that overlap, cut into pieces that do not."""

from hypothesis import given
from hypothesis import strategies as st

from claims.segments import Segment, paragraphs, segments

TEXT = "😀 Anna sings and dances. Bert watches."


def test_segments_of_a_text_without_marks_are_the_text() -> None:
    assert segments(0, 10, []) == [Segment(0, 10)]


def test_segments_share_words_that_two_marks_use() -> None:
    found = segments(0, len(TEXT), [[(2, 12)], [(2, 6), (17, 23)]])
    assert [(TEXT[piece.start : piece.end], piece.keys, piece.ending) for piece in found] == [
        ("😀 ", (), ()),
        ("Anna", (0, 1), ()),
        (" sings", (0,), (0,)),
        (" and ", (), ()),
        ("dances", (1,), (1,)),
        (". Bert watches.", (), ()),
    ]


def test_segments_put_the_shorter_claim_first() -> None:
    found = segments(0, 10, [[(0, 10)], [(4, 6)]])
    assert [piece.keys for piece in found] == [(0,), (1, 0), (0,)]


def test_segments_leave_out_what_lies_outside() -> None:
    assert segments(5, 10, [[(0, 3)], [(8, 20)]]) == [Segment(5, 8), Segment(8, 10, (1,), (1,))]


def test_paragraphs_are_blocks_between_empty_lines() -> None:
    text = "\n One.\nStill one.\n \t\nTwo. \n\n\n"
    assert [text[start:end] for start, end in paragraphs(text, 0, len(text))] == ["One.\nStill one.", "Two."]


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(lambda pair: (pair[0], pair[1]))


@given(
    st.lists(st.lists(spans, min_size=1, max_size=3), max_size=6), st.lists(st.integers(0, 60), max_size=5)
)
def test_segments_cover_the_text_once_and_every_word_knows_its_claims(
    marks: list[list[tuple[int, int]]], cuts: list[int]
) -> None:
    found = segments(10, 50, marks, cuts)
    covered = [place for piece in found for place in range(piece.start, piece.end)]
    assert covered == list(range(10, 50))
    for piece in found:
        for place in range(piece.start, piece.end):
            users = {key for key, of in enumerate(marks) if any(start <= place < end for start, end in of)}
            assert set(piece.keys) == users


@given(st.text(alphabet="a \n\t", max_size=40))
def test_paragraphs_keep_every_word(text: str) -> None:
    kept = "".join(text[start:end] for start, end in paragraphs(text, 0, len(text)))
    assert kept.replace("\n", "").replace(" ", "").replace("\t", "") == "".join(text.split())
