"""The picture of load against vulnerability, read from its artists."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from models.charts.load_bearing import draw_load_bearing
from models.charts.palette import palette
from models.charts.style import svg_bytes
from models.pages.depends.vulnerable import load_picture
from models.schema.case import Case
from models.schema.pictures import LoadPicture
from models.schema.view import Outlook, View
from models.store.cases import load_embedded
from tests.analysed import analysed

COLOURS = palette("light")
JUDGED = {"A1": 0.9, "A3": 0.6, "A10": 0.55, "A16": 0.4, "A17": 0.35, "A20": 0.7, "A2": 0.8, "A9": 0.8}
CERTAIN = {f"A{number}": 1.0 for number in range(1, 21)}
STANCES: tuple[dict[str, str], ...] = (
    {},
    {"A1": "fails", "A2": "fails", "A3": "fails"},
    dict.fromkeys(("A1", "A3", "A7", "A12"), "uncertain"),
)


@pytest.fixture(scope="module")
def essay() -> Case:
    return load_embedded("dprk-lessons")


def pictured(
    case: Case,
    outlook: Outlook = Outlook.HERE,
    stances: dict[str, str] | None = None,
    credences: dict[str, float] | None = None,
) -> LoadPicture:
    rated = credences or {item.code: 1.0 - place / 40 for place, item in enumerate(case.assumptions)}
    snapshot, analyses = analysed(case, stances, credences=rated)
    return load_picture(replace(snapshot, view=View(outlook=outlook)), analyses)


def drawn(picture: LoadPicture, width: float = 4.2, height: float = 4.4) -> Figure:
    figure = Figure(figsize=(width, height))
    draw_load_bearing(figure, picture, COLOURS)
    return figure


def texts(figure: Figure) -> list[Text]:
    return list(figure.axes[0].texts)


def named(case: Case, figure: Figure) -> list[str]:
    """The codes of the assumptions that stand in the picture, by their short names or by their codes."""
    of = {word: item.code for item in case.assumptions for word in (item.brief, item.code)}
    parts = (part.strip() for text in texts(figure) for part in text.get_text().split(","))
    return [of[part] for part in parts if part in of]


def borders(figure: Figure) -> tuple[float, float]:
    """Where the dashed lines between the quadrants are."""
    dashed = figure.axes[0].collections[2]
    assert isinstance(dashed, LineCollection)
    upright, level = dashed.get_segments()
    return float(upright[0][0]), float(level[0][1])


@pytest.mark.parametrize("outlook", list(Outlook))
@pytest.mark.parametrize("stances", STANCES)
@pytest.mark.parametrize("credences", [None, JUDGED, CERTAIN])
@pytest.mark.parametrize("size", [(3.4, 3.6), (4.2, 4.4), (5.8, 7.0)])
def test_no_text_overlaps_another(
    essay: Case,
    outlook: Outlook,
    stances: dict[str, str],
    credences: dict[str, float] | None,
    size: tuple[float, float],
) -> None:
    figure = drawn(pictured(essay, outlook, stances=stances, credences=credences), *size)
    FigureCanvasAgg(figure)

    written = [text for text in texts(figure) if text.get_text().strip()]
    extents = [(text.get_text(), text.get_window_extent().padded(-1)) for text in written]

    clashes = [(one, other) for (one, box), (other, rival) in combinations(extents, 2) if box.overlaps(rival)]
    assert clashes == []


def test_every_assumption_is_named_once(essay: Case) -> None:
    figure = drawn(pictured(essay))

    assert sorted(named(essay, figure)) == sorted(item.code for item in essay.taking_part(False))


def test_assumptions_are_called_by_their_short_names(essay: Case) -> None:
    figure = drawn(pictured(essay, credences=JUDGED), 7, 6)

    parts = {part.strip() for text in texts(figure) for part in text.get_text().split(",")}

    assert {item.brief for item in essay.assumptions if item.code in JUDGED} <= parts


def test_no_name_crosses_a_line_between_quadrants(essay: Case) -> None:
    figure = drawn(pictured(essay))
    FigureCanvasAgg(figure)
    x, y = borders(figure)

    briefs = {item.brief for item in essay.assumptions}
    names = [
        text.get_window_extent().transformed(figure.axes[0].transData.inverted())
        for text in texts(figure)
        if briefs & {part.strip() for part in text.get_text().split(",")}
    ]

    assert names
    assert not any(box.x0 + 1 < x < box.x1 - 1 or box.y0 + 2 < y < box.y1 - 2 for box in names)


def test_no_point_lies_on_a_line_between_quadrants(essay: Case) -> None:
    rated = {item.code: 0.75 for item in essay.assumptions}
    figure = drawn(pictured(essay, credences=rated))
    x, y = borders(figure)

    marks = [np.asarray(line.get_xydata())[0] for line in figure.axes[0].lines]

    assert marks
    assert not any(mark[0] == x or mark[1] == y for mark in marks)


def test_all_four_quadrants_are_named(essay: Case) -> None:
    picture = pictured(essay)
    figure = drawn(picture, 7, 6)

    words = {text.get_text() for text in texts(figure)}

    assert {quadrant.name for quadrant in picture.quadrants} <= words
    assert {quadrant.advice for quadrant in picture.quadrants} <= words


def test_points_in_one_place_share_a_mark(essay: Case) -> None:
    picture = pictured(essay)
    figure = drawn(picture)

    places = {(point.load, point.vulnerability) for point in picture.points}

    assert len(figure.axes[0].lines) == len(places)


def test_drawing_again_replaces_what_was_shown(essay: Case) -> None:
    figure = drawn(pictured(essay))
    first = sorted(text.get_text() for text in texts(figure))

    draw_load_bearing(figure, pictured(essay, Outlook.EVERYWHERE), COLOURS)
    draw_load_bearing(figure, pictured(essay), COLOURS)

    assert sorted(text.get_text() for text in texts(figure)) == first
    assert len(figure.axes) == 1


def test_the_same_picture_is_the_same_drawing_on_paper(essay: Case) -> None:
    assert svg_bytes(drawn(pictured(essay))) == svg_bytes(drawn(pictured(essay)))


def test_where_nothing_bears_load_the_picture_is_still_drawn(essay: Case) -> None:
    picture = pictured(essay)
    idle = tuple(replace(point, load=0.0) for point in picture.points)

    figure = drawn(replace(picture, points=idle, load_split=0.0))

    assert len(named(essay, figure)) == len(essay.taking_part(False))
