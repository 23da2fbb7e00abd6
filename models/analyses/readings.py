"""The two readings side by side, and where the reading and not the facts decides."""

from functools import lru_cache

from models.engine.run import Run
from models.engine.walking import run_completions
from models.schema.analysis import Readings, Tick, VerdictByReading, patiently
from models.schema.case import Case
from models.schema.grades import Reading, Verdict
from models.schema.scenario import Scenario, revised


def readings(case: Case, scenario: Scenario, tick: Tick = patiently) -> Readings:
    """The verdict on every recommendation under both readings, all else as in the scenario."""
    any_ground = _run(case, scenario, Reading.ONE_ARGUMENT)
    tick()
    every_strand = _run(case, scenario, Reading.EVERY_ARGUMENT)
    return Readings(
        recommendations=tuple(
            _both(item.id, any_ground.verdict(item.id), every_strand.verdict(item.id))
            for item in case.recommendations
        ),
        exact=all(run.known(item.id) for run in (any_ground, every_strand) for item in case.recommendations),
    )


def _run(case: Case, scenario: Scenario, reading: Reading) -> Run[int]:
    read = scenario if scenario.reading is reading else revised(scenario, reading=reading)
    return run_completions(case, read)


@lru_cache(maxsize=1024)
def _both(name: str, any_ground: Verdict, every_strand: Verdict) -> VerdictByReading:
    """The same value again for an answer that did not change, so that it is validated once."""
    return VerdictByReading(id=name, any_ground=any_ground, every_strand=every_strand)
