"""What moved since something that is chosen: a sentence, and on request all that moved, one by one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label
from desktop.widgets.pool import Pool
from desktop.widgets.sentence_row import SentenceLine
from desktop.widgets.shapes import VERDICT_TONES, Tone
from models.pages.moved_since import MovedSince, Since

NARROW = 800
PLAIN = Tone("ink_soft", "track", "dot")


class MovedPanel(Dressed, QFrame):
    """Folded to its sentence at first; tells what the user chooses to compare with."""

    since_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._for_room = False
        self._nothing = True
        self._headline = text_label("", "title", wrap=True)
        self._headline.setObjectName("moved-headline")
        self._label = text_label(self.tr("What moved since"), "label")
        self._since = QComboBox()
        self._since.setObjectName("moved-since")
        self._since.setAccessibleName(self.tr("What moved since"))
        self._since.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._since.setMinimumContentsLength(12)
        self._since.activated.connect(self._tell)
        self._unfold = QPushButton()
        self._unfold.setObjectName("moved-unfold")
        self._unfold.setProperty("role", "link")
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._show_all)
        self._all = QFrame()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._all)
        self._lists = (QVBoxLayout(), QVBoxLayout())
        self._pools = tuple(Pool(partial(self._line, place)) for place in range(len(self._lists)))
        self._note = text_label("", "label", wrap=True)
        self._lay_out()
        self._show_all(False)
        self.dress()

    def receive(self, moved: MovedSince, choices: Sequence[Since]) -> None:
        """Show what moved, and what it can be compared with."""
        self._headline.setText(moved.headline)
        self._since.clear()
        for choice in choices:
            self._since.addItem(choice.name, choice.id)
        self._since.setCurrentIndex(self._since.findData(moved.since.id))
        self._since.setToolTip(moved.since.name)
        verdicts = [(VERDICT_TONES[item.verdict], item.sentence, item.title) for item in moved.verdicts]
        rest = [(PLAIN, text, "") for text in (*moved.stances, *moved.settings, *moved.signposts)]
        for pool, told in zip(self._pools, (verdicts, rest), strict=True):
            for line, words in zip(pool.take(len(told)), told, strict=True):
                line.receive(*words)
        self._note.setText(moved.note)
        self._note.setVisible(bool(moved.note))
        self._nothing = moved.nothing
        self._unfold.setVisible(not moved.nothing and not self._for_room)
        self._show_all(self._unfold.isChecked())

    def for_the_room(self) -> None:
        """Show everything that moved, and nothing to choose."""
        self._for_room = True
        for part in (self._label, self._since, self._unfold):
            part.hide()

    @override
    def dress(self) -> None:
        wanted = look()
        self._column.setContentsMargins(wanted.px(14), wanted.px(8), wanted.px(10), wanted.px(8))
        self._column.setSpacing(wanted.px(4))
        self._top.setSpacing(wanted.px(8))
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(wanted.px(5))
        for lines in self._lists:
            lines.setSpacing(wanted.px(5))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        level = self.width() >= look().px(NARROW)
        way = QBoxLayout.Direction.LeftToRight if level else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)
        for place in range(len(self._lists)):
            self._columns.setStretch(place, int(level))
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self._label)
        self._top.addWidget(self._since, 2)
        self._top.addStretch(1)
        self._top.addWidget(self._unfold)
        for lines in self._lists:
            self._columns.addLayout(lines)
            self._columns.setAlignment(lines, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._headline)
        self._column.addWidget(self._all)
        self._column.addWidget(self._note)

    def _line(self, column: int, place: int) -> SentenceLine:
        line = SentenceLine()
        line.setObjectName(f"moved:{column + 1}:{place}")
        self._lists[column].addWidget(line)
        return line

    def _show_all(self, wanted: bool) -> None:
        self._all.setVisible((wanted or self._for_room) and not self._nothing)
        self._unfold.setText(self.tr("Show less") if wanted else self.tr("Show all"))

    def _tell(self, index: int) -> None:
        self.since_chosen.emit(str(self._since.itemData(index)))
