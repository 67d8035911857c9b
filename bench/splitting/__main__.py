"""`python -m bench.splitting [--size CHARACTERS]`: measures the splitter, prints a table, fails below a floor."""

import argparse
import sys

from .gate import LARGEST, Result, fingerprint, hostile, likeness, memory, speed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.splitting", description=__doc__)
    parser.add_argument("--size", type=int, default=LARGEST, help="characters of each hostile text")
    options = parser.parse_args()
    results = [fingerprint(), likeness(), speed()]
    families = hostile(options.size)
    results += sorted(families, key=lambda result: (result.holds, result.name))
    results.append(memory())
    for result in results:
        print(f"{'ok    ' if result.holds else 'FAILED'}  {result.name:24s} {result.figure}")
    return conclude(results)


def conclude(results: list[Result]) -> int:
    failed = [result.name for result in results if not result.holds]
    print(f"{len(results)} checks, {len(failed)} failed" + (f": {', '.join(failed)}" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
