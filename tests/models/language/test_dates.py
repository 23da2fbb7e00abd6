"""Days as people write and read them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis.strategies import dates, text

from models.language.dates import FIRST, LAST, day_words, days_words, read_date, short_day, within
from models.language.messages import speaking


@pytest.mark.parametrize(
    "typed",
    [
        "2027-03-01",
        "2027-3-1",
        "2027/03/01",
        "1.3.2027",
        "01. 03. 2027",
        "1 March 2027",
        "1. mar 2027",
        " 1  MARCH 2027 ",
        "2027년 3월 1일",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read_date(typed) == date(2027, 3, 1)


@pytest.mark.parametrize(
    "typed", ["tomorrow", "2027-13-01", "2027-02-30", "3/1/2027", "1 Marc", "9999-01-01"]
)
def test_what_is_no_day_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is no date\. Write the year"):
        read_date(typed)


def test_nothing_is_no_date() -> None:
    assert read_date("  ") is None


@given(dates(FIRST, LAST))
def test_every_day_is_read_back_from_its_words(day: date) -> None:
    assert read_date(day_words(day)) == read_date(day.isoformat()) == day


@given(text(max_size=20))
def test_whatever_is_typed_is_a_day_or_refused(typed: str) -> None:
    try:
        day = read_date(typed)
    except ValueError:
        return

    assert day is None or FIRST <= day <= LAST


@given(dates(FIRST, LAST))
def test_every_day_is_read_back_from_its_korean_words(day: date) -> None:
    with speaking("ko"):
        assert read_date(day_words(day)) == day


def test_days_are_told_in_korean() -> None:
    first, last = date(2027, 3, 1), date(2027, 12, 2)

    with speaking("ko"):
        assert days_words(first, last) == "2027년 3월 1일부터 2027년 12월 2일까지"
        assert [short_day(first), short_day(last)] == ["3월 1일", "12월 2일"]
        assert within("5년") == " (계획 기간: 5년)"


def test_one_day_is_not_told_as_a_span() -> None:
    assert days_words(date(2027, 3, 1), date(2027, 3, 1)) == "1 March 2027"
    assert days_words(date(2027, 3, 1), date(2027, 3, 2)) == "1 March 2027 to 2 March 2027"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("five years", " within five years"),
        ("Within five years.", " within five years"),
        ("2030", " until 2030"),
        ("the end of 2030", " until the end of 2030"),
        ("", ""),
    ],
)
def test_a_planning_horizon_ends_a_sentence(typed: str, told: str) -> None:
    assert within(typed) == told
