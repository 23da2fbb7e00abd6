"""The argument map: every assumption, finding, recommendation and inference, and how they hang together."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.analysed_dashboard import FramedDashboard
from desktop.widgets.key import Key
from desktop.widgets.map_key import map_signs
from desktop.widgets.map_place import MapPlace
from desktop.widgets.outline_tree import OutlineTree
from models.pages.argument_map import (
    focus_line,
    map_headings,
    map_key,
    map_line,
    map_nodes,
    map_rules,
    map_title,
    node_sentence,
    node_tip,
    rule_tip,
)
from models.pages.map_outline import map_table, outline
from models.schema.case import Case, Recommendation
from models.schema.snapshot import Snapshot

LOWEST_WITH_KEY, LOWEST = 400, 200


class ArgumentMapView(FramedDashboard):
    """The map with its tools, and beside it the outline that says the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("argument-map", parent)
        self._snapshot: Snapshot | None = None
        self._case: Case | None = None
        self._picked = ""
        self._place = MapPlace()
        self._canvas = self._place.canvas
        self._canvas.setObjectName("map-canvas")
        self._canvas.setAccessibleName(self.tr("Argument map"))
        self._outline = OutlineTree()
        self._outline.setObjectName("map-outline")
        self._outline.setAccessibleName(self.tr("The argument as an outline"))
        self._key = Key()
        self._key.setObjectName("map-key")
        self._focus = QPushButton(self.tr("Focus"))
        self._fit = self._tool("maximize", self.tr("Fit the whole map (F)"))
        self._nearer = self._tool("zoom-in", self.tr("Zoom in (+)"))
        self._farther = self._tool("zoom-out", self.tr("Zoom out (-)"))
        self._beside = self._tool("list-tree", self.tr("Show the outline beside the map"))
        self._lay_out()
        self._join()
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Show every state; the places stay as they are as long as the case does."""
        self._snapshot = snapshot
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._key.receive(map_signs(map_key(snapshot.case)))
        self._place.receive(snapshot.case, map_headings(snapshot.case))
        self._show_states()
        if self._outline.isVisibleTo(self):
            self._outline.receive(outline(snapshot))

    @override
    def mark_picked(self, identifier: str) -> None:
        """Ring what is being explained; where the map is focused, the focus follows."""
        self._picked = identifier
        self._canvas.mark_picked(identifier)
        self._outline.mark_picked(identifier)
        self._show_focus()

    @override
    def for_the_room(self) -> None:
        super().for_the_room()
        self._canvas.for_the_room()
        for part in (self._fit, self._nearer, self._farther, self._outline):
            part.hide()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the map, or for a screen reader on the outline."""
        target = self._outline if QAccessible.isActive() and self._outline.isVisible() else self._canvas
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._key.setVisible(self.height() >= look().px(LOWEST_WITH_KEY))

    @override
    def dress(self) -> None:
        for tool in (self._fit, self._nearer, self._farther, self._beside):
            ink = "brand" if tool.isChecked() else "ink_soft"
            tool.setIcon(icon(str(tool.property("icon-name")), ink, 16))
            tool.setIconSize(QSize(look().px(16), look().px(16)))
        self._outline.setMinimumWidth(look().px(180))
        self._splitter.setMinimumHeight(look().px(LOWEST))

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("map-splitter")
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for part, stretch in ((self._place, 1), (self._outline, 0)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        self._outline.setVisible(QAccessible.isActive())
        under = QHBoxLayout()
        under.setSpacing(0)
        under.addWidget(self._key, 100)
        under.addStretch(1)
        for tool in (self._farther, self._nearer, self._fit):
            under.addWidget(tool)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter, 1)
        column.addLayout(under)
        self.put(body)
        self._frame.draw_with(self._canvas.picture_size, self._canvas.draw)
        for button in (self._focus, self._beside):
            self._frame.add_tool(button)

    def _join(self) -> None:
        self._place.laid_out.connect(self._show_states)
        self._canvas.tell_with(self._node_tip, self._rule_tip)
        self._canvas.picked.connect(self._pick)
        self._canvas.stepped.connect(self._say)
        self._canvas.focus_left.connect(self._leave_focus)
        self._outline.picked.connect(self.picked)
        self._focus.setObjectName("map-focus")
        self._focus.setProperty("role", "choice")
        self._focus.setToolTip(self.tr("Dim all but what the picked statement rests on"))
        self._focus.setCheckable(True)
        self._focus.toggled.connect(self._show_focus)
        self._fit.clicked.connect(self._canvas.fit_whole)
        self._nearer.clicked.connect(self._canvas.zoom_in)
        self._farther.clicked.connect(self._canvas.zoom_out)
        self._beside.setCheckable(True)
        self._beside.setChecked(QAccessible.isActive())
        self._beside.toggled.connect(self._show_outline)

    def _tool(self, sign: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"map-{sign}")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("icon-name", sign)
        return button

    def _pick(self, identifier: str) -> None:
        """A recommendation picked on the map itself comes into focus."""
        if self._case is not None and isinstance(self._case.by_id[identifier], Recommendation):
            self._focus.setChecked(True)
        self.picked.emit(identifier)

    def _leave_focus(self) -> None:
        self._focus.setChecked(False)

    def _show_focus(self) -> None:
        known = self._case is not None and self._picked in self._case.by_id
        self._canvas.focus_on(self._picked if known and self._focus.isChecked() else "")
        self._show_words()

    def _show_outline(self, shown: bool) -> None:
        self._outline.setVisible(shown)
        self.dress()
        if shown and self._snapshot is not None:
            self._outline.receive(outline(self._snapshot))
            self._outline.mark_picked(self._picked)

    def _show_states(self) -> None:
        for tool in (self._focus, self._fit, self._nearer, self._farther):
            tool.setEnabled(self._canvas.has_map())
        if self._snapshot is not None and self._canvas.has_map():
            self._canvas.receive(map_nodes(self._snapshot), map_rules(self._snapshot))
        self._show_focus()

    def _show_words(self) -> None:
        if self._snapshot is None or self._case is None:
            return
        focused = self._focus.isChecked() and self._picked in self._case.by_id
        line = focus_line(self._case, self._picked) if focused else map_line(self._snapshot)
        self._frame.receive(map_title(self._case), line, self._table)

    def _table(self) -> str:
        return map_table(self._snapshot) if self._snapshot is not None else ""

    def _node_tip(self, identifier: str) -> str:
        return _told(node_tip(self._snapshot, identifier).lines) if self._snapshot is not None else ""

    def _rule_tip(self, identifier: str) -> str:
        return _told(rule_tip(self._snapshot, identifier).lines) if self._snapshot is not None else ""

    def _say(self, identifier: str) -> None:
        """Tell a screen reader where the keyboard is."""
        if self._snapshot is None:
            return
        nodes = {node.id: node for node in map_nodes(self._snapshot)}
        sentence = node_sentence(self._snapshot, nodes[identifier])
        self._canvas.setAccessibleDescription(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, sentence))


def _told(lines: tuple[str, ...]) -> str:
    """A tip as text that Qt never takes as markup."""
    return "<p>" + "</p><p>".join(escape(line) for line in lines) + "</p>"
