"""Pages in front of a room: the title comes first, and as few parts as can be."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.kit import page_view
from models.schema.page import Column, Line, Page, Row, Table, TextCell
from tests.desktop.kit.invented import PAGE, long_page, sentences, texts
from tests.desktop.kit.looks import shown_page


def test_the_room_gets_a_page_with_a_table_in_turns_its_title_first(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE, controls=False)

    view.leave()
    view.receive(long_page(60))
    at_once = texts(view)
    qtbot.waitUntil(lambda: view.is_whole)

    assert at_once == ["Another title"]
    assert "Some words" in texts(view)
    assert view.parts > 1


def test_what_comes_between_the_turns_of_a_page_is_shown_whole(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE, controls=False)
    view.leave()
    view.receive(long_page(60))
    view.resize(700, 600)

    view.receive(replace(long_page(60), title="The title that it has now"))
    view.show_part(1)
    qtbot.waitUntil(lambda: view.is_whole)

    assert "The title that it has now" in texts(view)
    assert "Some words" in texts(view)


def test_the_caption_stands_in_place_of_the_title_in_the_room(qtbot: QtBot) -> None:
    view = shown_page(qtbot, PAGE, controls=False)

    told = " ".join(box.text for box in view.text_boxes())
    assert told.startswith("If it fails: nothing is left") and "whole sentence" not in told


def test_the_room_parts_a_long_page_between_its_lines(qtbot: QtBot) -> None:
    view = shown_page(qtbot, replace(PAGE, blocks=(sentences("long", 80),)), 776, 500, controls=False)
    seen: list[str] = []

    for part in range(view.parts):
        view.show_part(part)
        seen += [
            box.text
            for box in view.text_boxes()
            if box.text.startswith("Line") and _in_sight(view, box.place.y())
        ]

    assert view.parts > 1
    assert len(set(seen)) == 80


def test_the_room_turns_to_a_part_without_laying_the_page_out_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = replace(PAGE, blocks=(sentences("long", 80),))
    view = shown_page(qtbot, page, 776, 500, controls=False)
    laid: list[object] = []
    monkeypatch.setattr(page_view, "unfolded", lambda *given: laid.append(given))

    view.receive(page)
    view.show_part(1)
    view.show_part(1)

    assert laid == []


def test_the_room_drops_reasons_before_it_parts_a_page(qtbot: QtBot) -> None:
    lead = (Line(text="a reason that is told at some length, in words that take several lines " * 4),)
    page = replace(PAGE, caption=(), lead=lead, blocks=(_rows(20),))
    high = next(high for high in range(300, 900, 10) if _parts(qtbot, replace(page, lead=()), high) == 1)

    view = shown_page(qtbot, page, 776, high + 20, controls=False)

    assert view.parts == 1
    assert not any("a reason" in box.text for box in view.text_boxes())


def _rows(number: int) -> Table:
    rows = (Row(id=str(place), cells=(TextCell(text=f"Row {place}"),)) for place in range(number))
    return Table(id="rows", columns=(Column(id="name", title="Name"),), rows=tuple(rows))


def _parts(qtbot: QtBot, page: Page, high: int) -> int:
    return shown_page(qtbot, page, 776, high, controls=False).parts


def _in_sight(view: QWidget, y: int) -> bool:
    return 0 <= y < view.height()
