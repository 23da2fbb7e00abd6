"""The signs of states in charts: the shapes of the one table of states as markers, with their inner marks."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.path import Path

from models.charts.palette import Palette
from models.charts.style import font, write
from models.schema.page import Shape, Sign

DIAMETER = 9.5  # points: as high as the capitals beside it and its own margin
STROKE = 1.3
SQUARED = {Shape.DIAMOND: "D", Shape.TRIANGLE: "^", Shape.FALLEN_TRIANGLE: "v", Shape.SQUARE: "s"}
SMALLER = {"D": 0.72, "^": 0.95, "v": 0.95, "s": 0.8}  # so that all look equally large
HOLLOW = (Shape.RING, Shape.EMPTY_DISC)
MARKS = {
    Shape.TICK_DISC: Path([(-0.5, 0.0), (-0.12, -0.38), (0.5, 0.34)]),
    Shape.MINUS_DISC: Path([(-0.5, 0.0), (0.5, 0.0)]),
    Shape.SLASHED_DISC: Path([(-0.5, -0.5), (0.5, 0.5)]),
    Shape.CROSS_DISC: Path(
        [(-0.4, 0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, -0.4)],
        [Path.MOVETO, Path.LINETO, Path.MOVETO, Path.LINETO],
    ),
}
HALF = Path.wedge(-90, 90)


def draw_signs(
    axes: Axes, places: Sequence[tuple[float, float]], signs: Sequence[Sign], colours: Palette, scale: float
) -> None:
    """Draw signs at their places, those of one look in one collection each."""
    for look in dict.fromkeys((sign.shape, sign.tone) for sign in signs):
        at = [place for place, sign in zip(places, signs, strict=True) if (sign.shape, sign.tone) == look]
        shape, tone = look
        colour = getattr(colours, tone.value)
        marker = SQUARED.get(shape, "o")
        size = (DIAMETER * scale * SMALLER.get(marker, 1.0)) ** 2
        x, y = zip(*at, strict=True)
        filled = "none" if shape in HOLLOW else colour
        axes.scatter(
            x,
            y,
            s=size,
            marker=marker,
            facecolor=filled,
            edgecolor=colour,
            linewidth=0.8 * scale,
            clip_on=False,
        )
        _draw_inside(axes, at, shape, colours, scale)


def _draw_inside(
    axes: Axes, at: Sequence[tuple[float, float]], shape: Shape, colours: Palette, scale: float
) -> None:
    """Draw what stands inside a disc."""
    x, y = zip(*at, strict=True)
    if shape is Shape.QUESTION_DISC:
        for left, row in at:
            bold = font(7.5 * scale, "Bold")
            write(axes, left, row, "?", bold, color=colours.panel, ha="center", va="center_baseline")
    if shape is Shape.HALF_DISC:
        light = (DIAMETER * scale * 0.78) ** 2
        axes.scatter(x, y, s=light, marker=HALF, facecolor=colours.panel, linewidth=0, clip_on=False)
    if shape in MARKS:
        inner = (DIAMETER * scale * 0.5) ** 2
        axes.scatter(
            x,
            y,
            s=inner,
            marker=MARKS[shape],
            facecolor="none",
            edgecolor=colours.panel,
            linewidth=STROKE * scale,
            clip_on=False,
        )
