"""Numbers with what they count, as data beside the words: "rose 5 percent to 10 million" is a change and a level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .words import word_set
from .words_of_number import (
    CHANGES,
    COMPARATOR,
    CURRENCY,
    DOWN,
    FRACTIONS,
    MONTHS,
    MULTIPLES,
    NUMBER_WORD,
    SCALES,
    TELLING,
    UNITS,
    VALUES,
)

if TYPE_CHECKING:
    from .tree import Sentence

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?"
_SCALE = r"(?:\s?-?(?:thousand|million|billion|trillion)\b|(?:k|m|mn|bn|tn|b)\b)"
_WORDS = (
    rf"(?:half a|an?|{NUMBER_WORD})(?:[ -](?:hundred|thousand|million|billion|trillion|dozen))+|{NUMBER_WORD}"
)
_SMALL = rf"(?:\d{{1,3}}|{NUMBER_WORD}|one)"
_SCAN = re.compile(
    r"(?<![\w#/.:@-])(?<!\d,)(?=[\d$£€¥₹]|(?:US|A|C|HK|NZ)[$£]|an? |one|two|three|four|fi(?:ve|ft)|six|seven|eigh"
    r"|nin|ten|eleven|twel|thi|twen|fort|doubl|tripl|quadr|quint|twi|hal[fv]|quarter)"
    rf"(?:(?P<share>(?P<part>{_SMALL}) (?:in|out of)(?: every)? (?P<whole>{_SMALL}|a hundred|a thousand)"
    r"(?![\w,.]*\d)\b)"
    rf"|(?P<fraction>(?:(?P<times>an?|one|two|three|four|five|six|seven|nine)[ -])?(?P<nth>{'|'.join(FRACTIONS)})s?\b"
    r"(?=(?: of\b| the\b|-|,|\.|$))(?! of the (?:year|century|season|month|game|match)\b)(?!-(?:time|hearted)))"
    rf"|(?P<multiple>\b(?:{'|'.join(MULTIPLES)})\b|(?P<factor>{_SMALL})(?:-fold\b| times\b))"
    rf"|(?P<amount>(?P<mark>(?:US|A|C|HK|NZ)?[$£€¥₹])\s?(?P<sum>{_DIGITS})(?P<sumscale>{_SCALE})?"
    rf"|(?P<number>{_DIGITS})(?P<scale>{_SCALE})?(?!\w)(?P<unit>\s?%|[ -](?:{'|'.join(UNITS)})\b)?"
    rf"|(?P<word>{_WORDS})\b(?P<unit2>[ -](?:{'|'.join(UNITS)})\b)?))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:^|(?<=[\s(]))(?:{COMPARATOR})\s+$", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?:\b(?:flight|route|highway|interstate|article|section|chapter|page|room|no\.|number|act|bus|line|boeing|airbus"
    rf"|psalm|amendment|resolution|covid|g|apollo|channel|version|level|phase|type|class|grade|{MONTHS})[ -]?|[–—/])$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:st|nd|rd|th)?,?(?: of)? (?:{MONTHS})\b|\s?(?:a\.m|p\.m|am\b|pm\b)|(?:st|nd|rd|th)\b|[’']?s\b|[-–]\d|:\d|/\d",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    rf"\b(?P<verb>{CHANGES})(?: (?:by|a|an|another|some|further|slightly|sharply))*\s*$", re.IGNORECASE
)
_CHANGE_NOUN = re.compile(
    r"[ -](?:\w+ ){0,2}(?P<noun>rise|increase|gain|jump|fall|drop|decline|decrease|cut|reduction|loss)\b"
)
_FROM = re.compile(
    r"\b(?P<word>from|to)(?: (?:just|only|about|around|nearly|almost|over))?\s*$", re.IGNORECASE
)
_PERIOD = re.compile(
    r"(?:[ -][\w-]+){0,3}? (?P<period>(?:a|an|per|each|every)"
    r" (?:second|minute|hour|day|week|month|quarter|year|decade|night)"
    r"|annually|yearly|monthly|weekly|daily|hourly|a head|per (?:capita|person|head|household))\b"
    r"(?! (?:earlier|ago|before|later|after))"
)
_BASE = re.compile(
    r" of (?P<base>(?:(?:the|its|their|all|his|her|these|those) )?(?:\d[\d,.]*\d )?[^\W_][\w-]*(?: [a-z]+s\b)?)"
)
_COUNTED = re.compile(
    r"(?:[ -](?!of\b|and\b|in\b|to\b|or\b|a\b|the\b)[a-z-]+){0,2}?[ -]"
    r"(?P<thing>[a-z-]{2,}s|people|men|women|children|staff|police)\b"
)


COMPARING = word_set(
    "than least most to many much few little over under above below about around roughly approximately nearly almost"
    " some only just exactly estimated of record barely merely another further less circa upwards"
)
FROM = word_set("from to just only about around nearly almost over")
CHANGING = frozenset(CHANGES.split("|")) | word_set("by a an another some further slightly sharply")
NEAR = 4  # quantities back in which a change is looked for that a "to 10 million" belongs to


@dataclass(frozen=True, slots=True)
class Quantity:
    """`value` is the number meant, scale applied; a percentage stays a percentage, a share is part of 1.

    `role` is amount, level, base (where a change came from), change, share or multiple; `direction` is up or down.
    """

    phrase: str
    value: float
    unit: str
    comparator: str
    role: str = "amount"
    direction: str = ""
    base: str = ""
    period: str = ""
    thing: str = ""
    start: int = 0
    end: int = 0

    def as_json(self) -> dict[str, Any]:
        whole = int(self.value) if self.value == int(self.value) else self.value
        pairs = {
            "phrase": self.phrase,
            "value": whole,
            "unit": self.unit,
            "comparator": self.comparator,
            "role": self.role,
        }
        more = {"direction": self.direction, "base": self.base, "period": self.period, "thing": self.thing}
        return pairs | {key: value for key, value in more.items() if value}


def find(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """The quantities of a stretch of text, in order, with their places in the text."""
    end = len(text) if end is None else end
    found: list[Quantity] = []
    for match in _SCAN.finditer(text, start, end):
        quantity = _read(text, match, start, end, found)
        if quantity is not None:
            found.append(quantity)
    return found


def in_sentence(text: str, sentence: Sentence) -> list[Quantity]:
    """The quantities of a parsed sentence; one without any word of number is not looked at twice."""
    if any(word.tag == "CD" or word.low in TELLING for word in sentence.words):
        return find(text, sentence.start, sentence.end)
    return []


def _read(text: str, match: re.Match[str], start: int, end: int, found: list[Quantity]) -> Quantity | None:
    before = text[max(start, match.start() - 40) : match.start()]
    after = text[match.end() : min(end, match.end() + 60)]
    told = _value(match, before, after)
    if told is None:
        return None
    value, unit, role = told
    compared = _BEFORE.search(before) if _last(before) in COMPARING else None
    first = match.start() - (len(compared.group()) if compared else 0)
    lead = text[max(start, first - 40) : first]
    role, direction = _role(role, lead, after, match, found)
    base = _BASE.match(after) if role == "share" or unit == "%" else None
    period = _PERIOD.match(after)
    thing = _COUNTED.match(after) if role != "multiple" and unit in {"", "%"} and not base else None
    return Quantity(
        phrase=text[first : match.end()].strip(),
        value=value,
        unit=unit,
        comparator=" ".join(compared.group().lower().split()) if compared else "",
        role=role,
        direction=direction,
        base=base["base"] if base else "",
        period=period["period"] if period else "",
        thing=thing["thing"] if thing else "",
        start=first,
        end=match.end(),
    )


def _value(match: re.Match[str], before: str, after: str) -> tuple[float, str, str] | None:
    """Number, unit and first guess of the role; nothing when the digits are a year, a label, a time, a score."""
    if match["share"]:
        part, whole = _number(match["part"]), _number(match["whole"])
        return (round(part / whole, 4), "", "share") if 0 < part < whole else None
    if match["fraction"]:
        times = VALUES.get((match["times"] or "a").lower(), 1)
        value = times / FRACTIONS[match["nth"].lower()]
        if not match["times"] and match["nth"].lower() not in {"half", "halve"}:
            return None
        return (round(value, 4), "", "share") if value < 1 else None
    if match["multiple"]:
        if match["factor"]:
            return _number(match["factor"]), "times", "multiple"
        return MULTIPLES[match["multiple"].lower()], "times", "multiple"
    if match["mark"]:
        return _scaled(match["sum"], match["sumscale"]), match["mark"], "amount"
    if match["word"]:
        return _words(match)
    return _digits(match, before, after)


def _digits(match: re.Match[str], before: str, after: str) -> tuple[float, str, str] | None:
    unit, scale = (match["unit"] or "").strip(" -").lower(), match["scale"] or ""
    digits = match["number"]
    if not unit and not scale:
        if _LABEL.search(before[-16:]) or _DATED.match(after):
            return None
        if (
            len(digits) == 4
            and 1500 <= float(digits) <= 2099
            and "." not in digits
            and not _counts(before, after)
        ):
            return None
        if re.match(r"[-–]\w", after) and not re.match(
            r"-(?:year|member|point|mile|seat|page|day|week|month|strong)", after
        ):
            return None
    currency = CURRENCY.get(
        after.split(" ")[1].strip(".,;") if not unit and after[:1] == " " and " " in after else "", ""
    )
    return _scaled(digits, scale), UNITS.get(unit, "") or _spelt(after) or currency, "amount"


def _spelt(after: str) -> str:
    """The unit behind a scale: "3m euros", "2 billion dollars"."""
    word = re.match(r" ([a-z]+)", after)
    return CURRENCY.get(word[1], UNITS.get(word[1], "")) if word else ""


def _counts(before: str, after: str) -> bool:
    """Whether a number that could be a year counts what follows."""
    if re.search(r"\b(?:in|since|by|until|of|from|during|the)\s+$", before, re.IGNORECASE):
        return False
    return re.match(r" (?!people's)(?:[a-z]+s\b|people|men|women|children)", after) is not None


def _words(match: re.Match[str]) -> tuple[float, str, str] | None:
    unit = (match["unit2"] or "").strip(" -").lower()
    value = _number(match["word"])
    return (value, UNITS.get(unit, ""), "amount") if value > 1 or unit else None


def _scaled(digits: str, scale: str | None) -> float:
    value = float(digits.replace(",", "")[:40])
    return round(value * SCALES.get((scale or "").strip(" -").lower(), 1), 6)


def _number(words: str) -> float:
    """ "two hundred thousand", "half a million", "25"."""
    low = words.lower()
    if low[0].isdigit():
        return float(low)
    total = 0.0
    for word in re.split(r"[ -]", low):
        if word in SCALES and word not in VALUES:
            total = (total or 1) * SCALES[word]
        elif word == "half":
            total = 0.5
        elif word in VALUES and not (word in {"a", "an"} and total):
            total += VALUES[word]
    return total


def _last(words: str) -> str:
    """The last word of what stands before a number: most numbers need no further look at it."""
    return words.rstrip().rpartition(" ")[2].strip("([").lower()


def _role(role: str, lead: str, after: str, match: re.Match[str], found: list[Quantity]) -> tuple[str, str]:
    """Change, level or base, by the words before: "rose 5 percent to 10 million from 9 million"."""
    if role == "multiple":
        word = match.group().lower()
        return role, "down" if word.startswith("halv") else "up" if word[-1] == "d" else ""
    last = _last(lead)
    if last in CHANGING and (told := _CHANGE.search(lead)):
        return "change", "down" if told["verb"].lower() in DOWN else "up"
    if noun := _CHANGE_NOUN.match(after):
        return "change", "down" if noun["noun"] in DOWN else "up"
    near = _FROM.search(lead) if last in FROM else None
    changing = any(one.role in {"change", "base", "multiple"} for one in found[-NEAR:])
    if near and (changing or re.search(rf"\b(?:{CHANGES})\b[^.]*$", lead, re.IGNORECASE)):
        return ("base" if near["word"].lower() == "from" else "level"), ""
    return role, ""
