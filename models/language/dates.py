"""Days and times as people write and read them."""

import re
from datetime import date, datetime

from models.language.panes import MONTHS

FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
NO_DATE = "“{0}” is no date. Write the year, the month and the day: 2027-03-01."
_NUMBERS = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_TURNED = re.compile(r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4})")
_YEAR = re.compile(r"(the end of )?\d{4}")
_SAID = re.compile(r"(within|until|by|before|in|over|for|through|till) ", re.IGNORECASE)
_SPELLED = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<name>[a-z]{3,9})\.?\s+(?P<year>\d{4})")


def day_words(day: date) -> str:
    """A day in full: "1 March 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def within(horizon: str) -> str:
    """A planning horizon as it ends a sentence: " within five years", " until 2030"; nothing where none is named."""
    told = " ".join(horizon.split()).rstrip(".")
    if not told:
        return ""
    if _SAID.match(told):
        return f" {told[:1].lower()}{told[1:]}"
    return f" until {told}" if _YEAR.fullmatch(told) else f" within {told}"


def short_day(day: date) -> str:
    """A day without its year: "1 Mar"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def clock(moment: datetime) -> str:
    """A time of day, as it was where it was written down: "10:42"."""
    return f"{moment:%H:%M}"


def days_words(first: date, last: date) -> str:
    """One day, or a time from one day to another."""
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"


def read_date(text: str) -> date | None:
    """The day that was typed, None for an empty text; raises ValueError with a sentence for anything else.

    The year comes first (2027-03-01); 1.3.2027 and 1 March 2027 are taken too. A date of which it could not
    be told whether the day or the month comes first is not.
    """
    wanted = " ".join(text.split()).lower()
    if not wanted:
        return None
    found = _NUMBERS.fullmatch(wanted) or _TURNED.fullmatch(wanted) or _SPELLED.fullmatch(wanted)
    try:
        if found is None:
            raise ValueError(wanted)
        parts = found.groupdict()
        day = date(int(parts["year"]), _month(parts), int(parts["day"]))
        if not FIRST <= day <= LAST:
            raise ValueError(wanted)
    except ValueError as error:
        raise ValueError(NO_DATE.format(text.strip())) from error
    return day


def _month(parts: dict[str, str]) -> int:
    if "name" not in parts:
        return int(parts["month"])
    numbers = (place for place, name in enumerate(MONTHS, 1) if name.lower().startswith(parts["name"]))
    return next(numbers, 0)
