"""A compact row of buttons, one for each recommendation, each with the shape of its verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.card_grid import CardGrid
from desktop.widgets.shapes import Tone, draw_shape


@dataclass(frozen=True)
class PickerChoice:
    """One recommendation as the row shows it."""

    id: str
    code: str
    tone: Tone
    spoken: str


class PickerButton(QAbstractButton):
    """A code with a shape; ringed when chosen."""

    def __init__(self, choice: PickerChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setObjectName(f"pick:{choice.id}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.receive(choice)

    @property
    def identifier(self) -> str:
        """The id of the recommendation."""
        return self._choice.id

    def receive(self, choice: PickerChoice) -> None:
        """Show the verdict as it stands now."""
        self._choice = choice
        self.setAccessibleName(choice.spoken)
        self.setToolTip(choice.spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look().font(13, Weight.SEMIBOLD))
        return QSize(metrics.horizontalAdvance(self._choice.code) + look().px(36), look().px(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2 if chosen or self.hasFocus() else 1
        pen = QPen(wanted.colour("brand" if chosen or self.underMouse() else "line_strong"), width)
        if self.hasFocus():
            pen.setColor(wanted.colour("ink" if chosen else "brand"))
        painter.setPen(pen)
        painter.setBrush(wanted.colour("brand_soft" if chosen or self.underMouse() else "panel"))
        inset = width / 2 + 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, wanted.px(6), wanted.px(6))
        metrics = QFontMetrics(wanted.font(13, Weight.SEMIBOLD))
        side, gap = wanted.px(11), wanted.px(5)
        left = (self.width() - side - gap - metrics.horizontalAdvance(self._choice.code)) / 2
        shape = QRectF(left, (self.height() - side) / 2, side, side)
        tone = self._choice.tone
        draw_shape(painter, tone.shape, shape, wanted.colour(tone.strong), wanted.colour("panel"))
        painter.setPen(wanted.colour("ink"))
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        words = QRectF(left + side + gap, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._choice.code)


class RecommendationPicker(QWidget):
    """Chooses one recommendation; arrow keys walk, in as many lines as are needed."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recommendation-picker")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, PickerButton] = {}
        self._grid = CardGrid(narrowest=50, widest=84, gap=6)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._grid)
        self._group.buttonClicked.connect(self._tell)

    def receive(self, choices: Sequence[PickerChoice], picked: str) -> None:
        """Show these recommendations and which one is chosen, without telling anybody."""
        if [choice.id for choice in choices] != list(self._buttons):
            self._build(choices)
        for choice in choices:
            self._buttons[choice.id].receive(choice)
            self._buttons[choice.id].setChecked(choice.id == picked)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen recommendation."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self, choices: Sequence[PickerChoice]) -> None:
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {choice.id: PickerButton(choice) for choice in choices}
        for button in self._buttons.values():
            self._group.addButton(button)
            self._grid.addWidget(button)

    def _tell(self, button: QAbstractButton) -> None:
        if isinstance(button, PickerButton):
            self.picked.emit(button.identifier)
