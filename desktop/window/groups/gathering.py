"""Brings groups into the workshop: by files that are chosen or dropped, or come into the folder that is watched."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.stage.notice import OFFERED_FOR, NoticeTone, Question
from desktop.window.asking import fill_in
from desktop.window.filing import Filing
from desktop.window.groups.file_reading import FileReading
from desktop.window.groups.watching import Watching
from models.language.messages import message, retold
from models.language.words import counted, listed
from models.language.workshop.group_words import left_out_words, second_words
from models.schema.action import Step
from models.schema.action import look as look_at
from models.schema.problem import Problem
from models.schema.snapshot import Snapshot
from models.schema.steps.group_steps import second_files, second_kept, second_taken
from models.schema.steps.workshop_steps import renamed_group
from models.schema.view import PageName
from models.schema.workshop import Group, Origin, Workshop

if TYPE_CHECKING:  # read when the first file comes in
    from models.store.inbox import Arrival

MOST_TOLD, FILES_TOLD = 12, 3
"""So many groups that came in together, or files that did not, are told by their names; the rest is counted."""


class Gathering(QObject):
    """Takes in what the tables hold, for one window."""

    def __init__(self, filing: Filing) -> None:
        super().__init__(filing)
        session = filing.documents.session
        self._filing, self._session, self._notice = filing, session, filing.notice
        self._watching = Watching(filing)
        self.watch = self._watching.watch
        self.watch.arrived.connect(self._receive)
        self._came_from: dict[str, Path] = {}
        self._reading = FileReading(self, session, filing.notice)
        self._reading.read.connect(self._take_read)
        self._asked_about: tuple[Group, ...] = ()
        self._page, self._revealed = session.state.view.page, _revealed(session.workshop)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {
            "add-groups": self.ask_files,
            "add-ballots": self.ask_sheets,
            "watch-folder": self._watching.choose,
        }

    def ask_files(self) -> None:
        kinds = self.tr("Scenarios and ballots (*.json *.csv *.xlsx *.ods)")
        self._ask(self.tr("Add groups’ scenarios or ballots"), kinds)

    def ask_sheets(self) -> None:
        self._ask(self.tr("Add ballots from a spreadsheet"), self.tr("Spreadsheets (*.csv *.xlsx *.ods)"))

    def _ask(self, title: str, kinds: str) -> None:
        everything = self.tr("All files (*)")
        names, _ = QFileDialog.getOpenFileNames(
            self._filing.window, title, self._filing.preferences.folder, f"{kinds};;{everything}"
        )
        if names:
            self.add(map(self._filing.chosen, names))

    def add(self, paths: Iterable[Path]) -> None:
        """Take each file in as a group of the present round; what cannot be read is told and changes nothing."""
        self._reading.add(paths)

    def end(self) -> None:
        self._reading.drop()
        self.watch.stop()

    def _take_read(self, arrivals: "tuple[Arrival, ...]", problems: tuple[Problem, ...]) -> None:
        self._take(arrivals, Origin.FILE)
        if problems:
            files = [Path(file).name for file in dict.fromkeys(problem.file for problem in problems)]
            told = self.tr("{0} could not be taken in.").format(listed(files, limit=FILES_TOLD))
            self._filing.show_problems(told, problems, bad=not arrivals)

    def take_dropped(self, paths: tuple[Path, ...], open_one: Callable[[Path], None]) -> None:
        """Files that are dropped where groups are looked at are groups, and ballots anywhere; another is opened."""
        from models.gathering.cells import SHEETS

        sheets = any(path.suffix.lower() in SHEETS for path in paths)
        if sheets or len(paths) > 1 or self._session.state.view.page is PageName.DIFFER:
            self.add(paths)
            self._session.act(look_at(page=PageName.DIFFER))
        else:
            open_one(paths[0])

    def turn(self) -> None:
        self._came_from = {}
        self._notice.forget()
        self._ask_about_seconds()
        self._watching.turn()

    def follow(self, snapshot: Snapshot) -> None:
        """Ask what is open now; another case makes other files fit: look at all of them again.

        Whoever comes back to where the groups are, or reveals what they say, is asked again what was put off.
        """
        before = self._page, self._revealed
        self._page, self._revealed = snapshot.view.page, _revealed(snapshot.workshop)
        if before != (self._page, self._revealed) and self._page is PageName.DIFFER:
            self._notice.forget()
            self._ask_about_seconds()
        elif snapshot.workshop.groups is not self._asked_about:
            self._ask_about_seconds()
        if self.watch.folder is not None and self.watch.case is not snapshot.case:
            self.watch.watch(self.watch.folder, snapshot.case)

    def _receive(self, arrivals: "tuple[Arrival, ...]", first: bool) -> None:
        self._take(arrivals, Origin.FOLDER, old=first)

    def _take(self, arrivals: "tuple[Arrival, ...]", origin: Origin, *, old: bool = False) -> None:
        """One step for all that came together; a group that is there already in the same words is no step.

        What lay in a folder before it was watched, and is known from an earlier round, is no answer in this one.
        """
        from models.gathering.arrivals import copies_last, with_arrivals

        workshop = self._session.workshop
        present = workshop.groups if old else workshop.in_round(workshop.rounds[-1].id)
        known = {(group.file, group.digest) for group in present}
        if origin is Origin.FOLDER:  # who chooses a file wants it
            known |= {(left.file, left.digest) for group in present for left in group.replaced}
        unknown = [item for item in arrivals if (item.file, item.digest) not in known]
        new = copies_last([replace(item, again=self._is_again(item)) for item in unknown])
        self._came_from |= {item.file: item.path for item in arrivals}
        if not new:
            return
        self._session.act(Step(with_arrivals, (tuple(new), origin), dated=True))
        taken = {(group.file, group.digest) for group in self._session.workshop.groups}
        earlier = tuple(item for item in new if (item.file, item.digest) not in taken)
        if earlier:
            self._offer_earlier(earlier, origin)
            return
        if set(second_files(self._session.workshop)) - set(second_files(workshop)):
            return
        remarks = [retold(problem.what) for item in new if item.ballot for problem in item.problems]
        told = " ".join(
            (self.tr("{0} came in.").format(listed(map(_called, new), limit=MOST_TOLD)), *remarks)
        )
        guessed = [item.group for item in new if item.is_guessed]
        if len(guessed) == 1:
            rename = partial(self._ask_name, guessed[0])
            words = self.tr("Rename…")
            self._notice.tell(told, action=words, answer=rename, passing=True, shown_for=OFFERED_FOR)
            return
        undo = self._session.undo_stack.undo
        self._notice.tell(told, action=self.tr("Undo"), answer=undo, passing=True)

    def _is_again(self, item: "Arrival") -> bool:
        """Whether a file that somebody chose was there before, or lies in the folder that is watched."""
        return self._came_from.get(item.file) == item.path or item.path.parent == self.watch.folder

    def _ask_name(self, name: str) -> None:
        """Ask what ballots are called that came in under their file's name."""
        from desktop.dialogs.details import NameDialog
        from models.store.inbox import LONGEST_NAME

        group = next((item for item in self._session.workshop.groups if item.name == name), None)
        if group is None:
            return
        title, asked = self.tr("Rename the group"), self.tr("What the group is called")
        dialog = NameDialog("group", title, asked, self._filing.window, name, LONGEST_NAME)
        fill_in(self._session, dialog, lambda: (Step(renamed_group, (group.id, dialog.name)),))

    def _offer_earlier(self, arrivals: "tuple[Arrival, ...]", origin: Origin) -> None:
        """What is older by its clock, comes after the reveal or is a copy that lost is left out: it may be right."""
        from models.gathering.arrivals import with_arrivals

        take = Step(with_arrivals, (arrivals, origin, True), dated=True)
        told = left_out_words(self._session.workshop, [item.file for item in arrivals], MOST_TOLD)
        answer = partial(self._session.act, take)
        self._notice.tell(told, NoticeTone.WARN, self.tr("Take it in"), answer)

    def _ask_about_seconds(self) -> None:
        """Ask about each second file of a group: both are there, until somebody says which counts."""
        workshop = self._session.workshop
        self._asked_about = workshop.groups
        pairs = second_files(workshop)
        self._notice.ask(tuple(_question(workshop, *pair, self._session.act) for pair in pairs))


def _revealed(workshop: Workshop) -> tuple[str, ...]:
    return tuple(item.id for item in workshop.rounds if item.revealed)


def _question(workshop: Workshop, first: Group, second: Group, act: Callable[[Step], object]) -> Question:
    """Which of two files of one group counts, and what each answer does."""
    answers = {message("It replaces the first"): second_taken, message("Both stay"): second_kept}
    steps = ((words, Step(step, (second.key,))) for words, step in answers.items())
    return Question(
        second.key,
        second_words(workshop, first, second),
        tuple((words, partial(act, step)) for words, step in steps),
    )


def _called(item: "Arrival") -> str:
    """A group that came in, with the number of its ballots if it came as these."""
    return f"{item.group} ({counted(item.ballot.heads, 'ballot')})" if item.ballot else item.group
