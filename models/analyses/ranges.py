"""Between which probabilities advice lies while not all that can matter to it is rated: no rating is ever made up."""

from itertools import product

from models.analyses.acceptance import Acceptance, acceptances, in_order
from models.analyses.scope import all_settings
from models.analyses.sweeps import given_the_possible
from models.schema.analysis import Range, Tick, patiently
from models.schema.case import Case
from models.schema.scenario import Scenario

MOST_UNRATED = 12
"""How many unrated assumptions linked advice may depend on for all their corners to be tried."""


def ranges(case: Case, scenario: Scenario, tick: Tick = patiently) -> tuple[Range, ...]:
    """The exact range of each recommendation's probability over all ratings that the unrated could have.

    The probability is linear in each rating, so it takes its extremes where every unrated one is 0 or 1: with
    these asked first, they are the least and the greatest expected value below them. Empty without any rating.
    """
    if not scenario.credences:
        return ()
    scope = all_settings(case, scenario)
    known = acceptances(scope, tick)
    found = []
    for item in case.recommendations:
        tick()
        acceptance = known[item.id]
        names = acceptance.deciding if acceptance else scope.varied
        if acceptance is not None and acceptance.possible != 1:
            names = acceptance.names
        unrated = tuple(name for name in scope.varied if name in names and name not in scenario.credence_of)
        rest = tuple(name for name in scope.varied if name not in unrated)
        if acceptance is not None and acceptance.possible != 1:
            found.append(_among_possible(item.id, acceptance, unrated, scenario.credence_of))
            continue
        ordered = in_order(scope, item.id, (*unrated, *rest), tick) if acceptance else None
        if ordered is None:
            found.append(Range(id=item.id, low=0.0, high=1.0, unrated=unrated, exact=False))
        else:
            low, high = _extremes(ordered, scenario.credence_of)
            found.append(Range(id=item.id, low=low, high=high, unrated=unrated))
    return tuple(found)


def _among_possible(
    name: str, acceptance: Acceptance, unrated: tuple[str, ...], rated: dict[str, float]
) -> Range:
    """The same among the settings that links allow: a quotient takes its extremes there too, tried one by one."""
    if len(unrated) > MOST_UNRATED:
        return Range(id=name, low=0.0, high=1.0, unrated=unrated, exact=False)
    ends = []
    for corner in product((0.0, 1.0), repeat=len(unrated)):
        chances = {**rated, **dict(zip(unrated, corner, strict=True))}
        probability = given_the_possible(acceptance, [chances[item] for item in acceptance.names])
        ends += [] if probability is None else [probability]
    if not ends:
        return Range(id=name, low=0.0, high=1.0, unrated=unrated, exact=False)
    return Range(id=name, low=min(ends), high=max(ends), unrated=unrated)


def _extremes(acceptance: Acceptance, rated: dict[str, float]) -> tuple[float, float]:
    """The least and the greatest probability; an odd edge is its node negated, and children come first."""
    ends = [(0.0, 0.0), (1.0, 1.0)]
    for edge in range(2, len(acceptance.low), 2):
        below, above = ends[acceptance.low[edge]], ends[acceptance.high[edge]]
        rating = rated.get(acceptance.names[acceptance.level[edge]])
        if rating is None:
            low, high = min(below[0], above[0]), max(below[1], above[1])
        else:
            low, high = (one + rating * (other - one) for one, other in zip(below, above, strict=True))
        ends += ((low, high), (1.0 - high, 1.0 - low))
    low, high = ends[acceptance.root]
    return max(0.0, min(low, 1.0)), max(0.0, min(high, 1.0))
