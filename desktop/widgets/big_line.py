"""Words for a whole room: lines of a shape, a heading and a few words more, and panels of them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.labels import text_label
from desktop.widgets.pool import Pool
from desktop.widgets.shapes import Tone, draw_shape

PLAIN = Tone("ink_soft", "track", "dot")
TITLE, HEADING, DETAIL, SIDE = 14, 15, 13, 16


class BigLine(QWidget):
    """A shape, a heading, and under it what it means; a thread joins it to the next one in a chain."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = PLAIN
        self._joined = False
        self._times = 1.0
        self.setObjectName(name)
        self._heading = text_label("", "strong", wrap=True)
        self._heading.setObjectName(f"{name}-heading")
        self._detail = text_label("", "soft", wrap=True)
        self._detail.setObjectName(f"{name}-detail")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._detail)
        self._layout = QHBoxLayout(self)
        self._layout.addLayout(words, 1)
        self.enlarge(1)

    def receive(self, tone: Tone, heading: str, detail: str = "", *, joined: bool = False) -> None:
        """Show this line; `joined` with a thread to the next."""
        self._tone, self._joined = tone, joined
        self._heading.setText(heading)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{heading}. {detail}" if detail else heading)
        self.update()

    def enlarge(self, times: float) -> None:
        """Be so many times as large as normally, in the present look."""
        wanted = look()
        self._times = times
        self._layout.setContentsMargins(wanted.px((SIDE + 10) * times), 0, 0, wanted.px(9 * times))
        self._heading.setFont(wanted.font(HEADING * times, Weight.SEMIBOLD))
        self._detail.setFont(wanted.font(DETAIL * times))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        side, top = wanted.px(SIDE * self._times), wanted.px(3 * self._times)
        painter = QPainter(self)
        if self._joined:
            thread = QRectF(side / 2 - wanted.px(1), top + side, wanted.px(2), self.height() - side)
            painter.fillRect(thread, wanted.colour("line"))
        box = QRectF(0, top, side, side)
        draw_shape(painter, self._tone.shape, box, wanted.colour(self._tone.strong), wanted.colour("panel"))


class BigPanel(QFrame):
    """Lines under a title, on a panel; joined by a thread where they are a chain."""

    def __init__(self, name: str, *, joined: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._name = name
        self._joined = joined
        self._title = text_label("", "section", wrap=True)
        self._title.setObjectName(f"{name}-title")
        self._lines = Pool(self._line)
        self._shown: list[BigLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._title)

    def receive(self, title: str, lines: Sequence[tuple[Tone, str, str]]) -> None:
        """Show these lines, each a tone, a heading and a detail."""
        self._title.setText(title)
        self._shown = self._lines.take(len(lines))
        for line, words in zip(self._shown, lines, strict=True):
            line.receive(*words, joined=self._joined and line is not self._shown[-1])

    def enlarge(self, times: float) -> None:
        """Be so many times as large as normally, in the present look."""
        wanted = look()
        self._layout.setContentsMargins(wanted.px(16), wanted.px(10), wanted.px(16), wanted.px(4))
        self._layout.setSpacing(wanted.px(4 * times))
        self._title.setFont(wanted.font(TITLE * times, Weight.SEMIBOLD))
        for line in self._shown:
            line.enlarge(times)

    def _line(self, place: int) -> BigLine:
        line = BigLine(f"{self._name}:{place}")
        self._layout.addWidget(line)
        return line
