"""The steps that the walk-through and the agenda make: notes on screens, and the day's items with their time."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.schema.scenario import Scenario
from models.schema.steps.workshop_steps import (
    asked,
    fresh_id,
    locked,
    put,
    revealed,
    with_hands,
    with_stage,
    without,
)
from models.schema.value import MAX_TEXT
from models.schema.workshop import AgendaItem, Hands, StepNote, Workshop, reworked

LONGEST_SPENT = 1_000_000
DAY = 1440


def noted(workshop: Workshop, about: str, text: str) -> Workshop:
    """The workshop with the facilitator's note on one screen; an empty one is taken away."""
    written = text.strip()[:MAX_TEXT]
    if not written:
        return reworked(workshop, step_notes=without(workshop.step_notes, (about,)))
    return reworked(workshop, step_notes=put(workshop.step_notes, StepNote(id=about, text=written)))


def with_agenda(workshop: Workshop, items: tuple[AgendaItem, ...]) -> Workshop:
    """The workshop with another agenda, of which nothing has begun."""
    return reworked(workshop, agenda=items, agenda_at=None)


def with_new_item(workshop: Workshop, title: str, minutes: int) -> Workshop:
    """The workshop with one more item at the end of its agenda."""
    identifier = fresh_id(title, (item.id for item in workshop.agenda), "item")
    new = AgendaItem(id=identifier, title=title, minutes=minutes)
    return reworked(workshop, agenda=(*workshop.agenda, new))


def without_item(workshop: Workshop, identifier: str) -> Workshop:
    """The workshop without one item; if it was the present one, nothing is present."""
    at = None if workshop.agenda_at == identifier else workshop.agenda_at
    return reworked(workshop, agenda=without(workshop.agenda, (identifier,)), agenda_at=at)


def rewritten(workshop: Workshop, identifier: str, **changes: Any) -> Workshop:
    """The workshop with one item's title, minutes, purpose or time changed; an unknown id changes nothing."""
    return reworked(
        workshop,
        agenda=tuple(_with(item, changes) if item.id == identifier else item for item in workshop.agenda),
    )


def shifted(workshop: Workshop, identifier: str, by: int) -> Workshop:
    """The workshop with one item so many places later, or earlier where that is negative."""
    items = list(workshop.agenda)
    start = next((place for place, item in enumerate(items) if item.id == identifier), None)
    if start is None:
        return workshop
    items.insert(max(0, min(len(items) - 1, start + by)), items.pop(start))
    return reworked(workshop, agenda=tuple(items))


def timed(workshop: Workshop, spent: Mapping[str, int], at: str | None) -> Workshop:
    """The workshop with the seconds that items have taken, and which one is present now."""
    known = {item.id for item in workshop.agenda}
    return reworked(
        workshop,
        agenda=tuple(
            _with(item, {"spent": min(max(spent[item.id], 0), LONGEST_SPENT)}) if item.id in spent else item
            for item in workshop.agenda
        ),
        agenda_at=at if at in known else None,
    )


def item_titled(workshop: Workshop, identifier: str, title: str) -> Workshop:
    """The workshop with one item of its agenda under another title; an empty one changes nothing."""
    return rewritten(workshop, identifier, title=title.strip()) if title.strip() else workshop


def item_lasting(workshop: Workshop, identifier: str, minutes: int) -> Workshop:
    """The workshop with another length for one item of its agenda, of at least a minute and at most a day."""
    return rewritten(workshop, identifier, minutes=min(max(minutes, 1), DAY))


def item_meant(workshop: Workshop, identifier: str, purpose: str) -> Workshop:
    """The workshop with what one item of its agenda is for."""
    return rewritten(workshop, identifier, purpose=purpose.strip())


def prediction_asked(workshop: Workshop, moment: datetime, question: str) -> Workshop:
    """The workshop with a prediction begun, from when on verdicts are hidden; one at a time."""
    return asked(workshop, question, moment) if workshop.asking is None else workshop


def hands_counted(workshop: Workshop, recommendation: str, way: str, number: int) -> Workshop:
    """The workshop with so many hands for a recommendation to be what `way` says: holds, open or falls."""
    asking = workshop.asking
    hands = asking.of.get(recommendation, Hands(id=recommendation)) if asking else Hands(id=recommendation)
    changes: dict[str, Any] = {way: number}
    return with_hands(workshop, replace(hands, **changes))


def prediction_locked(workshop: Workshop, moment: datetime, scenario: Scenario) -> Workshop:
    """The workshop with its prediction locked on a scenario."""
    return locked(workshop, scenario, moment)


def prediction_revealed(workshop: Workshop, moment: datetime) -> Workshop:
    """The workshop with its locked prediction revealed."""
    return revealed(workshop, moment)


def state_named(workshop: Workshop, moment: datetime, scenario: Scenario, name: str) -> Workshop:
    """The workshop with a scenario kept under a name, to be returned to."""
    return with_stage(workshop, name, scenario, moment)


def _with(item: AgendaItem, changes: Mapping[str, Any]) -> AgendaItem:
    return replace(item, **changes)
