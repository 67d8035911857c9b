"""JSON Lines: a line for each claim with a ruling, whole in itself."""

from collections.abc import Iterator

import orjson

from reviews.exports.rows import chunks
from reviews.exports.selection import Selection


def write(selection: Selection) -> Iterator[bytes]:
    for chunk in chunks(selection):
        yield b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in chunk)
