"""What kind of utterance a sentence or a claim is, and why.

A statement of fact stays one whatever adjective stands in it: only what is said of something, or a first
person's belief, makes an opinion; a judging word inside a fact makes it mixed, and the fact is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import words_of_judgement as lists
from .drafts import Made
from .types import Disposition, Kind
from .words_of_saying import ALOUD

if TYPE_CHECKING:
    from .drafts import Draft
    from .tree import Sentence, Word
    from .types import Attribution

WILL = frozenset({"will", "'ll", "’ll", "wo"})
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "be", "been"})
FIRST = frozenset({"i", "we"})
_FUTURE = frozenset({"will", "will be", "will not", "would", "would not"})  # as rules write it
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
MARKER = 8  # words; a longer sentence says more than who speaks


@dataclass(frozen=True, slots=True)
class Judgement:
    kind: Kind
    disposition: Disposition
    reason: str

    @property
    def checkable(self) -> bool:
        return self.disposition == "claim"


NOT_PROSE = Judgement("claim", "not_checkable", "no English prose")
WHERE_WRITTEN = Judgement("claim", "not_checkable", "where the article was written")
CLAIM = Judgement("claim", "claim", "states something that can be checked")


def judge(sentence: Sentence, text: str) -> Judgement:
    """Judges a statement by its main verb. A sentence without any verb asserts nothing."""
    if not any(word.pos in {"VERB", "AUX"} for word in sentence.words):
        return Judgement("claim", "not_checkable", "no verb: a headline, a name or a line of a table")
    if _is_heading(sentence):
        return Judgement("claim", "not_checkable", "a heading: it says what follows is about")
    if _only_marks(sentence):
        return Judgement("claim", "quotation_marker", f"only tells who speaks: {sentence.roots[0].text}")
    return judge_head(sentence.roots[0], sentence, text)


def judge_draft(
    draft: Draft, sentence: Sentence, text: str, attribution: Attribution | None = None
) -> Judgement:
    """Judges a claim by the verb that it was made from, with what stands in it."""
    words = draft.words()
    unasserted = draft.rules == ("whole-sentence",) or _is_heading(sentence)
    if unasserted and (found := judge(sentence, text)).disposition == "not_checkable":
        return found
    if draft.link == "apposition" or (draft.head.pos not in {"VERB", "AUX"} and not _asks(sentence, text)):
        return _of_noun(draft.head) or CLAIM
    found = judge_head(draft.head, sentence, text, attribution)
    if found is CLAIM and any(isinstance(piece, Made) and piece.text in _FUTURE for piece in draft.pieces):
        return Judgement("prediction", "prediction", "tells of what was still to come")
    return found if found is not CLAIM else _mixed(words, draft.head) or CLAIM


def _asks(sentence: Sentence, text: str) -> bool:
    return text[max(sentence.start, sentence.end - 6) : sentence.end].rstrip("\"'”’)» ").endswith("?")


def judge_head(
    head: Word, sentence: Sentence, text: str, attribution: Attribution | None = None
) -> Judgement:
    if _asks(sentence, text):
        return Judgement("question", "question", "asks")
    for rule in (_bidding, _foretelling, _believing, _judging):
        found = rule(head, sentence)
        if found is not None:
            return found
    if attribution is not None and (modal := _modal(head)) is not None and modal.low == "would":
        perfect = any(kid.low in {"have", "'ve", "’ve"} for kid in head.kids)
        if not perfect and not _conditional(head):
            return Judgement("prediction", "prediction", "tells what was then the future: would")
    return CLAIM


def _modal(head: Word) -> Word | None:
    """The modal verb of a verb, its own or that of the verb that it is coordinated with."""
    for kid in head.kids:
        if kid.dep == "aux" and kid.tag == "MD":
            return kid
    if head.dep == "conj" and head.head is not head and not head.has("nsubj", "nsubjpass", "aux", "auxpass"):
        return next((kid for kid in head.head.kids if kid.dep == "aux" and kid.tag == "MD"), None)
    return None


def _conditional(head: Word) -> bool:
    return any(
        kid.dep == "advcl" and any(one.low in {"if", "unless"} for one in kid.kids) for kid in head.kids
    )


def _is_heading(sentence: Sentence) -> bool:
    """ "What we know so far", "How the fire spread": a question word before a clause, and no mark at the end."""
    words = sentence.words
    return (
        len(words) <= MARKER
        and words[0].low in {"what", "why", "how"}
        and words[0].text[0].isupper()
        and words[-1].text[-1].isalnum()
    )


def _only_marks(sentence: Sentence) -> bool:
    """ "The mayor added:" """
    root = sentence.roots[0]
    if (
        len(sentence.words) > MARKER
        or root.lemma not in ALOUD
        or root.tag not in {"VBD", "VBZ", "VBP", "VBN"}
    ):
        return False
    if sentence.words[-1].text != ":" and root.lemma not in {"say", "add", "continue", "conclude", "reply"}:
        return False
    return not root.has("ccomp", "dobj", "xcomp", "acomp", "attr", "prep", "neg", "oprd") and root.has(
        "nsubj"
    )


def _bidding(head: Word, sentence: Sentence) -> Judgement | None:
    modal = _modal(head)
    helpers = [kid for kid in head.kids if kid.dep == "aux"]
    perfect = any(kid.low in {"have", "'ve", "’ve"} for kid in helpers)
    if modal is not None and modal.low in lists.BIDDING and not (modal.low == "must" and perfect):
        return Judgement("directive", "directive", f"says what ought to be: {modal.text}")
    ought = next((one for one in (head, head.head) if one.low == "ought"), None)
    if ought is not None and (ought is head or head.dep == "xcomp"):
        return Judgement("directive", "directive", f"says what ought to be: {ought.text}")
    if head.lemma == "need" and head.tag in {"VBZ", "VBP"} and _to(head) is not None:
        return Judgement("directive", "directive", f"says what ought to be: {head.text} to")
    if head.tag == "VB" and head.head is head and not helpers and not head.has(*SUBJECTS):
        return Judgement("directive", "directive", "an imperative")
    return None


def _to(head: Word) -> Word | None:
    """The infinitive below a verb or an adjective."""
    for kid in head.kids:
        if kid.dep in {"xcomp", "ccomp", "advcl"} and any(
            one.low == "to" and one.dep == "aux" for one in kid.kids
        ):
            return kid
    return None


def _foretelling(head: Word, sentence: Sentence) -> Judgement | None:
    modal = _modal(head)
    if modal is not None and (modal.low in WILL or modal.low == "shall"):
        return Judgement("prediction", "prediction", f"tells of the future: {modal.text}")
    now = any(kid.low in PRESENT and kid.dep in {"aux", "auxpass"} for kid in head.kids)
    if now and head.lemma in lists.AHEAD and _to(head) is not None:
        return Judgement("prediction", "prediction", f"tells of the future: {head.text} to")
    if now and head.low == "going" and _to(head) is not None:
        return Judgement("prediction", "prediction", "tells of the future: going to")
    if head.low in PRESENT:
        state = head.kid("acomp", "attr")
        if (
            state is not None
            and state.lemma in lists.AHEAD
            and (_to(state) or _to(head))
            and not _compared(state)
        ):
            return Judgement("prediction", "prediction", f"tells of the future: {state.text} to")
    return None


def _compared(state: Word) -> bool:
    """ "more likely to catch colds" tells how things are."""
    return any(kid.low in {"more", "less", "most", "least"} for kid in state.kids)


def _believing(head: Word, sentence: Sentence) -> Judgement | None:
    subject = head.kid("nsubj")
    if subject is not None and subject.low in FIRST and head.lemma in lists.BELIEF:
        return Judgement("opinion", "opinion", f"first-person belief: {head.text}")
    for kid in head.kids:
        if kid.dep == "prep" and kid.low in {"in", "to"}:
            view = kid.kid("pobj")
            if (
                view is not None
                and view.low in lists.VIEWS
                and any(one.low in {"my", "our"} for one in view.kids)
            ):
                return Judgement("opinion", "opinion", f"somebody's own view: {kid.text} {view.text}")
    return None


def _judging(head: Word, sentence: Sentence) -> Judgement | None:
    """What is said of something is a judgement: an adjective, or a noun that judges or is judged."""
    if head.lemma not in {"be", "seem", "look", "sound", "feel", "appear", "become", "remain"}:
        return None
    value = head.kid("acomp", "attr", "oprd")
    if value is None:
        return None
    if value.pos in {"NOUN", "PROPN"}:
        return _of_noun(value)
    if value.low not in lists.WEAK or (value.low in lists.MEASURED and _measured(value, head)):
        return None
    return Judgement("opinion", "opinion", f"a judgement of value: {value.text}")


def _of_noun(noun: Word) -> Judgement | None:
    """ "a tragedy", "a wonderful place", "the best singer of the decade"; not "the best result since 2010"."""
    if noun.low in lists.NOUNS and not noun.has("nummod", "poss"):
        return Judgement("opinion", "opinion", f"a judgement of value: {noun.text}")
    for kid in noun.kids:
        if kid.dep == "amod" and kid.low in lists.WEAK and not (kid.low in lists.MEASURED and _dated(noun)):
            if (
                kid.low in {"right", "just", "mean", "fine", "extreme", "good"}
                and noun.low not in lists.VIEWS
            ):
                continue
            if kid.low in {"best", "worst", "great"} and noun.entity and noun.entity != "DATE":
                continue
            return Judgement("opinion", "opinion", f"a judgement of value: {kid.text}")
    return None


def _measured(value: Word, head: Word) -> bool:
    """A comparison or a purpose that can be looked up: "better than in 2019", "dangerous to fish"."""
    if value.low in {"better", "worse"}:
        return any(kid.low == "than" for kid in (*value.kids, *head.kids))
    return (
        _dated(head)
        or value.has("npadvmod", "xcomp")
        or any(kid.low in {"to", "for", "enough"} for kid in value.kids)
    )


def _dated(word: Word) -> bool:
    return any(kid.low in {"since", "in", "ever"} and kid.dep in {"prep", "advmod"} for kid in word.kids)


def _mixed(words: list[Word], head: Word) -> Judgement | None:
    """A fact with a judgement in it; not where the claim tells of somebody's words."""
    if head.lemma in ALOUD:
        return None
    for word in words:
        if word.low in lists.STRONG and word.dep == "amod" and word.pos == "ADJ":
            return Judgement("mixed", "claim", f"a fact with a judgement in it: {word.text}")
        if word.low in lists.COMMENTS and word.dep == "advmod" and word.head is head:
            return Judgement("mixed", "claim", f"a fact with a judgement on it: {word.text}")
    return None
