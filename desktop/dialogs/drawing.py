"""Carries out what the system's print dialog chose: CUPS is given the PDF, so that text stays text.

On a printer that takes no PDF pages are drawn in strips between events, so that the window is never held up.

Whatever draws on a printer holds the interpreter for as long as it draws, in whichever thread: a strip takes a few
hundredths of a second, a page takes one. What a page looks like is made ready apart from the window.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QBuffer, QMarginsF, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from desktop.base.apart import Apart

PATIENCE = 30
"""Seconds after which a printer's queue that does not take the job is given up."""
SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}
OF_CUPS = 0xFE00
"""Where Qt's own print dialog leaves what it asks of CUPS alone, such as pages as they were typed."""
MEDIA = {"a4": "A4", "letter": "Letter", "a3": "A3"}


def takes_pdf(printer: QPrinter) -> bool:
    """Whether a queue of CUPS stands behind the printer, which prints PDF as it is."""
    native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat and not printer.outputFileName()
    return native and bool(printer.printerName()) and shutil.which("lp") is not None


def chosen_ranges(printer: QPrinter) -> QPageRanges:
    """The pages that are wanted; empty where all are."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return QPageRanges()
    if not printer.pageRanges().isEmpty():
        return printer.pageRanges()
    ranges = QPageRanges()
    if printer.fromPage():
        ranges.addRange(printer.fromPage(), printer.toPage())
    return ranges


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Which of so many pages are wanted, the first being 0."""
    ranges = chosen_ranges(printer)
    return [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]


def lp_words(printer: QPrinter, paper: str) -> list[str]:
    """The command that hands a PDF over: the queue, the title, the copies, the pages, and on what they are printed."""
    words = ["lp", "-d", printer.printerName(), "-t", printer.docName(), "-n", str(printer.copyCount())]
    ranges = chosen_ranges(printer)
    if not ranges.isEmpty():
        words += ["-P", ranges.toString()]
    options = [*_asked_of_cups(printer), f"media={MEDIA[paper]}"]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        options.append("outputorder=reverse")
    if printer.duplex() in SIDES:
        options.append(f"sides={SIDES[printer.duplex()]}")
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        options.append("print-color-mode=monochrome")
    if printer.copyCount() > 1:
        options.append(f"collate={'true' if printer.collateCopies() else 'false'}")
    return [*words, *(word for option in options for word in ("-o", option))]


def _asked_of_cups(printer: QPrinter) -> list[str]:
    """The options that the print dialog took for CUPS alone: names and values in turn."""
    found = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(OF_CUPS)) or ()
    return [f"{name}={value}" for name, value in zip(found[::2], found[1::2], strict=True) if value]


def hand_over(pdf: bytes, words: list[str]) -> str:
    """Give the PDF to the printer's queue by a command; tells what is wrong, or nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - words, never a line for a shell
            words, input=pdf, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stderr.decode(errors="replace").strip() or "lp" if done.returncode else ""


STRIPS = 40
PAGE_SIZES = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
    "a3": QPageSize.PageSizeId.A3,
}


class Drawing(QObject):
    """Draws the chosen ones of some pages on a printer, to the edge of the paper; one job at a time."""

    moved = Signal(int, int)
    """Which of how many pages is being drawn."""
    ended = Signal(bool)
    """Whether all are drawn; they are not where the printer does not answer."""
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._apart = Apart(self)
        self._apart.done.connect(self._receive)
        self._apart.failed.connect(self._fail)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_strip)
        self._painter: QPainter | None = None
        self._printer: QPrinter | None = None
        self._paper = ""
        self._pages: tuple[bytes, ...] = ()
        self._number = 0
        self._page: QImage | None = None
        self._strips: Iterator[tuple[int, int]] = iter(())

    def begin(self, printer: QPrinter, paper: str, pages: Callable[[], tuple[bytes, ...]]) -> None:
        """Make the pages, as PNG, and draw those that the printer was asked for."""
        printer.setFullPage(True)
        self._printer, self._paper, self._pages, self._number = printer, paper, (), 0
        self._painter, self._page = QPainter(), None
        self._apart.ask(partial(_chosen, printer, pages), grace=0)

    def stop(self) -> None:
        """Draw no more; what is on the way to the printer is taken back."""
        self._apart.cancel()
        self._next.stop()
        if self._printer is not None and self._painter is not None and self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self._painter = self._printer = self._page = None

    def _receive(self, made: object) -> None:
        if isinstance(made, QImage):
            self._page = made
            self._draw_page(made)
        elif isinstance(made, tuple):
            self._pages = made
            self._go_on()

    def _fail(self, error: object) -> None:
        self.stop()
        self.failed.emit(error)

    def _go_on(self) -> None:
        """Make the next page ready, or end."""
        if self._number < len(self._pages):
            self.moved.emit(self._number + 1, len(self._pages))
            self._apart.ask(partial(_image, self._pages[self._number]), grace=0)
            self._number += 1
            return
        if self._painter is not None:
            self._painter.end()
        self._painter = self._printer = self._page = None
        self.ended.emit(True)

    def _draw_page(self, page: QImage) -> None:
        """Begin a page; the paper lies as it does: the back of a hand-out is wide, its front is high."""
        printer, painter = self._printer, self._painter
        if printer is None or painter is None:
            return
        wide = page.width() > page.height()
        lying = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        layout = QPageLayout(QPageSize(PAGE_SIZES[self._paper]), lying, QMarginsF(0, 0, 0, 0))
        printer.setPageLayout(layout)
        if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
            self.stop()
            self.ended.emit(False)
            return
        high = -(-page.height() // STRIPS)
        self._strips = ((top, min(high, page.height() - top)) for top in range(0, page.height(), high))
        self._next.start()

    def _draw_strip(self) -> None:
        strip, page = next(self._strips, None), self._page
        if strip is None or page is None or self._painter is None or self._printer is None:
            self._go_on()
            return
        top, high = strip
        image = page.copy(0, top, page.width(), high).convertToFormat(QImage.Format.Format_RGB888)
        whole = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        part = whole.height() / page.height()
        self._painter.drawImage(QRectF(0, top * part, whole.width(), high * part), image)
        self._next.start()


def _chosen(printer: QPrinter, pages: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
    made = pages()
    return tuple(made[page] for page in chosen_pages(printer, len(made)))


def _image(png: bytes) -> QImage:
    """A page as an image; Qt's reader, unlike `QImage.fromData`, lets others have the interpreter meanwhile."""
    held = QBuffer()
    held.setData(png)
    reader = QImageReader(held, b"png")
    image = reader.read()
    if image.isNull():
        raise ValueError(reader.errorString())
    return image
