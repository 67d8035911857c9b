"""Counting in days, weeks, months and years on values of any granularity."""

from __future__ import annotations

import datetime
import re

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)|-Q(?P<quarter>[1-4]))?$"
)


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else ""


def day_of(year: int, month: int, day: int) -> str:
    return datetime.date(year, month, day).isoformat()


def week_value(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def monday(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=day.weekday())


def shift(base: str, step: int, unit: str) -> str:
    """A value some units away from another one, as coarse as the unit.

    Nothing when the base is too coarse for it: two days before 2019 is no day. A year before a quarter is a
    quarter, for it is the same quarter that is compared.
    """
    match = _VALUE.match(base)
    if match is None:
        return ""
    year = int(match["year"])
    if unit == "year" and match["quarter"]:
        return f"{_checked(year + step):04d}-Q{match['quarter']}"
    if unit == "year":
        return f"{_checked(year + step):04d}"
    if unit in {"decade", "century"}:
        return f"{_checked(year + (10 if unit == 'decade' else 100) * step):04d}"
    if unit == "quarter":
        return _quarters(match, year, step)
    if unit == "month":
        return _months(match, year, step)
    return _days(match, step, unit)


def _checked(year: int) -> int:
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    return year


def _quarters(match: re.Match[str], year: int, step: int) -> str:
    quarter = match["quarter"] or (str((int(match["month"]) + 2) // 3) if match["month"] else "")
    if not quarter:
        return ""
    count = year * 4 + int(quarter) - 1 + step
    return f"{_checked(count // 4):04d}-Q{count % 4 + 1}"


def _months(match: re.Match[str], year: int, step: int) -> str:
    if not match["month"]:
        return ""
    count = year * 12 + int(match["month"]) - 1 + step
    return f"{_checked(count // 12):04d}-{count % 12 + 1:02d}"


def _days(match: re.Match[str], step: int, unit: str) -> str:
    if match["week"] and unit == "week":
        day = datetime.date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
    elif match["day"]:
        day = datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
    else:
        return ""
    day += datetime.timedelta(days=step * {"week": 7, "fortnight": 14}.get(unit, 1))
    return day.isoformat() if unit == "day" else week_value(day)
