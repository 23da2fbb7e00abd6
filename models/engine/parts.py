"""What is known of single statements of a case too tangled to be walked whole: each is walked by itself."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from models.engine.completions import EITHER, NODES, Completions, Slices, Turn, exactly, sliced
from models.engine.diagram import TooManyNodes
from models.engine.program import Program, together
from models.engine.told import Asked, Question, Told, add, add_after, told_of
from models.schema.analysis import asked as asked_now
from models.schema.grades import Stance
from models.schema.links import a_setting
from models.schema.result import Status

OWN_NODES = NODES // 3
WASTED_NODES = 2 * NODES
"""How many nodes of diagrams may be made in vain before no more are tried."""
QUICKLY = 1 << 34
MOST_WALKED = 1 << 37
"""How many premises may be walked in how many settings, as columns: in a moment, or in one or two seconds."""


class Parts:
    """Each statement of a case walked by itself, when it is asked about, while patience lasts.

    Where a recommendation is walked in columns, the same walk tells what becomes of it after each assumption in
    `turned` is settled that is open here.
    """

    def __init__(
        self,
        program: Program,
        stances: Mapping[str, Stance],
        turned: Collection[str],
        ask: Callable[[Program, Completions], Asked],
    ) -> None:
        self._program = program
        self._stances = stances
        self._turned = frozenset(name for name in turned if stances[name] in EITHER)
        self._ask = ask
        self._nodes, self._walks = WASTED_NODES, MOST_WALKED
        self._known: dict[Question, Told | None] = {}
        self._closed: dict[tuple[frozenset[str], tuple[tuple[str, Stance], ...]], bool] = {}
        slices = self._slices(program, stances, MOST_WALKED // 2)
        if slices is not None:
            self._known |= self._in_slices(program, program.order, slices, self._turned)

    def told(self, name: str, turn: Turn | None = None) -> Told | None:
        """What is known of a statement here, or after a change of one stance; None if that is too much."""
        cone = self._together(name, turn)
        turn = turn if turn and turn[0] in cone else None
        if (name, turn) not in self._known:
            stances = {item: stance for item, stance in self._stances.items() if item in cone}
            if turn and turn[0] in self._turned:
                self.told(name)
            if turn:
                stances[turn[0]] = turn[1]
            order = tuple(item for item in self._program.order if item in cone)
            if (name, turn) not in self._known:
                found = self._walked(replace(self._program, order=order), name, stances, turn is None)
                self._known |= {(name, turn or after): told for (_, after), told in found.items()}
                self._known.setdefault((name, turn), None)
        return self._known[name, turn]

    def _together(self, name: str, turn: Turn | None = None) -> frozenset[str]:
        """What the completions of a statement are made of, as things are and after a change."""
        stances = (*self._stances.items(), *([turn] if turn else ()))
        argued = [item for item, stance in stances if stance is Stance.AS_ARGUED]
        return together(self._program.case, name, argued)

    def impossible(self, turn: Turn | None = None) -> bool:
        """Whether links leave nothing possible beside what is settled, and beside what is argued for in any case."""
        clauses, settled = self._program.case.clauses, self._settled(turn)
        if a_setting(clauses, settled) is None:
            return True
        followed = dict.fromkeys(self.following(turn), True)
        if followed and a_setting(clauses, {**settled, **followed}) is None:
            return True
        return bool(self.closed(turn))

    def closed(self, turn: Turn | None = None) -> frozenset[str]:
        """What is tied to something linked that is taken as argued, and leaves nothing possible; empty if none does."""
        stances = {**self._stances, **dict([turn] if turn else ())}
        linked = self._program.case.linked
        argued = (name for name in self._program.argued if name in linked)
        cones = (self._together(name, turn) for name in argued if stances[name] is Stance.AS_ARGUED)
        return next((cone for cone in dict.fromkeys(cones) if self._is_closed(cone, stances)), frozenset())

    def _is_closed(self, cone: frozenset[str], stances: Mapping[str, Stance]) -> bool:
        """Whether one walk proves that links leave a cone no completion."""
        within = {name: stance for name, stance in stances.items() if name in cone}
        question = cone, tuple(within.items())
        if question not in self._closed:
            self._closed[question] = self._proves_closed(cone, within)
        return self._closed[question]

    def _proves_closed(self, cone: frozenset[str], stances: Mapping[str, Stance]) -> bool:
        program = replace(self._program, order=tuple(name for name in self._program.order if name in cone))
        slices = self._slices(program, stances, QUICKLY)
        if slices is not None:
            self._walks -= _steps(program, stances) * slices.settings
            return all(self._ask(program, walked).impossible() for walked in slices)
        for walked in exactly(program, stances, (), program.order[-1:], OWN_NODES):
            if self._nodes <= 0:
                break
            try:
                return self._ask(program, walked).impossible()
            except TooManyNodes:
                self._nodes -= OWN_NODES
        return False

    def following(self, turn: Turn | None = None) -> tuple[str, ...]:
        """What is linked, taken as argued, and argued for in every setting, those too that links rule out."""
        stances = {**self._stances, **dict([turn] if turn else ())}
        linked, argued = self._program.case.linked, self._program.argued
        names = (name for name in argued if name in linked and stances.get(name) is Stance.AS_ARGUED)
        return tuple(name for name in names if any(self._follows(item, turn) for item in argued[name]))

    def _follows(self, finding: str, turn: Turn | None) -> bool:
        told = self._unlinked.told(finding, turn)
        return told is not None and told.status is Status.ACCEPTED

    @cached_property
    def _unlinked(self) -> "Parts":
        """The same parts where no setting is ruled out."""
        program = replace(self._program, case=replace(self._program.case, links=()))
        return Parts(program, self._stances, (), self._ask)

    def assumed(self, name: str, turn: Turn | None = None) -> Status | None:
        """What is known of an assumption: by its stance, by links, or by a finding that is known to argue for it."""
        stance = turn[1] if turn and turn[0] == name else self._stances[name]
        if stance not in EITHER:
            return Status.ACCEPTED if stance is Stance.HOLDS else Status.REJECTED
        settled, clauses = self._settled(turn), self._program.case.clauses
        ways = [
            status
            for value, status in ((True, Status.ACCEPTED), (False, Status.REJECTED))
            if a_setting(clauses, {**settled, name: value}) is not None
        ]
        if len(ways) == 1:
            return ways[0]
        argued = (self.told(item, turn) for item in self._program.argued.get(name, ()))
        if stance is Stance.AS_ARGUED and any(item and item.status is Status.ACCEPTED for item in argued):
            return Status.ACCEPTED
        return None if Stance.AS_ARGUED in self._stances.values() else Status.OPEN

    def _settled(self, turn: Turn | None) -> dict[str, bool]:
        """What is settled of what is linked, here or after a change."""
        stances = {**self._stances, **dict([turn] if turn else ())}
        linked = self._program.case.linked
        return {
            name: stance is Stance.HOLDS
            for name, stance in stances.items()
            if name in linked and stance not in EITHER
        }

    def _walked(
        self, program: Program, name: str, stances: Mapping[str, Stance], turning: bool
    ) -> dict[Question, Told]:
        """What is known of a statement, in columns also what becomes of it after changes, if it is `turning`."""
        slices = self._slices(program, stances, QUICKLY)
        if slices is None:
            for walked in exactly(program, stances, (), [name], OWN_NODES):
                if walked.is_diagram and self._nodes <= 0:
                    break
                try:
                    asked = self._ask(program, walked)
                    here = told_of(asked, program, name)
                except TooManyNodes:
                    self._nodes -= OWN_NODES
                    continue
                return {
                    (name, None): here,
                    **(self._after_each(asked, name, here, walked) if turning else {}),
                }
            slices = self._slices(program, stances, MOST_WALKED if turning else QUICKLY)
        turned = self._turned if turning else ()
        return {} if slices is None else self._in_slices(program, [name], slices, turned)

    def _after_each(self, asked: Asked, name: str, here: Told, walked: Completions) -> dict[Question, Told]:
        """What becomes of advice after each change, by the walk that told it, as far as there is room."""
        found: dict[Question, Told] = {}
        if name not in self._program.recommendations:
            return found
        plain = replace(here, states={}, holding=(0, 0))
        try:
            for turn in _turns(walked, self._together(name).intersection(self._turned)):
                add_after(found, asked, (name, turn), plain)
        except TooManyNodes:
            pass
        return found

    def _slices(self, program: Program, stances: Mapping[str, Stance], most: int) -> Slices | None:
        """All completions as columns, if no more premises are to be walked in them than `most`, and than are left."""
        return sliced(stances, min(most, self._walks) // max(1, _steps(program, stances)))

    def _in_slices(
        self, program: Program, names: Collection[str], slices: Slices, turned: Collection[str]
    ) -> dict[Question, Told]:
        advice = program.recommendations
        turning = {name: self._together(name).intersection(turned) for name in names if name in advice}
        found: dict[Question, Told] = {}
        for walked in slices:
            asked_now()
            asked = self._ask(program, walked)
            for name in () if asked.impossible() else names:
                here = told_of(asked, program, name)
                add(found, (name, None), here)
                plain = replace(here, states={}, holding=(0, 0))
                for turn in _turns(walked, turning.get(name, ())):
                    known = found.get((name, turn))
                    if known is None or (known.status is not Status.OPEN and known != plain):
                        add_after(found, asked, (name, turn), plain)
        self._walks -= _steps(program, slices.stances) * slices.settings  # not where it was withdrawn
        return found


def _steps(program: Program, stances: Mapping[str, Stance]) -> int:
    """How many premises are walked, in links too, and for advice in how many steps its arguments are counted."""
    counted = sum(
        len(program.supporting[name]) ** 2 for name in program.order if name in program.recommendations
    )
    rules = (rule for name in program.order for rule in program.about(name))
    linked = sum(len(clause) for clause in program.case.clauses if all(name in stances for name, _ in clause))
    return counted + linked + sum(1 + len(rule.premises) for rule in rules)


def _turns(walked: Completions, turned: Collection[str]) -> Iterator[Turn]:
    """The changes that lead to some completions of a slice, or to all of them."""
    for name in turned:
        if name in walked.uncertain or walked.inputs[name] == walked.algebra.top:
            yield name, Stance.HOLDS
        if name in walked.uncertain or walked.inputs[name] == walked.algebra.bottom:
            yield name, Stance.FAILS
