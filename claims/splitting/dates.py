"""Phrases of time and what they come to. Without a dateline a relative phrase has no value; a day is never invented."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_NAMES = "january february march april may june july august september october november december"
_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve"
MONTHS = tuple(_NAMES.split())
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {word: number for number, word in enumerate(_COUNTS.split())} | {"a": 1, "an": 1}
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|April|Apr\.|May|June?|July?|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DATE = re.compile(
    r"\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
    rf"|\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>[12]\d{{3}})\b)?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.replace('?P<month>', '?P<month2>')}"
    r"(?:,?\s+(?P<year2>[12]\d{3})\b)?"
    rf"|\b{_MONTH.replace('?P<month>', '?P<month3>')}(?:,?\s+(?P<year3>[12]\d{{3}})\b)"
    r"|\b(?P<decade>(?:early |mid-|late )?(?:the )?(?:1[5-9]|20)\d0)s\b"
    r"|\b(?:in|since|by|until|from|of|during|before|after|between|and|to)\s+"
    r"(?P<year4>(?:1[0-9]|20)\d{2})\b(?![,.]?\d|\s+[a-z]+s\b)"
    r"|\b(?P<relative>last|this|next)\s+"
    r"(?P<unit>year|month|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
    r"|\b(?P<count>\w+)\s+(?P<unit2>year|month|week|day)s?\s+ago\b"
    r"|\b(?P<near>yesterday|today|tomorrow)\b"
    r"|\b(?:on\s+)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|won't|to be|is due|are due|plans? to|expected to|going to)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateMention:
    start: int
    end: int
    phrase: str
    value: str


class Calendar:
    """Reads the dates of an article against its dateline; no dateline, no value for "last year"."""

    def __init__(self, dateline: datetime.date | None) -> None:
        self.dateline = dateline

    def find(self, text: str, start: int, end: int) -> list[DateMention]:
        """The dated phrases of a sentence, in order."""
        found = []
        future = _FUTURE.search(text, start, end) is not None
        for match in _DATE.finditer(text, start, end):
            value = self._value(match, future)
            if value:
                found.append(DateMention(match.start(), match.end(), match.group(), value))
        return found

    def _value(self, match: re.Match[str], future: bool) -> str:
        parts = {key: value for key, value in match.groupdict().items() if value}
        if iso := parts.get("iso"):
            return iso
        month = parts.get("month") or parts.get("month2") or parts.get("month3")
        if month:
            return self._month(month, parts, future)
        if decade := parts.get("decade"):
            return re.sub(r"\D", "", decade)[:3] + "X"
        if year := parts.get("year4"):
            return year
        return self._against(self.dateline, parts, future) if self.dateline else ""

    def _month(self, month: str, parts: dict[str, str], future: bool) -> str:
        number = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(month.lower()[:3]))
        day = parts.get("day") or parts.get("day2")
        year = parts.get("year") or parts.get("year2") or parts.get("year3")
        if year is None:
            if self.dateline is None:
                return ""
            here = (self.dateline.month, self.dateline.day)
            there = (number, int(day) if day else 1)
            year = str(
                self.dateline.year
                + (1 if future and there < here else -1 if not future and there > here else 0)
            )
        if day is None:
            return f"{year}-{number:02d}"
        try:
            return datetime.date(int(year), number, int(day)).isoformat()
        except ValueError:
            return ""

    @staticmethod
    def _against(base: datetime.date, parts: dict[str, str], future: bool) -> str:
        if near := parts.get("near"):
            step = {"yesterday": -1, "today": 0, "tomorrow": 1}[near.lower()]
            return (base + datetime.timedelta(days=step)).isoformat()
        if name := parts.get("weekday"):
            back = (base.weekday() - DAYS.index(name.lower())) % 7
            ahead = (DAYS.index(name.lower()) - base.weekday()) % 7
            return (base + datetime.timedelta(days=ahead if future else -back)).isoformat()
        if count := parts.get("count"):
            number = int(count) if count.isdigit() else NUMBERS.get(count.lower(), 0)
            return _shift(base, -number, parts["unit2"].lower()) if 0 < number < 1000 else ""
        unit = parts["unit"].lower()
        step = {"last": -1, "this": 0, "next": 1}[parts["relative"].lower()]
        if unit in DAYS:
            place = DAYS.index(unit) - base.weekday()
            days = place - 7 if step < 0 and place >= 0 else place + 7 if step > 0 and place <= 0 else place
            return (base + datetime.timedelta(days=days)).isoformat()
        return _shift(base, step, unit)


def _shift(base: datetime.date, number: int, unit: str) -> str:
    """A date some units away, as coarse as its unit."""
    if unit == "year":
        return f"{base.year + number:04d}"
    if unit == "month":
        months = base.year * 12 + base.month - 1 + number
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    try:
        day = base + datetime.timedelta(days=number * (7 if unit == "week" else 1))
    except OverflowError:
        return ""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    return day.isoformat()
