"""How many grounds of each recommendation stand: one short bar each, with a tick where the baseline stood."""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import Corners, block, cleared, font, write
from models.schema.result import RuleState
from models.schema.snapshot import Snapshot
from models.schema.value import Value

LABEL = 8.5
LONGEST_LABEL = 36
FEWEST_BLOCKS = 4
BAR = 0.56
GAP = 0.05
HATCH = "/" * 5
ROW_HEIGHT = 13.5
KEY_HEIGHT = 20.0
COLUMN_GAP = 0.06


Look = dict[str, Any]


class GroundsRow(Value):
    """The grounds of one recommendation: how many apply, hang on what is uncertain, or fail."""

    code: str
    title: str
    applying: int
    open: int
    failing: int
    baseline: int

    @property
    def total(self) -> int:
        """All grounds that take part or were set aside."""
        return self.applying + self.open + self.failing


def grounds_rows(snapshot: Snapshot) -> tuple[GroundsRow, ...]:
    """One row for each recommendation, in the case's order."""
    rows = []
    for item in snapshot.case.recommendations:
        result = snapshot.evaluation.recommendation[item.id]
        rules = (rule.id for rule in snapshot.case.rules if rule.then == item.id)
        states = [snapshot.evaluation.rule[rule] for rule in rules]
        hanging = sum(state.state is RuleState.OPEN for state in states)
        row = GroundsRow(
            code=item.code,
            title=item.title,
            applying=result.applying,
            open=hanging,
            failing=result.total - result.applying - hanging,
            baseline=result.baseline_applying,
        )
        rows.append(row)
    return tuple(rows)


def grounds_table(rows: Sequence[GroundsRow]) -> str:
    """The chart in words, for those who cannot see it."""
    return "; ".join(
        f"{row.code}: {row.applying} of {row.total} stand"
        + (f", {row.open} open" if row.open else "")
        + (f", {row.baseline} in the baseline" if row.baseline != row.applying else "")
        for row in rows
    )


def grounds_figure(rows: Sequence[GroundsRow], colours: Palette, width: float) -> Figure:
    """The chart as a figure so many points wide and as high as its rows need."""
    height = -(-len(rows) // 2) * ROW_HEIGHT + KEY_HEIGHT
    figure = Figure(
        figsize=(width / 72, height / 72),
        layout=ConstrainedLayoutEngine(wspace=COLUMN_GAP, w_pad=0, h_pad=0.02),
    )
    draw_grounds(figure, rows, colours)
    return figure


def draw_grounds(figure: Figure, rows: Sequence[GroundsRow], colours: Palette, scale: float = 1.0) -> None:
    """Draw the bars in two columns; a later call replaces what is shown."""
    half = -(-len(rows) // 2)
    most = max(FEWEST_BLOCKS, *(row.total for row in rows))
    figure.set_facecolor(colours.panel)
    for axes, part in zip(cleared(figure, 2), (rows[:half], rows[half:]), strict=True):
        axes.set_xlim(0, most)
        axes.set_ylim(half - 0.5, -0.5)
        _labels(axes, rows, part, colours, scale)
        _bars(axes, part, colours, scale)
    _key(figure, colours, scale)


def _labels(
    axes: Axes, rows: Sequence[GroundsRow], part: Sequence[GroundsRow], colours: Palette, scale: float
) -> None:
    codes = max(ems(row.code) for row in rows) + 0.6
    titles = max(ems(shortened(row.title, LONGEST_LABEL)) for row in rows)
    width = (codes + titles) * LABEL * scale + 6 * scale
    bold, plain = font(LABEL * scale, "SemiBold"), font(LABEL * scale)
    for y, row in enumerate(part):
        name, place = shortened(row.title, LONGEST_LABEL), -width + codes * LABEL * scale
        write(axes, 0, y, row.code, bold, -width, color=colours.ink_soft, va="center_baseline", layout=True)
        write(axes, 0, y, name, plain, place, color=colours.ink, va="center_baseline")
        count = f"{row.applying} of {row.total}"
        write(
            axes, row.total, y, count, plain, 7 * scale, color=colours.ink, va="center_baseline", layout=True
        )


def _bars(axes: Axes, part: Sequence[GroundsRow], colours: Palette, scale: float) -> None:
    applying, hanging, failing = (list[Corners](), list[Corners](), list[Corners]())
    for y, row in enumerate(part):
        for x in range(row.total):
            blocks = applying if x < row.applying else hanging if x < row.applying + row.open else failing
            blocks.append(block(x, y, GAP, BAR))
    for blocks, look in zip((applying, hanging, failing), _looks(colours), strict=True):
        axes.add_collection(PolyCollection(blocks, linewidth=0.8 * scale, **look), autolim=False)
    ticks = [[(row.baseline, y - 0.46), (row.baseline, y + 0.46)] for y, row in enumerate(part)]
    axes.add_collection(
        LineCollection(ticks, colors=colours.ink, linewidths=1.6 * scale, clip_on=False), autolim=False
    )


def _looks(colours: Palette) -> tuple[Look, Look, Look]:
    """Filled, hatched and empty, told apart without colour."""
    return (
        {"facecolor": colours.brand, "edgecolor": colours.brand},
        {"facecolor": colours.panel, "edgecolor": colours.brand, "hatch": HATCH},
        {"facecolor": colours.panel, "edgecolor": colours.line_strong},
    )


def _key(figure: Figure, colours: Palette, scale: float) -> None:
    words = ("stands", "open", "does not stand")
    looks = zip(words, _looks(colours), strict=True)
    tick = Line2D(
        [],
        [],
        color=colours.ink,
        linestyle="none",
        marker="|",
        markersize=9 * scale,
        markeredgewidth=1.6 * scale,
        label="in the essay's baseline",
    )
    handles = [*(Patch(linewidth=0.8 * scale, label=word, **look) for word, look in looks), tick]
    figure.legends.clear()
    figure.legend(
        handles=handles,
        loc="outside lower left",
        ncols=4,
        frameon=False,
        prop=font(LABEL * scale),
        labelcolor=colours.ink_soft,
        handlelength=1.3,
        handleheight=0.8,
        columnspacing=1.6,
        borderpad=0,
        borderaxespad=0.1,
        handletextpad=0.5,
    )
