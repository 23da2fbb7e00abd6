"""The left pane: every assumption by model, core ones first, each with its three-way strip."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.assumption_row import AssumptionRow, RowTexts
from desktop.widgets.labels import text_label
from desktop.widgets.tally import Tally
from models.language.panes import baseline_line, stance_choice
from models.pages.board import stance_counts
from models.schema.case import Assumption, Case, Stance
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot


class AssumptionsView(QFrame):
    """The assumptions of the case, to be toggled by mouse, keyboard or screen reader."""

    stance_chosen = Signal(str, object)
    reset_chosen = Signal(str)
    reset_all_chosen = Signal()
    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assumptions")
        self._case: Case | None = None
        self._rows: dict[str, AssumptionRow] = {}
        self._headings: dict[str, QToolButton] = {}
        self._picked = ""
        self._tally = Tally()
        self._changes = text_label("", "changes")
        self._reset_all = QToolButton()
        self._list = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top())
        layout.addWidget(self._scroll(), 1)

    def receive(self, snapshot: Snapshot) -> None:
        """Show every stance of the snapshot."""
        if snapshot.case is not self._case:
            self._build(snapshot.case)
        for item in snapshot.case.assumptions:
            stance = snapshot.scenario.stance_of[item.id]
            self._rows[item.id].receive(stance, item.baseline, item.id == self._picked)
        self._tally.receive(stance_counts(snapshot))
        changed = changed_stances(snapshot.case, snapshot.scenario)
        self._changes.setText(baseline_line(len(changed)))
        self._reset_all.setEnabled(bool(changed))

    def mark_picked(self, identifier: str) -> None:
        """Show which assumption is being explained, if it is one."""
        for name in (self._picked, identifier):
            if name in self._rows:
                self._rows[name].show_picked(name == identifier)
        self._picked = identifier

    def take_focus(self) -> None:
        """Put the keyboard on the row that is being explained, or on the first."""
        row = self._rows.get(self._picked) or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _top(self) -> QWidget:
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(12, 8, 10, 2)
        layout.setSpacing(0)
        line = QHBoxLayout()
        line.addWidget(text_label(self.tr("Assumptions"), "panel"))
        line.addStretch(1)
        line.addWidget(self._tally)
        line.addSpacing(4)
        self._reset_all.setObjectName("reset-all")
        self._reset_all.setAccessibleName(self.tr("Reset all assumptions to the baseline"))
        self._reset_all.setToolTip(self.tr("Reset all assumptions to the essay's baseline (Ctrl+R)"))
        self._reset_all.clicked.connect(self.reset_all_chosen)
        line.addWidget(self._reset_all)
        layout.addLayout(line)
        self._changes.setObjectName("changes-from-baseline")
        layout.addWidget(self._changes)
        return top

    def _scroll(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        self._list.setContentsMargins(0, 0, 0, 4)
        self._list.setSpacing(0)
        page.setLayout(self._list)
        scroll = QScrollArea()
        scroll.setObjectName("assumption-list")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        self._scroll_area = scroll
        return scroll

    def _build(self, case: Case) -> None:
        self._case = case
        self._rows.clear()
        self._headings.clear()
        while (place := self._list.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for model in case.models:
            members = [item for item in case.assumptions if item.model == model.id]
            if members:
                self._list.addWidget(self._heading(model.id, model.title))
                for item in sorted(members, key=lambda item: not item.core):
                    self._list.addWidget(self._row(item))
        self._list.addStretch(1)
        self._dress()

    def _heading(self, model: str, title: str) -> QToolButton:
        heading = QToolButton()
        heading.setObjectName(f"group:{model}")
        heading.setProperty("role", "group")
        heading.setText(title)
        heading.setCheckable(True)
        heading.setChecked(True)
        heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        heading.setToolTip(self.tr("Fold or unfold"))
        heading.toggled.connect(partial(self._fold, model))
        self._headings[model] = heading
        return heading

    def _row(self, item: Assumption) -> AssumptionRow:
        choices = tuple((stance, stance_choice(item, stance)) for stance in Stance)
        row = AssumptionRow(RowTexts(item.id, item.code, item.title, item.text, item.core, choices))
        row.stance_chosen.connect(self.stance_chosen)
        row.reset_chosen.connect(self.reset_chosen)
        row.picked.connect(self.picked)
        row.step_wished.connect(self._step)
        self._rows[item.id] = row
        return row

    def _fold(self, model: str, unfolded: bool) -> None:
        if self._case is None:
            return
        for item in self._case.assumptions:
            if item.model == model:
                self._rows[item.id].setVisible(unfolded)
        self._dress()

    def _step(self, identifier: str, by: int) -> None:
        shown = [name for name, row in self._rows.items() if row.isVisibleTo(self)]
        wanted = shown[max(0, min(len(shown) - 1, shown.index(identifier) + by))]
        self._rows[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll_area.ensureWidgetVisible(self._rows[wanted])
        self.picked.emit(wanted)

    def _dress(self) -> None:
        wanted = look()
        self.setMinimumWidth(wanted.px(240))
        self._reset_all.setIcon(icon("rotate-ccw", "ink_soft", 16))
        self._reset_all.setIconSize(QSize(wanted.px(16), wanted.px(16)))
        for heading in self._headings.values():
            heading.setIcon(icon("chevron-down" if heading.isChecked() else "chevron-right", "brand", 12))
            heading.setIconSize(QSize(wanted.px(12), wanted.px(12)))
            heading.setFixedHeight(wanted.px(19))
        self._fit()

    def _fit(self) -> None:
        """Give the rows what height there is, 26 to 40 pixels, so that all are seen if they can be."""
        rows = [row for row in self._rows.values() if row.isVisibleTo(self)]
        if rows:
            wanted = look()
            room = self._scroll_area.height() - len(self._headings) * wanted.px(19) - 6
            height = max(wanted.px(26), min(wanted.px(40), room // len(rows)))
            for row in self._rows.values():
                row.setFixedHeight(height)
