"""Numbers with what they count, as data beside the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUANTITY = re.compile(
    r"(?:(?P<comparator>more than|less than|fewer than|at least|at most|up to"
    r"|about|around|nearly|almost|over|under|some|only)\s+)?"
    r"(?P<currency>[$£€])?(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>\s+(?:thousand|million|billion|trillion))?(?P<unit>\s*%|\s+percent|\s+per cent)?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


@dataclass(frozen=True, slots=True)
class Quantity:
    phrase: str
    value: float
    unit: str
    comparator: str


def find(line: str) -> list[Quantity]:
    """The quantities of a line of text."""
    found = []
    for match in _QUANTITY.finditer(line):
        value = float(match["number"].replace(",", "")[:40]) * _SCALES.get(
            (match["scale"] or "").strip().lower(), 1
        )
        unit = "%" if match["unit"] else (match["currency"] or "")
        found.append(Quantity(match.group().strip(), value, unit, (match["comparator"] or "").lower()))
    return found
