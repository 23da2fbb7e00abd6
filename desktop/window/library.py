"""The library of cases: those that come with the program, recent ones, a new one, and a copy to work on."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.stage.notice import NoticeTone
from desktop.window.cases.writing import Writing
from desktop.window.commands import CASES
from desktop.window.filing import ENDINGS, Filing
from desktop.window.menus import Menus
from models.language.messages import languages
from models.schema.problem import Refused
from models.store.embedded import (
    MAX_BYTES,
    SMALLEST,
    case_languages,
    embedded_path,
    is_shipped,
    load_embedded,
    worked_case_ids,
)
from models.store.files import read_text, write_atomically

if TYPE_CHECKING:  # loaded when a case is first imported
    from models.importing.imported import Imported


class Library(QObject):
    """What the menu *Cases* lists and does, for one window."""

    def __init__(self, filing: Filing, writing: Writing, menus: Menus) -> None:
        super().__init__(filing)
        self._filing, self._writing, self._menus = filing, writing, menus
        self._documents, self._notice = filing.documents, filing.notice

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {
            "case-open": self.ask_open,
            "case-copy": self.ask_copy,
            "case-import": self.ask_import,
            "case-sheets": self.ask_sheets,
        }

    def fill(self) -> None:
        """List what there is now: the titles of embedded cases are read when somebody looks."""
        menu = self._menus.cases
        menu.clear()
        for name in worked_case_ids():
            self._list(menu, f"case:{name}", load_embedded(name).title, partial(self.open_embedded, name))
            self._fill_languages(menu, name)
        recent = [Path(name) for name in self._filing.preferences.settings.recent if name.endswith(ENDINGS)]
        for path in recent:
            if not menu.findChild(QObject, "recent-cases"):
                menu.addSeparator().setObjectName("recent-cases")
            self._list(menu, f"case:{path}", str(path), partial(self._open, path))
        menu.addSeparator()
        menu.addActions([self._menus.by_name[entry.name] for entry in CASES])

    def open_embedded(self, name: str, language: str = "") -> None:
        """Turn to a case that comes with the program, after asking about the present work.

        The same case in another language is no other case: the work goes on in it.
        """
        case, here = load_embedded(name, language), self._documents.session.case
        if case.edition_hash == here.edition_hash and case.language != here.language:
            self._documents.session.read_in(case)
        elif self._may_turn():
            self._notice.hide()  # it may tell of another case
            self._documents.new(case)

    def _fill_languages(self, menu: QMenu, name: str) -> None:
        """List a case in its other languages too; the work on it stays where that is what is open."""
        others = [code for code in case_languages(name) if code != load_embedded(name).language]
        for code in others:
            title = f"{load_embedded(name, code).title} ({languages()[code]})"
            self._list(menu, f"case:{name}:{code}", title, partial(self.open_embedded, name, code))

    def ask_open(self) -> None:
        kinds = self.tr("Cases (*.yaml *.yml *.json);;All files (*)")
        path = self._filing.ask_file(self.tr("Open a case"), kinds)
        if path is not None:
            self._open(path)

    def ask_import(self) -> None:
        """Let the user choose a file of another format; the case that it makes is written, told of and opened."""
        from models.importing.imported import READERS, imported

        kinds = self.tr("Spreadsheets, Argdown, Carneades, AIF ({0})").format(
            " ".join(f"*{ending}" for ending in READERS)
        )
        path = self._filing.ask_file(self.tr("Import a case"), kinds)
        if path is None or not self._may_turn():
            return
        try:
            found = imported(path)
        except Refused as refused:
            told = self.tr("{0} could not be imported.").format(path.name)
            self._filing.show_problems(told, refused.problems, bad=True)
            return
        stem = f"{path.stem}-case" if path.suffix in ENDINGS else path.stem  # not over what it comes from
        target = self._ask_case(self.tr("Save the imported case as"), f"{stem}.yaml")
        if target is not None and self._written(target, found.text.encode()):
            self._show_imported(target, found)

    def ask_sheets(self) -> None:
        """Write the spreadsheet that a case can be filled in on, with an example in it."""
        from models.export.case_sheets import case_sheets

        title, kinds = self.tr("Spreadsheet to fill in"), self.tr("Spreadsheets (*.xlsx)")
        path, _ = self._filing.ask_target(title, "case.xlsx", kinds)
        if path is not None:
            path = path if path.suffix == ".xlsx" else path.with_name(f"{path.name}.xlsx")
            if self._written(path, case_sheets(load_embedded(SMALLEST))):
                told = self.tr("Written to {0}. Fill it in, then choose Cases, Import a case.")
                self._notice.tell(told.format(path.name))

    def ask_copy(self) -> None:
        """Write a copy of the open case under an id of its own, and edit it; the original stays as it is."""
        if not self._may_turn():
            return
        case = self._documents.session.case
        path = self._ask_case(self.tr("Save the copy as"), f"{case.id}-copy.yaml")
        if path is None:
            return
        try:
            self._copy(self._documents.case_path or embedded_path(case), path)
        except Refused as refused:
            self._filing.show_problems(self.tr("It was not saved."), refused.problems, bad=True)
        else:
            self._documents.give_up()
            self._filing.open(path)
            self._writing.files.open(path)

    def _ask_case(self, title: str, name: str) -> Path | None:
        """Where a case is to be saved; None where nothing was chosen."""
        path, _ = self._filing.ask_target(title, name, self.tr("Cases (*.yaml)"))
        if path is None:
            return None
        path = path if path.suffix in ENDINGS else path.with_name(f"{path.name}.yaml")
        if is_shipped(path):
            told = self.tr("The cases of the application are never changed. Choose another folder.")
            self._notice.tell(told, NoticeTone.WARN)
            return None
        return path

    def _written(self, path: Path, content: bytes) -> bool:
        try:
            write_atomically(path, content)
        except Refused as refused:
            self._filing.show_problems(self.tr("It was not saved."), refused.problems, bad=True)
            return False
        return True

    def _show_imported(self, path: Path, found: "Imported") -> None:
        """Open what was imported, in the editor where something is wrong with it, and tell what was left out."""
        self._documents.give_up()
        listed = partial(self._filing.list_problems, found.problems, self.tr("What was left out or put in"))
        told = self.tr("Imported as {0}.").format(path.name)
        if not found.whole and self._writing.files.open(path):
            more = self.tr("It wants finishing here; what was left out, and what is missing, is listed.")
            self._writing.offer(f"{told} {more}", self.tr("Show the list"), listed)
            return
        if found.problems:
            more = self.tr("What the file does not say, or a case cannot, is listed.")
            then = partial(self._filing.offer, f"{told} {more}", self.tr("Show the list"), listed)
        else:
            then = partial(self._notice.tell, told)
        self._filing.open(path, then)

    def _copy(self, origin: Path, path: Path) -> None:
        from models.authoring import passages
        from models.authoring.beginning import duplicate

        text = duplicate(read_text(origin, MAX_BYTES)).text
        write_atomically(path, text.encode())
        passages.save(path, passages.load(origin))

    def _may_turn(self) -> bool:
        """Whether another case may take the place of this one, in the editor too; asks where work would be lost."""
        if self._writing.is_open:
            self._writing.leave()
        return not self._writing.is_open and self._filing.may_go_on()

    def _open(self, path: Path) -> None:
        if self._may_turn():
            self._documents.give_up()
            self._filing.open(path)

    def _list(self, menu: QMenu, name: str, title: str, chosen: Callable[[], object]) -> None:
        action = menu.addAction(title.replace("&", "&&"))
        action.setObjectName(name)
        action.triggered.connect(chosen)
