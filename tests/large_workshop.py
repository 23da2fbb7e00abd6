"""A workshop as large as the tool promises to keep up with: twelve groups in four rounds, all that goes with them."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from models.pages.programme.agenda import ninety_minutes
from models.schema.case import Case
from models.schema.grades import Reading, Stance
from models.schema.log import log_of
from models.schema.scenario import Scenario, baseline_scenario, with_rationale, with_stances
from models.schema.steps.group_steps import with_group
from models.schema.steps.room_steps import (
    prediction_asked,
    prediction_locked,
    prediction_revealed,
    state_named,
    with_hands,
)
from models.schema.steps.workshop_steps import balloted, round_revealed, with_round
from models.schema.workshop import (
    Action,
    ActionKind,
    Ballot,
    Count,
    Entry,
    Hands,
    Origin,
    Signpost,
    Workshop,
)
from tests.workshops import MOMENT

GROUPS, ROUNDS, LOGGED, HEADS = 12, 4, 200, 8
WHY = "Two at this table have worked on it and say that the paper is too confident; the others go along."


def large_workshop(case: Case) -> Workshop:
    """Twelve groups in four rounds, every third on paper, with predictions, stages, signposts and a long log."""
    dice = Random(4)  # noqa: S311 - no secrets here
    workshop = Workshop(case=baseline_scenario(case).case)
    for number in range(ROUNDS):
        workshop = with_round(workshop) if number else workshop
        workshop = _predicted(case, state_named(workshop, MOMENT, drawn_scenario(case, dice), ""), dice)
        for group in range(1, GROUPS + 1):
            workshop = _joined(case, workshop, f"Table {group}", group % 3 == 0, dice)
        workshop = round_revealed(workshop, workshop.round)
    return _written_up(case, workshop)


def drawn_scenario(case: Case, dice: Random) -> Scenario:
    """What a table might hold: half of the source's stances, a reading, and why it left the source."""
    taken = {
        item.id: dice.choice([Stance.HOLDS, Stance.FAILS, Stance.UNCERTAIN])
        for item in case.assumptions
        if dice.random() < 0.5
    }
    scenario = with_stances(baseline_scenario(case), taken)
    for name in taken:
        scenario = with_rationale(case, scenario, name, WHY)
    return replace(scenario, reading=dice.choice(list(Reading)), added=dice.random() < 0.3)


def _joined(case: Case, workshop: Workshop, name: str, paper: bool, dice: Random) -> Workshop:
    if not paper:
        file = f"{name}-{workshop.round}.scenario.json"
        scenario = replace(drawn_scenario(case, dice), group=name)
        return with_group(workshop, name, scenario, Origin.FOLDER, file=file, digest=file, arrived=MOMENT)
    counts = tuple(
        Count(id=item.id, holds=dice.randint(0, 4), uncertain=dice.randint(0, 2), fails=dice.randint(0, 2))
        for item in case.assumptions
    )
    ballot = Ballot(heads=HEADS, counts=counts)
    return with_group(workshop, name, balloted(case, ballot), Origin.TALLY, ballot=ballot, arrived=MOMENT)


def _predicted(case: Case, workshop: Workshop, dice: Random) -> Workshop:
    workshop = prediction_asked(workshop, MOMENT, "What is left of the advice?")
    for advice in case.recommendations:
        hands = Hands(id=advice.id, holds=dice.randint(0, 20), falls=dice.randint(0, 20))
        workshop = with_hands(workshop, hands)
    return prediction_revealed(prediction_locked(workshop, MOMENT, drawn_scenario(case, dice)), MOMENT)


def _written_up(case: Case, workshop: Workshop) -> Workshop:
    """The signposts with owners, an action on each assumption, the agenda, and the log of a long day."""
    return replace(
        workshop,
        agenda=ninety_minutes(),
        signposts=tuple(
            Signpost(assumption=item.id, text=text, owner="The ministry’s desk officer")
            for item in case.assumptions
            for text in (one.text for one in item.observations)
        ),
        actions=tuple(
            Action(
                assumption=item.id, kind=ActionKind.HEDGING, text="Have a second plan ready", owner="Desk 3"
            )
            for item in case.assumptions
        ),
        log=log_of(
            tuple(
                Entry(
                    id=f"entry-{number}",
                    at=MOMENT + timedelta(seconds=20 * number),
                    who="The facilitator",
                    what="Set A3 to fails",
                    why=WHY,
                    moved="R5 is no longer needed; R6 is open.",
                )
                for number in range(1, LOGGED + 1)
            )
        ),
    )
