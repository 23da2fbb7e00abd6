"""Carries out what the system's print dialog chose: CUPS is given the PDF, so that text stays text."""

import shutil
import subprocess

from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

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
