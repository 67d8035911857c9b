"""What the splitter makes of a file of texts, for a scorer: `python -m bench.splitting.answers GOLD.jsonl`.

Each line of the file is an object with `id`, `text` and, where the text has some, `context`: what stands before it.
For each comes a line `{"id", "claims": [{"text", "spans"}], "attributions": [{"source", "cue", "content"}]}`; spans are
`[start, end]` in code points of `text`. So any data set can be scored whose licence keeps it out of this project.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claims.splitting import LEVELS, Attribution, Document, Level, split
from claims.splitting.attribution import Attributions
from claims.splitting.paragraphs import blocks
from claims.splitting.parser import parse
from claims.splitting.quotations import find as find_quotations


def answer(row: dict[str, Any], level: Level, *, nested: bool = False) -> dict[str, Any]:
    """The claims and attributions of one text. The context is read, and nothing of it is given back."""
    before = f"{row['context']}\n\n" if row.get("context") else ""
    document = split(before + row["text"], level=level)
    return {
        "id": row["id"],
        "claims": list(_claims(document, len(before))),
        "attributions": [_record(one) for one in attributions(row["text"]) if nested or not one.nested_in],
    }


def _claims(document: Document, shift: int) -> Iterator[dict[str, Any]]:
    for claim in document.claims:
        if claim.start >= shift:
            yield {"text": claim.text, "spans": [[start - shift, end - shift] for start, end in claim.spans]}


def attributions(text: str) -> list[Attribution]:
    """Every attribution of a text, those too that no claim carries."""
    reader = Attributions(text)
    found: list[Attribution] = []
    for block, sentences in parse(text, blocks(text)):
        if block.kind != "rubble":
            found += reader.read(sentences, find_quotations(text, block.start, block.end))
    return found


def _record(one: Attribution) -> dict[str, Any]:
    return {
        "source": [one.source_span] if one.source_span else [],
        "cue": [one.cue_span] if one.cue_span else [],
        "content": [list(span) for span in one.content],
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.splitting.answers", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--level", choices=LEVELS, default="standard")
    parser.add_argument("--nested", action="store_true", help="attributions within attributions, too")
    options = parser.parse_args()
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        row = answer(json.loads(line), options.level, nested=options.nested)
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
