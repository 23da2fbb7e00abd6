"""What a screen reader finds in the window: every stop has a name and a role, and nothing of markup is read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

from models.schema.action import look as look_at
from models.schema.view import PageName
from tests.window import Window

FILLER = (QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Whitespace)
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def _spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def _stops(root: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard, or be pressed."""
    for widget in root.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton)
        if widget.isVisible() and reached:
            yield widget


def _label(button: QAbstractButton) -> str:
    return button.text().strip().replace("&", "")


def _faults(root: QWidget) -> list[str]:
    found = []
    for widget in _stops(root):
        spoken = _spoken(widget)
        what = f"{type(widget).__name__} {widget.objectName()}"
        if not spoken.text(NAME).strip():
            found.append(f"{what} has no name")
        if spoken.role() in FILLER:
            found.append(f"{what} is filler")
        if "<" in spoken.text(NAME) + spoken.text(DESCRIPTION):
            found.append(f"{what} reads out markup")
        if isinstance(widget, QAbstractButton) and _label(widget) not in spoken.text(NAME):
            found.append(f"{what} is not named as it is labelled: {widget.text()!r}")
    return found


@pytest.mark.parametrize("page", list(PageName))
def test_every_stop_of_a_page_has_a_name_and_a_role(page: PageName, window: Window) -> None:
    window.act(look_at(page=page))
    window.set_stance("russia-ties", "fails")

    assert _faults(window.window) == []


def test_a_switch_is_a_group_of_radio_buttons_of_which_one_is_chosen(window: Window) -> None:
    window.set_stance("russia-ties", "fails")

    chosen = window.find(QAbstractButton, "stance:russia-ties:fails")
    group = chosen.parentWidget()
    assert group is not None
    assert _spoken(group).role() is QAccessible.Role.Grouping
    assert _spoken(group).text(NAME) == "How A3 is taken"
    assert _spoken(chosen).role() is QAccessible.Role.RadioButton
    states = [bool(_spoken(one).state().checked) for one in group.findChildren(QAbstractButton)]
    assert states == [False, False, True]


def test_the_why_is_heard_as_sentences(window: Window) -> None:
    window.act(look_at(picked="accept-reality"))

    window.qtbot.waitUntil(lambda: window.shows("argument:accept:1"))
    line = window.find(QAbstractButton, "argument:accept:1")
    assert _spoken(line).text(NAME) == "Why act? Disarmament is off the table, F2: follows."
    title = window.find(QAbstractButton, "argument:accept:0")
    assert _spoken(title).role() is QAccessible.Role.Heading
