"""The switch of an assumption: tick, question mark, cross on a track; real buttons, one chosen.

What the source argues for has a chain before them: taken as argued, with what that comes to outlined.
"""

from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import set_tip
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look, look
from desktop.kit.signs import draw_sign, smooth
from desktop.kit.terms import with_terms
from models.language.states import sign
from models.schema.case import Assumption
from models.schema.grades import Stance

ORDER = (Stance.AS_ARGUED, Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
WIDE, HIGH, TRACK = 24, 24, 20
"""A button can be hit over all of its height; what is painted is as high as its track."""


class StanceButton(QAbstractButton):
    """One of the choices: softly filled with an edge, or `solid`; outlined where as argued comes to it."""

    def __init__(self, stance: Stance, solid: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = sign(stance)
        self.solid = solid
        self._outlined = False
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that it is a radio button to screen readers
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def outline(self, wanted: bool) -> None:
        """Show that what is argued comes to this."""
        if wanted is not self._outlined:
            self._outlined = wanted
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDE), look().px(HIGH))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """What the tip explains is looked up once somebody points here: there are some sixty of these."""
        words = self.accessibleName()
        set_tip(self, words, with_terms(words, self.sign.word))
        super().enterEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = smooth(self)
        box = _painted(self).adjusted(0.5, 0.5, -0.5, -0.5)
        side = wanted.px(11)
        place = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        if self.isChecked():
            self._paint_chosen(painter, box, place, wanted)
            return
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(box, wanted.px(5), wanted.px(5))
        if self._outlined:
            painter.setPen(wanted.colour(self.sign.tone.value))
            painter.setBrush(wanted.colour("panel"))
            painter.drawRoundedRect(box, wanted.px(5), wanted.px(5))
        draw_sign(painter, place, self.sign, wanted, soft=not self._outlined)

    def _paint_chosen(self, painter: QPainter, box: QRectF, place: QRectF, wanted: Look) -> None:
        tone = self.sign.tone.value
        painter.setPen(wanted.colour(tone))
        painter.setBrush(wanted.colour(tone if self.solid else f"{tone}_soft"))
        painter.drawRoundedRect(box, wanted.px(5), wanted.px(5))
        draw_sign(painter, place, self.sign, wanted, reverse=self.solid)


def _painted(widget: QWidget) -> QRectF:
    """The middle of a widget, as high as the track."""
    spare = max(0, widget.height() - look().px(TRACK)) / 2
    return QRectF(widget.rect()).adjusted(0, spare, 0, -spare)


class StanceSwitch(QWidget):
    """A button for each stance that can be taken, one chosen; tells what a user (or a screen reader) chose."""

    stance_chosen = Signal(object)

    def __init__(self, item: Assumption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.Grouping)
        self.setAccessibleName(self.tr("How {0} is taken").format(item.code))
        self._group = QButtonGroup(self)
        departs = item.baseline is not Stance.FAILS
        self._buttons = {
            stance: StanceButton(stance, departs and stance is Stance.FAILS, self)
            for stance in ORDER
            if stance in item.stances
        }
        layout = flush(QHBoxLayout(self))
        for stance, button in self._buttons.items():
            self._group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(partial(self._tell, stance))

    def name_choices(self, prefix: str, texts: dict[Stance, str]) -> None:
        for stance, button in self._buttons.items():
            button.setObjectName(f"{prefix}:{stance.value}")
            button.setAccessibleName(texts[stance])
            set_tip(button, texts[stance])

    def receive(self, stance: Stance, comes_to: Stance) -> None:
        """Show a stance and, where it is as argued, what it comes to."""
        with QSignalBlocker(self._buttons[stance]):
            self._buttons[stance].setChecked(True)
        for each, button in self._buttons.items():
            button.outline(stance is Stance.AS_ARGUED and each is comes_to)

    def _tell(self, stance: Stance, chosen: bool) -> None:
        """Listen to what is toggled and not to clicks: a screen reader toggles without a click."""
        if chosen:
            self.stance_chosen.emit(stance)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("track"))
        painter.drawRoundedRect(_painted(self), look().px(6), look().px(6))
