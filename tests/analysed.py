"""Snapshots with their analyses filled in, for the tests of what is told and shown of them."""

from collections.abc import Mapping
from dataclasses import replace

from models.analyses.bundle import analyse
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.scenario import Credence, baseline_scenario, with_stances
from models.schema.snapshot import Analyses, Snapshot
from tests.states import snapshot_of


def analysed(
    case: Case,
    stances: Mapping[str, str] | None = None,
    *,
    reading: Reading = Reading.ONE_ARGUMENT,
    added: bool = False,
    credences: Mapping[str, float] | None = None,
) -> tuple[Snapshot, Analyses]:
    """A snapshot of a case whose stances and credences are given by code, and its analyses."""
    chosen = {case.by_code[code].id: Stance(stance) for code, stance in (stances or {}).items()}
    entered = {case.by_code[code].id: value for code, value in (credences or {}).items()}
    scenario = replace(
        with_stances(baseline_scenario(case), chosen),
        reading=reading,
        added=added,
        credences=tuple(
            Credence(id=item.id, credence=entered[item.id]) for item in case.assumptions if item.id in entered
        ),
    )
    bare = snapshot_of(case, scenario)
    analyses = analyse(case, scenario)
    return replace(bare, analyses=analyses), analyses
