"""What is remembered of a word is what the model's own rules say of it in every place."""

from claims.splitting.lexicon import RULES, Lexicon
from claims.splitting.parser import pipeline

from .case_files import read_cases

SPOKEN = (
    "There is a dam. There's a leak.",
    "They're gonna go, y'all.",
    "It ain't so. Let's go. I gotta go, c'mon.",
)


def test_remembered_words_are_as_the_model_reads_them() -> None:
    language = pipeline()
    texts = [*SPOKEN, *(case.text for case in read_cases()[:250]), *SPOKEN]
    remembering = Lexicon(language)
    for text in texts:
        plain = language(text)
        short = language(text, disable=[*RULES])
        assert remembering.read(short) == [(token.pos_, token.lemma_) for token in plain]


def test_a_text_that_was_read_is_not_worked_out_again() -> None:
    language = pipeline()
    remembering = Lexicon(language)
    first = remembering.read(language(SPOKEN[0], disable=[*RULES]))
    again = language(SPOKEN[0], disable=[*RULES])
    assert remembering.read(again) == first
    assert {token.lemma_ for token in again} == {""}
