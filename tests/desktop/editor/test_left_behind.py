"""A case that a session left behind when it was killed is offered, whatever is opened first."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from models.authoring import keeping
from models.authoring.passages import Passages
from models.store.recovery import is_running
from tests.desktop.editor.bench import Desk
from tests.models.authoring.examples import CASE
from tests.window import Window

DEAD = 4194304
"""More than any process is called by."""


@pytest.fixture
def left(window: Window, tmp_path: Path) -> Iterator[Path]:
    """A case's file whose text was changed, and not saved, by a session that was killed."""
    assert not is_running(DEAD)
    folder, path = window.paths.recovery, tmp_path / "left.yaml"
    path.write_text(CASE, encoding="utf-8")
    keeping.keep(folder, path, CASE.replace("title: ", "title: Once more, ", 1), Passages(), CASE)
    own = folder / f"{os.getpid()}{keeping.ENDING}"
    text = own.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', f'"process": {DEAD}')
    own.unlink()
    own.with_name(f"{DEAD}{keeping.ENDING}").write_text(text, encoding="utf-8")
    yield path
    Desk(window).work.give_up()


def test_it_is_offered_where_a_file_is_opened_at_the_start(window: Window, left: Path) -> None:
    window.window.closing.offer_recovery()
    window.window.open(left)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == "ice-road")

    assert window.find(QAbstractButton, "notice-action").isVisible()
    assert "“left.yaml” was kept" in window.text("notice-text")
    window.click("notice-action")

    assert Desk(window).work.document.data["title"].startswith("Once more, ")
    assert Desk(window).work.unsaved


def test_it_is_offered_where_its_file_is_edited(window: Window, left: Path) -> None:
    window.window.open(left)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == "ice-road")
    window.command("edit-case")
    desk = Desk(window)

    offered = desk.editor.findChild(QAbstractButton, "notice-action")
    assert offered is not None
    assert offered.isVisible()
    offered.click()

    assert desk.work.document.data["title"].startswith("Once more, ")
    assert not offered.isVisible()
    assert not [*window.paths.recovery.glob(f"{DEAD}*")]


def test_it_is_not_offered_where_another_case_is_edited(window: Window, left: Path) -> None:
    other = left.with_name("other.yaml")
    other.write_text(CASE, encoding="utf-8")
    window.window.open(other)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == "ice-road")

    window.command("edit-case")

    offered = Desk(window).editor.findChild(QAbstractButton, "notice-action")
    assert offered is not None
    assert not offered.isVisible()
