"""The two readings side by side, and where the reading and not the facts decides."""

from models.engine.evaluate import run_completions
from models.schema.analysis import Readings, Tick, VerdictByReading, patiently
from models.schema.case import Case, Reading
from models.schema.scenario import Scenario, revised


def readings(case: Case, scenario: Scenario, tick: Tick = patiently) -> Readings:
    """The verdict on every recommendation under both readings, all else as in the scenario."""
    any_ground = run_completions(case, revised(scenario, reading=Reading.ANY_GROUND))
    tick()
    every_strand = run_completions(case, revised(scenario, reading=Reading.EVERY_STRAND))
    return Readings(
        recommendations=tuple(
            VerdictByReading(
                id=item.id,
                any_ground=any_ground.verdict(item.id),
                every_strand=every_strand.verdict(item.id),
            )
            for item in case.recommendations
        ),
        exact=any_ground.exact and every_strand.exact,
    )
