"""How robust statements are over all settings: shares, Banzhaf indices, and what never matters."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from models.analyses.acceptance import acceptances, past_the_budget
from models.analyses.scope import Scope, all_settings, its_completions, kept
from models.analyses.sweeps import Influence, share_and_influences
from models.analyses.tables import Estimate, counted, estimates, tables
from models.analyses.together import deciding_together
from models.engine.diagram import TooManyNodes
from models.engine.program import together
from models.schema.analysis import Everywhere, Robustness, Tick, patiently
from models.schema.case import Case
from models.schema.scenario import Scenario


def everywhere(
    case: Case,
    scenario: Scenario,
    tick: Tick = patiently,
    *,
    about: Collection[str] | None = None,
    within: bool = False,
) -> Everywhere:
    """Over all settings of all assumptions (or `within` the scenario's completions), what statements hang on.

    `about` names findings or recommendations; all recommendations are meant otherwise. Figures are exact
    fractions, in the order of the assumptions that vary; statements past the node budget get estimates that
    say so. Counted on decision diagrams (Bryant 1986), Banzhaf indices after Banzhaf (1965). Depends on the
    scenario's reading and rules, and on its stances only `within`; kept from call to call. Raises KeyError
    for unknown ids.
    """
    scope = its_completions(case, scenario) if within else all_settings(case, scenario)
    names = [item.id for item in case.recommendations] if about is None else about
    return Everywhere(
        assumptions=scope.varied, statements=tuple(_robustness((scope, name), tick) for name in names)
    )


@kept(512)
def _robustness(question: tuple[Scope, str], tick: Tick) -> Robustness:
    scope, name = question
    acceptance = acceptances(scope, tick)[name]
    if acceptance is not None:
        tick()
        try:
            share, influences = share_and_influences(acceptance, tick)
        except TooManyNodes:
            pass
        else:
            along = deciding_together(scope, acceptance, tick)
            concerned = together(scope.case, name) if along is None else along.union(acceptance.deciding)
            return _figures(scope, name, share, influences, concerned, complete=along is not None)
    table = tables((scope, past_the_budget(scope, tick)), tick).get(name)
    if table is not None:
        share, influences = counted(table, tick)
        concerned = frozenset(item for item, found in influences.items() if found.banzhaf)
        return _figures(scope, name, share, influences, concerned)
    guess = _estimates(scope, tick).get(name) or estimates(scope, (name,), {}, tick)[name]
    return _figures(scope, name, guess.share, guess.influences, together(scope.case, name), guess.error)


@kept(4)
def _estimates(scope: Scope, tick: Tick) -> Mapping[str, Estimate]:
    """Estimates for all recommendations past the node budget at once."""
    beyond = past_the_budget(scope, tick)
    return estimates(scope, [item.id for item in scope.case.recommendations if item.id in beyond], {}, tick)


def _figures(
    scope: Scope,
    name: str,
    share: Fraction,
    influences: Mapping[str, Influence],
    concerned: Collection[str],
    error: float = 0.0,
    *,
    complete: bool = True,
) -> Robustness:
    idle = Influence(share, share, Fraction(0))
    listed = [influences.get(assumption, idle) for assumption in scope.varied]
    return Robustness(
        id=name,
        share=share,
        if_holds=tuple(item.if_holds for item in listed),
        if_fails=tuple(item.if_fails for item in listed),
        banzhaf=tuple(item.banzhaf for item in listed),
        never_matters=tuple(assumption for assumption in scope.varied if assumption not in concerned),
        complete=complete and error == 0.0,
        exact=error == 0.0,
        error=error,
    )
