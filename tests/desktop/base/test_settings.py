"""A broken file of settings costs the preferences, never the start."""

from pathlib import Path

import pytest

from desktop.base.settings import Settings, load_settings, save_settings
from desktop.base.theme import Scheme


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    settings = Settings(
        scheme=Scheme.DARK, scale=150, recent=("/a", "/b"), drawers=("holds left folded",), welcomed=True
    )

    save_settings(tmp_path / "settings.json", settings)

    assert load_settings(tmp_path / "settings.json") == (settings, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '"dark"',
        "[" * 100_000,
        '{"scheme": "pink"}',
        '{"scheme": ["dark"]}',
        '{"scale": 99}',
        '{"scale": 201}',
        '{"scale": true}',
        '{"scale": 100.5}',
        '{"geometry": 1}',
        '{"drawers": [1]}',
        '{"drawers": 1}',
        '{"recent": "ab"}',
        '{"recent": [1]}',
        '{"recent": {"a": "b"}}',
        '{"welcomed": 1}',
        '{"paper": "aaaaaaaaaaaaaaaaaaaaa"}',
        '{"unknown": 1}',
        '{"self": 1}',
    ],
)
def test_settings_that_cannot_be_are_told_and_not_used(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")

    settings, complaint = load_settings(file)

    assert settings == Settings()
    assert "could not be read" in complaint
