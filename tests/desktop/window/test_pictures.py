"""What is taken along: pictures of the page as the stage shows it or of a chart alone, and what is exported."""

from pathlib import Path
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from desktop.kit.figure import FigureWidget
from desktop.window import exporting
from models.schema.action import look
from models.store.files import write_atomically
from tests.window import Window


def saving_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def chart(window: Window) -> FigureWidget:
    window.act(look(model="alignment"))
    found = window.window.findChild(FigureWidget)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "begins"), [("page.png", b"\x89PNG"), ("page.svg", b"<?xml"), ("page", b"\x89PNG")]
)
def test_the_name_says_what_is_written(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begins: bytes
) -> None:
    path = saving_to(tmp_path / name, monkeypatch)

    window.command("save-picture")

    written = path if path.suffix else path.with_name(f"{path.name}.png")
    assert written.read_bytes().startswith(begins)


def test_a_chart_is_saved_under_its_heading(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = chart(window)
    path = saving_to(tmp_path / "chart.svg", monkeypatch)

    next(action for action in figure.actions() if action.objectName() == "save-figure").trigger()

    assert figure.accessibleName() in path.read_text(encoding="utf-8")


def test_a_chart_is_copied_as_a_picture(window: Window) -> None:
    figure = chart(window)

    next(action for action in figure.actions() if action.objectName() == "copy-figure").trigger()

    assert QImage(QGuiApplication.clipboard().image()).width() > figure.width()


def test_a_picture_that_cannot_be_written_is_told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving_to(tmp_path / "missing" / "page.png", monkeypatch)

    window.command("save-picture")

    assert not (tmp_path / "missing").exists()
    assert window.shows("notice") or window.shows("problems")


@pytest.mark.parametrize(
    ("name", "command"), [("out.pptx", "export"), ("out.html", "export"), ("minutes.pdf", "export-minutes")]
)
def test_what_is_exported_is_made_and_written_beside_the_window(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: str
) -> None:
    threads: list[Thread] = []

    def noted(path: Path, data: bytes) -> None:
        threads.append(current_thread())
        write_atomically(path, data)

    monkeypatch.setattr(exporting, "write_atomically", noted)
    path = saving_to(tmp_path / name, monkeypatch)

    window.command(command)

    assert path.stat().st_size > 1000
    assert window.text("notice-text") == f"Written to {name}."
    assert len(threads) == 1 and main_thread() not in threads


def test_an_export_to_a_folder_that_is_gone_says_so(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving_to(tmp_path / "missing" / "out.html", monkeypatch)

    window.command("export")

    assert "The file was not written." in window.text("notice-text")
