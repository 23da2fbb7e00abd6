"""The headline counts exactly what the board shows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.language.headline import headline, large_and_small
from models.schema.grades import Verdict
from models.schema.snapshot import Snapshot
from tests.states import after, snapshot, state

CODES = [item.code for item in state().case.taking_part(False)]


@pytest.mark.parametrize(
    ("stances", "told"),
    [
        ({}, "All 11 recommendations hold"),
        ({"A3": "fails"}, "10 of 11 recommendations hold: 7 in full, 3 on fewer arguments"),
        ({"A2": "fails"}, "All 11 recommendations hold: 10 in full, 1 on fewer arguments"),
        ({"A19": "uncertain"}, "10 hold, 1 is open"),
        (
            {"A20": "uncertain", "A3": "fails"},
            "6 of 11 hold (5 in full, 1 on fewer arguments), 1 does not, 4 are open",
        ),
        (dict.fromkeys(CODES, "uncertain"), "All 11 recommendations are open"),
        (dict.fromkeys(CODES, "fails"), "None of the 11 recommendations holds"),
    ],
)
def test_the_headline_says_how_many_hold_and_on_what(stances: dict[str, str], told: str) -> None:
    assert headline(taken(**stances)) == told


def test_a_single_recommendation_is_told_by_its_verdict() -> None:
    shown = snapshot(state("tiny"), analysed=False)

    assert headline(shown) == "The one recommendation is open"


@given(st.dictionaries(st.sampled_from(CODES), st.sampled_from(["holds", "fails", "uncertain"])))
def test_no_number_in_the_headline_contradicts_the_tally(stances: dict[str, str]) -> None:
    shown = taken(**stances)
    verdicts = [item.verdict for item in shown.evaluation.recommendations]

    told = headline(shown)

    assert numbered(told, r"(\d+) in full", verdicts.count(Verdict.HOLDS))
    assert numbered(told, r"(\d+) on fewer", verdicts.count(Verdict.FEWER))
    assert numbered(told, r"(\d+) (?:is|are) open", verdicts.count(Verdict.OPEN))
    assert ("open" in told) == (Verdict.OPEN in verdicts)
    assert ("fewer" in told) == (Verdict.FEWER in verdicts)
    holding = verdicts.count(Verdict.HOLDS) + verdicts.count(Verdict.FEWER)
    large, small = large_and_small(shown)
    assert large == f"{holding} of 11"
    assert numbered(small, r"(\d+) (?:is|are) open", verdicts.count(Verdict.OPEN))
    assert ("open" in small) == (Verdict.OPEN in verdicts)


def numbered(told: str, pattern: str, number: int) -> bool:
    found = re.search(pattern, told)
    return found is None or int(found[1]) == number


def taken(**stances: str) -> Snapshot:
    return snapshot(after(state(), **stances), analysed=False)


def test_nothing_is_said_to_hold_in_full_that_may_have_lost_an_argument() -> None:
    unsure = after(state(), A3="fails", A1="uncertain", A10="uncertain", A15="uncertain")

    told = headline(snapshot(unsure, analysed=False))

    assert told == "3 of 11 hold (1 on fewer arguments), 1 does not, 7 are open"
