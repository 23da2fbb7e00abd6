"""An outline: lines that fold, walked through by keyboard and by a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.base.guard import override
from desktop.base.plain_text import plain_tip
from desktop.base.theme import Look, icon, look
from desktop.kit.block import BlockWidget, follow_width
from desktop.kit.line_face import lay_line
from desktop.kit.signs import draw_sign
from desktop.kit.text import TextBox
from models.schema.page import Line, Node, Tree

NODE = Qt.ItemDataRole.UserRole
INDENT, AIR = 18, 3
"""How far a level is indented, and the room above and below a line; unscaled."""
Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints a line of the outline as lines are painted elsewhere."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self.look: Look = look()
        self._view = view

    def room(self, index: Index) -> int:
        """The width that a line has, less the more deeply it stands."""
        depth, parent = 1, index.parent()
        while parent.isValid():
            depth, parent = depth + 1, parent.parent()
        return max(1, self._view.viewport().width() - depth * self.look.px(INDENT) - self.look.px(4))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        face = lay_line(index.data(NODE), self.room(index), self.look)
        return QSize(self.room(index), face.height + 2 * self.look.px(AIR))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(NODE)
        box, look_ = option.rect, self.look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look_.colour("brand_soft"))
            painter.drawRoundedRect(QRectF(box), look_.px(4), look_.px(4))
        face = lay_line(line, self.room(index), look_)
        corner = QPoint(box.x() + look_.px(2), box.y() + look_.px(AIR))
        if face.sign is not None and line.sign is not None:
            draw_sign(painter, face.sign.translated(corner), line.sign, look_)
        for words in face.words:
            words.draw(painter, look_, corner.x(), corner.y())
        painter.restore()


class Outline(QTreeView):
    """A tree view whose arrows stand beside the first line of what they fold."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.look: Look = look()

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self.model().hasChildren(index):
            return
        look_, side = self.look, self.look.px(12)
        left = rect.right() - look_.px(INDENT - 2)
        box = QRect(left, rect.y() + look_.px(AIR + 2), side, side)
        icon(f"chevron-{'down' if self.isExpanded(index) else 'right'}", "ink_soft", 12).paint(painter, box)


class TreeWidget(BlockWidget):
    """Shows an outline; what somebody has folded or opened stays so while the nodes have the same ids."""

    least = 160, 80

    def __init__(self, controls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(controls, parent)
        self._block: Tree | None = None
        self._opened: dict[str, bool] = {}
        self._model = QStandardItemModel(self)
        self._view = Outline(self)
        self._view.setModel(self._model)
        self._delegate = LineDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.setHeaderHidden(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setExpandsOnDoubleClick(False)
        self._view.viewport().setAutoFillBackground(False)
        self._view.expanded.connect(self._note)
        self._view.collapsed.connect(self._note)
        self._view.clicked.connect(self._act)
        self._view.activated.connect(self._act)
        if not controls:
            self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_width(self)

    @override
    def receive(self, block: Tree) -> None:
        if block == self._block:
            return
        last, self._block = self._block, block
        self._view.setObjectName(f"{block.id}:tree")
        self._view.setAccessibleName(block.heading or block.id)
        if last is None or _shape(last.nodes) != _shape(block.nodes):
            self._model.clear()
            root = self._model.invisibleRootItem()
            for node in block.nodes:
                root.appendRow(_item(node))
        else:
            for item, node in zip(self._items(), _walk(block.nodes), strict=True):
                _write(item, node)
        for item, node in zip(self._items(), _walk(block.nodes), strict=True):
            self._view.setExpanded(item.index(), self._opened.get(node.id, not node.shut))
        self._relay()

    @override
    def wear(self, look: Look) -> None:
        super().wear(look)
        self._delegate.look = self._view.look = look
        self._view.setIndentation(look.px(INDENT))
        self._relay()

    @override
    def text_boxes(self) -> list[TextBox]:
        found: list[TextBox] = []
        shift = self._view.viewport().mapTo(self, QPoint(0, 0))
        for item in self._items():
            box = self._view.visualRect(item.index())
            if box.isEmpty():
                continue
            room = QRect(box.topLeft() + shift, box.size())
            face = lay_line(item.data(NODE), self._delegate.room(item.index()), self.look)
            corner = QRect(room).adjusted(self.look.px(2), self.look.px(AIR), 0, 0)
            found += [TextBox(one.text, one.place, room) for one in face.text_boxes(corner)]
        return found

    @override
    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + 2

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view.setGeometry(self.rect())
        self._view.doItemsLayout()
        super().resizeEvent(event)

    def _items(self) -> Iterator[QStandardItem]:
        return _items(self._model.invisibleRootItem())

    def _heights(self, width: int) -> Iterator[int]:
        """The heights of the lines that are not folded away."""

        def below(nodes: tuple[Node, ...], depth: int) -> Iterator[int]:
            room = max(1, width - depth * self.look.px(INDENT) - self.look.px(4))
            for node in nodes:
                yield lay_line(node.line, room, self.look).height + 2 * self.look.px(AIR)
                if node.children and self._opened.get(node.id, not node.shut):
                    yield from below(node.children, depth + 1)

        return below(self._block.nodes if self._block else (), 1)

    def _note(self, index: Index) -> None:
        self._opened[index.data(NODE + 1)] = self._view.isExpanded(index)
        self.updateGeometry()

    def _act(self, index: Index) -> None:
        line: Line = index.data(NODE)
        if line.action is not None:
            self.acted.emit(line.action)

    def _relay(self) -> None:
        self._view.doItemsLayout()
        self._view.viewport().update()
        self.updateGeometry()


def _item(node: Node) -> QStandardItem:
    item = QStandardItem()
    _write(item, node)
    item.appendRows([_item(child) for child in node.children])
    return item


def _write(item: QStandardItem, node: Node) -> None:
    line = node.line
    item.setData(line, NODE)
    item.setData(node.id, NODE + 1)
    word = line.sign.word if line.sign else ""
    item.setText(" ".join(part for part in (line.quiet, line.text, line.code, line.note, word) if part))
    item.setToolTip(plain_tip(line.tip))


def _items(item: QStandardItem) -> Iterator[QStandardItem]:
    for place in range(item.rowCount()):
        yield item.child(place)
        yield from _items(item.child(place))


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _shape(nodes: tuple[Node, ...]) -> tuple[object, ...]:
    return tuple((node.id, _shape(node.children)) for node in nodes)
