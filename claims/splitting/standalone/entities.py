"""What an article speaks of, and where it names it: the things that a pronoun or a short name can mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..tree import Word

SORTS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
EITHER = frozenset({"he", "she"})


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something: how to name it again, the pronouns that fit, the nouns that it was called by.

    `name` is empty when there is nothing to call it that would tell a reader who is meant ("his lawyer").
    `doubtful` is a name of which nothing tells that a person bears it.
    """

    name: str
    fits: frozenset[str]
    last_name: str = ""
    nouns: set[str] = field(default_factory=set)
    age: str = ""
    proper: bool = False  # somebody's own name
    doubtful: bool = False
    willing: bool = False  # people and bodies of people, who say, plan and refuse
    plain: bool = False  # a plural without an article, which only "they" in the next sentence takes up

    @property
    def sure(self) -> bool:
        """Whether it is known which one of "he" and "she" fits."""
        return len(self.fits) == 1


@dataclass(slots=True)
class Mention:
    """One place at which an entity is named, or stands for a pronoun."""

    entity: Entity
    sentence: int
    word: Word
    subject: bool
    prominent: bool
    main: bool = False  # the subject of the sentence itself
