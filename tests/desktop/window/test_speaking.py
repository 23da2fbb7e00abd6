"""What a screen reader hears of a change: it is told where the keyboard is, once, and never while it is hidden."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from models.schema.action import Step
from models.schema.steps.room_steps import prediction_asked
from models.schema.steps.scenario_steps import write_note
from tests.window import Window


def _described(widget: QWidget) -> str:
    """What a screen reader reads as the description of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.text(QAccessible.Text.Description)


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_what_follows_from_a_toggle_is_described_where_the_keyboard_is(window: Window) -> None:
    row = window.find(QWidget, "assumption:russia-ties")
    row.setFocus()

    window.press("3")

    assert _described(row) == (
        "Russia ties deepen fails. 10 of 11 recommendations hold: 7 in full, 3 on fewer arguments. "
        "“Draw Pyongyang away from Moscow” is no longer needed. Three others hold on fewer arguments."
    )
    window.press("Tab")
    window.qtbot.waitUntil(lambda: _described(row) == "A3 fails: Russia ties do not deepen")


@pytest.mark.usefixtures("listening")
def test_undo_and_redo_tell_what_they_changed_themselves(window: Window) -> None:
    row = window.find(QWidget, "assumption:russia-ties")
    row.setFocus()
    window.press("3")
    window.set_stance("learns-from-war", "fails")
    row.setFocus()
    heard: list[str] = []

    for command in ("undo", "undo", "redo"):
        window.command(command)
        heard.append(_described(row))

    assert heard == [
        "Pyongyang studies the war holds. 10 of 11 recommendations hold: 7 in full, 3 on fewer arguments. "
        "“Prepare re-engagement and dialogue” holds on fewer arguments. Two others hold in full again.",
        "Russia ties deepen holds. All 11 recommendations hold. Four recommendations hold in full again.",
        "Russia ties deepen fails. 10 of 11 recommendations hold: 7 in full, 3 on fewer arguments. "
        "“Draw Pyongyang away from Moscow” is no longer needed. Three others hold on fewer arguments.",
    ]


@pytest.mark.usefixtures("listening")
def test_a_note_is_not_answered_with_what_followed_from_an_older_change(window: Window) -> None:
    row = window.find(QWidget, "assumption:russia-ties")
    row.setFocus()
    window.press("3")
    window.press("Tab")
    window.qtbot.waitUntil(lambda: _described(row) == "A3 fails: Russia ties do not deepen")
    row.setFocus()

    window.act(write_note("russia-ties").filled("They sent troops."))

    assert _described(row) == "A3 fails: Russia ties do not deepen"


@pytest.mark.usefixtures("listening")
def test_what_follows_is_not_told_while_verdicts_are_hidden(window: Window) -> None:
    window.act(Step(prediction_asked, ("What holds?",), dated=True))
    row = window.find(QWidget, "assumption:russia-ties")
    row.setFocus()

    window.press("3")

    assert _described(row) == "Russia ties deepen fails."
