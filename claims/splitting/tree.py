"""A parsed sentence as plain objects: reading spaCy's own tokens word by word is several times slower."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.strings import StringStore
    from spacy.tokens import Doc

COLUMNS: list[int | str] = [
    "IDX",
    "LENGTH",
    "TAG",
    "DEP",
    "HEAD",
    "ENT_IOB",
    "ENT_TYPE",
    "SENT_START",
]


class Word:
    """One token. `start` and `end` count code points of the text, `left` and `right` end its subtree."""

    __slots__ = (
        "begins_name",
        "dep",
        "end",
        "entity",
        "head",
        "index",
        "kids",
        "left",
        "lemma",
        "low",
        "pos",
        "right",
        "start",
        "tag",
        "text",
    )

    head: Word
    kids: list[Word]

    def __init__(
        self, index: int, text: str, start: int, end: int, lemma: str, tag: str, pos: str, dep: str
    ) -> None:
        self.index = self.left = self.right = index
        self.text = text
        self.low = text.lower()
        self.start = start
        self.end = end
        self.lemma = lemma
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.entity = ""
        self.begins_name = False
        self.kids = []

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    def kid(self, *deps: str) -> Word | None:
        for kid in self.kids:
            if kid.dep in deps:
                return kid
        return None

    def has(self, *deps: str) -> bool:
        return any(kid.dep in deps for kid in self.kids)


class Sentence:
    """The words of one statement, punctuation included, in order, with the roots of their trees."""

    __slots__ = ("end", "roots", "start", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.start = words[0].start
        self.end = words[-1].end
        self.roots = [word for word in words if word.head is word]

    def subtree(self, word: Word) -> list[Word]:
        """The words under `word` and itself, in order of the text."""
        found = [word]
        for one in found:
            found.extend(one.kids)
        found.sort(key=lambda one: one.index)
        return found


class _Names(dict[int, str]):
    """The model's strings by their numbers, each asked for once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__({0: ""})
        self._strings = strings

    def __missing__(self, key: int) -> str:
        found = self[key] = self._strings[key & 0xFFFFFFFFFFFFFFFF]
        return found


def read(
    doc: Doc, classes: list[tuple[str, str]], text: str, offset: int, ends: dict[int, int]
) -> Iterator[Sentence]:
    """The sentences of a parsed paragraph whose first character stands at `offset` of `text`.

    `classes` holds the word class and lemma of each token; `ends` maps the start of a token that stands for a longer
    run of the text to the true end of that run.
    """
    rows = doc.to_array(COLUMNS).astype("int64", copy=False).tolist()
    names = _Names(doc.vocab.strings)
    batch: list[Word | None] = []
    heads: list[int] = []
    for (start, length, tag, dep, head, iob, kind, opens), (pos, lemma) in zip(rows, classes, strict=True):
        if opens == 1 and any(batch):
            yield from _sentence(batch, heads)
            batch, heads = [], []
        place = start + offset
        finish = ends.get(place, place + length)
        heads.append(head)
        content = text[place:finish]
        if content.isspace():
            batch.append(None)
            continue
        word = Word(len(batch), content, place, finish, lemma, names[tag], pos, names[dep])
        if kind:
            word.entity = names[kind]
            word.begins_name = iob == 3
        batch.append(word)
    if any(batch):
        yield from _sentence(batch, heads)


def _sentence(batch: list[Word | None], heads: list[int]) -> Iterator[Sentence]:
    """Ties the words together, closes the gaps that blanks leave, and measures each subtree once."""
    words = [word for word in batch if word is not None]
    for place, word in enumerate(batch):
        if word is not None:
            target = place + heads[place]
            head = batch[target] if 0 <= target < len(batch) else None
            word.head = head if head is not None else word
    for index, word in enumerate(words):
        word.index = word.left = word.right = index
    for word in words:
        if word.head is not word:
            word.head.kids.append(word)
    _spread(words)
    yield Sentence(words)


def _spread(words: list[Word]) -> None:
    """Widens the reach of each word to that of what hangs on it."""
    order = [word for word in words if word.head is word]
    for word in order:
        order.extend(word.kids)
    for word in reversed(order):
        head = word.head
        if word.left < head.left:
            head.left = word.left
        if word.right > head.right:
            head.right = word.right


def measure(words: list[Word]) -> None:
    """Measures each subtree again, after words were hung elsewhere."""
    for word in words:
        word.left = word.right = word.index
    _spread(words)


def move(word: Word, head: Word, dep: str) -> None:
    """Hangs a word with all below it on another one."""
    word.head.kids.remove(word)
    word.head, word.dep = head, dep
    head.kids.append(word)
    head.kids.sort(key=lambda kid: kid.index)


def happened(verb: Word) -> bool:
    """Whether a verb tells what was or is done: not what may, shall or is to be done."""
    kids = [kid for kid in verb.kids if kid.dep == "aux"]
    if any(kid.tag == "MD" or kid.low == "to" for kid in kids):
        return False
    return verb.tag != "VB" or any(kid.lemma == "do" for kid in kids)
