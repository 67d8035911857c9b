"""What "the ministry", "this bill" or "the company" means: the only thing so called that the article has named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import word_set

if TYPE_CHECKING:
    from ..tree import Sentence, Word

NEAR = 2  # sentences in which another name of the same sort makes "the company" unsure
ARTICLES = frozenset({"the", "a", "an", "this", "that"})
DEFINITE = frozenset({"the", "this", "that"})
POINTING_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "dative"})
SETTLEMENTS = word_set("city town village country state region province district island municipality")
BODIES = word_set(
    "company firm agency group party club union charity bank airline authority council university newspaper"
    " foundation organisation organization association federation manufacturer retailer operator"
)
EVENTS = word_set("war deal treaty agreement election summit accord ceasefire")


class Definites:
    """The names and descriptions given so far, by their noun."""

    def __init__(self) -> None:
        self._by_noun: dict[str, dict[str, str]] = {}
        self._introduced: dict[str, str] = {}
        self._latest: dict[str, dict[str, int]] = {"GPE": {}, "ORG": {}}

    def name(self, noun: str, name: str) -> None:
        """Keeps a name by its noun; the one last named comes last."""
        names = self._by_noun.setdefault(noun, {})
        key = name.lower().removeprefix("the ")
        names[key] = names.pop(key, name)

    def introduce(self, noun: str, name: str) -> None:
        """Keeps what the article itself calls a company, a town and the like: "Nordex, a shipping company"."""
        self.name(noun, name)
        self._introduced[name] = "GPE" if noun in SETTLEMENTS else "ORG"

    def see(self, word: Word, number: int) -> None:
        """Notes that a place or a body was named in a sentence."""
        if word.entity in self._latest and word.text[:1].isupper():
            self._latest[word.entity][word.text] = number

    def knows(self, noun: str) -> bool:
        return noun in self._by_noun

    def meaning(self, word: Word, number: int) -> str:
        """The one name for a bare "the ministry", or nothing."""
        names = list(self._by_noun.get(word.low, {}).values())
        if not is_bare(word) or not names:
            return ""
        if not holds_name(names[-1]):
            return ""
        if len(names) > 1:
            return names[-1] if word.low in EVENTS and names[-1] not in self._introduced else ""
        sort = self._introduced.get(names[0])
        if sort is None:
            return names[0]
        others = (other for other, last in self._latest[sort].items() if number - last <= NEAR)
        return "" if any(other not in names[0].split() for other in others) else names[0]


def holds_name(phrase: str) -> bool:
    """Whether a phrase has a name in it: "the new bridge" tells a reader no more than "the bridge" does."""
    return any(word[:1].isupper() and word.lower() not in ARTICLES for word in phrase.split())


def is_bare(word: Word) -> bool:
    """Whether a noun has nothing but "the", "this" or "that" to say which one is meant."""
    kids = [kid for kid in word.kids if kid.dep not in {"case", "punct"}]
    return (
        word.tag == "NN"
        and word.dep in POINTING_ROLES
        and len(kids) == 1
        and kids[0].low in DEFINITE
        and kids[0].index == word.index - 1
    )


def described(word: Word) -> bool:
    """Whether a noun is told from others of its kind: by a word before it, a complement or an article "a"."""
    return word.tag == "NN" and not is_bare(word) and any(kid.dep != "punct" for kid in word.kids)


def of_name(sentence: Sentence, word: Word) -> Word | None:
    """The last word of "the mayor of Lund", when the complement is nothing but a name."""
    preposition = next((kid for kid in word.kids if kid.low == "of" and kid.index == word.index + 1), None)
    held = preposition.kid("pobj") if preposition is not None else None
    if held is None or held.tag != "NNP" or held.right != held.index:
        return None
    between = sentence.words[word.index + 2 : held.index]
    return held if all(one.tag == "NNP" or one.low == "the" for one in between) else None


def introduced_by(word: Word) -> Word | None:
    """Whom a noun introduces: Nordex in "Nordex, a shipping company" and "Nordex is a shipping company"."""
    if word.low not in SETTLEMENTS | BODIES or not any(kid.low in {"a", "an"} for kid in word.kids):
        return None
    named: Word | None = None
    if word.dep == "appos":
        named = word.head
    elif word.dep == "attr" and word.head.lemma == "be" and not word.head.has("neg", "aux"):
        named = word.head.kid("nsubj")
    if named is None or named.tag not in {"NNP", "NNPS"} or named.entity == "PERSON" or named.has("conj"):
        return None
    return named
