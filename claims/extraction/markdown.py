"""The words of a Markdown file, with what its front matter says of it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claims.extraction.decoding import Unreadable, decode
from claims.extraction.limits import Extracted, run

DEEPEST = 100  # quotations and lists inside one another
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*)")
_NAMES = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "publisher": "outlet",
    "outlet": "outlet",
    "date": "published_on",
    "url": "url",
    "lang": "language",
    "language": "language",
}


def read(data: bytes) -> Extracted:
    source = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    known, body = front_matter(source)
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table").enable("strikethrough")
    tokens = parser.parse(body)
    if any(token.level + token.nesting >= DEEPEST for token in tokens):
        # The parser leaves out what is deeper, and says nothing.
        raise Unreadable("it is nested too deeply to be read. Save its text as a .txt file.")
    known.setdefault("title", first_heading(tokens))
    return Extracted(text="\n\n".join(blocks(tokens)), **known)


def front_matter(source: str) -> tuple[dict[str, str], str]:
    """What plain `key: value` lines between two --- lines say, and the rest."""
    found = _FRONT_MATTER.match(source)
    if found is None:
        return {}, source
    pairs = (line.groups() for line in map(_LINE.fullmatch, found.group(1).splitlines()) if line)
    known = {_NAMES[key.lower()]: value.strip().strip("\"'") for key, value in pairs if key.lower() in _NAMES}
    return {name: value for name, value in known.items() if value}, source[found.end() :]


def first_heading(tokens: Sequence[Token]) -> str:
    for opening, inside in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return words(inside)
    return ""


def blocks(tokens: Sequence[Token]) -> list[str]:
    """Headings, paragraphs, items and code, one each; the cells of a table's row with tabs between them."""
    found: list[str] = []
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            found.append("\t".join(cells or ()))
            cells = None
        elif token.type in ("inline", "fence", "code_block"):
            text = words(token) if token.type == "inline" else token.content.rstrip("\n")
            (found if cells is None else cells).append(text)
    return [block for block in found if block.strip()]


def words(token: Token) -> str:
    """What a reader sees of a run of text. A line that was only wrapped goes on; pictures are not words."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak" or child.content.lower().startswith("<br"):
            parts.append("\n")
    return "".join(parts).strip()


if __name__ == "__main__":
    run(read)
