"""How likely statements are under the room's credences, and what their likelihood hangs on."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from models.analyses.acceptance import Acceptance, acceptances, past_the_budget
from models.analyses.estimates import Estimate, estimates
from models.analyses.possible_settings import walked_with
from models.analyses.scope import Scope, all_settings, its_completions, kept
from models.analyses.sweeps import Moves, in_line, probability_and_moves
from models.analyses.tables import tables, weighed
from models.schema.analysis import Likelihood, Likelihoods, Tick, patiently
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import Scenario

AS_TOGGLED = {Stance.HOLDS: 1.0, Stance.FAILS: 0.0, Stance.UNCERTAIN: 0.5, Stance.AS_ARGUED: 0.5}


def likelihood(
    case: Case,
    scenario: Scenario,
    tick: Tick = patiently,
    *,
    about: Collection[str] | None = None,
    within: bool = False,
) -> Likelihoods:
    """The probability of each recommendation (or of what `about` names), and its derivatives.

    Assumptions are taken as independent. Where no credence was entered, it is as toggled: 1 for holds, 0 for
    fails, 0.5 for uncertain; beside one that was, what links tie counts 0.5, as they settle it. `within` the
    scenario's completions settled assumptions stay as they are, whatever the credence. Off by less than 1e-12;
    statements past the node budget get estimates that say so.
    One sweep up the decision diagram and one down (Darwiche 2003); the derivative is Birnbaum's importance
    (1969). Raises KeyError for unknown ids.
    """
    scope = its_completions(case, scenario) if within else all_settings(case, scenario)
    names = [item.id for item in case.recommendations] if about is None else list(about)
    tied = case.linked if scenario.credences else ()
    credences = {
        name: scenario.credence_of.get(name, 0.5 if name in tied else AS_TOGGLED[scenario.stance_of[name]])
        for name in scope.varied
    }
    found = acceptances(scope, tick)
    beyond = [name for name in names if found[name] is None]
    guessed = _from_tables(scope, beyond, credences, tick) if beyond else {}
    guessed |= _guesses(
        scope, [name for name in beyond if name not in guessed], credences, scenario.credence_of, tick
    )
    return Likelihoods(
        assumptions=scope.varied,
        credences=tuple(credences.values()),
        statements=tuple(
            guessed[name]
            if (acceptance := found[name]) is None
            else _likelihood(_weighed(scope, name, acceptance, credences), tick)
            for name in names
        ),
    )


class _Weighed(NamedTuple):
    """A statement within the node budget, with the credences of what it can depend on."""

    scope: Scope
    name: str
    acceptance: Acceptance
    credences: tuple[float, ...]


def _weighed(scope: Scope, name: str, acceptance: Acceptance, credences: Mapping[str, float]) -> _Weighed:
    return _Weighed(scope, name, acceptance, tuple(credences[item] for item in acceptance.names))


@kept(512)
def _likelihood(weighed: _Weighed, tick: Tick) -> Likelihood:
    tick()
    probability, moves = probability_and_moves(weighed.acceptance, weighed.credences)
    return _told(weighed.scope, weighed.name, probability, moves)


def _from_tables(
    scope: Scope, names: Collection[str], credences: Mapping[str, float], tick: Tick
) -> dict[str, Likelihood]:
    """What truth tables give exactly, past the node budget."""
    known = tables((scope, past_the_budget(scope, tick)), tick)
    found = {}
    for name in names:
        if name in known:
            table = known[name]
            chances = [credences.get(item, 0.5) for item in table.names]
            probability, derivatives = weighed(table, chances, tick)
            found[name] = _told(scope, name, probability, in_line(probability, derivatives, chances))
    return found


def _told(scope: Scope, name: str, probability: float, moves: Moves, error: float = 0.0) -> Likelihood:
    moved = [moves.get(assumption, (probability, 0.0)) for assumption in scope.varied]
    return Likelihood(
        id=name,
        probability=min(1.0, max(0.0, probability)),
        if_fails=tuple(failed for failed, _ in moved),
        derivatives=tuple(derivative for _, derivative in moved),
        exact=error == 0.0,
        error=error,
    )


def _guesses(
    scope: Scope, names: Collection[str], credences: dict[str, float], rated: Collection[str], tick: Tick
) -> dict[str, Likelihood]:
    """Estimates, where all that may matter is rated; else nothing is known of the probability."""
    beneath = {name: walked_with(scope, name) for name in names}
    asked = [name for name in names if all(item in rated for item in scope.varied if item in beneath[name])]
    known = estimates(scope, asked, credences, tick) if asked else {}
    return {
        name: _guess(scope, name, known[name]) if name in known else _told(scope, name, 0.5, {}, 0.5)
        for name in names
    }


def _guess(scope: Scope, name: str, guess: Estimate) -> Likelihood:
    moves = {
        item: (float(found.if_fails), float(found.if_holds - found.if_fails))
        for item, found in guess.influences.items()
    }
    return _told(scope, name, float(guess.share), moves, guess.error)
