"""What the splitter did, in plain English: a sentence for each rule and each link, and a claim told by them.

A claim is told from its JSON object, so that one recorded long ago is told, too, with what it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

RULES = {
    "whole-sentence": "The sentence is kept in one piece, because taking it apart would have lost or changed a part.",
    "clause": "A verb with its subject and what belongs to it is written down as one assertion.",
    "coordinated-verb": "Each of the verbs that share a subject is told with it: “sat and sang” makes two claims.",
    "list": "A list is told item by item, each with the words that all the items share.",
    "content": "What somebody is reported to have said is told by itself; the one who said it is noted beside it.",
    "fact": "What stands behind “it is odd that” or “the fact that” is told by itself, for the article vouches for it.",
    "said-it": "That somebody said it is told beside what was said.",
    "subordinate": "A part of the sentence with a verb of its own, behind a word such as “because”, is told by itself.",
    "cause": "That one thing is the cause of the other is told beside the two things.",
    "time-clause": "What happened when or after something else happened tells that this happened, too.",
    "perfect-participle": "A part such as “having lost the vote” is told of the main verb's subject.",
    "echo": "A short echo such as “so did the mayor” is kept as it stands.",
    "relative": "A part with “who”, “which” or “where” is told by itself, with what it speaks of in its place.",
    "participle": "Words such as “built in 1900” or “showing a ship” behind a noun are told as a sentence about it.",
    "participle-clause": "A part such as “leaving the town dry” is told with the main verb's subject and tense.",
    "absolute": "A part with a subject and no tense (“with two men missing”) is told with the main verb's tense.",
    "apposition": "What stands between commas behind a name is told of it: “X, the mayor,” becomes “X is the mayor”.",
    "reduced": "What says how somebody or something is, between commas and without a verb, is told with “is” or “has”.",
    "title": "What stands before a name is told of it: “filmmaker X” becomes “X is filmmaker”.",
    "age": "A number between commas behind a person is told as the age.",
    "place": "A place that is named in passing behind a noun is told as where it is.",
    "in-brackets": "Fine level: a year or an abbreviation in brackets behind a name is told of that name.",
    "headline": "A line without a whole verb is told with one: “Two men arrested” becomes “Two men are arrested”.",
    "core": "Fine level: the assertion is told with nothing but what its verb needs.",
    "one-adjunct": "Fine level: the assertion is told with one time, place or other circumstance at a time.",
    "whole": "Fine level: the assertion is told once more with all of its circumstances.",
    "pronoun": "A word such as “she” or “the ministry” gave way to what it means, in [brackets].",
}
RULES_OF_SOURCES = {
    "clause-said": "A part of the sentence hangs on a verb of saying or thinking: “she said that …”.",
    "frame-around": "The one who says it is named in the middle or at the end: “…, she said, …”.",
    "beside-quotation": "The one who says it is named right beside the quotation marks.",
    "infinitive": "Something is promised, wanted or asked of somebody: “vowed to …”, “urged them to …”.",
    "gerund": "Somebody denies or admits something done: “denied paying”, “admitted to lying”.",
    "spoken-about": "Somebody is accused of something, or something is described as something.",
    "preposition": "What is said stands behind the verb's own preposition: “called for …”, “warned against …”.",
    "topic": "The words only tell what was spoken about, not what was said of it.",
    "noun": "What is said hangs on a noun: “the claim that …”, “a plan to …”.",
    "noun-of": "A noun of saying names what it is about: “calls for …”, “criticism of …”.",
    "state-of-mind": "What is thought hangs on a state of mind: “is afraid that …”, “was willing to …”.",
    "according-to": "The one who says it stands behind “according to”.",
    "label": "The line begins with its speaker and a colon, as in a transcript.",
    "signature": "The quotation has its speaker behind a dash.",
    "announced": "The paragraph before ended with the one who speaks here, and a colon.",
}
LINKS = {
    "cause": "It names a cause, or is one side of one.",
    "condition": "It holds only under a condition, which it names.",
    "concession": "The sentence tells it as what one would not expect beside the rest: “although …”.",
    "time": "It is tied to when something else happened.",
    "purpose": "It names what something was done for.",
    "attribution": "It is what somebody says, or tells that it was said.",
    "apposition": "The sentence tells it in passing, beside a name.",
    "relative": "The sentence tells it in passing, about one of its nouns.",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A rule by its name, and what it does; nothing for a rule that the splitter has no longer."""

    rule: str
    does: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.does}" if self.does else self.rule


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim is as it is: the rules that made it, what it is tied to, and how its source was found."""

    steps: tuple[Step, ...]
    link: Step | None
    source: Step | None


def explain(claim: Mapping[str, Any]) -> Explanation:
    link = claim.get("link") or ""
    source = (claim.get("attribution") or {}).get("rule") or ""
    return Explanation(
        steps=tuple(Step(rule, RULES.get(rule, "")) for rule in claim.get("rules") or ()),
        link=Step(link, LINKS.get(link, "")) if link else None,
        source=Step(source, RULES_OF_SOURCES.get(source, "")) if source else None,
    )


def facts(claim: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What was found of a claim and why, as pairs of a label and words, without what was not found."""
    why = explain(claim)
    yield "kind", in_words(claim)
    if why.link:
        yield "link", str(why.link)
    if claim["attribution"]:
        yield "said by", said_by(claim["attribution"])
    if why.source:
        yield "seen by", str(why.source)
    for date in claim["dates"]:
        yield "date", f"“{date['phrase']}” = {date['value']}"
    for quantity in claim["quantities"]:
        yield "quantity", f"“{quantity['phrase']}” = {counted(quantity)}"
    if claim["hedges"]:
        yield "hedges", ", ".join(claim["hedges"])
    yield "worth", f"{claim['worth']:.2f}" + (f": {', '.join(claim['reasons'])}" if claim["reasons"] else "")
    for step in why.steps:
        yield "rule", str(step)


def in_words(claim: Mapping[str, Any]) -> str:
    """Kind and disposition, and whether it is to be checked."""
    disposition = claim["disposition"].replace("_", " ")
    named = claim["kind"] if claim["kind"] == disposition else f"{claim['kind']}, {disposition}"
    return f"{named}; {'can' if claim['checkable'] else 'cannot'} be checked"


def said_by(attribution: Mapping[str, Any]) -> str:
    """Who says it, by which words, and how."""
    cue = f" “{attribution['cue']}”" if attribution["cue"] else ""
    how = [attribution.get("stance", ""), "quoted" if attribution.get("quoted") else ""]
    how.append("negated" if attribution.get("polarity") == "negated" else "")
    nested = attribution.get("nested_in", "")
    how.append(f"as told by {nested}" if nested else "")
    told = ", ".join(filter(None, how))
    return (attribution["source"] or "somebody unnamed") + cue + (f" ({told})" if told else "")


def counted(quantity: Mapping[str, Any]) -> str:
    """A quantity with its unit, and what kind of number it is: "5 % (change, up)"."""
    unit, value = quantity["unit"], f"{quantity['value']:,}"
    if unit and not unit[0].isalnum() and unit != "%":
        value = f"{unit}{value}"
    elif unit:
        value = f"{value} {unit}"
    role = quantity["role"] if quantity["role"] != "amount" else ""
    base = f"of {quantity['base']}" if quantity.get("base") else ""
    told = [quantity["comparator"], role, quantity.get("direction"), base, quantity.get("period")]
    told = [one for one in (*told, quantity.get("thing")) if one]
    return f"{value} ({', '.join(told)})" if told else value
