"""What a step answers when it may not be taken: a reason that a person can read, never a bare False."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Refusal:
    """Why a step may not be taken. `kind` tells a right that is missing from a moment that is wrong."""

    reason: str
    kind: Literal["forbidden", "conflict"] = "forbidden"

    def __str__(self) -> str:
        return self.reason


class Refused(Exception):
    """Raised by a step that may not be taken; the page shows the reason, the API answers 403 or 409 with it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.refusal = refusal


class Stale(Exception):
    """Raised when somebody else changed the row first: nothing was written, and the newer row is there to compare."""

    def __init__(self, current: object) -> None:
        super().__init__(
            "Somebody else changed this in the meantime. Look at the newer state, then try again."
        )
        self.current = current
