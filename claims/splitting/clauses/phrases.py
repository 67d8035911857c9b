"""Noun phrases and other constituents: what is cut out of them, and the lists in them told one by one."""

from __future__ import annotations

import itertools

from ..drafts import Piece, Pieces, words_in
from ..tree import Word
from ..words import (
    MIXED,
    MIXING,
    NAMING,
    ORDINALS,
    PEOPLE,
    PLACES,
    PREPOSITION_LIKE,
    TOGETHER,
    TRANSITIVE,
    WISHING,
)
from ..words_of_description import COLOURS
from . import absolutes, reduced, sides, subordinate
from .describing import descriptions
from .naming import is_club, is_place, is_title
from .work import MOST_VARIANTS, Side, Work, is_verb

_FUNCTION = {"det", "poss", "predet"}
_DEFINITE = {"the", "this", "that", "these", "those"}
_COUNTING = {"several", "another"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}


def words_of(work: Work, word: Word) -> Pieces:
    """A constituent as it stands, without what is told as a claim of its own."""
    pieces: Pieces = []
    _collect(work, word, pieces)
    return pieces


def _collect(work: Work, word: Word, pieces: Pieces) -> None:
    done = False
    for kid in word.kids:
        if not done and kid.index > word.index:
            pieces.append(word)
            done = True
        if kid.dep != "punct" and not cuts(work, word, kid):
            _collect(work, kid, pieces)
    if not done:
        pieces.append(word)


def plain(work: Work, word: Word) -> Pieces:
    """A noun phrase short enough to stand as a subject elsewhere: no clauses, no lists behind it."""
    pieces: Pieces = []
    for kid in word.kids:
        if kid.index > word.index:
            break
        if kid.dep not in {"punct", "cc", "preconj", "appos"} and not (
            work.fine and (is_title(work, word, kid) or is_club(word, kid))
        ):
            pieces.extend(one for one in work.sentence.subtree(kid) if one.dep != "punct")
    pieces.append(word)
    for kid in word.kids:
        if (
            kid.index > word.index
            and kid.dep in {"prep", "nummod"}
            and kid.index not in work.cut
            and not work.comma_before(kid)
        ):
            pieces.extend(words_of(work, kid))
    return pieces


def cuts(work: Work, noun: Word, kid: Word) -> bool:
    """Whether a modifier leaves its noun to become a claim of its own; it is noted down once."""
    if kid.index in work.cut or kid.index in work.omitted:
        return True
    if not _is_side(work, noun, kid):
        return False
    work.cut.add(kid.index)
    work.sides.append(Side(noun, kid))
    return True


def _is_side(work: Work, noun: Word, kid: Word) -> bool:
    if kid.index < noun.index and kid.dep != "appos":
        return work.fine and (is_title(work, noun, kid) or is_club(noun, kid))
    if reduced.is_state(work, noun, kid):
        return True
    if kid.dep == "prep":
        return work.fine and is_place(noun, kid)
    if kid.dep == "advcl":
        return subordinate.asserts(kid) and kid.index > noun.index
    if kid.dep == "relcl":
        loose = (
            work.comma_before(kid)
            or sides.says_of_all(noun, kid)
            or (
                not picks_out(noun)
                and is_real(noun)
                and (is_new(noun) or (work.fine and not is_general(noun)))
            )
        )
        return loose and sides.relative_pronoun(work, kid) is not None
    if kid.dep == "appos":
        return is_apposition(work, noun, kid)
    if kid.dep == "acl" and kid.tag in {"VBN", "VBG", "VBD"}:
        if (kid.low in PREPOSITION_LIKE and kid.low != "based") or (
            kid.low in NAMING and not kid.has("advmod")
        ):
            return False
        return work.comma_before(kid) or (work.fine and not picks_out(noun) and is_real(noun))
    return False


def picks_out(noun: Word) -> bool:
    """Whether what follows a noun tells which one is meant: "the first man who", "one of the towns that"."""
    if noun.head.low == "of" and noun.head.head.low in {
        "one",
        "some",
        "many",
        "most",
        "all",
        "none",
        "two",
        "three",
    }:
        return True
    return noun.tag in {"DT", "PRP", "WP"} or any(
        kid.tag in {"JJS", "RBS"}
        or kid.low in ORDINALS
        or kid.low in {"only", "no", "any", "every", "all"}
        or (kid.has("advmod") and any(one.low == "most" for one in kid.kids))
        for kid in noun.kids
        if kid.index < noun.index
    )


def is_apposition(work: Work, noun: Word, kid: Word) -> bool:
    """Whether "X, Y," says that X is Y; a place in a place and a remark on the whole sentence do not."""
    if kid.index < noun.index:
        return True
    if not work.comma_before(kid) or (kid.entity in PLACES and noun.entity in PLACES):
        return False
    if kid.text.isdigit():
        age = len(kid.text) < 4 and not kid.kids and (noun.pos == "PROPN" or noun.lemma in PEOPLE)
        return age or (work.fine and sides.in_brackets(work, kid))
    if kid.pos not in {"NOUN", "PROPN"} and not (
        kid.low == "one" and any(one.low == "of" for one in kid.kids)
    ):
        return False
    if any(word.low in {"them", "whom", "which"} for word in work.sentence.words[kid.left : kid.right + 1]):
        return bool(absolutes.partitive(work, noun, kid))
    if any(one.low in MIXED for one in kid.kids):
        return noun.has("det", "poss") and any(one.low in {"the", "these", "those"} for one in noun.kids)
    plural = noun.tag in {"NNS", "NNPS"}
    return not (plural and kid.tag == "NN" and any(one.low in {"a", "an"} for one in kid.kids))


def is_real(noun: Word) -> bool:
    """Whether the noun's clause asserts that there is such a thing: who "wants a law that works" has none yet."""
    word = noun
    while word.head is not word and not is_verb(word):
        word = word.head
    while True:
        if word.lemma in WISHING or any(kid.tag == "MD" or kid.dep == "neg" for kid in word.kids):
            return False
        if word.dep not in {"conj", "xcomp", "pcomp", "advcl"} or word.head is word:
            return True
        word = word.head if is_verb(word.head) else word.head.head


def is_new(noun: Word) -> bool:
    """Whether a noun names something for the first time, so that it is told apart from what it did: "met a man who"."""
    if noun.dep in {"nsubj", "nsubjpass"}:
        return False
    if any(kid.low in {"a", "an"} for kid in noun.kids):
        return True
    return (
        not any(kid.low in _DEFINITE or kid.dep == "poss" for kid in noun.kids)
        and any(kid.low in _COUNTING or (kid.dep == "nummod" and kid.tag == "CD") for kid in noun.kids)
        and not (noun.dep == "pobj" and noun.head.head.pos in {"NOUN", "PROPN"})
    )


def is_general(noun: Word) -> bool:
    """Whether a subject is a kind of people or things: "people who smoke" are not people at large."""
    return (
        noun.tag == "NNS"
        and noun.dep in {"nsubj", "nsubjpass"}
        and not noun.has("det", "poss", "nummod", "amod")
    )


def conjuncts(word: Word) -> list[Word]:
    """A list as the parser chains it: A, then B on A, then C on B."""
    members = [word]
    for member in members:
        members.extend([kid for kid in member.kids if kid.dep == "conj"])
    return members


def distributes(work: Work, members: list[Word]) -> bool:
    """Whether a list says of each member what it says of all."""
    if len(members) < 2 or not _joined_by_and(members):
        return False
    first, last = members[0], members[-1]
    if first.pos == "NUM" or first.dep in {"nummod", "quantmod", "compound", "nmod"} or _acts_together(first):
        return False
    if first.dep == "amod" and (not work.fine or first.low in COLOURS):
        return False
    if first.dep == "advcl" and (mark := first.kid("mark")) is not None and mark.low != "that":
        return False  # "if the bank fails and the state steps in" is one condition
    if first.dep == "relcl" and first.head.dep in _SUBJECTS:
        return False  # "drivers who speed and drink" are fewer than those who speed
    if first.pos == "ADP" and not all(member.has("pobj", "pcomp") for member in members):
        return False
    if not work.fine and len(members) == 2 and not (is_verb(first) or first.entity or _apart(first, last)):
        return False
    return not any(
        member.entity and not member.begins_name and _one_name(work, first, member) for member in members[1:]
    )


def _joined_by_and(members: list[Word]) -> bool:
    for member in members:
        for kid in member.kids:
            if kid.dep == "cc" and kid.low not in {"and", "&", "but", "as"}:
                return False
            if (kid.dep == "preconj" and kid.low != "both") or (kid.dep == "neg" and member.pos == "ADP"):
                return False
    return True


def _acts_together(first: Word) -> bool:
    """Whether the members do or undergo something with one another: "A and B met", "mixes A and B", "than A and B"."""
    head = first.head
    if head.low in {"between", "among", "than", "amid"} or head.head.low == "than":
        return True
    if first.dep in {"nsubj", "nsubjpass"}:
        return head.lemma in TOGETHER
    return first.dep in {"dobj", "nsubjpass"} and head.lemma in MIXING


def _apart(first: Word, last: Word) -> bool:
    """Whether two members are set apart, each with its own article or number; "hunger and fear" are not."""
    own = {"det", "nummod", "poss"}
    if (
        first.head.dep == "agent"
        or (first.dep == "pobj" and first.head.low in {"of", "by"})
        or first.pos not in {"NOUN", "PROPN", "ADP"}
    ):
        return False
    return (first.has(*own) and last.has(*own)) or first.has("preconj") or first.pos == "ADP"


def _one_name(work: Work, first: Word, last: Word) -> bool:
    """Whether a name spans both words: Johnson & Johnson."""
    between = work.sentence.words[first.index + 1 : last.index + 1]
    return all(word.entity and not word.begins_name for word in between)


def variants(work: Work, word: Word, *, split: bool = True) -> list[Pieces]:
    """The ways to say a constituent with one member of each list in it; one way when nothing is listed."""
    if not work.listed:
        return [words_of(work, word)]
    members = conjuncts(word)
    if split and distributes(work, members):
        found: list[Pieces] = []
        shared = [
            kid
            for kid in word.kids
            if kid.index < word.index and kid.dep in _FUNCTION | _SUBJECTS | {"aux", "neg", "mark"}
        ]
        for member, following in itertools.zip_longest(members, members[1:]):
            ways = _single(work, member)
            if (
                work.fine
                and following is not None
                and (thing := _shared_object(member, following)) is not None
            ):
                ways = [[*way, *words_of(work, thing)] for way in ways]
            found.extend(ways if member is word else [_shared(member, shared, way) for way in ways])
        return found[:MOST_VARIANTS]
    if len(members) > 1:
        return [words_of(work, word)]
    return _single(work, word)


def _shared_object(verb: Word, following: Word) -> Word | None:
    """The object of the next verb of a list for a verb without one: "of robbing and beating a man"."""
    if verb.lemma not in TRANSITIVE or verb.dep not in {"pcomp", "xcomp", "conj"} or not is_verb(verb):
        return None
    alone = all(kid.index < verb.index or kid.dep in {"cc", "conj", "punct"} for kid in verb.kids)
    return following.kid("dobj") if alone and following.left >= following.index - 1 else None


def _shared(member: Word, shared: list[Word], way: Pieces) -> Pieces:
    """A later member of a list borrows the article, possessive, "to" or subject of the first."""
    lead: Pieces = []
    for kid in shared:
        if kid.dep in _FUNCTION:
            if (
                member.pos != "NOUN"
                or member.has("det", "poss", "nummod")
                or (kid.low in {"a", "an"} and member.tag == "NNS")
            ):
                continue
            if kid.kids:
                lead.extend(_flat(kid))
                continue
        elif not is_verb(member) or member.has(kid.dep):
            continue
        elif kid.dep == "mark":
            lead.append(kid)
            continue
        elif member.has(*_SUBJECTS):
            continue
        elif kid.dep in _SUBJECTS:
            lead.extend(_flat(kid))
            continue
        elif member.has("aux"):
            continue
        lead.append(kid)
    return lead + way


def _flat(word: Word) -> list[Piece]:
    found: list[Word] = [word]
    for one in found:
        found.extend(one.kids)
    found.sort(key=lambda one: one.index)
    return list(found)


def _single(work: Work, word: Word) -> list[Pieces]:
    """One member of a list, itself with lists below it."""
    if not word.kids:
        return [[word]]
    examples, carrier = _examples(work, word) if work.fine else ([], None)
    described = descriptions(work, word) if work.fine else []
    covered = {word.index for way in described for word in words_in(way)}
    before: list[list[Pieces]] = []
    after: list[list[Pieces]] = []
    told = False
    for kid in word.kids:
        if kid.index in covered and not told:
            told = True
            before.append([list(way) for way in described])
        if (
            kid.dep in {"punct", "conj", "cc", "preconj"}
            or kid is carrier
            or kid.index in covered
            or cuts(work, word, kid)
        ):
            continue
        if kid.index > word.index:
            after.append(variants(work, kid))
        else:
            before.append(variants(work, kid))
    parts: list[list[Pieces]] = [*before, [[word]], *after]
    ways = itertools.islice(itertools.product(*parts), MOST_VARIANTS)
    found = [[piece for part in way for piece in part] for way in ways]
    for example in examples:
        found.extend(_single(work, example))
    return found


def _examples(work: Work, word: Word) -> tuple[list[Word], Word | None]:
    """What is named behind a noun as an instance of it: "sports such as golf and tennis", "two towns, A and B"."""
    if word.tag not in {"NNS", "NNPS"}:
        return [], None
    for kid in word.kids:
        if kid.index < word.index:
            continue
        if (
            kid.dep == "prep"
            and (work.comma_before(kid) or word.dep not in {"nsubj", "nsubjpass"})
            and (kid.low == "including" or (kid.low == "as" and any(one.low == "such" for one in kid.kids)))
        ):
            first = kid.kid("pobj")
            if first is not None and distributes(work, conjuncts(first)):
                return conjuncts(first), kid
        elif kid.dep == "appos" and work.comma_before(kid) and distributes(work, conjuncts(kid)):
            work.cut.add(kid.index)
            return conjuncts(kid), kid
    return [], None
