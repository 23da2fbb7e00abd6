"""States and snapshots for tests of pages and screens: the embedded case or the tiny one, set as a test wishes."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from models.analyses.snapshots import complete, take
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Evaluation
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.snapshot import Snapshot, State, fresh_state
from models.schema.workshop import Workshop
from models.store.cases import load_embedded


@lru_cache(maxsize=4)
def case_named(name: str = "dprk-lessons") -> Case:
    """An embedded case."""
    return load_embedded(name)


def state(name: str = "dprk-lessons", workshop: Workshop | None = None, **view: Any) -> State:
    """The baseline of a case, looked at as wished."""
    case = case_named(name)
    scenario = baseline_scenario(case)
    plain = State(case=case, scenario=scenario, workshop=workshop or Workshop(case=scenario.case))
    return replace(plain, view=replace(plain.view, **view))


def after(state: State, **stances: str) -> State:
    """The state after assumptions, by code, have been set: `after(state(), A3="fails")`."""
    wanted = {state.case.by_code[code].id: Stance(stance) for code, stance in stances.items()}
    return replace(state, past=state.scenario, scenario=with_stances(state.scenario, wanted))


def snapshot(state: State, last: Snapshot | None = None, *, analysed: bool = True) -> Snapshot:
    """What follows from a state, with the analyses unless they are still to come; of the last one, what still holds."""
    taken = take(state, last)
    return complete(taken) if analysed else taken


def snapshot_of(case: Case, scenario: Scenario, before: Evaluation | None = None) -> Snapshot:
    """What follows from a scenario, perhaps against what was true before its last change."""
    taken = take(fresh_state(case, scenario))
    return taken if before is None else replace(taken, before=before)
