"""What a phrase of time comes to.

Values are ISO 8601, as coarse as the phrase: 2022, 2022-03, 2022-03-14, 2022-W11,
2010/2015 for a stretch. Where ISO has no form, TIMEX3's is used: 198X (decade), 18XX (century), 2023-Q3 (quarter),
2023-H1 (half), 2023-SP, -SU, -FA, -WI (seasons).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from . import feasts
from .arithmetic import day_of, monday, month_value, shift
from .phrases import DAYS, MONTHS, NUMBERS, ORDINALS, SEASONS

Parts = dict[str, str]
_QUARTER = re.compile(r"(\d{4})-Q[1-4]")


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against: dateline, the date named last, the one before it in the sentence, tense."""

    dateline: datetime.date | None
    anchor: str
    near: str
    tense: str

    @property
    def future(self) -> bool:
        return self.tense == "future"


def resolve(rule: str, parts: Parts, context: Context) -> str:
    """The value of a phrase; nothing when it has none without a dateline, or means no date at all."""
    try:
        value = RESOLVERS[rule](parts, context)
    except (OverflowError, ValueError):  # the 30th of February, the year 0
        return ""
    return value


def _month(name: str) -> int:
    return next(
        place for place, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3])
    )


def _year(parts: Parts, key: str, context: Context) -> int | None:
    """A year as written, or as it follows from "last year" and "that year"."""
    said = parts.get(key, "")
    if said.isdigit():
        return int(said)
    if said in {"that year", "the same year"}:
        return int(context.anchor[:4]) if context.anchor[:4].isdigit() else None
    if context.dateline is None:
        return None
    return context.dateline.year + {"last": -1, "next": 1}.get(said.split(" ")[0], 0)


def _iso(parts: Parts, context: Context) -> str:
    return datetime.date.fromisoformat(parts["iso"]).isoformat()


def _slashed(parts: Parts, context: Context) -> str:
    """14/03/2024 is read as it must be; 03/04/2024 is only a year, for nobody can tell."""
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year"])
    if parts["mark"] == "." or one > 12 or one == two:
        return day_of(year, two, one)
    return day_of(year, one, two) if two > 12 else f"{year}"


def _day(parts: Parts, context: Context) -> str:
    month, day = _month(parts["month"]), int(parts["day"])
    year = int(parts["year"]) if "year" in parts else _nearest_year(month, day, context)
    if year is None:
        return ""
    first = day_of(year, month, day)
    if "until" in parts and int(parts["until"]) > day:
        return f"{first}/{day_of(year, month, int(parts['until']))}"
    return first


def _nearest_year(month: int, day: int, context: Context) -> int | None:
    base = context.dateline
    if base is None:
        return None
    if context.tense == "past":
        return base.year - ((month, day) > (base.month, base.day))
    if context.tense == "future":
        return base.year + ((month, day) < (base.month, base.day))
    years = (base.year - 1, base.year, base.year + 1)
    return min(
        years, key=lambda year: abs((year - base.year) * 365 + (month - base.month) * 30.4 + day - base.day)
    )


def _month_year(parts: Parts, context: Context) -> str:
    year = _year(parts, "year", context)
    return month_value(year, _month(parts["month"])) if year else ""


def _bare_month(parts: Parts, context: Context) -> str:
    lead = parts.get("lead", "")
    month = _month(parts["month"])
    if lead == "every" or (month in {3, 5} and not lead):
        return ""
    if context.dateline is None:
        return ""
    year = context.dateline.year
    if context.future:
        return month_value(year + (month < context.dateline.month), month)
    if not context.tense and 0 < month - context.dateline.month <= 3:
        return month_value(year, month)
    return month_value(year - (month > context.dateline.month), month)


def _holiday(parts: Parts, context: Context) -> str:
    name = parts["holiday"]
    if "year" in parts:
        return feasts.day(name, int(parts["year"]))
    base = context.dateline
    if base is None:
        return ""
    here = feasts.day(name, base.year)
    if not here:
        return ""
    ahead = parts.get("side") == "next" or (context.future and parts.get("side") != "last")
    if ahead:
        return here if here >= base.isoformat() else feasts.day(name, base.year + 1)
    if parts.get("side") == "this":
        return here
    return here if here <= base.isoformat() else feasts.day(name, base.year - 1)


def _half(parts: Parts, context: Context) -> str:
    year = int(parts["year2"]) if "year2" in parts else _year(parts, "year", context)
    half = parts.get("half") or ("1" if parts["nth"].lower() == "first" else "2")
    return f"{year:04d}-H{half}" if year else ""


def _quarter(parts: Parts, context: Context) -> str:
    said = parts.get("q") or parts.get("q2")
    number = int(said) if said else _nth(parts["nth"])
    if "year2" in parts or "year3" in parts:
        return f"{parts.get('year2') or parts['year3']}-Q{number}"
    if "year" in parts:
        year = _year(parts, "year", context)
        return f"{year:04d}-Q{number}" if year else ""
    base = context.dateline
    if base is None:
        return ""
    now = (base.month + 2) // 3
    return f"{base.year - (number > now and not context.future) + (number < now and context.future):04d}-Q{number}"


def _nth(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else ORDINALS[word.lower()]


def _season_year(parts: Parts, context: Context) -> str:
    return f"{parts['year']}-{SEASONS[parts['season'].lower()]}"


def _step(said: str) -> int:
    side = said.lower().removeprefix("the ")
    if side in {"last", "previous", "preceding", "past", "this past"}:
        return -1
    return 1 if side in {"next", "coming", "following", "this coming"} else 0


def _named_side(parts: Parts, context: Context) -> str:
    """ "last Friday", "this summer", "next March", "last weekend", "this morning"."""
    base = context.dateline
    if base is None:
        return ""
    side, name, step = parts["side"].lower(), parts["name"].lower(), _step(parts["side"])
    if name in DAYS:
        return _side_weekday(base, DAYS.index(name), step, side, context)
    if name in MONTHS:
        month = _month(name)
        year = base.year + (month <= base.month if step > 0 else 0) - (month >= base.month if step < 0 else 0)
        return month_value(year, month)
    if name in SEASONS:
        return _side_season(base, name, step)
    if name in {"night", "morning", "afternoon", "evening"}:
        return (base + datetime.timedelta(days=step)).isoformat() if step <= 0 else ""
    if name == "weekend":
        saturday = monday(base) + datetime.timedelta(days=5 + 7 * step)
        return f"{saturday.isoformat()}/{(saturday + datetime.timedelta(days=1)).isoformat()}"
    return _holiday(
        {"holiday": parts["name"], "side": "next" if step > 0 else "last" if step else "this"}, context
    )


def _side_weekday(base: datetime.date, day: int, step: int, side: str, context: Context) -> str:
    """ "last Friday" is the one before today, "next Friday" the first one after it, "this Friday" that of this week."""
    gap = day - base.weekday()
    if step < 0:
        gap = gap - 7 if gap >= 0 else gap
    elif step > 0:
        gap = gap + 7 if gap <= 0 else gap
    elif gap < 0 and context.future:
        gap += 7
    return (base + datetime.timedelta(days=gap)).isoformat()


def _side_season(base: datetime.date, name: str, step: int) -> str:
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
    year = base.year
    if step < 0:
        year -= base.month < first + 3 if name != "winter" else 1
    elif step > 0:
        year += base.month >= first
    elif name == "winter" and base.month < 6:
        year -= 1
    return f"{year:04d}-{SEASONS[name]}"


def _side(parts: Parts, context: Context) -> str:
    """ "last year", "this week"; "the previous day" and "that year" go by the date named last."""
    side, unit = parts["side"].lower(), parts["unit"].lower()
    step = _step(side)
    if side == "the past":
        return ""
    narrated = side in {
        "that",
        "the same",
        "the next",
        "the following",
        "following",
        "the previous",
        "the preceding",
    }
    if narrated or side == "previous":
        if context.anchor:
            return shift(context.anchor, step, unit)
        if side in {"that", "the same"}:
            return ""
    if unit == "day" and not narrated:
        return ""
    if context.dateline is None:
        return ""
    if unit == "weekend":
        return _named_side({"side": side, "name": unit}, context)
    return shift(context.dateline.isoformat(), step, unit)


def _before_after(parts: Parts, context: Context) -> str:
    """ "the year before": before the date named last."""
    unit = "day" if parts["unit"] == "night" else parts["unit"]
    return shift(context.anchor, -1 if parts["side"] == "before" else 1, unit) if context.anchor else ""


def _count(parts: Parts, context: Context) -> str:
    """ "two years ago" goes by the dateline, "two years earlier" by the date named last."""
    number = _number(parts["count"])
    unit = parts["unit"].lower()
    unit = "century" if unit.startswith("centur") else unit
    if number is None:
        return ""
    side = parts["side"]
    back = side in {"ago", "earlier", "previously", "before", "beforehand"}
    step = -number if back else number
    base = context.dateline.isoformat() if context.dateline else ""
    if side not in {"ago", "from now", "hence"}:
        base = context.anchor or base
    elif unit == "year" and _QUARTER.fullmatch(context.near):
        base = context.near
    return shift(base, step, unit) if base else ""


def _number(word: str) -> int | None:
    word = word.lower()
    if word.isdigit():
        return int(word)
    if word in NUMBERS:
        return NUMBERS[word]
    tens, _, ones = word.partition("-")
    return NUMBERS[tens] + NUMBERS[ones] if tens in NUMBERS and NUMBERS.get(ones, 10) < 10 else None


def _ahead(parts: Parts, context: Context) -> str:
    """ "in two weeks' time"; "in two weeks" is a date only when it lies ahead: "it was built in two weeks"."""
    if "time" not in parts and not context.future:
        return ""
    number = _number(parts["count"])
    return shift(context.dateline.isoformat(), number, parts["unit"]) if number and context.dateline else ""


def _near(parts: Parts, context: Context) -> str:
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    said = parts["near"].lower()
    step = -2 if said.startswith("the day before") else 2 if said.startswith("the day after") else steps[said]
    return (context.dateline + datetime.timedelta(days=step)).isoformat() if context.dateline else ""


def _weekday(parts: Parts, context: Context) -> str:
    """The nearest in the past, today included; with a verb of the future the nearest ahead."""
    if "month" in parts or "month2" in parts:
        return _day({"month": parts.get("month2", ""), "day": parts.get("day2", ""), **parts}, context)
    base = context.dateline
    if base is None:
        return ""
    day = DAYS.index(parts["weekday"].lower())
    gap = (day - base.weekday()) % 7 if context.future else -((base.weekday() - day) % 7)
    return (base + datetime.timedelta(days=gap)).isoformat()


def _span_of_years(parts: Parts, context: Context) -> str:
    first = parts["from"]
    last = parts.get("until") or first[:2] + parts["short"]
    return f"{first}/{last}" if int(first) < int(last) <= int(first) + 200 else ""


def _decade(parts: Parts, context: Context) -> str:
    return parts["decade"][:3] + "X" if "decade" in parts else f"19{parts['short'][0]}X"


def _century(parts: Parts, context: Context) -> str:
    said = re.sub(r"\D", "", parts["century"])
    number = int(said) if said else ORDINALS.get(parts["century"].lower(), 0)
    return f"{number - 1:02d}XX" if 1 < number <= 22 else ""


def _bare_year(parts: Parts, context: Context) -> str:
    """A number of four digits alone is a year only where years are usual."""
    year, lead = int(parts["year"]), parts.get("lead", "")
    if lead in {"than", "for", "as", "around", "that", "of", "to", "and"} and not 1700 <= year <= 2060:
        return ""
    if lead in {"than", "for", "as", "that"} and not 1900 <= year <= 2060:
        return ""
    return f"{year}" if lead or 1900 <= year <= 2060 else ""


RESOLVERS: dict[str, Callable[[Parts, Context], str]] = {
    "iso": _iso,
    "september": lambda _parts, _context: "2001-09-11",
    "slashed": _slashed,
    "month-day": _day,
    "day-month": _day,
    "month-year": _month_year,
    "holiday": _holiday,
    "half-year": _half,
    "quarter": _quarter,
    "season-year": _season_year,
    "named-side": _named_side,
    "side": _side,
    "before-after": _before_after,
    "count": _count,
    "ahead": _ahead,
    "near": _near,
    "weekday": _weekday,
    "span-of-years": _span_of_years,
    "decade": _decade,
    "century": _century,
    "month": _bare_month,
    "year": _bare_year,
}
