"""The steps of the day: notes on screens, the agenda with its time, predictions, and states that are named."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from models.schema.scenario import Scenario
from models.schema.steps.workshop_steps import fresh_id, put, without
from models.schema.value import MAX_TEXT
from models.schema.workshop import AgendaItem, Hands, Phase, Prediction, Stage, StepNote, Workshop

LONGEST_SPENT = 1_000_000
DAY = 1440


def noted(workshop: Workshop, about: str, text: str) -> Workshop:
    """The workshop with the facilitator's note on one screen; an empty one is taken away."""
    written = text.strip()[:MAX_TEXT]
    if not written:
        return replace(workshop, step_notes=without(workshop.step_notes, (about,)))
    return replace(workshop, step_notes=put(workshop.step_notes, StepNote(id=about, text=written)))


def with_agenda(workshop: Workshop, items: tuple[AgendaItem, ...]) -> Workshop:
    """The workshop with another agenda, of which nothing has begun."""
    return replace(workshop, agenda=items, agenda_at=None)


def with_new_item(workshop: Workshop, title: str, minutes: int) -> Workshop:
    """The workshop with one more item at the end of its agenda."""
    identifier = fresh_id(title, (item.id for item in workshop.agenda), "item")
    new = AgendaItem(id=identifier, title=title, minutes=minutes)
    return replace(workshop, agenda=(*workshop.agenda, new))


def without_item(workshop: Workshop, identifier: str) -> Workshop:
    """The workshop without one item; if it was the present one, nothing is present."""
    at = None if workshop.agenda_at == identifier else workshop.agenda_at
    return replace(workshop, agenda=without(workshop.agenda, (identifier,)), agenda_at=at)


def rewritten(workshop: Workshop, identifier: str, **changes: Any) -> Workshop:
    """The workshop with one item's title, minutes, purpose or time changed; an unknown id changes nothing."""
    return replace(
        workshop,
        agenda=tuple(replace(item, **changes) if item.id == identifier else item for item in workshop.agenda),
    )


def shifted(workshop: Workshop, identifier: str, by: int) -> Workshop:
    """The workshop with one item so many places later, or earlier where that is negative."""
    items = list(workshop.agenda)
    start = next((place for place, item in enumerate(items) if item.id == identifier), None)
    if start is None:
        return workshop
    items.insert(max(0, min(len(items) - 1, start + by)), items.pop(start))
    return replace(workshop, agenda=tuple(items))


def timed(workshop: Workshop, spent: Mapping[str, int], at: str | None) -> Workshop:
    """The workshop with the seconds that items have taken, and which one is present now."""
    known = {item.id for item in workshop.agenda}
    return replace(
        workshop,
        agenda=tuple(
            replace(item, spent=min(max(spent[item.id], 0), LONGEST_SPENT)) if item.id in spent else item
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
    """The workshop with a prediction begun: verdicts are hidden until it is revealed or dropped; one at a time."""
    if workshop.asking is not None:
        return workshop
    identifier = fresh_id("prediction", (item.id for item in workshop.predictions), "prediction")
    new = Prediction(id=identifier, question=question.strip(), asked=moment)
    return replace(workshop, predictions=(*workshop.predictions, new))


def with_hands(workshop: Workshop, hands: Hands) -> Workshop:
    """The workshop with the hands counted for one recommendation; what is locked takes none any more."""
    prediction = workshop.asking
    if prediction is None or prediction.phase is not Phase.ASKING:
        return workshop
    return _advanced(workshop, prediction, hands=tuple({**prediction.of, hands.id: hands}.values()))


def hands_counted(workshop: Workshop, recommendation: str, way: str, number: int) -> Workshop:
    """The workshop with so many hands for a recommendation to be what `way` says: holds, open or falls."""
    asking = workshop.asking
    hands = asking.of.get(recommendation, Hands(id=recommendation)) if asking else Hands(id=recommendation)
    changes: dict[str, Any] = {way: number}
    return with_hands(workshop, replace(hands, **changes))


def prediction_locked(workshop: Workshop, moment: datetime, scenario: Scenario) -> Workshop:
    """The workshop with its prediction locked on what the assumptions are set to now."""
    prediction = workshop.asking
    if prediction is None or prediction.phase is not Phase.ASKING:
        return workshop
    return _advanced(workshop, prediction, phase=Phase.LOCKED, scenario=scenario, locked=moment)


def prediction_revealed(workshop: Workshop, moment: datetime) -> Workshop:
    """The workshop with its locked prediction revealed."""
    prediction = workshop.asking
    if prediction is None or prediction.phase is not Phase.LOCKED:
        return workshop
    return _advanced(workshop, prediction, phase=Phase.REVEALED, revealed=moment)


def dropped(workshop: Workshop) -> Workshop:
    """The workshop without the prediction that is under way."""
    prediction = workshop.asking
    kept = without(workshop.predictions, prediction.key) if prediction else workshop.predictions
    return replace(workshop, predictions=kept)


def state_named(workshop: Workshop, moment: datetime, scenario: Scenario, name: str) -> Workshop:
    """The workshop with the present state named; a name that is taken is given a number."""
    number = len(workshop.stages) + 1
    wanted = name.strip() or f"Stage {number}"
    identifier = fresh_id(wanted, (item.id for item in workshop.stages), "stage")
    new = Stage(id=identifier, name=wanted, at=moment, scenario=scenario)
    return replace(workshop, stages=(*workshop.stages, new))


def without_stage(workshop: Workshop, identifier: str) -> Workshop:
    """The workshop without a named state."""
    return replace(workshop, stages=without(workshop.stages, (identifier,)))


def _advanced(workshop: Workshop, prediction: Prediction, **changes: Any) -> Workshop:
    return replace(workshop, predictions=put(workshop.predictions, replace(prediction, **changes)))
