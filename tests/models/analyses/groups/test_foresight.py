"""The score of a prediction: hands against what became of each recommendation."""

from datetime import UTC, datetime

import pytest

from models.analyses.groups.standing import foresight
from models.schema.case import Case
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.workshop import Hands, Phase, Prediction
from tests.models.engine.small_cases import rule, setting, small_case

MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def case() -> Case:
    return small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r2"),
        rule("s", need="a3", then="r3"),
        statements="a1 a2 a3 r1 r2 r3",
    )


@pytest.fixture
def asked(case: Case) -> Scenario:
    return setting(case, a2="fails", a3="uncertain")


def locked(scenario: Scenario, *hands: Hands) -> Prediction:
    return Prediction(id="p", phase=Phase.LOCKED, hands=hands, scenario=scenario, locked=MOMENT)


def test_hands_are_right_for_what_is_accepted_rejected_or_neither(case: Case, asked: Scenario) -> None:
    hands = (Hands(id=name, holds=5, open=3, falls=2) for name in ("r1", "r2", "r3"))

    found = foresight(case, locked(asked, *hands))

    assert [(item.status, item.right) for item in found.items] == [
        (Status.ACCEPTED, 5),
        (Status.REJECTED, 2),
        (Status.OPEN, 3),
    ]
    assert (found.hits, found.right, found.raised) == (1, 10, 30)


def test_a_tie_foresees_nothing(case: Case, asked: Scenario) -> None:
    (item,) = foresight(case, locked(asked, Hands(id="r1", holds=4, falls=4))).items

    assert item.foremost is None
    assert not item.hit


def test_the_most_hands_need_not_be_more_than_half(case: Case, asked: Scenario) -> None:
    (item,) = foresight(case, locked(asked, Hands(id="r2", holds=3, open=3, falls=4))).items

    assert item.foremost is Status.REJECTED
    assert item.hit


def test_where_no_hand_went_up_there_is_no_score(case: Case, asked: Scenario) -> None:
    assert foresight(case, locked(asked, Hands(id="r1"))).items == ()


def test_hands_for_what_the_case_has_not_are_left_out(case: Case, asked: Scenario) -> None:
    found = foresight(case, locked(asked, Hands(id="r9", holds=3), Hands(id="r2", falls=1)))

    assert [item.id for item in found.items] == ["r2"]


def test_recommendations_stand_in_the_order_of_the_case(case: Case, asked: Scenario) -> None:
    found = foresight(case, locked(asked, Hands(id="r3", open=1), Hands(id="r1", holds=1)))

    assert [item.id for item in found.items] == ["r1", "r3"]


def test_before_it_is_locked_there_is_no_score(case: Case) -> None:
    with pytest.raises(ValueError, match="before it is locked"):
        foresight(case, Prediction(id="p"))
