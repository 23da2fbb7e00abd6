"""The print pack on screen, on paper and as PDF: always the same pages."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.base.tasks import Tasks
from desktop.base.theme import look
from desktop.dialogs.preview import Preview
from desktop.dialogs.print_choices import AUDIENCES, PrintChoices
from desktop.dialogs.sizing import open_at
from desktop.dialogs.spooling import chosen_pages, hand_over, takes_pdf
from desktop.kit.entry.dialog import FilledDialog
from desktop.kit.labels import text_label
from models.language.messages import wrong
from models.language.words import counted
from models.paper.kinds import Audience
from models.paper.pack.wish import Wish
from models.paper.prints import PRINTS, SHEET, Print
from models.schema.analysis import Tick
from models.schema.problem import Refused
from models.store.files import write_atomically

SCREEN_PPI, PRINT_PPI = 144, 300
PAGE_SIZES = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
    "a3": QPageSize.PageSizeId.A3,
}
USUAL_TABLES = 4


class PrintDialog(FilledDialog):
    """Chooses from the pack and shows its pages; minutes are offered where a workshop comes with the wish.

    The title that stands on them is typed here, and told when the dialog ends.
    """

    asks = False
    paper_chosen = Signal(str)
    titled = Signal(str)

    def __init__(self, wish: Wish, parent: QWidget | None = None, *, what: Print = SHEET) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-dialog")
        self.setWindowTitle(self.tr("Print"))
        self._wish = wish
        offered = tuple(item for item in PRINTS if wish.gathered or not item.record)
        tables = len({group.name for group in wish.snapshot.workshop.groups}) or USUAL_TABLES
        self._choices = PrintChoices(offered, what, wish.paper, tables, wish.snapshot.scenario.title)
        self._choices.changed.connect(self._show_pages)
        self._choices.paper_chosen.connect(self.paper_chosen)
        self._told = text_label("", "label", wrap=True)
        self._told.setObjectName("sheet-told")
        self._preview = Preview()
        self._tasks = Tasks(self)
        self._tasks.answered.connect(self._receive)
        self._tasks.failed.connect(self._fail)
        for ended in (self._tasks.close, self._preview.close_tasks):
            self.finished.connect(ended)
        self.finished.connect(lambda _: self.titled.emit(self.title))
        self._lay_out()
        height = parent.height() - look().px(40) if parent is not None else look().px(900)
        open_at(self, 1080, max(560, round(100 * height / look().scale)))
        self._show_pages()

    @property
    def print(self) -> Print:
        """What is shown and would be printed."""
        return self._choices.print

    @property
    def title(self) -> str:
        """What is typed as the title of all that is printed."""
        return self._choices.title

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return self._choices.paper

    @property
    def wish(self) -> Wish:
        """What is wanted on paper."""
        return self._choices.wish(self._wish)

    def write_pdf(self, path: Path) -> None:
        """Save the pages as PDF; a failure is told in the dialog and leaves the file as it was."""
        try:
            write_atomically(path, self.print.pdf(self.wish))
        except Refused as refused:
            self._told.setText("  ".join(map(wrong, refused.problems)))
        else:
            self._told.setText(self.tr("Saved as {0}").format(path))

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen pages; what is alike for all is set once and printed in copies."""
        printer.setDocName(f"{self.print.title}: {self._wish.snapshot.case.title}")
        if self.wish.audience is Audience.PEOPLE:
            printer.setCopyCount(printer.copyCount() * self.wish.number)
        if not takes_pdf(printer):
            self._draw_on(printer)
            return
        wrong = hand_over(self.print.pdf(self._one_each()), printer, self.paper)
        told = self.tr("{0} did not take it: {1}") if wrong else self.tr("Handed to {0}")
        self._told.setText(told.format(printer.printerName(), wrong))

    def _draw_on(self, printer: QPrinter) -> None:
        """Draw the pages, to the edge of the paper."""
        printer.setFullPage(True)
        pages = self.print.pages(self._one_each(), PRINT_PPI)
        painter = QPainter()
        for index in chosen_pages(printer, len(pages)):
            image = QImage.fromData(pages[index])
            self._turn(printer, image)
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                self._told.setText(self.tr("The printer does not answer. Choose another, or save a PDF."))
                return
            whole = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            whole.moveTo(0, 0)
            painter.drawImage(whole, image)
        painter.end()

    def _turn(self, printer: QPrinter, image: QImage) -> None:
        """The paper as the page lies: the back of a hand-out is wide, its front is high."""
        wide = image.width() > image.height()
        lying = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(QPageSize(PAGE_SIZES[self.paper]), lying, QMarginsF(0, 0, 0, 0)))

    def _one_each(self) -> Wish:
        """What is alike for everybody, once."""
        wish = self.wish
        return replace(wish, number=1) if wish.audience is Audience.PEOPLE else wish

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._told, 1)
        save = QPushButton(self.tr("Save PDF…"))
        save.setObjectName("save-pdf")
        save.clicked.connect(self._ask_pdf)
        paper = QPushButton(self.tr("Print…"))
        paper.setObjectName("print")
        paper.setProperty("role", "primary")
        paper.setDefault(True)
        paper.clicked.connect(self._ask_printer)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        for button in (close, save, paper):
            bar.addWidget(button)
        both = QHBoxLayout()
        both.addWidget(self._choices)
        both.addWidget(self._preview, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addLayout(bar)

    def _show_pages(self) -> None:
        what, wish = self.print, self._one_each()
        self._told.setText(self.tr("The pages are being set…"))

        def pages(tick: Tick) -> object:
            made = what.pages(wish, SCREEN_PPI)
            tick()
            return made, what.untold(wish)

        self._tasks.ask(pages)

    def _receive(self, answer: tuple[tuple[bytes, ...], str]) -> None:
        images, untold = answer
        self._preview.show_pages(images)
        self._told.setText("  ".join(text for text in (self._tally(len(images)), untold) if text))

    def _tally(self, pages: int) -> str:
        wish = self.wish
        if wish.audience is Audience.PEOPLE and wish.number > 1:
            each = self.tr("{0} for each of {1} {2}")
            return each.format(counted(pages, "page"), wish.number, self.tr(AUDIENCES[wish.audience]))
        return counted(pages, "page")

    def _fail(self, error: Exception) -> None:
        self._told.setText(self.tr("These pages cannot be set: {0}").format(error))

    def _ask_pdf(self) -> None:
        start = str(Path.home() / self.print.file)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save PDF"), start, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.write_pdf(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self._preview.count))
        if dialog.exec():
            self.print_to(printer)
