"""The state, one frozen value of all that is open, and its snapshot, from which every screen and every paper follows.

A snapshot is taken at one moment, so that no two views can disagree.
"""

from dataclasses import field
from functools import cached_property

from models.schema.analysis import (
    Everywhere,
    FixingSets,
    Flips,
    Likelihoods,
    Range,
    Readings,
    SingleFlips,
    SufficientSets,
)
from models.schema.besides import Coherence
from models.schema.case import Assumption, Case
from models.schema.result import Evaluation, Status
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.standing import Standing
from models.schema.value import Answer
from models.schema.view import Clock, Phones, Room, View
from models.schema.workshop import Workshop


class Analyses(Answer):
    """The exact answers that go with one scenario; the last four have one entry a recommendation.

    The `ranges` of probabilities are empty where nobody has rated anything.
    """

    everywhere: Everywhere
    likelihoods: Likelihoods
    single_flips: SingleFlips
    readings: Readings
    flips: tuple[Flips, ...]
    reasons: tuple[FixingSets, ...]
    sufficient: tuple[SufficientSets, ...]
    ranges: tuple[Range, ...] = ()

    def get_ready(self) -> None:
        """Work out, where nobody waits for it, what every page asks of these answers."""
        everywhere, alone = self.everywhere, self.single_flips
        _ = everywhere.weights, everywhere.idle, alone.after, alone.changed, alone.load

    @cached_property
    def flips_of(self) -> dict[str, Flips]:
        """The smallest changes, under recommendation ids."""
        return {item.id: item for item in self.flips}

    @cached_property
    def reasons_of(self) -> dict[str, FixingSets]:
        """What fixes each status, under recommendation ids."""
        return {item.id: item for item in self.reasons}

    @cached_property
    def sufficient_of(self) -> dict[str, SufficientSets]:
        """What is enough for each recommendation, under its id."""
        return {item.id: item for item in self.sufficient}

    @cached_property
    def range_of(self) -> dict[str, Range]:
        """Between which probabilities each recommendation lies, under its id."""
        return {item.id: item for item in self.ranges}


class Snapshot(Answer):
    """A case, a scenario and its evaluation, with those of the baseline and from before the last change.

    `past` is the scenario from before the last change, `before` its evaluation. `analyses` and the standing's
    disagreements arrive a moment later, in a second snapshot that is otherwise equal. `shown_round` is the
    standing of the round that the view is at, where that is not the present one, and `kept_round` that of the
    round that the room keeps.
    """

    case: Case
    scenario: Scenario
    evaluation: Evaluation
    baseline: Evaluation
    before: Evaluation | None = None
    remarks: tuple[Coherence, ...] = ()
    analyses: Analyses | None = None
    past: Scenario | None = None
    asked: tuple[str, ...] = ()
    standing: Standing | None = None
    shown_round: Standing | None = None
    kept_round: Standing | None = None
    view: View = View()
    room: Room = Room()
    clock: Clock = Clock()
    phones: Phones | None = None

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """The assumptions that take part: those that an analyst added only while objections count."""
        return self.case.taking_part(self.scenario.added)

    def has_fallen(self, name: str) -> bool:
        """Whether a statement is accepted in the baseline, and no longer here."""
        held = self.baseline.status_of[name] is Status.ACCEPTED
        return held and self.evaluation.status_of[name] is Status.REJECTED

    @property
    def groups_shown(self) -> Standing | None:
        """The standing of the round that is looked at."""
        return self.shown_round or self.standing

    @cached_property
    def workshop(self) -> Workshop:
        """The workshop as it stands, a fresh one where none has begun."""
        return self.standing.workshop if self.standing else Workshop(case=self.scenario.case)


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
