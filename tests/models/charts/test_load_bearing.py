"""The picture of load against vulnerability, read from its artists."""

from dataclasses import replace
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from models.charts.load_bearing import draw_load_bearing
from models.charts.palette import palette
from models.charts.style import svg_bytes
from models.pages.depends.load import load_picture
from models.schema.case import Case
from models.schema.load import LoadPicture
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


def codes(figure: Figure) -> list[str]:
    labels = [text.get_text() for text in texts(figure) if text.get_text().startswith("A")]
    return [code.strip() for label in labels for code in label.split(",") if code.strip()]


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

    extents = [
        (text.get_text(), text.get_window_extent()) for text in texts(figure) if text.get_text().strip()
    ]

    clashes = [
        (one, other)
        for (one, box), (other, rival) in combinations(extents, 2)
        if box.padded(-1).overlaps(rival.padded(-1))
    ]
    assert clashes == []


def test_every_assumption_is_named_once(essay: Case) -> None:
    figure = drawn(pictured(essay))

    assert sorted(codes(figure)) == sorted(item.code for item in essay.taking_part(False))


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

    assert len(codes(figure)) == len(essay.taking_part(False))
