"""The words of the annex where a dashboard has a button or a tick."""

import pytest

from models.analyses.rounds import run_rounds
from models.engine.snapshot import take_snapshot
from models.pages.annex import left_out, rounds_on_paper, toggled_line
from models.schema.case import Case
from models.schema.scenario import Credence, revised
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take


def _with_credences(snapshot: Snapshot, *names: str) -> Snapshot:
    given = tuple(Credence(id=name, credence=0.5) for name in names)
    return take_snapshot(snapshot.case, revised(snapshot.scenario, credences=given))


@pytest.mark.parametrize(
    ("number", "told"), [(0, ""), (1, "1 more is left out here."), (4, "4 more are left out here.")]
)
def test_what_is_left_out_is_counted(number: int, told: str) -> None:
    assert left_out(number) == told


def test_an_assumption_without_a_credence_is_said_to_count_as_toggled(tiny: Case, take: Take) -> None:
    line = toggled_line(_with_credences(take(tiny), "funds-voted"))

    assert line == "A2 has no credence: it counts as toggled (holds 100%, uncertain 50%, fails 0%)."


def test_nothing_is_said_of_toggles_where_none_or_all_have_a_credence(tiny: Case, take: Take) -> None:
    every = [item.id for item in tiny.assumptions]

    assert toggled_line(take(tiny)) == toggled_line(_with_credences(take(tiny), *every)) == ""


def test_rounds_on_paper_ask_for_no_ticks(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A13": "uncertain"})
    courses = [run_rounds(essay, snapshot.scenario, followed) for followed in (None, ())]

    assert rounds_on_paper(snapshot, courses) == (
        "Each round is what the loops make of the last; some loops run only while advice is not followed. "
        "Loops that only may run are left out."
    )
