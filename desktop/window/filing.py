"""Asks where to open and save, and asks before work would be lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.base.apart import Apart
from desktop.session.documents import SCENARIO_ENDING, WORKSHOP_ENDING, Documents
from desktop.session.locks import ChangedOutside, DiskGone
from desktop.stage.notice import Notice, NoticeTone
from desktop.window.asking import Answer, Given, ask_changed, ask_unsaved, waited
from desktop.window.preferences import Preferences
from desktop.window.remarks import Remarks, worst_first
from models.language.messages import retold, wrong
from models.schema.case import Case
from models.schema.problem import Refused
from models.schema.scenario import Scenario
from models.schema.steps.workshop_steps import fresh_id

if TYPE_CHECKING:
    from desktop.session.reading import ReadFile

CASES = "Cases (*.yaml *.yml)"
ENDINGS = (".yaml", ".yml")


class Filing(Remarks):
    """The dialogs about files, for one window; says which file could not be opened, and what was told of it."""

    unopened = Signal(object, str)

    def __init__(
        self, window: QWidget, documents: Documents, preferences: Preferences, notice: Notice
    ) -> None:
        super().__init__(window, notice)
        self.documents = documents
        self.preferences = preferences
        documents.told.connect(self.show_problems)
        documents.waiting = self.waited
        self.is_waiting = False
        self._opening, self._is_late = Path(), False
        self._is_first = True
        self._then: Callable[[], object] | None = None
        self._reading = Apart(self)
        self._reading.taking_long.connect(self._tell_opening)
        self._reading.done.connect(self._take_read)
        self._reading.failed.connect(self._tell_unopened)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {"new": self.new, "open": self.ask_open, "save": self.save, "save-as": self.ask_save}

    def new(self) -> None:
        """A fresh scenario, after asking about the present one."""
        if self.may_go_on():
            self.documents.new()

    def ask_open(self) -> None:
        kinds = self.tr("Scenarios, workshops and cases (*.json *.yaml *.yml);;All files (*)")
        path = self.ask_file(self.tr("Open"), kinds)
        if path is not None:
            self.open(path)

    def ask_file(self, title: str, kinds: str) -> Path | None:
        """Let the user choose a file to read."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self.window, title, self.preferences.folder, kinds)
        return self.chosen(name) if name else None

    def ask_target(self, title: str, start: Path | str, kinds: str) -> tuple[Path | None, str]:
        """Let the user choose a file to write, and of what kind; a bare name to begin with is in the usual folder."""
        from PySide6.QtWidgets import QFileDialog

        where = start if isinstance(start, Path) else Path(self.preferences.folder, start)
        name, kind = QFileDialog.getSaveFileName(self.window, title, str(where), kinds)
        return self.chosen(name) if name else None, kind

    def open(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Open a scenario, a workshop or a case, after asking about the present one; a bad file changes nothing.

        It is read apart from the window: a share that is dead holds nothing up, and one that is slow can be left.
        `then` is done when it is open.
        """
        if not self.may_go_on():
            return
        self.notice.hide()
        self._opening, self._is_late, self._then = path, False, then
        self._reading.ask(partial(read_file, path, self.documents.session.case))

    def end(self) -> None:
        """Wait for nothing any more."""
        self._reading.cancel()

    def _tell_opening(self) -> None:
        self._is_late = True
        told = self.tr("{0} is being opened…").format(self._opening.name)
        self.notice.tell(told, NoticeTone.WARN, self.tr("Cancel"), self._reading.cancel)

    def _take_read(self, read: "ReadFile") -> None:
        if self._is_late:
            self.notice.hide()
            if not self.may_go_on():
                return
        self.documents.take(read)
        self.preferences.add_recent(read.path)
        if self._then is not None:
            self._then()
        if self._is_first:
            self.offer_again()
        self._is_first = False

    def _tell_unopened(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        told = self.tr("{0} could not be opened.").format(self._opening.name)
        self._is_covered = self._is_first
        self.show_problems(told, error.problems, bad=True)
        self.unopened.emit(self._opening, " ".join((told, *map(wrong, worst_first(error.problems)[:1]))))

    def save(self) -> bool:
        """Save to the open file, or ask for one that can take what is open."""
        path = self.documents.file.path
        if path is None or not self.documents.may_save:
            return self.ask_save()
        return self._write(path)

    def ask_save(self, *, over: bool = False) -> bool:
        """Let the user choose where to save, `over` what may be there; says whether it was saved."""
        ending = WORKSHOP_ENDING if self.documents.is_workshop else SCENARIO_ENDING
        whole, plain = self.tr("Workshops (*.workshop.json)"), self.tr("Scenarios (*.scenario.json)")
        kinds = f"{whole};;{plain}" if self.documents.is_workshop else f"{plain};;{whole}"
        start = proposed(self.documents.file.path, self.documents.session.scenario, ending)
        path, kind = self.ask_target(self.tr("Save as"), start, kinds)
        if path is None:
            return False
        chosen = WORKSHOP_ENDING if kind == whole else SCENARIO_ENDING if kind == plain else ending
        return self._write(path if path.suffix == ".json" else path.with_name(path.name + chosen), over=over)

    def may_go_on(self) -> bool:
        """Whether the present scenario is safe or may be given up; asks if it is neither."""
        if self.is_waiting:
            return False
        if not self.documents.unsaved:
            return True
        whole = self.documents.is_workshop
        told = (
            self.tr("Save the changes to this workshop first?")
            if whole
            else self.tr("Save the changes to this scenario first?")
        )
        answer = ask_unsaved(self.window, told)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def chosen(self, name: str) -> Path:
        """What somebody chose in a dialog; the next dialog begins where it is, in the next session too."""
        path = Path(name)
        self.preferences.note_used(path.parent)
        return path

    def waited(self, work: Callable[[], Given], opening: Path | None = None) -> Given:
        """What writing or `opening` a file gives, apart from the window: one place is dead, in another it is held.

        Raises TimeoutError where somebody waits no longer.
        """
        told = (
            self.tr("The file is being saved…")
            if opening is None
            else self.tr("{0} is being opened…").format(opening.name)
        )
        self.is_waiting = True
        try:
            return waited(self.window, told, work)
        finally:
            self.is_waiting = False

    def _write(self, path: Path, *, over: bool = False) -> bool:
        if self.is_waiting:
            return False
        try:
            self.documents.save(path, over=over)
        except ChangedOutside as changed:
            return self._settle(path, retold(changed.problems[0].what))
        except DiskGone as gone:
            told = f"{self.tr('It was not saved.')} {wrong(gone.problems[0])}"
            answer = partial(self.ask_save, over=True)
            self.notice.tell(told, NoticeTone.BAD, self.tr("Save as"), answer)
            return False
        except Refused as refused:
            self.show_problems(self.tr("It was not saved."), refused.problems, bad=True)
            return False
        except TimeoutError:
            told = self.tr("It is not known whether {0} was saved: its place does not answer.")
            self.notice.tell(told.format(path.name), NoticeTone.BAD, self.tr("Save as"), self.ask_save)
            return False
        if self.documents.file.path != path:
            told = self.tr("Only the room’s scenario was written to {0}; the workshop is not saved yet.")
            self.notice.tell(told.format(path.name), NoticeTone.WARN, self.tr("Save it"), self.save)
            return False
        self.preferences.add_recent(path)
        return True

    def _settle(self, path: Path, told: str) -> bool:
        """Ask what is to become of two states of one file; says whether what is open was saved."""
        answer = ask_changed(self.window, told)
        if answer is Answer.BOTH:
            return self.ask_save()
        if answer is Answer.MINE:
            return self._write(path, over=True)
        if answer is Answer.THEIRS:
            self._take_theirs(path)
        return False

    def _take_theirs(self, path: Path) -> None:
        self._opening = path
        try:
            self.documents.take(self.waited(partial(read_file, path, self.documents.session.case), path))
        except Refused as refused:
            self._tell_unopened(refused)
        except TimeoutError:
            self.notice.tell(self.tr("{0} could not be opened.").format(path.name), NoticeTone.BAD)


def read_file(path: Path, here: Case) -> "ReadFile":
    """A file, where this case is open; what reads files is loaded with the first one."""
    from desktop.session import reading

    return reading.read_file(path, here)


def proposed(path: Path | None, scenario: Scenario, ending: str) -> Path | str:
    """What the dialog for saving proposes: the open file's name, or the group's, so that tables do not collide."""
    if path is None:
        named = (scenario.group if ending == SCENARIO_ENDING else "") or scenario.title
        return f"{fresh_id(named, (), scenario.case.id)}{ending}"
    stem = path.name.removesuffix(".json").removesuffix(".scenario").removesuffix(".workshop")
    return path.with_name(f"{stem}{ending}")
