"""What follows: the board or the map of the last readable case, and the stances tried in it."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.layouts import flush
from desktop.base.plain_text import named
from desktop.base.theme import look
from desktop.kit.labels import text_label
from desktop.kit.page_view import PageView
from models.analyses.snapshots import take
from models.engine.evaluate import evaluated
from models.language.states import sign
from models.pages.holds import holds
from models.schema.action import Change, Look
from models.schema.case import Case
from models.schema.grades import Kind, Stance, Verdict
from models.schema.page import Page, Sign
from models.schema.scenario import StanceOn, baseline_scenario, changed_stances
from models.schema.snapshot import Snapshot, State, fresh_state
from models.schema.steps.acting import acted
from models.schema.steps.scenario_steps import count_objections, reset, set_stance

NEXT = {Stance.HOLDS: Stance.FAILS, Stance.FAILS: Stance.UNCERTAIN, Stance.UNCERTAIN: Stance.HOLDS}
SAID = {
    Stance.HOLDS: "holds",
    Stance.FAILS: "fails",
    Stance.UNCERTAIN: "is uncertain",
    Stance.AS_ARGUED: "is as argued",
}


class Following(QWidget):
    """Shows the case as it stands; tells what is to be kept as a test."""

    tested = Signal(dict, dict, bool)
    picked = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("following")
        self._state: State | None = None
        self._instead: Page | None = None
        self.snapshot: Snapshot | None = None
        self.view = named(PageView(), "following-page")
        self.view.acted.connect(self.act)
        self._stale = named(text_label("", "soft", wrap=True), "stale")
        self._stale.hide()
        self._told = named(text_label("", "soft", wrap=True), "tried")
        self._verdict = named(QComboBox(), "should-be", self.tr("What it should be here"))
        for verdict in Verdict:
            self._verdict.addItem(sign(verdict).word, verdict.value)
        self._objections = named(QCheckBox(self.tr("Count ob&jections")), "try-objections")
        self._objections.clicked.connect(lambda checked: self.act(count_objections(checked)))
        self._keep = named(QPushButton(self.tr("&Keep as a test")), "keep-as-test")
        self._keep.clicked.connect(self._test)
        self._back = named(QPushButton(self.tr("Back to the so&urce")), "untry")
        self._back.clicked.connect(self._go_back)
        self._lay()

    def receive(self, case: Case | None, stale: bool, begun: bool, instead: Page | None = None) -> None:
        """Show a case, at the stances that were tried before; `stale` says that it is an earlier one.

        `begun` says that it has something of all that a case needs; `instead` is shown in the place of what follows.
        """
        self._instead = instead
        needs = self.tr("a case needs an assumption, a recommendation, and an argument for it")
        if case is not None:
            told = self.tr("This is the case as it last made sense.")
        else:
            told = self.tr("Nothing follows yet: {0}.").format(
                self.tr("see above what to look at first") if begun else needs
            )
        self._stale.setText(told)
        self._stale.setVisible((stale or case is None) and instead is None)
        self.view.setVisible(case is not None or instead is not None)
        if case is None:
            self._state = self.snapshot = None
        elif self._state is None or case is not self._state.case:
            self._state = _carried(self._state, case)
            evaluated.cache_clear()  # nobody asks about an earlier text again, and each letter makes one
        self._show()

    def act(self, action: object) -> None:
        """Do what was chosen on the page: another stance or another look; nothing of it is saved."""
        if self._instead is not None:
            if isinstance(action, Look):
                self.picked.emit(str(dict(action.changes).get("picked", "")))
        elif self._state is not None and isinstance(action, Change | Look):
            picked = self._state.view.picked
            self._state = acted(self._state, action, datetime.now().astimezone())
            self._show()
            if self._state.view.picked != picked and isinstance(action, Look):
                self.picked.emit(self._state.view.picked)

    def toggle(self, name: str) -> None:
        """Try the next stance on an assumption."""
        if self._state is not None and name in self._state.scenario.stance_of:
            self.act(set_stance(name, NEXT.get(self._state.scenario.stance_of[name], Stance.FAILS)))

    def pick(self, name: str) -> None:
        """Pick a statement, without telling."""
        if self._state is not None and name in self._state.case.by_id and name != self._state.view.picked:
            self._state = replace(self._state, view=replace(self._state.view, picked=name))
            self._show()

    @property
    def signs(self) -> dict[str, Sign]:
        shot = self.snapshot
        if shot is None:
            return {}
        found = {entry.id: sign(entry.stance) for entry in shot.scenario.stances}
        found |= {item.id: sign(item.status) for item in shot.evaluation.statements if item.id not in found}
        return found | {item.id: sign(item.verdict) for item in shot.evaluation.recommendations}

    def dress(self) -> None:
        self.view.wear(look())

    def _show(self) -> None:
        if self._state is not None:
            self.snapshot = take(self._state, self.snapshot)
        if self._instead is not None:
            self.view.receive(self._instead)
        elif self.snapshot is not None:
            self.view.receive(holds(self.snapshot))
        self._show_tried()
        self.changed.emit()

    def _go_back(self) -> None:
        self.act(reset())
        self.act(count_objections(False))

    def _show_tried(self) -> None:
        shot = self.snapshot if self._instead is None else None
        tried = changed_stances(shot.case, shot.scenario) if shot else ()
        added, advice = shot is not None and shot.scenario.added, self._advice()
        self._objections.setVisible(
            shot is not None and any(rule.kind is Kind.ADDED for rule in shot.case.rules)
        )
        self._objections.setChecked(added)
        for widget in (self._verdict, self._keep, self._back):
            widget.setVisible(bool(tried or added) and advice is not None)
        if shot is None or not (tried or added) or advice is None:
            self._told.setText(
                self.tr(
                    "Space on an assumption in the list tries the next stance, and what follows is shown here."
                )
                if shot
                else ""
            )
            return
        here = [
            f"{shot.case.by_id[name].code} {self.tr(SAID[shot.scenario.stance_of[name]])}" for name in tried
        ]
        here += [self.tr("objections count")] if added else []
        code = shot.case.by_id[advice].code
        self._told.setText(self.tr("Here {0}. Then {1} should be:").format(", ".join(here), code))
        self._verdict.setCurrentIndex(
            self._verdict.findData(shot.evaluation.recommendation[advice].verdict.value)
        )

    def _advice(self) -> str | None:
        """What a test would be about: the advice that is picked, else the first that changed, else the first."""
        shot = self.snapshot
        if shot is None:
            return None
        verdicts = shot.evaluation.recommendation
        if shot.view.picked in verdicts:
            return shot.view.picked
        before = shot.baseline.recommendation
        moved = [name for name, result in verdicts.items() if result.verdict != before[name].verdict]
        return next(iter([*moved, *verdicts]), None)

    def _test(self) -> None:
        shot, advice = self.snapshot, self._advice()
        if shot is not None and advice is not None:
            tried = changed_stances(shot.case, shot.scenario)
            stances = {name: shot.scenario.stance_of[name].value for name in tried}
            self.tested.emit(stances, {advice: str(self._verdict.currentData())}, shot.scenario.added)

    def _lay(self) -> None:
        wanted = look()
        row = QHBoxLayout()
        row.setContentsMargins(wanted.px(16), wanted.px(4), wanted.px(8), wanted.px(4))
        row.setSpacing(wanted.px(8))
        row.addWidget(self._told, 1)
        for widget in (self._objections, self._verdict, self._keep, self._back):
            row.addWidget(widget)
        column = flush(QVBoxLayout(self))
        self._stale.setContentsMargins(wanted.px(16), wanted.px(8), wanted.px(16), 0)
        column.addWidget(self._stale)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addStretch(0)


def _carried(before: State | None, case: Case) -> State:
    """The case at the stances that were tried before, as far as it has such assumptions."""
    if before is None:
        return fresh_state(case)
    start = baseline_scenario(case)
    usual = {item.id: item.baseline for item in before.case.assumptions}
    known = {name: stance for name, stance in before.scenario.stance_of.items() if stance != usual[name]}
    stances = tuple(
        StanceOn(id=entry.id, stance=known.get(entry.id, entry.stance)) for entry in start.stances
    )
    return replace(fresh_state(case, replace(start, stances=stances)), view=before.view)
