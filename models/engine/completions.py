"""The completions of a scenario as elements of an algebra: columns if they are few, or a diagram, or a sample.

Blocks beside them hold the same completions with one settled stance turned round.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from models.engine.algebra import Algebra, Columns, Sample, random_column, truth_column
from models.engine.diagram import Diagram
from models.engine.evaluator import Program
from models.engine.order import depth_first, force
from models.schema.case import Stance

MOST_COLUMNS = 1 << 16
SAMPLE = 1 << 12
SEED = 2002
NODES = 60_000


@dataclass(frozen=True)
class Completions:
    """An algebra in which a case can be walked, with an element for every assumption: where it holds.

    `turned` says where one stance is turned round; everywhere else all are as they are.
    """

    algebra: Algebra[int]
    inputs: Mapping[str, int]
    turned: Mapping[str, int]
    exact: bool = True


def completions(
    program: Program, stances: Mapping[str, Stance], turned: Sequence[str] = ()
) -> Iterator[Completions]:
    """Ways to walk through all completions, the best first; TooManyNodes in one calls for the next.

    Up to MOST_COLUMNS completions, blocks included, are columns. More are a diagram of up to NODES nodes, in
    depth-first order or in FORCE's. The last resort is MOST_COLUMNS columns, or SAMPLE a block, of random
    completions, the same ones every time.
    """
    uncertain = [name for name, stance in stances.items() if stance is Stance.UNCERTAIN]
    if (1 + len(turned)) << len(uncertain) <= MOST_COLUMNS:
        columns = {name: truth_column(place, len(uncertain)) for place, name in enumerate(uncertain)}
        yield _in_columns(Columns, 1 << len(uncertain), columns, stances, turned)
        return
    order = depth_first(program, [item.id for item in program.case.recommendations])
    yield _in_diagram([name for name in order if name in uncertain], stances, turned)
    order = force(program, order, program.order)
    yield _in_diagram([name for name in order if name in uncertain], stances, turned)
    random = Random(SEED)  # noqa: S311 - no secrets here, and the same completions every time
    width = max(SAMPLE, MOST_COLUMNS // (1 + len(turned)))
    columns = {name: random_column(random, width, 0.5) for name in uncertain}
    yield _in_columns(Sample, width, columns, stances, turned)


def _in_columns(
    kind: type[Columns],
    width: int,
    columns: Mapping[str, int],
    stances: Mapping[str, Stance],
    turned: Sequence[str],
) -> Completions:
    algebra = kind(width * (1 + len(turned)))
    here = (1 << width) - 1
    every_block = algebra.top // here
    elements = {name: column * every_block for name, column in columns.items()}
    blocks = {name: here << width * place for place, name in enumerate(turned, start=1)}
    inputs = _inputs(algebra, elements, stances, blocks)
    return Completions(algebra, inputs, blocks, exact=kind is Columns)


def _in_diagram(order: Sequence[str], stances: Mapping[str, Stance], turned: Sequence[str]) -> Completions:
    """Blocks are told apart by the first levels, which spell the number of the block in binary."""
    digits = len(turned).bit_length()
    algebra = Diagram(digits + len(order), NODES)
    elements = {name: algebra.variable(level) for level, name in enumerate(order, start=digits)}
    blocks = {name: _number(algebra, digits, number) for number, name in enumerate(turned, start=1)}
    return Completions(algebra, _inputs(algebra, elements, stances, blocks), blocks)


def _number(algebra: Diagram, digits: int, number: int) -> int:
    element = algebra.top
    for level in reversed(range(digits)):
        element = algebra.node(level, *((0, element) if number >> level & 1 else (element, 0)))
    return element


def _inputs(
    algebra: Algebra[int],
    elements: Mapping[str, int],
    stances: Mapping[str, Stance],
    blocks: Mapping[str, int],
) -> dict[str, int]:
    inputs = {}
    for name, stance in stances.items():
        block = blocks.get(name, algebra.bottom)
        settled = algebra.negate(block) if stance is Stance.HOLDS else block
        inputs[name] = elements.get(name, settled)
    return inputs
