"""The state: one frozen value of all that is open, from which every screen and every paper follows."""

from dataclasses import field

from models.schema.case import Case
from models.schema.phones import Phones
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.value import Answer
from models.schema.view import Clock, Room, View
from models.schema.workshop import Workshop


class State(Answer):
    """What is open and how it is looked at; `past` is the scenario from before its last change, which `asked` for some
    stances: those that links carried along are not among them.

    The scenario and the workshop are saved and undone; the view, the room's screen, the clock and the phones that are
    let in are not.
    """

    case: Case
    scenario: Scenario
    workshop: Workshop
    past: Scenario | None = None
    asked: tuple[str, ...] = ()
    view: View = field(default_factory=View)
    room: Room = field(default_factory=Room)
    clock: Clock = field(default_factory=Clock)
    phones: Phones | None = None

    @property
    def work(self) -> tuple[Scenario, Workshop]:
        """What is saved of it."""
        return self.scenario, self.workshop


def fresh_state(case: Case, scenario: Scenario | None = None, workshop: Workshop | None = None) -> State:
    """A case that has just been opened, at its baseline and without a workshop where none is given."""
    scenario = scenario or baseline_scenario(case)
    return State(case=case, scenario=scenario, workshop=workshop or Workshop(case=scenario.case))
