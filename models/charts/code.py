"""A code for cameras: dark squares on white in every scheme, with the margin that readers ask for."""

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.palette import Palette
from models.charts.style import filled

MARGIN = 4
"""In squares, as ISO/IEC 18004 wants it."""


def draw_code(figure: Figure, rows: tuple[str, ...], colours: Palette, scale: float = 1.0) -> None:
    """Draw the code as large as there is room; a later call replaces what is shown."""
    del colours, scale
    axes, _, _ = filled(figure, "white")
    axes.set_aspect("equal")
    axes.set_xlim(-MARGIN, len(rows) + MARGIN)
    axes.set_ylim(len(rows) + MARGIN, -MARGIN)
    squares = [
        [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
        for y, row in enumerate(rows)
        for x, bit in enumerate(row)
        if bit == "1"
    ]
    axes.add_collection(
        PolyCollection(squares, facecolor="black", edgecolor="none", antialiased=False), autolim=False
    )
