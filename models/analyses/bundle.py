"""All the answers that the dashboards show of one scenario, asked together."""

from models.analyses.everywhere import everywhere
from models.analyses.flips import flips, reasons
from models.analyses.likelihood import likelihood
from models.analyses.ranges import ranges
from models.analyses.readings import readings
from models.analyses.single_flips import single_flips, with_carried
from models.analyses.sufficient import sufficient
from models.schema.analysis import Tick, patiently
from models.schema.case import Case
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
