"""Actions: what a click means, as a value that the session applies to the state.

An action is a pure function of the schema with its arguments, so a page that describes a control says in full what
it does, and a test can read it. `filled` puts in what somebody typed.
"""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeAlias

from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.value import Answer
from models.schema.workshop import Workshop


class Change(Answer, kw_only=False):
    """Changes the scenario: `step(case, scenario, *arguments)`. Steps of one `merge` key become one undo step.

    `picks` names what is explained from then on.
    """

    step: Callable[..., Scenario]
    arguments: tuple[Any, ...] = ()
    merge: str = ""
    picks: str = ""

    def filled(self, text: Any) -> "Change":
        """The same with what was typed as its last argument."""
        return replace(self, arguments=(*self.arguments, text))

    def applied(self, case: Case, scenario: Scenario) -> Scenario:
        """The scenario after it."""
        return self.step(case, scenario, *self.arguments)


class Step(Answer, kw_only=False):
    """Changes the workshop: `step(workshop, *arguments)`, or `step(workshop, moment, *arguments)` where `dated`.

    A `lasting` one is no matter of undo, such as a reason written into the log.
    """

    step: Callable[..., Workshop]
    arguments: tuple[Any, ...] = ()
    dated: bool = False
    merge: str = ""
    lasting: bool = False

    def filled(self, text: Any) -> "Step":
        """The same with what was typed as its last argument."""
        return replace(self, arguments=(*self.arguments, text))


class Look(Answer, kw_only=False):
    """Chooses a view: fields of `View` and their new values. It is never undone."""

    changes: tuple[tuple[str, Any], ...]

    def filled(self, text: Any) -> "Look":
        """The same with what was typed as the value of its last field."""
        name, _ = self.changes[-1]
        return Look((*self.changes[:-1], (name, text)))


class Present(Answer, kw_only=False):
    """Tells the room's screen something: fields of `Room` and their new values."""

    changes: tuple[tuple[str, Any], ...]

    def filled(self, text: Any) -> "Present":
        """The same with what was typed as the value of its last field."""
        name, _ = self.changes[-1]
        return Present((*self.changes[:-1], (name, text)))


class Timing(StrEnum):
    """What can be done with the agenda's time: `TURN` goes to a step that is named."""

    START = "start"
    PAUSE = "pause"
    BACK = "back"
    NEXT = "next"
    TURN = "turn"


class Time(Answer, kw_only=False):
    """Starts or pauses the agenda's timer, or turns to another of its steps. It is never undone."""

    timing: Timing
    at: str = ""

    def filled(self, text: Any) -> "Time":
        """The same with the step that was chosen."""
        return replace(self, at=text)


class Command(Answer, kw_only=False):
    """Asks the window for what no state can do: a dialog, a file, a print. `name` is the command's in the menus."""

    name: str
    arguments: tuple[Any, ...] = ()

    def filled(self, text: Any) -> "Command":
        """The same with what was typed as its last argument."""
        return replace(self, arguments=(*self.arguments, text))


Action: TypeAlias = Change | Step | Look | Present | Time | Command


def look(**changes: Any) -> Look:
    """The action that chooses these fields of the view."""
    return Look(tuple(changes.items()))


def present(**changes: Any) -> Present:
    """The action that tells the room's screen these fields."""
    return Present(tuple(changes.items()))
