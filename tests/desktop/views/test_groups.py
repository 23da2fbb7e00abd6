"""The groups page as a facilitator works it: bring groups in, compare them, name, mend and remove them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, resolve, wear
from desktop.views.groups import GroupsView
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.groups_table import GroupsTable
from desktop.widgets.key import Key
from models.analyses.standing import take_standing, with_disagreements
from models.engine.snapshot import take_snapshot
from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.schema.workshop import Ballot, Count, Group, Origin, Workshop, fresh_workshop, reworked
from models.schema.workshop_steps import asked, balloted, with_group
from models.store.cases import load_embedded
from tests.desktop.views.showing import click_cell, part, press, shown, spoken, words
from tests.workshops import MOMENT, four_tables

pytestmark = pytest.mark.qt_log_ignore(
    "does not support (raise|grabbing the keyboard|propagateSizeHints)", extend=True
)


class Page:
    """The page with the workshop that it changes, as the window joins them."""

    def __init__(self, qtbot: QtBot, workshop: Workshop | None = None, for_room: bool = False) -> None:
        self.case: Case = load_embedded("dprk-lessons")
        self.plenary = baseline_scenario(self.case)
        self.workshop = four_tables(self.case) if workshop is None else workshop
        self.steps: list[str] = []
        self.view = GroupsView()
        if for_room:
            self.view.for_the_room()
        shown(qtbot, self.view, take_snapshot(self.case, self.plenary))
        self.view.step_wished.connect(self.take)
        self.show()

    def take(self, step: Callable[[Workshop, datetime], Workshop], key: str) -> None:
        self.workshop = step(self.workshop, MOMENT)
        self.steps.append(key)
        self.show()

    def show(self, finished: bool = True) -> None:
        standing = take_standing(self.case, self.workshop)
        self.view.receive_standing(with_disagreements(standing) if finished else standing)

    @property
    def names(self) -> list[str]:
        return [group.name for group in self.workshop.present]

    def group(self, name: str) -> Group:
        return next(group for group in self.workshop.present if group.name == name)

    def table(self, name: str = "group-stances") -> GroupsTable:
        return part(self.view, GroupsTable, name)

    def rows(self, name: str = "group-stances") -> list[str]:
        model = self.table(name).model()
        heads = [str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())]
        return [head for head in heads if head in self.case.by_code]

    def columns(self) -> list[str]:
        model = self.table().model()
        return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount() - 1)]

    def row(self, code: str, name: str = "group-stances") -> int:
        model = self.table(name).model()
        heads = [str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())]
        return heads.index(code)

    def card(self, name: str) -> str:
        return part(self.view, QAbstractButton, name).accessibleName()

    def choose(self, group: str, action: str) -> None:
        """Open a group's menu by its button and choose from it."""
        press(self.view, f"group-menu:{group}")
        menu = part(self.view, QMenu, "group-menu")
        wanted = menu.findChild(QAction, action)
        assert wanted is not None, f"no {action}"
        wanted.trigger()
        menu.close()

    def has_no_dialog(self) -> bool:
        return self.view.findChild(QDialog, "tally-dialog") is None

    def seen(self) -> str:
        labels = [label for label in self.view.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


@pytest.fixture
def empty(qtbot: QtBot) -> Page:
    return Page(qtbot, fresh_workshop(baseline_scenario(load_embedded("dprk-lessons")).case))


def twelve(case: Case) -> Workshop:
    """Twelve groups with long names, three of them on ballots, that differ on everything."""
    workshop = fresh_workshop(baseline_scenario(case).case)
    for number in range(12):
        name = f"Delegation number {number + 1} to the conference on regional security"
        items = [item.id for place, item in enumerate(case.assumptions) if place % 12 == number]
        scenario = with_stances(baseline_scenario(case), dict.fromkeys(items, Stance.FAILS))
        ballot = None
        if number % 4 == 3:
            counts = tuple(Count(id=item.id, holds=5, uncertain=1, fails=2) for item in case.assumptions)
            ballot = Ballot(heads=9, counts=counts)
            scenario = balloted(case, ballot)
        workshop = with_group(workshop, name, scenario, Origin.FILE, ballot=ballot)
    return workshop


def test_the_title_says_where_they_differ_and_whether_it_matters(page: Page) -> None:
    assert words(page.view, "groups-title") == (
        "The tables differ on 3 assumptions; advice hangs on 2 of them"
    )


def test_what_to_argue_about_stands_before_what_to_park(page: Page) -> None:
    assert page.card("argue:1").startswith("A1 Arsenal is kept: 2 recommendations hang on it.")
    assert page.card("argue:2").startswith("A3 Russia ties deepen")
    assert page.card("park:1").startswith("A2 UN Council is deadlocked.")
    argue, park = (part(page.view, QWidget, name) for name in ("argue:2", "park:1"))
    assert (
        argue.mapTo(page.view, argue.rect().topLeft()).y() < park.mapTo(page.view, park.rect().topLeft()).y()
    )


def test_a_card_leads_to_its_assumption(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.picked) as caught:
        press(page.view, "argue:2")

    assert caught.args == [page.case.by_code["A3"].id]


def test_what_else_hangs_on_it_unfolds(qtbot: QtBot) -> None:
    case = load_embedded("dprk-lessons")
    workshop = fresh_workshop(baseline_scenario(case).case)
    for name, stances in (("One", {}), ("Two", {"A1": "fails", "A2": "fails", "A10": "fails"})):
        taken = {case.by_code[code].id: Stance(stance) for code, stance in stances.items()}
        scenario = with_stances(baseline_scenario(case), taken)
        workshop = with_group(workshop, name, scenario, Origin.FILE)
    page = Page(qtbot, workshop)
    more = next(b for b in page.view.findChildren(QPushButton) if b.text().startswith("and "))
    card = part(page.view, QAbstractButton, more.objectName().removesuffix("-more"))
    before = card.heightForWidth(600)

    QTest.mouseClick(more, Qt.MouseButton.LeftButton)

    assert card.heightForWidth(600) > before
    assert more.text() == "fewer"


def test_only_what_differs_is_listed_until_all_is_wanted(page: Page) -> None:
    assert page.rows() == ["A1", "A2", "A3"]

    press(page.view, "group-stances:all")

    assert len(page.rows()) == 20
    assert part(page.view, QPushButton, "group-stances:all").text() == "All 20"


def test_every_cell_is_read_out(page: Page) -> None:
    assert spoken(page.table(), page.row("A3"), 2) == "A3 Russia ties deepen: Table 3 says it fails."
    assert "1 did not answer" in spoken(page.table(), page.row("A1"), 3)
    verdicts = page.table("group-verdicts")
    assert spoken(verdicts, page.row("R5", "group-verdicts"), 2).endswith("it is no longer needed.")


def test_clicking_a_cell_picks_its_statement(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.picked) as caught:
        click_cell(page.table(), page.row("A3"), 1)

    assert caught.args == [page.case.by_code["A3"].id]


def test_arrow_keys_walk_over_sections(qtbot: QtBot, page: Page) -> None:
    page.view.mark_picked(page.case.by_code["A1"].id)
    page.view.take_focus()

    with qtbot.waitSignal(page.view.picked) as caught:
        QTest.keyClick(page.table(), Qt.Key.Key_Down)

    assert caught.args == [page.case.by_code["A2"].id]


def test_a_pick_from_elsewhere_marks_without_an_echo(qtbot: QtBot, page: Page) -> None:
    with qtbot.assertNotEmitted(page.view.picked):
        page.view.mark_picked(page.case.by_code["R5"].id)

    assert page.table("group-verdicts").currentIndex().row() == page.row("R5", "group-verdicts")


def test_twelve_groups_with_long_names_are_seen_without_scrolling_across(qtbot: QtBot) -> None:
    page = Page(qtbot, twelve(load_embedded("dprk-lessons")))

    bars = [page.table(name).horizontalScrollBar() for name in ("group-stances", "group-verdicts")]
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])
    assert len(page.columns()) == 12


def test_tables_are_as_high_as_their_rows(qtbot: QtBot, page: Page) -> None:
    press(page.view, "group-stances:all")

    qtbot.waitUntil(lambda: page.table().verticalScrollBar().maximum() == 0)


def test_who_moved_is_told_since_the_round_before(page: Page) -> None:
    assert words(page.view, "moves-title") == "Since Round 1"
    assert words(page.view, "move:1").startswith("Table 2 moved A1 from fails to holds; ")


def test_another_round_is_a_click_away(page: Page) -> None:
    press(page.view, "round:round-1")

    assert page.workshop.round == "round-1"
    assert not part(page.view, QLabel, "move:1").isVisible()
    assert part(page.view, QPushButton, "round:round-1").isChecked()


def test_a_new_round_begins_empty(page: Page) -> None:
    press(page.view, "new-round")

    assert [item.name for item in page.workshop.rounds] == ["Round 1", "Round 2", "Round 3"]
    assert words(page.view, "groups-invitation-title").startswith("Waiting for the tables")


def test_many_rounds_leave_the_earlier_ones_in_a_menu(page: Page) -> None:
    for _ in range(3):
        press(page.view, "new-round")
    press(page.view, "earlier-rounds")
    menu = part(page.view, QMenu, "earlier-rounds-menu")

    menu.actions()[0].trigger()
    menu.close()

    assert page.workshop.round == "round-1"


def test_with_no_group_it_says_how_to_bring_some_in(empty: Page) -> None:
    assert words(empty.view, "groups-title") == "No group has said where it stands yet"
    assert "watch the folder" in words(empty.view, "groups-invitation-words")
    assert not empty.table().isVisible()


def test_the_plenary_can_be_one_of_the_groups(empty: Page) -> None:
    press(empty.view, "add-plenary")

    assert empty.names == ["Plenary"]
    assert empty.group("Plenary").origin is Origin.WINDOW
    assert empty.group("Plenary").arrived == MOMENT


def test_the_plenary_has_the_name_of_its_scenario(empty: Page) -> None:
    scenario = revised(empty.plenary, group="The whole room")
    empty.view.receive(take_snapshot(empty.case, scenario))

    press(empty.view, "add-plenary")

    assert empty.names == ["The whole room"]


def test_files_and_folders_are_asked_of_the_window(qtbot: QtBot, empty: Page) -> None:
    with qtbot.waitSignal(empty.view.files_wished):
        press(empty.view, "add-files")
    with qtbot.waitSignal(empty.view.folder_wished) as caught:
        press(empty.view, "watch-folder")

    assert caught.args == [True]


def test_what_is_watched_is_told_and_can_be_stopped(qtbot: QtBot, page: Page) -> None:
    page.view.show_watch(
        "/media/stick/tables", (("a.json", "It is half written."), ("b.doc", "No scenario."))
    )

    assert words(page.view, "watch-line") == "Watching: …/tables · 2 files refused"
    with qtbot.waitSignal(page.view.folder_wished) as caught:
        press(page.view, "watch-folder")
    assert caught.args == [False]


def test_why_files_were_refused_is_told_when_asked(page: Page) -> None:
    page.view.show_watch("/media/stick/tables", (("a.json", "It is half written."),))

    press(page.view, "watch-why")

    assert part(page.view, QLabel, "refused:1").isVisible()
    assert words(page.view, "refused:1") == "a.json: It is half written."


def test_when_nothing_is_watched_nothing_is_said(page: Page) -> None:
    page.view.show_watch("/media/stick/tables", ())
    page.view.show_watch("", ())

    assert not part(page.view, QLabel, "watch-line").isVisible()


def test_a_group_is_renamed_in_place(page: Page) -> None:
    page.choose("table-2", "group-rename")
    field = part(page.view, QLineEdit, "rename-field")
    QTest.keyClicks(field, "The desk")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert page.columns() == ["Table 1", "The desk", "Table 3", "Table 4"]
    assert {g.name for g in page.workshop.groups if g.id == "table-2"} == {"The desk"}


def test_a_name_that_is_taken_is_refused_with_a_sentence(page: Page) -> None:
    page.choose("table-2", "group-rename")
    field = part(page.view, QLineEdit, "rename-field")
    QTest.keyClicks(field, "table 3")

    QTest.keyClick(field, Qt.Key.Key_Return)

    assert words(page.view, "rename-wrong") == "There is a table 3 already."
    assert page.steps == []


def test_escape_leaves_a_name_as_it_was(page: Page) -> None:
    page.choose("table-2", "group-rename")
    field = part(page.view, QLineEdit, "rename-field")
    QTest.keyClicks(field, "The desk")

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not field.isVisible()
    assert page.steps == []


def test_keys_rename_and_remove_the_group_of_the_cursor(page: Page) -> None:
    click_cell(page.table(), page.row("A3"), 2)
    QTest.keyClick(page.table(), Qt.Key.Key_F2)
    assert part(page.view, QLineEdit, "rename-field").text() == "Table 3"

    QTest.keyClick(page.table(), Qt.Key.Key_Delete)

    assert page.names == ["Table 1", "Table 2", "Table 4"]


def test_a_group_leaves_this_round_only_and_it_is_told(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.told) as caught:
        page.choose("table-3", "group-remove")

    assert page.names == ["Table 1", "Table 2", "Table 4"]
    assert len(page.workshop.in_round("round-1")) == 4
    assert caught.args == ["Table 3 is out of Round 2. Undo brings it back."]


def test_the_plenary_takes_over_a_group_but_keeps_its_own_words(qtbot: QtBot, page: Page) -> None:
    own = revised(page.plenary, title="Ours", note="Keep this.")
    page.view.receive(take_snapshot(page.case, own))

    with qtbot.waitSignal(page.view.scenario_wished) as caught:
        page.choose("table-3", "group-to-plenary")

    assert caught.args is not None
    (wished,) = caught.args
    assert wished.stances == page.group("Table 3").scenario.stances
    assert (wished.title, wished.note) == ("Ours", "Keep this.")


def test_two_groups_can_be_set_side_by_side(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.view.side_by_side_wished) as caught:
        page.choose("table-1", "beside:table-3")

    assert caught.args == ["table-1", "table-3"]


def test_a_right_click_on_a_name_opens_its_menu(page: Page) -> None:
    heads = page.table().horizontalHeader().viewport()
    spot = QPoint(page.table().horizontalHeader().sectionViewportPosition(2) + 10, 8)
    by_mouse = QContextMenuEvent.Reason.Mouse

    QApplication.sendEvent(heads, QContextMenuEvent(by_mouse, spot, heads.mapToGlobal(spot)))

    menu = part(page.view, QMenu, "group-menu")
    assert menu.findChild(QAction, "beside:table-3") is None
    assert menu.findChild(QAction, "beside:table-1") is not None
    menu.close()


def test_only_a_tally_can_be_mended(page: Page) -> None:
    press(page.view, "group-menu:table-1")
    menu = part(page.view, QMenu, "group-menu")

    assert menu.findChild(QAction, "group-edit-tally") is None
    menu.close()


def test_a_tally_is_typed_in_by_keyboard_alone(qtbot: QtBot, empty: Page) -> None:
    press(empty.view, "type-tally")
    dialog = part(empty.view, QDialog, "tally-dialog")
    QTest.keyClicks(part(dialog, QLineEdit, "tally-heads"), "8")
    field = part(dialog, QLineEdit, "tally:keeps-arsenal:holds")
    QTest.keyClicks(field, "5")
    QTest.keyClicks(part(dialog, QLineEdit, "tally:keeps-arsenal:fails"), "2")

    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(empty.has_no_dialog)
    assert empty.names == ["Table 1"]
    assert empty.group("Table 1").ballot == Ballot(
        heads=8, counts=(Count(id="keeps-arsenal", holds=5, fails=2),)
    )
    assert empty.group("Table 1").origin is Origin.TALLY


def test_a_tally_is_mended_where_it_is(qtbot: QtBot, page: Page) -> None:
    page.choose("table-4", "group-edit-tally")
    dialog = part(page.view, QDialog, "tally-dialog")
    field = part(dialog, QLineEdit, "tally:keeps-arsenal:fails")
    assert field.text() == "1"
    field.selectAll()
    QTest.keyClicks(field, "2")

    press(dialog, "tally-take")

    qtbot.waitUntil(page.has_no_dialog)
    mended = page.group("Table 4").ballot
    assert mended is not None
    assert mended.of["keeps-arsenal"].fails == 2
    assert page.names == ["Table 1", "Table 2", "Table 3", "Table 4"]


def test_while_it_is_worked_out_a_calm_line_waits(qtbot: QtBot, page: Page) -> None:
    page.workshop = reworked(page.workshop, round="round-1")
    page.show(finished=False)

    qtbot.waitUntil(lambda: part(page.view, QLabel, "waiting").isVisible())
    assert page.table().isVisible()

    page.show()
    assert not part(page.view, QLabel, "waiting").isVisible()


def test_verdicts_stay_hidden_while_the_room_predicts(page: Page) -> None:
    page.workshop = asked(page.workshop, "", MOMENT)

    page.show()

    assert not page.table("group-verdicts").isVisible()
    assert words(page.view, "group-verdicts-note") == "Verdicts are hidden until the prediction is revealed."
    assert "needed" not in page.card("argue:1")


def test_the_same_standing_again_changes_nothing(page: Page) -> None:
    press(page.view, "group-stances:all")
    click_cell(page.table(), page.row("A7"), 1)

    page.show()

    assert page.table().currentIndex().row() == page.row("A7")


def test_the_room_sees_lists_and_tables_and_no_controls(qtbot: QtBot) -> None:
    page = Page(qtbot, for_room=True)

    assert page.card("argue:1").startswith("A1")
    assert page.rows() == ["A1", "A2", "A3"]
    buttons = [b for b in page.view.findChildren(QPushButton) if b.isVisible()]
    assert [button.objectName() for button in buttons] == []
    assert not part(page.view, QWidget, "groups-copy").isVisible()


def test_the_room_is_told_nothing_of_folders(qtbot: QtBot) -> None:
    page = Page(qtbot, for_room=True)

    page.view.show_watch("/media/stick/tables", (("a.json", "It is half written."),))
    page.show()

    assert "Watching" not in page.seen()


def test_the_room_sees_long_tables_in_parts_under_the_names(qtbot: QtBot) -> None:
    page = Page(qtbot, twelve(load_embedded("dprk-lessons")), for_room=True)

    tables = [t for t in page.view.findChildren(GroupsTable) if t.isVisible()]

    assert len(tables) > 2
    assert all(t.model().columnCount() == 13 for t in tables)
    assert "Who holds what, 1 of" in page.seen()


def test_an_empty_room_is_not_told_how_to_work_the_page(qtbot: QtBot) -> None:
    page = Page(qtbot, fresh_workshop(baseline_scenario(load_embedded("dprk-lessons")).case), for_room=True)

    assert "watch the folder" not in page.seen()


def test_copy_puts_everything_on_the_clipboard(page: Page) -> None:
    press(page.view, "groups-copy")

    lines = QGuiApplication.clipboard().text().splitlines()
    assert any(line.startswith("Argue about these\tA1\t") for line in lines)
    assert any(line.startswith("R11\t") for line in lines)


def test_the_picture_has_the_lists_and_the_tables(page: Page, tmp_path: Path) -> None:
    (frame,) = page.view.findChildren(DashboardFrame)

    frame.save_picture(tmp_path / "groups.svg")

    drawing = (tmp_path / "groups.svg").read_text(encoding="utf-8")
    assert "Argue about these" in drawing
    assert "not needed" in drawing
    assert "All 20" not in drawing


def test_signs_are_told_in_words(page: Page) -> None:
    key = part(page.view, Key, "group-stances-key")

    assert key.accessibleName().startswith("holds; uncertain; fails; 5 · 1 · 1  how many hold")


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_it_is_painted_at_every_scale_in_dark_too(page: Page, qapp: object, scale: int) -> None:
    wear(qapp, resolve(Scheme.DARK, scale))  # type: ignore[arg-type]
    try:
        assert not page.view.grab().isNull()
    finally:
        wear(qapp, resolve(Scheme.LIGHT, 100))  # type: ignore[arg-type]


def test_every_control_has_a_name(page: Page) -> None:
    buttons = [b for b in page.view.findChildren(QAbstractButton) if not b.objectName().startswith("qt_")]

    assert [b for b in buttons if not b.objectName()] == []
    assert [
        b.objectName() for b in buttons if not b.isHidden() and not (b.text() or b.accessibleName())
    ] == []
    assert page.table().accessibleName() == "Who holds what"
