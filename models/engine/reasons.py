"""Finds, for every settled statement, stances and set-aside inferences that are together enough for it.

One pass in topological order keeps the smallest reason it meets. A reason is always sufficient; it may be
larger than need be where the parts of an argument share assumptions. Where no single argument tells, all stances are
let go at once, in one walk over columns, and rejections one after the other.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from models.engine.algebra import Columns, truth_column
from models.engine.completions import EITHER, fits_in_columns
from models.engine.evaluator import STAYS, possible, settle
from models.engine.program import Choice, Literal, Program, rules_in_use, together, wanted_arguments
from models.schema.case import Case, Rule
from models.schema.explanation import Reason
from models.schema.grades import Kind, Reading, Stance
from models.schema.result import Evaluation, RuleState, Status, Usage
from models.schema.scenario import Scenario


class Leaf(NamedTuple):
    """Where an explanation ends: an assumption with its stance, or an inference that was set aside."""

    id: str
    is_rule: bool = False


Leaves = frozenset[Leaf]


class Reasons:
    """The reasons of all statements of one evaluated scenario."""

    def __init__(self, program: Program, scenario: Scenario, evaluation: Evaluation) -> None:
        self._program, self._scenario = program, scenario
        self._evaluation = evaluation
        self._reading = scenario.reading
        self._in_use = {rule.id for rule in evaluation.rules if rule.usage is Usage.IN_USE}
        self._told: dict[Leaves, Reason] = {}
        stances = scenario.stance_of.items()
        self._taken = frozenset(name for name, stance in stances if stance is not Stance.UNCERTAIN)
        argued = [name for name, stance in stances if stance is Stance.AS_ARGUED]
        self._argued = tuple(argued)
        self._known: dict[str, Leaves | None] = {
            name: self._forced(name) if stance in EITHER else frozenset({Leaf(name)})
            for name, stance in stances
        }
        for name in program.order:
            for item in program.assumed[name] if argued else ():
                self._argue(item, argued)
            self._known[name] = self._find(name)
        for item in list(argued):
            self._argue(item, argued)

    def _forced(self, name: str) -> Leaves | None:
        """Why an assumption that is not settled holds or fails all the same: links leave it no other way."""
        settled = self._evaluation.status_of[name] is not Status.OPEN
        return self._everything_under(name) if settled else None

    def _argue(self, item: str, argued: list[str]) -> None:
        """Why an assumption holds that is taken as argued."""
        if item in argued:
            argued.remove(item)
            findings = self._program.argued.get(item, ())
            following = [name for name in findings if self._evaluation.status_of[name] is Status.ACCEPTED]
            found = _together([frozenset({Leaf(item)}), _smallest(self._known[name] for name in following)])
            self._known[item] = self._forced(item) if found is None else found

    def of(self, name: str) -> Reason | None:
        """The reason for a statement's status, or None where the status is open."""
        leaves = self._known[name]
        if leaves is None:
            return None
        if leaves not in self._told:
            places = _places(self._program.case)
            listed = sorted(leaves, key=places.__getitem__)
            assumptions = tuple(leaf.id for leaf in listed if not leaf.is_rule)
            self._told[leaves] = _reason(assumptions, tuple(leaf.id for leaf in listed if leaf.is_rule))
        return self._told[leaves]

    def met(self, premise: Literal) -> Status:
        """The status of a premise, its negation considered."""
        status = self._evaluation.status_of[premise.statement]
        return status.opposite if premise.negated else status

    def _find(self, name: str) -> Leaves | None:
        status = self._evaluation.status_of[name]
        if status is Status.OPEN:
            return None
        if self._reading is Reading.EVERY_ARGUMENT and name in self._program.recommendations:
            found = self._of_every_argument(name, status)
        elif status is Status.ACCEPTED:
            found = _smallest(self._standing(rule) for rule in self._program.supporting[name])
        else:
            found = _sharing([self._ways_of_falling(rule) for rule in self._program.supporting[name]])
        return self._everything_under(name) if found is None else found

    def _of_every_argument(self, name: str, status: Status) -> Leaves | None:
        """Why a recommendation is as it is that needs all its arguments but those that were rejected."""
        wanted = wanted_arguments(self._program, name, self._in_use, self._reading)
        own = (rule for rule in self._program.supporting[name] if rule.kind is not Kind.ADDED)
        rejected = frozenset(Leaf(rule.id, True) for rule in own if rule.id not in self._in_use)
        if status is Status.ACCEPTED:
            return _together([rejected, *(self._standing(rule) for rule in wanted)])
        if not wanted:
            return rejected
        return _smallest(way for rule in wanted for way in self._ways_of_falling(rule))

    def _everything_under(self, name: str) -> Leaves:
        """The reason of last resort, where a statement is settled although no single argument is."""
        status, cone = self._evaluation.status_of[name], together(self._program.case, name, self._argued)
        enough = _enough_of(self._program, self._scenario, cone, name, status)
        if enough is None:
            rejected = _rejections(self._program, self._scenario, cone)
            enough = Enough(tuple(item for item in self._taken if item in cone), rejected)
        return frozenset({*map(Leaf, enough.stances), *(Leaf(rule, True) for rule in enough.rejected)})

    def _standing(self, rule: Rule) -> Leaves | None:
        beaten_back = (self._fails(other) for other in self._program.outweighing[rule.id])
        return _together([self._applies(rule), *beaten_back])

    def _ways_of_falling(self, rule: Rule) -> list[Leaves]:
        """Each of them enough for an argument to carry nothing: it fails, or, where nothing shows why, is beaten."""
        if failing := self._ways_of_failing(rule):
            return failing
        beating = (self._applies(other) for other in self._program.outweighing[rule.id])
        return [way for way in beating if way is not None]

    def _applies(self, rule: Rule) -> Leaves | None:
        if self._evaluation.rule[rule.id].state is not RuleState.APPLIES:
            return None
        asked = self._program.asked[rule.id]
        enough = (self._enough(choice, choice.least, Status.ACCEPTED) for choice in asked.choices)
        return _together([*(self._known[premise.statement] for premise in asked.plain), *enough])

    def _fails(self, rule: Rule) -> Leaves | None:
        return _smallest(self._ways_of_failing(rule))

    def _ways_of_failing(self, rule: Rule) -> list[Leaves]:
        usage = self._evaluation.rule[rule.id].usage
        if usage is Usage.SWITCHED_OFF:
            return [frozenset()]
        rejected = [frozenset({Leaf(rule.id, True)})] if usage is Usage.SET_ASIDE else []
        asked = self._program.asked[rule.id]
        missing = (premise for premise in asked.plain if self.met(premise) is Status.REJECTED)
        too_few = (
            self._enough(choice, len(choice.literals) - choice.least + 1, Status.REJECTED)
            for choice in asked.choices
        )
        ways = (*(self._known[premise.statement] for premise in missing), *too_few)
        return [*rejected, *(way for way in ways if way is not None)]

    def _enough(self, choice: Choice, number: int, wanted: Status) -> Leaves | None:
        """Why so many premises of a choice are met, or missed; None if only some are in every completion."""
        parts = (self._known[item.statement] for item in choice.literals if self.met(item) is wanted)
        smallest = sorted((part for part in parts if part is not None), key=len)
        return _together(smallest[:number]) if len(smallest) >= number > 0 else None


@lru_cache(maxsize=16)
def _places(case: Case) -> Mapping[Leaf, int]:
    """Where each leaf is told: assumptions first, in the case's order."""
    leaves = [*(Leaf(item.id) for item in case.assumptions), *(Leaf(rule.id, True) for rule in case.rules)]
    return {leaf: place for place, leaf in enumerate(leaves)}


@lru_cache(maxsize=1024)
def _reason(assumptions: tuple[str, ...], set_aside: tuple[str, ...]) -> Reason:
    """The same value again for a reason that did not change, so that it is validated once."""
    return Reason(assumptions=assumptions, set_aside=set_aside)


def _together(parts: Iterable[Leaves | None]) -> Leaves | None:
    known = list(parts)
    if any(part is None for part in known):
        return None
    return frozenset[Leaf]().union(*(part for part in known if part is not None))


def _sharing(options: Iterable[Sequence[Leaves]]) -> Leaves | None:
    """One of each, chosen so that they share what they can: what has no choice is taken first."""
    chosen: Leaves = frozenset()
    for ways in sorted(options, key=len):
        if not ways:
            return None
        added = [(len(way - chosen), len(way)) for way in ways]
        chosen |= ways[added.index(min(added))]
    return chosen


def _smallest(options: Iterable[Leaves | None]) -> Leaves | None:
    return min((option for option in options if option is not None), key=len, default=None)


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


def _enough_of(
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
    for rule in _rejections(program, scenario, cone):
        used = in_use | {rule}
        if walk.against(name, status, used) & as_they_are:
            rejected.append(rule)
        else:
            in_use = used
    return Enough(needed, tuple(rejected))


def _rejections(program: Program, scenario: Scenario, cone: Collection[str]) -> tuple[str, ...]:
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
