"""What was chosen in the system's print dialog is what the printer is asked for; a queue of CUPS gets the PDF."""

from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from desktop.dialogs.drawing import chosen_pages, lp_words
from desktop.dialogs.printing import PrintDialog
from models.store.cases import load_embedded
from tests.desktop.dialogs.printing.printed import wish

LP = """#!/bin/sh
cat >"{folder}/printed.pdf"
printf '%s\\n' "$@" >"{folder}/words"
[ ! -e "{folder}/refuses" ] || {{ echo 'lp: the queue is closed' >&2; exit 1; }}
"""


class Queue(QPrinter):
    """A printer as a queue of CUPS shows itself."""

    @override
    def printerName(self) -> str:
        return "Office"

    @override
    def outputFormat(self) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat

    @override
    def outputFileName(self) -> str:
        return ""

    @override
    def duplex(self) -> QPrinter.DuplexMode:
        return QPrinter.DuplexMode.DuplexLongSide


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a stand-in for `lp` leaves what it was given."""
    program = tmp_path / "lp"
    program.write_text(LP.format(folder=tmp_path), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


@pytest.fixture
def dialog(qtbot: QtBot) -> PrintDialog:
    dialog = PrintDialog(wish(load_embedded()))
    qtbot.addWidget(dialog)
    return dialog


def _ranged(printer: QPrinter, ranges: str) -> QPrinter:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString(ranges))
    return printer


def _told(dialog: PrintDialog) -> str:
    label = dialog.findChild(QLabel, "sheet-told")
    assert label is not None
    return label.text()


def test_a_queue_gets_the_pdf_with_its_text_its_title_and_the_chosen_pages(
    dialog: PrintDialog, lp: Path, qtbot: QtBot
) -> None:
    printer = _ranged(Queue(), "2-3")
    printer.setCopyCount(5)

    dialog.print_to(printer)
    qtbot.waitUntil(lambda: _told(dialog) == "Handed to Office")

    words = (lp / "words").read_text(encoding="utf-8").splitlines()
    assert words[:2] == ["-d", "Office"]
    assert words[3] == f"Briefing sheet: {load_embedded().title}"
    assert words[4:8] == ["-n", "5", "-P", "2-3"]
    assert "recommendations" in PdfReader(lp / "printed.pdf").pages[0].extract_text()


def test_a_queue_that_refuses_is_told(dialog: PrintDialog, lp: Path, qtbot: QtBot) -> None:
    (lp / "refuses").touch()

    dialog.print_to(Queue())

    qtbot.waitUntil(lambda: _told(dialog) == "Office did not take it: lp: the queue is closed")


def test_both_sides_grey_and_the_paper_are_asked_for(qtbot: QtBot) -> None:
    printer = Queue()
    printer.setColorMode(QPrinter.ColorMode.GrayScale)

    words = lp_words(printer, "letter")

    assert words[-6:] == [
        "-o",
        "media=Letter",
        "-o",
        "sides=two-sided-long-edge",
        "-o",
        "print-color-mode=monochrome",
    ]


@pytest.mark.parametrize(("ranges", "pages"), [("2-3", [1, 2]), ("1,4", [0, 3]), ("4-9", [3])])
def test_only_the_chosen_pages_are_printed(qtbot: QtBot, ranges: str, pages: list[int]) -> None:
    assert chosen_pages(_ranged(QPrinter(), ranges), 4) == pages


def test_all_pages_are_printed_where_none_are_chosen(qtbot: QtBot) -> None:
    assert chosen_pages(QPrinter(), 3) == [0, 1, 2]


def _to_file(folder: Path) -> QPrinter:
    printer = _ranged(QPrinter(QPrinter.PrinterMode.ScreenResolution), "2-3")
    printer.setOutputFileName(str(folder / "printed.pdf"))
    return printer


def test_where_there_is_no_queue_the_chosen_pages_are_drawn(
    dialog: PrintDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = _to_file(tmp_path)

    dialog.print_to(printer)
    qtbot.waitUntil(lambda: _told(dialog) == "Handed to the printer.")

    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 2


def test_drawing_is_done_between_events_and_can_be_stopped(
    dialog: PrintDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = _to_file(tmp_path)
    dialog.show()
    stop = dialog.findChild(QPushButton, "stop-printing")
    assert stop is not None

    dialog.print_to(printer)
    assert not (tmp_path / "printed.pdf").exists()
    qtbot.waitUntil(lambda: _told(dialog).startswith("Page 1 of 2"))
    stop.click()

    assert (_told(dialog), stop.isVisible()) == ("Not printed.", False)
    assert printer.printerState() is not QPrinter.PrinterState.Active


class Asked:
    """What Qt's print dialog leaves for CUPS, which a server has to be there for."""

    def property(self, key: object) -> list[str]:
        del key
        return ["number-up", "2", "job-billing", "", "page-ranges", "2-3", "page-set", "odd"]


def test_what_the_dialog_asks_of_cups_alone_is_handed_on() -> None:
    class Typed(Queue):
        @override
        def printEngine(self) -> Asked:  # type: ignore[override]
            return Asked()

    printer = Typed()
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)

    words = lp_words(printer, "a4")

    asked = [after for before, after in pairwise(words) if before == "-o"]
    assert asked[:3] == ["number-up=2", "page-ranges=2-3", "page-set=odd"]
    assert "outputorder=reverse" in asked
    assert not any(option.startswith("job-billing") for option in asked)
