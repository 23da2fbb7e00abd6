"""What moved since a stage, since the file was saved, and since the essay."""

from dataclasses import replace
from datetime import date, timedelta

from models.language.signs import UNTIL_REVEALED
from models.pages.watch.moved_since import BASELINE, moved_since, since_choices
from models.schema.case import Case
from models.schema.grades import Reading, Verdict
from models.schema.scenario import VerdictSeen, baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.steps.room_steps import prediction_asked, state_named
from models.schema.steps.signpost_steps import noted
from models.schema.workshop import Signpost, WatchState, Workshop
from tests.models.conftest import Take
from tests.states import snapshot_of
from tests.workshops import MOMENT


def fresh(case: Case) -> Workshop:
    return Workshop(case=baseline_scenario(case).case)


def staged(case: Case) -> Workshop:
    return state_named(fresh(case), MOMENT, baseline_scenario(case), "Before lunch")


def saved(essay: Case, take: Take) -> Snapshot:
    """A scenario whose file was saved when R5 was still open."""
    seen = tuple(
        VerdictSeen(id=item.id, verdict=Verdict.OPEN if item.code == "R5" else Verdict.HOLDS)
        for item in essay.recommendations
    )
    return snapshot_of(essay, replace(take(essay).scenario, verdicts=seen, modified=MOMENT))


def test_the_saved_file_the_stages_and_the_essay_can_be_compared_with(essay: Case, take: Take) -> None:
    workshop = state_named(
        staged(essay), MOMENT + timedelta(hours=1), baseline_scenario(essay), "After lunch"
    )

    names = [choice.name for choice in since_choices(saved(essay, take), workshop)]

    assert names == [
        "The file as it was last saved on 23 November 2026",
        "“After lunch”, 10:30 on 23 November 2026",
        "“Before lunch”, 09:30 on 23 November 2026",
        "The essay’s baseline",
    ]


def test_a_fresh_file_can_only_be_compared_with_the_essay(essay: Case, take: Take) -> None:
    assert [choice.id for choice in since_choices(take(essay), fresh(essay))] == [BASELINE]


def test_verdicts_and_stances_that_moved_since_a_stage_are_told_with_what_they_were(
    essay: Case, take: Take
) -> None:
    found = moved_since(take(essay, {"A3": "fails"}), staged(essay), "stage:before-lunch")

    assert found.headline == "Since “Before lunch”, 4 verdicts changed and 1 assumption changed"
    first = found.verdicts[0]
    assert (first.title, first.before, first.verdict) == (
        "Draw Pyongyang away from Moscow",
        Verdict.HOLDS,
        Verdict.NOT_NEEDED,
    )
    assert found.stances == ("“Russia ties deepen” fails now; then it held.",)


def test_nothing_moved_is_said_as_such(essay: Case, take: Take) -> None:
    found = moved_since(take(essay), staged(essay))

    assert found.nothing
    assert found.headline == "Nothing moved since “Before lunch”"


def test_of_a_saved_file_only_the_verdicts_are_known(essay: Case, take: Take) -> None:
    found = moved_since(saved(essay, take), fresh(essay))

    assert found.headline == "Since the file was last saved on 23 November 2026, 1 verdict changed"
    (only,) = found.verdicts
    assert (only.title, only.before, only.verdict) == (
        "Draw Pyongyang away from Moscow",
        Verdict.OPEN,
        Verdict.HOLDS,
    )
    assert found.note.startswith("The file keeps the verdicts")


def test_a_stage_that_is_gone_gives_way_to_the_first_choice(essay: Case, take: Take) -> None:
    assert moved_since(take(essay), fresh(essay), "stage:gone").since.id == BASELINE


def test_the_reading_and_the_rules_count_too(essay: Case, take: Take) -> None:
    here = take(essay, reading=Reading.EVERY_ARGUMENT, added=True, aside=("same-goal",))

    found = moved_since(here, fresh(essay))

    assert found.settings == (
        "Every argument must hold now.",
        "Objections count now.",
        "An argument for “Wish to diversify is shared” is rejected now: Whoever dislikes depending on one partner may "
        "want several, as the West does.",
    )


def test_signposts_seen_since_that_day_are_told_and_undated_ones_as_such(essay: Case, take: Take) -> None:
    item = essay.assumptions[2]
    workshop = staged(essay)
    for text, day in zip(
        (one.text for one in item.observations), (date(2026, 11, 22), date(2026, 11, 23), None), strict=True
    ):
        changes = {"state": WatchState.TRIPPED, "on": day}
        workshop = noted(workshop, MOMENT, Signpost(assumption=item.id, text=text), changes, own=False)

    told = moved_since(take(essay), workshop, "stage:before-lunch").signposts

    assert told == (
        "Russia ties deepen: “Rail, port and trade figures between the two move”, seen on 23 November 2026.",
        "Russia ties deepen: “The two governments quarrel in public”, seen, without a date.",
    )


def test_nothing_is_told_while_a_prediction_is_asked(essay: Case, take: Take) -> None:
    found = moved_since(take(essay, {"A3": "fails"}), prediction_asked(staged(essay), MOMENT, "And now?"))

    assert found.headline == UNTIL_REVEALED
    assert found.nothing
