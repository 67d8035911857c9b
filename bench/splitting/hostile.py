"""Families of text that have brought splitters down: each a text of a given size, the same every time."""

import random
import string
from collections.abc import Iterator

from claims.splitting.words import FUNCTION_WORDS

REPEATED = {
    "hashes": "#", "quotes": '"', "curly open": "“", "curly close": "”", "open brackets": "(", "close brackets": ")",
    "brackets": "()", "square brackets": "[", "commas": ",", "full stops": ".", "question marks": "?",
    "exclamation marks": "!", "dashes": "—", "hyphens": "-", "underscores": "_", "slashes": "/", "apostrophes": "'",
    "colons": ":", "ellipses": "…", "letters": "a", "digits": "7", "capitals": "A", "blanks": " ", "tabs": "\t",
    "line ends": "\n", "windows line ends": "\r\n", "old line ends": "a\r", "hard blanks": "\u00a0",
    "zero width": "\u200b", "combining marks": "e\u0301\u0302\u0303", "right to left": "\u05d0\u05d1", "emoji": "😀",
    "joined emoji": "👩\u200d👩\u200d👧", "replacement marks": "\ufffd", "line separators": "\u2028",
    "direction marks": "\u202e", "mathematical letters": "\U0001d518", "spaced quotes": '" ', "spaced hashes": "# ",
    "spaced brackets": "( ", "spaced commas": ", ", "spaced letters": "a ", "spaced digits": "7 ", "and": "and ",
    "names and": "Anna and ", "titles": "Mr. ", "initials": "J. ", "abbreviations": "U.S. ",
    "he said that": "he said that ", "of the": "of the ", "who saw": "who saw the man ", "dates": "2023-11-08 ",
    "last year": "last year ", "numbers": "1,234,567.89 ", "addresses": "http://a.bc/d?e=f&g=h ", "mail": "a@b.cd ",
    "markup": "<b>x</b> ", "one sentence": "The dam broke on Friday. ", "one line": "The dam broke on Friday.\n",
    "quoted sentence": '"I am here," she said. ', "open quotes": "“The dam broke\n", "a list": "schools, clinics, ",
    "runs of 199": '"' * 199 + " ", "runs of 201": "#" * 201 + " ", "bullets": "- a\n", "a table": "12\t34\t56\t78\n",
    "semicolons": "he left; ", "bracketed": "(He left.) ", "json": '{"a": [1, 2]}, ', "short lines": "a\n",
    "subheads": "## Title\n\n", "chinese": "我们去北京。", "hindi": "यह एक वाक्य है। ", "contractions": "don't ",
    "hyphenated": "well-known-", "percent": "5% ", "money": "$5 million ", "nested": "(" * 50 + "a" + ")" * 50 + " ",
}  # fmt: skip


def families(size: int) -> Iterator[tuple[str, str]]:
    """The name and the text of every family, each text `size` characters long."""
    for name, unit in REPEATED.items():
        yield name, (unit * (size // len(unit) + 1))[:size]
    chance = random.Random(7)  # noqa: S311 -- the same text every time
    lexicon = ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(2, 9))) for _ in range(5000)]
    alphabets = {
        "random letters": "abcdefghij klmnop.,",
        "random bytes": "".join(map(chr, range(33, 127))),
        "random unicode": "".join(map(chr, range(0xA1, 0xD7FF))),
        "base64": string.ascii_letters + string.digits + "+/",
    }
    for name, alphabet in alphabets.items():
        yield name, "".join(chance.choices(alphabet, k=size))
    salads = {
        "word salad": (lexicon, " "),
        "word salad in lines": (lexicon, "\n"),
        "word salad in sentences": ([word + end for word in lexicon for end in (" ", " ", " ", ". ")], ""),
        "name salad": ([word.capitalize() for word in lexicon], " "),
        "number salad": ([str(number * 7919 % 10**6) for number in range(1, 5000)], " "),
        "long words": ([word * 15 for word in lexicon[:500]], " "),
        "mixed quotes": (['"', "'", "“", "”", "a", "he said", ","], " "),
        "function words": (sorted(FUNCTION_WORDS), " "),
    }
    for name, (pool, between) in salads.items():
        shortest = min(map(len, pool)) + len(between)
        yield name, between.join(chance.choices(pool, k=size // shortest + 1))[:size]
