"""What stands over the groups: the rounds, the ways in which a group comes in, and what is watched."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.base.theme import icon, look
from desktop.widgets.dressed import Dressed
from desktop.widgets.round_picker import RoundPicker
from desktop.widgets.watch_line import WatchLine
from desktop.widgets.wrapped_row import WrappedRow
from models.schema.workshop import Workshop


class GroupsTools(Dressed, QWidget):
    """Rounds and tools in one line, or in two where there is no room for one."""

    round_chosen = Signal(str)
    round_wished = Signal()
    files_wished = Signal()
    tally_wished = Signal()
    folder_wished = Signal(object)
    plenary_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watching = False
        self._rounds = RoundPicker()
        self._watch_line = WatchLine()
        self._files = self._tool("add-files", "folder-open", self.tr("Add files…"))
        self._tally = self._tool("type-tally", "pencil", self.tr("Type in a tally…"))
        self._folder = self._tool("watch-folder", "refresh-cw", self.tr("Watch a folder…"))
        self._plenary = self._tool("add-plenary", "users", self.tr("Add the plenary’s setting"))
        self._row = WrappedRow()
        for button in self._buttons():
            self._row.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.addWidget(self._rounds)
        self._line.addLayout(self._row)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(self._line)
        self._layout.addWidget(self._watch_line)
        self._rounds.chosen.connect(self.round_chosen)
        self._rounds.new_wished.connect(self.round_wished)
        self._files.clicked.connect(self.files_wished)
        self._tally.clicked.connect(self.tally_wished)
        self._plenary.clicked.connect(self.plenary_wished)
        self._folder.clicked.connect(self._wish_folder)
        self.dress()

    def receive(self, workshop: Workshop) -> None:
        """Show the rounds."""
        self._rounds.receive(workshop)

    def show_watch(self, folder: str, refused: Sequence[tuple[str, str]]) -> None:
        """Show which folder is watched, and which files in it were refused and why; no folder for none."""
        self._watching = bool(folder)
        self._folder.setText(self.tr("Stop watching") if folder else self.tr("Watch a folder…"))
        self._watch_line.receive(folder, refused)

    def take_focus(self) -> None:
        """Put the keyboard on the first way in."""
        self._files.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def dress(self) -> None:
        """Follow the look."""
        wanted = look()
        for button in self._buttons():
            button.setIcon(icon(str(button.property("icon-name")), "ink_soft", 16))
        for spaced in (self._layout, self._line, self._row):
            spaced.setSpacing(wanted.px(6))
        self._arrange()

    def _arrange(self) -> None:
        needed = self._rounds.sizeHint().width() + self._row.sizeHint().width() + look().px(20)
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = beside if needed <= self.width() else under
        if wanted is not self._line.direction():
            self._line.setDirection(wanted)
            self._line.setStretchFactor(self._rounds, int(wanted is beside))

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._files, self._tally, self._folder, self._plenary

    def _wish_folder(self) -> None:
        self.folder_wished.emit(not self._watching)

    def _tool(self, name: str, sign: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setProperty("role", "choice")
        button.setProperty("icon-name", sign)
        return button
