"""What a screen reader finds in the window: every stop has a name and a role, and nothing of markup is read."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QWidget

from desktop.kit.sentences import LineButton, StillLine
from models.schema.action import look as look_at
from models.schema.grades import Reading, Stance
from models.schema.snapshot import Snapshot
from models.schema.view import PageName, Picture
from tests.window import Window, room, rooms

FILLER = (QAccessible.Role.Client, QAccessible.Role.NoRole, QAccessible.Role.Whitespace)
DIALOGS = ("preferences", "details", "workshop-details", "about", "manual", "print", "tally")
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def _spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def _stops(root: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard, or be pressed."""
    for widget in root.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton)
        reached = reached and not isinstance(widget, StillLine)  # only read
        reached = reached and not isinstance(widget.parent(), QAbstractSpinBox)  # a part of it
        if widget.isVisible() and reached:
            yield widget


def _toggle(button: QAbstractButton) -> None:
    """What a screen reader does: no click comes of it."""
    action = _spoken(button).actionInterface()
    action.doAction(action.toggleAction())


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


def _small(root: QWidget) -> list[str]:
    """What is less than 24 pixels wide or high."""
    return [
        f"{type(one).__name__} {one.objectName()} {one.width()}x{one.height()}"
        for one in _stops(root)
        if min(one.width(), one.height()) < 24
    ]


@pytest.mark.parametrize("page", list(PageName))
def test_every_stop_of_a_page_has_a_name_and_a_role(page: PageName, window: Window) -> None:
    window.act(look_at(page=page))
    window.set_stance("russia-ties", "fails")

    assert _faults(window.window) == []


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
@pytest.mark.parametrize("command", DIALOGS)
def test_every_stop_of_a_dialog_has_a_name_a_role_and_room_to_be_hit(command: str, window: Window) -> None:
    assert window.look_through_dialog(command, lambda dialog: _faults(dialog) + _small(dialog)) == []


@pytest.mark.parametrize("choice", ["agenda", "walk-through", "predict"])
def test_every_stop_of_a_programme_has_a_name_and_a_role(choice: str, window: Window) -> None:
    window.act(look_at(page=PageName.PROGRAMME))
    window.click(f"choose-programme:{choice}")

    assert _faults(window.window) == []


def test_every_stop_of_the_editor_has_a_name_and_a_role(window: Window) -> None:
    window.command("new-case")

    window.qtbot.waitUntil(lambda: window.shows("case-form"))
    assert _faults(window.window) == []


def test_the_rooms_screen_is_a_window_with_a_name(window: Window) -> None:
    window.command("present")

    window.qtbot.waitUntil(lambda: rooms() == 1)
    assert _spoken(room()).role() is QAccessible.Role.Window
    assert _spoken(room()).text(NAME) == "The room’s screen"


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


def _tabbed(window: Window, most: int) -> list[str]:
    """Where Tab leads from the assumptions, until it is there again."""
    window.window.activateWindow()
    window.press("F6")
    start = window.window.focusWidget()
    assert start is not None
    found: list[str] = []
    for _ in range(most):
        window.press("Tab")
        now = window.window.focusWidget()
        if now is start:
            return found
        found.append(now.objectName())
    raise AssertionError(f"more than {most} stops: {found}")


def test_what_the_lines_of_the_why_are_about_is_said_before_them(window: Window) -> None:
    window.set_stance("russia-ties", "fails")
    window.act(look_at(picked="russia-ties"))

    def about() -> set[str]:
        lines = [one for one in window.window.findChildren(LineButton) if one.isVisible()]
        blocks = [one.parentWidget() for one in lines if "Moscow, R5, " in one.accessibleName()]
        return {_spoken(block).text(NAME) for block in blocks if block is not None}

    window.qtbot.waitUntil(lambda: bool(about()))
    assert about() == {"What would change if it held", "What would change if it were uncertain"}


def test_tab_goes_from_the_assumptions_over_the_stage_to_the_why_in_a_few_stops(window: Window) -> None:
    window.act(look_at(picked="accept-reality"))
    window.qtbot.waitUntil(lambda: window.shows("argument:accept:1"))

    stops = _tabbed(window, 16)

    wanted = ["tabs", "picture:board", "card:accept-reality", "argument:accept:1", "tile:accept-reality"]
    assert [name for name in stops if name in wanted] == wanted
    window.press("Shift+Tab")
    assert window.window.focusWidget().objectName() == stops[-1]


def test_arrows_go_on_within_a_list(window: Window) -> None:
    window.find(QAbstractButton, "tile:accept-reality").setFocus()

    window.press("Right")
    assert window.window.focusWidget().objectName() == "tile:limit-arsenal"
    window.press("Tab")
    window.press("Shift+Tab")
    assert window.window.focusWidget().objectName() == "tile:limit-arsenal"


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_enter_and_space_both_press(key: str, window: Window) -> None:
    window.find(QAbstractButton, "objections").setFocus()
    window.press(key)
    assert window.snapshot.scenario.added

    window.find(QAbstractButton, "tile:limit-arsenal").setFocus()
    window.press(key)
    assert window.snapshot.view.picked == "limit-arsenal"


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("stance:russia-ties:fails", lambda seen: seen.scenario.stance_of["russia-ties"] is Stance.FAILS),
        ("reading:every-argument", lambda seen: seen.scenario.reading is Reading.EVERY_ARGUMENT),
        ("objections", lambda seen: seen.scenario.added),
        ("picture:map", lambda seen: seen.view.picture is Picture.MAP),
    ],
)
def test_what_a_screen_reader_toggles_is_done(
    name: str, holds: Callable[[Snapshot], bool], window: Window
) -> None:
    before = window.snapshot

    _toggle(window.find(QAbstractButton, name))

    assert not holds(before)
    assert holds(window.snapshot)


@pytest.mark.parametrize("page", list(PageName))
def test_every_target_is_at_least_24_pixels_wide_and_high(page: PageName, window: Window) -> None:
    window.act(look_at(page=page))
    window.set_stance("russia-ties", "fails")
    window.command("go-assumptions")
    window.act(look_at(picked="accept-reality"))
    window.command("go-why")
    window.qtbot.waitUntil(lambda: window.shows("argument:accept:1"))

    assert _small(window.window) == []
