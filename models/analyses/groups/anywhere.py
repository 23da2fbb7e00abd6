"""What could ever decide a recommendation, whatever is taken of all else: what could not, can be parked."""

from collections.abc import Sequence

from models.analyses.acceptance import acceptances
from models.analyses.scope import Scope
from models.analyses.together import deciding_together
from models.engine.evaluator import STAYS
from models.engine.program import cones, rules_in_use, together
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.standing import Mattering


def anywhere(case: Case, scenarios: Sequence[Scenario], tick: Tick) -> tuple[Mattering, ...]:
    """For each assumption the recommendations that it can decide in some setting, as any of the scenarios reads it.

    Every assumption may hold, fail or be uncertain there, with what links make go along and leave the uncertain ones
    to be, and be taken as argued where something argues for it. Past the node budget a recommendation is named for all
    that it may depend on by the shape of the rules and links, so that what is named for none can decide nothing.
    """
    argued = tuple(item.id for item in case.assumptions if item.argued_by)
    ways = dict.fromkeys((scenario.reading, rules_in_use(case, scenario)) for scenario in scenarios)
    found: dict[str, set[str]] = {item.id: set() for item in case.assumptions}
    for reading, in_use in ways:
        scope = Scope(case, reading, in_use, (), argued, bool(argued))
        known = acceptances(scope, tick)
        for advice in case.recommendations:
            acceptance = known[advice.id]
            along = None if acceptance is None else deciding_together(scope, acceptance, tick)
            deciding = together(case, advice.id)
            if acceptance is not None and along is not None:
                deciding = along.union(acceptance.deciding)
            for item in case.linked.intersection(argued):
                if not together(case, item).isdisjoint(deciding):
                    deciding |= cones(case)[item]
            for name in {name.removesuffix(STAYS) for name in deciding}.intersection(found):
                found[name].add(advice.id)
    return tuple(
        Mattering(id=name, matters_to=tuple(item.id for item in case.recommendations if item.id in advice))
        for name, advice in found.items()
    )
