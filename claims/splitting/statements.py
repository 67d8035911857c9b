"""The list of statements: every sentence and every line that is none, in order, without overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .types import Statement

if TYPE_CHECKING:
    from .kinds import Judgement


class Ledger:
    """Numbers statements from 0 in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.statements: list[Statement] = []

    def add(self, start: int, end: int, judgement: Judgement) -> int:
        ordinal = len(self.statements)
        self.statements.append(
            Statement(ordinal, start, end, self.text[start:end], judgement.disposition, judgement.reason)
        )
        return ordinal
