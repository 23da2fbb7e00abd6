"""The completions of a scenario as elements of an algebra: columns if they are few, or a diagram, or a sample.

Blocks beside them hold the same completions with one settled stance turned round.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from random import Random

from models.engine.algebra import Algebra, Columns, Sample, random_column, truth_column
from models.engine.diagram import Diagram, TooManyNodes, depth_first, force
from models.engine.program import Program
from models.schema.analysis import asked as asked_now
from models.schema.grades import Stance
from models.schema.links import Clause
from models.schema.value import Answer

MOST_COLUMNS = 1 << 16
SAMPLE = 1 << 12
SEED = 2002
ROUNDS, MASKS = 20, 16
"""How often all links are gone through to make a sample possible, and by how many ways of choosing."""
SLICE = 20
"""So many uncertain assumptions make columns that a walk of some hundred rules can hold, in some 40 MB."""
NODES = 60_000

EITHER = (Stance.UNCERTAIN, Stance.AS_ARGUED)
"""What leaves it open whether an assumption holds."""

Turn = tuple[str, Stance]
"""A change of one stance: the assumption, and a stance that it has not."""


class Completions(Answer, kw_only=False):
    """An algebra in which a case can be walked, with an element for every assumption: where it holds.

    `here` is where all stances are as they are; `after` says, under each turn, where the assumption has that
    other stance and all others are as they are. `as_argued` says where an assumption is taken so.
    """

    algebra: Algebra[int]
    inputs: Mapping[str, int]
    here: int
    after: Mapping[Turn, int]
    as_argued: Mapping[str, int]
    uncertain: tuple[str, ...]

    def number(self, element: int) -> int:
        """How many completions an element has."""
        if isinstance(self.algebra, Diagram):
            return self.algebra.count(element)
        return element.bit_count()

    @property
    def is_diagram(self) -> bool:
        """Whether a walk may outgrow its room."""
        return isinstance(self.algebra, Diagram)


def exactly(
    program: Program,
    stances: Mapping[str, Stance],
    turned: Collection[str],
    roots: Sequence[str],
    nodes: int | None = None,
) -> Iterator[Completions]:
    """Ways to walk through all completions, the best first; TooManyNodes in one calls for the next.

    The assumptions in `turned` take the stances that they have not as well: a settled one is turned round in a
    block of its own, and uncertain in that and `here` together; an uncertain one is settled either way. Up to
    MOST_COLUMNS completions, blocks included, are columns. More are a diagram of up to so many `nodes`, in the
    order in which the rules lead to the `roots`, or in FORCE's.
    """
    asked = _Asked(stances, frozenset(turned))
    uncertain = asked.uncertain
    if fits_in_columns(len(uncertain), 1 + len(asked.blocks)):
        yield _in_columns(uncertain, asked)
        return
    for order in _orders(program, roots):
        try:
            walked = _in_diagram([name for name in order if name in asked.is_uncertain], asked, nodes)
        except TooManyNodes:
            return
        yield walked


def _orders(program: Program, roots: Sequence[str]) -> Iterator[tuple[str, ...]]:
    first = depth_first(program, roots)
    yield first
    yield force(program, first, program.order)


def sampled(
    stances: Mapping[str, Stance], turned: Collection[str], clauses: Sequence[Clause] = ()
) -> Completions:
    """MOST_COLUMNS columns, or SAMPLE a block, of random completions, the same ones every time.

    What links ask of them, in `clauses`, is made so as far as it goes: else few of them would be possible, or none.
    """
    asked = _Asked(stances, frozenset(turned))
    random = Random(SEED)  # noqa: S311 - no secrets here, and the same completions every time
    width = max(SAMPLE, MOST_COLUMNS // (1 + len(asked.blocks)))
    columns = {name: random_column(random, width, 0.5) for name in asked.uncertain}
    _mend(columns, clauses, stances, (1 << width) - 1)
    return _in_blocks(Sample, width, columns, asked)


def _mend(
    columns: dict[str, int], clauses: Sequence[Clause], stances: Mapping[str, Stance], top: int
) -> None:
    """Turns round some of what each clause speaks of, wherever it is not met, until all are, or nearly.

    All columns walk at once (Selman, Kautz and Cohen, AAAI 1994); random masks tell which literal is turned where.
    """
    random = Random(SEED)  # noqa: S311 - no secrets here
    masks = [random_column(random, top.bit_length(), 0.5) for _ in range(MASKS)]
    for _ in range(ROUNDS):
        mended = False
        for clause in random.sample(clauses, len(clauses)):
            unmet = _unmet(columns, clause, stances, top)
            free = [name for name, _ in clause if name in columns] if unmet else []
            random.shuffle(free)
            for name in free:
                turned = unmet if name == free[-1] else unmet & random.choice(masks)
                columns[name], unmet, mended = columns[name] ^ turned, unmet ^ turned, True
        if not mended:
            return


def _unmet(columns: Mapping[str, int], clause: Clause, stances: Mapping[str, Stance], top: int) -> int:
    """Where a clause is not met."""
    unmet = top
    for name, value in clause:
        holds = columns.get(name, top if stances[name] is Stance.HOLDS else 0)
        unmet &= ~holds if value else holds
    return unmet


class Slices(Answer, kw_only=False):
    """All completions as columns, some at a time, so that they need little room."""

    stances: Mapping[str, Stance]
    settings: int

    def __iter__(self) -> Iterator[Completions]:
        uncertain = _Asked(self.stances, frozenset()).uncertain
        within, fixed = uncertain[:SLICE], uncertain[SLICE:]
        argued = frozenset(name for name in fixed if self.stances[name] is Stance.AS_ARGUED)
        for number in range(1 << len(fixed)):
            settled = {
                name: Stance.HOLDS if number >> place & 1 else Stance.FAILS
                for place, name in enumerate(fixed)
            }
            yield _in_columns(within, _Asked({**self.stances, **settled}, frozenset(), argued))


def sliced(stances: Mapping[str, Stance], most: int) -> Slices | None:
    """All completions in slices of 2**SLICE, if they are no more than `most`."""
    settings = 1 << len(_Asked(stances, frozenset()).uncertain)
    return Slices(stances, settings) if settings <= most else None


def fits_in_columns(uncertain: int, blocks: int = 1) -> bool:
    """Whether so many uncertain assumptions leave few enough completions in so many blocks."""
    return blocks << uncertain <= MOST_COLUMNS


class _Asked(Answer, kw_only=False):
    """What is to be walked: the stances, which assumptions take other ones as well, and which are taken as argued.

    One that is taken as argued may be settled here all the same, by itself; what argues for it then still counts.
    """

    stances: Mapping[str, Stance]
    turned: frozenset[str]
    settled_as_argued: frozenset[str] = frozenset()

    @cached_property
    def uncertain(self) -> list[str]:
        return [name for name, stance in self.stances.items() if stance in EITHER]

    @cached_property
    def is_uncertain(self) -> frozenset[str]:
        return frozenset(self.uncertain)

    @cached_property
    def blocks(self) -> list[str]:
        """The settled assumptions that are turned round."""
        settled = (name for name, stance in self.stances.items() if stance not in EITHER)
        return [name for name in settled if name in self.turned]

    def walked(
        self, algebra: Algebra[int], elements: Mapping[str, int], blocks: Sequence[int]
    ) -> Completions:
        """The completions, given where each uncertain assumption holds and each block is, `here` the first."""
        here, *others = blocks
        block_of = dict(zip(self.blocks, others, strict=True))
        inputs: dict[str, int] = {}
        after: dict[Turn, int] = {}
        for name, stance in self.stances.items():
            block = block_of.get(name, algebra.bottom)
            if stance in EITHER:
                inputs[name] = elements[name]
            else:
                inputs[name] = algebra.negate(block) if stance is Stance.HOLDS else block
            if name in block_of:
                after[name, stance.opposite] = block
                after[name, Stance.UNCERTAIN] = algebra.join(here, block)
            elif name in self.turned:
                after[name, Stance.HOLDS] = algebra.meet(here, elements[name])
                after[name, Stance.FAILS] = algebra.meet(here, algebra.negate(elements[name]))
        names = (name for name, stance in self.stances.items() if stance is Stance.AS_ARGUED)
        argued = dict.fromkeys((*names, *self.settled_as_argued), algebra.top)
        return Completions(algebra, inputs, here, after, argued, tuple(self.uncertain))


def _in_columns(uncertain: Sequence[str], asked: _Asked) -> Completions:
    columns = {name: truth_column(place, len(uncertain)) for place, name in enumerate(uncertain)}
    return _in_blocks(Columns, 1 << len(uncertain), columns, asked)


def _in_blocks(kind: type[Columns], width: int, columns: Mapping[str, int], asked: _Asked) -> Completions:
    blocks = 1 + len(asked.blocks)
    algebra = kind(width * blocks)
    first = (1 << width) - 1
    every_block = algebra.top // first
    elements = {name: column * every_block if blocks > 1 else column for name, column in columns.items()}
    return asked.walked(algebra, elements, [first << width * place for place in range(blocks)])


def _in_diagram(order: Sequence[str], asked: _Asked, nodes: int | None) -> Completions:
    """Blocks are told apart by the first levels, which spell the number of the block in binary."""
    digits = len(asked.blocks).bit_length()
    algebra = Diagram(digits + len(order), NODES if nodes is None else nodes, asked_now)
    elements = {name: algebra.variable(level) for level, name in enumerate(order, start=digits)}
    blocks = [_number(algebra, digits, number) for number in range(1 + len(asked.blocks))]
    return asked.walked(algebra, elements, blocks)


def _number(algebra: Diagram, digits: int, number: int) -> int:
    element = algebra.top
    for level in reversed(range(digits)):
        element = algebra.node(level, *((0, element) if number >> level & 1 else (element, 0)))
    return element
