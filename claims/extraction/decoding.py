"""From bytes to characters, or a refusal that says where the trouble is."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Unreadable(ValueError):
    """The bytes cannot be read as an article; the message says why, and how to mend it."""


def decode(data: bytes) -> str:
    """The text, without the byte order mark that some editors put before it. Raises Unreadable."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        line = data.count(b"\n", 0, place) + 1
        raise Unreadable(
            f"not UTF-8: byte 0x{data[place]:02x} at byte {place + 1} (line {line}). Save the file as UTF-8."
        ) from None
