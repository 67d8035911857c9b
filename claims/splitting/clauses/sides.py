"""What is said about a noun in passing: relative clauses, appositions, participles behind it."""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..inflection import past_of, third
from ..tree import Word
from ..words import DATED, DENIALS, MIXED, PEOPLE, STATES, UNITS_OF_TIME
from ..words_of_saying import NOUNS as SAYINGS
from . import absolutes, reduced
from . import clause as clauses
from .phrases import plain, words_of
from .work import Side, Work, finite, is_verb


def tell(work: Work) -> None:
    """Tells everything that was cut out so far; what is cut out while telling it is told in turn."""
    while work.sides:
        pending, work.sides = work.sides, []
        for side in pending:
            _tell(work, side)


def _tell(work: Work, side: Side) -> None:
    if side.kid.dep == "relcl":
        relative(work, side)
    elif side.kid.dep == "advcl":
        clauses.clause(work, side.kid, "subordinate")
    elif side.kid.dep == "appos":
        apposition(work, side)
    elif reduced.is_state(work, side.noun, side.kid):
        reduced.tell(work, side.noun, side.kid)
    elif side.kid.dep == "prep":
        work.emit(
            [*plain(work, side.noun), be(work, side.noun), *words_of(work, side.kid)],
            side.kid,
            "place",
            link="apposition",
        )
    elif side.kid.index < side.noun.index:
        title(work, side)
    else:
        participle(work, side)


def be(work: Work, noun: Word, *, past: bool = False) -> Made:
    plural = noun.tag in {"NNS", "NNPS"} or noun.low in {"we", "they", "you", "these", "those"}
    if past:
        return Made("were" if plural else "was")
    return Made("are" if plural else "is")


def happened(word: Word) -> bool:
    """Whether the clause that a word stands in tells of the past."""
    while word.head is not word and not (is_verb(word) and finite(word)):
        word = word.head
    return word.tag == "VBD" or any(kid.dep in {"aux", "auxpass"} and kid.tag == "VBD" for kid in word.kids)


def apposition(work: Work, side: Side) -> None:
    """ "X, the mayor of Y," → "X is the mayor of Y"."""
    noun, kid = side.noun, side.kid
    if kid.text.isdigit() and len(kid.text) < 4:
        if (noun.entity == "PERSON" or noun.pos == "PROPN" or noun.lemma in PEOPLE) and 0 < int(
            kid.text
        ) < 120:
            work.emit([*plain(work, noun), Made("is"), kid, Made("years old")], kid, "age", link="apposition")
        return
    if work.fine and in_brackets(work, kid) and (is_acronym(kid) or kid.text.isdigit()):
        how = "is from" if kid.text.isdigit() else "is called"
        work.emit(
            [*_name(work, noun, kid), Made(how), Made(kid.text, kid)], kid, "in-brackets", link="apposition"
        )
        return
    if is_acronym(kid):
        return
    if told := absolutes.partitive(work, noun, kid):
        work.emit(told, kid, "absolute", link="apposition")
        return
    if (
        long := next((one for one in kid.kids if one.low == "long" and one.dep == "advmod"), None)
    ) is not None:
        had: Pieces = [Made("had" if happened(noun) else "has"), long, Made("been")]
        rest = [piece for piece in words_of(work, kid) if piece is not long]
        work.emit([*plain(work, noun), *had, *rest], kid, "apposition", link="apposition")
        return
    mixed = any(one.low in MIXED for one in kid.kids) and happened(noun)
    work.emit(
        [*plain(work, noun), be(work, noun, past=mixed or is_former(kid)), *words_of(work, kid)],
        kid,
        "apposition",
        link="apposition",
    )


def in_brackets(work: Work, kid: Word) -> bool:
    """Whether one word stands in brackets behind a noun: a year or an abbreviation."""
    words = work.sentence.words[kid.index - 1 : kid.index + 2]
    return kid.left == kid.right and len(words) == 3 and words[0].text == "(" and words[2].text == ")"


def _name(work: Work, noun: Word, kid: Word) -> Pieces:
    """The name right before a bracket, whatever the parser hangs on what: "The Lords of Oslo", "Far from Oslo"."""
    words = work.sentence.words
    last = first = kid.index - 2
    while first > 0 and (
        (words[first].entity and not words[first].begins_name)
        or words[first - 1].text[0].isupper()
        or (words[first - 1].low in IN_NAMES and first > 1 and words[first - 2].text[0].isupper())
    ):
        first -= 1
    return list(words[first : last + 1]) if words[last].text[0].isupper() else plain(work, noun)


def is_former(kid: Word) -> bool:
    """Whether an apposition says what was: "once a centre of the trade"."""
    return any(one.low in {"once", "formerly", "then", "previously"} for one in kid.kids)


def is_acronym(word: Word) -> bool:
    """ "(EPP)" behind a name: another name of the same thing, no news."""
    return word.left == word.right and word.text.isupper() and 1 < len(word.text) < 7


def title(work: Work, side: Side) -> None:
    """ "filmmaker Anna Berg" → "Anna Berg is filmmaker"; two words before one name are told together."""
    noun = side.noun
    first = min(kid.index for kid in noun.kids if kid.index in work.cut and kid.index < noun.index)
    if side.kid.index != first or (
        side.kid.dep == "amod" and not side.kid.has("compound") and side.kid.index == noun.index - 1
    ):
        return
    words = [
        word
        for kid in noun.kids
        if kid.index in work.cut and kid.index < noun.index
        for word in work.sentence.subtree(kid)
    ]
    said = be(work, side.kid if side.kid.dep == "title" else noun)
    work.emit(
        [*plain(work, noun), said, *(word for word in words if word.dep != "punct")],
        side.kid,
        "title",
        link="apposition",
    )


def participle(work: Work, side: Side) -> None:
    """ "N located in Y" → "N is located in Y"; "N showing Y" → "N shows Y"."""
    noun, kid = owner(side.noun), side.kid
    past = happened(side.noun) or (kid.tag != "VBG" and kid.low not in STATES)
    name = plain(work, noun)
    if having(kid) is not None:
        lead = perfect(work, noun, kid, past=happened(side.noun))
        clauses.clause(work, kid, "perfect-participle", subject=name, lead=lead)
        return
    if kid.tag == "VBG":
        clauses.clause(work, kid, "participle", subject=name, verb=active(work, noun, kid, past=past))
    else:
        clauses.clause(work, kid, "participle", subject=name, lead=[be(work, noun, past=past)])


def having(kid: Word) -> Word | None:
    """The "having" of "having lost the vote"."""
    return next((one for one in kid.kids if one.dep == "aux" and one.low == "having"), None)


def perfect(work: Work, noun: Word, kid: Word, *, past: bool) -> Pieces:
    """ "having lost" as "had lost", "has lost" or "have lost"."""
    auxiliary = having(kid)
    if auxiliary is not None:
        work.cut.add(auxiliary.index)
    plural = noun.tag in {"NNS", "NNPS"} or noun.has("conj") or noun.low in {"we", "they", "you", "i"}
    return [Made("had" if past else "have" if plural else "has", auxiliary)]


def owner(noun: Word) -> Word:
    """Of whom a modifier speaks: in "the Dreamliner is an aircraft built by", of the Dreamliner."""
    if noun.dep == "attr" and noun.head.lemma == "be":
        subject = noun.head.kid("nsubj")
        if subject is not None and subject.tag not in {"EX", "WDT", "WP", "DT"}:
            return subject
    return noun


def active(work: Work, noun: Word | None, kid: Word, *, past: bool) -> Made:
    """The participle "showing" as "showed", "shows" or "show"."""
    if past:
        return Made(past_of(kid), kid)
    plural = noun is not None and (
        noun.tag in {"NNS", "NNPS"} or noun.has("conj") or noun.low in {"we", "they", "you", "i"}
    )
    return Made(kid.lemma if plural else third(kid.lemma), kid)


def relative(work: Work, side: Side) -> None:
    """ "N, who did it," → "N did it": the noun takes the place of its pronoun."""
    pronoun = relative_pronoun(work, side.kid)
    if pronoun is None:
        return
    noun, kid = owner(bearer(side.noun, pronoun)), side.kid
    name = _this(pronoun) if says_of_all(side.noun, kid) else plain(work, noun)
    if pronoun.head is kid and pronoun.dep in SUBJECTS:
        work.cut.add(pronoun.index)
        clauses.clause(work, kid, "relative", subject=[*name])
        return
    words = [word for word in work.sentence.subtree(kid) if word.dep != "punct" and word is not pronoun]
    pieces: Pieces = []
    if pronoun.tag == "WP$":
        words = sorted([*words, pronoun], key=lambda word: word.index)
        for word in words:
            pieces.extend([*name, Made("'s")] if word is pronoun else [word])
    elif pronoun.head.low == "of":
        pieces = _of_which(work, words, pronoun, absolutes.definite(work, noun))
    elif pronoun.tag == "WRB":
        pieces = [*words, Made("in"), *name]
    elif pronoun.dep == "dobj":
        for word in words:
            pieces.append(word)
            if word is kid or (word.dep == "prt" and word.head is kid):
                pieces.extend(name if not kid.has("prt") or word.dep == "prt" else [])
    else:
        lead = pronoun.head
        pieces = [*(word for word in words if word is not lead), lead, *name]
    work.emit(pieces, kid, "relative", link="relative")


def _of_which(work: Work, words: list[Word], pronoun: Word, name: Pieces) -> Pieces:
    """ "two of whom are brothers", "of which 300 were sold" with what is meant behind the "of"."""
    of = pronoun.head
    counted = of.head
    if is_verb(counted):  # the parser hung it on the verb: "of which he is a member"
        counted = counted.kid("attr", "dobj", "nsubjpass") or counted
    before = [word for word in words if word is not of and word.index <= counted.right]
    behind = [word for word in words if word is not of and word.index > counted.right]
    return [*before, of, *name, *behind]


def _this(pronoun: Word) -> Pieces:
    return [Made("This" if pronoun.dep in SUBJECTS else "this", pronoun)]


def bearer(noun: Word, pronoun: Word) -> Word:
    """The noun that a relative clause speaks of: "a teacher from Lyon, who", "the fund for bridges, which"."""
    outer = noun.head.head
    place = pronoun.low in {"who", "whom"} and noun.entity in {"GPE", "LOC", "FAC", "DATE"}
    if noun.dep == "pobj" and place and is_verb(outer):
        return doer(outer) or noun
    if noun.dep != "pobj" or outer.pos not in {"NOUN", "PROPN"}:
        return noun
    bare = noun.tag == "NNS" and not noun.has("det", "poss", "nummod") and outer.has("det")
    return outer if place or bare else noun


def doer(verb: Word) -> Word | None:
    """The subject of a verb; of a relative clause the noun that it speaks of: "a man who lives in Oslo, who"."""
    subject = verb.kid(*SUBJECTS)
    if subject is not None and subject.tag in {"WDT", "WP"}:
        return verb.head if verb.dep == "relcl" else None
    return subject


def _is_why(word: Word) -> bool:
    return word.low == "why" or any(one.low == "why" for one in word.kids)


def says_of_all(noun: Word, kid: Word) -> bool:
    """Whether "which" stands for the whole clause before it.

    A length of time angers nobody, a person is no "which", several things are not "is", it is not the tower that
    "means that", and what is denied is what was said.
    """
    which = next((one for one in kid.kids if one.low == "which" and one.dep in {*SUBJECTS, "dobj"}), None)
    if which is None:
        return False
    if which.dep == "dobj":
        return kid.lemma in DENIALS | {"confirm", "admit"} and noun.lemma not in SAYINGS
    if kid.lemma == "mean" or (
        kid.lemma == "be" and any(one.low == "true" or _is_why(one) for one in kid.kids)
    ):
        return True
    if is_verb(noun):
        return True
    if noun.entity in DATED or noun.lemma in UNITS_OF_TIME or noun.entity == "PERSON" or noun.lemma in PEOPLE:
        return True
    one_thing = any(one.low in {"is", "was", "has", "does"} for one in (kid, *kid.kids)) or kid.tag == "VBZ"
    return one_thing and bearer(noun, which).tag in {"NNS", "NNPS"}


def relative_pronoun(work: Work, kid: Word) -> Word | None:
    """The pronoun of a relative clause, when the clause can be said without it."""
    for word in work.sentence.words[kid.left : kid.index]:
        if word.tag in {"WDT", "WP", "WP$", "WRB"}:
            if word.tag == "WRB":
                return word if word.low == "where" and word.head is kid else None
            if word.tag == "WP$":
                return word if word.head.head is kid and word.head.dep in SUBJECTS else None
            if word.head is kid and word.dep in {*SUBJECTS, "dobj"}:
                return word
            counted = word.head.head if word.dep == "pobj" and word.head.low == "of" else word
            if (counted.head is kid and counted.dep in SUBJECTS) or (
                counted is kid and word.head.left == kid.left
            ):
                return word
            led = (
                word.dep == "pobj"
                and word.head.head is kid
                and word.head.dep == "prep"
                and word.head.low != "of"
            )
            return word if led else None
    return None


SUBJECTS = {"nsubj", "nsubjpass"}
IN_NAMES = {"of", "the", "a", "an", "for", "'s", "’s", "&"}
