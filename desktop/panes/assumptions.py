"""The left drawer: what the source rests on, its core assumptions large on top, below them the rest by model."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.base.guard import override
from desktop.base.layouts import flush
from desktop.base.plain_text import named, set_tip
from desktop.base.theme import icon, is_new_look, look
from desktop.kit.labels import text_label
from desktop.panes.assumption_list import AssumptionList
from models.language.naming import source_kind, the_source
from models.language.panes import changed_line
from models.schema.case import Case
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import reset

HEAD = 27


class Assumptions(QFrame):
    """The assumptions of the case, to be toggled by mouse, keyboard or screen reader."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assumptions")
        self._case: Case | None = None
        self.list = AssumptionList()
        self.list.acted.connect(self.acted)
        self._title = text_label("", "title")
        self._changed = named(text_label("", "small"), "changed-count")
        self._reset = named(QToolButton(), "reset-all", self.tr("Reset all assumptions"), role="tiny")
        self._head = self._make_head()
        self._column = flush(QVBoxLayout(self))
        self._column.addWidget(self._head)
        self._column.addWidget(self.list, 1)

    def receive(self, snapshot: Snapshot) -> None:
        self.list.receive(snapshot)
        if snapshot.case != self._case:
            self._case = snapshot.case
            self._name(snapshot.case)
            self._dress()
        count = len(changed_stances(snapshot.case, snapshot.scenario))
        self._changed.setText(changed_line(count))
        self._reset.setVisible(bool(count))

    def stand_on(self, foot: QWidget) -> None:
        """Take the switches in below the list, where they have no place beside the strip."""
        self._column.addWidget(foot)
        foot.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if is_new_look(self, event):
            self._dress()
        super().changeEvent(event)

    def _make_head(self) -> QWidget:
        head = QWidget()
        self._head_line = QHBoxLayout(head)
        self._reset.clicked.connect(self._reset_all)
        self._head_line.addWidget(self._title)
        self._head_line.addStretch(1)
        self._head_line.addWidget(self._changed)
        self._head_line.addWidget(self._reset)
        return head

    def _name(self, case: Case) -> None:
        """Say of what kind the source is that rests on all this."""
        title = self.tr("The {0} rests on").format(source_kind(case))
        self.setAccessibleName(title)
        self._title.setText(title)
        set_tip(self._reset, self.tr("Take every assumption as {0} does (Ctrl+R)").format(the_source(case)))

    def _reset_all(self) -> None:
        self.acted.emit(reset())

    def _dress(self) -> None:
        wanted = look()
        self._reset.setIcon(icon("rotate-ccw", "ink_soft", 14))
        self._reset.setIconSize(QSize(wanted.px(14), wanted.px(14)))
        self._reset.setFixedSize(wanted.px(24), wanted.px(24))
        self._head_line.setContentsMargins(wanted.px(12), 0, wanted.px(10), 0)
        self._head_line.setSpacing(wanted.px(4))
        self._fit()

    def _fit(self) -> None:
        """Leave the list what height there is below the head."""
        wanted = look()
        self._head.setFixedHeight(wanted.px(HEAD if self.height() < wanted.px(820) else 46))
        self.list.share(self.height() - self._head.height() - 1 - wanted.px(4))
