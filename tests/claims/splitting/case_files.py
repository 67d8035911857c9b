"""Cases of the splitter, written as text that a journalist can read and add to; cases/README.md has the format."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from claims.splitting import Document, Level, split

FOLDER = Path(__file__).parent / "cases"
MARKS = "=~+!@%:$&^?#"
EMPTY_LINE = "//"
NEXT_STATEMENT = re.compile(r"[ \t]*\|\|[ \t]*")


@dataclass(slots=True)
class Expected:
    """A claim that is wanted, or may be there, in ways that are equally good; a way can be two claims for one."""

    ways: tuple[tuple[str, ...], ...]
    details: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Case:
    file: str
    line: int
    dateline: datetime.date | None = None
    lines: list[str] = field(default_factory=list)
    standard: list[Expected] = field(default_factory=list)
    fine: list[Expected] = field(default_factory=list)
    welcome: list[Expected] = field(default_factory=list)
    wanted: list[Expected] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    details: list[tuple[str, str]] = field(default_factory=list)
    failure: str = ""

    @property
    def marked(self) -> str:
        return "\n".join("" if line == EMPTY_LINE else line for line in self.lines)

    @property
    def text(self) -> str:
        """The article without marks: "One. || Two." stands for "One. Two."."""
        line = re.sub(r"[ \t]*\|\|[ \t]*(?=\n|$)|(?<=\n)\|\|[ \t]*", "", self.marked)
        return NEXT_STATEMENT.sub(" ", line)

    def document(self, level: Level = "standard") -> Document:
        """What the splitter makes of it. Several tests look at each case, and none can change what it is given."""
        return _document(self.text, self.dateline, level)

    @property
    def statements(self) -> list[str]:
        """What the marks between statements ask for; nothing where there are no marks."""
        if "||" not in self.marked:
            return []
        return [piece.strip() for piece in self.marked.split("||") if piece.strip()]

    @property
    def name(self) -> str:
        words = re.findall(r"\w+", self.text)[:7]
        return f"{self.file}-{'-'.join(words).lower()}"


@functools.cache
def _document(text: str, dateline: datetime.date | None, level: Level) -> Document:
    return split(text, dateline, level)


def read_cases() -> list[Case]:
    """All cases, in the order of files and lines."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in read_file(path)]


def read_file(path: Path) -> list[Case]:
    """The cases of one file. Raises ValueError with file and line where something is not understood."""
    cases: list[Case] = []
    dateline: datetime.date | None = None
    for block in _blocks(path):
        case = Case(path.stem, block[0][0], dateline)
        for number, line in block:
            try:
                case = _read_line(case, line)
            except ValueError as problem:
                raise ValueError(f"{path.name}, line {number}: {problem}") from None
        if case.lines:
            _complete(path, case)
            cases.append(case)
        else:
            dateline = case.dateline
    return cases


def _blocks(path: Path) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _read_line(case: Case, line: str) -> Case:
    if line.startswith("date:"):
        value = line.removeprefix("date:").strip()
        return replace(case, dateline=None if value == "-" else datetime.date.fromisoformat(value))
    bare = line.strip()
    mark, rest = bare[0], bare[1:].strip()
    if mark not in MARKS or bare[1:2] not in {"", " "}:
        if case.standard or case.fine or case.details or case.never:
            raise ValueError("the article goes on after what is expected of it: is an empty line missing?")
        case.lines.append(line.removeprefix("\\"))
    elif mark in "=~+":
        ways = (way.split(" + ") for way in rest.split(" | "))
        expected = Expected(tuple(tuple(line.strip() for line in way) for way in ways))
        {"=": case.standard, "~": case.fine, "+": case.welcome}[mark].append(expected)
        case.wanted.append(expected)
    elif mark == "!":
        case.never.append(rest.removeprefix("never:").strip())
    elif mark == "?":
        if not rest:
            raise ValueError("a known failure says why it fails")
        case.failure = rest
    elif mark in "@%:$&^":
        _detail(case, mark, rest, indented=line[0].isspace())
    return case


def _detail(case: Case, mark: str, rest: str, *, indented: bool) -> None:
    if mark in "%$" and rest != "-" and " -> " not in rest:
        raise ValueError(f"wants `{mark} phrase -> value`")
    if not indented:
        case.details.append((mark, rest))
        return
    if not case.wanted:
        raise ValueError("an indented line belongs to the claim above it, and there is none")
    case.wanted[-1].details.append((mark, rest))


def _complete(path: Path, case: Case) -> None:
    if not (case.standard or case.fine or case.never or case.details or case.statements):
        raise ValueError(f"{path.name}, line {case.line}: nothing is expected of this article")
