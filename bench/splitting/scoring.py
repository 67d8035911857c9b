"""How many claims of a splitter are those that people wrote: one to one, by the words they have in common."""

import re
import unicodedata
from collections import Counter
from typing import NamedTuple

ALIKE = 0.8
_WORD = re.compile(r"[A-Za-z0-9À-ɏ]+(?:[.,][0-9]+)*")


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


def words(line: str) -> Counter[str]:
    """The words of a line, lower case, without articles and punctuation."""
    plain = unicodedata.normalize("NFKC", line).replace("\u2019", "'").lower()
    return Counter(word for word in _WORD.findall(plain) if word not in {"a", "an", "the"})


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words in common, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def matched(found: list[str], wanted: list[str]) -> int:
    """The largest number of pairs, each claim in one pair at most, that are alike."""
    left, right = [*map(words, found)], [*map(words, wanted)]
    edges = [[b for b, other in enumerate(right) if likeness(one, other) >= ALIKE - 1e-9] for one in left]
    partner: dict[int, int] = {}

    def place(a: int, seen: set[int]) -> bool:
        for b in edges[a]:
            if b not in seen:
                seen.add(b)
                if b not in partner or place(partner[b], seen):
                    partner[b] = a
                    return True
        return False

    return sum(place(a, set()) for a in range(len(left)))


def score(pairs: list[tuple[list[str], list[str]]]) -> Score:
    """Over pairs of claims found and claims wanted, each claim counting the same."""
    hits = sum(matched(found, wanted) for found, wanted in pairs)
    found, wanted = (sum(len(pair[side]) for pair in pairs) for side in (0, 1))
    precision, recall = hits / max(found, 1), hits / max(wanted, 1)
    return Score(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))
