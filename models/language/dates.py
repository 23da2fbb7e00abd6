"""Days and times as people write and read them."""

import re
from datetime import date, datetime

from models.language.messages import marked, message, told

MONTHS = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)
FIRST, LAST = date(1900, 1, 1), date(2200, 12, 31)
NO_HORIZON = marked("No planning horizon is named yet.")
NO_DATE = marked("“{typed}” is no date. Write the year, the month and the day: 2027-03-01.")
_NUMBERS = r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
_TURNED = r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4})"
_YEAR = r"(the end of )?\d{4}"
_SAID = r"(?i)(within|until|by|before|in|over|for|through|till) "
_KOREAN = r"(?P<year>\d{4})년\s*(?P<month>\d{1,2})월\s*(?P<day>\d{1,2})일"
_SPELLED = r"(?P<day>\d{1,2})\.?\s+(?P<name>[a-z]{3,9})\.?\s+(?P<year>\d{4})"


def day_words(day: date) -> str:
    """A day in full: "1 March 2027"."""
    return told("{day} {month} {year}", day=day.day, month=message(MONTHS[day.month - 1]), year=day.year)


def month_words(month: int, year: int) -> str:
    """A month with its year: "March 2027"."""
    return told("{month} {year}", month=message(MONTHS[month - 1]), year=year)


def horizon_words(horizon: str) -> str:
    """The planning horizon of ratings as a sentence, or that none is named."""
    named = horizon.strip()
    return told("Planning horizon: {horizon}.", horizon=named.rstrip(".")) if named else message(NO_HORIZON)


def within(horizon: str) -> str:
    """A planning horizon as it ends a sentence: " within five years", " until 2030"; nothing where none is named."""
    named = " ".join(horizon.split()).rstrip(".")
    if not named:
        return ""
    if re.match(_SAID, named):
        return told(" {horizon}", horizon=named[:1].lower() + named[1:])
    return told(" until {horizon}" if re.fullmatch(_YEAR, named) else " within {horizon}", horizon=named)


def short_day(day: date) -> str:
    """A day without its year: "1 Mar"."""
    return told("{day} {month}", day=day.day, month=message(MONTHS[day.month - 1])[:3])


def clock(moment: datetime) -> str:
    """A time of day, as it was where it was written down: "10:42"."""
    return f"{moment:%H:%M}"


def days_words(first: date, last: date) -> str:
    """One day, or a time from one day to another."""
    if first == last:
        return day_words(first)
    return told("{first} to {last}", first=day_words(first), last=day_words(last))


def read_date(text: str) -> date | None:
    """The day that was typed, None for an empty text; raises ValueError with a sentence for anything else.

    The year comes first (2027-03-01); 1.3.2027, 1 March 2027 and 2027년 3월 1일 are taken too. A date
    of which it could not be told whether the day or the month comes first is not.
    """
    wanted = " ".join(text.split()).lower()
    if not wanted:
        return None
    forms = (_NUMBERS, _TURNED, _SPELLED, _KOREAN)
    found = next((read for form in forms if (read := re.fullmatch(form, wanted))), None)
    try:
        if found is None:
            raise ValueError(wanted)
        parts = found.groupdict()
        day = date(int(parts["year"]), _month(parts), int(parts["day"]))
        if not FIRST <= day <= LAST:
            raise ValueError(wanted)
    except ValueError as error:
        raise ValueError(told(NO_DATE, typed=text.strip())) from error
    return day


def _month(parts: dict[str, str]) -> int:
    if "name" not in parts:
        return int(parts["month"])
    numbers = (place for place, name in enumerate(MONTHS, 1) if name.lower().startswith(parts["name"]))
    return next(numbers, 0)
