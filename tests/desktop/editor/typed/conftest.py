"""The editor with a copy of the embedded case that has a part of each kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from models.authoring.form import FIELDS
from models.authoring.outline import CASE
from tests.desktop.editor.bench import Desk
from tests.window import Window


@pytest.fixture
def desk(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A copy of the embedded case in its own file, with a part of each kind; questions are answered with Cancel."""
    desk = Desk(window)
    window.command("edit-case")
    path = tmp_path / "case.yaml"
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel)
    window.command("save")
    for section in sorted(set(FIELDS) - {CASE, "rules"}):
        if not desk.work.document.items(section):
            desk.editor.show_part(section, -1)
            desk.click("add-item")
    yield desk
    desk.work.give_up()
