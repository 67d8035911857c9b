"""Reading text with the language model, in bounded time and memory.

The only module that loads the model, and only when it is first needed: importing the splitter costs nothing.
"""

from __future__ import annotations

import functools
import importlib
import re
from typing import TYPE_CHECKING, Any

from .boundaries import sentence_starts
from .lexicon import RULES, Lexicon
from .model import CURE, NAME, ModelProblem, problem
from .tree import Sentence, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from .paragraphs import Block

BATCH = 128  # paragraphs that go through the model together; fewer are slower
LONGEST_RUN = 200  # spaCy's tokenizer is quadratic in the length of an unbroken run
UNSET, OPENS, GOES_ON = (
    0,
    1,
    2**64 - 1,
)  # what spaCy keeps of a word: where a sentence begins, and where none does
_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_BLANK = re.compile(r"[^\S ]")


@functools.cache
def pipeline() -> Language:
    """The loaded model; raises ModelProblem with its cure."""
    if reason := problem():
        raise ModelProblem(reason)
    try:
        loaded: Language = importlib.import_module(NAME).load()
        return loaded
    except Exception as error:  # a damaged file can raise anything
        raise ModelProblem(
            f"The language model {NAME} cannot be loaded: {error}. {CURE} --force-reinstall"
        ) from error


@functools.cache
def lexicon() -> Lexicon:
    return Lexicon(pipeline())


def parse(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Sentence]]]:
    """The sentences of each block of `text`, in order; none for rubble."""
    language = pipeline()
    ends: dict[int, int] = {}
    with language.memory_zone():
        prose = (block for block in blocks if block.kind == "prose")
        made = (_document(language, text, block, ends) for block in prose)
        docs = language.pipe(made, batch_size=BATCH, disable=RULES)
        words = lexicon()
        for block in blocks:
            if block.kind != "prose":
                yield block, []
            else:
                doc = next(docs)
                yield block, list(read(doc, words.read(doc), text, block.start, ends))


def _document(language: Language, text: str, block: Block, ends: dict[int, int]) -> Doc:
    """Tokens with the beginnings of sentences set, so that the parser cannot move them.

    The copy that the model sees is as long as the original: blanks become spaces, and of a very long
    run one letter is left, whose true end is kept in `ends`.
    """
    copy = _BLANK.sub(" ", text[block.start : block.end])

    def shorten(run: re.Match[str]) -> str:
        ends[block.start + run.start()] = block.start + run.end()
        return "x" + " " * (run.end() - run.start() - 1)

    copy = _RUN.sub(shorten, copy)
    doc = language.make_doc(copy)
    starts = sentence_starts(copy)
    if starts is None:
        return doc
    # All at once: set word by word, spaCy looks through the whole paragraph for a parse before each.
    marks: Any = doc.to_array(["IDX"])
    marks[1:] = [OPENS if place in starts else GOES_ON for place in marks[1:].tolist()]
    marks[:1] = UNSET
    return doc.from_array(["SENT_START"], marks)
