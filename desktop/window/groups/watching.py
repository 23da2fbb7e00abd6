"""The folder into which the tables save: chosen, watched, and remembered with the file of the workshop."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.session.folder_watch import FolderWatch
from desktop.window.filing import Filing
from models.schema.problem import Problem


class Watching(QObject):
    """Watches one folder for one window, and says what is watched; `watch` tells what came in."""

    def __init__(self, filing: Filing) -> None:
        super().__init__(filing)
        self._filing, self._preferences = filing, filing.preferences
        self._documents, self._notice = filing.documents, filing.notice
        self._refused: tuple[tuple[str, str], ...] = ()
        self.watch = FolderWatch(self)
        self.watch.changed.connect(self._tell_refused)
        self._documents.moved.connect(self._note_folder)

    def choose(self) -> None:
        """Let the user choose the folder to watch; where one is watched, say so and offer to stop."""
        if self.watch.folder is not None:
            told = self.tr("The folder {0} is watched.").format(self.watch.folder.name)
            self._notice.tell(told, action=self.tr("Stop watching"), answer=self._stop)
            return
        folder = QFileDialog.getExistingDirectory(
            self._filing.window,
            self.tr("Watch a folder into which the tables save"),
            self._preferences.folder,
        )
        if folder:
            self._preferences.note_used(Path(folder))
            self._watch(Path(folder))

    def _watch(self, folder: Path) -> None:
        told = self.tr("{0} is watched: what the tables save there comes in by itself.")
        self._notice.tell(told.format(folder.name))
        self.watch.watch(folder, self._documents.session.case)
        self._note_folder()

    def _stop(self) -> None:
        self.watch.stop()
        if self._documents.file.path is not None:
            self._preferences.remember_watched(self._documents.file.path, None)

    def _note_folder(self) -> None:
        """Remember which folder belongs to the open file, so that it can be watched again when that is opened."""
        path, folder = self._documents.file.path, self.watch.folder
        if (
            path is not None
            and folder is not None
            and self._preferences.watched_for(path) != folder.absolute()
        ):
            self._preferences.remember_watched(path, folder)

    def turn(self) -> None:
        """Another file is open: the folder of the one before is watched no more; its own is offered."""
        path = self._documents.file.path
        if path is None:
            return
        self.watch.stop()
        folder = self._preferences.watched_for(path)
        if folder is not None:
            told = self.tr("The tables of this workshop save into {0}, which is not watched now.")
            answer = partial(self._watch, folder)
            self._notice.tell(told.format(folder.name), action=self.tr("Watch it again"), answer=answer)

    def _tell_refused(self) -> None:
        """Tell, once each, which files of the folder cannot be taken in."""
        new = [item for item in self.watch.refused if item not in self._refused]
        self._refused = self.watch.refused
        if new:
            problems = tuple(Problem(file=name, what=what, remedy="") for name, what in new)
            self._filing.show_problems(self.tr("Some files could not be taken in."), problems)
