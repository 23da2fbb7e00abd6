"""One or two recommendations large: all hands as one bar, over it what most of them said, under it what came."""

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from models.charts.chart_signs import draw_signs
from models.charts.glyphs import ems, shortened
from models.charts.palette import Palette
from models.charts.style import Corners, Weight, font, write
from models.language.states import sign
from models.schema.pictures import ForesightBar
from models.schema.result import Status

GIVEN = (Status.ACCEPTED, Status.OPEN, Status.REJECTED)
HIGH, LARGEST, LEAST = 116.0, 2.0, 0.8
"""How high one recommendation is in points, and by how much that may become larger or smaller."""
MARGIN, LONGEST_NAME = 14.0, 60
NAME, GUESS, BAR, BAR_END, ANSWER = 13.0, 33.0, 54.0, 88.0, 105.0  # points from the top
NAME_TYPE, TYPE, NUMBER = 13.0, 11.0, 12.0  # points
ARROW, SIGN_ROOM = 5.0, 14.0  # points
CENTRED = "center_baseline"


def draw_large(
    axes: Axes,
    bars: Sequence[ForesightBar],
    ways: Sequence[str],
    box: tuple[float, float],
    colours: Palette,
    scale: float,
) -> None:
    """Draw them one below the other in a width and a height, as large as that lets them be."""
    width, height = box
    row = height / max(1, len(bars))
    size = scale * min(LARGEST, max(LEAST, row / (HIGH * scale)))
    for place, bar in enumerate(bars):
        top = place * row + max(0.0, (row - HIGH * size) / 2)
        _Large(axes, bar, ways, (MARGIN * size, width - MARGIN * size), top, colours, size).draw()


class _Large:
    """One recommendation in its place: from where to where it goes across, where it begins, and its scale."""

    def __init__(
        self,
        axes: Axes,
        bar: ForesightBar,
        ways: Sequence[str],
        across: tuple[float, float],
        top: float,
        colours: Palette,
        size: float,
    ) -> None:
        self._axes, self._bar, self._ways = axes, bar, ways
        self._left, self._right = across
        self._top, self._colours, self._size = top, colours, size
        unit = (self._right - self._left) / max(1, sum(bar.hands))
        ends = [self._left + unit * sum(bar.hands[:place]) for place in range(len(bar.hands) + 1)]
        self._spans = dict(zip(GIVEN, pairwise(ends), strict=True))

    def draw(self) -> None:
        """Its name, the guess over its hands, and the answer under them."""
        bar, colours = self._bar, self._colours
        self._write(self._left, NAME, shortened(bar.title, LONGEST_NAME), NAME_TYPE, "SemiBold", colours.ink)
        most = [status for status, hands in zip(GIVEN, bar.hands, strict=True) if hands == max(bar.hands)]
        self._point(most[0] if len(most) == 1 else None, bar.guess, GUESS, "v", colours.ink_soft)
        self._hands()
        tone = colours.good if bar.hit else colours.bad
        self._point(bar.status, bar.answer, ANSWER, "^", tone, signed=True)

    def _write(
        self, x: float, down: float, words: str, points: float, weight: Weight, ink: str, ha: str = "left"
    ) -> None:
        y = self._top + down * self._size
        write(self._axes, x, y, words, font(points * self._size, weight), color=ink, va=CENTRED, ha=ha)

    def _hands(self) -> None:
        """The hands: full colour for those that were right, its soft one for the others."""
        parts: list[tuple[Corners, str, str]] = []
        for (status, (start, end)), number, word in zip(
            self._spans.items(), self._bar.hands, self._ways, strict=True
        ):
            if not number:
                continue
            tone, right = sign(status).tone.value, status is self._bar.status
            fill = getattr(self._colours, tone if right else f"{tone}_soft")
            parts.append((self._block(start, end), fill, getattr(self._colours, tone)))
            said = (f"{number} {word}", str(number), "")
            fitting = next(text for text in said if not text or self._fits(text, end - start))
            ink = self._colours.panel if right else self._colours.ink
            middle = (start + end) / 2, (BAR + BAR_END) / 2
            self._write(*middle, fitting, NUMBER, "SemiBold", ink, "center")
        blocks, fills, edges = zip(*parts, strict=True) if parts else ((), (), ())
        drawn = PolyCollection(blocks, facecolor=fills, edgecolor=edges, linewidth=0.8 * self._size)
        self._axes.add_collection(drawn, autolim=False)

    def _fits(self, text: str, room: float) -> bool:
        return room > (ems(text) * NUMBER + 8) * self._size

    def _block(self, start: float, end: float) -> Corners:
        left, right = start + self._size, end - self._size
        top, bottom = (self._top + down * self._size for down in (BAR, BAR_END))
        return [(left, top), (right, top), (right, bottom), (left, bottom)]

    def _point(
        self, at: Status | None, words: str, down: float, marker: str, ink: str, *, signed: bool = False
    ) -> None:
        """Words that point at the hands of which they tell; at none where these are tied."""
        size = self._size
        room = SIGN_ROOM * size if signed else 0.0
        wide = ems(words) * TYPE * size + room
        middle = sum(self._spans[at]) / 2 if at else self._left + wide / 2
        left = min(max(self._left, middle - wide / 2), self._right - wide)
        if at:
            edge = BAR - ARROW - 2 if marker == "v" else BAR_END + ARROW + 2
            y, area = self._top + edge * size, (1.6 * ARROW * size) ** 2
            self._axes.scatter([middle], [y], s=area, marker=marker, color=ink, linewidth=0, clip_on=False)
        if at and signed:
            place = left + SIGN_ROOM * size * 0.4, self._top + down * size
            draw_signs(self._axes, [place], [sign(at)], self._colours, size)
        self._write(left + room, down, words, TYPE, "SemiBold" if signed else "Regular", ink)
