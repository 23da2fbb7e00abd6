"""What a folded left drawer leaves over the stage: its name, and the core assumptions as pills."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.base.guard import override
from desktop.base.layouts import Fitted
from desktop.base.plain_text import set_tip
from desktop.base.theme import Look, Weight, icon, look
from desktop.kit.signs import draw_sign
from desktop.kit.text import Type, type_in, width_of
from models.language.panes import comes_to
from models.language.states import sign, state
from models.schema.action import look as look_at
from models.schema.case import Assumption
from models.schema.grades import Stance
from models.schema.snapshot import Snapshot


class Chip(QAbstractButton):
    """A core assumption as a pill: the sign of its stance and a short name, or its code where there is no room."""

    def __init__(self, item: Assumption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._stance = item.baseline
        self._coded = False
        self.setObjectName(f"chip:{item.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def receive(self, stance: Stance) -> None:
        """Show a stance."""
        self._stance = stance
        words = f"{self.item.title}: {sign(stance).word}"
        self.setAccessibleName(words)
        set_tip(self, words)
        self.update()

    def abbreviate(self, coded: bool) -> None:
        """Show the code in place of the name."""
        self._coded = coded
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What stands in it: the longest word of its name says most."""
        return self.item.code if self._coded else chip_word(self.item)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_wide(self.words), look().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = state(self._stance)
        painter.setPen(wanted.colour("brand") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(wanted.colour(f"{row.tone.value}_soft"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = wanted.px(9)
        draw_sign(
            painter, QRectF(wanted.px(6), (self.height() - side) / 2, side, side), sign(self._stance), wanted
        )
        painter.setFont(_type(wanted).font)
        painter.setPen(wanted.colour(row.tone.value))
        words = QRectF(wanted.px(16), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.words)


def chip_word(item: Assumption) -> str:
    """The one word of a short name that tells it from others: its first of more than three letters."""
    words = (item.short or item.title).split()
    return next((word for word in words if len(word) > 3), words[0])


def _wide(words: str) -> int:
    return round(width_of(words, _type(look()))) + look().px(22)


def _type(wanted: Look) -> Type:
    return type_in(wanted, 11.5, Weight.SEMIBOLD)


class FoldedHead(Fitted):
    """What a folded left drawer leaves in the row: its name, which unfolds it, and the core assumptions."""

    unfolded = Signal()
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("folded-head")
        self.case: object = None
        self._chips: list[Chip] = []
        self._open = QToolButton()
        self._open.setObjectName("unfold-assumptions")
        self._open.setText(f" {self.tr('Rests on')}")
        self._open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._open.setAccessibleName(self.tr("Rests on: all assumptions"))
        set_tip(self._open, self.tr("Show all assumptions (Ctrl+Shift+L)"))
        self._open.clicked.connect(self.unfolded)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._open)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def receive(self, snapshot: Snapshot) -> None:
        """Show the stances of the core assumptions."""
        if snapshot.case is not self.case:
            self.case = snapshot.case
            for chip in self._chips:
                chip.hide()
                chip.deleteLater()
            self._chips = [Chip(item) for item in snapshot.case.assumptions if item.core][:3]
            for place, chip in enumerate(self._chips):
                chip.clicked.connect(partial(self._pick, chip.item.id))
                self._row.insertWidget(place + 1, chip)
            self.fit()
        for chip in self._chips:
            chip.receive(comes_to(snapshot, chip.item.id))

    def dress(self) -> None:
        """Take over the look."""
        wanted = look()
        self._open.setIcon(icon("panel-left", "ink", 15))
        self._open.setIconSize(QSize(wanted.px(15), wanted.px(15)))
        self._open.setMinimumWidth(wanted.px(24))
        self._row.setContentsMargins(wanted.px(4), 0, wanted.px(2), 0)
        self._row.setSpacing(wanted.px(4))
        self.fit()

    @property
    def widths(self) -> list[int]:
        """How much it takes beside its icon alone, with names in the chips and with codes."""
        wanted = look()
        bare = wanted.px(24 + 7) + len(self._chips) * wanted.px(4)
        return [
            bare + sum(_wide(word) for word in words)
            for words in (
                [chip_word(chip.item) for chip in self._chips],
                [chip.item.code for chip in self._chips],
            )
        ]

    def _fit(self) -> None:
        """Names in the chips, if need be beside the head's icon alone, else codes; else no chips."""
        wanted = look()
        room = self.width() - wanted.px(7)
        style = Qt.ToolButtonStyle
        for named, coded in ((True, False), (False, False), (True, True), (False, True)):
            self._open.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly
            )
            for chip in self._chips:
                chip.abbreviate(coded)
            chips = sum(chip.sizeHint().width() + wanted.px(4) for chip in self._chips)
            fits = max(self._open.sizeHint().width(), wanted.px(24)) + chips <= room
            if fits:
                break
        for chip in self._chips:
            chip.setVisible(fits)

    def _pick(self, identifier: str) -> None:
        self.acted.emit(look_at(picked=identifier))
        self.unfolded.emit()
