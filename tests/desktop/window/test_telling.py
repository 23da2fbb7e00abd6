"""What a notice tells of an action is told in the language of the window."""

import re

import pytest

from desktop.window.acting import followed, told_of
from models.analyses.snapshots import take
from models.language.messages import speaking
from models.schema.action import Action, Change, Step
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario
from models.schema.steps.scenario_steps import adopted, reject, reset, set_stances
from models.schema.steps.signpost_steps import decided
from tests.models.pages.test_impossible import choice, impossible

SCENARIO = baseline_scenario(choice())
ACTIONS = (
    reset(),
    set_stances(("a1", Stance.FAILS), ("a2", Stance.HOLDS)),
    Change(adopted, (SCENARIO,)),
    reject("r1", True),
    reject("r1", False),
    Step(decided, ("a1", Stance.FAILS, None), dated=True),
)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_notice_speaks_the_language_in_force(action: Action) -> None:
    with speaking("ko"):
        told = told_of(action)

    assert told
    assert re.search("[A-Za-z]", told) is None


def test_a_contradiction_is_told_in_the_language_in_force() -> None:
    with speaking("ko"):
        told = followed(ACTIONS[1], SCENARIO, take(impossible()))

    assert told.endswith("이 중 하나가 바뀌기 전에는 아무것도 도출되지 않습니다.")
