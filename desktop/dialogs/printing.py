"""The print pack on screen, on paper and as PDF: always the same pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.apart import Apart
from desktop.base.tasks import Tasks
from desktop.base.theme import look
from desktop.dialogs.drawing import Drawing, hand_over, lp_words, takes_pdf
from desktop.dialogs.form import open_at
from desktop.dialogs.preview import Preview
from desktop.dialogs.print_choices import AUDIENCES, PrintChoices
from desktop.kit.entry.dialog import FilledDialog
from desktop.kit.labels import text_label
from models.language.messages import message, wrong
from models.language.words import counted
from models.paper.kinds import Audience
from models.paper.pack.wish import Wish
from models.paper.prints import PRINTS, SHEET, Print
from models.schema.analysis import Tick
from models.schema.problem import Refused
from models.store.files import write_atomically

SCREEN_PPI, PRINT_PPI = 144, 300
USUAL_TABLES = 4


class PrintDialog(FilledDialog):
    """Chooses from the pack and shows its pages; minutes are offered where a workshop comes with the wish.

    The title that stands on them is typed here, and told when the dialog ends.
    """

    asks = False
    paper_chosen = Signal(str)
    titled = Signal(str)
    written = Signal(object)
    """Where a PDF is written to, as soon as that is chosen."""

    def __init__(self, wish: Wish, parent: QWidget | None = None, *, what: Print = SHEET) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-dialog")
        self.setWindowTitle(self.tr("Print"))
        self._wish = wish
        self.folder = str(Path.home())
        offered = tuple(item for item in PRINTS if wish.gathered or not item.record)
        tables = len({group.name for group in wish.snapshot.workshop.groups}) or USUAL_TABLES
        self.choices = PrintChoices(offered, what, wish.paper, tables, wish.snapshot.scenario.title)
        self.choices.changed.connect(self._show_pages)
        self.choices.paper_chosen.connect(self.paper_chosen)
        self._told = text_label("", "label", wrap=True)
        self._told.setObjectName("sheet-told")
        self._preview = Preview()
        self._tasks = Tasks(self)
        self._tasks.answered.connect(self._receive)
        self._tasks.failed.connect(self._fail)
        self._apart = Apart(self)
        self._apart.done.connect(lambda outcome: self._end(self._say(outcome)))
        self._apart.failed.connect(self._fail_work)
        self._say: Callable[[Any], str] = str
        self._drawing = Drawing(self)
        self._drawing.moved.connect(self._tell_drawing)
        self._drawing.ended.connect(self._end_drawing)
        self._drawing.failed.connect(self._fail_work)
        self._stop = QPushButton(self.tr("Do not print"))
        self._save, self._paper = QPushButton(self.tr("Save PDF…")), QPushButton(self.tr("Print…"))
        for ended in (self._tasks.close, self._preview.tasks.close, self._drawing.stop):
            self.finished.connect(ended)
        self.finished.connect(lambda _: self.titled.emit(self.choices.title))
        self._lay_out()
        height = parent.height() - look().px(40) if parent is not None else look().px(900)
        open_at(self, 1080, max(560, round(100 * height / look().scale)))
        self._show_pages()

    @property
    def wish(self) -> Wish:
        return self.choices.wish(self._wish)

    def write_pdf(self, path: Path) -> None:
        """Save the pages as PDF; a failure is told in the dialog and leaves the file as it was."""
        what, wish = self.choices.print, self.wish
        self._work(
            self.tr("The file is being saved…"),
            lambda: write_atomically(path, what.pdf(wish)),
            lambda _: self.tr("Saved as {0}").format(path),
        )

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen pages; what is alike for all is set once and printed in copies."""
        printer.setDocName(f"{self.choices.print.title}: {self._wish.snapshot.case.title}")
        if self.wish.audience is Audience.PEOPLE:
            printer.setCopyCount(printer.copyCount() * self.wish.number)
        if not takes_pdf(printer):
            self._draw_on(printer)
            return
        words, what, wish = lp_words(printer, self.choices.paper), self.choices.print, self._one_each()
        self._work(
            self.tr("The pages are being handed to the printer…"),
            lambda: hand_over(what.pdf(wish), words),
            partial(self._say_handed, printer.printerName()),
        )

    def _work(self, told: str, work: Callable[[], object], say: Callable[[Any], str]) -> None:
        """Do one thing beside the window and tell how it went; whoever closes the dialog meanwhile does not end it."""
        self._begin(told)
        self._say = say
        self._apart.ask(work, grace=0)

    def _begin(self, told: str) -> None:
        self._told.setText(told)
        for button in (self._save, self._paper):
            button.setEnabled(False)

    def _end(self, told: str) -> None:
        self._told.setText(told)
        self._stop.setVisible(False)
        for button in (self._save, self._paper):
            button.setEnabled(True)

    def _fail_work(self, error: Exception) -> None:
        self._end("  ".join(map(wrong, error.problems)) if isinstance(error, Refused) else _unset(error))

    def _say_handed(self, printer: str, refusal: str) -> str:
        told = self.tr("{0} did not take it: {1}") if refusal else self.tr("Handed to {0}")
        return told.format(printer, refusal)

    def _draw_on(self, printer: QPrinter) -> None:
        """Draw the pages where nobody takes a PDF; meanwhile the button takes it back."""
        self._begin(self.tr("The pages are being set…"))
        self._stop.setVisible(True)
        self._drawing.begin(
            printer, self.choices.paper, partial(_drawn, self.choices.print, self._one_each())
        )

    def _tell_drawing(self, page: int, pages: int) -> None:
        self._told.setText(self.tr("Page {0} of {1} is going to the printer…").format(page, pages))

    def _end_drawing(self, is_done: bool) -> None:
        told = self.tr("Handed to the printer.")
        unanswered = self.tr("The printer does not answer. Choose another, or save a PDF.")
        self._end(told if is_done else unanswered)

    def _stop_drawing(self) -> None:
        self._drawing.stop()
        self._end(self.tr("Not printed."))

    def _one_each(self) -> Wish:
        """What is alike for everybody, once."""
        wish = self.wish
        return replace(wish, number=1) if wish.audience is Audience.PEOPLE else wish

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._told, 1)
        self._save.setObjectName("save-pdf")
        self._save.clicked.connect(self._ask_pdf)
        self._paper.setObjectName("print")
        self._paper.setProperty("role", "primary")
        self._paper.setDefault(True)
        self._paper.clicked.connect(self._ask_printer)
        self._stop.setObjectName("stop-printing")
        self._stop.clicked.connect(self._stop_drawing)
        self._stop.hide()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        for button in (self._stop, close, self._save, self._paper):
            bar.addWidget(button)
        both = QHBoxLayout()
        both.addWidget(self.choices)
        both.addWidget(self._preview, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addLayout(bar)

    def _show_pages(self) -> None:
        what, wish = self.choices.print, self._one_each()
        self._told.setText(self.tr("The pages are being set…"))

        def pages(tick: Tick) -> object:
            made = what.pages(wish, SCREEN_PPI)
            tick()
            return made, what.untold(wish)

        self._tasks.ask(pages)

    def _receive(self, answer: tuple[tuple[bytes, ...], str]) -> None:
        images, untold = answer
        self._preview.show_pages(images)
        self._told.setText("  ".join(text for text in (_tally(len(images), self.wish), untold) if text))

    def _fail(self, error: Exception) -> None:
        self._told.setText(_unset(error))

    def _ask_pdf(self) -> None:
        start = str(Path(self.folder) / self.choices.print.file)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save PDF"), start, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.written.emit(path)
            self.write_pdf(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self._preview.count))
        if dialog.exec():
            self.print_to(printer)


def _tally(pages: int, wish: Wish) -> str:
    if wish.audience is Audience.PEOPLE and wish.number > 1:
        each = message("{0} for each of {1} {2}")
        return each.format(counted(pages, "page"), wish.number, message(AUDIENCES[wish.audience]))
    return counted(pages, "page")


def _unset(error: Exception) -> str:
    return message("These pages cannot be set: {0}").format(error)


def _drawn(what: Print, wish: Wish) -> tuple[bytes, ...]:
    return tuple(what.pages(wish, PRINT_PPI))
