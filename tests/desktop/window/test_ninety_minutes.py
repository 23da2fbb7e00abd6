"""Ninety minutes, played: tables by laptop, by hand-out, by phones and on paper; two rounds, and the record of it."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget
from pytest import MonkeyPatch

from desktop.dialogs.ballot_reader import BallotReader
from desktop.dialogs.tally import TallyDialog
from models.export.formats import content
from models.export.hand_out.page import hand_out
from models.pages.page import room_page
from models.pages.parts import plain_text
from models.schema.action import Step, look
from models.schema.grades import Stance
from models.schema.public import public
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.steps.room_steps import (
    hands_counted,
    prediction_asked,
    prediction_locked,
    prediction_revealed,
)
from models.schema.steps.signpost_steps import sentence_decided
from models.schema.steps.workshop_steps import name_said_by, write_why
from models.schema.view import PageName, ProgrammePart
from models.store.scenarios import save
from tests.models.export.test_hand_out import Parsed
from tests.models.export.walked import kept
from tests.window import Window, room

TABLES = {"Table 1", "Table 2", "Phones", "Table 3"}
RUSSIA, ARSENAL = "russia-ties", "keeps-arsenal"


class Workshop:
    """The facilitator's window with the room's screen, and four tables, each with its own way in."""

    def __init__(self, window: Window, monkeypatch: MonkeyPatch, folder: Path) -> None:
        self.window, self.folder = window, folder
        folder.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        monkeypatch.setattr(QInputDialog, "getItem", lambda *given, **_: (given[3][-1], True))
        self._pool = ThreadPoolExecutor(2)
        self.picture: Callable[[str], object] = lambda name: None

    def by_laptop(self, **stances: Stance) -> None:
        """A table with WhatHolds of its own saves into the folder."""
        case = self.window.snapshot.case
        taken = {name.replace("_", "-"): stance for name, stance in stances.items()}
        scenario = replace(with_stances(baseline_scenario(case), taken), group="Table 1")
        save(self.folder / "table-1.scenario.json", scenario)

    def by_hand_out(self, **stances: str) -> None:
        """A table marks its stances in the hand-out and keeps them."""
        data = json.loads(Parsed(hand_out(self.window.snapshot, date(2023, 2, 20))).data)
        taken = {name.replace("_", "-"): stance for name, stance in stances.items()}
        now = {**data["start"], "stances": {**data["start"]["stances"], **taken}}
        name, text = kept(data["scenario"], now, "Table 2")
        (self.folder / name).write_text(text, encoding="utf-8")

    def by_phone(self, round_id: str, stances: list[str]) -> None:
        """As many people as stances vote on Russia's ties, each from a phone."""
        phones = self.window.snapshot.phones
        assert phones is not None
        for voter, stance in enumerate(stances):
            body = json.dumps({"round": round_id, "stances": {RUSSIA: stance}}).encode()
            known = {"Content-Type": "application/json", "Cookie": f"voter={voter:032x}"}
            sending = self._pool.submit(_sent, Request(f"{phones.address}vote", body, known))  # noqa: S310
            self.window.qtbot.waitUntil(sending.done)
            assert sending.result() == 200

    def on_paper(self, ballots: list[str]) -> None:
        """Ballots are read out and typed in, one key an answer, by the keyboard alone."""
        self.window.command("tally")
        self.window.qtbot.waitUntil(lambda: _dialog() is not None)
        dialog = _dialog()
        assert dialog is not None
        dialog.activateWindow()
        self.window.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(_focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        _type("Table 3")
        QTest.keyClick(_focused(), Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        self.window.qtbot.waitUntil(lambda: isinstance(dialog.focusWidget(), BallotReader))
        self.picture(f"tally-{len(self.window.snapshot.workshop.rounds)}")
        for ballot in ballots:
            _type(ballot)
            _press(Qt.Key.Key_Return)
        QTest.keyClick(_focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def wait_for_all(self) -> None:
        """Until all four are in."""
        self.window.qtbot.waitUntil(lambda: {group.name for group in self.present} == TABLES)

    def wait_until_compared(self) -> None:
        """Until it is worked out on what the tables differ."""
        self.window.qtbot.waitUntil(lambda: "being worked out" not in self.seen())

    @property
    def present(self) -> tuple[Any, ...]:
        """The groups of the latest round."""
        workshop = self.window.snapshot.workshop
        return workshop.in_round(workshop.rounds[-1].id)

    def seen(self) -> str:
        """What the room reads."""
        return plain_text(room_page(public(self.window.snapshot)))


def _sent(request: Request) -> int:
    with urlopen(request) as reply:  # noqa: S310 - this laptop's own address
        return int(reply.status)


def _dialog() -> TallyDialog | None:
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, TallyDialog))
    return next((each for each in found if each.isVisible()), None)


def _type(text: str) -> None:
    QTest.keyClicks(_focused(), text)


def _press(key: Qt.Key) -> None:
    QTest.keyClick(_focused(), key)


def _focused() -> QWidget:
    dialog = _dialog()
    assert dialog is not None
    return dialog.focusWidget() or dialog


@pytest.fixture
def workshop(window: Window, monkeypatch: MonkeyPatch, tmp_path: Path) -> Workshop:
    return Workshop(window, monkeypatch, tmp_path / "tables")


def test_ninety_minutes(workshop: Workshop) -> None:
    window = workshop.window
    window.command("present")
    window.command("plan-90")
    _predict(workshop)
    window.command("page-differ")
    window.command("watch-folder")
    window.command("phones")
    window.qtbot.waitUntil(lambda: window.snapshot.phones is not None)

    _first_round(workshop)
    before = workshop.seen()
    workshop.picture("room-hidden")
    window.command("reveal")
    workshop.wait_until_compared()
    after = workshop.seen()
    workshop.picture("room-revealed")
    _argue(workshop)
    _second_round(workshop)

    assert all(name in before for name in TABLES) and "Russia" not in before
    assert "3 votes so far" in before
    assert "Talk about two" in after and "Russia ties deepen" in after
    assert room().isVisible()
    _record(workshop)


def _predict(workshop: Workshop) -> None:
    window = workshop.window
    window.act(look(page=PageName.PROGRAMME, programme=ProgrammePart.PREDICT))
    window.act(Step(prediction_asked, ("What is left of the advice?",), dated=True))
    window.set_stance(RUSSIA, "fails")
    workshop.picture("predict")
    asked = next(item.id for item in window.snapshot.case.recommendations if item.code == "R5")
    window.act(Step(hands_counted, (asked, "holds", 12)))
    assert "No longer needed" not in workshop.seen()
    window.act(Step(prediction_locked, (window.snapshot.scenario,), dated=True))
    window.act(Step(prediction_revealed, dated=True))
    workshop.picture("predicted")
    window.command("undo")
    window.command("redo")
    window.command("reset")


def _first_round(workshop: Workshop) -> None:
    workshop.by_laptop(russia_ties=Stance.FAILS)
    workshop.by_hand_out(russia_ties="fails", keeps_arsenal="uncertain")
    workshop.by_phone("round-1", ["fails", "fails", "holds"])
    workshop.on_paper(["hhhuf", "hhfhh", "uuf"])
    workshop.wait_for_all()


def _argue(workshop: Workshop) -> None:
    window = workshop.window
    window.command("page-holds")
    window.act(look(picked=RUSSIA))
    window.set_stance(RUSSIA, "uncertain")
    entry = window.snapshot.workshop.log[-1].id
    window.act(write_why(entry).filled("Trade fell by half"))
    window.act(name_said_by(entry).filled("Ana"))
    window.act(look(picked=window.snapshot.case.by_code["R5"].id))
    window.command("decide")
    assert "marked as decided" in window.text("notice-text")
    logged = len(window.snapshot.workshop.log)
    window.command("decide")
    assert len(window.snapshot.workshop.log) == logged
    window.act(Step(sentence_decided, dated=True).filled("The desk reports in March"))
    workshop.picture("decided")
    assert "Trade fell by half" not in workshop.seen()


def _second_round(workshop: Workshop) -> None:
    window = workshop.window
    window.command("page-differ")
    window.command("new-round")
    hidden = workshop.seen()
    workshop.by_laptop(russia_ties=Stance.HOLDS)
    workshop.by_hand_out(russia_ties="holds")
    workshop.by_phone("round-2", ["holds", "holds", "fails"])
    workshop.on_paper(["hhh", "hhh", "huu"])
    workshop.wait_for_all()
    workshop.picture("round-2-hidden")
    assert "Waiting for the groups to come in for Round 2" in hidden and "No vote yet" in hidden
    assert "Russia" not in workshop.seen()
    window.command("reveal")
    workshop.picture("round-2-revealed")


def _record(workshop: Workshop) -> None:
    """What is taken home tells what was decided and by whom; what is handed round tells no private reason."""
    window = workshop.window
    told = content(window.snapshot, Path("day.md"), date(2023, 2, 20)).decode()
    slides = Presentation(BytesIO(content(window.snapshot, Path("day.pptx"), date(2023, 2, 20))))
    book = load_workbook(BytesIO(content(window.snapshot, Path("day.xlsx"), date(2023, 2, 20))))
    on_slides = "\n".join(
        shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame
    )

    assert "The desk reports in March" in told
    assert "| When | What | What moved | Why | Who says so |" in told
    assert "| “Draw Pyongyang away from Moscow” is open | Trade fell by half | Ana |" in told
    assert "Trade fell by half" not in on_slides
    assert "Trade fell by half" in str([[cell.value for cell in row] for sheet in book for row in sheet.rows])
    assert {group.name for group in window.snapshot.workshop.groups} == TABLES
