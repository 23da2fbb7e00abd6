"""The completions of a scenario as elements of an algebra: columns if they are few, or a diagram, or a sample.

Blocks beside them hold the same completions with one settled stance turned round.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from random import Random

from models.engine.algebra import Algebra, Columns, Sample, random_column, truth_column
from models.engine.diagram import Diagram
from models.engine.evaluator import Program
from models.engine.order import depth_first, force
from models.schema.case import Stance
from models.schema.value import Answer

MOST_COLUMNS = 1 << 16
SAMPLE = 1 << 12
SEED = 2002
NODES = 60_000


class Completions(Answer, kw_only=False):
    """An algebra in which a case can be walked, with an element for every assumption: where it holds.

    `here` is where all stances are as they are; `after` says, under an assumption and a stance that it has
    not, where it has that stance and all others are as they are.
    """

    algebra: Algebra[int]
    inputs: Mapping[str, int]
    here: int
    after: Mapping[tuple[str, Stance], int]
    exact: bool = True


def completions(
    program: Program, stances: Mapping[str, Stance], turned: Collection[str] = ()
) -> Iterator[Completions]:
    """Ways to walk through all completions, the best first; TooManyNodes in one calls for the next.

    The assumptions in `turned` take the stances that they have not as well: a settled one is turned round in a
    block of its own, and uncertain in that and `here` together; an uncertain one is settled either way.

    Up to MOST_COLUMNS completions, blocks included, are columns. More are a diagram of up to NODES nodes, in
    depth-first order or in FORCE's. The last resort is MOST_COLUMNS columns, or SAMPLE a block, of random
    completions, the same ones every time.
    """
    asked = _Asked(stances, frozenset(turned))
    uncertain, blocks = asked.uncertain, 1 + len(asked.blocks)
    if fits_in_columns(len(uncertain), blocks):
        columns = {name: truth_column(place, len(uncertain)) for place, name in enumerate(uncertain)}
        yield _in_columns(Columns, 1 << len(uncertain), columns, asked)
        return
    order = depth_first(program, [item.id for item in program.case.recommendations])
    yield _in_diagram([name for name in order if name in uncertain], asked)
    order = force(program, order, program.order)
    yield _in_diagram([name for name in order if name in uncertain], asked)
    random = Random(SEED)  # noqa: S311 - no secrets here, and the same completions every time
    width = max(SAMPLE, MOST_COLUMNS // blocks)
    yield _in_columns(Sample, width, {name: random_column(random, width, 0.5) for name in uncertain}, asked)


def fits_in_columns(uncertain: int, blocks: int = 1) -> bool:
    """Whether so many uncertain assumptions leave few enough completions in so many blocks."""
    return blocks << uncertain <= MOST_COLUMNS


class _Asked(Answer, kw_only=False):
    """What is to be walked: the stances, and which assumptions take other ones as well."""

    stances: Mapping[str, Stance]
    turned: frozenset[str]

    @cached_property
    def uncertain(self) -> list[str]:
        return [name for name, stance in self.stances.items() if stance is Stance.UNCERTAIN]

    @cached_property
    def blocks(self) -> list[str]:
        """The settled assumptions that are turned round."""
        settled = (name for name, stance in self.stances.items() if stance is not Stance.UNCERTAIN)
        return [name for name in settled if name in self.turned]

    def walked(
        self, algebra: Algebra[int], elements: Mapping[str, int], blocks: Sequence[int], *, exact: bool
    ) -> Completions:
        """The completions, given where each uncertain assumption holds and each block is, `here` the first."""
        here, *others = blocks
        block_of = dict(zip(self.blocks, others, strict=True))
        inputs: dict[str, int] = {}
        after: dict[tuple[str, Stance], int] = {}
        for name, stance in self.stances.items():
            block = block_of.get(name, algebra.bottom)
            if stance is Stance.UNCERTAIN:
                inputs[name] = elements[name]
            else:
                inputs[name] = algebra.negate(block) if stance is Stance.HOLDS else block
            if name in block_of:
                after[name, stance.opposite] = block
                after[name, Stance.UNCERTAIN] = algebra.join(here, block)
            elif name in self.turned:
                after[name, Stance.HOLDS] = algebra.meet(here, elements[name])
                after[name, Stance.FAILS] = algebra.meet(here, algebra.negate(elements[name]))
        return Completions(algebra, inputs, here, after, exact)


def _in_columns(kind: type[Columns], width: int, columns: Mapping[str, int], asked: _Asked) -> Completions:
    blocks = 1 + len(asked.blocks)
    algebra = kind(width * blocks)
    first = (1 << width) - 1
    every_block = algebra.top // first
    elements = {name: column * every_block for name, column in columns.items()}
    exact = kind is Columns
    return asked.walked(algebra, elements, [first << width * place for place in range(blocks)], exact=exact)


def _in_diagram(order: Sequence[str], asked: _Asked) -> Completions:
    """Blocks are told apart by the first levels, which spell the number of the block in binary."""
    digits = len(asked.blocks).bit_length()
    algebra = Diagram(digits + len(order), NODES)
    elements = {name: algebra.variable(level) for level, name in enumerate(order, start=digits)}
    blocks = [_number(algebra, digits, number) for number in range(1 + len(asked.blocks))]
    return asked.walked(algebra, elements, blocks, exact=True)


def _number(algebra: Diagram, digits: int, number: int) -> int:
    element = algebra.top
    for level in reversed(range(digits)):
        element = algebra.node(level, *((0, element) if number >> level & 1 else (element, 0)))
    return element
