"""The states that were given a name: to name the present one, to return to one, or to forget it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.pool import Pool
from models.pages.minutes_values import StageLine

LONGEST = 80


class StageRow(Dressed, QWidget):
    """One named state."""

    return_wished = Signal(str)
    removed = Signal(str)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._id = ""
        self.setObjectName(f"stage:{place}")
        self._name = text_label("", "body", wrap=True)
        self._state = text_label("", "label", wrap=True)
        self._back = QPushButton(self.tr("Return to it"))
        self._back.setObjectName(f"stage:{place}:return")
        self._back.setProperty("role", "link")
        self._back.clicked.connect(self._wish)
        self._remove = QToolButton()
        self._remove.setObjectName(f"stage:{place}:remove")
        self._remove.setProperty("role", "small")
        self._remove.clicked.connect(self._forget)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._state)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        line.addWidget(self._back)
        line.addWidget(self._remove)
        self.dress()

    def receive(self, stage: StageLine) -> None:
        """Show this state."""
        self._id = stage.id
        self._name.setText(stage.name)
        self._state.setText("  ·  ".join(part for part in (stage.when, stage.state) if part))
        for button, spoken in (
            (self._back, self.tr("Return to “{0}”").format(stage.name)),
            (self._remove, self.tr("Forget “{0}”").format(stage.name)),
        ):
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)

    def for_the_room(self) -> None:
        """Keep the words only."""
        self._back.hide()
        self._remove.hide()

    @override
    def dress(self) -> None:
        self._remove.setIcon(icon("x", "ink_soft", 14))
        self._remove.setIconSize(QSize(look().px(14), look().px(14)))

    def _wish(self) -> None:
        self.return_wished.emit(self._id)

    def _forget(self) -> None:
        self.removed.emit(self._id)


class StagesPanel(Dressed, QFrame):
    """A field for a name, and under it what was named so far."""

    named = Signal(str)
    return_wished = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._for_room = False
        self._title = text_label(self.tr("Named states"), "section")
        self._name = QLineEdit()
        self._name.setObjectName("stage-name")
        self._name.setMaxLength(LONGEST)
        self._name.setPlaceholderText(self.tr("Before lunch"))
        self._name.setAccessibleName(self.tr("Name for the present state"))
        self._name.returnPressed.connect(self._tell)
        self._button = QPushButton(self.tr("Name this state"))
        self._button.setObjectName("stage-add")
        self._button.setToolTip(self.tr("Keep how everything is set now, to return to it later"))
        self._button.clicked.connect(self._tell)
        self._rows = Pool(self._row)
        self._top = QHBoxLayout()
        self._top.addWidget(self._name, 1)
        self._top.addWidget(self._button)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addLayout(self._top)
        self._column.addLayout(self._list)
        self.dress()

    def receive(self, stages: Sequence[StageLine]) -> None:
        """Show these states, the latest first."""
        for row, stage in zip(self._rows.take(len(stages)), reversed(stages), strict=True):
            row.receive(stage)
        self.setVisible(bool(stages) or not self._for_room)

    def for_the_room(self) -> None:
        """Keep what was named."""
        self._for_room = True
        self._name.hide()
        self._button.hide()

    @override
    def dress(self) -> None:
        wanted = look()
        self._column.setContentsMargins(wanted.px(14), wanted.px(8), wanted.px(10), wanted.px(8))
        self._column.setSpacing(wanted.px(6))
        self._top.setSpacing(wanted.px(8))
        self._list.setSpacing(wanted.px(4))

    def _row(self, place: int) -> StageRow:
        row = StageRow(place)
        row.return_wished.connect(self.return_wished)
        row.removed.connect(self.removed)
        if self._for_room:
            row.for_the_room()
        self._list.addWidget(row)
        return row

    def _tell(self) -> None:
        name = " ".join(self._name.text().split())
        if name:
            self._name.clear()
            self.named.emit(name)
        else:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
