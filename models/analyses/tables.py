"""Truth tables of statements past the node budget, as long as these depend on few enough assumptions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.analyses.scope import Scope, kept
from models.analyses.sweeps import Influence
from models.engine.algebra import truth_column
from models.engine.completions import sliced
from models.engine.evaluator import settle
from models.engine.program import compiled, cones
from models.schema.analysis import Tick
from models.schema.grades import Stance

MOST_VARIED = 24
BYTE = 3
"""A byte of a column has the settings of so many assumptions."""


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
