"""Headlines and other lines without a verb of their own: "Five men arrested by police"."""

from __future__ import annotations

from ..drafts import Pieces
from ..tree import Word
from .clause import clause
from .phrases import conjuncts, distributes, plain, variants, words_of
from .sides import be
from .work import Work


def headline(work: Work, root: Word) -> None:
    """Tells the participle behind the noun as its verb, or what the noun is at or in."""
    after = [kid for kid in root.kids if kid.index > root.index and kid.dep != "punct"]
    participle = next((kid for kid in after if kid.dep == "acl" and kid.tag == "VBN"), None)
    if participle is not None:
        work.cut.add(participle.index)
        for subject in _subjects(work, root):
            clause(work, participle, "headline", subject=subject, lead=[be(work, root)])
        return
    places = [kid for kid in after if kid.dep == "prep" and kid.low != "of"]
    if (
        root.entity == "PERSON"
        and len(places) == len(after) - sum(kid.dep in {"conj", "cc"} for kid in after)
        and places
    ):
        work.cut.update(kid.index for kid in places)
        for subject in _subjects(work, root):
            for place in places:
                for way in variants(work, place):
                    work.emit([*subject, be(work, root), *way], root, "headline")


def _subjects(work: Work, root: Word) -> list[Pieces]:
    members = conjuncts(root)
    return (
        [plain(work, member) for member in members] if distributes(work, members) else [words_of(work, root)]
    )
