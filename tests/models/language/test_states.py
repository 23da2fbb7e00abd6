"""The one table of states: complete, and one sign for one meaning."""

from enum import Enum, StrEnum

import pytest

from models.language.states import STATES, sign, state
from models.schema.grades import Kind, Stance, Verdict
from models.schema.page import Shape
from models.schema.result import RuleState, Status, Usage
from models.schema.rounds import LoopState
from models.schema.workshop import WatchState

ENUMS: tuple[type[StrEnum], ...] = (Verdict, Stance, Status, RuleState, Usage, Kind, WatchState, LoopState)


@pytest.mark.parametrize("members", ENUMS, ids=lambda item: item.__name__)
def test_every_member_has_its_words_and_its_sign(members: type[StrEnum]) -> None:
    assert [member for member in members if (members, member) not in STATES] == []


@pytest.mark.parametrize("members", ENUMS, ids=lambda item: item.__name__)
def test_no_two_members_share_a_shape(members: type[StrEnum]) -> None:
    shapes = [state(member).shape for member in members]

    assert len(set(shapes)) == len(shapes)


def test_what_is_open_looks_alike_wherever_it_stands() -> None:
    open_ones: tuple[Enum, ...] = (Verdict.OPEN, Status.OPEN, RuleState.OPEN)

    assert len({(state(item).shape, state(item).tone) for item in open_ones}) == 1


def test_equal_names_of_different_enumerations_keep_their_own_signs() -> None:
    assert sign(Verdict.HOLDS).shape is Shape.TICK_DISC
    assert sign(Stance.HOLDS).shape is Shape.TICK
