"""The window in the pseudo-locale: what is not in brackets cannot be translated yet, and becomes less."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.base.translation import put_on
from desktop.kit.figure import FigureWidget
from desktop.kit.page_view import PageView
from models.language.messages import PSEUDO
from models.pages.page import page
from models.schema.action import Action, look, present
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import DependsPart, DifferPart, PageName, Picture, ProgrammePart, WatchPart
from tests.window import Window, room

BRACKETED = re.compile(r"\[[^\[\]]*~\]")
MARKUP = re.compile(r"<[^>]*>")
NOT_WORDS = re.compile(r"WhatHolds|\b(Ctrl|Alt|Shift|F\d+|Enter|Space)\b|\b[AFR]\d+\b")
LETTERS = re.compile(r"[A-Za-z]{2,}")
SAID = {
    "text",
    "title",
    "word",
    "short",
    "spoken",
    "tip",
    "note",
    "cause",
    "change",
    "heading",
    "label",
    "hint",
}
"""Fields of blocks that people read or hear."""
COMMANDS = (
    "preferences",
    "details",
    "workshop-details",
    "tally",
    "manual",
    "palette",
    "about",
    "about-case",
    "print",
)
PARTS: tuple[dict[str, StrEnum], ...] = (
    *({"page": PageName.PROGRAMME, "programme": part} for part in ProgrammePart),
    *({"page": PageName.HOLDS, "picture": picture} for picture in Picture),
    *({"page": PageName.DEPENDS, "depends": part} for part in DependsPart),
    *({"page": PageName.DIFFER, "differ": part} for part in DifferPart),
    *({"page": PageName.WATCH, "watch": part} for part in WatchPart),
)
"""Every part of every page."""
IN_WIDGETS = 22
"""Kinds of text in window, dialogs and room that stay English. May only fall."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    window = Window(qtbot, tmp_path, language=PSEUDO)
    yield window
    window.close()
    put_on("en")


def leaves(value: object) -> Iterator[str]:
    """Every text inside a value."""
    if type(value) is str:  # and no member of an enumeration
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from leaves(one)


def said(value: object) -> Iterator[str]:
    """Every text of a block that people read."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from said(one)
    elif is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if field.name in SAID and isinstance(inner, str):
                yield inner
            elif not isinstance(inner, str | Action):
                yield from said(inner)


def english(texts: Iterable[str], case: Case) -> set[str]:
    """What those texts say outside brackets that neither the case nor a keyboard says."""
    of_case = sorted({text for text in leaves(case) if len(text) > 3}, key=len, reverse=True)
    found = set()
    for text in set(texts):
        rest, inner = NOT_WORDS.sub("", MARKUP.sub("", text)), 1
        while inner:  # a sentence may hold others
            rest, inner = BRACKETED.subn("", rest)
        for known in of_case:
            if LETTERS.search(rest):
                rest = rest.replace(known, "…")
        if LETTERS.search(rest):
            found.add(" ".join(rest.split()))
    return found


def words(top: QWidget) -> Iterator[str]:
    """Every text of a window’s ordinary widgets, with tips and names; the why, which comes later, is left out."""
    why = top.findChild(QWidget, "why")
    for widget in (top, *top.findChildren(QWidget)):
        if why is not None and why.isAncestorOf(widget):
            continue
        yield from (widget.windowTitle(), widget.accessibleName(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from (widget.tabText(at) for at in range(widget.count()))
        elif isinstance(widget, QListWidget):
            yield from (widget.item(at).text() for at in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())


def in_dialogs(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text of the dialogs that commands bring up; each is closed again."""
    heard: list[str] = []

    def hear(dialog: QDialog) -> int:
        heard.extend(words(dialog))
        return 0

    monkeypatch.setattr(QDialog, "exec", hear)
    for name in COMMANDS:
        window.command(name)
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                hear(each)
                each.close()
    return heard


def all_is_shown(window: Window) -> None:
    """Wait for all that comes after a page: the rest of it, its charts, and what the room has of it."""
    pages = [page for shown in (window.window, room()) for page in shown.findChildren(PageView)]
    charts = [chart for page in pages for chart in page.findChildren(FigureWidget) if chart.isVisible()]
    window.qtbot.waitUntil(lambda: all(page.is_whole for page in pages))
    window.qtbot.waitUntil(lambda: all(chart.is_drawn for chart in charts))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_the_window_says_outside_its_pages_can_be_translated(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.act(set_stance("russia-ties", Stance.FAILS))
    window.act(present(is_open=True))
    window.qtbot.waitUntil(lambda: window.snapshot.analyses is not None)
    all_is_shown(window)
    texts = [*words(window.window), *words(room())]
    window.act(look(page=PageName.WATCH, watch=WatchPart.SIGNPOSTS))  # a page that has parts in the room
    all_is_shown(window)
    texts += [*words(room()), *in_dialogs(window, monkeypatch)]

    left = english(texts, window.snapshot.case)

    assert len(left) <= IN_WIDGETS, "\n".join(sorted(left))


def test_what_pages_say_can_be_translated(window: Window) -> None:
    window.act(set_stance("russia-ties", Stance.FAILS))
    texts: list[str] = []
    window.qtbot.waitUntil(lambda: window.snapshot.analyses is not None)
    for view in PARTS:
        window.act(look(**view))
        texts += said(page(window.snapshot))

    left = english(texts, window.snapshot.case)

    assert left == set()
