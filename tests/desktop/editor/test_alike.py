"""Names that begin alike and are too long for their place are told apart by how they end."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from models.authoring.beginning import written
from models.schema.value import as_plain
from tests.desktop.editor.bench import Desk
from tests.extremes import largest


def test_premises_that_begin_alike_show_how_they_end(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(written(as_plain(largest())), encoding="utf-8")
    desk.work.open(path)

    desk.editor.show_part("rules", 0)
    desk.window.qtbot.wait(1)

    names = [f"negate:need:claim-{n}" for n in (1, 46, 91)]
    shown = [desk.window.find(QPushButton, name).text() for name in names]
    assert [text.split()[-1] for text in shown] == ["1", "46", "91"]
    assert all("…" in text for text in shown)
