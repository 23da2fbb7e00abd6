"""A label whose words are flowed by hand, so that a title breaks evenly and a caption has words in other tones."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.theme import Look, look
from desktop.kit.block import follow_width
from desktop.kit.signs import smooth
from desktop.kit.text import Flowed, Run, TextBox, boxes, draw, flow


class WordsView(QLabel):
    """Shows runs of words in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None, *, balanced: bool = False) -> None:
        super().__init__(parent)
        self.look: Look = look()
        self._balanced = balanced
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        follow_width(self, down=QSizePolicy.Policy.Minimum)

    def receive(self, runs: tuple[Run, ...], look: Look) -> None:
        if (runs, look) != (self._runs, self.look):
            self._runs, self.look = runs, look
            self.setText(" ".join(run.text for run in runs))

    def height_in(self, width: int) -> int:
        return self._flowed(width).height

    def text_boxes(self) -> list[TextBox]:
        return boxes(self._flowed(self.width()), self.x(), self.y(), self.geometry())

    @override
    def heightForWidth(self, width: int) -> int:
        return self.height_in(width)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._flowed(100_000).width) + 1, self.height_in(100_000))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        draw(painter, self._flowed(self.width()), 0, 0, self.look)

    def _flowed(self, width: int) -> Flowed:
        return flow(self._runs, max(1, width), balanced=self._balanced)
