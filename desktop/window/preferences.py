"""What the user prefers, in force at once and remembered for the next start."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.base.apart import in_time
from desktop.base.application import Application
from desktop.base.log import log
from desktop.base.settings import RECENT, Settings, save_settings
from desktop.base.theme import SCALES, put_sheet_on, resolve, wear, wear_colours
from models.language.messages import wrong
from models.schema.problem import Refused
from models.store.embedded import is_shipped


class Preferences(QObject):
    """The settings of this run; changing one dresses the window and tells who shows it."""

    changed = Signal()
    dressed = Signal()
    not_kept = Signal(str)
    """That settings are not remembered, and why: once in a run."""

    def __init__(self, path: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._told = path, False
        self.settings = settings
        self._hints = QGuiApplication.styleHints()  # kept: PySide ends what it gives with it
        self._hints.colorSchemeChanged.connect(self.dress)
        self._hints.accessibility().contrastPreferenceChanged.connect(self.dress)
        application = QApplication.instance()
        if isinstance(application, Application):  # a theme puts its own fonts in the place of ours
            application.theme_brought.connect(self.dress, Qt.ConnectionType.QueuedConnection)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {
            "larger": partial(self.step_scale, 1),
            "smaller": partial(self.step_scale, -1),
            "normal-size": partial(self.choose, "scale", 100),
            "reduce-motion": self.turn_motion,
        }

    def begin(self) -> None:
        """Take over the chosen look before the window is made, but for the style sheet."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            wear_colours(application, resolve(self.settings.scheme, self.settings.scale))

    def finish(self) -> None:
        """Put the style sheet on the window that was made."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            put_sheet_on(application)

    def dress(self) -> None:
        """Put the chosen colours and scale on the whole application."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            wear(application, resolve(self.settings.scheme, self.settings.scale))
            self.dressed.emit()

    def choose(self, name: str, value: object) -> None:
        self.keep(**{name: value})

    def keep(self, **values: Any) -> None:
        """Change preferences by their names; the colours and the size dress the window at once."""
        self.settings = replace(self.settings, **values)
        if values.keys() & {"scheme", "scale"}:
            self.dress()
        self.changed.emit()
        self.store()

    def step_scale(self, by: int) -> None:
        """Go to the next larger or smaller size."""
        here = max(index for index, scale in enumerate(SCALES) if scale <= self.settings.scale)
        self.keep(scale=SCALES[max(0, min(len(SCALES) - 1, here + by))])

    def turn_motion(self) -> None:
        """Show what a change turns all at once, or as it travels again."""
        self.keep(reduced_motion=not self.settings.reduced_motion)

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        name = str(path.absolute())
        others = (other for other in self.settings.recent if other != name)
        self.keep(recent=(name, *others)[:RECENT], used=str(path.absolute().parent))

    @property
    def folder(self) -> str:
        """The folder that was chosen for files, or the last one in which something was opened or written; not ours."""
        settings = self.settings
        recent = (str(Path(settings.recent[0]).parent),) if settings.recent else ()
        known = (folder for folder in (settings.folder, settings.used, *recent) if folder)
        return next((folder for folder in known if in_time(partial(_may_hold, folder))), str(Path.home()))

    def note_used(self, folder: Path) -> None:
        """Remember the folder in which something was last opened or written."""
        name = str(folder.absolute())
        if name != self.settings.used:
            self.keep(used=name)

    def watched_for(self, path: Path) -> Path | None:
        return next(
            (Path(folder) for name, folder in self.settings.watched if name == str(path.absolute())), None
        )

    def remember_watched(self, path: Path, folder: Path | None) -> None:
        """Note the folder that is watched for a workshop's file, or that none is."""
        name = str(path.absolute())
        others = tuple(pair for pair in self.settings.watched if pair[0] != name)
        self.keep(watched=((name, str(folder.absolute())), *others)[:RECENT] if folder else others)

    def store(self) -> None:
        """Write everything down; if that cannot be done, it is told, and the next start uses what was kept last."""
        try:
            save_settings(self._path, self.settings)
        except (OSError, Refused) as error:
            log.warning("the settings could not be written: %s", error)
            if not self._told:
                self._told = True
                why = wrong(error.problems[0]) if isinstance(error, Refused) else ""
                self.not_kept.emit(
                    self.tr("Settings are not kept for the next start. {0}").format(why).rstrip()
                )


def _may_hold(folder: str) -> bool:
    return Path(folder).is_dir() and not is_shipped(Path(folder))
