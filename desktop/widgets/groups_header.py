"""The headers of the groups' tables: names over the columns, each with a menu; codes and titles beside the rows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QTableView
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.groups_fit import CODE, HEAD_SIDE, LINE, LONGEST_HEAD, MENU, PAD, GroupsFit, in_lines
from desktop.widgets.groups_look import paint_spread_head
from models.pages.group_tables import GroupHead, GroupRow

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class GroupHeads(QHeaderView):
    """Paints the groups' names, turned where they need to be; a button under each opens its menu."""

    menu_wished = Signal(str)

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._heads: tuple[GroupHead, ...] = ()
        self._last = ""
        self._fit: GroupsFit | None = None
        self._menus = False
        self._buttons: list[QPushButton] = []
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def receive(self, heads: tuple[GroupHead, ...], last: str, fit: GroupsFit, menus: bool) -> None:
        """Show these names, and what the last column is called."""
        if (heads, last, fit, menus) == (self._heads, self._last, self._fit, self._menus):
            return
        self._heads, self._last, self._fit, self._menus = heads, last, fit, menus
        while menus and len(self._buttons) < len(heads):
            self._add_button()
        for place, button in enumerate(self._buttons):
            button.setVisible(menus and place < len(heads))
            if place < len(heads):
                button.setObjectName(f"group-menu:{heads[place].id}")
                button.setAccessibleName(self.tr("What to do with {0}").format(heads[place].name))
                button.setToolTip(button.accessibleName())
        self.place_buttons()
        self.viewport().update()

    def place_buttons(self) -> None:
        """Put every button under its name again."""
        high = look().px(MENU - 2)
        for place, button in enumerate(self._buttons[: len(self._heads)]):
            wide = min(self.sectionSize(place), look().px(28))
            left = self.sectionViewportPosition(place) + (self.sectionSize(place) - wide) // 2
            button.setGeometry(left, self.height() - high - 1, wide, high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_buttons()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._has_menus():
            self._tell(self.logicalIndexAt(event.pos().x()))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        fit, wanted = self._fit, look()
        if fit is None:
            return
        painter.save()
        box = QRectF(rect).adjusted(0, 0, 0, -wanted.px(MENU if self._has_menus() else HEAD_SIDE))
        painter.setPen(wanted.colour("ink"))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        if logicalIndex >= len(self._heads):
            if self._last:
                high = wanted.px(LINE)
                paint_spread_head(painter, QRectF(box.x(), box.bottom() - high, box.width(), high))
        elif fit.upright:
            _paint_upright(painter, box, in_lines(self._heads[logicalIndex].name, wanted.px(LONGEST_HEAD)))
        else:
            room = min(fit.columns) - wanted.px(HEAD_SIDE)
            _paint_level(painter, box, in_lines(self._heads[logicalIndex].name, room))
        painter.restore()

    def _has_menus(self) -> bool:
        return any(not button.isHidden() for button in self._buttons)

    def _add_button(self) -> None:
        button = QPushButton("…", self.viewport())
        button.setProperty("role", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self._tell, len(self._buttons)))
        self._buttons.append(button)

    def _tell(self, place: int) -> None:
        if 0 <= place < len(self._heads):
            self.menu_wished.emit(self._heads[place].id)


class RowHeads(QHeaderView):
    """Paints codes and titles, and over the first of a section its name."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self._lines: Sequence[GroupRow | str] = ()
        self._picked = ""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def receive(self, lines: Sequence[GroupRow | str], picked: str) -> None:
        """Show these rows, and which is being explained."""
        self._lines, self._picked = lines, picked
        self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self._lines):
            return
        wanted, line, box = look(), self._lines[logicalIndex], QRectF(rect)
        painter.save()
        if isinstance(line, str):
            painter.setPen(wanted.colour("brand"))
            painter.setFont(wanted.font(12, Weight.SEMIBOLD))
            painter.drawText(box.adjusted(wanted.px(4), wanted.px(4), 0, 0), WRAP, line)
        else:
            self._paint_row(painter, box, line)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRectF, row: GroupRow) -> None:
        wanted = look()
        if row.id == self._picked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, -2, -1), wanted.px(4), wanted.px(4))
        painter.setPen(wanted.colour("ink_soft"))
        painter.setFont(wanted.font(12, Weight.SEMIBOLD))
        painter.drawText(box.adjusted(wanted.px(4), 0, 0, 0), MIDDLE, row.code)
        painter.setPen(wanted.colour("ink"))
        painter.setFont(wanted.font(13, Weight.SEMIBOLD if row.weighty else Weight.REGULAR))
        painter.drawText(box.adjusted(wanted.px(CODE), 0, -wanted.px(PAD / 2), 0), WRAP, row.title)


def _paint_level(painter: QPainter, box: QRectF, lines: Sequence[str]) -> None:
    high = look().px(LINE)
    top = box.bottom() - high * len(lines)
    for place, line in enumerate(lines):
        painter.drawText(
            QRectF(box.x(), top + place * high, box.width(), high), Qt.AlignmentFlag.AlignCenter, line
        )


def _paint_upright(painter: QPainter, box: QRectF, lines: Sequence[str]) -> None:
    """Names from bottom to top, side by side where they take two lines."""
    wanted = look()
    high = min(wanted.px(LINE - 2), box.width() / max(1, len(lines)))
    painter.translate(box.center().x() - high * len(lines) / 2, box.bottom() - wanted.px(HEAD_SIDE / 2))
    painter.rotate(-90)
    for place, line in enumerate(lines):
        painter.drawText(QRectF(0, place * high, box.height(), high), MIDDLE, line)
