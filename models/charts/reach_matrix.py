"""What one change in a model would do: a row for each assumption, and a column that a recommendation keeps."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.chart_signs import draw_signs
from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import block, cleared, font, write
from models.engine.reach import Reach, ReachPicture
from models.language.states import sign
from models.schema.case import Case, Stance

NAME, CODE, SMALL, NARROW_CODE = 9.0, 7.5, 8.0, 5.5  # points
LONGEST_NAME, LONGEST_HEAD = 34, 28
NARROWEST = 19.0  # points of a column under which slanted names would touch
SLANT = 48  # degrees, as over the columns of the matrix of what it depends on
GAP, HEIGHT = 0.05, 0.86  # parts of a cell
HEADS, FOOT = 88.0, 24.0  # points above and below the rows
TO = {Stance.FAILS: "if it failed", Stance.HOLDS: "if it held", Stance.UNCERTAIN: "if it were uncertain"}


class _Frame(NamedTuple):
    """Where the cells stand in the figure, as parts of it."""

    left: float
    bottom: float
    width: float
    height: float


def draw_reach_matrix(figure: Figure, picture: ReachPicture, colours: Palette, scale: float = 1.0) -> None:
    """Draw the rows into the figure; a later call replaces what is shown."""
    case, reaches = picture.case, picture.reaches
    axes = cleared(figure, 1)[0]
    figure.set_layout_engine("none")
    figure.set_facecolor(colours.panel)
    frame = _framed(figure, case, reaches, scale)
    axes.set_position(frame)
    axes.set_xlim(0, len(case.recommendations))
    axes.set_ylim(len(reaches) - 0.5, -0.5)
    cell = frame.width * figure.get_figwidth() * 72 / len(case.recommendations)
    row = frame.height * figure.get_figheight() * 72 / len(reaches)
    _heads(axes, case, reaches, colours, scale, named=cell >= NARROWEST * scale)
    _rows(axes, case, reaches, colours, scale)
    _cells(axes, case, reaches, colours, scale)
    corner = (
        (6 * scale - frame.left * figure.get_figwidth() * 72) / cell,
        len(reaches) - 0.5 + 15 * scale / row,
    )
    _key(axes, reaches, colours, scale, corner, cell)


def _framed(figure: Figure, case: Case, reaches: Sequence[Reach], scale: float) -> _Frame:
    """Room at the left for the names, at the right for the last slanted head and the counts."""
    width, height = figure.get_figwidth() * 72, figure.get_figheight() * 72
    names = [shortened(case.by_id[item.assumption].title, LONGEST_NAME) for item in reaches]
    left = (max((ems(name) for name in names), default=0) * NAME + _way_width(reaches) + 34) * scale
    right = 64 * scale
    narrow = (width - left - right) / len(case.recommendations) < NARROWEST * scale
    top, bottom = (FOOT if narrow else HEADS) * scale, FOOT * scale
    return _Frame(
        left / width, bottom / height, max(0.1, 1 - (left + right) / width), 1 - (top + bottom) / height
    )


def _heads(
    axes: Axes, case: Case, reaches: Sequence[Reach], colours: Palette, scale: float, *, named: bool
) -> None:
    """Names slanted over their columns, or their codes where columns are narrow; those that would change are bold."""
    touched = {change.recommendation for item in reaches for change in item.changes}
    slanted = {"rotation": SLANT, "rotation_mode": "anchor", "ha": "left", "va": "center"}
    level = {"ha": "center", "va": "bottom"}
    for place, item in enumerate(case.recommendations):
        moved = item.id in touched
        words = f"  {shortened(item.brief, LONGEST_HEAD)}" if named else item.code
        bold = font((SMALL if named else NARROW_CODE) * scale, "SemiBold" if moved else "Regular")
        colour = colours.ink if moved else colours.ink_soft
        write(axes, place + 0.5, -0.5, words, bold, color=colour, **(slanted if named else level))


def _rows(axes: Axes, case: Case, reaches: Sequence[Reach], colours: Palette, scale: float) -> None:
    bold, plain = font(NAME * scale, "SemiBold"), font(CODE * scale)
    total = len(case.recommendations)
    mixed = bool(_way_width(reaches))
    for row, move in enumerate(reaches):
        item = case.by_id[move.assumption]
        name = shortened(item.title, LONGEST_NAME)
        shift = -(8 + _way_width(reaches)) * scale
        write(axes, 0, row, name, bold, shift, ha="right", va="center_baseline", color=colours.ink)
        if mixed:
            way, place = TO[move.to], -8 * scale
            write(axes, 0, row, way, plain, place, ha="right", va="center_baseline", color=colours.ink_soft)
        told = f"{len(move.changes)} of {total}"
        write(
            axes,
            total,
            row,
            told,
            font(SMALL * scale),
            6 * scale,
            va="center_baseline",
            color=colours.ink_soft,
        )


def _way_width(reaches: Sequence[Reach]) -> float:
    """How many points "if it failed" takes after a name, where not all rows ask the same."""
    ways = {item.to for item in reaches}
    return max(ems(TO[way]) for way in ways) * CODE + 4 if len(ways) > 1 else 0.0


def _cells(axes: Axes, case: Case, reaches: Sequence[Reach], colours: Palette, scale: float) -> None:
    columns = {item.id: place for place, item in enumerate(case.recommendations)}
    empty = [block(place, row, GAP, HEIGHT) for row in range(len(reaches)) for place in columns.values()]
    axes.add_collection(PolyCollection(empty, facecolor=colours.track), autolim=False)
    moved = [
        (columns[change.recommendation], row, sign(change.after))
        for row, item in enumerate(reaches)
        for change in item.changes
    ]
    if not moved:
        return
    grounds = [getattr(colours, f"{mark.tone.value}_soft", colours.track) for _, _, mark in moved]
    cells = [block(column, row, GAP, HEIGHT) for column, row, _ in moved]
    axes.add_collection(PolyCollection(cells, facecolor=grounds), autolim=False)
    places = [(column + 0.5, float(row)) for column, row, _ in moved]
    draw_signs(axes, places, [mark for _, _, mark in moved], colours, scale)


def _key(
    axes: Axes,
    reaches: Sequence[Reach],
    colours: Palette,
    scale: float,
    corner: tuple[float, float],
    cell: float,
) -> None:
    """The signs that occur, with their words, in a line under the rows; a cell is so many points wide."""
    marks = list(dict.fromkeys(sign(change.after) for item in reaches for change in item.changes))
    x, y = corner
    for mark in marks:
        draw_signs(axes, [(x + 5 * scale / cell, y)], [mark], colours, scale * 0.85)
        words = font(SMALL * scale)
        write(axes, x, y, mark.word, words, 13 * scale, va="center_baseline", color=colours.ink_soft)
        x += (ems(mark.word) * SMALL + 25) * scale / cell
