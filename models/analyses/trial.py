"""Flips past the node budget: all small sets of changes are tried at once, as columns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from math import comb

from models.analyses.minimal_sets import MinimalSets
from models.engine.algebra import Columns, truth_column
from models.engine.completions import EITHER
from models.engine.evaluator import possible, settle
from models.engine.program import compiled, rules_in_use, together
from models.engine.walking import run_completions
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import Scenario
from models.schema.steps.link_steps import STANCES, carried_along
from models.schema.value import Answer

MOST_CHANGES = 3
MOST_COLUMNS = 1 << 18


class _Round(Answer, kw_only=False):
    """All sets of `size` changes: the columns of the sets that each change is in, and where statements hold."""

    size: int
    columns: Columns
    chosen: Sequence[int]
    accepted: Mapping[str, int]
    possible: int


class Trial:
    """What small sets of changes to a scenario do to some statements.

    A change is the number of an element as in `minimal_sets`. Sets have up to MOST_CHANGES changes, or fewer
    where these are too many to be tried; a `thorough` trial goes on while it can. Every set is a block of columns, one
    for each completion; a set after which links leave none is not tried.
    """

    def __init__(
        self, case: Case, scenario: Scenario, names: Collection[str], tick: Tick, *, thorough: bool = False
    ) -> None:
        beneath = frozenset[str]().union(*(together(case, name) for name in names))
        self._case, self._scenario, self._names = case, scenario, names
        self._stances = {item: stance for item, stance in scenario.stance_of.items() if item in beneath}
        self._uncertain = [item for item, stance in self._stances.items() if stance in EITHER]
        self._argued = [item for item, stance in self._stances.items() if stance is Stance.AS_ARGUED]
        self._width = 1 << len(self._uncertain)
        self._changes = _changes(case, self._stances)
        most = len(self._stances) if thorough else MOST_CHANGES
        sizes = list(takewhile(self._affordable, range(1, min(most, len(self._changes)) + 1)))
        self.complete = thorough and len(sizes) == min(most, len(self._changes))
        chosen = _sets(len(self._changes), len(sizes), self._width)
        self._rounds = [self._round(size, chosen[size], tick) for size in sizes]

    def minimal(self, name: str, wanted: Status) -> MinimalSets:
        """The smallest sets that give a statement the wanted status in every completion."""
        found: list[tuple[int, ...]] = []
        for tried in self._rounds:
            accepted = tried.accepted[name]
            success = accepted if wanted is Status.ACCEPTED else tried.columns.negate(accepted)
            success |= tried.columns.negate(tried.possible)
            for places in found:
                containing = tried.columns.top
                for place in places:
                    containing &= tried.chosen[place]
                success &= ~containing
            turning = self._successes(success & self._somewhere(tried), tried.size)
            found += (places for places in turning if self._delivers(name, wanted, places))
        sets = (sum(1 << self._changes[place] for place in places) for places in found)
        return MinimalSets(tuple(sets), complete=self.complete, tried=len(self._rounds))

    def _delivers(self, name: str, wanted: Status, places: Sequence[int]) -> bool:
        """Whether a statement is so, too, once changes are set: links may carry what is as argued along to fail.

        Then it need no longer hold where it is argued for, which leaves more completions.
        """
        turned = (self._changes[place] for place in places)
        changes = {self._case.assumptions[one // 2].id: STANCES[not one % 2] for one in turned}
        argued = [item for item in self._argued if item in self._case.linked and item not in changes]
        if not argued:
            return True
        after = carried_along(self._case, self._scenario, changes)
        released = any(after.stance_of[item] is Stance.FAILS for item in argued)
        return not released or run_completions(self._case, after).status(name) is wanted

    def _affordable(self, size: int) -> bool:
        return comb(len(self._changes), size) * self._width <= MOST_COLUMNS

    def _successes(self, success: int, size: int) -> Iterator[tuple[int, ...]]:
        """The sets, as places among the changes, all of whose completions are in `success`."""
        for distance in range(len(self._uncertain)):
            success &= success >> (1 << distance)
        text = f"{success:b}"[:: -self._width]
        at = text.find("1")
        while at >= 0:
            yield _set_at(at, len(self._changes), size)
            at = text.find("1", at + 1)

    def _somewhere(self, tried: _Round) -> int:
        """The blocks of sets after which links leave a completion."""
        element = tried.possible
        for distance in range(len(self._uncertain)):
            step = 1 << distance
            element |= element >> step & tried.columns.top
        blocks = element & tried.columns.top // ((1 << self._width) - 1)
        return blocks * ((1 << self._width) - 1)

    def _round(self, size: int, chosen: Sequence[int], tick: Tick) -> _Round:
        tick()
        columns = Columns(comb(len(self._changes), size) * self._width)
        program, in_use = compiled(self._case), rules_in_use(self._case, self._scenario)
        inputs, argued = self._inputs(columns, chosen), self._as_argued(columns, chosen)
        reached = settle(program, columns, inputs, in_use, self._scenario.reading, argued).statements
        known = {item: place for item, place in reached.items() if item in self._stances}
        allowed = possible(program, columns, known)
        return _Round(size, columns, chosen, {name: reached[name] for name in self._names}, allowed)

    def _as_argued(self, columns: Columns, chosen: Sequence[int]) -> dict[str, int]:
        """Where assumptions are still taken as argued."""
        found = dict.fromkeys(self._argued, columns.top)
        for change, where in zip(self._changes, chosen, strict=True):
            name = self._case.assumptions[change // 2].id
            if name in found:
                found[name] &= columns.negate(where)
        return found

    def _inputs(self, columns: Columns, chosen: Sequence[int]) -> dict[str, int]:
        every_block = columns.top // ((1 << self._width) - 1)
        inputs = {item.id: columns.bottom for item in self._case.assumptions}
        for name, stance in self._stances.items():
            inputs[name] = columns.top if stance is Stance.HOLDS else columns.bottom
        for place, name in enumerate(self._uncertain):
            inputs[name] = truth_column(place, len(self._uncertain)) * every_block
        for change, where in zip(self._changes, chosen, strict=True):
            name = self._case.assumptions[change // 2].id
            inputs[name] = inputs[name] & ~where if change % 2 else inputs[name] | where
        return inputs


def _changes(case: Case, stances: Mapping[str, Stance]) -> list[int]:
    """The elements that are no stance already: even for holding, odd for failing."""
    settled = ((Stance.HOLDS, 0), (Stance.FAILS, 1))
    return [
        2 * place + odd
        for place, item in enumerate(case.assumptions)
        for stance, odd in settled
        if item.id in stances and stances[item.id] is not stance
    ]


def _sets(count: int, most: int, width: int) -> list[list[int]]:
    """For each size up to `most` the sets of so many things out of `count`, as columns for each thing.

    Sets stand in lexical order, each as a block of columns: first those with the first thing in them, then
    those of the other things. So each list is made from two of the lists for one thing less.
    """
    chosen: list[list[int]] = [[] for _ in range(most + 1)]
    for things in range(count):
        for size in range(most, 0, -1):
            first = comb(things, size - 1) * width
            pairs = zip(chosen[size - 1], chosen[size], strict=True)
            chosen[size] = [(1 << first) - 1, *(beside | others << first for beside, others in pairs)]
        chosen[0].append(0)
    return chosen


def _set_at(index: int, count: int, size: int) -> tuple[int, ...]:
    """The set at a place in the lexical order of the sets of one size."""
    found: list[int] = []
    for thing in range(count):
        if len(found) == size:
            break
        with_it = comb(count - thing - 1, size - len(found) - 1)
        if index < with_it:
            found.append(thing)
        else:
            index -= with_it
    return tuple(found)
