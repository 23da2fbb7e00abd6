"""What all figures share: our typeface, text that is never parsed, and SVG that is always the same bytes."""

from functools import lru_cache
from io import BytesIO
from logging import ERROR, getLogger
from pathlib import Path
from typing import Any, Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.text import Text
from matplotlib.transforms import ScaledTranslation

from models.charts.glyphs import FONTS, Companions, companions_here, visible
from models.charts.palette import Palette

Weight = Literal["Regular", "SemiBold", "Bold"]
WEIGHTS: dict[Weight, int] = {"Regular": 400, "SemiBold": 600, "Bold": 700}
Corners = list[tuple[float, float]]
_SHEET = '<style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style>'


def font(size: float, weight: Weight = "Regular") -> FontProperties:
    """Our typeface in points, with what stands beside it for letters that it lacks."""
    return _font(size, weight, companions_here())


@lru_cache(maxsize=64)
def _font(size: float, weight: Weight, others: Companions) -> FontProperties:
    """Read from its own file, and so the same on every machine, where it is alone."""
    if not others.files:
        return FontProperties(fname=_file(weight), size=size)
    _known(others.files)
    return FontProperties(family=["Pretendard", *others.families], weight=WEIGHTS[weight], size=size)


@lru_cache(maxsize=8)
def _known(files: tuple[Path, ...]) -> None:
    """Make these files known beside ours, so that one takes up where another has no glyph.

    That few of them have a semi-bold would be told of every word.
    """
    getLogger("matplotlib.font_manager").setLevel(ERROR)
    for path in (*map(_file, WEIGHTS), *files):
        fontManager.addfont(path)


def _file(weight: Weight) -> Path:
    return FONTS / f"Pretendard-{weight}.otf"


def write(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    properties: FontProperties,
    shift: float = 0,
    *,
    layout: bool = False,
    **options: Any,
) -> Text:
    """Text at a place of the axes, so many points to the right: plain, never mathematics, no empty boxes.

    Only text with `layout` is given room by the layout; measuring the rest would cost half the drawing time.
    """
    place = axes.transData + ScaledTranslation(shift / 72, 0, axes.figure.dpi_scale_trans)
    written = axes.text(
        x, y, visible(text), fontproperties=properties, transform=place, parse_math=False, **options
    )
    written.set_in_layout(layout)
    return written


def headline(figure: Figure, sentence: str, colours: Palette, scale: float) -> None:
    """The sentence over a figure, from its left edge, and the ground that it stands on."""
    figure.set_facecolor(colours.panel)
    figure.suptitle(
        visible(sentence),
        x=4 * scale / 72 / figure.get_figwidth(),
        horizontalalignment="left",
        fontproperties=font(10.5 * scale, "SemiBold"),
        color=colours.ink,
        wrap=True,
        parse_math=False,
    )


def footline(figure: Figure, sentence: str, colours: Palette, scale: float) -> None:
    """How to read the figure, in a line under it."""
    figure.supxlabel(
        visible(sentence),
        x=4 * scale / 72 / figure.get_figwidth(),
        horizontalalignment="left",
        fontproperties=font(8 * scale),
        color=colours.ink_soft,
        wrap=True,
        parse_math=False,
    )


def cleared(figure: Figure) -> Axes:
    """The figure's axes, without what was drawn before; made the first time, then kept."""
    if not figure.axes:
        figure.add_subplot().set_axis_off()
    axes = figure.axes[0]
    for artist in (*axes.collections, *axes.texts, *axes.lines):
        artist.remove()
    return axes


def filled(figure: Figure, ground: str) -> tuple[Axes, float, float]:
    """The same over all of the figure, which stands on a ground, with its width and height in points."""
    axes = cleared(figure)
    figure.set_layout_engine("none")
    figure.set_facecolor(ground)
    axes.set_position((0, 0, 1, 1))
    return axes, figure.get_figwidth() * 72, figure.get_figheight() * 72


def block(column: float, row: float, gap: float, height: float) -> Corners:
    """The corners of one block of a bar, a little narrower than its column."""
    left, right, top, bottom = column + gap, column + 1 - gap, row - height / 2, row + height / 2
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def svg_bytes(figure: Figure) -> bytes:
    """The figure as SVG with its text as paths: figures built alike give the same bytes."""
    buffer = BytesIO()
    with rc_context({"svg.hashsalt": "whatholds", "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


def svg_group(figure: Figure, left: float, top: float, scale: float) -> str:
    """The figure as a group for another SVG, its corner at a place of that, so many of its units to a point.

    The style sheet that matplotlib writes would change all the drawing around it; the group wears it instead.
    """
    before, sheet, inside = svg_bytes(figure).decode().partition(_SHEET)
    if not sheet:
        raise ValueError(f"matplotlib writes another style sheet than {_SHEET}: {before[-200:]}")
    bare = inside[inside.index("</defs>") + len("</defs>") : inside.rindex("</svg>")]
    place = f"translate({left:g} {top:g}) scale({scale:.5f})"
    return f'<g transform="{place}" stroke-linejoin="round" stroke-linecap="butt">{bare}</g>\n'
