"""A case that a session left behind when it was killed is offered, whatever is opened first."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from models.authoring import keeping
from models.authoring.passages import Passages
from models.schema.grades import Stance
from models.schema.scenario import baseline_scenario, with_stances
from models.store import recovery
from models.store.cases import load_embedded
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
    (own,) = folder.glob(f"*{keeping.ENDING}")
    _of_a_dead(own)
    yield path
    Desk(window).work.give_up()


def _of_a_dead(own: Path) -> None:
    """Make what this session kept what one left behind that runs no more."""
    text = own.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', f'"process": {DEAD}')
    own.unlink()
    own.with_name(own.name.replace(str(os.getpid()), str(DEAD))).write_text(text, encoding="utf-8")


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


def test_it_is_offered_again_once_what_is_told_of_a_file_that_cannot_be_opened_is_read(
    window: Window, left: Path
) -> None:
    broken = left.with_name("broken.yaml")
    broken.write_text(CASE.replace("then: road-open", "then: road"), encoding="utf-8")
    window.window.closing.offer_recovery()
    window.window.open(broken)
    window.qtbot.waitUntil(lambda: "broken.yaml could not be opened" in window.text("notice-text"))

    window.click("notice-close")

    assert "“left.yaml” was kept" in window.text("notice-text")
    window.click("notice-action")
    assert Desk(window).work.document.data["title"].startswith("Once more, ")


def test_a_scenario_that_was_left_too_is_offered_once_the_case_is_recovered_beside_a_file(
    window: Window, left: Path
) -> None:
    scenario = with_stances(baseline_scenario(load_embedded()), {"russia-ties": Stance.FAILS})
    _of_a_dead(recovery.keep(window.paths.recovery, scenario, None, None))
    window.window.closing.offer_recovery()
    window.window.open(left)
    window.qtbot.waitUntil(lambda: window.snapshot.case.id == "ice-road")

    window.click("notice-action")
    Desk(window).work.give_up()
    window.click("editor-done")

    assert "Its unsaved work, which has no title, was kept." in window.text("notice-text")
