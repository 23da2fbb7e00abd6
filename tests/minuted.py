"""A workshop in which everything has happened, to test the minutes and the signposts with."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from models.language.workshop.workshop_changes import logged
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.log import log_of
from models.schema.scenario import Scenario, baseline_scenario, with_rationale, with_stances
from models.schema.steps.room_steps import (
    prediction_asked,
    prediction_locked,
    prediction_revealed,
    state_named,
    with_hands,
)
from models.schema.steps.signpost_steps import noted
from models.schema.workshop import (
    Action,
    ActionKind,
    Entry,
    Hands,
    Signpost,
    WatchState,
    Workshop,
)
from tests.workshops import MOMENT, four_tables

PEOPLE = ("Facilitator", "The room", "Table 1", "Table 2", "Table 3", "Table 4")


def plenary(case: Case) -> Scenario:
    """What the room has come to: two assumptions are not as in the source, one of them with a reason."""
    first, third = case.assumptions[0], case.assumptions[2]
    taken = with_stances(baseline_scenario(case), {first.id: Stance.FAILS, third.id: Stance.UNCERTAIN})
    reasoned = with_rationale(case, taken, first.id, "The budget was voted down in the spring.")
    return replace(reasoned, title="Winter workshop")


def eventful(case: Case, entries: int = 6) -> Workshop:
    """Four tables, two predictions, a stage, signposts, actions and so many lines of the log."""
    workshop = _predicted(case, four_tables(case))
    workshop = state_named(workshop, MOMENT + timedelta(hours=2), baseline_scenario(case), "Before lunch")
    workshop = _watched(case, workshop)
    return replace(workshop, log=log_of(tuple(_entry(case, place) for place in range(entries))))


def hidden(workshop: Workshop, moment: datetime) -> Workshop:
    """The workshop with a prediction asked, so that verdicts are hidden."""
    return prediction_asked(workshop, moment, "And now?")


def _predicted(case: Case, workshop: Workshop) -> Workshop:
    workshop = prediction_asked(workshop, MOMENT, "If the first assumption fails, what holds?")
    hands = tuple(
        Hands(id=item.id, holds=20 - 2 * place, open=place, falls=10 + place)
        for place, item in enumerate(case.recommendations[:5])
    )
    for counted in hands:
        workshop = with_hands(workshop, counted)
    workshop = prediction_locked(workshop, MOMENT + timedelta(minutes=5), plenary(case))
    return prediction_revealed(workshop, MOMENT + timedelta(minutes=6))


def _watched(case: Case, workshop: Workshop) -> Workshop:
    third = case.assumptions[2]
    first, *_, last = (one.text for one in third.observations)
    for text, changes in (
        (
            first,
            {"state": WatchState.TRIPPED, "owner": "Asia desk", "source": "State news agency, front page"},
        ),
        (last, {"owner": "Planning staff", "on": date(2027, 3, 1)}),
    ):
        workshop = noted(workshop, MOMENT, Signpost(assumption=third.id, text=text), changes, own=False)
    own = Signpost(assumption=case.assumptions[0].id, text="A fifth committee is formed", owner="asia desk ")
    shaping = Action(
        assumption=third.id,
        kind=ActionKind.SHAPING,
        text=third.shaping[0],
        owner="Planning staff",
        on=date(2027, 1, 15),
    )
    hedging = Action(
        assumption=third.id, kind=ActionKind.HEDGING, text="Draft a second plan and keep it in the drawer"
    )
    return replace(
        workshop, signposts=(*workshop.signposts, own), actions=(*workshop.actions, shaping, hedging)
    )


def _entry(case: Case, place: int) -> Entry:
    """One change and what it moved, as the session writes it down; every third has a reason."""
    item = case.assumptions[place % len(case.assumptions)]
    before = baseline_scenario(case)
    stance = Stance.FAILS if item.baseline is not Stance.FAILS else Stance.HOLDS
    told = logged(case, before, with_stances(before, {item.id: stance}))
    return Entry(
        id=f"entry-{place + 1}",
        at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC) + timedelta(minutes=7 * place),
        who=PEOPLE[place % len(PEOPLE)],
        what=told.what,
        moved=told.moved,
        why="" if place % 3 else f"Table {place % 4 + 1} has seen figures that nobody else had.",
    )
