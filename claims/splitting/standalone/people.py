"""Names of people: which words of a sentence are one, and what tells a man from a woman."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..first_names import FEMALE_NAMES, MALE_NAMES
from ..words import HONORIFICS, SPEECH
from ..words_of_people import BODY_NOUNS, MEN, NO_LAST_NAMES, ROLES, ROLES_OF_BODIES, WOMEN
from .entities import EITHER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..tree import Sentence, Word

PROPER = frozenset({"NNP", "NNPS"})
PARTICLES = frozenset(
    {
        "de",
        "da",
        "del",
        "della",
        "di",
        "dos",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "bin",
        "al",
        "el",
        "ter",
    }
)
HE = frozenset({"he"})
SHE = frozenset({"she"})
LONGEST_NAME = 5


@dataclass(slots=True)
class Run:
    """Capitalised words that belong together, without the titles before them."""

    words: list[Word]
    titles: list[Word]

    @property
    def first(self) -> Word:
        return self.words[0]

    @property
    def last(self) -> Word:
        return self.words[-1]

    @property
    def head(self) -> Word:
        """The word by which the name hangs in its sentence."""
        first, last = self.first.index, self.last.index
        for word in self.words:
            if not first <= word.head.index <= last or word.head is word:
                return word
        return self.last

    @property
    def text(self) -> str:
        return "".join(
            word.text if number == 0 or word.start == self.words[number - 1].end else f" {word.text}"
            for number, word in enumerate(self.words)
        )


def runs(sentence: Sentence) -> Iterator[Run]:
    """The runs of capitalised words, each with the titles and nouns for people right before it."""
    words = sentence.words
    index = 0
    while index < len(words):
        if not _capital(words[index]):
            index += 1
            continue
        end = _end_of_run(words, index)
        first = index
        while first < end - 1 and _is_title(words[first]) and (words[first].pos != "PROPN" or index == first):
            first += 1
        for place in range(end - 2, first, -1):
            if words[place].low.rstrip(".") in HONORIFICS:
                first = place + 1
                break
        if not (first == end - 1 and _is_title(words[first])):
            titles = words[index:first]
            before = index - 1
            while before >= 0 and words[before].pos == "NOUN" and _is_title(words[before]):
                titles.insert(0, words[before])
                before -= 1
            yield Run(words[first:end], titles)
        index = end


def _capital(word: Word) -> bool:
    return (
        word.text[:1].isupper()
        and word.entity not in {"DATE", "TIME"}
        and (word.tag in PROPER or word.entity == "PERSON")
        and word.text[0].isalpha()
    )


def _end_of_run(words: list[Word], index: int) -> int:
    end = index + 1
    while end < len(words):
        word, before = words[end], words[end - 1]
        if _capital(word):
            if _breaks(before, word):
                break
            end += 1
        elif end + 1 < len(words) and _joins(before, word, words[end + 1]):
            end += 2
        else:
            break
    return end


def _joins(before: Word, word: Word, after: Word) -> bool:
    """Whether a hyphen, an initial's stop or a "de" ties two capitalised words into one name."""
    if not _capital(after):
        return False
    if word.text == "-":
        return before.end == word.start and word.end == after.start
    return word.text in PARTICLES and not _breaks(before, after)


def _breaks(before: Word, word: Word) -> bool:
    """Whether a new name begins with a word: "Chelsea" before "John Terry"."""
    if not word.begins_name or before.entity == word.entity == "":
        return False
    if before.entity == "" and before.low in MALE_NAMES | FEMALE_NAMES:
        return False
    return before.end != word.start


def _is_title(word: Word) -> bool:
    low = word.low.rstrip(".")
    return low in HONORIFICS or ((low in ROLES or low in BODY_NOUNS) and low not in MALE_NAMES)


def is_person(run: Run, sentence: Sentence) -> bool | None:
    """Whether a name is a person's: None when nothing but the language model says so, of a single word."""
    if len(run.words) > LONGEST_NAME or run.last.low in NO_LAST_NAMES:
        return False
    if _is_body(run):
        return False
    if run.words[0].index > 0 and sentence.words[run.first.index - 1].low == "the" and not run.titles:
        return False
    titled = any(one.low not in ROLES_OF_BODIES for one in run.titles)
    if titled or _has_age(run, sentence) or _has_who(run, sentence) or _has_role(run):
        return run.head.entity != "NORP"
    labels = {word.entity for word in run.words}
    given = run.first.low in MALE_NAMES or run.first.low in FEMALE_NAMES
    if len(run.words) == 1:
        if labels != {"PERSON"}:
            return False
        return True if given or (run.first.dep == "nsubj" and run.first.head.lemma in SPEECH) else None
    if _is_renamed(run):
        return False
    if "PERSON" in labels or given:
        return True
    speaks = run.head.dep == "nsubj" and run.head.head.lemma in SPEECH
    return speaks and labels == {""}


def _is_renamed(run: Run) -> bool:
    """Whether it is only another name for a thing: "His condition, Epidermolysis Bullosa,"."""
    head = run.head
    loose = head.dep == "appos" and any(kid.text == "," for kid in head.head.kids)
    return loose and head.head.tag == "NN" and head.head.lemma not in ROLES


def _is_body(run: Run) -> bool:
    """Whether a noun calls it a company, a club or the like: "Velkor, a maker of chips", "the union Metal"."""
    nouns = [*run.titles, *(kid for kid in run.head.kids if kid.dep == "appos")]
    given = run.first.low in MALE_NAMES or run.first.low in FEMALE_NAMES
    if run.head.dep == "appos" and not (given and len(run.words) > 1):
        nouns.append(run.head.head)
    return any(one.lemma in BODY_NOUNS or one.low in BODY_NOUNS for one in nouns)


def _has_age(run: Run, sentence: Sentence) -> bool:
    return bool(age_of(run, sentence))


def age_of(run: Run, sentence: Sentence) -> str:
    """The 44 of "Viktor Anselm, 44,"."""
    behind = sentence.words[run.last.index + 1 : run.last.index + 4]
    if len(behind) < 2 or behind[0].text != ",":
        return ""
    number = behind[1].text
    closed = len(behind) < 3 or behind[2].text in {",", ".", ")"}
    return number if closed and number.isdigit() and len(number) == 2 and len(run.words) > 1 else ""


def _has_who(run: Run, sentence: Sentence) -> bool:
    behind = sentence.words[run.last.index + 1 : run.last.index + 3]
    texts = [word.low for word in behind]
    return texts[:1] == ["who"] or texts == [",", "who"]


def _has_role(run: Run) -> bool:
    """Whether an apposition says what somebody is: "Lena Hallgren, the club's chairwoman"."""
    head = run.head
    if any(kid.dep == "appos" and _is_role(kid) for kid in head.kids):
        return True
    return head.dep == "appos" and _is_role(head.head)


def _is_role(word: Word) -> bool:
    return word.tag == "NN" and word.lemma in ROLES and word.lemma not in ROLES_OF_BODIES


def gender(run: Run) -> frozenset[str]:
    """Which pronouns fit, by title, role or given name."""
    nouns = {word.low.rstrip(".") for word in run.titles}
    head = run.head
    nouns |= {kid.lemma for kid in head.kids if kid.dep == "appos"}
    if head.dep == "appos":
        nouns.add(head.head.lemma)
    return gender_of(nouns, run.first.low if len(run.words) > 1 or run.first.entity == "PERSON" else "")


def gender_of(nouns: set[str], given: str = "") -> frozenset[str]:
    """Which pronouns fit somebody who is called by these nouns and this given name."""
    if nouns & WOMEN:
        return SHE
    if nouns & MEN:
        return HE
    if given in FEMALE_NAMES and given not in MALE_NAMES:
        return SHE
    if given in MALE_NAMES and given not in FEMALE_NAMES:
        return HE
    return EITHER
