"""A recommendation as a card that is picked; what stands on it is its face."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.card_face import CardFace, Closeness
from desktop.widgets.painted_button import PaintedButton
from desktop.widgets.shapes import VERDICT_TONES, Tone
from models.language.values import Card


class RecommendationCard(PaintedButton):
    """A card that is picked like a button; its height follows its words."""

    usual_width = 230

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._picked = False
        self._closeness = self._worn = Closeness.ROOMY
        self.setObjectName(f"card:{card.id}")
        self.setAccessibleName(card.spoken)

    @property
    def identifier(self) -> str:
        """The id of the recommendation."""
        return self._card.id

    def receive(self, card: Card, picked: bool) -> None:
        """Show the card as it stands now."""
        if card != self._card:
            self._card = card
            self.setAccessibleName(card.spoken)
            self.update()
        self.show_picked(picked)

    def try_on(self, closeness: Closeness) -> None:
        """Measure with more or less room, until it is kept."""
        self._closeness = closeness

    def keep(self) -> None:
        """Take the room that was tried last; what is left out is told in the tip."""
        if self._closeness is not self._worn:
            self._worn = self._closeness
            self.setToolTip(f"{self._card.title}\n{self._addressee()}" if self._worn else "")
            self.update()

    def show_picked(self, picked: bool) -> None:
        """Ring the card while it is being explained."""
        if picked != self._picked:
            self._picked = picked
            self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._face(width).height

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, VERDICT_TONES[self._card.verdict])
        self._face(self.width()).paint(painter, self.height())

    def _face(self, width: int) -> CardFace:
        return CardFace(self._card, width, self._closeness, self._addressee())

    def _addressee(self) -> str:
        return self.tr("For {0}").format(self._card.addressee)

    def _paint_ground(self, painter: QPainter, tone: Tone) -> None:
        wanted = look()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = wanted.px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour(tone.strong))
        painter.drawRoundedRect(box, radius, radius)
        inner = box.adjusted(wanted.px(4), 0, 0, 0)
        painter.setBrush(wanted.colour("panel"))
        painter.drawRoundedRect(inner, radius - 2, radius - 2)
        ringed = self._picked or self.hasFocus()
        hovered = self.underMouse()
        colour = "brand" if ringed else "line_strong" if hovered else "line"
        pen = QPen(wanted.colour(colour), 2 if ringed else 1)
        if self.hasFocus() and not self._picked:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
