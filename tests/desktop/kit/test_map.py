"""The map in a window: it recolours, zooms, is walked over, and tells what is picked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStaticText
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.map import MapWidget
from desktop.kit.maps import paint
from desktop.kit.maps.paint import ASKED
from desktop.kit.text import Type, shaped
from models.charts.map_places import place_over_end
from models.pages.map_block import map_block
from models.pages.page import page
from models.schema.action import look
from models.schema.grades import Stance
from models.schema.page import Map, Page, for_room
from models.schema.scenario import with_stances
from models.schema.snapshot import fresh_state
from models.schema.view import Picture, View
from tests.extremes import largest
from tests.states import after, case_named, snapshot, state

CASE = case_named()
CLEAR_OF_DISC = 0.6
"""In so much of the words no number of the order of the fall stands over them."""


def block(**stances: str) -> Map:
    return map_block(snapshot(after(state(), **stances) if stances else state(), analysed=False))


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[MapWidget]:
    widget = MapWidget()
    qtbot.addWidget(widget)
    widget.resize(744, 560)
    widget.receive(block(A3="fails"))
    widget.show()
    yield widget


def press(widget: MapWidget, name: str) -> None:
    button = widget.findChild(QToolButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_line_of_a_label_runs_as_the_whole_does(
    qtbot: QtBot, shown: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, tuple[Qt.LayoutDirection, ...]] = {}

    def noted(line: str, type_: Type, *direction: Qt.LayoutDirection) -> QStaticText:
        told[line] = direction
        return shaped(line, type_, *direction)

    monkeypatch.setattr(paint, "shaped", noted)
    first = replace(CASE.assumptions[0], label="صار هاري مواطنًا North-Atlantic-Treaty-Organisation.")
    case = replace(CASE, assumptions=(first, *CASE.assumptions[1:]))

    shown.receive(map_block(snapshot(fresh_state(case), analysed=False)))
    shown.grab()

    lines = [line for line in told if line.startswith("North-Atlantic") or "هاري" in line]
    assert len(lines) > 1
    assert {told[line] for line in lines} == {(Qt.LayoutDirection.RightToLeft,)}


def test_a_click_on_a_box_picks_its_statement(qtbot: QtBot, shown: MapWidget) -> None:
    wanted = CASE.by_code["F14"].id

    with qtbot.waitSignal(shown.acted) as told:
        QTest.mouseClick(shown.canvas, Qt.MouseButton.LeftButton, pos=shown.canvas.place_of(wanted))

    assert told.args == [look(picked=wanted)]


def test_lines_stay_away_from_how_many_premises_are_asked_for(qtbot: QtBot) -> None:
    widget = MapWidget(controls=False)
    qtbot.addWidget(widget)
    theme.load_fonts()
    widget.wear(theme.resolve(theme.Scheme.LIGHT, 200))
    widget.resize(1824, 708)
    widget.receive(block(A3="fails"))
    widget.show()
    scene = widget.canvas.scene
    assert scene is not None
    wire = [wire for wire in scene.layout.wires if scene.rules[wire.rule].asks][-1]
    kind = Type(max(ASKED, round(scene.line_em * 0.85)))
    sizes = [shaped(words, kind).size() for words in scene.rules[wire.rule].asks]
    places = ((place_over_end(scene.layout, wire, size.width(), size.height()), size) for size in sizes)
    corner, words = next((corner, size) for corner, size in places if corner is not None)

    image = widget.canvas.grab().toImage()

    left, top = (round(each) for each in corner)
    above = {
        image.pixelColor(left + x, top - y).name()
        for x in range(round(words.width() * CLEAR_OF_DISC))
        for y in (1, 2, 3)
    }
    assert above == {scene.look.colour("ground").name()}


def test_keys_walk_over_the_map_and_pick(qtbot: QtBot, shown: MapWidget) -> None:
    start = CASE.by_code["A1"].id
    QTest.mouseClick(shown.canvas, Qt.MouseButton.LeftButton, pos=shown.canvas.place_of(start))
    QTest.keyClick(shown.canvas, Qt.Key.Key_Right)

    with qtbot.waitSignal(shown.acted) as told:
        QTest.keyClick(shown.canvas, Qt.Key.Key_Return)

    assert told.args == [look(picked=CASE.by_code["F2"].id)]
    assert "Disarmament is off the table (F2)" in shown.canvas.accessibleDescription()


def test_a_toggle_moves_nothing(shown: MapWidget) -> None:
    before = shown.canvas.scene

    shown.receive(block(A1="fails"))

    after_ = shown.canvas.scene
    assert before is not None and after_ is not None
    assert after_.layout is before.layout
    assert after_.nodes != before.nodes


def test_what_is_held_back_has_not_turned_yet(shown: MapWidget) -> None:
    plain = shown.grab().toImage()

    shown.hold_back(frozenset(node.id for node in block(A3="fails").nodes if node.order))
    held = shown.grab().toImage()
    shown.hold_back(frozenset())

    assert held != plain
    assert shown.grab().toImage() == plain


def test_buttons_zoom_and_fit(shown: MapWidget) -> None:
    fitted = shown.canvas.size()

    press(shown, "map-zoom-in")
    nearer = shown.canvas.size()
    press(shown, "map-fit")

    assert nearer.width() > fitted.width()
    assert shown.canvas.size() == fitted


def test_all_names_lie_in_their_boxes(shown: MapWidget) -> None:
    boxes = shown.text_boxes()

    assert len(boxes) >= len(CASE.by_id)
    assert [box for box in boxes if not box.room.contains(box.place)] == []


@pytest.mark.parametrize("stances", [{"A3": "fails"}, {"A3": "uncertain", "A17": "uncertain"}])
def test_a_note_stands_apart_from_the_name(shown: MapWidget, stances: dict[str, str]) -> None:
    shown.receive(block(**stances))

    notes = [box for box in shown.text_boxes() if " of " in box.text]
    others = [box.place for box in shown.text_boxes() if box not in notes]
    assert notes
    assert not any(note.place.adjusted(-3, 0, 0, 0).intersects(place) for note in notes for place in others)


def test_a_long_note_stands_below_a_name_that_leaves_it_no_room(qtbot: QtBot) -> None:
    widget = MapWidget(controls=False)
    qtbot.addWidget(widget)
    theme.load_fonts()
    widget.wear(theme.resolve(theme.Scheme.LIGHT, 200))
    widget.resize(1824, 700)
    doubted = {"claim-1": Stance.FAILS, "claim-2": Stance.UNCERTAIN}
    here = fresh_state(largest())
    view = View(picked="claim-1", picture=Picture.MAP)
    here = replace(here, scenario=with_stances(here.scenario, doubted), view=view)
    blocks = page(snapshot(here, analysed=False)).blocks
    widget.receive(next(one for one in blocks if isinstance(one, Map)))
    widget.show()

    boxes = widget.text_boxes()
    (note,) = [box for box in boxes if " of 45" in box.text]
    others = [box.place for box in boxes if box is not note]

    assert note.room.contains(note.place)
    assert not any(note.place.adjusted(-3, 3, 0, 0).intersects(place) for place in others)


def test_words_are_enlarged_as_all_else_where_the_width_has_room(qtbot: QtBot) -> None:
    widget = MapWidget()
    qtbot.addWidget(widget)
    widget.wear(theme.resolve(theme.Scheme.LIGHT, 150))
    widget.resize(1290, 420)
    widget.receive(block())
    widget.show()

    assert widget.canvas.scene is not None
    assert min(widget.canvas.scene.layout.type_sizes) >= 16
    assert widget.canvas.width() <= 1290


def test_the_foot_fades_where_more_is_to_be_scrolled_to(shown: MapWidget) -> None:
    shown.resize(744, 300)
    area = shown.findChild(QScrollArea)
    assert area is not None
    bar, port = area.verticalScrollBar(), area.viewport()
    ground = shown.look.colour("ground").name()

    def foot() -> set[str]:
        image = port.grab().toImage()
        return {image.pixelColor(x, image.height() - 2).name() for x in range(image.width() - 20)}

    bar.setValue(bar.maximum() // 2)

    assert bar.maximum() > 0
    assert foot() == {ground}


def test_the_room_sees_all_of_it_and_nothing_to_work(qtbot: QtBot) -> None:
    widget = MapWidget(controls=False)
    qtbot.addWidget(widget)
    widget.resize(1856, 700)
    page = for_room(Page(name="holds", title="", blocks=(block(A3="fails"),)))
    seen = page.blocks[0]
    assert isinstance(seen, Map)
    widget.receive(seen)
    widget.show()

    assert widget.findChildren(QToolButton) == []
    assert widget.canvas.size().boundedTo(QSize(1856, 700)) == widget.canvas.size()
    assert widget.canvas.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_map_can_be_read_in_words(shown: MapWidget) -> None:
    press(shown, "map-in-words")

    tree = shown.findChild(QTreeView)
    assert tree is not None and tree.isVisible() and not shown.canvas.isVisible()
    groups = [tree.model().index(row, 0).data() for row in range(tree.model().rowCount())]
    assert groups == ["11 recommendations", "18 findings", "22 assumptions"]


@pytest.mark.parametrize("late", [False, True])
def test_what_falls_is_scrolled_to(qtbot: QtBot, shown: MapWidget, late: bool) -> None:
    shown.receive(block(A1="fails"))
    shown.resize(744, 300)
    area = shown.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    shown.setVisible(not late)

    shown.receive(block(A20="fails"))
    shown.show()

    fallen = CASE.by_code["A20"].id
    port = area.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(shown.canvas.mapTo(port, shown.canvas.place_of(fallen))))


@pytest.mark.parametrize("stances", [{}, {"A3": "fails"}, {"A12": "holds"}])
@pytest.mark.parametrize(("width", "height"), [(1824, 820), (1824, 700)])
def test_assumptions_can_be_read_from_the_back_row(
    qtbot: QtBot, width: int, height: int, stances: dict[str, str]
) -> None:
    widget = MapWidget(controls=False)
    qtbot.addWidget(widget)
    theme.load_fonts()
    widget.wear(theme.resolve(theme.Scheme.LIGHT, 200))
    widget.resize(width, height)
    shown_block = block(**stances)
    widget.receive(shown_block)
    widget.show()
    scene = widget.canvas.scene
    assert scene is not None

    names = [box.id for box in scene.layout.boxes if box.part == 0]
    turned = {node.id for node in shown_block.nodes if node.moved}

    assert min(scene.layout.type_sizes) >= 20
    assert {item.id for item in CASE.assumptions if item.core or item.id in turned} <= set(names)
    assert scene.nodes[names[-1]].title == f"and {len(shown_block.case.assumptions) - len(names) + 1} more"
    assert [box for box in widget.text_boxes() if not box.room.contains(box.place)] == []
