"""The analyses are printed with the sheet on wish, and only with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop.dialogs.printing import PrintDialog
from models.store.cases import load_embedded
from tests.desktop.dialogs.printing.printed import choose, choose_print, pages, wish, write
from tests.models.paper.printed import alternatives


@pytest.fixture
def small(qtbot: QtBot) -> Iterator[PrintDialog]:
    case = load_embedded("tiny")
    dialog = PrintDialog(wish(case))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog


def annex(dialog: PrintDialog) -> QCheckBox:
    box = dialog.findChild(QCheckBox, "with-annex")
    assert box is not None
    return box


def test_the_analyses_are_added_on_wish_and_taken_away_again(small: PrintDialog, qtbot: QtBot) -> None:
    annex(small).click()
    qtbot.waitUntil(lambda: len(pages(small)) == 2)

    annex(small).click()
    qtbot.waitUntil(lambda: len(pages(small)) == 1)


def test_the_pdf_has_the_analyses_if_the_preview_has(
    small: PrintDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    annex(small).click()
    write(qtbot, small, tmp_path / "sheet.pdf")

    qtbot.waitUntil(lambda: len(pages(small)) == 2)
    assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 2


def test_another_paper_keeps_the_analyses(small: PrintDialog, qtbot: QtBot) -> None:
    annex(small).click()

    choose(small, "paper", 1)

    assert annex(small).isChecked()
    qtbot.waitUntil(lambda: len(pages(small)) == 2)


def test_the_map_has_no_analyses_and_the_sheet_remembers_them(small: PrintDialog, qtbot: QtBot) -> None:
    annex(small).click()

    choose_print(small, "Argument map")
    qtbot.waitUntil(lambda: len(pages(small)) == 1)
    assert not annex(small).isVisible()

    choose_print(small, "Briefing sheet")
    qtbot.waitUntil(lambda: len(pages(small)) == 2)
    assert annex(small).isVisible()


def test_where_all_is_rated_the_tornado_of_what_is_picked_is_printed(qtbot: QtBot, tmp_path: Path) -> None:
    case = load_embedded()
    picked = case.by_code["R7"].id
    dialog = PrintDialog(wish(case, picked=picked, rated=0.9))
    qtbot.addWidget(dialog)

    annex(dialog).setChecked(True)
    write(qtbot, dialog, tmp_path / "sheet.pdf")

    *_, tornado = alternatives((tmp_path / "sheet.pdf").read_bytes())
    assert tornado.startswith("90%, very likely. “Korea is Europe’s business” moves it most.")
