"""The left drawer: what the essay rests on, set by mouse and by keyboard."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.guard import override
from desktop.base.theme import Scheme, look, resolve, wear
from desktop.panes.assumption_row import AssumptionRow
from desktop.panes.assumptions import Assumptions
from desktop.panes.switches import Switches
from models.schema.action import Action
from models.schema.grades import Reading, Stance
from models.schema.snapshot import fresh_state
from models.schema.steps.scenario_steps import count_objections, read_as, reset, set_stance
from tests.extremes import largest
from tests.large_case import large_case
from tests.states import after, case_named, snapshot, state


@pytest.fixture
def pane(qtbot: QtBot, dressed: None) -> Assumptions:
    pane = Assumptions()
    qtbot.addWidget(pane)
    pane.resize(300, 664)
    pane.receive(snapshot(state(), analysed=False))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_a_name_begins_behind_its_code_and_in_line_with_others_where_codes_are_short(
    qtbot: QtBot, qapp: QApplication, dressed: None, scale: int
) -> None:
    wear(qapp, resolve(Scheme.LIGHT, scale))
    item = next(one for one in case_named().assumptions if one.code == "A3")
    lefts = {}
    for code in ("A3", "A22", "A44", "A144"):
        row = AssumptionRow(replace(item, code=code), "Russia")
        qtbot.addWidget(row)
        row.resize(look().px(300), look().px(24))
        row.show()
        lefts[code] = row.text_boxes()[0].place.left()

    metrics = QFontMetrics(look().font(11))
    assert lefts["A3"] == lefts["A22"] == lefts["A44"]
    assert lefts["A144"] >= look().px(12) + metrics.horizontalAdvance("A144") + look().px(3)


def _acted(pane: Assumptions | Switches) -> list[Action]:
    actions: list[Action] = []
    pane.acted.connect(actions.append)
    return actions


def _row(pane: Assumptions, code: str) -> AssumptionRow:
    row = pane.findChild(AssumptionRow, f"assumption:{case_named().by_code[code].id}")
    assert row is not None
    return row


def test_core_assumptions_stand_on_top(pane: Assumptions) -> None:
    rows = sorted(pane.findChildren(AssumptionRow), key=lambda row: row.mapTo(pane, row.pos()).y())
    core = sum(row.item.core for row in rows)

    assert all(row.item.core for row in rows[:core])


def test_all_are_seen_at_1366_by_768(pane: Assumptions) -> None:
    last = max(row.mapTo(pane, row.rect().bottomLeft()).y() for row in pane.findChildren(AssumptionRow))

    assert last < pane.height()


def test_no_name_is_cut(pane: Assumptions) -> None:
    for row in pane.findChildren(AssumptionRow):
        assert "…" not in "".join(box.text for box in row.text_boxes())


@pytest.mark.parametrize(
    ("key", "stance"), [("F", "fails"), ("3", "fails"), ("U", "uncertain"), ("2", "uncertain")]
)
def test_a_key_sets_the_row_that_has_the_keyboard(pane: Assumptions, key: str, stance: str) -> None:
    actions = _acted(pane)

    QTest.keyClicks(_row(pane, "A3"), key)

    assert actions == [set_stance(case_named().by_code["A3"].id, Stance(stance))]


def test_backspace_takes_it_as_the_essay_does(pane: Assumptions) -> None:
    actions = _acted(pane)

    QTest.keyClick(_row(pane, "A3"), Qt.Key.Key_Backspace)

    assert actions == [reset(case_named().by_code["A3"].id)]


def test_down_goes_to_the_next_row(pane: Assumptions) -> None:
    QTest.keyClick(_row(pane, "A1"), Qt.Key.Key_Down)

    assert _row(pane, "A2").hasFocus()


def test_the_count_of_changes_and_their_reset_show_only_where_there_are_some(pane: Assumptions) -> None:
    button, count = pane.findChild(QWidget, "reset-all"), pane.findChild(QLabel, "changed-count")
    assert button is not None
    assert count is not None
    before = button.isVisible()

    pane.receive(snapshot(after(state(), A3="fails", A4="fails"), analysed=False))

    assert (before, button.isVisible(), count.text()) == (False, True, "2 changed")


def test_switches_act_and_show_what_is_so(qtbot: QtBot) -> None:
    switches = Switches()
    qtbot.addWidget(switches)
    switches.receive(snapshot(state(), analysed=False))
    actions = _acted(switches)

    for name in (f"reading:{Reading.EVERY_ARGUMENT.value}", "objections"):
        button = switches.findChild(QAbstractButton, name)
        assert button is not None
        button.click()

    assert actions == [read_as(Reading.EVERY_ARGUMENT), count_objections(True)]


def test_a_long_list_comes_in_parts_and_each_row_shows_how_it_is_taken(qtbot: QtBot, dressed: None) -> None:
    pane = Assumptions()
    qtbot.addWidget(pane)
    long = fresh_state(large_case(150))

    pane.receive(snapshot(after(long, A140="fails"), analysed=False))
    at_once = len(pane.findChildren(AssumptionRow))
    qtbot.waitUntil(lambda: len(pane.findChildren(AssumptionRow)) == 150)

    assert at_once < 100
    button = pane.findChild(QAbstractButton, "stance:a-140:fails")
    assert button is not None and button.isChecked()


class _Overlaps(QObject):
    """Notes how rows stand whenever what they are on is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.painted: list[tuple[int, int]] = []
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            rows = sorted(
                (row.y(), row.height()) for row in watched.findChildren(AssumptionRow) if row.isVisible()
            )
            overlapping = sum(top + high > then for (top, high), (then, _) in pairwise(rows))
            self.painted.append((len(rows), overlapping))
        return False


def test_rows_of_a_long_list_never_stand_over_each_other_while_more_come_in(
    qtbot: QtBot, dressed: None
) -> None:
    drawer = Assumptions()
    qtbot.addWidget(drawer)
    drawer.resize(300, 700)
    drawer.show()
    page = drawer.list.widget()
    assert page is not None
    overlaps = _Overlaps(page)

    drawer.receive(snapshot(fresh_state(largest()), analysed=False))

    qtbot.waitUntil(lambda: len(page.findChildren(AssumptionRow)) == 200)
    qtbot.waitUntil(lambda: bool(overlaps.painted) and overlaps.painted[-1][0] == 200)
    assert [found for found in overlaps.painted if found[1]] == []
