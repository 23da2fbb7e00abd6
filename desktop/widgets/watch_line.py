"""What is watched, and which files were refused and why; calm, and in full only when asked."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.base.theme import look
from desktop.widgets.dressed import Dressed
from desktop.widgets.labels import text_label

MOST = 20


class WatchLine(Dressed, QWidget):
    """One line on the watched folder; the reasons unfold under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: tuple[tuple[str, str], ...] = ()
        self._open = False
        self._words = text_label("", "label", wrap=True)
        self._words.setObjectName("watch-line")
        self._why = QPushButton()
        self._why.setObjectName("watch-why")
        self._why.setProperty("role", "link")
        self._why.setAccessibleName(self.tr("Why files were refused"))
        self._why.clicked.connect(self._unfold)
        self._reasons: list[QLabel] = []
        self._list = QVBoxLayout()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words)
        line.addWidget(self._why)
        line.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(line)
        self._layout.addLayout(self._list)
        self.dress()
        self.hide()

    def receive(self, folder: str, refused: Sequence[tuple[str, str]]) -> None:
        """Show that a folder is watched; an empty one says that none is."""
        self._refused = tuple(refused)
        self._open = self._open and bool(refused)
        name = PurePath(folder).name or folder
        words = self.tr("Watching: …/{0}").format(name)
        if refused:
            told = self.tr("1 file refused") if len(refused) == 1 else self.tr("{0} files refused")
            words = f"{words} · {told.format(len(refused))}"
        self._words.setText(words)
        self._words.setToolTip(folder)
        self._show()
        self.setVisible(bool(folder))

    def _unfold(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        self._why.setVisible(bool(self._refused))
        self._why.setText(self.tr("hide why") if self._open else self.tr("why"))
        lines = [f"{name}: {reason}" for name, reason in self._refused[:MOST]] if self._open else []
        if self._open and len(self._refused) > MOST:
            lines.append(self.tr("and {0} more").format(len(self._refused) - MOST))
        while len(self._reasons) < len(lines):
            label = text_label("", "label", wrap=True)
            label.setObjectName(f"refused:{len(self._reasons) + 1}")
            self._list.addWidget(label)
            self._reasons.append(label)
        for label, text in zip(self._reasons, lines, strict=False):
            label.setText(text)
            label.show()
        for label in self._reasons[len(lines) :]:
            label.hide()

    def dress(self) -> None:
        """Follow the look."""
        self._layout.setSpacing(look().px(2))
        self._list.setSpacing(look().px(2))
