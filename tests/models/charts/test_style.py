"""What all figures share: a figure may be put into another drawing and changes nothing of that."""

from xml.etree.ElementTree import fromstring

from matplotlib.figure import Figure

from models.charts.style import svg_group

AROUND = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{0}</svg>'


def group() -> str:
    figure = Figure((3, 2))
    figure.text(0.5, 0.5, "A & B")
    return svg_group(figure, 10, 20.5, 1.25)


def test_a_figure_becomes_a_group_at_its_place() -> None:
    (placed,) = fromstring(AROUND.format(group()))  # noqa: S314

    assert placed.get("transform") == "translate(10 20.5) scale(1.25000)"
    assert placed.get("stroke-linecap") == "butt"


def test_the_style_sheet_of_a_figure_stays_out_of_the_drawing_around_it() -> None:
    assert "<style" not in group()
