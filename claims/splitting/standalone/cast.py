"""The people of an article, by full name, last name, given name and role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import HONORIFICS, SPEECH
from ..words_of_people import ROLES
from .entities import Entity
from .people import Run, age_of, gender, is_person

if TYPE_CHECKING:
    from ..tree import Sentence

FRESH = 12  # sentences in which a last name is known again even where the language model takes it for a place
ELSEWHERE = frozenset({"GPE", "LOC", "FAC"})


class Cast:
    """Who was named so far. Of each last name, given name and role, two bearers are as good as many."""

    def __init__(self) -> None:
        self._by_name: dict[str, Entity] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._by_given: dict[str, list[Entity]] = {}
        self._by_role: dict[str, list[Entity]] = {}
        self._seen: dict[Entity, int] = {}

    def recognise(self, run: Run, sentence: Sentence, number: int) -> Entity | None:
        """The person whom a name names, or None when it is no person's."""
        entity = self._known(run, sentence, number)
        if entity is None:
            verdict = is_person(run, sentence)
            if verdict is False:
                return None
            entity = self._new(run, doubtful=verdict is None)
        if not entity.sure:
            entity.fits = gender(run) & entity.fits or entity.fits
        entity.age = entity.age or age_of(run, sentence)
        self._seen[entity] = number
        head = run.head
        roles = {one.low for one in run.titles}
        roles |= {kid.lemma for kid in head.kids if kid.dep == "appos"}
        if head.dep == "appos":
            roles.add(head.head.lemma)
        if head.dep in {"nsubj"} and head.head.lemma == "be" and not head.head.has("neg"):
            roles |= {kid.lemma for kid in head.head.kids if kid.dep == "attr" and kid.tag == "NN"}
        for role in roles & ROLES:
            _add(self._by_role, role, entity)
        return entity

    def _known(self, run: Run, sentence: Sentence, number: int) -> Entity | None:
        if len(run.words) > 1:
            return self._by_name.get(run.text)
        word = run.first
        if word.index and sentence.words[word.index - 1].low in {"the", "a", "an"}:
            return None
        text = word.text if not (word.text.isupper() and len(word.text) > 2) else word.text.capitalize()
        bearers = self._by_last.get(text, [])
        if bearers and word.dep in {"compound", "nmod"} and not run.titles:
            return None
        if len(bearers) > 1:
            return Entity("", gender(run), doubtful=True)
        if bearers:
            speaks = word.dep == "nsubj" and word.head.lemma in SPEECH
            sure = word.entity not in ELSEWHERE or speaks or number - self._seen[bearers[0]] <= FRESH
            return bearers[0] if sure else None
        given = self._by_given.get(text, [])
        return given[0] if len(given) == 1 and word.entity in {"PERSON", ""} else None

    def _new(self, run: Run, *, doubtful: bool) -> Entity:
        titles = [one for one in run.titles if one.low.rstrip(".") in HONORIFICS]
        last = run.last.text if len(run.words) > 1 or titles else ""
        name = run.text if len(run.words) > 1 or not titles else f"{titles[-1].text} {run.text}"
        entity = Entity(name, gender(run), last_name=last, proper=True, doubtful=doubtful, willing=True)
        self._by_name[entity.name] = entity
        if last:
            _add(self._by_last, last, entity)
            if len(run.words) > 1:
                _add(self._by_given, run.first.text, entity)
        return entity

    def somebody(self, name: str, role: str, fits: frozenset[str]) -> Entity:
        """Somebody without a name, by what the article calls her or him."""
        entity = self._by_name.get(name) if name else None
        if entity is None:
            entity = Entity(name, fits, willing=True)
            if name:
                self._by_name[name] = entity
            _add(self._by_role, role, entity)
        return entity

    def by_role(self, role: str) -> Entity | None:
        """The only one who was called a mayor so far."""
        bearers = self._by_role.get(role, [])
        return bearers[0] if len(bearers) == 1 else None

    def knows_role(self, role: str) -> bool:
        return role in self._by_role


def _add(table: dict[str, list[Entity]], key: str, entity: Entity) -> None:
    bearers = table.setdefault(key, [])
    if len(bearers) < 2 and entity not in bearers:
        bearers.append(entity)
