"""What the gate measures and the floors that it holds. Lowering a floor shows in the diff."""

import hashlib
import json
import resource
import time
from pathlib import Path
from typing import NamedTuple

from claims.splitting import split
from claims.splitting.parser import pipeline

from .hostile import families
from .scoring import score

CORPUS = Path(__file__).with_name("desse.jsonl")
FINGERPRINT = "cef14467fde5aeaad43a40ef9ad954e5759fb6de2ea1b7bbfe500b33f11e2547"
F1_FLOOR = 0.535  # share of claims alike, one to one, at the standard level
SECONDS_A_MEGABYTE = 2.0
MEGABYTES = 600
SPEED_FLOOR = 0.90  # words per second, of the bare model's on the same text
LARGEST = 1_000_000
PART, TURNS = 40, 4  # paragraphs that are timed together, and how often


class Result(NamedTuple):
    name: str
    holds: bool
    figure: str


def corpus() -> list[dict[str, object]]:
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def fingerprint() -> Result:
    found = hashlib.sha256(CORPUS.read_bytes()).hexdigest()
    return Result("corpus", found == FINGERPRINT, f"sha256 {found[:12]}")


def likeness() -> Result:
    """The standard level against what people wrote for 800 sentences."""
    pairs = [([claim.text for claim in split(str(row["text"])).claims], row["claims"]) for row in corpus()]
    found = score(pairs)  # type: ignore[arg-type]
    figure = f"P {found.precision:.3f} R {found.recall:.3f} F1 {found.f1:.3f} (floor {F1_FLOOR})"
    return Result("claims alike", found.f1 >= F1_FLOOR, figure)


def hostile(size: int) -> list[Result]:
    """Each hostile family: no error, every quote in its place, and bounded time."""
    results = []
    for name, text in families(size):
        began = time.process_time()
        document = split(text)
        seconds = (time.process_time() - began) / (len(text) / 1e6)
        placed = all(text[claim.start : claim.end] == claim.quote for claim in document.claims)
        figure = f"{seconds:5.2f} s/MB, {len(document.statements)} statements, {len(document.claims)} claims"
        results.append(Result(name, placed and seconds <= SECONDS_A_MEGABYTE, figure))
    return results


def memory() -> Result:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Result("memory", peak <= MEGABYTES, f"{peak:.0f} MB at most (limit {MEGABYTES})")


def speed() -> Result:
    """Processor time of the bare model and of the splitter on the same text, turn by turn in the same run.

    Of each part of the corpus the best of several turns counts: what else the machine does only ever adds time.
    """
    language = pipeline()
    rows = [str(row["text"]) for row in corpus()]
    paragraphs = [" ".join(rows[place : place + 5]) for place in range(0, len(rows), 5)]
    bare = ours = 0.0
    words = 0
    for place in range(0, len(paragraphs), PART):
        part = paragraphs[place : place + PART]
        words += sum(map(len, language.pipe(part)))
        turns = [_turn(part) for _ in range(TURNS)]
        bare += min(turn[0] for turn in turns)
        ours += min(turn[1] for turn in turns)
    ratio = bare / ours
    figure = f"{ratio:.2f} of the bare model on {words} words (floor {SPEED_FLOOR})"
    return Result("speed", ratio >= SPEED_FLOOR, figure)


def _turn(part: list[str]) -> tuple[float, float]:
    """Seconds of the bare model and of the splitter on these paragraphs."""
    text, language = "\n\n".join(part), pipeline()
    began = time.process_time()
    for _ in language.pipe(part):
        pass
    between = time.process_time()
    split(text)
    return between - began, time.process_time() - between
