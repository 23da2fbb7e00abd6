"""What one change in a model would do: a row for each assumption, and a column that a recommendation keeps."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.chart_signs import draw_signs
from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import block, filled, font, write
from models.engine.reach import ReachPicture
from models.language.messages import marked, message, told
from models.language.naming import brief_of
from models.language.states import sign
from models.schema.grades import Stance
from models.schema.page import Sign

# Points.
NAME, CODE, SMALL, NARROW_CODE = 9.0, 7.5, 8.0, 5.5
LEFT, RIGHT, HEADS, CODES, KEY, KEY_LINE = 20.0, 46.0, 96.0, 24.0, 16.0, 14.0
LOWEST_ROW, LOWEST_MIXED, HIGHEST_ROW = 18.0, 24.0, 38.0
SLANTED_OUT = 24.0  # so far the last slanted name reaches over the counts
NARROWEST = 11.5  # of a column, under which slanted names would touch
LONGEST_NAME, LONGEST_HEAD = 34, 28  # characters
LARGER = (1.25, 1.2, 1.15, 1.1, 1.05)  # times as large as it need be, where there is room
SLANT = 58  # degrees: steep enough for names over narrow columns to keep apart
GAP, HEIGHT = 0.05, 0.86  # parts of a cell
TO = {
    Stance.FAILS: marked("if it failed"),
    Stance.HOLDS: marked("if it held"),
    Stance.UNCERTAIN: marked("if it were uncertain"),
    Stance.AS_ARGUED: marked("as argued"),
}


@dataclass(frozen=True)
class _Plan:
    """The picture laid out, in points: where its cells begin and how large they are, and the lines of its key."""

    picture: ReachPicture
    colours: Palette
    scale: float
    left: float
    top: float
    cell: float
    row: float
    named: bool
    mixed: bool
    key: tuple[tuple[Sign, ...], ...]


def draw_reach_matrix(figure: Figure, picture: ReachPicture, colours: Palette, scale: float = 1.0) -> None:
    """Draw the rows into the figure; a later call replaces what is shown."""
    axes, width, height = filled(figure, colours.panel)
    plan = _largest(picture, colours, scale, width, height)
    columns, rows = len(picture.case.recommendations), len(picture.reaches)
    bottom = height - plan.top - rows * plan.row
    axes.set_position(
        (plan.left / width, bottom / height, columns * plan.cell / width, rows * plan.row / height)
    )
    axes.set_xlim(0, columns)
    axes.set_ylim(rows - 0.5, -0.5)
    _heads(axes, plan)
    _rows(axes, plan)
    _cells(axes, plan)
    _key(axes, plan)


def _largest(picture: ReachPicture, colours: Palette, scale: float, width: float, height: float) -> _Plan:
    """Laid out as large as there is room for with slanted names, within limits; at the least at its scale."""
    plan = _planned(picture, colours, scale, width, height)
    for more in LARGER if plan.named else ():
        larger = _planned(picture, colours, scale * more, width, height)
        under = (KEY + KEY_LINE * (len(larger.key) - 1) + 8) * larger.scale
        fits = larger.top + larger.row * len(picture.reaches) + under <= height
        if larger.named and fits and len(larger.key) == len(plan.key):
            return larger
    return plan


def _planned(picture: ReachPicture, colours: Palette, scale: float, width: float, height: float) -> _Plan:
    """Slanted names where columns are wide enough, else codes; rows no higher than they need be."""
    case, reaches = picture.case, picture.reaches
    mixed = len({item.to for item in reaches}) > 1
    names = [shortened(case.by_id[item.assumption].title, LONGEST_NAME) for item in reaches]
    left = (max((ems(name) for name in names), default=0) * NAME + LEFT) * scale
    columns = len(case.recommendations)
    named = (width - left - (RIGHT + SLANTED_OUT) * scale) / columns >= NARROWEST * scale
    right = (RIGHT + SLANTED_OUT if named else RIGHT) * scale
    marks = tuple(dict.fromkeys(sign(change.after) for item in reaches for change in item.changes))
    key = _broken(marks, (width - 12 * scale) / scale)
    top = (HEADS if named else CODES) * scale
    free = height - top - (KEY + KEY_LINE * (len(key) - 1) + 8) * scale
    row = min(HIGHEST_ROW * scale, max((LOWEST_MIXED if mixed else LOWEST_ROW) * scale, free / len(reaches)))
    cell = max(1.0, (width - left - right) / columns)
    return _Plan(picture, colours, scale, left, top, cell, row, named, mixed, key)


def _broken(marks: Sequence[Sign], width: float) -> tuple[tuple[Sign, ...], ...]:
    """The signs of the key in lines that are no wider than so many points."""
    lines: list[list[Sign]] = [[]]
    for mark in marks:
        if lines[-1] and sum(map(_key_width, [*lines[-1], mark])) > width:
            lines.append([])
        lines[-1].append(mark)
    return tuple(tuple(line) for line in lines)


def _key_width(mark: Sign) -> float:
    return ems(mark.word) * SMALL + 25


def _heads(axes: Axes, plan: _Plan) -> None:
    """Names slanted over their columns, or their codes where columns are narrow; those that would change are bold."""
    touched = {change.recommendation for item in plan.picture.reaches for change in item.changes}
    slanted = {"rotation": SLANT, "rotation_mode": "anchor", "ha": "left", "va": "center"}
    level = {"ha": "center", "va": "bottom"}
    size = (SMALL if plan.named else min(SMALL, NARROW_CODE * plan.cell / plan.scale / 11)) * plan.scale
    for place, item in enumerate(plan.picture.case.recommendations):
        moved = item.id in touched
        words = f"  {shortened(brief_of(plan.picture.case, item), LONGEST_HEAD)}" if plan.named else item.code
        colour = plan.colours.ink if moved else plan.colours.ink_soft
        bold = font(size, "SemiBold" if moved else "Regular")
        write(axes, place + 0.5, -0.55, words, bold, color=colour, **(slanted if plan.named else level))


def _rows(axes: Axes, plan: _Plan) -> None:
    case, scale, soft = plan.picture.case, plan.scale, plan.colours.ink_soft
    bold, plain, small = font(NAME * scale, "SemiBold"), font(CODE * scale), font(SMALL * scale)
    total, shift = len(case.recommendations), -8 * scale
    place = "bottom" if plan.mixed else "center_baseline"
    for row, move in enumerate(plan.picture.reaches):
        name = shortened(case.by_id[move.assumption].title, LONGEST_NAME)
        write(axes, 0, row, name, bold, shift, ha="right", va=place, color=plan.colours.ink)
        if plan.mixed:
            write(axes, 0, row + 0.05, message(TO[move.to]), plain, shift, ha="right", va="top", color=soft)
        share = told("{number} of {total}", number=len(move.changes), total=total)
        write(axes, total, row, share, small, 6 * scale, va="center_baseline", color=soft)


def _cells(axes: Axes, plan: _Plan) -> None:
    reaches, colours = plan.picture.reaches, plan.colours
    columns = {item.id: place for place, item in enumerate(plan.picture.case.recommendations)}
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
    size = min(1.0, plan.cell / plan.scale / 11)
    draw_signs(axes, places, [mark for _, _, mark in moved], colours, plan.scale * size)


def _key(axes: Axes, plan: _Plan) -> None:
    """The signs that occur, with their words, in lines under the rows."""
    words, scale = font(SMALL * plan.scale), plan.scale
    for number, line in enumerate(plan.key):
        x = (6 * scale - plan.left) / plan.cell
        y = len(plan.picture.reaches) - 0.5 + (KEY + KEY_LINE * number) * scale / plan.row
        for mark in line:
            draw_signs(axes, [(x + 5 * scale / plan.cell, y)], [mark], plan.colours, scale * 0.85)
            write(axes, x, y, mark.word, words, 13 * scale, va="center_baseline", color=plan.colours.ink_soft)
            x += _key_width(mark) * scale / plan.cell
