"""Draws claims for a blind audit: `python -m bench.splitting.audit.draw second`, JUDGED columns left empty.

The articles of an audit were written for the purpose, and the splitter was not tuned on them. The same seed draws
the same claims from the same splitter, so that a later version can be judged beside an earlier one.
"""

import argparse
import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from claims.splitting import Claim, Document, split

HERE = Path(__file__).parent
AUDITS = ("first", "second")
SEED, SIZE = 20261122, 100
JUDGED = ("faithful", "stands_alone", "attribution", "dates", "note")
COLUMNS = ("article", "start", "sentence", "claim", "disposition", "said_by", "cue", "dates_found", *JUDGED)


def rows(audit: str) -> Iterator[dict[str, str]]:
    """One row for each claim of each article, in order."""
    for path in sorted((HERE / audit / "articles").iterdir()):
        document = split(path.read_text(encoding="utf-8"))
        for claim in document.claims:
            yield row(path.stem, document, claim)


def row(article: str, document: Document, claim: Claim) -> dict[str, str]:
    said = claim.attribution
    return {
        "article": article,
        "start": str(claim.start),
        "sentence": " ".join(document.statements[claim.statement].text.split()),
        "claim": " ".join(claim.text.split()),
        "disposition": claim.disposition,
        "said_by": said.source if said else "",
        "cue": said.cue if said else "",
        "dates_found": "; ".join(f"{date.phrase} = {date.value}" for date in claim.dates),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("audit", choices=AUDITS, help="whose articles")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--size", type=int, default=SIZE)
    options = parser.parse_args()
    everything = list(rows(options.audit))
    drawn = random.Random(options.seed).sample(range(len(everything)), min(options.size, len(everything)))  # noqa: S311
    sheet = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    sheet.writeheader()
    sheet.writerows(everything[place] for place in sorted(drawn))


if __name__ == "__main__":
    main()
