"""Holidays as days of a year."""

from __future__ import annotations

import datetime

_FIXED = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "veterans day": (11, 11),
    "remembrance day": (11, 11),
    "patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "juneteenth": (6, 19),
}
# month, weekday, which one of the month; -1 is the last
_MOVABLE = {
    "thanksgiving": (11, 3, 4),
    "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "martin luther king day": (1, 0, 3),
    "mlk day": (1, 0, 3),
    "presidents day": (2, 0, 3),
}
_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2}


def day(name: str, year: int) -> str:
    """The day of a holiday in a year; nothing for one that is not known."""
    if not 1583 <= year <= 9998:
        return ""
    word = (
        name.lower()
        .replace("’", "'")
        .removeprefix("the ")
        .replace("st. ", "")
        .replace("st ", "")
        .replace(" jr.", "")
    )
    word = word.replace("veterans'", "veterans").replace("presidents'", "presidents").replace(" jr", "")
    word = "thanksgiving" if word == "thanksgiving day" else word
    if word in _FIXED:
        return datetime.date(year, *_FIXED[word]).isoformat()
    if word in _EASTER:
        return (easter(year) + datetime.timedelta(days=_EASTER[word])).isoformat()
    if word not in _MOVABLE:
        return ""
    month, weekday, which = _MOVABLE[word]
    if which > 0:
        first = datetime.date(year, month, 1)
        return (
            first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
        ).isoformat()
    last = datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
    return (last - datetime.timedelta(days=(last.weekday() - weekday) % 7)).isoformat()


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar, after the anonymous algorithm that Meeus gives."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, within = divmod(rest, 4)
    days = (32 + 2 * skipped + 2 * quarter - epact - within) % 7
    late = (golden + 11 * epact + 22 * days) // 451
    month, place = divmod(epact + days - 7 * late + 114, 31)
    return datetime.date(year, month, place + 1)
