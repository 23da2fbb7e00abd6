"""The assumptions as a list: core ones large on top, below them the rest by model, all seen where that can be."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.base.layouts import flush
from desktop.base.plain_text import named, set_tip
from desktop.base.roles import Role, set_role
from desktop.base.theme import look
from desktop.kit.labels import text_label
from desktop.kit.stops import one_stop
from desktop.panes.assumption_row import AssumptionRow
from models.language.link_words import ties
from models.language.naming import brief_of, grouped
from models.language.panes import comes_to
from models.schema.action import look as look_at
from models.schema.case import Assumption, Case
from models.schema.grades import Stance
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import reset, set_stance

CORE, CORE_MOST = 27, 40
ROW, ROW_MOST, ROW_LEAST = 24, 31, 21
TIGHT_CORE, TIGHT_GROUP = 25, 14
"""Heights with which rows are still as high as can be hit with ease, where there is just room for that."""
GROUP, GROUP_MOST = 16.5, 27
AT_ONCE = 40
"""So many rows are made in one go: a part of what can be waited for."""


class AssumptionList(QScrollArea):
    """Shows a row for each assumption, and tells what somebody does with it."""

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self._snapshot: Snapshot | None = None
        self._added = False
        self._picked = ""
        self._rows: dict[str, AssumptionRow] = {}
        self._coming: Iterator[None] = iter(())
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._go_on)
        self._groups: list[QLabel] = []
        self._room = 0
        self._column = flush(QVBoxLayout())
        self._rule = named(QFrame(), "line")
        self._rule.setFixedHeight(1)
        page = self._page = QWidget()
        page.setObjectName("page")
        page.setAccessibleName(self.tr("Assumptions"))
        set_role(page, Role.List)
        one_stop(page)
        page.setLayout(self._column)
        self.setObjectName("assumption-list")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def receive(self, snapshot: Snapshot) -> None:
        self._snapshot, self._picked = snapshot, snapshot.view.picked
        if (snapshot.case, snapshot.scenario.added) != (self._case, self._added):
            self._build(snapshot.case, snapshot.scenario.added)
        else:
            for row in self._rows.values():
                self._tell(row)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Put the keyboard on the row that is explained, or on the first."""
        row = self._rows.get(self._picked) or next(iter(self._rows.values()), None)
        if row is not None:
            row.setFocus(reason)

    def step(self, by: int) -> None:
        """Explain the next assumption, or the one before, wherever a key was pressed."""
        if self._picked in self._rows:
            self._step(self._picked, by)
        elif self._rows:
            self._pick(next(iter(self._rows)))

    def choose(self, stance: Stance) -> None:
        """Set the assumption that has the keyboard or is explained, wherever a key was pressed."""
        focused = [name for name, row in self._rows.items() if row.hasFocus()]
        name = focused[0] if focused else self._picked
        if name in self._rows:
            self._set(name, stance)

    def share(self, room: int) -> None:
        """Give rows and heads what height there is, between their least and their most, so that all are seen."""
        self._room = room
        for label in self._groups:
            label.setContentsMargins(look().px(12), 0, look().px(12), 0)
        core = sum(row.item.core for row in self._rows.values())
        high = _heights(room, core, len(self._rows) - core, len(self._groups))
        for row in self._rows.values():
            row.setFixedHeight(high[0] if row.item.core else high[1])
        for label in self._groups:
            label.setFixedHeight(high[2])
        rows = core * high[0] + (len(self._rows) - core) * high[1]
        # else they are painted over each other until Qt asks how high all of them are
        self._page.setMinimumHeight(rows + len(self._groups) * high[2] + self._rule.height())

    def _build(self, case: Case, added: bool) -> None:
        self._case, self._added = case, added
        self._rows.clear()
        self._groups.clear()
        while (place := self._column.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None and widget is not self._rule:
                widget.hide()
                widget.deleteLater()
        self._coming = self._rows_of(case, added)
        self._go_on()

    def _rows_of(self, case: Case, added: bool) -> Iterator[None]:
        """Put the rows in, one at a turn."""
        for item in (item for item in case.assumptions if item.core):
            self._column.addWidget(self._row(item))
            yield
        self._column.addWidget(self._rule)
        for title, items in grouped(case, added):
            members = [item for item in items if not item.core]
            if members:
                self._column.addWidget(self._group(title))
                for item in members:
                    self._column.addWidget(self._row(item))
                    yield
        self._column.addStretch(1)

    def _go_on(self) -> None:
        """Put in as many rows as nobody waits for; the rest of a list that is longer follows, a part at a time."""
        before = len(self._rows)
        for _ in islice(self._coming, AT_ONCE):
            pass
        for row in list(self._rows.values())[before:]:
            self._tell(row)
        self.share(self._room)
        if len(self._rows) == before + AT_ONCE:
            self._later.start()

    def _tell(self, row: AssumptionRow) -> None:
        if self._snapshot is not None:
            stance, name = self._snapshot.scenario.stance_of[row.item.id], row.item.id
            row.receive(stance, comes_to(self._snapshot, name), name == self._picked)

    def _group(self, title: str) -> QLabel:
        label = text_label(title, "group")
        label.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._groups.append(label)
        return label

    def _row(self, item: Assumption) -> AssumptionRow:
        row = AssumptionRow(item, brief_of(self._case, item) if self._case else item.brief)
        tied = ties(self._case, item.id) if self._case else ""
        if tied:
            set_tip(row, f"{item.text} ({item.code}). {tied}")
        row.stance_chosen.connect(self._set)
        row.reset_chosen.connect(self._reset_one)
        row.picked.connect(self._pick)
        row.step_wished.connect(self._step)
        self._rows[item.id] = row
        return row

    def _set(self, identifier: str, stance: Stance) -> None:
        self.acted.emit(set_stance(identifier, stance))

    def _reset_one(self, identifier: str) -> None:
        self.acted.emit(reset(identifier))

    def _pick(self, identifier: str) -> None:
        if identifier != self._picked:
            self.acted.emit(look_at(picked=identifier))

    def _step(self, identifier: str, by: int) -> None:
        names = list(self._rows)
        wanted = names[max(0, min(len(names) - 1, names.index(identifier) + by))]
        self._rows[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(self._rows[wanted])
        self._pick(wanted)


def _heights(room: int, core: int, rest: int, groups: int) -> tuple[int, int, int]:
    """How high a core row, another and a head are, of which there are so many."""
    wanted = look()
    usual = core * CORE + rest * ROW + groups * GROUP
    most = core * CORE_MOST + rest * ROW_MOST + groups * GROUP_MOST
    least = ROW_LEAST / ROW * usual
    part = (room * 100 / wanted.scale - usual) / max(1.0, most - usual)
    squeeze = max(least / usual, min(1.0, room * 100 / wanted.scale / usual)) if usual else 1.0
    grow = max(0.0, min(1.0, part))
    tight = core * TIGHT_CORE + rest * ROW + groups * TIGHT_GROUP
    if squeeze < 1 and room * 100 / wanted.scale >= tight:
        return wanted.px(TIGHT_CORE), wanted.px(ROW), wanted.px(TIGHT_GROUP)

    def height(normal: float, largest: float) -> int:
        return int(wanted.px(1000 * (normal * squeeze + (largest - normal) * grow)) / 1000)

    return height(CORE, CORE_MOST), height(ROW, ROW_MOST), height(GROUP, GROUP_MOST)
