"""What suffices: the prime implicants of a statement, as "it holds whenever …"."""

from collections.abc import Collection

from models.analyses.acceptance import acceptances
from models.analyses.minimal_sets import MinimalSets, Price, elements, in_order, minimal_sets
from models.analyses.scope import Scope, all_settings, its_completions, kept
from models.schema.analysis import SufficientSets, Tick, patiently
from models.schema.case import Case
from models.schema.scenario import Scenario


def sufficient(
    case: Case,
    scenario: Scenario,
    tick: Tick = patiently,
    *,
    about: Collection[str] | None = None,
    within: bool = False,
) -> tuple[SufficientSets, ...]:
    """For each recommendation (or what `about` names) the sets of literals that are just enough for it.

    These are the prime implicants of its acceptance (Quine 1952) over all settings, or `within` the
    scenario's completions over what is uncertain there, by Coudert and Madre's recursion (DAC 1992). Smallest
    first, then in the case's order. Where there are too many, those up to some size; past the node budget,
    none: `complete` then is false. Kept from call to call. Raises KeyError for unknown ids.
    """
    scope = its_completions(case, scenario) if within else all_settings(case, scenario)
    names = [item.id for item in case.recommendations] if about is None else about
    return tuple(_sufficient((scope, name), tick) for name in names)


@kept(512)
def _sufficient(question: tuple[Scope, str], tick: Tick) -> SufficientSets:
    scope, name = question
    places = enumerate(scope.case.assumptions)
    prices = {item.id: Price(None, *elements(place)) for place, item in places}
    found = minimal_sets(scope, name, True, prices, tick) or MinimalSets((), False)
    literals = [text for item in scope.case.assumptions for text in (item.id, f"not {item.id}")]
    sets = tuple(tuple(literals[bit] for bit in bits) for bits in in_order(found.sets))
    acceptance = acceptances(scope, tick)[name]
    if acceptance is not None and acceptance.possible != 1:
        sets = tuple(item for item in sets if acceptance.allows(_held(item)))
    return SufficientSets(id=name, sets=sets, complete=found.complete)


def _held(literals: tuple[str, ...]) -> dict[str, bool]:
    return {text.removeprefix("not "): not text.startswith("not ") for text in literals}
