"""Two scenarios side by side: what they differ on comes first, and sentences say what follows from it."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dashboard_frame import DashboardFrame
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.panel import panel
from desktop.widgets.scroll_page import scroll_page
from desktop.widgets.sides_table import SidesTable
from desktop.widgets.workshop_page import WorkshopPage
from models.pages.side_by_side import (
    ESSAY,
    PLENARY,
    Side,
    SideBySide,
    scenario_on,
    side_by_side,
    side_table,
    sides,
)
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing


class SideBySideView(Dressed, WorkshopPage):
    """Sets any two of the essay, the plenary, the groups and the named states against each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side-by-side")
        self._snapshot: Snapshot | None = None
        self._standing: Standing | None = None
        self._chosen = [ESSAY, PLENARY]
        self._offered: tuple[Side, ...] = ()
        self._pickers = [self._picker(place) for place in range(2)]
        self._swap = QToolButton()
        self._swap.setObjectName("swap-sides")
        self._swap.setAccessibleName(self.tr("Swap the sides"))
        self._swap.setToolTip(self.tr("Swap the sides"))
        self._swap.clicked.connect(self._turn)
        self._sentences = text_label("", wrap=True)
        self._sentences.setObjectName("side-sentences")
        self._why = panel(self._sentences, title=self.tr("What follows"), margin=10)
        self._recommendations, self._assumptions = SidesTable(), SidesTable()
        for table, name in ((self._recommendations, "side-verdicts"), (self._assumptions, "side-stances")):
            table.setObjectName(name)
            table.picked.connect(self.picked)
        self._lay_out()
        self.dress()

    @override
    def receive(self, snapshot: Snapshot) -> None:
        """Take the plenary's snapshot; the standing follows."""
        self._snapshot = snapshot

    @override
    def receive_standing(self, standing: Standing) -> None:
        """Offer what can be set side by side, and show the two that are chosen."""
        self._standing = standing
        self._show()

    def set_sides(self, one: str, other: str) -> None:
        """Set two sides against each other, by their keys."""
        self._chosen = [one, other]
        self._show()

    @property
    def chosen(self) -> tuple[str, str]:
        """The keys of the two sides."""
        return self._chosen[0], self._chosen[1]

    @override
    def mark_picked(self, identifier: str) -> None:
        """Mark the row of the statement that is being explained."""
        self._recommendations.mark(identifier)
        self._assumptions.mark(identifier)

    @override
    def for_the_room(self) -> None:
        """Show what differs, and nothing to choose with."""
        self._frame.hide_tools()
        for part in (*self._pickers, self._swap):
            part.hide()

    @override
    def take_focus(self) -> None:
        """Put the keyboard on the first choice."""
        self._pickers[0].setFocus()

    @override
    def dress(self) -> None:
        wanted = look()
        self._swap.setIcon(icon("git-compare-arrows", "ink_soft", 18))
        self._swap.setIconSize(QSize(wanted.px(18), wanted.px(18)))
        self._column.setSpacing(wanted.px(10))
        self._line.setSpacing(wanted.px(8))

    def _picker(self, place: int) -> QComboBox:
        picker = QComboBox()
        picker.setObjectName(f"side:{place + 1}")
        picker.setAccessibleName(self.tr("Left side") if place == 0 else self.tr("Right side"))
        picker.setMinimumContentsLength(12)
        picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        picker.activated.connect(partial(self._choose, place))
        return picker

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._line = QHBoxLayout()
        self._line.addWidget(self._pickers[0], 1)
        self._line.addWidget(self._swap)
        self._line.addWidget(self._pickers[1], 1)
        self._column.addLayout(self._line)
        self._column.addWidget(self._why)
        self._column.addWidget(panel(self._recommendations))
        self._column.addWidget(panel(self._assumptions))
        self._column.addStretch(1)
        self._frame = DashboardFrame("side-by-side", body)
        self._frame.told.connect(self.told)
        scroll_page(QWidget(), self).addWidget(self._frame, 1)

    def _show(self) -> None:
        if self._snapshot is None or self._standing is None:
            return
        workshop = self._standing.workshop
        self._offer(sides(workshop))
        for place, fallback in enumerate((ESSAY, PLENARY)):
            if scenario_on(self._chosen[place], self._snapshot, workshop) is None:
                self._chosen[place] = fallback
        found = [scenario_on(key, self._snapshot, workshop) for key in self._chosen]
        one, other = (scenario or self._snapshot.scenario for scenario in found)
        named = {side.key: side.name for side in self._offered}
        names = (named[self._chosen[0]], named[self._chosen[1]])
        for picker, key in zip(self._pickers, self._chosen, strict=True):
            picker.setCurrentIndex(picker.findData(key))
        self._fill(side_by_side(self._snapshot.case, one, other, names))

    def _fill(self, shown: SideBySide) -> None:
        self._frame.receive(shown.title, "", partial(side_table, shown))
        self._sentences.setText("\n".join(shown.sentences))
        self._why.setVisible(bool(shown.sentences))
        heads = (shown.one, shown.other)
        self._recommendations.receive(shown.recommendations, (self.tr("Recommendations"), *heads))
        self._assumptions.receive(shown.assumptions, (self.tr("Assumptions"), *heads))

    def _offer(self, offered: tuple[Side, ...]) -> None:
        if offered == self._offered:
            return
        self._offered = offered
        for picker in self._pickers:
            picker.clear()
            for side in offered:
                picker.addItem(side.name, side.key)

    def _choose(self, place: int, index: int) -> None:
        self._chosen[place] = str(self._pickers[place].itemData(index))
        self._show()

    def _turn(self) -> None:
        self.set_sides(self._chosen[1], self._chosen[0])
