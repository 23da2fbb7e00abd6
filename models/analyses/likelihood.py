"""How likely statements are under the room's credences, and what their likelihood hangs on.

While not all that can matter is rated, only between which probabilities it lies: no rating is ever made up.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from models.analyses.acceptance import Acceptance, acceptances, in_order, past_the_budget, walked_with
from models.analyses.scope import Scope, all_settings, its_completions, kept
from models.analyses.sweeps import Moves, given_the_possible, in_line, probability_and_moves
from models.analyses.tables import Estimate, estimates, extremes, tables, weighed
from models.engine.diagram import NODE_BUDGET, TooManyNodes
from models.schema.analysis import Likelihood, Likelihoods, Range, Tick, patiently
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import Scenario

AS_TOGGLED = {Stance.HOLDS: 1.0, Stance.FAILS: 0.0, Stance.UNCERTAIN: 0.5, Stance.AS_ARGUED: 0.5}


MOST_CORNERS = 1 << 12
"""How many corners of what is unrated are tried one by one, where links leave no other way."""
UNWEIGHED = 0.5
"""What stands for an assumption that links settle in every case: any rating but 0 and 1 comes to the same."""


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


class _Asked(NamedTuple):
    """A recommendation, what it ranges over, and the ratings that were entered."""

    scope: Scope
    name: str
    rated: Mapping[str, float]


def ranges(
    case: Case, scenario: Scenario, tick: Tick = patiently, *, within: bool = False
) -> tuple[Range, ...]:
    """The exact range of each recommendation's probability over all ratings that the unrated could have.

    The probability is linear in each rating, so it takes its extremes where every unrated one is 0 or 1: with
    these asked first, they are the least and the greatest expected value below them. `within` the scenario's
    completions settled assumptions stay as they are. Where it is not exact, it lies within the ends.
    """
    scope = its_completions(case, scenario) if within else all_settings(case, scenario)
    found = []
    for item in case.recommendations:
        tick()
        asked = _Asked(scope, item.id, scenario.credence_of)
        acceptance = acceptances(scope, tick)[item.id]
        if acceptance is None:
            found.append(_past_the_budget(asked, tick))
        elif acceptance.possible != 1:
            found.append(_among_possible(asked, acceptance, tick))
        else:
            found.append(_plainly(asked, acceptance, tick))
    return tuple(found)


def _plainly(asked: _Asked, acceptance: Acceptance, tick: Tick) -> Range:
    unrated = _unrated(asked, acceptance.names)
    rest = (item.id for item in asked.scope.case.assumptions if item.id not in unrated)
    mixed = 0 < len(unrated) < len(acceptance.names)
    ordered = in_order(asked.scope, asked.name, (*unrated, *rest), tick) if mixed else acceptance
    low, high = _extremes(ordered or acceptance, asked.rated)
    return Range(id=asked.name, low=low, high=high, unrated=unrated, exact=ordered is not None)


def _past_the_budget(asked: _Asked, tick: Tick) -> Range:
    """From a truth table, if the statement has one; else nothing is known of it."""
    table = tables((asked.scope, past_the_budget(asked.scope, tick)), tick).get(asked.name)
    beneath = walked_with(asked.scope, asked.name) if table is None else table.names
    unrated = _unrated(asked, [item for item in asked.scope.varied if item in beneath])
    low, high = extremes(table, asked.rated, tick) if table else (0.0, 1.0)
    return Range(id=asked.name, low=low, high=high, unrated=unrated, exact=table is not None)


def _among_possible(asked: _Asked, acceptance: Acceptance, tick: Tick) -> Range:
    """The same among the settings that links allow: a quotient takes its extremes there too, tried one by one.

    What links settle in every case, given what is rated, needs no rating of its own.
    """
    unrated = tuple(
        item for item in _unrated(asked, acceptance.names) if not _settled(asked, acceptance, item, tick)
    )
    ends: list[float] = []
    few = 1 << len(unrated) <= MOST_CORNERS
    for corner in product((0.0, 1.0), repeat=len(unrated)) if few else ():
        tick()
        chances = {**asked.rated, **dict(zip(unrated, corner, strict=True))}
        found = given_the_possible(acceptance, [chances.get(item, UNWEIGHED) for item in acceptance.names])
        ends += [] if found is None else [found]
    low, high = (min(ends), max(ends)) if ends else (0.0, 1.0)
    none = few and not ends
    return Range(id=asked.name, low=low, high=high, unrated=unrated, exact=bool(ends), ruled_out=none)


def _unrated(asked: _Asked, names: Sequence[str]) -> tuple[str, ...]:
    concerned = frozenset(names)
    return tuple(item for item in asked.scope.varied if item in concerned and item not in asked.rated)


def _settled(asked: _Asked, acceptance: Acceptance, name: str, tick: Tick) -> bool:
    """Whether no two possible settings differ in an assumption and in nothing that is rated."""
    diagram = acceptance.scratch(NODE_BUDGET, tick)
    unrated = [level for level, item in enumerate(acceptance.names) if item not in asked.rated]
    sides = []
    try:
        for value in (False, True):
            side = diagram.restricted(acceptance.possible, acceptance.names.index(name), value)
            for level in unrated:
                ways = [diagram.restricted(side, level, way) for way in (False, True)]
                side = diagram.join(*ways)
            sides.append(side)
        return diagram.meet(*sides) == diagram.bottom
    except TooManyNodes:
        return False


def _extremes(acceptance: Acceptance, rated: Mapping[str, float]) -> tuple[float, float]:
    """The least and the greatest probability; an odd edge is its node negated, and children come first.

    They are exact where what is unrated is asked first, and else they hold it between them.
    """
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
