"""The menus and the actions behind them, made from the table of commands; they work on the room's screen too."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut, QUndoGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.base.plain_text import named, plain_tip
from desktop.base.settings import Settings
from desktop.base.theme import SCALES, SCHEME_NAMES
from desktop.window.commands import ENTRIES, MENUS, SEPARATOR, Entry
from models.language.messages import languages, spoken
from models.schema.snapshot import Snapshot

CHOICES = ("scheme", "scale", "language")
NESTED = ("recent", "cases", *CHOICES)
"""Commands that open a menu of their own; one of choices has one of them ticked."""
OWN_SWITCHES = ("reduce-motion",)
"""Switches of which the state knows nothing."""


class Menus(QMenuBar):
    """The menu bar; says which command, scheme, scale or recent file was chosen."""

    chosen = Signal(str)
    preferred = Signal(str, object)
    """Which preference was given which value."""
    recent_chosen = Signal(Path)

    def __init__(self, undo_stack: QUndoGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menus")
        menus = (named(QMenu(self.tr(ENTRIES[name].text), self), f"{name}-menu") for name in NESTED)
        self._recent, self.cases, *choices = menus
        self._choices = dict(zip(CHOICES, choices, strict=True))
        nested = {"recent": self._recent, "cases": self.cases, **self._choices}
        self.by_name: dict[str, QAction] = {
            entry.name: self._made(entry, self) for entry in ENTRIES.values() if entry.name not in nested
        }
        schemes = ((scheme, self.tr(words)) for scheme, words in SCHEME_NAMES.items())
        self._fill("scheme", schemes)
        self._fill("scale", ((scale, f"{scale} %") for scale in SCALES))
        self._fill("language", languages().items())
        for title, entries in MENUS:
            menu = self.addMenu(self.tr(title).replace("&", ""))
            self._open_by_key(menu, f"Alt+{title[title.index('&') + 1]}")
            if title is MENUS[0][0]:
                self._open_by_key(menu, "F10")  # as everywhere: arrows go on from there
            for entry in entries:
                if entry is SEPARATOR:
                    menu.addSeparator()
                elif entry.name in nested:
                    menu.addMenu(nested[entry.name])
                else:
                    menu.addAction(self.by_name[entry.name])
        self._follow(undo_stack)

    @property
    def all_actions(self) -> list[QAction]:
        """Every command's action, for a window in which its keys are to work."""
        return list(self.by_name.values())

    def receive(self, snapshot: Snapshot) -> None:
        """Enable what can be chosen now, and tick what is on."""
        for name, action in self.by_name.items():
            entry = ENTRIES[name]
            if name not in ("undo", "redo"):
                action.setEnabled(entry.when(snapshot))
            if entry.on is not None:
                action.setChecked(entry.on(snapshot))

    def show_recent(self, names: Iterable[str]) -> None:
        self._recent.clear()
        for name in names:
            action = self._recent.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self.recent_chosen.emit, Path(name)))
        self._recent.setEnabled(not self._recent.isEmpty())

    def show_preferences(self, settings: Settings) -> None:
        """Tick the scheme, the scale and the motion in force."""
        scheme, scale = settings.scheme, settings.scale
        self.by_name["reduce-motion"].setChecked(settings.reduced_motion)
        chosen = {scheme, scale, settings.language or spoken()}
        for menu in self._choices.values():
            for action in menu.actions():
                action.setChecked(action.data() in chosen)

    def _made(self, entry: Entry, parent: QObject) -> QAction:
        action = QAction(self.tr(entry.text), parent)
        action.setObjectName(entry.name)
        action.setCheckable(entry.on is not None or entry.name in OWN_SWITCHES)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.triggered.connect(partial(self._choose, entry.name))
        return action

    def _choose(self, name: str) -> None:
        """Tell it; a switch shows what is so, not what was clicked."""
        action = self.by_name[name]
        if action.isCheckable():
            action.setChecked(not action.isChecked())
        self.chosen.emit(name)

    def _open_by_key(self, menu: QMenu, keys: str) -> None:
        """Alt and a letter open a menu; the bar says so without an underline under every name."""
        QShortcut(QKeySequence(keys), self).activated.connect(partial(self._open_menu, menu))

    def _open_menu(self, menu: QMenu) -> None:
        self.setActiveAction(menu.menuAction())
        menu.popup(self.mapToGlobal(self.actionGeometry(menu.menuAction()).bottomLeft()))

    def _follow(self, stack: QUndoGroup) -> None:
        undo, redo = self.by_name["undo"], self.by_name["redo"]
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())

    def _name_undo(self, text: str) -> None:
        self.by_name["undo"].setText(f"{self.tr('&Undo')} {text.replace('&', '&&')}".strip())
        self.by_name["undo"].setIconText(f"{self.tr('Undo')} {text.replace('&', '&&')}".strip())
        self.by_name["undo"].setToolTip(plain_tip(f"{self.tr('Undo')} {text}".strip()))

    def _name_redo(self, text: str) -> None:
        self.by_name["redo"].setText(f"{self.tr('&Redo')} {text.replace('&', '&&')}".strip())
        self.by_name["redo"].setIconText(f"{self.tr('Redo')} {text.replace('&', '&&')}".strip())
        self.by_name["redo"].setToolTip(plain_tip(f"{self.tr('Redo')} {text}".strip()))

    def _fill(self, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        """List what can be chosen of one kind, of which one is so."""
        group = QActionGroup(self)
        for value, words in choices:
            action = group.addAction(self._choices[name].addAction(words))
            action.setObjectName(f"{name}:{value}")
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(partial(self.preferred.emit, name, value))
