"""Pictures to take along: the page, or one chart of it, to a file or to the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QGuiApplication

from desktop.base.theme import look
from desktop.stage.stage import Stage
from desktop.window.filing import Filing
from models.schema.page import Figure, Page
from models.schema.problem import Refused
from models.store.files import write_atomically

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
