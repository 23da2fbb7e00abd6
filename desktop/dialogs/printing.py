"""The briefing sheet and the map on screen, on paper and as PDF: always the same pages."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.base.theme import look
from desktop.dialogs.prints import MAP, MINUTES, SHEET, Print, Wish
from desktop.kit.labels import text_label
from models.language.words import counted
from models.schema.problem import Refused
from models.store.files import write_atomically

SCREEN_PPI, PRINT_PPI = 144, 300
PAGE_SIZES = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
    "a3": QPageSize.PageSizeId.A3,
}
PAPER_NAMES = {"a4": "A4", "letter": "Letter", "a3": "A3"}


class SheetDialog(QDialog):
    """Shows the pages as they will be printed; minutes are offered where a workshop comes with the wish."""

    paper_chosen = Signal(str)

    def __init__(self, wish: Wish, parent: QWidget | None = None, *, what: Print = SHEET) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-dialog")
        self.setWindowTitle(self.tr("Print"))
        self._wish = wish
        self._offered = (SHEET, MAP, MINUTES) if wish.gathered else (SHEET, MAP)
        self._prints = _box("print-what", self.tr("What to print"))
        for kind in self._offered:
            self._prints.addItem(self.tr(kind.title), kind)
        self._prints.setCurrentIndex(self._offered.index(what))
        self._prints.activated.connect(self._choose_print)
        self._annex = QCheckBox(self.tr("With the analyses"))
        self._annex.setObjectName("with-annex")
        self._annex.setToolTip(self.tr("Adds what the analyses answer, from what changes it to rounds."))
        self._annex.clicked.connect(self._show_pages)
        self._papers = _box("paper", self.tr("Paper"))
        self._papers.activated.connect(self._choose_paper)
        self._annex.setVisible(self.print.has_annex)
        self._offer_papers(wish.paper)
        self._told = text_label("", "label", wrap=True)
        self._told.setObjectName("sheet-told")
        self._pages = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.addLayout(self._bar())
        layout.addWidget(self._told)
        layout.addWidget(self._preview(), 1)
        height = parent.height() - look().px(40) if parent is not None else look().px(900)
        self.resize(look().px(880), max(look().px(560), height))
        self._show_pages()

    @property
    def print(self) -> Print:
        """What is shown and would be printed."""
        return self._offered[self._prints.currentIndex()]

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return str(self._papers.currentData())

    @property
    def wish(self) -> Wish:
        """What is wanted on paper."""
        annex = self.print.has_annex and self._annex.isChecked()
        return replace(self._wish, paper=self.paper, annex=annex)

    def write_pdf(self, path: Path) -> None:
        """Save the pages as PDF; a failure is told in the dialog and leaves the file as it was."""
        try:
            write_atomically(path, self.print.pdf(self.wish))
        except Refused as refused:
            self._told.setText("  ".join(f"{problem.what} {problem.remedy}" for problem in refused.problems))
        else:
            self._told.setText(self.tr("Saved as {0}").format(path))

    def print_to(self, printer: QPrinter) -> None:
        """Draw the pages on a printer, to the edge of the paper."""
        printer.setFullPage(True)
        page = QPageSize(PAGE_SIZES[self.paper])
        printer.setPageLayout(QPageLayout(page, self.print.orientation, QMarginsF(0, 0, 0, 0)))
        images = self.print.pages(self.wish, PRINT_PPI)
        painter = QPainter()
        if not painter.begin(printer):
            self._told.setText(self.tr("The printer does not answer. Choose another, or save a PDF."))
            return
        for index, image in enumerate(images):
            if index:
                printer.newPage()
            whole = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            whole.moveTo(0, 0)
            painter.drawImage(whole, QImage.fromData(image))
        painter.end()

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(self._prints)
        bar.addWidget(self._annex)
        bar.addStretch(1)
        bar.addWidget(text_label(self.tr("Paper"), "label"))
        bar.addWidget(self._papers)
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
        return bar

    def _preview(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._pages)
        self._pages.setSpacing(look().px(16))
        area = QScrollArea()
        area.setObjectName("preview")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _show_pages(self) -> None:
        while (item := self._pages.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        images = self.print.pages(self.wish, SCREEN_PPI)
        for number, image in enumerate(images, start=1):
            label = _page(image, self.devicePixelRatioF())
            label.setObjectName(f"sheet-page-{number}")
            label.setAccessibleName(self.tr("Page {0} of {1}").format(number, len(images)))
            self._pages.addWidget(label)
        self._told.setText(counted(len(images), "page"))

    def _offer_papers(self, paper: str) -> None:
        self._papers.clear()
        for value in self.print.papers:
            self._papers.addItem(PAPER_NAMES[value], value)
        self._papers.setCurrentIndex(max(0, self._papers.findData(paper)))

    def _choose_print(self) -> None:
        self._annex.setVisible(self.print.has_annex)
        self._offer_papers(self.paper)
        self._show_pages()

    def _choose_paper(self) -> None:
        self.paper_chosen.emit(self.paper)
        self._show_pages()

    def _ask_pdf(self) -> None:
        start = str(Path.home() / self.print.file)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save PDF"), start, "PDF (*.pdf)")
        if name:
            path = Path(name)
            self.write_pdf(path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf"))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self.print_to(printer)


def _box(name: str, spoken: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    return box


def _page(image: bytes, ratio: float) -> QLabel:
    """A page as wide as the preview."""
    pixmap = QPixmap.fromImage(QImage.fromData(image))
    pixmap = pixmap.scaledToWidth(round(look().px(800) * ratio), Qt.TransformationMode.SmoothTransformation)
    pixmap.setDevicePixelRatio(ratio)
    label = QLabel()
    label.setPixmap(pixmap)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
