"""The argument map as its users work it: by mouse, by keyboard, and through the outline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desktop.base.theme import Scheme, load_fonts, look, resolve, wear
from desktop.views.argument_map import ArgumentMapView
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.map_canvas import MapCanvas
from desktop.widgets.outline_tree import OutlineTree
from models.engine.snapshot import take_snapshot
from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot
from models.store.cases import load_embedded


@pytest.fixture
def case() -> Case:
    return load_embedded()


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> Iterator[ArgumentMapView]:
    load_fonts()
    wear(qapp, resolve(Scheme.LIGHT, 100))
    view = ArgumentMapView()
    view.picked.connect(view.mark_picked)
    qtbot.addWidget(view)
    view.resize(1275, 920)
    view.receive(taken(case))
    view.show()
    qtbot.waitExposed(view)
    yield view
    wear(qapp, resolve(Scheme.LIGHT, 100))


def taken(case: Case, **stances: str) -> Snapshot:
    chosen = {case.by_code[code].id: Stance(stance) for code, stance in stances.items()}
    return take_snapshot(case, with_stances(baseline_scenario(case), chosen))


def canvas(view: ArgumentMapView) -> MapCanvas:
    found = view.findChild(MapCanvas, "map-canvas")
    assert found is not None
    return found


def tree(view: ArgumentMapView) -> OutlineTree:
    found = view.findChild(OutlineTree, "map-outline")
    assert found is not None
    return found


def button(view: ArgumentMapView, name: str) -> QAbstractButton:
    found = view.findChild(QAbstractButton, name)
    assert found is not None
    return found


def words(view: ArgumentMapView, name: str) -> str:
    found = view.findChild(QLabel, name)
    assert found is not None
    return found.text()


def click(view: ArgumentMapView, name: str) -> None:
    click_at(view, canvas(view).place_of(name))


def click_at(view: ArgumentMapView, place: QPoint) -> None:
    QTest.mouseClick(
        canvas(view).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )


def row_of_f14(view: ArgumentMapView) -> QTreeWidgetItem:
    """The outline's row of F14, with the outline shown."""
    if not tree(view).isVisible():
        button(view, "map-list-tree").click()
    findings = tree(view).topLevelItem(1)
    row = findings.child(13) if findings is not None else None
    assert row is not None
    return row


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_title_and_the_line_tell_the_state(view: ArgumentMapView, case: Case) -> None:
    view.receive(taken(case, A3="fails"))

    assert words(view, "argument-map-title") == "How 20 assumptions lead to 11 recommendations"
    assert words(view, "argument-map-line").startswith("10 of 11 recommendations still hold")


def test_a_click_picks_the_statement(qtbot: QtBot, view: ArgumentMapView) -> None:
    with qtbot.waitSignal(view.picked) as caught:
        click(view, "moscow-orbit")

    assert caught.args == ["moscow-orbit"]


def test_a_click_on_a_recommendation_brings_it_into_focus(view: ArgumentMapView) -> None:
    click(view, "draw-from-moscow")

    assert button(view, "map-focus").isChecked()
    assert words(view, "argument-map-line").startswith("In focus: R5 with the 9 assumptions")


def test_the_focus_dims_what_the_advice_does_not_rest_on(view: ArgumentMapView) -> None:
    view.mark_picked("draw-from-moscow")
    before = picture(canvas(view).viewport())

    button(view, "map-focus").click()

    after = picture(canvas(view).viewport())
    inside, outside = canvas(view).place_of("moscow-orbit"), canvas(view).place_of("calm-drills")
    assert after.pixelColor(inside + QPoint(40, 18)) == before.pixelColor(inside + QPoint(40, 18))
    assert after.pixelColor(outside + QPoint(40, 18)) != before.pixelColor(outside + QPoint(40, 18))


@pytest.mark.parametrize("way", ["escape", "ground"])
def test_escape_or_a_click_beside_everything_ends_the_focus(view: ArgumentMapView, way: str) -> None:
    click(view, "draw-from-moscow")

    if way == "escape":
        QTest.keyClick(canvas(view), Qt.Key.Key_Escape)
    else:
        click_at(view, QPoint(2, 2))

    assert not button(view, "map-focus").isChecked()


def test_the_focus_follows_what_is_picked_elsewhere(view: ArgumentMapView) -> None:
    click(view, "draw-from-moscow")

    view.mark_picked("accept-reality")

    assert words(view, "argument-map-line").startswith("In focus: R1")


def test_arrow_keys_walk_along_the_lines_and_enter_picks(qtbot: QtBot, view: ArgumentMapView) -> None:
    view.mark_picked("drills-drain")
    view.take_focus()

    QTest.keyClick(canvas(view), Qt.Key.Key_Right)
    with qtbot.waitSignal(view.picked) as caught:
        QTest.keyClick(canvas(view), Qt.Key.Key_Return)

    assert caught.args == ["economy-drained"]


def test_a_step_is_told_to_who_cannot_see_it(view: ArgumentMapView) -> None:
    view.mark_picked("drills-drain")
    view.take_focus()

    QTest.keyClick(canvas(view), Qt.Key.Key_Right)

    assert canvas(view).accessibleDescription() == (
        "F5 Drills drain a weak economy: stands. Rests on A8. Nothing rests on it."
    )


def test_keys_zoom_and_fit(view: ArgumentMapView) -> None:
    fitted = canvas(view).transform().m11()

    QTest.keyClick(canvas(view), Qt.Key.Key_Plus)
    nearer = canvas(view).transform().m11()
    QTest.keyClick(canvas(view), Qt.Key.Key_F)

    assert nearer > fitted
    assert canvas(view).transform().m11() == pytest.approx(fitted)


def test_the_whole_map_is_seen_at_first(view: ArgumentMapView, case: Case) -> None:
    room = canvas(view).viewport().rect()

    assert all(room.contains(canvas(view).place_of(name)) for name in case.by_id)


def test_a_fitted_map_stays_fitted_when_its_room_changes(view: ArgumentMapView, case: Case) -> None:
    view.resize(724, 596)

    room = canvas(view).viewport().rect()
    assert all(room.contains(canvas(view).place_of(name)) for name in case.by_id)


def test_a_toggle_recolours_and_moves_nothing(view: ArgumentMapView, case: Case) -> None:
    places = {name: canvas(view).place_of(name) for name in case.by_id}
    before = picture(canvas(view).viewport())

    view.receive(taken(case, A3="fails"))

    assert {name: canvas(view).place_of(name) for name in case.by_id} == places
    assert picture(canvas(view).viewport()) != before


def test_another_case_has_another_map(view: ArgumentMapView) -> None:
    view.receive(taken(load_embedded("tiny")))

    assert words(view, "argument-map-title") == "How 2 assumptions lead to 1 recommendation"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_tip_says_why(view: ArgumentMapView) -> None:
    place = canvas(view).place_of("moscow-orbit")
    viewport = canvas(view).viewport()

    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))

    assert "Pyongyang drifts into Moscow's orbit" in QToolTip.text().replace("&#x27;", "'")


def test_pointing_at_a_statement_lights_its_route(view: ArgumentMapView) -> None:
    viewport = canvas(view).viewport()
    before = picture(viewport)

    QTest.mouseMove(viewport, canvas(view).place_of("europes-business"))

    assert picture(viewport) != before


def test_the_outline_shows_what_is_picked_on_the_map(view: ArgumentMapView) -> None:
    button(view, "map-list-tree").click()

    click(view, "moscow-orbit")

    current = tree(view).currentItem()
    assert current is not None
    assert current.text(0) == "F14 DPRK drifts into Moscow's orbit"


def test_a_row_of_the_outline_picks_its_statement(qtbot: QtBot, view: ArgumentMapView) -> None:
    row = row_of_f14(view)

    with qtbot.waitSignal(view.picked) as caught:
        tree(view).setCurrentItem(row)

    assert caught.args == ["moscow-orbit"]


def test_the_outline_speaks_the_states_of_now(view: ArgumentMapView, case: Case) -> None:
    view.receive(taken(case, A3="fails"))

    spoken = row_of_f14(view).data(0, Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "F14 DPRK drifts into Moscow's orbit: does not stand"


def test_what_is_unfolded_in_the_outline_stays_so(view: ArgumentMapView, case: Case) -> None:
    row_of_f14(view).setExpanded(True)

    view.receive(taken(case, A3="fails"))

    assert row_of_f14(view).isExpanded()


def test_copy_gives_a_table(view: ArgumentMapView) -> None:
    button(view, "argument-map-copy").click()

    assert QGuiApplication.clipboard().text().startswith("Code\tStatement\t")


@pytest.mark.parametrize("zoomed", [False, True])
def test_a_saved_drawing_has_the_whole_map(
    view: ArgumentMapView, case: Case, tmp_path: Path, zoomed: bool
) -> None:
    frame = view.findChild(DashboardFrame)
    assert frame is not None
    if zoomed:
        QTest.keyClick(canvas(view), Qt.Key.Key_Plus)

    frame.save_picture(tmp_path / "map.svg")

    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert all(f">{item.code}<" in drawn for item in case.by_id.values())


def test_a_saved_picture_has_the_map_at_twice_its_size_under_its_sentence(
    view: ArgumentMapView, tmp_path: Path
) -> None:
    frame = view.findChild(DashboardFrame)
    assert frame is not None

    frame.save_picture(tmp_path / "map.png")

    room = QImage(str(tmp_path / "map.png")).size() - canvas(view).picture_size() * 2
    assert 0 < room.width() < 100
    assert 0 < room.height() < 250


def test_the_map_wears_the_colours_of_the_window(view: ArgumentMapView, qapp: QApplication) -> None:
    wear(qapp, resolve(Scheme.DARK, 125))

    assert canvas(view).backgroundBrush().color() == look().colour("ground")


def test_controls_have_names_for_who_cannot_see_them(view: ArgumentMapView) -> None:
    buttons = view.findChildren(QAbstractButton)

    assert all(item.accessibleName() or item.text() for item in buttons if item.objectName())
    assert canvas(view).accessibleName()
    assert tree(view).accessibleName()
