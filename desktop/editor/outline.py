"""What the case is made of, as a list: statements with signs, arguments below what they are for; drag to order."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.theme import Weight, look
from desktop.kit.signs import draw_sign
from models.authoring.outline import CASE, Row
from models.language.messages import retold
from models.schema.page import Sign

Index = QModelIndex | QPersistentModelIndex
ROW, SIGN, WARN = (int(Qt.ItemDataRole.UserRole) + n for n in range(3))
MIME = "application/x-whatholds-place"


class OutlineModel(QAbstractListModel):
    """The rows of the case, with the signs of what follows and whether something is to be looked at."""

    dropped = Signal(str, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._signs: Mapping[str, Sign] = {}
        self._warned: frozenset[tuple[str, int]] = frozenset()

    def receive(
        self, rows: tuple[Row, ...], signs: Mapping[str, Sign], warned: frozenset[tuple[str, int]]
    ) -> None:
        """Show other rows; where there are as many, only what they say has changed."""
        before = self._looks()
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows, self._signs, self._warned = rows, signs, warned
            self.endResetModel()
            return
        self.rows, self._signs, self._warned = rows, signs, warned
        for place, (old, new) in enumerate(zip(before, self._looks(), strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _looks(self) -> list[tuple[Row, Sign | None, bool]]:
        return [(row, self._signs.get(row.name), row.key in self._warned) for row in self.rows]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == SIGN:
            return self._signs.get(row.name)
        if role == WARN:
            return row.key in self._warned and row.place >= 0
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            sign = self._signs.get(row.name)
            return " ".join(part for part in (row.code, retold(row.text), sign.word if sign else "") if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        row = self.rows[index.row()]
        return flags | Qt.ItemFlag.ItemIsDragEnabled if row.place >= 0 else flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(indexes[0].row()).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        del action, column
        moved = self.rows[int(bytes(data.data(MIME).data()))]
        to = self.place_at(moved, row if row >= 0 else parent.row() if parent.isValid() else len(self.rows))
        if to != moved.place:
            self.dropped.emit(moved.section, moved.place, to)
        return False

    def place_at(self, moved: Row, at: int) -> int:
        """The place in its list that an item gets where it is dropped before a row."""
        return sum(row.section == moved.section and 0 <= row.place != moved.place for row in self.rows[:at])


class _Painting(QStyledItemDelegate):
    """Paints a row: its sign, its code, its words in one line, and a mark where there is something to look at."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, look().px(27))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        wanted, row, box = look(), index.data(ROW), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, wanted.colour("brand_soft"))
        left = box.left() + wanted.px(10 if row.place < 0 else 14 if row.section != "rules" else 34)
        sign: Sign | None = index.data(SIGN)
        if row.place >= 0 and row.section != "rules":
            side = wanted.px(12)
            if sign is not None:
                draw_sign(painter, QRectF(left, box.center().y() - side / 2, side, side), sign, wanted)
            left += wanted.px(19)
        right = box.right() - wanted.px(24 if index.data(WARN) else 8)
        weight = Weight.SEMIBOLD if row.place < 0 or row.code else Weight.REGULAR
        colour = "brand" if row.place < 0 else "ink"
        for text, heavy, ink in (
            (row.code, weight, "ink_soft"),
            (
                retold(row.text),
                Weight.SEMIBOLD if row.place < 0 else Weight.REGULAR,
                "ink_soft" if row.section == "rules" else colour,
            ),
        ):
            if not text:
                continue
            painter.setFont(wanted.font(12 if row.section == "rules" else 13, heavy))
            painter.setPen(wanted.colour(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, max(0, right - left))
            painter.drawText(
                QRectF(left, box.top(), right - left, box.height()), Qt.AlignmentFlag.AlignVCenter, shown
            )
            left += painter.fontMetrics().horizontalAdvance(shown) + wanted.px(7)
        if index.data(WARN):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("warn"))
            side = wanted.px(7)
            painter.drawEllipse(QRectF(box.right() - wanted.px(16), box.center().y() - side / 2, side, side))
        painter.restore()


class Outline(QListView):
    """The list; tells what was picked, moved, removed or asked to be toggled."""

    picked = Signal(str, int)
    moved = Signal(str, int, int)
    removed = Signal(str, int)
    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("case-outline")
        self.setAccessibleName(self.tr("What the case is made of"))
        self._model = OutlineModel()
        self._model.dropped.connect(self.moved)
        self.setModel(self._model)
        self.setItemDelegate(_Painting(self))
        self.setUniformItemSizes(True)  # else every row is asked how high it is at every letter
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(
            self.tr("Drag, or Alt+Up and Alt+Down, to order; Delete takes out; Space tries the next stance")
        )
        self.selectionModel().currentChanged.connect(self._tell)
        self._key: tuple[str, int] = (CASE, -1)

    def receive(
        self, rows: tuple[Row, ...], signs: Mapping[str, Sign], warned: frozenset[tuple[str, int]]
    ) -> None:
        """Show the case; what was picked stays picked."""
        self._model.receive(rows, signs, warned)
        self.pick(*self._key)

    def pick(self, section: str, place: int) -> None:
        """Pick a row, without telling."""
        self._key = (section, place)
        at = next((n for n, row in enumerate(self._model.rows) if row.key == self._key), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._model.index(at))
            self.selectionModel().blockSignals(False)
            self.scrollTo(self._model.index(at))
            self.viewport().update()

    @property
    def row(self) -> Row | None:
        index = self.currentIndex()
        return (
            self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if row is None or row.place < 0:
            super().keyPressEvent(event)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(row.section, row.place, row.place + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row.section, row.place)
        elif event.key() == Qt.Key.Key_Space and row.section == "assumptions":
            self.toggled.emit(row.name)
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self._key = self._model.rows[current.row()].key
            self.picked.emit(*self._key)
