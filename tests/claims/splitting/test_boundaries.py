import pytest

from claims.splitting.boundaries import sentence_starts


def sentences(text: str) -> list[str]:
    starts = sorted(sentence_starts(text) or ())
    return [text[one:other].strip() for one, other in zip([0, *starts], [*starts, len(text)], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Berg paid $3.5 million.",
        "The U.S. Senate voted.",
        "J. K. Lund wrote it.",
        '"It is over!" Smith said.',
        "It fell to No. 5 in the list.",
        "He was born on Jan. 5 in Lund.",
        "The site example.com was closed.",
    ],
)
def test_sentence_starts_leave_one_sentence_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["The dam broke.", "The town was flooded."],
        ['"The dam broke."', "The town was flooded."],
        ["Who paid?", "Nobody knows."],
        ["He lives in the U.S.", "The firm does not."],
        ["It rained… all day.", "“Nobody came.”", "(The road was closed.)"],
    ],
)
def test_sentence_starts_cut_between_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_sentence_starts_leave_a_text_without_stops_to_the_parser() -> None:
    assert sentence_starts("and then the mayor left " * 40) is None
