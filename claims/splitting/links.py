"""What ties a claim to the rest of its sentence: a cause, a condition, what somebody says …, or nothing.

A clause that stays in its claim gives it its link; a clause that became a claim of its own takes its link along.
A word that can mean two things, as "as" and most often "while" do, gives none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import SPEECH, word_set

if TYPE_CHECKING:
    from .drafts import Draft
    from .tree import Word

LINKS = (
    "cause",
    "condition",
    "concession",
    "time",
    "purpose",
    "attribution",
    "apposition",
    "relative",
)
_OF_MARKS = {
    "because": "cause",
    "if": "condition",
    "unless": "condition",
    "although": "concession",
    "though": "concession",
    "whereas": "concession",
    "before": "time",
    "after": "time",
    "until": "time",
    "till": "time",
    "once": "time",
    "when": "time",
    "whenever": "time",
    "lest": "purpose",
}
_ABOUT_NOUNS = frozenset({"relative", "participle"})
_ENDING_IN = word_set("rise fall grow live go survive climb drop slip wake return")


def link_of(draft: Draft, words: list[Word]) -> str:
    """The link of a claim. A condition comes before all others: without it the claim would say too much."""
    told = {word.index for word in words}
    kept = [_of_kid(kid) for kid in draft.head.kids if kid.index in told]
    found = [draft.link, _own(draft), *kept, _said(draft, told)]
    return "condition" if "condition" in found else next(filter(None, found), "")


def _own(draft: Draft) -> str:
    """The link of the clause that the claim was made from."""
    for rule in reversed(draft.rules):
        if rule in _ABOUT_NOUNS:
            return "relative"
        if rule == "subordinate":
            head = draft.head
            while head.dep == "conj" and head.head is not head:
                head = head.head
            return _of_clause(head, apart=True)
    return ""


def _of_kid(kid: Word) -> str:
    """The link that something below a verb gives: a clause, "in order to", "as soon as"."""
    if kid.dep == "advcl":
        return _of_clause(kid) or ("purpose" if _is_purpose(kid) else "")
    if kid.low == "in" and kid.dep == "prep" and any(one.low == "order" for one in kid.kids):
        return "purpose"
    return "time" if kid.low == "soon" and kid.has("advcl") else ""


def link_of_mark(kid: Word) -> str:
    """The link that the word that opens a clause gives by itself; nothing where it can mean two things."""
    return next((_OF_MARKS[one.low] for one in kid.kids if one.dep == "mark" and one.low in _OF_MARKS), "")


def _of_clause(kid: Word, *, apart: bool = False) -> str:
    """By the word that opens a clause; `apart` is one that became a claim of its own, so it is asserted."""
    opening = [one.low for one in kid.kids if one.dep == "mark" or one.tag == "WRB"]
    if not opening or any(one.low == "as" for one in kid.kids):
        return ""
    if opening[0] == "so":
        return "cause" if apart else "purpose"
    if opening[0] == "since":
        return "cause" if apart else "time" if _is_perfect(kid.head) else ""
    if opening[0] == "while":
        return "time" if kid.tag == "VBG" else ""
    return _OF_MARKS.get(opening[0], "")


def _is_perfect(verb: Word) -> bool:
    return any(kid.lemma == "have" and kid.dep == "aux" for kid in verb.kids)


def _is_purpose(kid: Word) -> bool:
    """ "cut the budget to save the library"; not "fell to reach 20 euros", which tells where it ended."""
    to = any(one.low == "to" and one.dep == "aux" for one in kid.kids)
    return to and kid.tag == "VB" and kid.head.lemma not in _ENDING_IN


def _said(draft: Draft, told: set[int]) -> str:
    """Whether the claim is what somebody says, or tells that it was said."""
    if "content" in draft.rules:
        return "attribution"
    says = draft.head.lemma in SPEECH and any(
        kid.dep == "ccomp" and kid.index in told for kid in draft.head.kids
    )
    return "attribution" if says else ""
