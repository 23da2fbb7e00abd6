"""What an action makes of a state: pure, so that a test can act without a window, and the session only applies it."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, TypeVar

from models.schema.action import Action, Change, Command, Look, Present, Step, Time, Timing
from models.schema.case import Case
from models.schema.scenario import Scenario, asks_the_same
from models.schema.snapshot import State
from models.schema.steps.room_steps import timed
from models.schema.steps.scenario_steps import asked_by
from models.schema.view import Room, View
from models.schema.workshop import AgendaItem, Workshop

PARTS = ("page", "picture", "model", "programme", "depends", "differ", "watch", "screen", "round")
"""The fields of a view that bring another page or part of one; the room begins at its first screen then."""

SECOND = timedelta(seconds=1)

Choices = TypeVar("Choices", View, Room)


def acted(state: State, action: Action, moment: datetime) -> State:
    """The state after an action at a moment; what only the window can do leaves it as it is."""
    match action:
        case Change():
            after = with_scenario(state, action.applied(state.case, state.scenario), asked_by(action))
            looking = replace(after.view, looking_back=False)
            return replace(after, view=_picking(state.case, looking, action.picks))
        case Step():
            arguments = (moment, *action.arguments) if action.dated else action.arguments
            return with_workshop(state, action.step(state.workshop, *arguments), moment)
        case Look():
            return _looked(state, dict(action.changes))
        case Present():
            return replace(state, room=_presented(state, dict(action.changes)))
        case Time():
            return _timed(state, action, moment)
        case Command():
            return state


def opened(state: State) -> State:
    """A state that has just been opened: something of its case is picked, and nothing runs or is looked back at."""
    known = state.view.picked in state.case.by_id
    picked = state.view.picked if known else _first_picked(state.case)
    model = state.view.model if state.view.model in {item.id for item in state.case.models} else ""
    view = replace(state.view, picked=picked, model=model, looking_back=False)
    return replace(
        state, view=view, room=replace(state.room, kept=None), clock=replace(state.clock, since=None)
    )


def reopened(before: State, state: State) -> State:
    """A state that is opened in the place of another: the page and the room's screen stay, what was on them goes."""
    view = View(page=before.view.page, picture=before.view.picture, picked=before.view.picked)
    return opened(replace(state, view=view, room=before.room))


def with_scenario(state: State, scenario: Scenario, asked: tuple[str, ...] = ()) -> State:
    """The state with another scenario; words that are written leave it told what the last change did and asked for."""
    if scenario == state.scenario:
        return state
    same = asks_the_same(state.scenario, scenario)
    past, asked = (state.past, state.asked) if same else (state.scenario, asked)
    view = state.view if same else replace(state.view, looking_back=False)
    return replace(state, scenario=scenario, past=past, asked=asked, view=view)


def with_workshop(state: State, workshop: Workshop, moment: datetime) -> State:
    """The state with another workshop; the time of the step that is present then is counted from now.

    The time until now is to be written first, by `with_time`.
    """
    clock = state.clock
    present = _present(workshop)
    if clock.since is not None and (present is None or workshop.agenda_at != state.workshop.agenda_at):
        clock = replace(clock, since=moment if present is not None else None)
    return replace(state, workshop=workshop, clock=clock)


def with_time(state: State, moment: datetime) -> State:
    """The state with the whole seconds that ran until now written into its workshop."""
    present, since = _present(state.workshop), state.clock.since
    if present is None or since is None:
        return state
    ran = max(0, int((moment - since).total_seconds()))  # a clock that was set back takes nothing away
    if not ran:
        return state
    workshop = timed(state.workshop, {present.id: present.spent + ran}, present.id)
    since = max(since, moment - (moment - since) % SECOND)
    return replace(state, workshop=workshop, clock=replace(state.clock, since=since))


def _timed(state: State, action: Time, moment: datetime) -> State:
    running = state.clock.since is not None
    match action.timing:
        case Timing.PAUSE:
            kept = with_time(state, moment)
            return replace(kept, clock=replace(kept.clock, since=None))
        case Timing.START if running:
            return state
        case Timing.START:
            present = _present(state.workshop)
            at = present.id if present is not None else _neighbour(state.workshop, 1)
            started = _turned(state, at, moment)
            since = moment if at is not None else None
            return replace(started, clock=replace(started.clock, since=since))
        case Timing.BACK:
            return _turned(state, _neighbour(state.workshop, -1), moment)
        case Timing.NEXT:
            return _turned(state, _neighbour(state.workshop, 1), moment)
        case Timing.TURN:
            return _turned(state, action.at, moment)


def _turned(state: State, at: str | None, moment: datetime) -> State:
    """The state with a step of the day present, and the time until now counted for the one that was."""
    if at not in {item.id for item in state.workshop.agenda}:
        return state
    kept = with_time(state, moment)
    return replace(kept, workshop=timed(kept.workshop, {}, at))


def _neighbour(workshop: Workshop, by: int) -> str | None:
    """The step before or after the present one; the first where none is present."""
    items = workshop.agenda
    places = [place for place, item in enumerate(items) if item.id == workshop.agenda_at]
    wanted = places[0] + by if places else 0
    return items[wanted].id if 0 <= wanted < len(items) else None


def _present(workshop: Workshop) -> AgendaItem | None:
    return next((item for item in workshop.agenda if item.id == workshop.agenda_at), None)


def _looked(state: State, wishes: Mapping[str, Any]) -> State:
    view = _chosen(state.view, wishes)
    if view.picked and view.picked not in state.case.by_id:
        view = replace(view, picked=state.view.picked)
    if view.looking_back and state.past is None:
        view = replace(view, looking_back=False)
    turned = any(getattr(view, name) != getattr(state.view, name) for name in PARTS)
    room = replace(state.room, part=0) if turned and state.room.kept is None else state.room
    return replace(state, view=view, room=room)


def _presented(state: State, wishes: Mapping[str, Any]) -> Room:
    """The room's screen as it is wished; `kept=True` keeps the present view, and closing it forgets the rest."""
    kept = wishes.get("kept", state.room.kept)
    view = state.view if kept is True else kept if isinstance(kept, View) else None
    room = replace(_chosen(state.room, {name: wishes[name] for name in wishes if name != "kept"}), kept=view)
    if not room.is_open:
        return Room()
    return replace(room, part=0) if view is None and state.room.kept is not None else room


def _chosen(choices: Choices, wishes: Mapping[str, Any]) -> Choices:
    """The choices with what is wished; a field that there is not, or a value that it cannot have, changes nothing."""
    read = {item.name: _reading(getattr(choices, item.name)) for item in fields(choices)}
    changes: dict[str, Any] = {}
    for name, value in wishes.items():
        try:
            changes[name] = read[name](value)
        except (KeyError, TypeError, ValueError):
            continue
    return replace(choices, **changes)


def _reading(now: Any) -> Callable[[Any], Any]:
    """How a wish for a field is read: as a value of the kind that the field has now."""
    if isinstance(now, bool | Enum | tuple):
        return type(now)
    return int if isinstance(now, int) else str


def _picking(case: Case, view: View, picked: str) -> View:
    return replace(view, picked=picked) if picked in case.by_id else view


def _first_picked(case: Case) -> str:
    return case.recommendations[0].id if case.recommendations else ""
