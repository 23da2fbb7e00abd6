"""The sheet's preview, PDF and print come from the same pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from desktop.printing import SheetDialog
from models.engine.snapshot import take_snapshot
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SheetDialog]:
    case = load_embedded()
    dialog = SheetDialog(take_snapshot(case, baseline_scenario(case)), "a4")
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog


def pages(dialog: SheetDialog) -> list[QLabel]:
    return [label for label in dialog.findChildren(QLabel) if label.objectName().startswith("sheet-page-")]


def test_the_preview_shows_the_two_pages_of_the_baseline(dialog: SheetDialog) -> None:
    assert len(pages(dialog)) == 2


def test_the_pdf_has_the_pages_of_the_preview(dialog: SheetDialog, tmp_path: Path) -> None:
    dialog.write_pdf(tmp_path / "sheet.pdf")

    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == len(pages(dialog))


def test_the_printer_gets_the_pages_of_the_preview(dialog: SheetDialog, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    dialog.print_to(printer)

    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 2
    assert round(float(printed.pages[0].mediabox.width)) == 595


def test_a_pdf_that_cannot_be_written_is_told_in_the_dialog(dialog: SheetDialog, tmp_path: Path) -> None:
    dialog.write_pdf(tmp_path / "no-such-folder" / "sheet.pdf")

    told = dialog.findChild(QLabel, "sheet-told")
    assert told is not None
    assert "sheet.pdf" in told.text() or "folder" in told.text()


def test_another_paper_sets_the_pages_anew(dialog: SheetDialog, qtbot: QtBot) -> None:
    papers = dialog.findChild(QComboBox, "paper")
    assert papers is not None

    with qtbot.waitSignal(dialog.paper_chosen) as chosen:
        papers.setCurrentIndex(1)
        papers.activated.emit(1)

    assert chosen.args == ["letter"]
    assert dialog.paper == "letter"


def test_the_argument_map_prints_on_one_landscape_page(dialog: SheetDialog, tmp_path: Path) -> None:
    prints = dialog.findChild(QComboBox, "print-what")
    assert prints is not None

    prints.setCurrentIndex(1)
    prints.activated.emit(1)
    dialog.write_pdf(tmp_path / "map.pdf")

    page = PdfReader(tmp_path / "map.pdf").pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert len(PdfReader(tmp_path / "map.pdf").pages) == 1
