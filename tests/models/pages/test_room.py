"""The words round a page in the room, and those behind the curtain."""

from models.engine.evaluate import evaluate
from models.pages.room import curtain, differs_line, entered_line, last_change_line
from models.schema.case import Case, Reading
from models.schema.scenario import baseline_scenario, with_credence
from models.schema.workshop import Hands, Prediction, fresh_workshop, reworked
from models.schema.workshop_steps import asked, locked
from tests.models.conftest import Take
from tests.workshops import MOMENT


def test_the_foot_names_what_fails_and_what_is_uncertain(essay: Case, take: Take) -> None:
    assert differs_line(take(essay, {"A3": "fails", "A7": "uncertain"})) == "A3 fails · A7 uncertain"


def test_many_differences_are_counted(essay: Case, take: Take) -> None:
    stances = {item.code: "uncertain" for item in essay.assumptions}

    assert differs_line(take(essay, stances)) == "A1, A2, A3, A4 and 15 more uncertain"


def test_the_foot_says_that_nothing_differs(essay: Case, take: Take) -> None:
    assert differs_line(take(essay)) == "As the essay takes every assumption"


def test_the_foot_names_the_reading_and_what_is_set_aside(essay: Case, take: Take) -> None:
    snapshot = take(
        essay, reading=Reading.EVERY_STRAND, added=True, aside=tuple(rule.id for rule in essay.rules[:2])
    )

    assert differs_line(snapshot) == "read as every strand · 2 inferences set aside · with added objections"


def test_the_last_change_tells_what_became_of_one_recommendation(essay: Case, take: Take) -> None:
    before = take(essay, {"A10": "uncertain"}).evaluation

    moved = last_change_line(take(essay, {"A10": "uncertain", "A7": "fails"}, before=before))

    assert moved == "The last change: R3 is no longer needed, was holding"


def test_the_last_change_names_several_recommendations(essay: Case, take: Take) -> None:
    before = evaluate(essay, baseline_scenario(essay))

    assert last_change_line(take(essay, {"A3": "fails"}, before=before)) == (
        "The last change moved R5, R7, R10 and R11"
    )


def test_a_change_may_move_no_verdict_and_there_may_be_none(essay: Case, take: Take) -> None:
    before = evaluate(essay, baseline_scenario(essay))

    assert last_change_line(take(essay, {"A5": "fails"}, before=before)) == "The last change moved no verdict"
    assert last_change_line(take(essay)) == ""


def test_the_curtain_names_the_recommendations_without_a_verdict(essay: Case, take: Take) -> None:
    workshop = asked(fresh_workshop(baseline_scenario(essay).case), "What if A3 fails?", MOMENT)

    shown = curtain(take(essay, {"A3": "fails"}), workshop)

    assert shown.title == "Verdicts are hidden. What do you expect?"
    assert shown.line.startswith("What if A3 fails? ")
    assert [line.code for line in shown.recommendations][:2] == ["R1", "R2"]
    assert not any(line.hands for line in shown.recommendations)


def test_the_curtain_shows_the_hands_once_they_are_locked(essay: Case, take: Take) -> None:
    workshop = asked(fresh_workshop(baseline_scenario(essay).case), "", MOMENT)
    first = essay.recommendations[0].id
    counted = Prediction(id="prediction", hands=(Hands(id=first, holds=12, open=3, falls=5),), asked=MOMENT)
    workshop = locked(reworked(workshop, predictions=(counted,)), baseline_scenario(essay), MOMENT)

    lines = curtain(take(essay), workshop).recommendations

    assert [line.hands for line in lines[:2]] == ["12 hold · 3 open · 5 fall", ""]


def test_entered_credences_are_listed_and_none_are_invented(essay: Case) -> None:
    scenario = with_credence(essay, baseline_scenario(essay), essay.by_code["A3"].id, 0.7)

    assert entered_line(essay, scenario) == "Entered: A3 70%."
    assert entered_line(essay, baseline_scenario(essay)) == ""
