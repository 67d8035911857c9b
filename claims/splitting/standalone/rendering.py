"""Writing names into the pieces of a claim, each in [brackets], with the place in the article that it is from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..drafts import Made, Pieces
from ..inflection import singular
from ..tree import Word
from ..types import Insertion, Span
from ..words import word_set
from .definites import DEFINITE, holds_name
from .entities import SORTS
from .mentions import is_empty

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
QUANTIFIERS = word_set(
    "many some all most few several both no any each every half other others more one two three four five six"
    " seven eight nine ten around about nearly almost over at up only nobody"
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What the words of a sentence mean, by word; the last names of people; and how near to stay to the words.

    `names` take the place of a word, `before` and `behind` are added to it. `open` are the phrases that point
    back to what is not sure, by word, and `places` tells where the article gives a name.
    """

    names: dict[int, str]
    short: dict[str, str]
    fine: bool
    before: dict[int, str] = field(default_factory=dict)
    behind: dict[int, str] = field(default_factory=dict)
    open: dict[int, str] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    speakers: dict[int, str] = field(default_factory=dict)

    def speaker(self, span: Span | None) -> str:
        """The name of whoever is named in a stretch of the article, as its source gives her or him in full."""
        places = range(*span) if span is not None else ()
        return next((self.speakers[place] for place in places if self.speakers.get(place)), "")


@dataclass(slots=True)
class StandAlone:
    """The pieces of a claim with names in them, what was inserted, and what stays unresolved."""

    pieces: Pieces = field(default_factory=list)
    insertions: list[Insertion] = field(default_factory=list)
    unresolved: list[str] = field(default_factory=list)
    replaced: bool = False


def stand_alone(pieces: Pieces, found: Antecedents, speaker: str = "") -> StandAlone:
    """The pieces with names for pronouns, for "I" that of the `speaker`.

    Where the claim itself names the antecedent, "its" and "they" are left alone and a person is named by the
    last name. The fine level stays near to the words: it leaves all of these alone, and has last names only.
    """
    result = StandAlone()
    words = {piece.text.lower() for piece in pieces if isinstance(piece, Word)}
    said: set[str] = set()
    for piece in pieces:
        if not isinstance(piece, Word):
            _put(piece, found, words, said, result)
        elif speaker and piece.low in FIRST and not found.fine:
            _name_speaker(piece, speaker, found, said, result)
        elif speaker and not found.fine and _goes_with_speaker(piece):
            _conjugate(piece, result)
        elif piece.index in found.names:
            _replace(piece, found, words, said, result)
        else:
            _add(piece, found, words, said, result)
    return result


def _put(piece: Made, found: Antecedents, words: set[str], said: set[str], result: StandAlone) -> None:
    """What a rule wrote, a pronoun put in another case with its meaning."""
    word = piece.word
    if word is None or word.tag != "PRP" or word.index not in found.names:
        result.pieces.append(piece)
        return
    _replace(word, found, words, said, result)
    if result.pieces[-1] is word:
        result.pieces[-1] = piece


def _name_speaker(piece: Word, speaker: str, found: Antecedents, said: set[str], result: StandAlone) -> None:
    shown = found.short.get(speaker, speaker) if speaker in said else speaker
    said.add(speaker)
    ending = possessive(shown) if piece.low in {"my", "mine"} else ""
    result.pieces.append(Made(f"[{shown}{ending}]", piece))
    result.replaced = True
    _note(f"{shown}{ending}", speaker, found, result)


def _goes_with_speaker(word: Word) -> bool:
    """Whether the form of a verb is the one that goes with "I": am, have, know."""
    if word.tag != "VBP":
        return False
    verb = word.head if word.dep in {"aux", "auxpass"} else word
    while not verb.has("nsubj", "nsubjpass") and verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    subject = verb.kid("nsubj", "nsubjpass")
    return subject is not None and subject.low == "i" and not subject.has("conj")


def _conjugate(piece: Word, result: StandAlone) -> None:
    """A verb that goes with a name, in the brackets of the name where it stands right behind it."""
    form = "is" if piece.lemma == "be" or piece.low in {"'m", "’m"} else singular(piece)
    before = result.pieces[-1] if result.pieces else None
    if isinstance(before, Made) and before.word is not None and before.word.low == "i":
        result.pieces[-1] = Made(f"{before.text[:-1]} {form}]", piece)
    else:
        result.pieces.append(Made(f"[{form}]", piece))


def _replace(piece: Word, found: Antecedents, words: set[str], said: set[str], result: StandAlone) -> None:
    name = found.names[piece.index]
    short = found.short.get(name, name)
    given = name.partition(" ")[0]
    if short != name and given.lower() in words and short.lower() not in words:
        short = given  # the claim calls the person so
    there = name in said or words.issuperset(_WORD.findall(name.lower())) or short.lower() in words
    aged = piece.tag == "PRP$" and piece.head.text[:1].isdigit()  # "in their 20s"
    if there and (found.fine or aged or piece.low not in SORTS or not _is_definite(name)):
        result.pieces.append(piece)
        return
    before = result.pieces[-1] if result.pieces else None
    if piece.tag == "NN" and isinstance(before, Word) and before.low in DEFINITE:
        result.pieces.pop()
    said.add(name)
    shown = short if there or found.fine else name
    if piece.low in SORTS and shown.startswith(("a ", "an ")):
        shown = f"the {shown.partition(' ')[2]}"
    if result.pieces and shown.startswith("The "):
        shown = f"the {shown[4:]}"
    ending = possessive(shown) if piece.tag == "PRP$" else ""
    result.pieces.append(Made(f"[{shown}{ending}]", piece))
    result.replaced = True
    _note(f"{shown}{ending}", name, found, result)


def possessive(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _is_definite(name: str) -> bool:
    """Whether a name can be said twice in a claim: "many seals" the second time would be other seals."""
    first = name.partition(" ")[0].lower()
    if first in QUANTIFIERS or any(sign.isdigit() for sign in first):
        return False
    return holds_name(name) and name.count(" ") <= 3


def _add(piece: Word, found: Antecedents, words: set[str], said: set[str], result: StandAlone) -> None:
    """A last name with its first name, an abbreviation with its full name, once in a claim; or as it stands."""
    name = found.before.get(piece.index) or found.behind.get(piece.index, "")
    if not name or found.fine or name in said or words.issuperset(_WORD.findall(name.lower())):
        result.pieces.append(piece)
        if piece.index in found.open:
            _leave(piece, found, result)
        return
    said.add(name)
    if piece.index in found.before:
        given = name.removesuffix(piece.text).rstrip()
        result.pieces.append(Made(f"[{given}] {piece.text}", piece))
        _note(given, name, found, result)
    else:
        result.pieces += [piece, Made(f"[{name}]", piece)]
        _note(name, name, found, result)


def _note(text: str, name: str, found: Antecedents, result: StandAlone) -> None:
    if name in found.places:
        result.insertions.append(Insertion(text, *found.places[name]))


def _leave(piece: Word, found: Antecedents, result: StandAlone) -> None:
    phrase = found.open[piece.index]
    if phrase not in result.unresolved and not is_empty(piece):
        result.unresolved.append(phrase)
