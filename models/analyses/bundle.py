"""All the answers that the dashboards show of one scenario, asked together; among them the readings side by side."""

from dataclasses import replace
from functools import lru_cache

from models.analyses.everywhere import everywhere
from models.analyses.flips import flips, reasons, sufficient
from models.analyses.likelihood import likelihood, ranges
from models.analyses.single_flips import single_flips, with_carried
from models.engine.run import Run
from models.engine.walking import run_completions
from models.schema.analysis import Readings, Tick, VerdictByReading, patiently
from models.schema.case import Case
from models.schema.grades import Reading, Verdict
from models.schema.scenario import Scenario
from models.schema.snapshot import Analyses


def analyse(case: Case, scenario: Scenario, tick: Tick = patiently) -> Analyses:
    """Every analysis of the scenario; figures "everywhere" are over all settings. The tick may withdraw it."""
    alone = single_flips(case, scenario, tick)
    found = Analyses(
        everywhere=everywhere(case, scenario, tick),
        likelihoods=likelihood(case, scenario, tick),
        single_flips=alone,
        readings=readings(case, scenario, tick),
        flips=tuple(with_carried(case, scenario, item, alone) for item in flips(case, scenario, tick)),
        reasons=reasons(case, scenario, tick),
        sufficient=sufficient(case, scenario, tick),
        ranges=ranges(case, scenario, tick) if scenario.credences else (),
    )
    found.get_ready()
    return found


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
    read = scenario if scenario.reading is reading else replace(scenario, reading=reading)
    return run_completions(case, read)


@lru_cache(maxsize=1024)
def _both(name: str, any_ground: Verdict, every_strand: Verdict) -> VerdictByReading:
    """The same value again for an answer that did not change, so that it is validated once."""
    return VerdictByReading(id=name, any_ground=any_ground, every_strand=every_strand)
