"""Which of some stances and rejections are enough for a status, where no single argument tells.

All stances are let go at once, in one walk over columns; rejections one after the other.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from models.engine.algebra import Columns, truth_column
from models.engine.completions import EITHER, fits_in_columns
from models.engine.evaluator import STAYS, possible, settle
from models.engine.program import Program, rules_in_use
from models.schema.grades import Kind, Stance
from models.schema.result import Status
from models.schema.scenario import Scenario


class Enough(NamedTuple):
    """Assumptions whose stances, and arguments and objections whose rejection, cannot be spared."""

    stances: tuple[str, ...]
    rejected: tuple[str, ...]


class _Walk:
    """A walk over all that stances in a cone could be; one taken as argued has a variable for that it is so."""

    def __init__(self, program: Program, scenario: Scenario, cone: Collection[str]) -> None:
        self._reading = scenario.reading
        self._program = replace(program, order=tuple(item for item in program.order if item in cone))
        self._stances = {item: stance for item, stance in scenario.stance_of.items() if item in cone}
        self._argued = [item for item, stance in self._stances.items() if stance is Stance.AS_ARGUED]
        self._variables = [*self._stances, *(item + STAYS for item in self._argued)]
        self.fits = fits_in_columns(len(self._variables))

    @cached_property
    def algebra(self) -> Columns:
        return Columns(1 << len(self._variables))

    @cached_property
    def _columns(self) -> dict[str, int]:
        number = len(self._variables)
        return {item: truth_column(place, number) for place, item in enumerate(self._variables)}

    def kept(self) -> dict[str, int]:
        """Where each stance is as it is that leaves no choice, or has something that argues for it."""
        return {
            item: self.algebra.negate(self._columns[item])
            if stance is Stance.FAILS
            else self._columns[item + STAYS if stance is Stance.AS_ARGUED else item]
            for item, stance in self._stances.items()
            if stance is Stance.AS_ARGUED or stance not in EITHER
        }

    def against(self, name: str, status: Status, in_use: Collection[str]) -> int:
        """Where a statement would not have a status that is settled, if these rules took part."""
        inputs = {item: self._columns[item] for item in self._stances}
        stays = {item: self._columns[item + STAYS] for item in self._argued}
        known = settle(self._program, self.algebra, inputs, in_use, self._reading, stays).statements
        other = self.algebra.negate(known[name]) if status is Status.ACCEPTED else known[name]
        return other & possible(self._program, self.algebra, known)


def enough_of(
    program: Program, scenario: Scenario, cone: Collection[str], name: str, status: Status
) -> Enough | None:
    """What in a cone leaves a statement no other status, and nothing of it too much; None if too many vary."""
    walk = _Walk(program, scenario, cone)
    if not walk.fits:
        return None
    in_use, kept = rules_in_use(program.case, scenario), walk.kept()
    needed = _needed(walk.algebra, kept, walk.against(name, status, in_use))
    as_they_are = walk.algebra.top
    for item in needed:
        as_they_are &= kept[item]
    rejected = list[str]()
    for rule in rejections(program, scenario, cone):
        used = in_use | {rule}
        if walk.against(name, status, used) & as_they_are:
            rejected.append(rule)
        else:
            in_use = used
    return Enough(needed, tuple(rejected))


def rejections(program: Program, scenario: Scenario, cone: Collection[str]) -> tuple[str, ...]:
    """What was rejected in a cone and would take part else."""
    of = program.case.rule_by_id
    counted = (name for name in scenario.set_aside if scenario.added or of[name].kind is not Kind.ADDED)
    return tuple(name for name in counted if of[name].conclusion in cone)


def _needed(algebra: Columns, kept: Mapping[str, int], against: int) -> tuple[str, ...]:
    """Those without which something would be left, the last ones first to be let go."""
    before = [against]
    for place in kept.values():
        before.append(before[-1] & place)
    after, needed = algebra.top, list[str]()
    for place, item in reversed(list(enumerate(kept))):
        if before[place] & after:
            needed.append(item)
            after &= kept[item]
    return tuple(reversed(needed))
