"""Estimates for statements past the node budget: random settings as columns, the same ones every time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import log, sqrt
from random import Random

from models.analyses.possible_settings import walked_with, where_possible
from models.analyses.scope import Scope
from models.analyses.sweeps import Influence
from models.engine.algebra import Columns, random_column
from models.engine.evaluator import settle
from models.engine.program import compiled, together
from models.schema.analysis import Tick
from models.schema.grades import Stance
from models.schema.value import Answer

SETTINGS = 1 << 16
FEWER = 1 << 14
"""How many settings are drawn, and how many where many rules are to be walked for many assumptions."""
MUCH_WORK = 100_000
SEED = 1965
RISK = 0.01


class Estimate(Answer, kw_only=False):
    """The share of random settings in which one statement is accepted, and what assumptions do there.

    The share is off by more than `error` with chance RISK (Hoeffding, Journal of the American Statistical
    Association 58, 1963).
    """

    share: Fraction
    error: float
    influences: Mapping[str, Influence]


def estimates(
    scope: Scope, names: Iterable[str], credences: Mapping[str, float], tick: Tick
) -> dict[str, Estimate]:
    """Estimates for some statements from random settings; `credences` for assumptions that vary.

    Every assumption is turned round in the same settings, so that differences are less noisy than the shares.
    """
    program = compiled(scope.case)
    wanted = tuple(names)
    needed = frozenset[str]().union(*(walked_with(scope, name) for name in wanted))
    order = tuple(name for name in program.order if name in needed)
    work = len(needed) * sum(len(program.about(name)) for name in order)
    algebra = Columns(SETTINGS if work < MUCH_WORK else FEWER)
    beneath = {name: together(scope.case, name) for name in order}
    known = settle(
        replace(program, order=order),
        algebra,
        _tossed(scope, credences, algebra.count),
        scope.in_use,
        scope.reading,
    ).statements
    allowed = where_possible(scope, algebra, known)
    influences: dict[str, dict[str, Influence]] = {name: {} for name in wanted}
    for assumption in scope.varied:
        if assumption not in needed:
            continue
        tick()
        turned = {**known, assumption: algebra.negate(known[assumption])}
        above = replace(program, order=tuple(name for name in order if assumption in beneath[name]))
        changed = settle(above, algebra, turned, scope.in_use, scope.reading).statements
        both = allowed & where_possible(scope, algebra, {**known, **changed})
        for name in wanted:
            if assumption in beneath[name]:
                influence = _influence(algebra, known[name], changed[name], known[assumption], allowed, both)
                influences[name][assumption] = influence
    whole = max(1, allowed.bit_count())
    error = min(1.0, sqrt(log(2 / RISK) / (2 * whole)))
    shares = {name: Fraction((known[name] & allowed).bit_count(), whole) for name in wanted}
    return {name: Estimate(shares[name], error, influences[name]) for name in wanted}


def _tossed(scope: Scope, credences: Mapping[str, float], count: int) -> dict[str, int]:
    random = Random(SEED)  # noqa: S311 - no secrets here, and the same settings every time
    fixed = {name: float(stance is Stance.HOLDS) for name, stance in scope.fixed}
    chances = {item.id: fixed.get(item.id, credences.get(item.id, 0.5)) for item in scope.case.assumptions}
    return {name: random_column(random, count, chance) for name, chance in chances.items()}


def _influence(algebra: Columns, before: int, after: int, held: int, allowed: int, both: int) -> Influence:
    """What turning an assumption round does, between two settings that links allow."""
    swung = (before ^ after) & both
    if allowed == algebra.top:
        if_holds = before ^ (swung & ~held)
        if_fails = before ^ (swung & held)
        return Influence(*(Fraction(part.bit_count(), algebra.count) for part in (if_holds, if_fails, swung)))
    holding, failing = held & allowed, allowed & ~held
    return Influence(
        Fraction((before & holding).bit_count(), max(1, holding.bit_count())),
        Fraction((before & failing).bit_count(), max(1, failing.bit_count())),
        Fraction(swung.bit_count(), max(1, allowed.bit_count())),
    )
