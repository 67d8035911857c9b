"""Verbs of saying, thinking and wanting, and what stands beside them as said, thought or wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import words_of_saying as lists
from . import source
from .record import Range, Record, polarity, spans, stance, without

if TYPE_CHECKING:
    from ..quotations import Quotation
    from ..tree import Sentence, Word

CUES = (
    lists.ALOUD
    | lists.CLAUSAL
    | lists.INFINITIVE
    | lists.URGING
    | lists.REGARDING
    | lists.GOVERNED_BY.keys()
    | lists.SPOKEN_ABOUT.keys()
)
_PUNCTUATION = frozenset(",:;–—-.") | {"--", '"', "“", "”", "''", "``", "'", "’", "‘"}
NAMING = frozenset({"call", "label", "dub", "brand", "term", "deem"})
SPEAKING_TO = frozenset({"warn", "inform", "remind", "assure", "convince", "tell", "ask"})
_ATTRIBUTIVE = frozenset({"amod", "compound", "nmod"})


def read(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """The record of one verb, or nothing when it has nothing beside it that could be said."""
    if verb.dep in _ATTRIBUTIVE:
        return None
    for name, rule in RULES.items():
        found = rule(sentence, verb, quotations)
        if found is not None:
            found.rule = name
            return found
    return None


def _record(
    sentence: Sentence, verb: Word, ranges: list[Range], form: str, particle: Word | None = None
) -> Record | None:
    content = spans(sentence, ranges)
    if not content:
        return None
    who = source.of_verb(verb)
    last = particle or next((kid for kid in verb.kids if kid.dep == "prt"), verb)
    return Record(
        sentence=sentence,
        cue=verb,
        source=source.span(who, sentence) if who is not None else None,
        cue_span=(verb.start, max(verb.end, last.end if last.index <= verb.index + 2 else verb.end)),
        content=content,
        form=form,
        stance=stance(verb.lemma),
        polarity=polarity(verb),
        aloud=verb.lemma in lists.ALOUD,
    )


def _clause(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """A clause that hangs on the verb: "says that X", "X, she said"."""
    if verb.lemma not in lists.CLAUSAL and verb.lemma not in lists.ALOUD:
        return None
    kids = [kid for kid in verb.kids if kid.dep == "ccomp"]
    before = [kid for kid in kids if kid.right < verb.index]
    behind = [kid for kid in kids if kid.right > verb.index]
    stops = [word.index for word in sentence.words if word.text == ";"]
    if behind and any(kid.right < stop < verb.index for kid in before for stop in stops):
        before = []
    ranges: list[Range] = []
    for kid in before:
        first = _opening(sentence, verb, kid) if not behind and kid is before[0] else kid.left
        ranges.append((max([first, *(stop + 1 for stop in stops if stop < verb.index)]), kid.right))
    for kid in behind:
        whole = (kid.left, min([_ending(verb, kid), *(stop - 1 for stop in stops if stop > kid.left)]))
        inside = kid.left < verb.index
        ranges.extend(without(whole, frame(verb, kid)) if inside else [whole])
    return _record(sentence, verb, ranges, "clause")


def _ending(verb: Word, kid: Word) -> int:
    """Where a clause ends: before a second verb of saying that the parser coordinated with it."""
    for other in kid.kids:
        if (
            other.dep == "conj"
            and other.lemma in lists.ALOUD
            and other.tag == verb.tag
            and not other.has("nsubj")
        ):
            link = next((one for one in kid.kids if one.dep == "cc" and one.index < other.left), None)
            return (link.index if link is not None else other.left) - 1
    for other in kid.kids:
        if other.dep == "prep" and other.low == "without" and other.left > kid.index and other.has("pcomp"):
            return other.left - 1  # tells how it was said
    return kid.right


def _opening(sentence: Sentence, verb: Word, kid: Word) -> int:
    """Where a clause before its frame begins: what is said last in a sentence is said of the whole of it."""
    if verb.head is verb and frame(verb, kid)[0] > kid.right:
        return 0
    return kid.left


def frame(verb: Word, content: Word) -> Range:
    """The words of the frame around a verb: its subject, auxiliaries and adverbials next to it."""
    first = last = verb.index
    for kid in verb.kids:
        if kid is content or kid.dep in {"ccomp", "punct", "conj", "cc", "advcl"}:
            continue
        if (
            kid.index < verb.index
            and kid.right + 1 >= first - 3
            and not kid.left <= content.index <= kid.right
        ):
            first = min(first, kid.left)
        elif kid.index > verb.index and kid.left <= last + 2:
            last = max(last, kid.right)
    return first, last


def _around(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """A frame put into or behind what is said: "X, he said, Y", "as he said, X"."""
    comparing = next((kid for kid in verb.kids if kid.low == "as" and kid.index < verb.index), None)
    loose = verb.dep in {"parataxis", "ccomp", "conj", "dep"} or (
        verb.dep == "advcl" and comparing is not None
    )
    if not loose or (verb.lemma not in lists.ALOUD and verb.lemma not in lists.CLAUSAL):
        return None
    if (
        source.of_verb(verb) is None
        or (verb.has("dobj", "xcomp") and not _puts_it(verb))
        or not verb.has("nsubj", "agent", "nsubjpass")
    ):
        return None
    words = sentence.words
    cut = (verb.left, verb.right)  # its commas may be under the verb, or beside it
    before = words[max(cut[0] - (words[cut[0]].dep != "punct"), 0)].text if cut[0] else ","
    after = words[min(cut[1] + (words[cut[1]].dep != "punct"), len(words) - 1)].text
    if before not in _PUNCTUATION or after not in _PUNCTUATION | {")", "!", "?"}:
        return None
    if before == ";" or (verb.dep == "conj" and cut[0] == 0):
        return None
    head = verb.head
    whole = (0, len(words) - 1) if head.head is head else (head.left, head.right)
    return _record(sentence, verb, without(whole, cut), "clause")


def _puts_it(verb: Word) -> bool:
    thing = verb.kid("dobj")
    return verb.lemma == "put" and thing is not None and thing.low == "it"


def _beside_quotation(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """A quotation right behind or right before the frame, whatever the parser made of it."""
    if verb.lemma not in lists.ALOUD:
        return None
    who = source.of_verb(verb)
    words = sentence.words
    first, last = verb.index, verb.index
    for kid in verb.kids:
        if kid.dep in {"nsubj", "aux", "advmod", "neg", "dative", "prt", "npadvmod"}:
            first, last = min(first, kid.left), max(last, kid.right)
        elif kid.dep in {"dobj", "prep"} and kid.right - kid.left < 8:
            last = max(last, kid.right)
    for mark in quotations:
        if mark.start >= verb.end and _near(words, verb.index + 1, mark.start, last):
            break
        if mark.end <= words[first].start and _closes(words, first, mark.end):
            break
    else:
        return None
    found = _record(sentence, verb, [(verb.index, verb.index)], "clause")
    if found is not None:
        thing = verb.kid("dobj") if verb.lemma in NAMING else None
        start = words[thing.left].start if thing is not None and thing.index > verb.index else mark.start
        found.content = [(min(start, mark.start), mark.end)]
        if who is None and found.source is None and verb.dep in {"amod", "acl"}:
            return None
    return found


def _near(words: list[Word], index: int, place: int, last: int) -> bool:
    """Whether a quotation begins behind the verb, with at most its subject and adverbials between."""
    steps = 0
    while index < len(words) and words[index].start < place:
        if words[index].pos in {"VERB", "AUX"} and index > last:
            return False
        steps += 1
        index += 1
    return steps <= 12 and (
        steps <= 1 or words[index - 1].text in {",", ":", "that", "―", "as"} or index - 1 <= last
    )


def _closes(words: list[Word], first: int, place: int) -> bool:
    """Whether nothing but punctuation stands between the end of a quotation and the frame."""
    index = first - 1
    while index >= 0 and words[index].start >= place:
        if words[index].dep != "punct" and words[index].text not in _PUNCTUATION:
            return False
        index -= 1
    return True


def _infinitive(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """What is promised, wanted or asked of somebody: "vowed to leave", "urged the union to wait"."""
    wanted, urged = verb.lemma in lists.INFINITIVE, verb.lemma in lists.URGING
    if not wanted and not urged:
        return None
    kid = next((kid for kid in verb.kids if kid.dep in {"xcomp", "ccomp", "advcl"} and _to(kid)), None)
    if kid is None or kid.index < verb.index:
        return None
    if source.passive(verb):
        who = verb.kid("nsubjpass")
        ranges = [(who.left, who.right)] if who is not None else []
        return _record(sentence, verb, [*ranges, (kid.left, kid.right)], "infinitive")
    other = next((one for one in verb.kids if one.dep in {"dobj", "dative"} and one.index < kid.index), None)
    if other is not None and not urged:
        return None
    if kid.dep == "advcl" and other is None:
        return None
    first = other.left if other is not None and other.index > verb.index else kid.left
    return _record(sentence, verb, [(first, kid.right)], "infinitive")


def _to(verb: Word) -> bool:
    return any(kid.dep == "aux" and kid.low == "to" for kid in verb.kids)


def _spoken_about(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """ "accused him of theft": the theft is what is said; "described it as unfair": both are."""
    particles = lists.SPOKEN_ABOUT.get(verb.lemma)
    if particles is None:
        return None
    person = verb.kid("dobj", "nsubjpass")
    accusing = verb.lemma in lists.ACCUSING
    kid = next((kid for kid in verb.kids if kid.dep == "prep" and kid.low in particles), None)
    near = person if person is not None and person.dep == "dobj" else source.agent(verb)
    if kid is None and near is not None:  # the parser hung it on the noun before
        kid = next(
            (
                one
                for one in near.kids
                if one.dep == "prep" and one.low in particles and (accusing or one.low != "of")
            ),
            None,
        )
    if kid is None or not kid.kids or person is None:
        return None
    told = [(kid.index + 1, kid.right)]
    deed = lists.spoken_of(verb)
    if accusing or deed is not None or verb.lemma in SPEAKING_TO:
        found = _record(sentence, verb, told, "topic" if deed is None else "gerund", kid)
        if found is not None and found.source and found.source[1] > kid.start > found.source[0]:
            found.source = found.source[0], sentence.words[kid.index - 1].end
        return found
    if person.dep == "nsubjpass":
        return _record(sentence, verb, [(person.left, person.right), (kid.left, kid.right)], "topic")
    return _record(sentence, verb, [(person.left, max(kid.right, person.right))], "topic")


def _gerund(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """What somebody denies or admits to have done: "denied paying bribes", "admitted to lying"."""
    if verb.lemma not in lists.OWNING:
        return None
    for kid in verb.kids:
        if kid.index < verb.index:
            continue
        if kid.dep in {"xcomp", "ccomp", "advcl"} and not kid.has("nsubj", "nsubjpass") and _is_gerund(kid):
            return _record(sentence, verb, [(kid.left, kid.right)], "gerund")
        if kid.dep == "prep" and kid.low in {"to", "for"} and (deed := kid.kid("pcomp")) is not None:
            return _record(sentence, verb, [(deed.left, deed.right)], "gerund", kid)
    return None


def _is_gerund(verb: Word) -> bool:
    return verb.tag == "VBG" or any(kid.low in {"having", "being"} for kid in verb.kids)


def _governed(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """What stands behind the verb's own preposition: "called for calm", "warned against haste"."""
    particles = lists.GOVERNED_BY.get(verb.lemma)
    if particles is None:
        return None
    for kid in verb.kids:
        if kid.index < verb.index or kid.low not in particles:
            continue
        if kid.dep == "prt":
            behind = verb.kid("dobj", "ccomp")
            if behind is not None and behind.index > verb.index:
                return _record(sentence, verb, [(behind.left, behind.right)], "topic", kid)
            inner = next((one for one in verb.kids if one.dep == "prep" and one.index > kid.index), None)
            if inner is not None and inner.right > inner.index:
                return _record(sentence, verb, [(inner.index + 1, inner.right)], "topic", inner)
        elif kid.dep in {"prep", "agent"} and kid.right > kid.index and not source.passive(verb):
            return _record(sentence, verb, [(kid.index + 1, kid.right)], "topic", kid)
    return None


def _topic(sentence: Sentence, verb: Word, quotations: list[Quotation]) -> Record | None:
    """What the words are about: "praised the plan", "called the plan a mistake"."""
    if verb.lemma not in lists.REGARDING:
        return None
    if source.passive(verb):
        who = verb.kid("nsubjpass")
        if who is None or source.agent(verb) is None:
            return None
        return _record(sentence, verb, [(who.left, who.right)], "topic")
    thing = verb.kid("dobj", "oprd", "attr")
    if thing is None:
        return None
    last = thing.right
    for kid in verb.kids:
        if kid.dep in {"oprd", "xcomp", "acomp"} and kid.index > thing.index:
            last = max(last, kid.right)
    form = "clause" if verb.lemma in NAMING and last > thing.right else "topic"
    found = _record(sentence, verb, [(thing.left, last)], form)
    if found is not None and verb.lemma in NAMING:
        found.stance = "asserted"  # to call something a mistake asks for nothing
    return found


RULES = {
    "gerund": _gerund,
    "clause-said": _clause,
    "frame-around": _around,
    "beside-quotation": _beside_quotation,
    "infinitive": _infinitive,
    "spoken-about": _spoken_about,
    "preposition": _governed,
    "topic": _topic,
}
