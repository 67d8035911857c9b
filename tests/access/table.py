"""Reads the table of who may call what, and says what each of them should be answered."""

from dataclasses import dataclass
from pathlib import Path

from tests.access.people import OUT, SETS

READING = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Entry:
    method: str
    who: frozenset[str]
    said: str


@dataclass(frozen=True)
class Line:
    route: str
    door: str
    entries: tuple[Entry, ...]

    def expected(self, method: str, person: str) -> str:
        if person == "elsewhere":
            if method not in READING:
                return "403"
            person = "superuser"
        if person == "token of an editor":
            person = "editor" if self.door in ("api", "pages") else "stranger"
        fitting = [entry for entry in self.entries if entry.method in ("ANY", _as_listed(method))]
        found = next((entry.said for entry in fitting if person in entry.who), None)
        return found or self._refused(person, any_listed=bool(fitting))

    def _refused(self, person: str, *, any_listed: bool) -> str:
        if self.door != "open" and person in OUT:
            return "401" if self.door in ("api", "pages") else "login"
        if self.door == "api" and person == "nobody":
            return "403"
        if self.door == "console" and person not in SETS["administer"]:
            return "403"
        return "403" if any_listed and self.door != "open" else "405"


def _as_listed(method: str) -> str:
    return "GET" if method == "HEAD" else method


def read() -> list[Line]:
    text = (Path(__file__).parent / "table.txt").read_text(encoding="utf-8")
    return [_line(written) for written in text.splitlines() if written and not written.startswith("#")]


def _line(written: str) -> Line:
    route, door, entries = written.split(maxsplit=2)
    return Line("" if route == "/" else route, door, tuple(_entry(each) for each in entries.split(", ")))


def _entry(written: str) -> Entry:
    method, who, said = written.split()
    people = SETS.get(who, () if who == "-" else (who,))
    return Entry(method, frozenset(people), said)
