"""Every command of the window with its menu place and its key; what they do is joined in the main window."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.base.theme import SCALES, Scheme


@dataclass(frozen=True)
class Command:
    """A command: its name in code, its text and its keys; a switch is on or off."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    switch: bool = False


FILE = (
    Command("new", "&New scenario", ("Ctrl+N",)),
    Command("open", "&Open…", ("Ctrl+O",)),
    Command("recent", "Open &recent"),
    Command("save", "&Save", ("Ctrl+S",)),
    Command("save-as", "Save &as…", ("Ctrl+Shift+S",)),
    Command("-", ""),
    Command("details", "Scenario &details…", ("Ctrl+D",)),
    Command("sheet", "&Briefing sheet…", ("Ctrl+P",)),
    Command("-", ""),
    Command("quit", "&Quit", ("Ctrl+Q",)),
)
EDIT = (
    Command("undo", "&Undo", ("Ctrl+Z",)),
    Command("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("-", ""),
    Command("reset-all", "Reset all &assumptions", ("Ctrl+R",)),
)
VIEW = (
    Command("go-assumptions", "Go to the &assumptions", ("F6", "Ctrl+L")),
    Command("go-dashboard", "Go to the &dashboard", ("F7",)),
    Command("go-why", "Go to the &why", ("F8",)),
    Command("-", ""),
    Command("scheme", "&Colours"),
    Command("scale", "&Size of everything"),
    Command("larger", "&Larger", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "S&maller", ("Ctrl+-",)),
    Command("normal-size", "&Normal size", ("Ctrl+0",)),
)
WORKSHOP = (
    Command("section", "&Case or workshop", ("F9",)),
    Command("-", ""),
    Command("go-agenda", "&Agenda"),
    Command("go-walk-through", "&Walk-through"),
    Command("go-predict", "&Predict and reveal", ("Ctrl+H",)),
    Command("go-groups", "&Groups", ("Ctrl+G",)),
    Command("go-side-by-side", "&Side by side"),
    Command("go-signposts", "S&ignposts"),
    Command("go-minutes", "&Minutes", ("Ctrl+M",)),
    Command("-", ""),
    Command("add-groups", "Add groups’ &files…", ("Ctrl+Shift+O",)),
    Command("watch-folder", "Watch a f&older…"),
    Command("new-round", "Start a &new round"),
    Command("-", ""),
    Command("before", "&Before the last change", ("Alt+Left",)),
    Command("after", "&After it again", ("Alt+Right",)),
    Command("export-minutes", "&Export the minutes…", ("Ctrl+E",)),
)
ROOM = (
    Command("room", "The &room’s screen", ("F5",)),
    Command("-", ""),
    Command("stay", "&Keep what the room sees", ("F4",), switch=True),
    Command("spotlight", "&Spotlight the picked recommendation", ("Ctrl+F5",), switch=True),
    Command("blank", "&Blank the screen", ("Ctrl+B",), switch=True),
)
HELP = (
    Command("welcome", "&What to do here", ("F1",)),
    Command("keys", "&Keyboard"),
    Command("about-case", "About the &case and its source"),
    Command("about", "About &WhatHolds"),
)
MENUS = (
    ("&File", FILE),
    ("&Edit", EDIT),
    ("&View", VIEW),
    ("&Workshop", WORKSHOP),
    ("&Room", ROOM),
    ("&Help", HELP),
)
SCHEME_NAMES = {Scheme.SYSTEM: "As the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class Menus(QMenuBar):
    """The menu bar; says which scheme, scale or recent file was chosen."""

    scheme_chosen = Signal(object)
    scale_chosen = Signal(int)
    recent_chosen = Signal(str)

    def __init__(self, undo_stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menus")
        self.actions_by_name: dict[str, QAction] = {
            "undo": undo_stack.createUndoAction(self, self.tr("&Undo")),
            "redo": undo_stack.createRedoAction(self, self.tr("&Redo")),
        }
        self._recent = QMenu(self.tr("Open &recent"), self)
        self._schemes = QMenu(self.tr("&Colours"), self)
        self._scales = QMenu(self.tr("&Size of everything"), self)
        self._fill_schemes()
        self._fill_scales()
        nested = {"recent": self._recent, "scheme": self._schemes, "scale": self._scales}
        for title, commands in MENUS:
            menu = self.addMenu(self.tr(title))
            for command in commands:
                if command.name == "-":
                    menu.addSeparator()
                elif command.name in nested:
                    menu.addMenu(nested[command.name])
                else:
                    menu.addAction(self._made(command))

    def action(self, name: str) -> QAction:
        """The action of a command."""
        return self.actions_by_name[name]

    def show_recent(self, names: Iterable[str]) -> None:
        """List these files under "Open recent"."""
        self._recent.clear()
        for name in names:
            action = self._recent.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self.recent_chosen.emit, name))
        self._recent.setEnabled(not self._recent.isEmpty())

    def show_preferences(self, scheme: Scheme, scale: int) -> None:
        """Tick the scheme and the scale in force."""
        for action in self._schemes.actions():
            action.setChecked(action.data() == scheme.value)
        for action in self._scales.actions():
            action.setChecked(action.data() == scale)

    def _made(self, command: Command) -> QAction:
        action = self.actions_by_name.get(command.name) or QAction(self.tr(command.text), self)
        action.setObjectName(command.name)
        action.setCheckable(command.switch)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        self.actions_by_name[command.name] = action
        return action

    def _fill_schemes(self) -> None:
        group = QActionGroup(self)
        for scheme, name in SCHEME_NAMES.items():
            action = group.addAction(self._schemes.addAction(self.tr(name)))
            action.setObjectName(f"scheme:{scheme.value}")
            action.setCheckable(True)
            action.setData(scheme.value)
            action.triggered.connect(partial(self.scheme_chosen.emit, scheme))

    def _fill_scales(self) -> None:
        group = QActionGroup(self)
        for scale in SCALES:
            action = group.addAction(self._scales.addAction(f"{scale} %"))
            action.setObjectName(f"scale:{scale}")
            action.setCheckable(True)
            action.setData(scale)
            action.triggered.connect(partial(self.scale_chosen.emit, scale))
