"""Settings are kept when they change; where they cannot be, the window says so once, and goes on."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.settings import load_settings
from models.schema.problem import Refused, phrase
from models.store.files import refusal
from tests.window import Window


def test_a_setting_is_kept_at_once(window: Window) -> None:
    window.command("larger")

    assert load_settings(window.paths.settings)[0].scale > 100


def test_settings_that_cannot_be_kept_are_told_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> Refused:
        raise refusal(path, phrase("The disk is full."), phrase("Free some space, or choose another disk."))

    monkeypatch.setattr("desktop.base.settings.write_atomically", full)
    window.command("larger")

    qtbot.waitUntil(lambda: window.shows("notice-text"))
    assert window.text("notice-text").startswith(
        "Settings are not kept for the next start. The disk is full."
    )
    window.click("notice-close")
    window.command("smaller")
    qtbot.wait(50)
    assert not window.shows("notice-text")
    assert window.window.isVisible()
