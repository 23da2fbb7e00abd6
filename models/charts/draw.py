"""Draws a figure block into a matplotlib figure: which chart it is decides what its values are."""

from collections.abc import Callable, Mapping
from typing import Any

from matplotlib.figure import Figure as Canvas

from models.charts.code import draw_code
from models.charts.foresight import draw_foresight
from models.charts.likelihood import draw_tornado
from models.charts.load_bearing import draw_load_bearing
from models.charts.palette import Palette
from models.charts.reach_matrix import draw_reach_matrix
from models.schema.page import Chart, Figure

DRAWN: Mapping[Chart, Callable[[Canvas, Any, Palette, float], None]] = {
    Chart.REACH: draw_reach_matrix,
    Chart.LOAD: draw_load_bearing,
    Chart.TORNADO: draw_tornado,
    Chart.FORESIGHT: draw_foresight,
    Chart.CODE: draw_code,
}


def draw(canvas: Canvas, block: Figure, colours: Palette, scale: float) -> None:
    """Draw the block; `scale` enlarges its type. A later call with the same chart replaces what is shown."""
    DRAWN[block.chart](canvas, block.values, colours, scale)
