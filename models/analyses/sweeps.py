"""One sweep up a decision diagram and one down: counts, probabilities, and what every assumption adds.

Up, every node gets the share (or probability) of settings in which it is true; down, the share of settings
that lead to it. Derivatives of all assumptions then cost no more than one (Darwiche, Journal of the ACM 50,
2003).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from models.analyses.acceptance import Acceptance
from models.engine.diagram import NODE_BUDGET
from models.schema.analysis import Tick, patiently
from models.schema.value import Answer

Moves: TypeAlias = dict[str, tuple[float, float]]
"""For assumptions, what a probability would be if one failed for certain, and by how much more if it held."""
NOTHING = 1e-300
"""A chance below which links leave no setting."""
SMALL = 1e-4
"""A chance below which the slopes no longer tell twelve digits of it."""


class Influence(Answer, kw_only=False):
    """What one assumption does: the share accepted if it holds, if it fails, and where it swings."""

    if_holds: Fraction
    if_fails: Fraction
    banzhaf: Fraction


def share_and_influences(acceptance: Acceptance, tick: Tick) -> tuple[Fraction, dict[str, Influence]]:
    """The exact share of settings in which a statement is accepted, and what each assumption does to it.

    An assumption swings a setting of the others if turning it round turns the statement round; the share of
    such settings is its Banzhaf index (Banzhaf, Rutgers Law Review 19, 1965), also the Birnbaum importance at
    one half where the assumption works in one direction only. Integers count in units of 2**-n. May raise
    TooManyNodes.
    """
    if acceptance.possible != 1:
        return _among_possible(acceptance, tick)
    low, high, root = acceptance.low, acceptance.high, acceptance.root
    nodes = range(2, len(low), 2)
    scratch = acceptance.scratch(NODE_BUDGET, tick)
    both = {edge: scratch.meet(low[edge], high[edge]) for edge in nodes}
    unit = 1 << len(acceptance.names)
    true = _true_settings(scratch.low, scratch.high, unit)
    gains, swings = [0] * len(acceptance.names), [0] * len(acceptance.names)
    paths = [0] * len(low)
    signed = [0] * len(low)
    paths[root] = signed[root] = unit
    for edge in reversed(nodes):
        level, below, above = acceptance.level[edge], low[edge], high[edge]
        reached = paths[edge] + paths[edge + 1]
        flow = signed[edge] - signed[edge + 1]
        gains[level] += flow * (true[above] - true[below])
        swings[level] += reached * (true[below] + true[above] - 2 * true[both[edge]])
        for child in (below, above):
            paths[child] += reached >> 1
            signed[child] += flow >> 1
    share = Fraction(true[root], unit)
    influences = {
        name: _influence(share, Fraction(gain, unit * unit), Fraction(swing, unit * unit))
        for name, gain, swing in zip(acceptance.names, gains, swings, strict=True)
    }
    return share, influences


def _among_possible(acceptance: Acceptance, tick: Tick) -> tuple[Fraction, dict[str, Influence]]:
    """The same among the settings that links allow; a swing is between two of these."""
    diagram = acceptance.scratch(NODE_BUDGET, tick)
    accepted, possible = diagram.meet(acceptance.root, acceptance.possible), acceptance.possible
    every = diagram.count(possible)
    if not every:
        return Fraction(0), {}
    share, influences = Fraction(diagram.count(accepted), every), {}
    for level, name in enumerate(acceptance.names):
        tick()
        ways = [
            [diagram.restricted(edge, level, value) for edge in (accepted, possible)]
            for value in (True, False)
        ]
        shares = [_ratio(diagram.count(one), diagram.count(both), share) for one, both in ways]
        (holding, can_hold), (failing, can_fail) = ways
        apart = diagram.join(diagram.meet(holding, failing ^ 1), diagram.meet(failing, holding ^ 1))
        swings = diagram.count(diagram.meet(apart, diagram.meet(can_hold, can_fail)))
        influences[name] = Influence(shares[0], shares[1], Fraction(swings, every))
    return share, influences


def _ratio(part: int, whole: int, otherwise: Fraction) -> Fraction:
    return Fraction(part, whole) if whole else otherwise


def _true_settings(low: Sequence[int], high: Sequence[int], unit: int) -> list[int]:
    """How many of `unit` settings make each edge true; `unit` is a power of two no path halves too often."""
    true = [0, unit]
    for edge in range(2, len(low), 2):
        count = (true[low[edge]] + true[high[edge]]) >> 1
        true += (count, unit - count)
    return true


def _influence(share: Fraction, gain: Fraction, swing: Fraction) -> Influence:
    return Influence(share + gain / 2, share - gain / 2, swing)


def probability_and_derivatives(
    acceptance: Acceptance, credence: Sequence[float]
) -> tuple[float, dict[str, float]]:
    """The probability that a statement is accepted under independent credences, and its partial derivatives.

    Credences stand in the order of the acceptance's names, and links rule nothing out. The derivative by a credence
    is the probability if the assumption held minus that if it failed: the importance of Birnbaum (Multivariate
    Analysis II, 1969). Floats, off by less than 1e-12.
    """
    level, low, high, root = acceptance.level, acceptance.low, acceptance.high, acceptance.root
    nodes = range(2, len(low), 2)
    true = [0.0, 1.0]
    for edge in nodes:
        chance, below, above = credence[level[edge]], low[edge], high[edge]
        # The odd edge is the even one's denial: one minus that would lose a small chance beside certainty.
        true += (
            (1.0 - chance) * true[below] + chance * true[above],
            (1.0 - chance) * true[below ^ 1] + chance * true[above ^ 1],
        )
    derivatives = [0.0] * len(credence)
    signed = [0.0] * len(low)
    signed[root] = 1.0
    for edge in reversed(nodes):
        at, below, above = level[edge], low[edge], high[edge]
        flow = signed[edge] - signed[edge + 1]
        derivatives[at] += flow * (true[above] - true[below])
        signed[below] += flow * (1.0 - credence[at])
        signed[above] += flow * credence[at]
    return true[root], dict(zip(acceptance.names, derivatives, strict=True))


def probability_and_moves(acceptance: Acceptance, credence: Sequence[float]) -> tuple[float, Moves]:
    """The probability among what links allow, and what each assumption moves it by."""
    if acceptance.possible != 1:
        return _given_the_possible(acceptance, credence)
    probability, derivatives = probability_and_derivatives(acceptance, credence)
    return probability, in_line(probability, derivatives, credence)


def in_line(probability: float, derivatives: Mapping[str, float], credence: Sequence[float]) -> Moves:
    """What each assumption moves a probability by, where links rule nothing out: it is linear in each credence."""
    return {
        name: (probability - chance * slope, slope)
        for (name, slope), chance in zip(derivatives.items(), credence, strict=False)
    }


def _given_the_possible(acceptance: Acceptance, credence: Sequence[float]) -> tuple[float, Moves]:
    """Given that the setting is one that links allow: a quotient of two functions linear in each credence."""
    diagram = acceptance.scratch(NODE_BUDGET, patiently)
    accepted = diagram.meet(acceptance.root, acceptance.possible)
    both = [
        Acceptance(acceptance.names, diagram.level, diagram.low, diagram.high, root)
        for root in (accepted, acceptance.possible)
    ]
    one, other = (probability_and_derivatives(part, credence) for part in both)
    probability = _quotient(one[0], other[0], 0.0)
    moves = {}
    for place, (name, chance) in enumerate(zip(acceptance.names, credence, strict=True)):
        held, failed = (
            _at_an_end(
                both,
                credence,
                place,
                [found[0] + (end - chance) * found[1][name] for found in (one, other)],
                end,
            )
            for end in (1.0, 0.0)
        )
        told = [_quotient(part, whole, probability) for part, whole in (held, failed)]
        moves[name] = (told[1], told[0] - told[1])
    return probability, moves


def _at_an_end(
    both: Sequence[Acceptance], credence: Sequence[float], place: int, found: Sequence[float], end: float
) -> tuple[float, float]:
    """Both functions where one credence is 0 or 1, from their slopes; weighed anew where little is left of them."""
    if found[1] < SMALL:
        there = [*credence[:place], end, *credence[place + 1 :]]
        found = [probability_and_derivatives(part, there)[0] for part in both]
    return found[0], found[1]


def given_the_possible(acceptance: Acceptance, credence: Sequence[float]) -> float | None:
    """The probability alone, given what links allow; None if under these credences they allow nothing."""
    allowed = Acceptance(
        acceptance.names, acceptance.level, acceptance.low, acceptance.high, acceptance.possible
    )
    whole, _ = probability_and_derivatives(allowed, credence)
    if whole <= NOTHING:
        return None
    return min(1.0, max(0.0, _given_the_possible(acceptance, credence)[0]))


def _quotient(part: float, whole: float, otherwise: float) -> float:
    return part / whole if whole > NOTHING else otherwise
