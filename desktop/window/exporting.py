"""Writes what is handed on to a file: the minutes as a PDF or Markdown, or an interactive hand-out."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.stage.notice import NoticeTone
from desktop.window.filing import Filing
from models.schema.problem import Refused
from models.store.files import write_atomically


class Exporting(QObject):
    """Asks where to, and writes what the session and the workshop hold now."""

    def __init__(self, filing: Filing) -> None:
        super().__init__(filing)
        self._filing, self._session = filing, filing.documents.session

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {"export-minutes": self.ask, "export": self.ask_any}

    def ask_any(self) -> None:
        from models.export.formats import FORMATS, ending_of

        kinds = {f"{self.tr(wanted.title)} (*{ending})": ending for ending, wanted in FORMATS.items()}
        start = f"{self._session.case.id}.html"
        path, kind = self._filing.ask_target(self.tr("Export"), start, ";;".join(kinds))
        if path is not None:
            ending, given = kinds.get(kind, ".html"), ending_of(path)
            less = ending.endswith(given) and ending != given
            bare = path.name[: len(path.name) - len(given)] if less else path.name
            self.write_any(path if given and not less else path.with_name(bare + ending))

    def write_any(self, path: Path) -> None:
        """Write what is to be handed on; the name says as what."""
        from models.export.formats import NoFormat, content, left_out

        snapshot = self._session.worked_out
        try:
            self._save(path, partial(content, snapshot, path, date.today()), left_out(snapshot, path))
        except NoFormat as unknown:
            self._filing.notice.tell(str(unknown))

    def ask(self, since: str = "") -> None:
        """Let the user choose a file, and write the minutes to it, compared with `since`."""
        kinds = self.tr("To hand out (*.pdf);;To work on (*.md)")
        path, kind = self._filing.ask_target(self.tr("Export the minutes"), "minutes.pdf", kinds)
        if path is not None:
            ending = ".md" if "*.md" in kind else ".pdf"
            self.write(
                path if path.suffix.lower() in (".md", ".pdf") else path.with_name(path.name + ending), since
            )

    def write(self, path: Path, since: str = "") -> None:
        """Write the minutes; the name says whether as PDF or as Markdown."""
        self._save(path, self._content(path, since))

    def _save(self, path: Path, make: Callable[[], bytes], less: str = "") -> None:
        """Make and write it apart from the window: pages and pictures take seconds, and a share may be dead."""
        if self._filing.is_waiting:
            return
        try:
            self._filing.waited(lambda: write_atomically(path, make()))
        except TimeoutError:
            told = self.tr("It is not known whether {0} was saved: its place does not answer.")
            self._filing.notice.tell(told.format(path.name), NoticeTone.BAD)
            return
        except Refused as refused:
            self._filing.show_problems(self.tr("The file was not written."), refused.problems, bad=True)
            return
        told = self.tr("Written to {0}.").format(path.name)
        self._filing.notice.tell(
            f"{told} {less}".rstrip(), action=self.tr("Open"), answer=lambda: _open(path)
        )

    def _content(self, path: Path, since: str) -> Callable[[], bytes]:
        snapshot = self._session.worked_out
        if path.suffix.lower() == ".md":
            from models.export.markdown import minutes_markdown

            return lambda: minutes_markdown(snapshot, since).encode()
        from models.paper.pack.wish import Wish
        from models.paper.prints import MINUTES  # typesetting takes long to load

        paper = self._filing.preferences.settings.paper
        return partial(MINUTES.pdf, Wish(snapshot, paper, date.today(), since=since))


def _open(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices  # not needed to start

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
