"""The right pane: why the thing that is selected is as it is, and what the room wrote about it."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.chip import Chip
from desktop.widgets.labels import text_label
from desktop.widgets.shapes import (
    MARK_TONES,
    STANCE_TONES,
    VERDICT_TONES,
)
from desktop.widgets.step_tree import StepTree
from models.language.values import Step, Why
from models.pages.why import why
from models.schema.result import Usage
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot

WRITING_PAUSE = 600


class WhyView(QFrame):
    """Explains one statement of the snapshot; the reader can dispute any single inference."""

    statement_wished = Signal(str)
    usage_wished = Signal(str, bool)
    note_written = Signal(str, str)
    rationale_written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self._snapshot: Snapshot | None = None
        self._picked = ""
        self._shown = ""
        self._code = text_label("", "title")
        self._role = text_label("", "faint", wrap=True)
        self._title = text_label("", "title", wrap=True)
        self._title.setObjectName("why-title")
        self._chip = Chip()
        self._summary = text_label("", "soft", wrap=True)
        self._summary.setObjectName("why-summary")
        self._tree = StepTree()
        self._aside = QPushButton()
        self._rationale_label = text_label(self.tr("Why we take it this way"), "section")
        self._rationale = self._paper(
            "rationale", self.tr("The reason for this stance; printed on the sheet")
        )
        self._note_label = text_label(self.tr("Note"), "section")
        self._note = self._paper("note", self.tr("A note on this; saved with the scenario"))
        self._pause = QTimer(self, singleShot=True, interval=WRITING_PAUSE)
        self._pause.timeout.connect(self.finish_writing)
        self._lay_out()
        self._tree.statement_wished.connect(self.statement_wished)
        self._tree.usage_wished.connect(self.usage_wished)
        self._tree.step_picked.connect(self._offer)

    def receive(self, snapshot: Snapshot) -> None:
        """Explain the selected statement from this snapshot."""
        if self._snapshot is not None and self._snapshot.case is not snapshot.case:
            self._pause.stop()  # what is being typed is about another case
        self._snapshot = snapshot
        if self._picked not in snapshot.case.by_id:
            self._picked = snapshot.case.recommendations[0].id
        self._shown = self._picked
        self._refill(why(snapshot, self._picked))
        self._refill_texts(snapshot.scenario)

    def expect(self, identifier: str) -> None:
        """Explain another statement from the next snapshot on, which is about to come."""
        if identifier != self._picked:
            self.finish_writing()
            self._picked = identifier

    def pick(self, identifier: str) -> None:
        """Explain another statement."""
        if self._snapshot is None or identifier == self._shown:
            return
        self.expect(identifier)
        self._tree.scrollToTop()
        self.receive(self._snapshot)
        self._tree.scrollToTop()

    def take_focus(self) -> None:
        """Put the keyboard on the explanation."""
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish_writing(self) -> None:
        """Hand over what has been typed, if anything has."""
        self._pause.stop()
        if self._snapshot is None:
            return
        scenario = self._snapshot.scenario
        note, rationale = self._note.toPlainText().strip(), self._rationale.toPlainText().strip()
        if note != scenario.note_on.get(self._picked, ""):
            self.note_written.emit(self._picked, note)
        is_assumption = self._picked in scenario.stance_of
        if is_assumption and rationale != scenario.rationale_of.get(self._picked, ""):
            self.rationale_written.emit(self._picked, rationale)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _paper(self, name: str, hint: str) -> QPlainTextEdit:
        paper = QPlainTextEdit()
        paper.setObjectName(name)
        paper.setAccessibleName(hint)
        paper.setPlaceholderText(hint)
        paper.setTabChangesFocus(True)
        paper.textChanged.connect(self._wait)
        return paper

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(text_label(self.tr("Why"), "panel"))
        top.addStretch(1)
        top.addWidget(self._code)
        self._aside.setObjectName("set-aside")
        self._aside.setProperty("role", "small")
        self._aside.hide()
        self._aside.clicked.connect(self._toggle_aside)
        layout.addLayout(top)
        layout.addWidget(self._title)
        layout.addWidget(self._role)
        layout.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._summary)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._aside)
        layout.addWidget(self._rationale_label)
        layout.addWidget(self._rationale)
        layout.addWidget(self._note_label)
        layout.addWidget(self._note)
        self._dress()

    def _dress(self) -> None:
        wanted = look()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(wanted.px(14), wanted.px(8), wanted.px(8), wanted.px(10))
            layout.setSpacing(wanted.px(6))
        self.setMinimumWidth(wanted.px(160))
        for paper in (self._rationale, self._note):
            paper.setFixedHeight(wanted.px(46))

    def _refill(self, told: Why) -> None:
        self._code.setText(told.code)
        self._role.setText(told.role)
        self._title.setText(told.title)
        if told.verdict is not None:
            tone = VERDICT_TONES[told.verdict]
        elif told.stance is not None:
            tone = STANCE_TONES[told.stance]
        else:
            tone = MARK_TONES[told.mark]
        self._chip.receive(tone, told.word)
        self._summary.setText(told.summary)
        self._tree.receive(told.sections)
        self._offer(self._tree.picked_step())

    def _refill_texts(self, scenario: Scenario) -> None:
        is_assumption = self._picked in scenario.stance_of
        still_writing = self._pause.isActive()
        self._rationale.setVisible(is_assumption)
        self._rationale_label.setVisible(is_assumption)
        for paper, text in (
            (self._rationale, scenario.rationale_of.get(self._picked, "")),
            (self._note, scenario.note_on.get(self._picked, "")),
        ):
            if not still_writing and paper.toPlainText().strip() != text:
                paper.blockSignals(True)
                paper.setPlainText(text)
                paper.blockSignals(False)

    def _wait(self) -> None:
        """Hand over a moment later, also while somebody writes on, so that little is lost if it all ends here."""
        if not self._pause.isActive():
            self._pause.start()

    def _offer(self, step: Step | None) -> None:
        shown = step is not None and bool(step.rule) and step.usage is not Usage.SWITCHED_OFF
        self._aside.setVisible(shown)
        if step is not None and shown:
            in_use = step.usage is Usage.IN_USE
            self._aside.setText(
                self.tr("Set this inference aside") if in_use else self.tr("Take this inference up again")
            )

    def _toggle_aside(self) -> None:
        step = self._tree.picked_step()
        if step is not None:
            self._tree.wish_usage(step)
