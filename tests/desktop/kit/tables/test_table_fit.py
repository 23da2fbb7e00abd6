"""How a table is fitted: no text leaves its box or lies on another, and the room sees all of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base.theme import Look, Scheme, load_fonts, resolve, wear
from desktop.kit.cells import chips
from desktop.kit.cells import text as words_of
from desktop.kit.cells.face import Canvas, Face
from desktop.kit.cells.lane_painting import paint
from desktop.kit.cells.lanes import arranged
from desktop.kit.table import TableWidget
from desktop.kit.tables.fit import Fitting
from desktop.kit.tables.heads import heads_of, overhang
from desktop.kit.tables.view import TableView
from desktop.kit.text import TextBox
from models.language.messages import speaking
from models.pages.watch.page import watch
from models.schema.page import ChipsCell, Column, Dot, LanesCell, Line, Row, SignCell, Table, TextCell, Width
from models.schema.state import fresh_state
from models.store.cases import load_embedded
from tests.desktop.kit.tables import invented
from tests.states import snapshot

Made = Callable[..., TableWidget]
SIZES = ((620, 460), (1016, 392), (1330, 560), (1880, 900))
BLOCKS: dict[str, Callable[[], Table]] = {
    "matrix": invented.matrix,
    "load": invented.load,
    "groups": invented.groups,
    "twelve groups": lambda: invented.groups(12, 22, 3),
    "tally": invented.tally,
}


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication) -> Made:
    load_fonts()

    def make(block: Table, size: tuple[int, int], scale: int = 100, *, controls: bool = True) -> TableWidget:
        look = resolve(Scheme.LIGHT, scale)
        wear(qapp, look)
        widget = TableWidget(controls)
        qtbot.addWidget(widget)
        widget.wear(look)
        widget.resize(*size)
        widget.receive(block)
        widget.show()
        return widget

    return make


def overprinted(boxes: list[TextBox]) -> list[tuple[str, str]]:
    """The pairs of texts that lie on one another, and the texts that leave their box, with the box's name."""
    found = [
        (box.text, "its box") for box in boxes if not box.room.adjusted(-1, -2, 1, 2).contains(box.place)
    ]
    places = sorted(
        ((box.place.adjusted(1, 2, -1, -2), box.text) for box in boxes), key=lambda one: one[0].top()
    )
    for number, (place, text) in enumerate(places):
        for other, words in places[number + 1 :]:
            if other.top() > place.bottom():
                break
            if place.intersects(other):
                found.append((text, words))
    return found


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_leaves_its_box_or_lies_on_another(
    made: Made, name: str, scale: int, size: tuple[int, int]
) -> None:
    boxes = made(BLOCKS[name](), size, scale).text_boxes()

    assert boxes
    assert overprinted(boxes) == []


@pytest.mark.parametrize("name", BLOCKS)
def test_no_text_lies_on_another_in_front_of_a_room(made: Made, name: str) -> None:
    widget = made(BLOCKS[name](), (1840, 840), 180, controls=False)

    for part in range(widget.parts()):
        widget.show_part(part)
        assert overprinted(widget.text_boxes()) == []


def test_twelve_groups_and_22_assumptions_fit_one_screen_of_the_room(made: Made) -> None:
    widget = made(invented.groups(12, 22, 3), (1840, 840), 180, controls=False)

    names = [box for box in widget.text_boxes() if box.text in invented.CLAIMS]

    assert widget.parts() == 1
    assert len(names) == 22
    assert min(box.place.height() for box in names) >= 22


def test_a_table_grows_where_the_room_has_more_space_than_it_needs(made: Made) -> None:
    small = made(invented.matrix(), (1016, 420), 100, controls=False)
    large = made(invented.matrix(), (1840, 900), 100, controls=False)

    def height(widget: TableWidget) -> int:
        return next(box.place.height() for box in widget.text_boxes() if box.text == invented.ADVICE[0])

    assert height(large) > height(small)


def test_a_table_that_is_too_high_for_the_room_comes_in_parts_that_name_their_section(made: Made) -> None:
    block = invented.load()
    rows = tuple(
        replace(row, id=f"{row.id}-{time}", section=row.section if time == 0 else "")
        for time in range(5)
        for row in block.rows
    )
    widget = made(replace(block, rows=rows), (900, 500), 180, controls=False)

    seen = []
    for part in range(widget.parts()):
        widget.show_part(part)
        texts = [box.text for box in widget.text_boxes()]
        assert "Assumption" in texts
        assert "What most depends on" in texts or "The rest" in texts
        seen += [text for text in texts if text in invented.CLAIMS]

    assert widget.parts() > 1
    assert len(seen) == len(rows)


def test_nothing_scrolls_sideways_where_columns_can_become_narrower(made: Made) -> None:
    widget = made(invented.matrix(), (760, 420))

    right = max(box.place.right() for box in widget.text_boxes())

    assert right <= 760


@pytest.fixture
def look(qapp: QApplication) -> Look:
    load_fonts()
    return resolve(Scheme.LIGHT, 100)


@pytest.mark.parametrize("number", [1, 4, 7, 12, 20])
@pytest.mark.parametrize("large", [True, False])
def test_groups_in_a_lane_stand_apart_and_within_it(look: Look, number: int, large: bool) -> None:
    dots = tuple(Dot(letter="A", name=f"Group {place}", lane=0, tally=(1, 2, 3)) for place in range(number))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)

    form, lanes = arranged(cell, QRectF(0, 0, 900, 124 if large else 37), Face(look, large=large))

    places = [
        QRectF(group.left, group.middle - form.disc / 2, form.disc, form.disc) for group in lanes[0].groups
    ]
    assert len(places) == number
    assert all(lanes[0].box.contains(place) for place in places)
    assert form.wide >= form.disc or number > 12


def test_narrow_lanes_are_named_whole(made: Made) -> None:
    block = invented.groups()
    uncertain = replace(invented.UNSURE, word="uncertain")
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, lanes=(invented.YES, uncertain, invented.NO))
                if isinstance(cell, LanesCell)
                else cell
                for cell in row.cells
            ),
        )
        for row in block.rows
    )

    told = [box.text for box in made(replace(block, rows=rows), (608, 300)).text_boxes()]

    assert {"holds", "uncertain", "fails"} <= set(told)


def test_many_groups_without_names_stand_side_by_side(look: Look) -> None:
    dots = tuple(Dot(letter=str(place), name=f"Group {place}", lane=0) for place in range(8))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)

    form, lanes = arranged(cell, QRectF(0, 0, 740, 264), Face(look, large=True))

    assert form.named or len({group.middle for group in lanes[0].groups}) < 4


def test_a_large_row_says_how_many_more_names_there_are(look: Look) -> None:
    many = ChipsCell(chips=tuple(Line(text=f"Recommendation {place}") for place in range(8)))
    face = Face(look, large=True)

    assert chips.height(many, face, 300) <= look.px(chips.LINES * 31 + 2 * chips.TOP)
    assert len(chips.shown_pills(many, QRectF(0, 0, 300, 200), face)) < 8


def test_who_came_from_the_left_stands_first_and_from_the_right_last(look: Look) -> None:
    moves = (("A", None), ("B", 2), ("C", 0))
    dots = tuple(Dot(letter=name, name=name, lane=1, came_from=lane) for name, lane in moves)
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)

    _, lanes = arranged(cell, QRectF(0, 0, 900, 37), Face(look))

    order = [group.dot.letter for group in sorted(lanes[1].groups, key=lambda group: group.left)]
    assert order == ["C", "A", "B"]


def test_a_ghost_stands_where_its_lane_is_nearest_to_where_the_group_has_gone(look: Look) -> None:
    dots = (Dot(letter="A", name="A", lane=2, came_from=1), Dot(letter="B", name="B", lane=0, came_from=1))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)

    _, lanes = arranged(cell, QRectF(0, 0, 900, 37), Face(look))

    ghosts = {dot.letter: point.x() for dot, point in lanes[1].ghosts}
    middle = lanes[1].box.center().x()
    assert ghosts["B"] < middle < ghosts["A"]
    assert QRect(0, 0, 900, 37).contains(lanes[1].box.toRect())


def test_arrows_of_one_line_that_point_both_ways_keep_apart(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels: list[tuple[bool, float]] = []

    def note(_: Canvas, start: QPointF, end: QPointF, *rest: object) -> None:
        levels.append((end.x() > start.x(), start.y()))

    monkeypatch.setattr(Canvas, "arrow", note)
    dots = (Dot(letter="A", name="A", lane=2, came_from=0), Dot(letter="B", name="B", lane=0, came_from=2))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)
    paper = QPixmap(900, 37)
    painter = QPainter(paper)
    paint(Canvas(painter), QRectF(0, 0, 900, 37), cell, Face(look))
    painter.end()

    (right,), (left,) = ([y for way, y in levels if way is side] for side in (True, False))
    assert left - right > 8


def test_signposts_with_all_their_fields_need_no_scrolling_sideways_at_150_percent(
    made: Made,
) -> None:
    essay = load_embedded()
    (signposts,) = (block for block in watch(snapshot(fresh_state(essay))).blocks if block.id == "signposts")

    widget = made(signposts, (1294, 500), 150)

    view = widget.findChild(TableView)
    assert view is not None and view.horizontalScrollBar().maximum() == 0


def test_narrow_heads_are_told_in_two_lines_with_their_codes(made: Made) -> None:
    titles = {"China resented": "A10", "Bloc talk fulfils": "A13"}
    heads = tuple(Column(id=code, title=name, code=code, width=Width.SIGN) for name, code in titles.items())
    grid = Table(id="grid", columns=heads, rows=(Row(id="one", cells=(SignCell(), SignCell())),))

    told = " ".join(box.text for box in made(grid, (330, 120)).text_boxes())

    assert [code for code in titles.values() if code not in told] == []
    assert "…" not in told


def test_the_last_slanted_name_ends_within_the_table_at_every_width(look: Look) -> None:
    names = [f"Name {number}" for number in range(10)] + ["Europe’s business"]
    columns = tuple(Column(id=name, title=name, width=Width.SIGN, slanted=True) for name in names)
    rows = (Row(id="one", cells=tuple(SignCell() for _ in names)),)
    heads = heads_of(columns, rows)
    fitting = Fitting(heads, rows, look)

    fits = {width: fitting.fitted(width, 400, controls=True) for width in range(480, 680)}

    assert [
        width
        for width, fit in fits.items()
        if sum(fit.widths) + overhang(heads, fit.widths, fit.face) > width
    ] == []


def test_a_name_is_whole_where_how_many_more_there_are_has_room_below(look: Look) -> None:
    two = ChipsCell(chips=(Line(text="Accept DPRK will not disarm"), Line(text="Limit")), more="and 1 more")
    picture = QPixmap(320, 220)
    told = {}

    for high in (20, 60):
        texts: list[TextBox] = []
        with QPainter(picture) as painter:
            chips.paint(Canvas(painter, texts), QRectF(0, 0, 215, high), two, Face(look, controls=False))
        told[high] = [box.text for box in texts]
        assert overprinted(texts) == []

    assert "…" in told[20][0]
    assert told[60] == ["Accept DPRK will not disarm,", "and 1 more"]


def test_how_many_more_stands_a_word_apart_where_no_comma_comes_before_it(look: Look) -> None:
    cell = ChipsCell(
        chips=(Line(text="러시아에서 떼어 놓기"), Line(text="중국에서 떼어 놓기")), more="외 1개"
    )
    picture = QPixmap(320, 220)
    texts: list[TextBox] = []

    with QPainter(picture) as painter, speaking("ko"):
        chips.paint(Canvas(painter, texts), QRectF(0, 0, 220, 20), cell, Face(look, controls=False))

    name, rest = texts
    assert (name.text, rest.text) == ("러시아에서 떼어 놓기", "외 1개")
    assert rest.place.left() - name.place.right() >= 3


def test_how_many_more_names_there_are_is_said_in_the_language_of_the_window(look: Look) -> None:
    many = ChipsCell(chips=tuple(Line(text="권고") for _ in range(40)))
    picture = QPixmap(320, 220)
    texts: list[TextBox] = []

    with QPainter(picture) as painter, speaking("ko"):
        chips.paint(Canvas(painter, texts), QRectF(0, 0, 300, 200), many, Face(look, large=True))

    (rest,) = [box.text for box in texts if box.text != "권고"]
    assert "more" not in rest and any(letter.isdigit() for letter in rest)


def test_a_large_row_that_is_high_has_room_for_more_of_what_is_said(look: Look) -> None:
    said = TextCell(
        text="Arsenal is kept", detail="Tables 2 and 4 say that it holds and the others do not. " * 7
    )
    face = Face(look, large=True)

    low, high = words_of.told(said, face, 240, 90), words_of.told(said, face, 240, 300)

    assert low.detail.cut and not high.detail.cut
    assert high.height + face.px(words_of.TOP) <= 300
