"""Feedback rounds: what the loops make of the scenario, round by round, and which advice protects what."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.analysed_dashboard import FramedDashboard
from desktop.widgets.labels import text_label
from desktop.widgets.pool import Pool
from desktop.widgets.sentence_row import SentenceLine
from desktop.widgets.shapes import MARK_TONES, VERDICT_TONES
from desktop.widgets.story_panel import StoryPanel
from desktop.widgets.timeline import TimelineTable
from models.analyses.rounds import bearable, protections, run_rounds
from models.language.loops import ProtectionLine, protection_lines
from models.language.values import Mark
from models.pages.rounds import (
    HOW,
    round_stories,
    rounds_headline,
    rounds_line,
    rounds_table,
    stances_in,
    timeline,
)
from models.schema.case import Case, Verdict
from models.schema.rounds import LoopState, Rounds
from models.schema.snapshot import Snapshot

LOOP_TONES = {
    LoopState.CUT: VERDICT_TONES[Verdict.HOLDS],
    LoopState.RUNS: VERDICT_TONES[Verdict.NOT_WORKABLE],
    LoopState.MAY_RUN: MARK_TONES[Mark.OPEN],
    LoopState.IDLE: MARK_TONES[Mark.OFF],
}


class RoundsView(FramedDashboard):
    """A timeline with a tick for each recommendation that a loop asks about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rounds", parent)
        self._snapshot: Snapshot | None = None
        self._found: Rounds | None = None
        self._case: Case | None = None
        self._picked = ""
        self._ignored: frozenset[str] = frozenset()
        self._table = TimelineTable()
        self._stories = StoryPanel(self.tr("What happens, round by round"))
        self._all: list[QPushButton] = []
        self._protections = Pool(self._protection)
        self._lay_out()
        self._table.picked.connect(self.picked)
        self._table.followed_wished.connect(self._follow)
        self._stories.round_wished.connect(self._make_scenario)

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Run the rounds from this scenario and show them; what is followed stays as it was ticked."""
        if snapshot.case is not self._case:
            self._case = snapshot.case
            self._ignored = frozenset()
        self._snapshot = snapshot
        case = snapshot.case
        followed = [item.id for item in case.recommendations if item.id not in self._ignored]
        most = bearable(snapshot.evaluation.completions)
        found = run_rounds(case, snapshot.scenario, followed, most=most)
        protected = protections(case, snapshot.scenario)
        self._found = found
        table = partial(rounds_table, snapshot, found, protected)
        line = rounds_line(snapshot, found)
        line = line.removeprefix(HOW).lstrip() if self.in_room else line
        self._frame.receive(rounds_headline(found), line, table)
        self._table.receive(timeline(snapshot, found), self._picked)
        stories = round_stories(snapshot, found)
        self._stories.receive(stories)
        self._stories.setVisible(bool(stories))
        for button in self._all:
            button.setVisible(bool(case.feedback) and not self.in_room)
        self._show_protections(protection_lines(snapshot, found, protected))

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the recommendation that is being explained."""
        self._picked = identifier
        self._table.mark(identifier)

    @override
    def for_the_room(self) -> None:
        super().for_the_room()
        self._stories.for_the_room()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the timeline."""
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def dress(self) -> None:
        wanted = look()
        self._body.setSpacing(wanted.px(12))
        self._lower.setSpacing(wanted.px(12))
        self._timeline.setContentsMargins(wanted.px(8), wanted.px(6), wanted.px(8), wanted.px(6))
        self._timeline.setSpacing(wanted.px(2))
        self._lines.setContentsMargins(wanted.px(14), wanted.px(10), wanted.px(14), wanted.px(12))
        self._lines.setSpacing(wanted.px(8))

    def _lay_out(self) -> None:
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._timeline_panel())
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.addLayout(_topped(self._stories), 1)
        self._lower.addLayout(_topped(self._protection_panel()), 1)
        self._body.addLayout(self._lower)
        self._body.addStretch(1)
        self.put(body, self._lower, self._head)
        self.dress()

    def _timeline_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(text_label(self.tr("What becomes of the advice"), "section", wrap=True), 1)
        links = QHBoxLayout()
        for name, title, ignored in (
            ("follow-all", self.tr("Follow all"), False),
            ("follow-none", self.tr("Follow none"), True),
        ):
            button = QPushButton(title)
            button.setObjectName(name)
            button.setProperty("role", "link")
            button.clicked.connect(partial(self._follow_every, ignored))
            self._all.append(button)
            links.addWidget(button)
        links.addStretch(0)
        self._head.addLayout(links)
        self._timeline = QVBoxLayout(panel)
        self._timeline.addLayout(self._head)
        self._timeline.addWidget(self._table)
        return panel

    def _protection_panel(self) -> QFrame:
        self._protected = QFrame()
        self._protected.setObjectName("panel")
        self._lines = QVBoxLayout(self._protected)
        self._lines.addWidget(text_label(self.tr("Which advice protects what"), "section"))
        return self._protected

    def _show_protections(self, lines: Sequence[ProtectionLine]) -> None:
        for shown, line in zip(self._protections.take(len(lines)), lines, strict=True):
            shown.receive(LOOP_TONES[line.state], line.sentence, line.detail, line.now)
        self._protected.setVisible(bool(lines))

    def _protection(self, place: int) -> SentenceLine:
        shown = SentenceLine()
        shown.setObjectName(f"protection:{place}")
        self._lines.addWidget(shown)
        return shown

    def _follow(self, identifier: str, followed: bool) -> None:
        self._ignored = self._ignored - {identifier} if followed else self._ignored | {identifier}
        self._again()

    def _follow_every(self, ignored: bool) -> None:
        if self._case is not None:
            everything = frozenset(item.id for item in self._case.recommendations)
            self._ignored = everything if ignored else frozenset()
            self._again()

    def _again(self) -> None:
        if self._snapshot is not None:
            self.receive(self._snapshot)

    def _make_scenario(self, number: int) -> None:
        if self._found is not None:
            self.stances_wished.emit(stances_in(self._found, number))


def _topped(panel: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(panel)
    column.addStretch(1)
    return column
