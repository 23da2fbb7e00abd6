"""The palette: all that it finds, and what becomes of it."""

from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.palette import SHOWN
from desktop.window.finding import everything
from models.schema.action import look
from models.schema.view import PageName, Picture, ProgrammePart
from tests.window import Window


def test_the_palette_finds_an_assumption_and_explains_it(window: Window) -> None:
    window.press("Ctrl+K")
    window.write("palette-field", "russia ties")

    window.press("Return")

    assert not window.shows("palette")
    assert "A3" in [label.text() for label in window.find(QWidget, "why").findChildren(QLabel)]


def test_the_palette_explains_a_finding_on_a_page_that_shows_no_findings(window: Window) -> None:
    window.press("Ctrl+4")
    hidden = window.shows("why")

    window.press("Ctrl+K")
    window.write("palette-field", "pressure has run out")
    window.press("Return")

    assert not hidden and window.shows("why") and window.page == "Where do we differ?"
    finding = window.snapshot.case.by_id[window.snapshot.view.picked]
    assert finding.title == "Pressure has run out"
    assert finding.code in [label.text() for label in window.find(QWidget, "why").findChildren(QLabel)]


def test_the_palette_gives_the_keyboard_back_to_what_had_it(window: Window) -> None:
    window.window.activateWindow()
    window.press("F6")
    had = window.window.focusWidget()
    after: list[QWidget] = []

    for key in ("Esc", "Return"):
        window.press("Ctrl+K")
        window.write("palette-field", "russia ties")
        window.press(key)
        after.append(window.window.focusWidget())

    assert after == [had, had]


def test_what_the_palette_has_chosen_is_heard(window: Window) -> None:
    heard: list[str] = []
    window.press("Ctrl+K")
    field = window.find(QLineEdit, "palette-field")

    window.write("palette-field", "russia")
    heard.append(field.accessibleDescription())
    window.press("Down", on=field)
    heard.append(field.accessibleDescription())
    window.write("palette-field", "nothing of the kind")
    heard.append(field.accessibleDescription())

    found = window.find(QListView, "palette-list").model()
    assert found.rowCount() == 0
    assert heard[0] == "Russia ties deepen, A3, Assumption"
    assert heard[1] not in ("", heard[0])
    assert heard[2] == "Nothing is called that."


def test_the_palette_runs_a_command(window: Window) -> None:
    window.press("Ctrl+K")
    window.write("palette-field", "differ")

    window.press("Return")

    assert window.page == "Where do we differ?"


def test_the_palette_opens_every_part_of_a_page(window: Window) -> None:
    found = {item.text: item.action for item in everything(window.snapshot)}

    window.press("Ctrl+K")
    window.write("palette-field", "walk-through")
    window.press("Return")

    assert {"Doubt", "Side by side", "Minutes", "Agenda"} <= set(found)
    assert window.snapshot.view.programme is ProgrammePart.WALK


def test_the_palette_opens_the_map_from_another_page(window: Window) -> None:
    window.press("Ctrl+3")

    window.press("Ctrl+K")
    window.write("palette-field", "map")
    window.press("Return")

    assert (window.page, window.snapshot.view.picture) == ("What still holds?", Picture.MAP)


def test_the_palette_finds_what_the_page_lets_choose(window: Window, qtbot: QtBot) -> None:
    window.press("Ctrl+3")
    qtbot.waitUntil(lambda: window.snapshot.analyses is not None)

    found = {item.text for item in everything(window.snapshot)}

    models = {model.title for model in window.snapshot.case.models}
    asked = {"Everywhere", "Most first", "Every argument must hold", "Objections → counted"}
    assert {*models, *asked} <= found


def test_the_palette_says_that_nothing_is_called_that(window: Window) -> None:
    window.press("Ctrl+K")
    assert not window.shows("palette-none")

    window.write("palette-field", "zzzz")

    assert window.text("palette-none") == "Nothing is called that."
    assert (window.shows("palette-none"), window.shows("palette-list")) == (True, False)


def test_escape_leaves_the_palette(window: Window) -> None:
    window.press("Ctrl+K")
    window.write("palette-field", "differ")

    window.press("Esc")

    assert not window.shows("palette")


def test_page_down_goes_through_the_palette_while_the_room_looks_on(window: Window) -> None:
    window.command("present")
    window.act(look(page=PageName.PROGRAMME, programme=ProgrammePart.WALK))
    before = window.snapshot.view.screen
    window.press("Ctrl+K")
    found = window.find(QListView, "palette-list")

    window.press("PgDown")

    assert found.currentIndex().row() == SHOWN
    assert window.snapshot.view.screen == before
    window.press("Esc")
    window.command("present")
