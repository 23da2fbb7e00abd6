"""The verdict strip: one tile a recommendation in fixed places, each with the ghost of what it was before.

It stands under every page and on the room's screen. Where one name has no room all are short; where tiles become
narrow they give up their names, then stand in two rows, so that a case of 45 recommendations still shows every verdict.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.base.guard import override
from desktop.base.plain_text import named, set_tip
from desktop.base.roles import Role, set_role
from desktop.base.theme import Look, Weight
from desktop.kit.block import BlockWidget
from desktop.kit.signs import draw_sign, smooth, soft_ground
from desktop.kit.stops import one_stop, walk
from desktop.kit.terms import with_terms
from desktop.kit.text import Flowed, Run, TextBox, boxes, draw, flow, type_in, width_of
from models.schema.page import Tile

LOW, HIGH, PAD = 56, 68, 7
NAMED = 81
"""Pixels from which tiles have room for a line of fifteen characters; all are named, or none."""
CLOSER = 0.75
"""In such a part of that room names stand in smaller type, before tiles give them up."""
FOURTEEN = 7.2
"""How wide fourteen characters are, in sizes of their type: short names break alike in strips of all widths."""
CODED = 44
"""Pixels from which a tile has room for its sign and its code, one over the other."""


class TileButton(QAbstractButton):
    """One recommendation in the strip."""

    def __init__(self, tile: Tile, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"tile:{tile.id}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.tile = self._painted = tile
        self.look = look
        self.high = self.narrow = self.brief = self._ringed = False
        self.coded = self.edge = True
        self.receive(tile)

    def receive(self, tile: Tile) -> None:
        self.tile = self._painted = tile
        self.setAccessibleName(tile.spoken or f"{tile.short}, {tile.code}: {tile.sign.word}")
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Give it its tip, with what is explained in it once somebody points here."""
        words = self.accessibleName()
        if self.tile.action is not None:
            set_tip(self, words, with_terms(words, self.tile.sign.word) if self.underMouse() else "")

    def hold_back(self, held: bool) -> None:
        """Paint it as it was before the last change, or as it is."""
        before = self.tile.before
        shown = replace(self.tile, sign=before, before=None, moved=False) if held and before else self.tile
        if shown != self._painted:
            self._painted = shown
            self.update()

    def text_boxes(self) -> list[TextBox]:
        flowed, left, top = self._label()
        return boxes(flowed, left, top, self.rect()) if self._named else []

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not walk(event, self):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is to whoever came by it."""
        self._ringed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        look, tile = self.look, self._painted
        ground = soft_ground(tile.sign.tone) if tile.moved else "panel"
        painter.fillRect(self.rect(), look.colour(ground))
        if self.underMouse() and self.isEnabled() and not tile.moved:
            painter.fillRect(self.rect(), look.colour("ground"))
        if self.edge:
            painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), look.colour("line"))
        if tile.moved:
            bar = QRect(0, 0, self.width(), look.px(3))
            painter.fillRect(bar, look.colour(tile.sign.tone.value))
        if self._named:
            self._paint_named(painter, ground)
        else:
            self._paint_coded(painter, ground)
        if self._ringed:
            painter.setPen(QPen(look.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    @property
    def _named(self) -> bool:
        return not self.narrow and self.height() >= self.look.px(LOW) - 2

    def _paint_named(self, painter: QPainter, ground: str) -> None:
        look, tile = self.look, self._painted
        draw(painter, *self._label(), look)
        side, pad = look.px(13), look.px(PAD)
        top = look.px(10 if self.high else 8)
        left = pad
        if tile.before is not None:
            draw_sign(painter, QRectF(left, top, side, side), tile.before, look, soft=True)
            left += side + look.px(2)
            type_ = type_in(look, 11)
            painter.setFont(type_.font)
            painter.setPen(look.colour("ink_soft"))
            arrow = QRectF(left, top, look.px(12), side)
            painter.drawText(arrow, Qt.AlignmentFlag.AlignCenter, "→")
            left += look.px(14)
        draw_sign(painter, QRectF(left, top, side, side), tile.sign, look, ground=ground)
        if not self.coded:
            return
        code = type_in(look, 11)
        painter.setFont(code.font)
        painter.setPen(look.colour("ink_soft" if tile.moved else "ink_faint"))
        room = QRectF(left + side, top - look.px(2), self.width() - left - side - pad, side + look.px(4))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tile.code)

    def shorten(self, brief: bool) -> None:
        if self.brief != brief:
            self.brief = brief
            self.update()

    @property
    def overflows(self) -> bool:
        """Whether its whole name has no room in it, set as strongly as it may be."""
        strong = type_in(self.look, 12.0 if self.high else 11.0, Weight.SEMIBOLD)
        return flow((Run(self.tile.name, strong, "ink"),), self.width() - self.look.px(2 * PAD), 2, True).cut

    def _label(self) -> tuple[Flowed, int, int]:
        look, tile = self.look, self._painted
        weight = Weight.SEMIBOLD if tile.moved or tile.picked else Weight.REGULAR
        ink = "ink" if tile.moved or tile.picked else "ink_soft"
        size = 12.0 if self.high else 11.0
        room = self.width() - look.px(2 * PAD)
        short = min(room + look.px(PAD - 1), look.px(FOURTEEN * size))
        name, room = (tile.short, short) if self.brief else (tile.name, room)
        flowed = flow((Run(name, type_in(look, size, weight), ink),), room, 2, True)
        top = look.px(30 if self.high else 25)
        return flowed, look.px(PAD), top

    def _paint_coded(self, painter: QPainter, ground: str) -> None:
        """The sign over the code, or beside it where the tile is low."""
        look, tile = self.look, self._painted
        side = look.px(13)
        type_ = type_in(look, 11, Weight.SEMIBOLD if tile.moved else Weight.REGULAR)
        painter.setFont(type_.font)
        painter.setPen(look.colour("ink" if tile.moved else "ink_soft"))
        if self.height() < look.px(40):
            wide = side + look.px(4) + width_of(tile.code, type_)
            left = max(2.0, (self.width() - wide) / 2)
            place = QRectF(left, (self.height() - side) / 2 + 1, side, side)
            draw_sign(painter, place, tile.sign, look, ground=ground)
            beside = QRectF(left + side + look.px(4), 1, self.width(), self.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, tile.code)
            return
        middle = self.width() / 2
        if tile.before is not None and self.width() >= look.px(CODED):
            place = QRectF(middle - side - look.px(3), look.px(12), side, side)
            draw_sign(painter, place, tile.before, look, soft=True)
            middle += look.px(3) + side / 2
        draw_sign(painter, QRectF(middle - side / 2, look.px(12), side, side), tile.sign, look, ground=ground)
        below = QRectF(0, look.px(28), self.width(), look.px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tile.code)


class Strip(BlockWidget):
    """Eleven tiles, or as many as there are recommendations, in the order of the case."""

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        named(self, "strip", self.tr("Verdicts"))
        set_role(self, Role.Grouping)
        one_stop(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._high = False
        self._held: frozenset[str] = frozenset()
        self._tiles: tuple[Tile, ...] = ()
        self._buttons: dict[str, TileButton] = {}

    @override
    def receive(self, block: tuple[Tile, ...]) -> None:
        """Show these tiles; those that stay the same are not painted again."""
        if block == self._tiles:
            return
        same = [tile.id for tile in block] == list(self._buttons)
        self._tiles = block
        if not same:
            self._build()
            return
        for tile in block:
            if self._buttons[tile.id].tile != tile:
                self._buttons[tile.id].receive(tile)
        self._shorten()
        self.hold_back(self._held)

    @override
    def hold_back(self, identifiers: frozenset[str]) -> None:
        self._held = identifiers
        for name, button in self._buttons.items():
            button.hold_back(name in identifiers)

    def stand_high(self, high: bool) -> None:
        """Take the height of a large window, or that of a small one."""
        if high != self._high:
            self._high = high
            self.wear(self.look)

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        for button in self._buttons.values():
            button.look, button.high = look, self._high
        self._lay_out()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.px(600), self.look.px(HIGH if self._high else LOW))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _build(self) -> None:
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for tile in self._tiles:
            button = TileButton(tile, self.look, self)
            button.high, button.coded = self._high, self.controls
            button.clicked.connect(partial(self._tell, tile.id))
            if not self.controls:
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.setEnabled(False)
            self._buttons[tile.id] = button
            button.show()
        self._lay_out()

    def _lay_out(self) -> None:
        """Equal tiles from edge to edge: in one row, or in two where codes would be cut off."""
        count = len(self._buttons)
        if not count:
            return
        rows = 1 if self.width() >= count * self.look.px(CODED * 0.8) else 2
        across = -(-count // rows)
        part, worn = self.width() / across / self.look.px(NAMED), self.look
        if CLOSER <= part < 1:
            worn = replace(worn, scale=int(worn.scale * part * NAMED / (NAMED + 2)))
        for place, button in enumerate(self._buttons.values()):
            row, column = divmod(place, across)
            left, right = self.width() * column // across, self.width() * (column + 1) // across
            top, bottom = self.height() * row // rows, self.height() * (row + 1) // rows
            button.edge = column < across - 1
            button.look, button.narrow = worn, part < CLOSER
            button.setGeometry(left, top, right - left, bottom - top)
            button.update()
        self._shorten()

    def _shorten(self) -> None:
        """Short names for all where one whole name is too long."""
        brief = any(button.overflows for button in self._buttons.values())
        for button in self._buttons.values():
            button.shorten(brief)

    def _tell(self, identifier: str) -> None:
        tile = next(tile for tile in self._tiles if tile.id == identifier)
        if tile.action is not None:
            self.acted.emit(tile.action)
