"""Lanes: groups stand apart in them, arrows keep apart, and names are told as far as there is room."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from desktop.base.theme import Look
from desktop.kit.cells import chips
from desktop.kit.cells import text as words_of
from desktop.kit.cells.face import Canvas, Face
from desktop.kit.cells.lane_painting import paint
from desktop.kit.cells.lanes import arranged, named_height
from desktop.kit.tables import legend
from desktop.kit.text import TextBox
from models.language.messages import speaking
from models.schema.page import ChipsCell, Dot, LanesCell, Line, TextCell
from tests.desktop.kit.tables import invented
from tests.desktop.kit.tables.screen import Made, overprinted


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


@pytest.mark.parametrize("number", [3, 4])
@pytest.mark.parametrize(("wide", "high", "large"), [(580, 58, False), (420, 100, True)])
def test_in_a_room_groups_with_votes_that_fill_a_lane_keep_their_names(
    look: Look, number: int, wide: int, high: int, large: bool
) -> None:
    dots = tuple(
        Dot(letter=str(place), name=f"Table {place}", lane=0, tally=(5, 3, 2)) for place in range(number)
    )
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)
    face = Face(look, controls=False, details=large, large=large)

    form, (lane, *_) = arranged(cell, QRectF(0, 0, wide, high), face)

    assert form.named
    assert all(lane.box.top() <= group.middle - form.disc / 2 for group in lane.groups)
    assert all(group.middle + form.disc / 2 <= lane.box.bottom() for group in lane.groups)


@pytest.mark.parametrize(("number", "high", "apart"), [(3, 82, 1.2), (2, 82, 1.5)])
def test_named_groups_below_each_other_stand_apart(look: Look, number: int, high: int, apart: float) -> None:
    dots = tuple(Dot(letter=str(place), name=f"Table {place}", lane=0) for place in range(number))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)
    face = Face(look, controls=False, details=False)

    form, (lane, *_) = arranged(cell, QRectF(0, 0, 420, high), face)

    middles = [group.middle for group in lane.groups]
    assert form.named
    assert all(below - above >= apart * form.disc for above, below in pairwise(middles))


@pytest.mark.parametrize("high", [20, 24, 30])
def test_the_disc_of_a_named_group_is_no_higher_than_a_low_row(look: Look, high: int) -> None:
    dots = tuple(Dot(letter=str(place), name=f"Table {place}", lane=place) for place in range(2))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)

    form, _ = arranged(cell, QRectF(0, 0, 700, high), Face(look, controls=False, details=False))

    assert form.disc <= high


def test_groups_that_all_came_from_one_lane_are_given_the_height_for_their_names(look: Look) -> None:
    dots = tuple(Dot(letter=str(place), name=f"Table {place}", lane=0, came_from=2) for place in range(3))
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)
    face = Face(look, controls=False, details=False)

    high = named_height((cell,), (420,), face)

    assert high
    assert arranged(cell, QRectF(0, 0, 420, high), face)[0].named


@pytest.mark.parametrize(("size", "drawn"), [((1400, 500), {"bar"}), ((800, 210), {"ring"})])
def test_the_legend_shows_votes_as_they_are_drawn(
    made: Made, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], drawn: set[str]
) -> None:
    table = invented.groups(4, rows=3)
    name, lanes, advice = table.columns
    explained = replace(table, columns=(name, replace(lanes, legend=("votes", "split")), advice))
    samples: set[str] = set()
    monkeypatch.setattr(legend, "paint_ring", lambda *_: samples.add("ring"))
    monkeypatch.setattr(legend, "paint_tally", lambda *_: samples.add("bar"))

    told = [box.text for box in made(explained, size, controls=False).text_boxes()]

    assert "votes" in told
    assert samples == drawn


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


@pytest.mark.parametrize("large", [True, False])
@pytest.mark.parametrize("way", [1, -1])
def test_an_arrow_runs_past_the_disc_of_a_group_in_the_lane_between(
    look: Look, large: bool, way: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways: list[list[QPointF]] = []

    def note(_: Canvas, start: QPointF, end: QPointF, *rest: object) -> None:
        turns = rest[-1]
        ways.append([start, *turns, end] if isinstance(turns, tuple) else [start, end])

    monkeypatch.setattr(Canvas, "arrow", note)
    moved = Dot(letter="A", name="A", lane=1 + way, came_from=1 - way)
    cell = LanesCell(
        lanes=(invented.YES, invented.UNSURE, invented.NO), dots=(moved, Dot(letter="B", name="B", lane=1))
    )
    box, face = QRectF(0, 0, 900, 124 if large else 37), Face(look, large=large)
    paper = QPixmap(900, 124)
    painter = QPainter(paper)
    paint(Canvas(painter), box, cell, face)
    painter.end()

    form, lanes = arranged(cell, box, face)
    ((group,),) = (lanes[1].groups,)
    disc = QPointF(group.left + form.disc / 2, group.middle)
    ((*points,),) = ways
    assert all(_apart(disc, *line) >= form.disc / 2 for line in pairwise(points))
    assert points[0].y() == points[-1].y()


def _apart(point: QPointF, start: QPointF, end: QPointF) -> float:
    """How far a point is from a line between two others."""
    along, to = end - start, point - start
    part = max(0.0, min(1.0, QPointF.dotProduct(along, to) / QPointF.dotProduct(along, along)))
    left = to - along * part
    return math.hypot(left.x(), left.y())


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
