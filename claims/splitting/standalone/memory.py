"""What was named so far, and what a pronoun, a last name or a bare "the ministry" can mean by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words_of_people import BODY_NOUNS, COLLECTIVES, ROLES, WILLED
from .abbreviations import explained
from .cast import Cast
from .definites import Definites, described, introduced_by, is_bare, of_name
from .entities import REFLEXIVES, SORTS, Entity, Mention
from .mentions import (
    LONGEST,
    NAMING_ROLES,
    POINTING,
    PRONOUNS,
    SUBJECTS,
    first_of,
    in_quotes,
    is_empty,
    is_main,
    is_prominent,
    noun_phrase,
    sentence_text,
)
from .people import Run, gender_of, runs
from .pronouns import MEMORY, Search
from .rendering import Antecedents, possessive

if TYPE_CHECKING:
    from ..tree import Sentence, Word
    from ..types import Span

PEOPLES = (
    ROLES | COLLECTIVES | BODY_NOUNS | frozenset({"people", "man", "woman", "child", "victim", "worker"})
)
MOST = 200  # mentions that are kept in mind: each pronoun is held against all of them
WITHOUT = frozenset({"compound", "nmod", "attr"})  # as these, a noun names nobody of its own


class Memory:
    """What was named so far, and what a pronoun or a bare "the ministry" can mean."""

    def __init__(self, *, fine: bool = False) -> None:
        self.fine = fine
        self.number = 0
        self.topic = ""
        self.telegraphic = False
        self.mentions: list[Mention] = []
        self.short: dict[str, str] = {}
        self.places: dict[str, Span] = {}
        self.speakers: dict[int, str] = {}
        self.full: dict[str, str] = {}
        self.things: dict[str, Entity] = {}
        self.cast = Cast()
        self.definites = Definites()

    def read(self, sentence: Sentence) -> Antecedents:
        """Takes in a sentence; gives what each pronoun in it means, by word, where that is sure."""
        self.number += 1
        carried = self.topic if self.telegraphic else ""
        self.topic = next(
            (one.entity.name for one in self.mentions if one.sentence == self.number - 1 and one.subject),
            carried,
        )
        self.telegraphic = not any(root.has("nsubj", "nsubjpass", "expl") for root in sentence.roots)
        self.mentions = [one for one in self.mentions if self.number - one.sentence <= MEMORY]
        found = Antecedents({}, self.short, self.fine, places=self.places, speakers=self.speakers)
        quoted = in_quotes(sentence)
        taken: set[int] = set()
        for run in runs(sentence):
            self._name(sentence, run, found, taken)
        for word in sentence.words:
            self.definites.see(word, self.number)
            if word.text in self.full:
                found.behind[word.index] = self.full[word.text]
            if word.pos in {"NOUN", "PROPN"} and word.index not in taken:
                self._noun(sentence, word, found, quoted=quoted[word.index])
        self._groups()
        self.mentions = self.mentions[-MOST:]
        self._pronouns(sentence, found, quoted)
        for letters, first, last in explained(sentence):
            self.full[letters] = name = sentence_text(sentence, first, last)
            self.places.setdefault(name, (first.start, last.end))
        return found

    def _mention(self, entity: Entity, word: Word) -> None:
        if word.dep in SUBJECTS and word.head.lemma in WILLED:
            entity.willing = True
        self.mentions.append(
            Mention(
                entity, self.number, word, first_of(word).dep in SUBJECTS, is_prominent(word), is_main(word)
            )
        )

    # names of people

    def _name(self, sentence: Sentence, run: Run, found: Antecedents, taken: set[int]) -> None:
        entity = self.cast.recognise(run, sentence, self.number)
        if entity is None:
            return
        taken.update(word.index for word in run.words)
        taken.update(word.index for word in run.titles)
        self.places.setdefault(entity.name, (run.first.start, run.last.end))
        self.speakers.update(dict.fromkeys((word.start for word in run.words), entity.name))
        if entity.last_name:
            self.short[entity.name] = entity.last_name
        titled = bool(run.titles) and entity.name == f"{run.titles[-1].text} {run.text}"
        if len(run.words) == 1 and entity.last_name and not titled:
            if run.first.text == entity.last_name:
                found.before[run.first.index] = entity.name
            else:
                found.behind[run.first.index] = entity.name.removeprefix(run.first.text).strip()
        head = run.head
        if head.dep in {"compound", "nmod"} and head.head.index not in taken:
            return
        if head.dep == "appos" and head.head.lemma in ROLES:
            _introduce(sentence, head, run, entity, found)
            head = head.head
            taken.add(head.index)
        taken.update(kid.index for kid in head.kids if kid.dep == "appos" and kid.lemma in ROLES)
        self._mention(entity, head)

    def _groups(self) -> None:
        """Of people who are listed, what "they" means: "Dale Hill and Ann Lee"."""
        here = {one.word.index: one for one in self.mentions if one.sentence == self.number}
        for first in [one for one in here.values() if one.entity.proper and one.word.dep != "conj"]:
            members, word = [first.entity], first.word.kid("conj")
            while word is not None and word.index in here and here[word.index].entity.proper:
                members.append(here[word.index].entity)
                word = word.kid("conj")
            if len(members) > 1 and word is None and all(one.name for one in members):
                names = [one.name for one in members]
                group = Entity(f"{', '.join(names[:-1])} and {names[-1]}", frozenset({"they"}), willing=True)
                spans = [self.places[name] for name in names if name in self.places]
                self.places.setdefault(group.name, (min(spans)[0], max(spans)[1]))
                self._mention(group, first.word)

    # pronouns

    def _pronouns(self, sentence: Sentence, found: Antecedents, quoted: list[bool]) -> None:
        """Notes what the pronouns mean; as a subject, one keeps its meaning in mind for the next one."""
        search = Search(sentence, self.mentions, self.number, {})
        for word in sentence.words:
            sort = SORTS.get(word.low)
            if sort is None or (word.low in REFLEXIVES and word.dep in {"npadvmod", "appos", "advmod"}):
                continue
            entity = None if is_empty(word) else search.find(word, quoted=quoted[word.index])
            if entity is not None:
                search.meant[word.index] = entity
                if sort in {"he", "she"} and not entity.sure:
                    entity.fits = frozenset({sort})
            if entity is not None and entity.name:
                found.names[word.index] = entity.name
                if word.dep in SUBJECTS:
                    self.speakers[word.start] = entity.name
            else:
                found.open[word.index] = word.low
            if entity is not None and word.tag == "PRP$":
                _own(entity, word, sentence, search)
            if not is_empty(word) and not quoted[word.index] and (entity is not None or word.dep in SUBJECTS):
                self._mention(entity or Entity("", frozenset({sort})), word)

    # other nouns

    def _noun(self, sentence: Sentence, word: Word, found: Antecedents, *, quoted: bool) -> None:
        """Notes what a bare "the ministry" means, and takes a described one into memory."""
        if word.tag in {"NN", "NNP"} and word.low in ROLES:
            self._role(sentence, word, found)
            return
        name = ""
        if is_bare(word) and not quoted:
            if name := self.definites.meaning(word, self.number):
                found.names[word.index] = name
            elif self.definites.knows(word.low):
                found.open[word.index] = f"{word.kids[0].low} {word.low}"
        if word.dep in NAMING_ROLES:
            self._thing(sentence, word, name)
        self._describe(sentence, word)

    def _role(self, sentence: Sentence, word: Word, found: Antecedents) -> None:
        """Somebody by what he or she is: "the mayor", "a nurse", "her deputy"."""
        if word.dep in WITHOUT:
            return
        if is_bare(word):
            entity = self.cast.by_role(word.lemma)
            if entity is not None:
                if entity.last_name:
                    found.behind[word.index] = entity.name
                self._mention(entity, word)
                return
            if self.cast.knows_role(word.lemma):
                found.open[word.index] = f"{word.kids[0].low} {word.low}"
        phrase = noun_phrase(sentence, word)
        name = _called(sentence, word, phrase)
        entity = self.cast.somebody(name, word.lemma, gender_of({word.low, *(one.low for one in phrase)}))
        if name:
            self.places.setdefault(name, ((phrase or [word])[0].start, (phrase or [word])[-1].end))
        self._mention(entity, word)

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

    def _thing(self, sentence: Sentence, word: Word, name: str) -> None:
        """Takes what a noun names into memory, by the name that a bare "the bank" stands for, if any."""
        plural = word.tag in {"NNS", "NNPS"} or word.has("conj")
        named = word.pos == "PROPN" or any(kid.low in POINTING or kid.dep == "poss" for kid in word.kids)
        phrase = noun_phrase(sentence, word)
        if not phrase or not (named or plural) or any(one.tag in PRONOUNS for one in phrase):
            return
        name = name or sentence_text(sentence, phrase[0], phrase[-1])
        key = name.lower().removeprefix("the ")
        entity = self.things.get(key)
        if entity is None or entity.doubtful:
            self.places.setdefault(name, (phrase[0].start, phrase[-1].end))
            entity = self.things[key] = _made(name, word, plural=plural, named=named)
        self._mention(entity, word)


def _made(name: str, word: Word, *, plural: bool, named: bool) -> Entity:
    fits = {"they"} if plural else {"it"}
    if word.low in COLLECTIVES:
        fits = {"it", "they"} if word.low != "police" else {"they"}
    elif word.entity in {"ORG", "GPE"}:
        fits |= {"it", "they"}
    unknown = word.pos == "PROPN" and word.left == word.right and word.entity not in {"GPE", "ORG"}
    if unknown and not plural:
        fits = {"he", "she", "it"}
    willing = word.lemma in PEOPLES or word.low in PEOPLES or word.entity in {"ORG", "GPE", "NORP"}
    return Entity(name, frozenset(fits), doubtful=unknown, willing=willing, plain=not named)


def _own(owner: Entity, word: Word, sentence: Sentence, search: Search) -> None:
    """Names whom "his lawyer" means, once it is known who "he" is: "Hill's lawyer"."""
    noun = word.head
    owned = search.entity_at(noun)
    if owned is None or owned.name or not owner.name or owner is owned or word.index != noun.left:
        return
    if noun.index - word.index < LONGEST:
        name = owner.last_name or owner.name
        rest = sentence_text(sentence, sentence.words[word.index + 1], noun)
        owned.name = f"{name}{possessive(name)} {rest}"


def _called(sentence: Sentence, word: Word, phrase: list[Word]) -> str:
    """What to call somebody without a name: "the mayor of Lund", "the defender" for a longer phrase, or nothing."""
    if any(one.tag in PRONOUNS for one in phrase):
        return ""
    if any(kid.low in POINTING or kid.dep in {"poss", "nummod"} for kid in word.kids):
        return sentence_text(sentence, phrase[0], phrase[-1]) if phrase else f"the {word.low}"
    opens = word.left == 0 and word.dep in SUBJECTS and bool(phrase)
    return sentence_text(sentence, phrase[0], phrase[-1]) if opens else ""


def _introduce(sentence: Sentence, head: Word, run: Run, entity: Entity, found: Antecedents) -> None:
    """Puts the name behind "the mayor", where a claim leaves out the apposition in which it stands."""
    before = sentence.words[run.first.index - 1] if run.first.index else None
    if before is not None and before.text == "," and before.index - 1 >= head.head.index:
        found.behind[before.index - 1] = entity.name
