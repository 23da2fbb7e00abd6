"""An explanation as a tree whose lines wrap: shape, heading, detail, provenance and paragraphs."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import Weight, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.measure import WRAP, text_height
from desktop.widgets.shapes import MARK_TONES, draw_shape
from models.language.panes import PROVENANCE_WORDS
from models.language.values import Provenance, Section, Step
from models.schema.result import Usage

STEP = Qt.ItemDataRole.UserRole
UNFOLDED = 2
Index = QModelIndex | QPersistentModelIndex
TAG_TONES = {
    Provenance.STIPULATED: ("brand", "brand_soft", Qt.PenStyle.SolidLine),
    Provenance.DERIVED: ("ink_soft", "track", Qt.PenStyle.NoPen),
    Provenance.UNCERTAIN: ("warn", "warn_soft", Qt.PenStyle.DotLine),
    Provenance.ADDED: ("added", "added_soft", Qt.PenStyle.DashLine),
}


class StepTree(Dressed, QTreeWidget):
    """Shows the sections of an explanation; tells which statement or inference the user wants."""

    statement_wished = Signal(str)
    usage_wished = Signal(str, bool)
    step_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why-tree")
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(StepDelegate(self))
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self._turned: set[str] = set()
        self.itemCollapsed.connect(self._remember)
        self.itemExpanded.connect(self._remember)
        self.itemSelectionChanged.connect(self._tell_picked)
        self.dress()

    def receive(self, sections: tuple[Section, ...]) -> None:
        """Show these sections; what the user folds or unfolds stays so."""
        here = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        for section in sections:
            top = QTreeWidgetItem([section.title])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            top.addChildren([self._item(step) for step in section.steps])
            self.addTopLevelItem(top)
            top.setExpanded(True)
        for item in self._items():
            item.setExpanded((_depth(item) < UNFOLDED) is not (self._key(item) in self._turned))
        self.blockSignals(False)
        self.verticalScrollBar().setValue(here)

    def picked_step(self) -> Step | None:
        """The step that the cursor is on."""
        item = self.currentItem()
        return item.data(0, STEP) if item is not None else None

    def row_width(self, index: Index) -> int:
        """The pixels that a row has for its texts."""
        depth = 0
        parent = index.parent()
        while parent.isValid():
            depth += 1
            parent = parent.parent()
        return self.viewport().width() - self.indentation() * depth

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.picked_step()
        key = Qt.Key(event.key())
        if step is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and step.statement:
            self.statement_wished.emit(step.statement)
        elif step is not None and key is Qt.Key.Key_Space and step.rule:
            self.wish_usage(step)
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        step = self.picked_step()
        if step is not None and step.statement:
            self.statement_wished.emit(step.statement)

    def wish_usage(self, step: Step) -> None:
        """Ask to set the step's inference aside, or to take it up again."""
        if step.usage in (Usage.IN_USE, Usage.SET_ASIDE):
            self.usage_wished.emit(step.rule, step.usage is Usage.IN_USE)

    def _item(self, step: Step) -> QTreeWidgetItem:
        item = QTreeWidgetItem([step.heading])
        item.setData(0, STEP, step)
        word = PROVENANCE_WORDS[step.provenance] if step.provenance else ""
        spoken = ". ".join(part for part in (step.heading, step.detail, word, step.citation) if part)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.addChildren([self._item(child) for child in step.children])
        return item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.topLevelItem(index) for index in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is not None:
                yield item
                waiting += [item.child(index) for index in range(item.childCount())]

    def _key(self, item: QTreeWidgetItem) -> str:
        step = item.data(0, STEP)
        name = item.text(0) if step is None else step.rule or step.statement or step.heading
        parent = item.parent()
        return f"{self._key(parent)}/{name}" if parent is not None else name

    def _remember(self, item: QTreeWidgetItem) -> None:
        if item.isExpanded() is (_depth(item) < UNFOLDED):
            self._turned.discard(self._key(item))
        else:
            self._turned.add(self._key(item))

    def _tell_picked(self) -> None:
        self.step_picked.emit(self.picked_step())

    @override
    def dress(self) -> None:
        self.setIndentation(look().px(14))
        self.scheduleDelayedItemsLayout()


class StepDelegate(QStyledItemDelegate):
    """Paints one step; heights follow the words."""

    def __init__(self, tree: StepTree) -> None:
        super().__init__(tree)
        self._tree = tree

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wanted = look()
        step = index.data(STEP)
        width = self._tree.row_width(index)
        if step is None:
            return QSize(width, wanted.px(28))
        heading, detail, foot = self._heights(step, width)
        return QSize(width, wanted.px(4) + heading + detail + foot + wanted.px(5))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step = index.data(STEP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if step is None:
            self._paint_section(painter, option.rect, str(index.data()))
        else:
            self._paint_step(painter, option, step)
        painter.restore()

    def _heights(self, step: Step, width: int) -> tuple[int, int, int]:
        wanted = look()
        room = max(40, width - wanted.px(22))
        heading = text_height(step.heading, room, 13, _weight(step))
        detail = text_height(step.detail, room, 12) + wanted.px(1) if step.detail else 0
        foot = wanted.px(19) if step.citation or step.provenance else 0
        return heading, detail, foot

    def _paint_section(self, painter: QPainter, rect: QRect, title: str) -> None:
        wanted = look()
        painter.setFont(wanted.font(13, Weight.SEMIBOLD))
        painter.setPen(wanted.colour("brand"))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(rect).adjusted(0, 0, 0, -wanted.px(4)), flags, title)

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, step: Step) -> None:
        wanted = look()
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wanted.colour("brand_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, -1, -1), wanted.px(5), wanted.px(5))
        tone = MARK_TONES[step.mark]
        side = wanted.px(13)
        shape = QRectF(box.x() + wanted.px(2), box.y() + wanted.px(6), side, side)
        draw_shape(painter, tone.shape, shape, wanted.colour(tone.strong), wanted.colour("panel"))
        left = box.x() + wanted.px(20)
        room = box.width() - wanted.px(22)
        heading, detail, _ = self._heights(step, option.rect.width())
        top = box.y() + wanted.px(4)
        faded = step.usage in (Usage.SET_ASIDE, Usage.SWITCHED_OFF)
        painter.setFont(wanted.font(13, _weight(step)))
        painter.setPen(wanted.colour("ink_faint" if faded else "ink"))
        painter.drawText(QRectF(left, top, room, heading), WRAP, step.heading)
        top += heading
        if step.detail:
            painter.setFont(wanted.font(12))
            painter.setPen(wanted.colour("ink_soft"))
            painter.drawText(QRectF(left, top + wanted.px(1), room, detail), WRAP, step.detail)
        self._paint_foot(painter, QRectF(left, box.bottom() - wanted.px(22), room, wanted.px(17)), step)

    def _paint_foot(self, painter: QPainter, box: QRectF, step: Step) -> None:
        wanted = look()
        left = box.x()
        painter.setFont(wanted.font(11, Weight.SEMIBOLD))
        metrics = painter.fontMetrics()
        if step.provenance:
            ink, ground, line = TAG_TONES[step.provenance]
            word = PROVENANCE_WORDS[step.provenance]
            tag = QRectF(left, box.y(), metrics.horizontalAdvance(word) + wanted.px(12), box.height())
            pen = painter.pen()
            pen.setColor(wanted.colour(ink))
            pen.setStyle(line)
            painter.setPen(pen)
            painter.setBrush(wanted.colour(ground))
            painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), wanted.px(4), wanted.px(4))
            painter.setPen(wanted.colour(ink))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, word)
            left = tag.right() + wanted.px(6)
        if step.citation:
            painter.setPen(wanted.colour("ink_faint"))
            rest = QRectF(left, box.y(), box.right() - left, box.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, step.citation)


def _depth(item: QTreeWidgetItem) -> int:
    parent = item.parent()
    return 0 if parent is None else 1 + _depth(parent)


def _weight(step: Step) -> Weight:
    return Weight.SEMIBOLD if step.rule else Weight.REGULAR
