"""Flips past the node budget: all small sets of changes are tried at once, as columns."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from models.analyses.minimal_sets import MinimalSets
from models.engine.algebra import Columns, truth_column
from models.engine.evaluator import compiled, cones, rules_in_use, settle
from models.schema.analysis import Tick
from models.schema.case import Case, Stance
from models.schema.result import Status
from models.schema.scenario import Scenario

MOST_CHANGES = 3
MOST_COLUMNS = 1 << 18


@dataclass(frozen=True)
class _Round:
    """All sets of so many changes, and for each statement a letter for each completion of each set."""

    candidates: Sequence[tuple[int, ...]]
    width: int
    accepted: dict[str, str]


class Trial:
    """What small sets of changes to a scenario do to some statements.

    A change is the number of an element as in `minimal_sets`. Sets have up to MOST_CHANGES changes, or fewer
    where these are too many to be tried; every set is a block of columns, one for each completion.
    """

    def __init__(self, case: Case, scenario: Scenario, names: Collection[str], tick: Tick) -> None:
        beneath = frozenset[str]().union(*(cones(case)[name] for name in names))
        self._case, self._scenario, self._names = case, scenario, names
        self._stances = {item: stance for item, stance in scenario.stance_of.items() if item in beneath}
        self._uncertain = [item for item, stance in self._stances.items() if stance is Stance.UNCERTAIN]
        changes = _changes(case, self._stances)
        self._rounds = []
        for size in range(1, min(MOST_CHANGES, len(changes)) + 1):
            if comb(len(changes), size) << len(self._uncertain) > MOST_COLUMNS:
                break
            tick()
            self._rounds.append(self._round(list(combinations(changes, size))))

    def minimal(self, name: str, wanted: Status) -> MinimalSets:
        """The smallest sets that give a statement the wanted status in every completion; never `complete`."""
        found: list[int] = []
        for tried in self._rounds:
            success = ("1" if wanted is Status.ACCEPTED else "0") * tried.width
            text = tried.accepted[name]
            at = text.find(success)
            while at >= 0:
                index, inside = divmod(at, tried.width)
                if inside == 0:
                    changes = sum(1 << change for change in tried.candidates[index])
                    if not any(changes & other == other for other in found):
                        found.append(changes)
                at = text.find(success, at + tried.width - inside)
        return MinimalSets(tuple(found), complete=False)

    def _round(self, candidates: Sequence[tuple[int, ...]]) -> _Round:
        width = 1 << len(self._uncertain)
        algebra = Columns(width * len(candidates))
        inputs = self._inputs(algebra, candidates, width)
        program, in_use = compiled(self._case), rules_in_use(self._case, self._scenario)
        reached = settle(program, algebra, inputs, in_use, self._scenario.reading).statements
        accepted = {name: f"{reached[name]:0{algebra.count}b}"[::-1] for name in self._names}
        return _Round(candidates, width, accepted)

    def _inputs(self, algebra: Columns, candidates: Sequence[tuple[int, ...]], width: int) -> dict[str, int]:
        every_block = algebra.top // ((1 << width) - 1)
        inputs = {item.id: algebra.bottom for item in self._case.assumptions}
        for name, stance in self._stances.items():
            inputs[name] = algebra.top if stance is Stance.HOLDS else algebra.bottom
        for place, name in enumerate(self._uncertain):
            inputs[name] = truth_column(place, len(self._uncertain)) * every_block
        for change, where in _blocks(candidates, width).items():
            name = self._case.assumptions[change // 2].id
            inputs[name] = inputs[name] & ~where if change % 2 else inputs[name] | where
        return inputs


def _changes(case: Case, stances: dict[str, Stance]) -> list[int]:
    """The elements that are no stance already: even for holding, odd for failing."""
    settled = ((Stance.HOLDS, 0), (Stance.FAILS, 1))
    return [
        2 * place + odd
        for place, item in enumerate(case.assumptions)
        for stance, odd in settled
        if item.id in stances and stances[item.id] is not stance
    ]


def _blocks(candidates: Sequence[tuple[int, ...]], width: int) -> dict[int, int]:
    """For each change the columns of the sets that it is in."""
    letters: dict[int, bytearray] = {}
    for index, chosen in enumerate(candidates):
        for change in chosen:
            letters.setdefault(change, bytearray(b"0") * len(candidates))[-1 - index] = ord("1")
    widened = {
        change: bytes(text).replace(b"0", b"0" * width).replace(b"1", b"1" * width)
        for change, text in letters.items()
    }
    return {change: int(text, 2) for change, text in widened.items()}
