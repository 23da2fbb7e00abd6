"""The tornado as it is drawn: read from its artists, never from pixels."""

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.likelihood import FEWEST_ROWS, draw_tornado
from models.charts.palette import Palette, palette
from models.pages.depends.vulnerable import tornado
from models.schema.case import Case
from models.schema.pictures import Tornado
from models.store.cases import load_embedded
from tests.analysed import analysed

RATED = {"A1": 0.9, "A3": 0.5, "A10": 0.4, "A20": 0.8}


def rated(case: Case, code: str) -> Tornado:
    return tornado(*analysed(case, credences=RATED), case.by_code[code].id)


def tornado_figure(shown: Tornado, colours: Palette, width: float) -> Figure:
    """The chart as a figure so many points wide and as high as its bars need."""
    height = max(len(shown.bars), FEWEST_ROWS) * 16.0 + 74.0
    figure = Figure(figsize=(width / 72, height / 72), layout="constrained")
    draw_tornado(figure, shown, colours)
    return figure


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def corners(figure: Figure, place: int) -> list[tuple[float, float]]:
    """From where to where each bar of a collection goes."""
    bars = [item for item in figure.axes[0].collections if isinstance(item, PolyCollection)][place]
    extents = [path.get_extents() for path in bars.get_paths()]
    return [(float(extent.x0), float(extent.x1)) for extent in extents]


def test_each_bar_reaches_from_failing_over_now_to_holding() -> None:
    shown = rated(load_embedded("dprk-lessons"), "R7")

    figure = tornado_figure(shown, palette("light"), 480)

    held, failed = corners(figure, 0), corners(figure, 1)
    assert held == [(shown.probability, bar.if_holds) for bar in shown.bars]
    assert failed == [(bar.if_fails, shown.probability) for bar in shown.bars]


def test_names_ends_and_the_present_probability_are_written() -> None:
    shown = rated(load_embedded("dprk-lessons"), "R1")

    written = texts(tornado_figure(shown, palette("light"), 480))

    assert {"Arsenal is kept", "fails 0%", "holds 100%", "now 90%", "0%", "50%", "100%"} <= set(written)


def test_a_small_probability_gets_a_scale_that_shows_it() -> None:
    essay = load_embedded("dprk-lessons")
    unlikely = tornado(
        *analysed(essay, credences={"A3": 0.1, "A10": 0.1, "A17": 0.5}), essay.by_code["R5"].id
    )

    figure = tornado_figure(unlikely, palette("light"), 480)

    assert "5%" in texts(figure)
    assert "100%" not in texts(figure)
    assert figure.axes[0].get_xlim()[1] < 0.1


def test_a_later_drawing_replaces_the_earlier_one() -> None:
    essay = load_embedded("dprk-lessons")
    figure = tornado_figure(rated(essay, "R7"), palette("light"), 480)

    draw_tornado(figure, rated(essay, "R1"), palette("dark"))

    fresh = tornado_figure(rated(essay, "R1"), palette("dark"), 480)
    assert texts(figure) == texts(fresh)
    assert len(figure.axes) == 1


def test_in_less_room_the_bars_are_kept_and_names_become_shorter_then_codes() -> None:
    shown = rated(load_embedded("dprk-lessons"), "R1")

    shorter = texts(tornado_figure(shown, palette("light"), 240))
    codes = texts(tornado_figure(shown, palette("light"), 200))

    assert {"Arsenal", "fails 0%", "holds 100%"} <= set(shorter)
    assert "A1" not in shorter
    assert {"A1", "fails 0%", "holds 100%"} <= set(codes)
    assert "Arsenal" not in codes


def test_nothing_that_is_written_is_cut_off() -> None:
    for width in (260, 300, 480):
        figure = tornado_figure(rated(load_embedded("dprk-lessons"), "R5"), palette("light"), width)
        figure.draw_without_rendering()

        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert box.x0 >= -1
            assert box.x1 <= figure.bbox.width + 1
