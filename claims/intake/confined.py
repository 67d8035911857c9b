"""Starts the readers of HTML and Markdown as processes of their own, within limits of memory and time."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Literal

from claims.extraction.decoding import Unreadable
from claims.extraction.limits import PROCESSOR_SECONDS, WALL_SECONDS, Extracted

_PROJECT = Path(__file__).resolve().parent.parent.parent


def extract(kind: Literal["html", "markdown"], data: bytes, *, seconds: float = WALL_SECONDS) -> Extracted:
    """The words in these bytes. Raises Unreadable with a reason."""
    command = [sys.executable, "-s", "-m", f"claims.extraction.{kind}"]
    # Nothing of the desk's environment: neither its key nor its database is any business of a parser.
    environment = {"PYTHONPATH": str(_PROJECT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603 -- our own module, no shell
            command, input=data, capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(
            f"reading it took longer than {seconds:g} seconds. Save its text as a .txt file."
        ) from None
    if done.returncode != 0:
        raise Unreadable(_reason(done.returncode, done.stderr))
    found: dict[str, str] = json.loads(done.stdout)
    if "problem" in found:
        raise Unreadable(found["problem"])
    return Extracted(**found)


def _reason(code: int, errors: bytes) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"reading it took more than {PROCESSOR_SECONDS} seconds of processor time. Save its text as a .txt file."
    last = errors.decode(errors="replace").strip().rpartition("\n")[2][:200]
    return f"its reader gave up ({last or f'exit status {code}'}). Save its text as a .txt file."
