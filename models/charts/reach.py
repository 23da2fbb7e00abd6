"""How far each assumption of a model reaches: a bar of the recommendations that would get another verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from models.charts.glyphs import ems, shortened
from models.charts.palette import SHAPES, Palette, Shape, shape, tones
from models.charts.style import block, cleared, font, footline, headline, write
from models.engine.reach import Reach
from models.schema.case import Case, Stance

FEWEST_ROWS = 4
ROW, LINES = 0.28, 0.66
LONGEST_LABEL = 44
LABEL, DETAIL, CODE = 9.0, 8.5, 8.0
BAR = 0.64
GAP = 0.035
SHAPE_EMS = 1.5
LEAST_SHRUNK = 0.85
MARGIN = 10.0
LEAST_CODE = 6.0
THIN_SPACE = "\u2009"
MEANINGS: dict[Shape, str] = {
    "disc": "still holds",
    "diamond": "holds on fewer grounds",
    "ring": "open",
    "triangle": "falls",
}


@dataclass(frozen=True)
class _Plan:
    """How far before the bars codes and titles begin, how many blocks there is room for, the width of the
    count in blocks, and the size of the codes in the blocks.
    """

    codes: float
    titles: float
    slots: int
    count: float
    code: float


def reach_title(case: Case, reaches: Sequence[Reach]) -> str:
    """The finding of the chart in one sentence."""
    total = len(case.recommendations)
    most = max((len(item.changes) for item in reaches), default=0)
    if most == 0:
        return "None of these assumptions, changed on its own, would change a verdict."
    codes = [case.by_id[item.assumption].code for item in reaches if len(item.changes) == most]
    which = "any one of these assumptions" if len(codes) == len(reaches) > 1 else f"only {_either(codes)}"
    verdicts = "verdict" if total == 1 else "verdicts"
    return f"If {which} {_moves(reaches)}, {most} of {total} {verdicts} would change."


def reach_table(case: Case, reaches: Sequence[Reach]) -> str:
    """The chart in words, one line for each assumption, for those who cannot see it."""
    return "\n".join(
        f"{case.by_id[item.assumption].code} {case.by_id[item.assumption].title}, if it {item.to}: "
        f"{', '.join(case.by_id[change.recommendation].code for change in item.changes) or 'none'} "
        f"({len(item.changes)} of {len(case.recommendations)})"
        for item in reaches
    )


def draw_reach(
    figure: Figure, case: Case, reaches: Sequence[Reach], colours: Palette, scale: float = 1.0
) -> None:
    """Draw the bars into the figure; `scale` enlarges the type as far as the height has room for it.

    A later call replaces what is shown.
    """
    scale = min(scale, figure.get_figheight() / (max(len(reaches), FEWEST_ROWS) * ROW + LINES))
    plan = _planned(figure, case, reaches, scale)
    axes = cleared(figure, 1)[0]
    axes.set_xlim(0, plan.slots + plan.count)
    axes.set_ylim(max(len(reaches), FEWEST_ROWS) - 0.5, -0.5)
    headline(figure, reach_title(case, reaches), colours, scale)
    footline(figure, _key(reaches), colours, scale)
    _labels(axes, case, reaches, plan, colours, scale)
    _blocks(axes, case, reaches, plan, colours, scale)


def _either(codes: Sequence[str]) -> str:
    return codes[0] if len(codes) == 1 else f"{', '.join(codes[:-1])} or {codes[-1]}"


def _moves(reaches: Sequence[Reach]) -> str:
    ways = {item.to for item in reaches}
    return {Stance.FAILS: "failed", Stance.HOLDS: "held"}[ways.pop()] if len(ways) == 1 else "changed"


def _key(reaches: Sequence[Reach]) -> str:
    """What the shapes that occur mean."""
    shapes = {shape(change.after) for item in reaches for change in item.changes}
    told = " · ".join(f"{SHAPES[form]} {words}" for form, words in MEANINGS.items() if form in shapes)
    return f"Each block is a recommendation with the verdict that it would get: {told}" if told else ""


def _planned(figure: Figure, case: Case, reaches: Sequence[Reach], scale: float) -> _Plan:
    """Room for a block for every recommendation where their codes fit in, else for the longest bar."""
    size = LABEL * scale
    named = [case.by_id[item.assumption] for item in reaches]
    codes = (max((ems(item.code) for item in named), default=0) + 0.6) * size
    titles = max((ems(shortened(item.title, LONGEST_LABEL)) for item in named), default=0) * size
    labels = codes + titles + MARGIN * scale
    total = len(case.recommendations)
    count = ems(f" {total} of {total}") * DETAIL * scale
    wanted = (max(ems(item.code) for item in case.recommendations) + SHAPE_EMS) * CODE * scale
    room = max(figure.get_figwidth() * 72 - labels - count - MARGIN, 1)
    longest = max(1, *(len(item.changes) for item in reaches))
    slots = total if room / total >= LEAST_SHRUNK * wanted else longest
    unit = room / slots
    return _Plan(labels, labels - codes, slots, count / unit, CODE * scale * min(1, unit / wanted))


def _labels(
    axes: Axes, case: Case, reaches: Sequence[Reach], plan: _Plan, colours: Palette, scale: float
) -> None:
    mixed = len({item.to for item in reaches}) > 1
    place = "bottom" if mixed else "center_baseline"
    bold, plain = font(LABEL * scale, "SemiBold"), font(DETAIL * scale)
    for row, move in enumerate(reaches):
        item = case.by_id[move.assumption]
        title = shortened(item.title, LONGEST_LABEL)
        write(axes, 0, row, item.code, bold, -plan.codes, color=colours.ink_soft, va=place, layout=True)
        write(axes, 0, row, title, bold, -plan.titles, color=colours.ink, va=place)
        if mixed:
            write(axes, 0, row, f"if it {move.to}", plain, -plan.titles, color=colours.ink_soft, va="top")
        count = f" {len(move.changes)} of {len(case.recommendations)}"
        write(axes, plan.slots, row, count, plain, color=colours.ink_soft, va="center_baseline")


def _blocks(
    axes: Axes, case: Case, reaches: Sequence[Reach], plan: _Plan, colours: Palette, scale: float
) -> None:
    empty = [block(place, row, GAP, BAR) for row in range(len(reaches)) for place in range(plan.slots)]
    axes.add_collection(PolyCollection(empty, facecolor=colours.track), autolim=False)
    changes = [
        (row, place, change) for row, item in enumerate(reaches) for place, change in enumerate(item.changes)
    ]
    looks = [tones(colours, change.after) for _, _, change in changes]
    blocks = PolyCollection(
        [block(place, row, GAP, BAR) for row, place, _ in changes],
        facecolor=[soft for _, soft in looks],
        edgecolor=[strong for strong, _ in looks],
        linewidth=scale,
    )
    axes.add_collection(blocks, autolim=False)
    if plan.code < LEAST_CODE:
        return
    bold = font(plan.code, "SemiBold")
    for (row, place, change), (strong, _) in zip(changes, looks, strict=True):
        label = f"{SHAPES[shape(change.after)]}{THIN_SPACE}{case.by_id[change.recommendation].code}"
        write(axes, place + 0.5, row, label, bold, color=strong, ha="center", va="center_baseline")
