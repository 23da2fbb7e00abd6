"""The sheet's preview, PDF and print come from the same pages."""

from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QScrollArea, QSpinBox
from pytestqt.qtbot import QtBot

from desktop.dialogs import preview as preview_of
from desktop.dialogs import printing
from desktop.dialogs.printing import PrintDialog
from models.analyses.groups.standing import take_standing
from models.paper.prints import MINUTES
from models.store.cases import load_embedded
from models.store.files import write_atomically
from tests.desktop.dialogs.printing.printed import choose, choose_print, pages, wish, write
from tests.workshops import four_tables


def test_the_preview_shows_the_four_pages_of_the_baseline(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(pages(dialog)) == 4)


def test_the_pages_are_as_wide_as_the_room_for_them(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(pages(dialog)) == 4)
    preview = dialog.findChild(QScrollArea, "preview")
    assert preview is not None
    wide = pages(dialog)[0].pixmap().width()

    dialog.resize(dialog.minimumSizeHint().width() + 200, dialog.height())

    qtbot.waitUntil(lambda: pages(dialog)[0].pixmap().width() < wide)
    qtbot.waitUntil(lambda: preview.horizontalScrollBar().maximum() == 0)


def test_the_pages_are_fitted_apart_from_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[object] = []

    def noted(*given: Any) -> Any:
        threads.append(current_thread())
        return fitted(*given)

    fitted = preview_of._drawn
    monkeypatch.setattr(preview_of, "_drawn", noted)
    shown = PrintDialog(wish(load_embedded()))
    qtbot.addWidget(shown)
    shown.show()

    qtbot.waitUntil(lambda: len(pages(shown)) == 4)

    assert threads
    assert main_thread() not in threads


def test_the_pdf_has_the_pages_of_the_preview(dialog: PrintDialog, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: bool(pages(dialog)))
    write(qtbot, dialog, tmp_path / "sheet.pdf")

    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == len(pages(dialog))


def _wait_until_printed(dialog: PrintDialog, qtbot: QtBot) -> None:
    told = dialog.findChild(QLabel, "sheet-told")
    assert told is not None
    qtbot.waitUntil(lambda: told.text() == "Handed to the printer.")


def test_the_printer_gets_the_pages_of_the_preview(dialog: PrintDialog, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    dialog.print_to(printer)
    _wait_until_printed(dialog, qtbot)

    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 4
    assert round(float(printed.pages[0].mediabox.width)) == 595


def test_a_pdf_that_cannot_be_written_is_told_in_the_dialog(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: bool(pages(dialog)))
    dialog.write_pdf(tmp_path / "no-such-folder" / "sheet.pdf")

    told = dialog.findChild(QLabel, "sheet-told")
    assert told is not None
    assert told.text() == "The file is being saved…"
    qtbot.waitUntil(lambda: "sheet.pdf" in told.text() or "folder" in told.text())


def test_a_pdf_is_made_and_saved_beside_the_window_which_offers_no_second_meanwhile(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def noted(path: Path, data: bytes) -> None:
        threads.append(current_thread())
        write_atomically(path, data)

    monkeypatch.setattr(printing, "write_atomically", noted)
    save = dialog.findChild(QPushButton, "save-pdf")
    assert save is not None

    dialog.write_pdf(tmp_path / "sheet.pdf")

    assert not save.isEnabled()
    qtbot.waitUntil(save.isEnabled)
    assert threads and main_thread() not in threads


def test_another_paper_sets_the_pages_anew(dialog: PrintDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.paper_chosen) as chosen:
        choose(dialog, "paper", 1)

    assert chosen.args == ["letter"]
    assert dialog.choices.paper == "letter"


def test_the_argument_map_prints_on_one_landscape_page(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose_print(dialog, "Argument map")
    write(qtbot, dialog, tmp_path / "map.pdf")

    page = PdfReader(tmp_path / "map.pdf").pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert len(PdfReader(tmp_path / "map.pdf").pages) == 1


def test_minutes_are_offered_where_there_is_a_workshop(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path
) -> None:
    case = load_embedded()
    standing = take_standing(case, four_tables(case))
    gathered = PrintDialog(wish(case, standing=standing), what=MINUTES)
    qtbot.addWidget(gathered)
    gathered.show()

    write(qtbot, gathered, tmp_path / "minutes.pdf")

    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "minutes.pdf").pages)
    assert "Table 4" in text
    number = len(PdfReader(tmp_path / "minutes.pdf").pages)
    qtbot.waitUntil(lambda: len(pages(gathered)) == number)
    assert "Minutes" in offered(gathered)
    assert "Minutes" not in offered(dialog)


def offered(dialog: PrintDialog) -> list[str]:
    prints = dialog.findChild(QListWidget, "print-what")
    assert prints is not None
    return [prints.item(place).text() for place in range(prints.count())]


def test_ballots_for_people_are_shown_once_and_saved_for_all(
    dialog: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose_print(dialog, "Ballots")
    number = dialog.findChild(QSpinBox, "print-number")
    assert number is not None
    number.setValue(7)
    told = dialog.findChild(QLabel, "sheet-told")
    assert told is not None

    qtbot.waitUntil(lambda: told.text() == "1 page for each of 7 people")
    write(qtbot, dialog, tmp_path / "ballots.pdf")

    qtbot.waitUntil(lambda: len(pages(dialog)) == 1)
    assert len(PdfReader(tmp_path / "ballots.pdf").pages) == 7


def test_the_printer_turns_the_paper_for_the_back_of_the_hand_out(
    dialog: PrintDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_print(dialog, "Hand-out")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    dialog.print_to(printer)
    _wait_until_printed(dialog, qtbot)

    boxes = [page.mediabox for page in PdfReader(tmp_path / "printed.pdf").pages]
    assert [box.width > box.height for box in boxes] == [False, True]
