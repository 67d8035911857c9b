"""Whether a date lies behind or ahead: by the verb that it hangs on."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from ..words import word_set

if TYPE_CHECKING:
    from ..tree import Sentence, Word

Tense = Literal["past", "future", "", "not a date"]
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|to be|(?:is|are) (?:due|scheduled|set|slated|expected)|plans? to|going to|upcoming)\b",
    re.IGNORECASE,
)
_PLANNED = word_set(
    "due schedule set slate expect plan intend hope aim want promise vow pledge propose prepare"
    " ready likely poised about agree decide"
)
# verbs whose present tense with a date tells of a timetable: "the vote is Tuesday"
_SCHEDULED = word_set(
    "be arrive start begin open close end meet play face run vote go come leave return expire take"
    " kick host visit travel retire appear resume continue reopen restart"
)
_MONTH_OR_VERB = frozenset({"may", "march"})
_HUNDREDS = frozenset(
    {"people", "men", "women", "children", "percent", "per", "km", "kg", "miles", "million"}
)


def unparsed(text: str, start: int, end: int) -> Tense:
    """The time of a sentence that nobody parsed, by its first words of the future."""
    return "future" if _FUTURE.search(text, start, min(end, start + 2000)) else "past"


def tense(place: int, sentence: Sentence) -> Tense:
    """The time of the clause that a phrase at `place` stands in; nothing when no verb tells."""
    words = sentence.words
    index = bisect_right(words, place, key=lambda word: word.start) - 1
    if index < 0:
        return ""
    if not _dates(words, index):
        return "not a date"
    word = words[index]
    for _ in range(12):
        if word.pos in {"VERB", "AUX"} and (told := _of_verb(word)):
            return told
        if word.head is word:
            break
        word = word.head
    return ""


def _dates(words: list[Word], index: int) -> bool:
    """Not "may" and "march" as verbs, months that are somebody's first name, or 2000 people."""
    word = words[index]
    if word.low in _MONTH_OR_VERB:
        return word.tag not in {"MD", "VB", "VBP"}
    if word.text.isdigit() and len(word.text) == 4:
        following = words[index + 1].low if index + 1 < len(words) else ""
        if following in _HUNDREDS:
            return False
        if word.dep == "nummod" and word.head.index > index and word.head.tag == "NNS":
            return word.head.has("det", "poss") or (_after_in(words, index) and int(word.text) % 50 != 0)
    return not (word.entity == "PERSON" and word.low in {"april", "june", "august", "may"})


def _after_in(words: list[Word], index: int) -> bool:
    """ "in 2019 prices rose": a count of things would seldom be that precise, and not without its comma."""
    return (
        index > 0 and words[index - 1].low in {"in", "since", "by"} and 1900 <= int(words[index].text) <= 2060
    )


def _of_verb(verb: Word) -> Tense:
    helpers = [kid for kid in verb.kids if kid.dep in {"aux", "auxpass"}]
    if any(kid.low in {"will", "'ll", "’ll", "wo", "shall"} for kid in helpers):
        return "future"
    if verb.lemma in {"will", "shall"}:
        return "future"
    if verb.tag == "VBD" or any(kid.tag == "VBD" and kid.low != "could" for kid in helpers):
        return "past"
    if any(kid.low == "to" for kid in helpers):
        return _of_infinitive(verb)
    if any(
        kid.low in {"has", "have", "'s", "’s", "'ve", "’ve"} and kid.lemma in {"have", "'s", "’s"}
        for kid in helpers
    ):
        return "past"
    if verb.tag == "VBG" and any(kid.low in {"is", "are", "'s", "’s", "'re", "’re", "am"} for kid in helpers):
        return "future"
    if verb.lemma in _PLANNED or any(kid.lemma in _PLANNED for kid in verb.kids if kid.dep == "acomp"):
        return "future"
    if verb.tag in {"VBZ", "VBP"} and verb.lemma in _SCHEDULED:
        return "future"
    return "past" if verb.tag == "VBN" and verb.dep in {"acl", "advcl"} else ""


def _of_infinitive(verb: Word) -> Tense:
    """ "plans to leave" lies ahead; "was able to leave" lies as far back as its main verb."""
    head = verb.head
    if head is verb:
        return "future"
    if head.lemma in _PLANNED or head.pos in {"NOUN", "ADJ"} or head.tag in {"VBZ", "VBP"}:
        return "future"
    return ""
