"""Which entity a pronoun means: the only one that fits, by number, gender and the build of the sentence, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import SPEECH
from ..words_of_people import COLLECTIVES, ROLES, WILLED
from .entities import EITHER, REFLEXIVES, SORTS, Entity, Mention
from .mentions import SUBJECTS, noun_before, own_subject, teller

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..tree import Sentence, Word

MEMORY = 3  # sentences after which a name is no longer what a pronoun means
BELONGING = frozenset(
    {"member", "headquarters", "employee", "supporter", "spokesman", "spokeswoman", "lawyer"}
)
PLACING = frozenset({"in", "at", "on", "during", "since", "until", "within", "by", "from"})
BESIDE = frozenset({"with", "behind", "around", "before", "beside", "near", "above", "under", "after"})


class Search:
    """Looks for what the pronouns of one sentence mean, among what was mentioned in it and shortly before."""

    def __init__(
        self, sentence: Sentence, mentions: list[Mention], number: int, meant: dict[int, Entity]
    ) -> None:
        self.sentence = sentence
        self.mentions = mentions
        self.number = number
        self.meant = meant  # by word, for the pronouns already understood

    def entity_at(self, word: Word) -> Entity | None:
        """What a word of the sentence stands for: a name, or a pronoun already understood."""
        if word.index in self.meant:
            return self.meant[word.index]
        return next(
            (one.entity for one in self.mentions if one.word is word and one.sentence == self.number), None
        )

    def find(self, word: Word, *, quoted: bool = False) -> Entity | None:
        sort = SORTS[word.low]
        own = own_subject(word)
        if word.low in REFLEXIVES:
            return self._reflexive(own, sort)
        if word.tag == "PRP$" and own is not None and own is not word and own.right < word.index:
            mine = self.entity_at(own)
            if mine is not None and sort in mine.fits and word.head.dep != "attr":
                unsure = quoted or self._outdone(mine, sort) or self._is_beside(mine, own, sort)
                return None if unsure else mine
            if SORTS.get(own.low) == sort or sort in {"it", "they"}:
                return None
        if word.dep in SUBJECTS and not quoted:
            told = self._told(word, sort)
            if told is not None or self._is_told_by_stranger(word, sort):
                return told
        if sort in EITHER:
            return self._person(word, sort, own, quoted=quoted)
        if quoted or (word.dep not in SUBJECTS and not (word.tag == "PRP$" and _leads(word))):
            return None
        return self._thing(word, sort)

    def _reflexive(self, own: Word | None, sort: str) -> Entity | None:
        mine = self.entity_at(own) if own is not None else None
        return mine if mine is not None and sort in mine.fits else None

    def _outdone(self, mine: Entity, sort: str) -> bool:
        """Whether somebody else is known to fit, and this one is not."""
        return not mine.sure and any(
            one.entity.fits == {sort}
            and one.entity is not mine
            and (one.prominent or one.entity.last_name != "")
            for one in self.mentions
        )

    def _told(self, word: Word, sort: str) -> Entity | None:
        """The speaker: the bank in "the bank said it had lost"; and who spoke before, in "…, he added"."""
        if sort not in EITHER:
            speaker = teller(word)
            mine = self.entity_at(speaker) if speaker is not None else None
            fits = mine is not None and sort in mine.fits and not mine.doubtful
            return mine if fits else None
        if word.head.lemma not in SPEECH or word.head.dep not in {"ROOT", "parataxis"}:
            return None
        here = any(sort in one.entity.fits for one in self.mentions if one.sentence == self.number)
        last = [one for one in self.mentions if one.sentence == self.number - 1 and one.main]
        if here or len(last) != 1 or last[0].word.head.lemma not in SPEECH:
            return None
        return last[0].entity if last[0].entity.fits == {sort} else None

    def _is_told_by_stranger(self, word: Word, sort: str) -> bool:
        """Whether "it" most likely is the one who says so, of whom nothing is kept: "…, which says that it"."""
        speaker = teller(word) if sort not in EITHER else None
        return speaker is not None and speaker.pos in {"NOUN", "PROPN"} and self.entity_at(speaker) is None

    def _is_beside(self, mine: Entity, own: Word, sort: str) -> bool:
        """Whether the owner can be somebody else: "The museum may close, with the city cutting its …"."""
        if mine.plain and not mine.willing:
            return True
        if sort in EITHER or own.head.tag not in {"VBG", "VBN"} or own.head.has("aux", "auxpass"):
            return False
        return any(
            one.main and one.sentence == self.number and sort in one.entity.fits and one.entity is not mine
            for one in self.mentions
        )

    # he and she

    def _person(self, word: Word, sort: str, own: Word | None, *, quoted: bool) -> Entity | None:
        barred = self._barred(word, own)
        fitting = [one for one in self.mentions if sort in one.entity.fits and one.entity is not barred]
        before = [one for one in fitting if one.sentence < self.number or one.word.index < word.index]
        if quoted:
            return self._only(before, sort)
        leads = word.dep in SUBJECTS or _leads(word)
        for number in range(self.number, self.number - MEMORY - 1, -1):
            near = [one for one in before if one.sentence == number]
            if near:
                farther = [one.entity for one in before if one.sentence < number]
                return _choose(near, farther, leads=leads)
        ahead = [one for one in fitting if one.main and one.entity.sure and word.index < one.word.index]
        return ahead[0].entity if ahead and _is_fronted(word, ahead[0].word) else None

    def _barred(self, word: Word, own: Word | None) -> Entity | None:
        """Whom an object cannot mean: the subject of its own clause."""
        if own is None or own is word or word.tag == "PRP$" or word.dep in SUBJECTS:
            return None
        if word.dep == "pobj" and word.head.low in BESIDE:
            return None
        return self.entity_at(own)

    def _only(self, before: Iterable[Mention], sort: str) -> Entity | None:
        """In a quotation: the only one that fits at all, the speaker left out."""
        speakers = {
            one.entity for one in self.mentions if one.sentence == self.number and one.word.dep in SUBJECTS
        }
        found = {one.entity for one in before} - speakers
        only = found.pop() if len(found) == 1 else None
        return only if only is not None and only.fits == {sort} else None

    # it and they

    def _thing(self, word: Word, sort: str) -> Entity | None:
        fitting = [
            one
            for one in self.mentions
            if sort in one.entity.fits and (one.sentence < self.number or one.word.index < word.index)
        ]
        if sort == "they" and any(one.entity.fits == {"they"} for one in fitting):
            fitting = [one for one in fitting if one.entity.fits == {"they"}]
        if _wills(word):
            fitting = [one for one in fitting if one.entity.willing or one.entity.doubtful]
        if word.index > 3 and noun_before(self.sentence, word) and not _is_opened(self.sentence, word):
            near = [one for one in fitting if one.sentence == self.number and not one.entity.plain]
            if _is_within(word):
                near = [one for one in near if one.entity.willing]
            return _single(near)
        here = [one for one in fitting if one.sentence == self.number and not one.entity.plain]
        return _single(here or [one for one in fitting if one.sentence == self.number - 1 and one.prominent])


def _leads(word: Word) -> bool:
    """Whether a possessive opens the subject: "her" in "her deputy resigned"."""
    return word.tag == "PRP$" and word.head.dep in SUBJECTS


def _wills(word: Word) -> bool:
    """Whether only people and bodies of people can be meant: "it plans to", "its chairman"."""
    if word.dep in SUBJECTS:
        return word.head.lemma in WILLED
    return word.tag == "PRP$" and word.head.lemma in ROLES | COLLECTIVES | BELONGING


def _is_opened(sentence: Sentence, word: Word) -> bool:
    """Whether nothing but a time or a place stands before the subject of the sentence: "In the laboratory, it …"."""
    if word.dep not in SUBJECTS or word.head.head is not word.head:
        return False
    return all(
        kid.dep in {"prep", "advmod", "punct", "cc", "npadvmod"}
        and (kid.dep != "prep" or kid.low in PLACING)
        and not any(
            one.entity in {"ORG", "GPE", "PERSON"} for one in sentence.words[kid.left : kid.right + 1]
        )
        for kid in word.head.kids
        if kid.index < word.index
    )


def _is_within(word: Word) -> bool:
    """Whether a subject stands in a clause that says more of a noun, or what somebody said."""
    verb = word.head
    while verb.dep in {"conj", "aux", "auxpass"} and verb.head is not verb:
        verb = verb.head
    return verb.dep in {"relcl", "acl", "ccomp", "pcomp"}


def _is_fronted(word: Word, subject: Word) -> bool:
    """Whether a pronoun stands in what comes before the subject of its sentence: "In her speech, the premier …"."""
    one = word
    while one.head is not one and one.head is not subject.head:
        one = one.head
    return one.head is subject.head and one is not subject and one.dep in {"prep", "advcl"}


def _choose(near: Sequence[Mention], farther: list[Entity], *, leads: bool) -> Entity | None:
    """Of the people of one sentence, the only one that fits, or the subject when the others are named in passing."""
    people = {one.entity for one in near}
    if len(people) == 1:
        only = people.pop()
        if only.sure:
            return only
        others = {one for one in farther if one is not only}
        if leads and not only.proper and near[-1].main:
            return only
        doubted = only.doubtful and any(one.proper for one in others)
        return None if doubted or any(one.sure for one in others) else only
    subjects = {one.entity for one in near if one.subject and one.prominent}
    sure = {one for one in people if one.sure}
    if len(sure) == 1 and not subjects - sure:
        return next(iter(sure))
    if not leads or len(subjects) != 1:
        return None
    prominent = {one.entity for one in near if one.prominent and (one.entity.sure or not sure)}
    leader = next(iter(subjects))
    return leader if prominent <= subjects and (leader.sure or not sure) else None


def _single(near: list[Mention]) -> Entity | None:
    """The only thing, or the subject when no other thing is as prominent."""
    things = {one.entity for one in near}
    if len(things) > 1:
        prominent = [one for one in near if one.prominent]
        subjects = {one.entity for one in prominent if one.subject}
        things = subjects if {one.entity for one in prominent} <= subjects else set()
    only = things.pop() if len(things) == 1 else None
    return None if only is None or only.doubtful else only
