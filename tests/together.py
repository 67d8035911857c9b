"""Several people doing something in the same moment, each with a database connection of their own."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def together(acts: Sequence[Callable[[], T]]) -> list[T]:
    """What each of them gave back, in their order; what one of them raises is raised here."""
    ready = Barrier(len(acts))

    def done(act: Callable[[], T]) -> T:
        try:
            ready.wait(timeout=10)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as people:
        return list(people.map(done, acts))
