"""What is known of single statements of a case too tangled to be walked whole: each is walked by itself."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from models.engine.completions import NODES, Completions, Slices, Turn, exactly, sliced
from models.engine.diagram import TooManyNodes
from models.engine.program import Program, together
from models.schema.analysis import asked as asked_now
from models.schema.case import Rule
from models.schema.grades import Stance, Verdict
from models.schema.result import RuleState, Status

OWN_NODES = NODES // 3
WASTED_NODES = 2 * NODES
"""How many nodes of diagrams may be made in vain before no more are tried."""
QUICKLY = 1 << 31
MOST_WALKED = 1 << 34
"""How many rules may be walked in how many settings, as columns: in a moment, or in one or two seconds."""


class Asked(Protocol):
    """The questions to one exact walk."""

    def impossible(self) -> bool: ...

    def status(self, name: str) -> Status: ...

    def state(self, rule: Rule) -> RuleState: ...

    def counts(self, recommendation: str) -> tuple[int, int]: ...

    def holding(self, recommendation: str) -> tuple[int, int]: ...

    def falling(self, recommendation: str) -> list[tuple[int, Verdict]]: ...


@dataclass(frozen=True)
class Told:
    """All that is exactly known of one statement: its status, its rules, its arguments, and how it falls."""

    status: Status
    states: Mapping[str, RuleState]
    counts: tuple[int, int]
    holding: tuple[int, int]
    falling: frozenset[tuple[int, Verdict]]

    @property
    def falls(self) -> tuple[Verdict, ...]:
        """The ways in which it falls, what to tell first coming first."""
        return tuple(dict.fromkeys(way for _, way in sorted(self.falling)))


class Parts:
    """Each statement of a case walked by itself, when it is asked about, while patience lasts."""

    def __init__(
        self, program: Program, stances: Mapping[str, Stance], ask: Callable[[Program, Completions], Asked]
    ) -> None:
        self._program = program
        self._stances = stances
        self._ask = ask
        self._nodes, self._walks = WASTED_NODES, MOST_WALKED
        slices = self._slices(program, stances, MOST_WALKED // 2)
        self._known: dict[tuple[str, Turn | None], Told | None] = {}
        if slices is not None:
            found = self._in_slices(program, program.order, slices)
            self._known = {(name, None): told for name, told in found.items()}

    def told(self, name: str, turn: Turn | None = None) -> Told | None:
        """What is known of a statement here, or after a change of one stance; None if that is too much."""
        cone = together(self._program.case, name)
        turn = turn if turn and turn[0] in cone else None
        if (name, turn) not in self._known:
            stances = {item: stance for item, stance in self._stances.items() if item in cone}
            if turn:
                stances[turn[0]] = turn[1]
            order = tuple(item for item in self._program.order if item in cone)
            self._known[name, turn] = self._walked(replace(self._program, order=order), name, stances)
        return self._known[name, turn]

    def _walked(self, program: Program, name: str, stances: Mapping[str, Stance]) -> Told | None:
        slices = self._slices(program, stances, QUICKLY)
        if slices is None:
            for walked in exactly(program, stances, (), [name], OWN_NODES):
                if walked.is_diagram and self._nodes <= 0:
                    break
                try:
                    return _told(self._ask(program, walked), program, name)
                except TooManyNodes:
                    self._nodes -= OWN_NODES
            slices = self._slices(program, stances, MOST_WALKED)
        return None if slices is None else self._in_slices(program, [name], slices).get(name)

    def _slices(self, program: Program, stances: Mapping[str, Stance], most: int) -> Slices | None:
        """All completions as columns, if no more rules are to be walked in them than `most`, and than are left."""
        rules = max(1, sum(len(program.about(item)) for item in program.order))
        slices = sliced(stances, min(most, self._walks) // rules)
        self._walks -= rules * slices.settings if slices else 0
        return slices

    def _in_slices(self, program: Program, names: Collection[str], slices: Slices) -> dict[str, Told]:
        found: dict[str, Told] = {}
        for walked in slices:
            asked_now()
            asked = self._ask(program, walked)
            for name in () if asked.impossible() else names:
                told = _told(asked, program, name)
                found[name] = _both(found[name], told) if name in found else told
        return found


def _told(asked: Asked, program: Program, name: str) -> Told:
    advice = name in program.recommendations
    return Told(
        status=asked.status(name),
        states={rule.id: asked.state(rule) for rule in program.about(name)},
        counts=asked.counts(name) if advice else (0, 0),
        holding=asked.holding(name) if advice else (0, 0),
        falling=frozenset(asked.falling(name)) if advice else frozenset(),
    )


def _both(one: Told, other: Told) -> Told:
    """What is known of all completions, from what is known of some and of others."""
    states = {
        name: state if state is other.states[name] else RuleState.OPEN for name, state in one.states.items()
    }
    return Told(
        status=one.status if one.status is other.status else Status.OPEN,
        states=states,
        counts=_span(one.counts, other.counts),
        holding=_span(one.holding, other.holding),
        falling=one.falling | other.falling,
    )


def _span(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])
