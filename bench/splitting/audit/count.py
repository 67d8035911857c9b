"""Counts a judged sheet: `python -m bench.splitting.audit.count sheet.tsv`.

Each of the four questions is answered `yes`, `no`, or `-` where there is nothing to judge (no attribution in the
article and none given; no date in the sentence and none given). Exit status 1 for a row that is not judged.
"""

import csv
import sys
from pathlib import Path

QUESTIONS = ("faithful", "stands_alone", "attribution", "dates")
ANSWERS = ("yes", "no", "-")


def main(path: str) -> int:
    with Path(path).open(encoding="utf-8", newline="") as file:
        sheet = list(csv.DictReader(file, delimiter="\t"))
    unjudged = [
        place for place, row in enumerate(sheet, 2) if any(row[one] not in ANSWERS for one in QUESTIONS)
    ]
    if unjudged:
        print(f"Not judged: lines {', '.join(map(str, unjudged))}", file=sys.stderr)
        return 1
    print(f"{len(sheet)} claims")
    for question in QUESTIONS:
        yes, no, none = (sum(row[question] == answer for row in sheet) for answer in ANSWERS)
        share = 100 * yes / (yes + no) if yes + no else 0
        print(f"{question:13s} {yes:3d} right, {no:3d} wrong, {none:3d} nothing to judge: {share:.0f} %")
    right = sum(all(row[one] != "no" for one in QUESTIONS) for row in sheet)
    print(f"{'all four':13s} {right:3d} right, {len(sheet) - right:3d} with something wrong")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
