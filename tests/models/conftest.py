"""The cases that the tests of the models speak of, and snapshots of them in a few words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

import pytest

from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.result import Evaluation
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot
from models.store.cases import load_embedded
from tests.states import snapshot_of


class Take(Protocol):
    """Takes a snapshot of a case whose stances are given by code."""

    def __call__(
        self,
        case: Case,
        stances: Mapping[str, str] | None = None,
        *,
        reading: Reading = Reading.ONE_ARGUMENT,
        added: bool = False,
        aside: tuple[str, ...] = (),
        before: Evaluation | None = None,
    ) -> Snapshot: ...


@pytest.fixture
def tiny() -> Case:
    return load_embedded("tiny")


@pytest.fixture
def essay() -> Case:
    return load_embedded("dprk-lessons")


@pytest.fixture
def take() -> Take:
    def taken(
        case: Case,
        stances: Mapping[str, str] | None = None,
        *,
        reading: Reading = Reading.ONE_ARGUMENT,
        added: bool = False,
        aside: tuple[str, ...] = (),
        before: Evaluation | None = None,
    ) -> Snapshot:
        chosen = {case.by_code[code].id: Stance(stance) for code, stance in (stances or {}).items()}
        scenario = with_stances(baseline_scenario(case), chosen)
        return snapshot_of(case, replace(scenario, reading=reading, added=added, set_aside=aside), before)

    return taken
