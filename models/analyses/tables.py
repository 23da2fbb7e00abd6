"""Truth tables of statements past the node budget, as long as these depend on few enough assumptions.

Of the others there are estimates: random settings as columns, the same ones every time.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import log, sqrt
from random import Random

from models.analyses.acceptance import walked_with, where_possible
from models.analyses.scope import Scope, kept
from models.analyses.sweeps import Influence
from models.engine.algebra import Columns, random_column, truth_column
from models.engine.completions import sliced
from models.engine.evaluator import settle
from models.engine.program import compiled, cones, together
from models.schema.analysis import Tick
from models.schema.grades import Stance
from models.schema.value import Answer

MOST_VARIED = 24
BYTE = 3
"""A byte of a column has the settings of so many assumptions."""


SETTINGS = 1 << 16
FEWER = 1 << 14
"""How many settings are drawn, and how many where many rules are to be walked for many assumptions."""
MUCH_WORK = 100_000
SEED = 1965
RISK = 0.01


@dataclass(frozen=True)
class Table:
    """Where one statement is accepted: a column of the settings of the assumptions that it may depend on."""

    names: tuple[str, ...]
    column: int


@kept(2)
def tables(question: tuple[Scope, frozenset[str]], tick: Tick) -> Mapping[str, Table]:
    """The tables of those among some statements that may depend on no more than MOST_VARIED assumptions."""
    scope, wanted = question
    if scope.case.links or scope.as_argued or scope.carried:
        return {}  # rare and tangled beyond a diagram: estimated
    varied, beneath = frozenset(scope.varied), cones(scope.case)
    groups: dict[frozenset[str], list[str]] = {}
    for name in sorted(wanted):
        found = beneath[name] & varied
        if len(found) <= MOST_VARIED:
            groups.setdefault(found, []).append(name)
    made: dict[str, Table] = {}
    for found, names in groups.items():
        made |= _tables(scope, names, found, tick)
    return made


def _tables(scope: Scope, names: Sequence[str], varied: Collection[str], tick: Tick) -> dict[str, Table]:
    """Of statements that may depend on the same assumptions, in one walk."""
    needed = frozenset[str]().union(*(cones(scope.case)[name] for name in names))
    program = compiled(scope.case)
    program = replace(program, order=tuple(item for item in program.order if item in needed))
    fixed = dict(scope.fixed)
    stances = {
        item.id: fixed.get(item.id, Stance.UNCERTAIN) for item in scope.case.assumptions if item.id in needed
    }
    parts: dict[str, list[bytes]] = {name: [] for name in names}
    slices = sliced(stances, 1 << MOST_VARIED)
    for walked in slices or ():
        tick()
        reached = settle(program, walked.algebra, walked.inputs, scope.in_use, scope.reading).statements
        length = 1 << max(0, len(walked.uncertain) - BYTE)
        for name in names:
            parts[name].append(reached[name].to_bytes(length, "little"))
    order = tuple(name for name in stances if name in varied)
    return {name: Table(order, int.from_bytes(b"".join(found), "little")) for name, found in parts.items()}


def counted(table: Table, tick: Tick) -> tuple[Fraction, dict[str, Influence]]:
    """The exact share of settings in which the statement is accepted, and what each assumption does to it."""
    variables, column = len(table.names), table.column
    half = Fraction(2, 1 << variables)
    influences = {}
    for place, name in enumerate(table.names):
        tick()
        holding = truth_column.__wrapped__(place, variables)
        high = column & holding
        low = column ^ high
        swung = (low ^ high >> (1 << place)).bit_count()
        influences[name] = Influence(high.bit_count() * half, low.bit_count() * half, swung * half)
    return Fraction(column.bit_count(), 1 << variables), influences


def weighed(table: Table, credence: Sequence[float], tick: Tick) -> tuple[float, dict[str, float]]:
    """The probability under independent credences, in the order of the table's names, and its derivatives.

    The three first assumptions are told by the 256 bytes that there are, the others by folding in halves.
    """
    import numpy as np  # for the unlucky only

    chances = [*credence, *[0.5] * (BYTE - len(credence))]
    column, width = table.column, 1 << len(table.names)
    while width < 8:
        column, width = column | column << width, 2 * width
    octets = np.frombuffer(column.to_bytes(width // 8, "little"), dtype=np.uint8)
    bits = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little").astype(float)
    suffixes = [np.ones(1)]
    for chance in reversed(chances[BYTE:]):
        suffixes.append(np.outer(suffixes[-1], (1 - chance, chance)).ravel())
    derivatives = []
    for place in range(BYTE):
        ends = [_octet([*chances[:place], end, *chances[place + 1 : BYTE]]) for end in (1.0, 0.0)]
        steps = bits @ (np.array(ends[0]) - np.array(ends[1]))
        derivatives.append(float(steps[octets] @ suffixes[-1]))
    folded = (bits @ _octet(chances[:BYTE]))[octets]
    for chance in chances[BYTE:]:
        tick()
        suffixes.pop()
        steps = folded[1::2] - folded[::2]
        derivatives.append(float(steps @ suffixes[-1]))
        folded = folded[::2] + chance * steps
    return float(folded[0]), dict(zip(table.names, derivatives, strict=False))


def extremes(table: Table, rated: Mapping[str, float], tick: Tick) -> tuple[float, float]:
    """The least and the greatest probability over all ratings of what is not rated."""
    import numpy as np  # for the unlucky only

    count = len(table.names)
    octets = np.frombuffer(table.column.to_bytes(((1 << count) + 7) // 8, "little"), dtype=np.uint8)
    folded = np.unpackbits(octets, bitorder="little")[: 1 << count]
    for place in reversed([at for at, name in enumerate(table.names) if name in rated]):
        tick()
        folded = folded.reshape(-1, 2, 1 << place)
        folded = (1 - rated[table.names[place]]) * folded[:, 0] + rated[table.names[place]] * folded[:, 1]
    return max(0.0, float(np.min(folded))), min(1.0, float(np.max(folded)))


def _octet(chances: Sequence[float]) -> list[float]:
    """How likely each setting of three assumptions is, in the order of the bits of a byte."""
    first, second, third = ((1 - chance, chance) for chance in chances)
    return [one * two * three for three in third for two in second for one in first]


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
