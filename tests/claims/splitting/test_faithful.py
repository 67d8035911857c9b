"""Nothing is said that the article does not say, and nothing of it is lost: held over the texts of all cases."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.splitting import LEVELS, Document, Level, split
from claims.splitting.inflection import PAST

from .case_files import read_cases
from .sentences import ARTICLES

WORD = re.compile(r"[a-z]+", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
BRACKET = re.compile(r"\[[^\]]*\]")
BETWEEN = {
    *(
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "did",
        "do",
        "does",
        "not",
        "will",
        "would",
    ),
    *("in", "of", "at", "from", "called", "a", "an", "the", "this", "these", "years", "old", "s"),
}
STEMS = {form: lemma[:2] for lemma, form in PAST.items()} | {"lied": "ly", "lay": "ly"}


def strange_words(document: Document) -> list[str]:
    """Words of claims that are neither in their sentence, nor in brackets, nor among the few that rules put between."""
    strange = []
    for claim in document.claims:
        said = {word.lower()[:2] for word in WORD.findall(document.statements[claim.statement].text)}
        words = [word.lower() for word in WORD.findall(BRACKET.sub("", claim.text))]
        strange += [
            f"{word}: {claim.text}"
            for word in words
            if word not in BETWEEN and not {word[:2], STEMS.get(word)} & said
        ]
    return strange


def lost_numbers(document: Document) -> list[str]:
    """Numbers of statements that got into no claim."""
    lost = []
    for statement in document.statements:
        claims = [claim.text for claim in document.claims if claim.statement == statement.ordinal]
        told = NUMBER.findall(" ".join(claims))
        if claims:
            lost += [f"{one}: {statement.text}" for one in NUMBER.findall(statement.text) if one not in told]
    return lost


@pytest.mark.parametrize("level", LEVELS)
def test_every_word_of_a_claim_is_from_its_sentence_or_in_brackets(level: Level) -> None:
    assert [word for case in read_cases() for word in strange_words(case.document(level))] == []


@pytest.mark.parametrize("level", LEVELS)
def test_every_number_of_a_sentence_is_in_a_claim(level: Level) -> None:
    assert [number for case in read_cases() for number in lost_numbers(case.document(level))] == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ARTICLES, st.sampled_from(LEVELS))
def test_sentences_put_together_are_told_faithfully(text: str, level: Level) -> None:
    document = split(text, level=level)
    assert strange_words(document) == []
    assert lost_numbers(document) == []
