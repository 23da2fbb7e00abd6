"""A small workshop to test with: four tables in two rounds, one of them on paper ballots."""

from datetime import UTC, datetime

from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import balloted, round_revealed, with_round
from models.schema.workshop import Ballot, Count, Origin, Workshop

MOMENT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def four_tables(case: Case) -> Workshop:
    """Two revealed rounds on a case: Tables 1 to 3 come as files, Table 4 as a ballot; in the second they move."""
    first, second, third = ([item.id for item in case.assumptions] * 2)[:3]
    workshop = Workshop(case=baseline_scenario(case).case)
    workshop = _round(
        case, workshop, ({}, {first: Stance.FAILS}, {first: Stance.FAILS, second: Stance.UNCERTAIN})
    )
    workshop = with_round(workshop)
    return _round(case, workshop, ({}, {}, {first: Stance.FAILS, third: Stance.FAILS}))


def _round(case: Case, workshop: Workshop, stances: tuple[dict[str, Stance], ...]) -> Workshop:
    for number, taken in enumerate(stances, start=1):
        scenario = with_stances(baseline_scenario(case), taken)
        file = f"table-{number}-{workshop.round}.scenario.json"
        workshop = with_group(workshop, f"Table {number}", scenario, Origin.FOLDER, file=file, arrived=MOMENT)
    first, second = (item.id for item in case.assumptions[:2])
    ballot = Ballot(
        heads=8,
        counts=(Count(id=first, holds=5, uncertain=1, fails=1), Count(id=second, holds=3, fails=3)),
    )
    workshop = with_group(
        workshop, "Table 4", balloted(case, ballot), Origin.TALLY, ballot=ballot, arrived=MOMENT
    )
    return round_revealed(workshop, workshop.round)


def four_that_vote(case: Case) -> Workshop:
    """One revealed round in which all four tables came as ballots, and three assumptions split them."""
    votes = {
        "Table 1": {"A3": (6, 2, 2), "A13": (7, 1, 2), "A20": (5, 4, 1), "A16": (2, 2, 6)},
        "Table 2": {"A3": (2, 2, 6), "A13": (6, 3, 1), "A20": (7, 2, 1), "A16": (6, 2, 2)},
        "Table 3": {"A3": (5, 3, 2), "A13": (2, 2, 6), "A20": (2, 2, 6), "A16": (6, 2, 2)},
        "Table 4": {"A3": (7, 2, 1), "A13": (6, 2, 2), "A20": (8, 1, 1), "A16": (7, 2, 1)},
    }
    workshop = Workshop(case=baseline_scenario(case).case)
    for name, counts in votes.items():
        ballot = Ballot(
            heads=10,
            counts=tuple(
                Count(id=case.by_code[code].id, holds=holds, uncertain=unsure, fails=fails)
                for code, (holds, unsure, fails) in counts.items()
            ),
        )
        workshop = with_group(
            workshop, name, balloted(case, ballot), Origin.TALLY, ballot=ballot, arrived=MOMENT
        )
    return round_revealed(workshop, workshop.round)


def with_one_elsewhere(case: Case, workshop: Workshop, code: str) -> Workshop:
    """The workshop with a table more in its last round, whose people voted on one assumption only."""
    ballot = Ballot(heads=4, counts=(Count(id=case.by_code[code].id, holds=1, fails=3),))
    return with_group(
        workshop, "Table 13", balloted(case, ballot), Origin.TALLY, ballot=ballot, arrived=MOMENT
    )
