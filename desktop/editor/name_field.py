"""A field in which statements stand under their codes: typed, or found by a word of their names.

Undo in a field of the editor is that of the case: each letter is a step of it already, and a field knows only its own
letters. What is typed to find a statement is no step yet, and undone by its field as long as it stands there.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop.base.guard import override


def find_statements(completer: QCompleter, taken: Callable[..., object]) -> None:
    """Let it find statements by any part of what is typed, and tell when one is taken."""
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.activated.connect(taken, Qt.ConnectionType.QueuedConnection)  # the field is filled first
    if (popup := completer.popup()) is not None:
        popup.setObjectName("premise-choices")


class NameField(QLineEdit):
    """Offers the statements that have what is typed behind the last comma; one that is picked is typed by its code."""

    def __init__(self) -> None:
        super().__init__()
        self._offered = QStringListModel(self)
        completer = _OfTheLast(self._offered, self)
        find_statements(completer, self._take)
        self.setCompleter(completer)

    def offer(self, names: list[str]) -> None:
        if self._offered.stringList() != names:
            self._offered.setStringList(names)

    def _take(self) -> None:
        self.textEdited.emit(self.text())


class _OfTheLast(QCompleter):
    """Completes what stands behind the last comma, and behind a “not” there."""

    @override
    def splitPath(self, path: str) -> list[str]:
        word, model = _parted(path)[1].strip(), self.model()
        offered = (str(model.index(row, 0).data()) for row in range(model.rowCount()))
        codes = {name.partition("  ")[0].casefold() for name in offered}
        # A list that drops down takes the next click: none does where nothing is typed, or a whole code.
        return ["\n" if word.casefold() in {"", *codes} else word]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        field = self.widget()
        before = _parted(field.text())[0] if isinstance(field, QLineEdit) else ""
        return before + str(index.data()).partition("  ")[0]


def _parted(text: str) -> tuple[str, str]:
    """What is typed, and before it all that stays."""
    before, comma, last = text.rpartition(",")
    word = last.lstrip().removeprefix("not ").lstrip()
    stays = last.removesuffix(word)
    return f"{before}{comma}{stays if stays or not comma else ' '}", word


KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoOfTheCase(QObject):
    """Lets the keys of undo and redo pass by the fields that it watches."""

    def __init__(self, parent: QObject, *, finding: bool = False) -> None:
        super().__init__(parent)
        self._finding = finding

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride
        own = self._finding and isinstance(watched, QLineEdit) and watched.text() != ""
        if asked and not own and isinstance(event, QKeyEvent) and any(map(event.matches, KEYS)):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
