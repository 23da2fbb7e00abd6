"""Links in the window: what goes along is told with Undo, and what cannot be is resolved by one click."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import State
from models.schema.workshop import Workshop
from tests.models.engine.test_contradictions import two_at_once
from tests.models.pages.test_impossible import choice, impossible
from tests.window import Window


def begin(window: Window) -> None:
    state = replace(impossible(), scenario=baseline_scenario(choice()), past=None)
    window.window.session.start(state)


def test_a_notice_says_what_went_along_and_undo_takes_both_back(window: Window) -> None:
    begin(window)

    window.click("stance:a2:holds")

    assert window.text("notice-text") == (
        "“Text of a2” was set and holds. “Text of a1” went along and fails, since link l."
    )
    assert window.window.session.scenario.stance_of["a1"] is Stance.FAILS
    window.click("notice-action")
    assert window.window.session.scenario == baseline_scenario(choice())


def test_a_notice_goes_with_what_it_would_undo(window: Window) -> None:
    begin(window)
    window.click("stance:a2:holds")

    window.window.session.undo_stack.undo()

    assert not window.shows("notice-text")


def test_a_notice_goes_where_undo_would_take_back_something_later(window: Window) -> None:
    begin(window)
    window.click("stance:a2:holds")

    window.click("stance:a3:uncertain")

    assert not window.shows("notice-text")


def test_a_row_says_in_its_tip_what_ties_it(window: Window) -> None:
    begin(window)

    tip = window.find(QWidget, "assumption:a2").toolTip()

    assert "Exactly one of these holds" in tip


def test_one_click_resolves_stances_that_cannot_be_together(window: Window) -> None:
    begin(window)
    window.click("stance:a1:fails")

    assert window.text("notice-text").endswith("Nothing follows until one of them changes.")
    window.click("resolve:let-“text-of-a3”-hold")
    assert window.window.session.snapshot.evaluation.contradiction is None
    assert window.window.session.scenario.stance_of["a3"] is Stance.HOLDS


def test_a_second_contradiction_is_told_beside_the_first(window: Window) -> None:
    case, scenario = two_at_once()
    state = State(case=case, scenario=scenario, workshop=Workshop(case=scenario.case))
    window.window.session.start(state)

    window.click("stance:a5:holds")

    said = window.text("notice-text")
    assert said.count("that cannot be so together") == 2
    assert said.endswith("Nothing follows until all of this is resolved.")
