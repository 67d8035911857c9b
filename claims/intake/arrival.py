from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """An article as a file gives it, not yet at the desk. `line` is its place in a file of many, from 1."""

    path: Path
    text: str
    line: int | None = None
    title: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    published_on: date | None = None
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What could not be read, and how to mend it."""

    path: Path
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}{f', line {self.line}' if self.line else ''}: {self.reason}"
