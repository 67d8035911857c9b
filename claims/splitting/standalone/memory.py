"""What was named so far, and what a pronoun, a last name or a bare "the ministry" can mean by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import HONORIFICS, PEOPLE, SPEECH
from .abbreviations import explained
from .definites import Definites, described, introduced_by, is_bare, of_name
from .mentions import (
    LONGEST,
    NAMING_ROLES,
    POINTING,
    QUOTES,
    SORTS,
    SUBJECTS,
    Mention,
    gender,
    is_empty,
    is_prominent,
    noun_before,
    own_subject,
    sentence_text,
    within_of,
)
from .rendering import Antecedents

if TYPE_CHECKING:
    from ..tree import Sentence, Word
    from ..types import Span

MEMORY = 3  # sentences after which a name is no longer what a pronoun means


class Memory:
    """What was named so far, and what a pronoun or a bare "the ministry" can mean."""

    def __init__(self, *, fine: bool = False) -> None:
        self.fine = fine
        self.short: dict[str, str] = {}
        self.mentions: list[Mention] = []
        self.number = 0
        self.topic = ""
        self.telegraphic = False
        self.names: dict[str, str] = {}
        self.people: dict[str, frozenset[str]] = {}
        self.places: dict[str, Span] = {}
        self.full: dict[str, str] = {}
        self.holders: dict[str, set[str]] = {}
        self.definites = Definites()

    def read(self, sentence: Sentence) -> Antecedents:
        """Takes in a sentence; gives what each pronoun in it means, by word, where that is sure."""
        self.number += 1
        carried = self.topic if self.telegraphic else ""
        self.topic = next(
            (one.name for one in self.mentions if one.sentence == self.number - 1 and one.subject), carried
        )
        self.telegraphic = not any(root.has("nsubj", "nsubjpass", "expl") for root in sentence.roots)
        self.mentions = [one for one in self.mentions if self.number - one.sentence <= MEMORY]
        found = Antecedents({}, self.short, self.fine, places=self.places)
        quoted = False
        for word in sentence.words:
            if word.text in QUOTES:
                quoted = word.text == "“" or (word.text == '"' and not quoted)
                continue
            self.definites.see(word, self.number)
            if word.text in self.full:
                found.behind[word.index] = self.full[word.text]
            known = word.pos == "PROPN" and word.text in self.names
            if word.entity == "PERSON" or known:
                if word.begins_name or word.entity != "PERSON":
                    self._person(sentence, word, found)
            elif word.low in SORTS:
                self._take_up(sentence, word, found, quoted=quoted)
            elif word.pos in {"NOUN", "PROPN"}:
                self._noun(sentence, word, found, quoted=quoted)
        for letters, first, last in explained(sentence):
            self.full[letters] = name = sentence_text(sentence, first, last)
            self.places.setdefault(name, (first.start, last.end))
        return found

    def _take_up(self, sentence: Sentence, word: Word, found: Antecedents, *, quoted: bool) -> None:
        if not quoted and not is_empty(word):
            self._pronoun(sentence, word, found.names)
        if word.index not in found.names:
            found.open[word.index] = word.low

    def _noun(self, sentence: Sentence, word: Word, found: Antecedents, *, quoted: bool) -> None:
        """Notes what a bare "the ministry" means, and takes a described one into memory."""
        if is_bare(word) and not quoted:
            if name := self.definites.meaning(word, self.number):
                found.names[word.index] = name
            elif self.definites.knows(word.low):
                found.open[word.index] = f"{word.kids[0].low} {word.low}"
        if word.dep in NAMING_ROLES:
            self._thing(sentence, word)
        self._describe(sentence, word)

    def _describe(self, sentence: Sentence, word: Word) -> None:
        """Keeps a name by its noun, and what else bears that noun, which makes "the ministry" unsure."""
        last = of_name(sentence, word)
        if introduced := introduced_by(word):
            name = sentence_text(sentence, sentence.words[introduced.left], introduced)
            if introduced.index - introduced.left < LONGEST and "," not in name:
                self.places.setdefault(name, (sentence.words[introduced.left].start, introduced.end))
                self.definites.introduce(word.low, name)
        elif last is not None or (word.pos == "PROPN" and not word.has("conj")) or described(word):
            end = last or word
            first = sentence.words[word.left]
            if word.left > word.index or word.dep == "compound" or first is word is end:
                return
            name = sentence_text(sentence, first, end)
            self.places.setdefault(name, (first.start, end.end))
            self.definites.name(word.low, name)

    def _pronoun(self, sentence: Sentence, word: Word, found: dict[int, str]) -> None:
        """Notes what a pronoun means; as a subject it keeps its meaning in mind for the next one."""
        own = own_subject(word)
        if own is not None and own is not word and SORTS.get(own.low) == SORTS[word.low]:
            name = found.get(own.index, "") if word.tag == "PRP$" else ""
        else:
            name = self._antecedent(sentence, word)
        if not name:
            return
        found[word.index] = name
        if word.dep in SUBJECTS:
            fits = frozenset({SORTS[word.low]})
            self.mentions.append(Mention(name, fits, self.number, word, True, is_prominent(word)))

    def _person(self, sentence: Sentence, word: Word, found: Antecedents) -> None:
        words = sentence.words
        last = word.index
        while (
            last + 1 < len(words)
            and words[last + 1].entity == word.entity == "PERSON"
            and not words[last + 1].begins_name
        ):
            last += 1
        parts = [one for one in words[word.index : last + 1] if one.low not in {"'s", "’s"}]
        if not parts or not parts[-1].text[:1].isupper():
            return
        if len(parts) == 1:
            name = self.names.get(parts[0].text, parts[0].text)
            if self._is_last_name(sentence, parts[0]):
                found.before[parts[0].index] = name
        else:
            name = " ".join(one.text for one in parts)
            self.names[parts[-1].text] = name
            self.holders.setdefault(parts[-1].text, set()).add(name)
        self.places.setdefault(name, (parts[0].start, parts[-1].end))
        head = next(
            (one for one in parts if not word.index <= one.head.index <= last or one.head is one), word
        )
        if head.dep in {"compound", "nmod"} and head.head.entity != "PERSON":
            return
        if len(parts) > 1:
            self.short[name] = parts[-1].text
        fits = self.people.get(name) or gender(parts[0].low, words[max(0, head.left) : word.index])
        self.people[name] = fits
        self.mentions.append(Mention(name, fits, self.number, head, head.dep in SUBJECTS, is_prominent(head)))

    def _thing(self, sentence: Sentence, word: Word) -> None:
        plural = word.tag in {"NNS", "NNPS"} or word.has("conj")
        phrase = [one for one in sentence.words[word.left : word.index + 1] if one.dep != "punct"]
        if word.has("conj"):
            phrase = sentence.words[word.left : word.right + 1]
        elif word.pos == "PROPN" or (
            word.kids and word.kids[-1].low == "of" and word.right - word.left < LONGEST
        ):
            phrase = [
                *phrase,
                *(one for one in sentence.words[word.index + 1 : word.right + 1] if within_of(word)),
            ]
        if len(phrase) > LONGEST or any(one.tag in {"PRP", "PRP$", "WDT", "WP", "WP$"} for one in phrase):
            return
        named = word.pos == "PROPN" or any(kid.low in POINTING or kid.dep == "poss" for kid in word.kids)
        if not named and not plural:
            return
        name = sentence_text(sentence, phrase[0], phrase[-1])
        self.places.setdefault(name, (phrase[0].start, phrase[-1].end))
        if word.lemma in PEOPLE and not plural:
            fits = gender(word.low, phrase)
        else:
            fits = frozenset({"they"}) if plural else frozenset({"it"})
            if word.pos == "PROPN" and word.left == word.right and word.entity not in {"GPE", "ORG"}:
                fits = frozenset({"he", "she"})
        subject = word.dep in SUBJECTS
        self.mentions.append(
            Mention(name, fits, self.number, word, subject, is_prominent(word), bare=not named)
        )

    def _is_last_name(self, sentence: Sentence, word: Word) -> bool:
        """Whether a name alone is the last name of one person only, and of no place or body."""
        if len(self.holders.get(word.text, ())) != 1 or word.has("det"):
            return False
        if word.entity not in {"PERSON", ""} and not (word.dep in SUBJECTS and word.head.lemma in SPEECH):
            return False
        if word.dep in {"compound", "nmod"}:
            return False
        near = sentence.words[max(0, word.index - 1) : word.index + 2]
        titles = PEOPLE | HONORIFICS
        return all(one is word or one.tag != "NNP" or one.low.rstrip(".") in titles for one in near)

    def _antecedent(self, sentence: Sentence, word: Word) -> str:
        """The name for a pronoun: a single antecedent that fits, or nothing."""
        sort = SORTS[word.low]
        own = own_subject(word)
        fitting = [one for one in self.mentions if sort in one.fits]
        if word.tag == "PRP$":
            mine = [one for one in fitting if one.word is own]
            if mine and word.head.dep != "attr":
                surer = len(mine[0].fits) > 1 and any(len(one.fits) == 1 for one in fitting)
                return "" if surer else mine[0].name
            if own is not None and own.index < word.index and sort in {"it", "they"}:
                return ""
        elif word.dep not in SUBJECTS:
            if sort in {"it", "they"}:
                return ""
            fitting = [one for one in fitting if one.word is not own]
        if word.index > 3 and sort in {"it", "they"} and noun_before(sentence, word):
            fitting = [one for one in fitting if one.sentence == self.number and not one.bare]
        else:
            fitting = [one for one in fitting if not one.bare or one.sentence == self.number - 1]
        for number in (self.number, self.number - 1):
            names = {one.name for one in fitting if one.sentence == number}
            if names:
                return self._single(names, fitting, number)
        names = {one.name for one in fitting}
        if sort in {"he", "she"} and not names:
            names = {name for name, fits in self.people.items() if sort in fits}
        return names.pop() if len(names) == 1 else ""

    @staticmethod
    def _single(names: set[str], fitting: list[Mention], number: int) -> str:
        """Of several that fit, the subject, when nobody else is known for sure to fit."""
        if len(names) == 1:
            return next(iter(names))
        here = [one for one in fitting if one.sentence == number and one.prominent]
        subjects = {one.name for one in here if one.subject}
        sure = {one.name for one in here if len(one.fits) == 1}
        return next(iter(subjects)) if len(subjects) == 1 and sure <= subjects else ""
