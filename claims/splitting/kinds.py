"""What kind of utterance a sentence or a claim is, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .types import Disposition, Kind

if TYPE_CHECKING:
    from .drafts import Draft
    from .tree import Sentence, Word

_JUDGING = re.compile(
    r"\b(?:beautiful|terrible|wonderful|disastrous|awful|amazing|brilliant|stupid|ridiculous|shameful|disgraceful|unfair"
    r"|outrageous|tragic|horrible|great|best|worst|better|worse|funny|interesting|important|impossible|bad|good|wrong|sad)\b",
    re.IGNORECASE,
)
_BELIEF = {
    "think",
    "believe",
    "feel",
    "hope",
    "guess",
    "suppose",
    "agree",
    "disagree",
    "wish",
    "like",
    "love",
    "hate",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    kind: Kind
    disposition: Disposition
    reason: str

    @property
    def checkable(self) -> bool:
        return self.disposition == "claim"


NOT_PROSE = Judgement("claim", "not_checkable", "no English prose")
CLAIM = Judgement("claim", "claim", "states something that can be checked")


def judge(sentence: Sentence, text: str) -> Judgement:
    """Judges a statement by its main verb. A sentence without any verb asserts nothing."""
    if not any(word.pos in {"VERB", "AUX"} for word in sentence.words):
        return Judgement("claim", "not_checkable", "no verb: a headline, a name or a line of a table")
    return judge_head(sentence.roots[0], sentence, text)


def judge_draft(draft: Draft, sentence: Sentence, text: str) -> Judgement:
    """Judges a claim by the verb that it was made from."""
    return judge_head(draft.head, sentence, text)


def judge_head(head: Word, sentence: Sentence, text: str) -> Judgement:
    if text[sentence.start : sentence.end].rstrip("\"'”’) ").endswith("?"):
        return Judgement("question", "question", "asks")
    modal = next((kid for kid in head.kids if kid.dep == "aux" and kid.tag == "MD"), None)
    if modal is None and head.dep == "conj" and head.head is not head:
        modal = next((kid for kid in head.head.kids if kid.dep == "aux" and kid.tag == "MD"), None)
    if modal is not None and modal.low in {"must", "should", "ought", "shall"}:
        return Judgement("directive", "directive", f"says what ought to be: {modal.text}")
    if head.tag == "VB" and head.head is head and not head.has("nsubj", "nsubjpass", "aux", "expl", "csubj"):
        return Judgement("directive", "directive", "an imperative")
    if modal is not None and modal.low in {"will", "'ll", "’ll", "wo"}:
        return Judgement("prediction", "prediction", f"tells of the future: {modal.text}")
    subject = head.kid("nsubj")
    if subject is not None and subject.low in {"i", "we"} and head.lemma in _BELIEF:
        return Judgement("opinion", "opinion", f"first-person belief: {head.text}")
    value = head.kid("acomp", "attr")
    if value is not None and _JUDGING.search(value.text):
        return Judgement("opinion", "opinion", f"a judgement of value: {value.text}")
    return CLAIM
