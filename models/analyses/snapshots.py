"""Takes the snapshot of a state: the one value that the window, the room's screen, paper and files are made of."""

from dataclasses import replace

from models.analyses.bundle import analyse
from models.analyses.evaluated import evaluated
from models.analyses.standing import take_standing, with_disagreements
from models.engine.snapshot import take_snapshot
from models.schema.analysis import Tick, patiently
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.state import State
from models.schema.workshop import reworked


def take(state: State, last: Snapshot | None = None) -> Snapshot:
    """What follows from a state, without what may take long; of the `last` snapshot all is kept that still holds.

    While somebody looks back, the scenario that is shown is the one from before the last change.
    """
    back = state.view.looking_back and state.past is not None
    shown = state.past if back and state.past is not None else state.scenario
    other = state.scenario if back else state.past
    before = evaluated(state.case, other) if other is not None else None
    plain = take_snapshot(state.case, shown, before)
    standing = take_standing(state.case, state.workshop, last.standing if last else None)
    return replace(
        plain,
        past=other,
        standing=standing,
        shown_round=_round_looked_at(state, last),
        view=state.view,
        room=state.room,
        clock=state.clock,
    )


def complete(snapshot: Snapshot, tick: Tick = patiently) -> Snapshot:
    """The snapshot with its analyses and with what the groups differ on; the tick may withdraw it."""
    standing, looked_at = snapshot.standing, snapshot.shown_round
    if standing is not None and standing.disagreements is None:
        standing = with_disagreements(standing, tick)
    if looked_at is not None and looked_at.disagreements is None:
        looked_at = with_disagreements(looked_at, tick)
    return replace(
        snapshot,
        standing=standing,
        shown_round=looked_at,
        analyses=snapshot.analyses or analyse(snapshot.case, snapshot.scenario, tick),
    )


def _round_looked_at(state: State, last: Snapshot | None) -> Standing | None:
    """The standing of the round that the view is at; None where it is the present one, or gone."""
    workshop, wanted = state.workshop, state.view.round
    if wanted in ("", workshop.round) or all(item.id != wanted for item in workshop.rounds):
        return None
    earlier = last.shown_round if last else None
    return take_standing(state.case, reworked(workshop, round=wanted), earlier)
