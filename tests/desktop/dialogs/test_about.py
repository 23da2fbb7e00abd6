"""About names whose work is inside, with its licence, as the libraries tell of themselves."""

from importlib.metadata import version

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.dialogs.about import AboutDialog, bundled


def test_each_library_is_named_with_its_version_and_licence() -> None:
    lines = bundled()

    assert f"matplotlib {version('matplotlib')}: Python Software Foundation License" in lines
    assert any(line.startswith("PySide6_Essentials") and "LGPL" in line for line in lines)
    assert any(line.startswith("Typst") and line.endswith("Apache-2.0") for line in lines)
    assert any(line.startswith("numpy") for line in lines), "what matplotlib needs is inside too"
    assert not any(line.startswith(("pytest", "hypothesis")) for line in lines)
    assert [line for line in lines if line.endswith(": ")] == []


def test_the_list_is_read_in_the_dialog_and_cannot_be_changed(qtbot: QtBot, dressed: None) -> None:
    dialog = AboutDialog("1.2.3", "/log")
    qtbot.addWidget(dialog)

    text = dialog.findChild(QPlainTextEdit, "bundled")

    assert text is not None
    assert text.isReadOnly()
    assert "Qt 6" in text.toPlainText()
