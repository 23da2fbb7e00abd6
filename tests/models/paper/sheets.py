"""Snapshots that a briefing sheet is printed of, for its tests."""

from dataclasses import replace
from typing import Any

from models.schema.case import Case
from models.schema.grades import Reading
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take
from tests.states import snapshot_of

MARGIN = 14 / 25.4 * 72


ALL_FAIL = {"A1": "fails", "A2": "fails", "A3": "fails"}


def sheet_with(snapshot: Snapshot, **changes: Any) -> Snapshot:
    return snapshot_of(snapshot.case, replace(snapshot.scenario, **changes))


def everything(essay: Case, take: Take) -> Snapshot:
    return take(essay, ALL_FAIL, reading=Reading.EVERY_ARGUMENT, added=True, aside=("same-goal",))
