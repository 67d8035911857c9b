"""Takes the time of requests."""

import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

Ask = Callable[[], Any]


@dataclass(frozen=True)
class Measure:
    queries: int
    p50: float
    p95: float
    # Of this process alone: what the machine does besides does not count, nor what PostgreSQL does.
    busy: float


def measure(asks: Sequence[Ask]) -> Measure:
    """The first request warms up, the second counts the queries, the others are timed; milliseconds."""
    asks[0]()
    with counted_queries() as asked:
        asks[1]()
    times, busy = [], []
    for ask in asks[2:]:
        began, ran = time.perf_counter(), time.process_time()
        ask()
        busy.append(1_000 * (time.process_time() - ran))
        times.append(1_000 * (time.perf_counter() - began))
    return Measure(
        sum(asked), statistics.median(times), statistics.quantiles(times, n=20)[18], statistics.median(busy)
    )


@contextmanager
def counted_queries() -> Iterator[list[int]]:
    """A list that gets a 1 for each query. Django's own log keeps the text of each, which is memory."""
    asked: list[int] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(1)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def answered(response: Any, *, status: int = 200) -> Any:
    if response.status_code != status:
        sys.exit(
            f"{response.request['PATH_INFO']} answered {response.status_code}: {response.content[:500]!r}"
        )
    return response


def peak_memory() -> float:
    """The most that this process has held, in MB. (What getrusage tells on Linux begins with the parent's.)"""
    status = Path("/proc/self/status")
    if status.exists():
        [kilobytes] = re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(kilobytes) / 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000
