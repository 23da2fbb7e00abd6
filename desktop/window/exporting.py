"""Writes what is handed on to a file: the minutes, an interactive hand-out, a picture of the page or of one chart."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication

from desktop.base.theme import look
from desktop.stage.notice import NoticeTone
from desktop.stage.stage import Stage
from desktop.window.filing import Filing
from models.schema.page import Figure, Page
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

        kinds = {f"{self.tr(title)} (*{ending})": ending for ending, title in FORMATS.items()}
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


LEAST = QSize(960, 540)
"""A page is pictured at least so large, however small the window is; unscaled."""


class Picturing(QObject):
    """Asks where to, and writes what the stage shows."""

    def __init__(self, filing: Filing, stage: Stage) -> None:
        super().__init__(filing)
        self._filing, self._stage = filing, stage

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {"save-picture": self.ask, "save-figure": self.ask_figure, "copy-figure": self.copy_figure}

    def ask(self) -> None:
        if self._stage.page is not None:
            self._ask(self._stage.page)

    def ask_figure(self, figure: Figure) -> None:
        """Let the user choose a file, and write one chart to it, under its heading."""
        self._ask(_alone(figure))

    def copy_figure(self, figure: Figure) -> None:
        from PySide6.QtGui import QImage  # not needed to start

        image = QImage.fromData(self._picture(_alone(figure), vector=False))
        QGuiApplication.clipboard().setImage(image)
        self._stage.notice.tell(self.tr("The chart is on the clipboard, as a picture."))

    def write(self, page: Page, path: Path) -> None:
        """Write a page; the name says whether as a drawing (SVG) or as pixels (PNG)."""
        try:
            write_atomically(path, self._picture(page, vector=path.suffix.lower() == ".svg"))
        except Refused as refused:
            self._filing.show_problems(self.tr("The picture was not written."), refused.problems, bad=True)
            return
        self._stage.notice.tell(self.tr("The picture is in {0}.").format(path.name))

    def _ask(self, page: Page) -> None:
        kinds = self.tr("Pictures (*.png);;Drawings (*.svg)")
        path, kind = self._filing.ask_target(self.tr("Save a picture"), f"{page.name}.png", kinds)
        if path is not None:
            ending = ".svg" if "*.svg" in kind else ".png"
            known = path.suffix.lower() in (".png", ".svg")
            self.write(page, path if known else path.with_name(path.name + ending))

    def _picture(self, page: Page, vector: bool) -> bytes:
        from desktop.kit.picture import page_picture  # charts take long to load

        wanted = look()
        least = QSize(wanted.px(LEAST.width()), wanted.px(LEAST.height()))
        return page_picture(page, wanted, self._stage.view.size().expandedTo(least), vector)


def _alone(figure: Figure) -> Page:
    return Page(name=figure.id, title=figure.heading, blocks=(figure,))
