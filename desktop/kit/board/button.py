"""One card of a board: a button that is painted as its face says."""

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import set_tip
from desktop.base.theme import Look
from desktop.kit.board.face import Face, Setter
from desktop.kit.board.setting import Detail, Setting
from desktop.kit.signs import draw_sign, smooth
from desktop.kit.text import TextBox
from models.schema.page import Card

RING, OFF = 2, 1
"""The ring around a picked card is so wide, and so far off it."""
MARGIN = RING + OFF
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class CardButton(QAbstractButton):
    """One card; it is painted as its face says."""

    stepped = Signal(int, int)

    def __init__(self, look: Look, controls: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._laid: Face | None = None
        self._setter: Setter | None = None
        self._card: Card | None = None
        self._in_room = not controls
        if controls:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def receive(self, card: Card, setter: Setter | None) -> None:
        """Show a card in a setting; what is equal to the last is not laid out again."""
        if (card, setter) == (self._card, self._setter):
            return
        if self._card is None or card.id != self._card.id:
            self.setObjectName(f"card:{card.id}")
        spoken = card.spoken or f"{card.code} {card.title}: {card.sign.word}"
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        self._card, self._setter, self._laid = card, setter, None
        self.update()

    def text_boxes(self) -> list[TextBox]:
        box = self._box.translated(self.pos())
        return self._face.text_boxes(box) if self._face is not None else []

    @property
    def _face(self) -> Face | None:
        """The card laid out, once it is looked at: on its way there it often has another size."""
        if self._laid is None and self._card is not None and self._setter is not None:
            self._laid = self._setter.lay(self._card)
        return self._laid

    @property
    def _tip(self) -> str:
        """All of it where something had to be left out."""
        card, face = self._card, self._face
        if card is None or face is None or self._setter is None:
            return ""
        told = (card.title, card.sign.word, card.cause, *(line.text for line in card.lines))
        full = "\n".join(text for text in told if text)
        return full if face.cut or self._setter.setting.detail is Detail.BARE else ""

    @property
    def _box(self) -> QRect:
        margin = self.look.px(MARGIN)
        return self.rect().adjusted(margin, margin, -margin, -margin)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            set_tip(self, self._tip)
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        face = self._face
        if self._card is None or face is None or self._setter is None:
            return
        painter = smooth(self)
        self._paint_ring(painter)
        self._paint_ground(painter, self._card, self._setter.setting)
        if self._card.picked and self.hasFocus():
            self._paint_ring_within(painter)
        origin = self._box.topLeft()
        head = face.head
        for sign, box in face.signs:
            on_head = self._card.moved and box.y() < head
            draw_sign(painter, box.translated(origin), sign, self.look, reverse=on_head)
        for words in face.words:
            words.draw(painter, self.look, origin.x(), origin.y())

    def _paint_ring(self, painter: QPainter) -> None:
        picked = self._card is not None and self._card.picked and not self._in_room
        if not (picked or self.hasFocus()):
            return
        wide = self.look.px(RING)
        style = Qt.PenStyle.SolidLine if picked else Qt.PenStyle.DotLine
        painter.setPen(QPen(self.look.colour("brand"), wide, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = wide / 2
        radius = self.look.px(8 + OFF) + half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)

    def _paint_ring_within(self, painter: QPainter) -> None:
        """A picked card has its ring already: a second one shows that the keyboard is on it."""
        wide = self.look.px(RING)
        inset = self.look.px(RING) + wide / 2
        painter.setPen(QPen(self.look.colour("ink"), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self._box).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self.look.px(5), self.look.px(5))

    def _paint_ground(self, painter: QPainter, card: Card, setting: Setting) -> None:
        look, tone = self.look, card.sign.tone.value
        wide = 2.0 if setting.room and card.moved else 1.0
        box = QRectF(self._box).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        radius = look.px(7 if setting.room else 8)
        painter.setPen(QPen(look.colour(tone if card.moved else "line"), wide))
        soft = setting.room and card.moved
        painter.setBrush(look.colour(f"{tone}_soft" if soft else "brand_soft" if self.isDown() else "panel"))
        painter.drawRoundedRect(box, radius, radius)
        if card.moved and self._face is not None and self._face.head:
            card_path, head = QPainterPath(), QPainterPath()
            card_path.addRoundedRect(box, radius, radius)
            head.addRect(QRectF(box.x(), box.y(), box.width(), self._face.head - wide / 2))
            painter.fillPath(card_path.intersected(head), look.colour(tone))  # drawings know no clipping
        if self._face is not None and self._face.rule:
            painter.setPen(QPen(look.colour("line"), 1))
            left, top = box.x() + look.px(setting.inset), self._box.y() + self._face.rule + 0.5
            painter.drawLine(QLineF(left, top, box.right() - look.px(setting.inset), top))
