"""How much a reader of strangers' bytes may use, and how it tells what it found."""

import json
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

from claims.extraction.decoding import Unreadable

MEMORY = 512 * 1024 * 1024
PROCESSOR_SECONDS = 20
WALL_SECONDS = 30
LARGEST = 20_000_000  # bytes read


@dataclass(frozen=True, kw_only=True)
class Extracted:
    text: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    published_on: str = ""
    language: str = ""


def confine() -> None:
    """Bind this process. Some systems know not every limit; what they know holds."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def run(read: Callable[[bytes], Extracted]) -> None:
    """Read standard input within the limits; write what was found, or the problem, as JSON."""
    confine()
    try:
        found: dict[str, str] = asdict(read(sys.stdin.buffer.read()))
    except Unreadable as problem:
        found = {"problem": str(problem)}
    except MemoryError:
        found = {"problem": "reading it takes more memory than is allowed. Save its text as a .txt file."}
    except RecursionError:
        found = {"problem": "it is nested too deeply to be read. Save its text as a .txt file."}
    json.dump(found, sys.stdout)
