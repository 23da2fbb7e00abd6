"""All that is exactly known of one statement, and how what is known of some completions adds up."""

from collections.abc import Mapping
from typing import Protocol

from models.engine.completions import Turn
from models.engine.program import Program
from models.schema.case import Rule
from models.schema.grades import Verdict
from models.schema.result import RuleState, Status
from models.schema.value import Answer

Question = tuple[str, Turn | None]
"""A statement, as things are or after a change of one stance."""


class Asked(Protocol):
    """The questions to one exact walk."""

    def impossible(self, turn: Turn | None = None) -> bool: ...

    def status(self, name: str, turn: Turn | None = None) -> Status: ...

    def state(self, rule: Rule) -> RuleState: ...

    def counts(self, recommendation: str, turn: Turn | None = None) -> tuple[int, int]: ...

    def holding(self, recommendation: str) -> tuple[int, int]: ...

    def falling(self, recommendation: str, turn: Turn | None = None) -> list[tuple[int, Verdict]]: ...


class Told(Answer, kw_only=False):
    """All that is exactly known of one statement: its status, its rules, its arguments, and how it falls.

    After a change of one stance its verdict is asked for and no more: not the rules, nor what holds of its arguments.
    """

    status: Status
    states: Mapping[str, RuleState]
    counts: tuple[int, int]
    holding: tuple[int, int]
    falling: frozenset[tuple[int, Verdict]]

    @property
    def falls(self) -> tuple[Verdict, ...]:
        """The ways in which it falls, what to tell first coming first."""
        return tuple(dict.fromkeys(way for _, way in sorted(self.falling)))

    @property
    def is_everywhere_alike(self) -> bool:
        """Whether it is the same in every completion, and so after every change that leads to some of them."""
        alike = self.counts[0] == self.counts[1] and len(self.falling) <= 1
        return alike and self.status is not Status.OPEN


def add(found: dict[Question, Told], question: Question, told: Told) -> None:
    """Adds what is known of a question in some completions to what is known in others."""
    found[question] = _both(found[question], told) if question in found else told


def add_after(found: dict[Question, Told], asked: Asked, question: tuple[str, Turn], here: Told) -> None:
    """Adds what becomes of a statement after a change in some completions, of which `here` tells all."""
    if not asked.impossible(question[1]):
        add(found, question, here if here.is_everywhere_alike else _after(asked, *question))


def _after(asked: Asked, name: str, turn: Turn) -> Told:
    status = asked.status(name, turn)
    counts = asked.counts(name, turn) if status is Status.ACCEPTED else (0, 0)
    falling = asked.falling(name, turn) if status is Status.REJECTED else ()
    return Told(status, {}, counts, (0, 0), frozenset(falling))


def told_of(asked: Asked, program: Program, name: str) -> Told:
    """What a walk tells of a statement."""
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
