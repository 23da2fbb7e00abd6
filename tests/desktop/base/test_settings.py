"""A broken file of settings costs the preferences, never the start."""

import json
from pathlib import Path

import pytest

from desktop.base.settings import PAPERS, Settings, load_settings, save_settings
from desktop.base.theme import Scheme
from models.paper import kinds


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


def test_settings_of_a_newer_version_are_used_as_far_as_they_are_known_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    newer = '{"scale": 150, "welcomed": true, "scheme": "sepia", "future": {"a": 1}}'
    file.write_text(newer, encoding="utf-8")

    settings, complaint = load_settings(file)

    assert settings == Settings(scale=150, welcomed=True)
    assert "future, scheme" in complaint
    assert "settings.kept.json" in complaint
    assert (tmp_path / "settings.kept.json").read_text(encoding="utf-8") == newer


@pytest.mark.parametrize(("name", "value"), [("language", "tlh"), ("paper", "a5"), ("language", ["ko"])])
def test_a_language_or_paper_that_this_version_does_not_know_is_named(
    tmp_path: Path, name: str, value: object
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"scale": 150, name: value}), encoding="utf-8")

    settings, complaint = load_settings(file)

    assert settings == Settings(scale=150)
    assert f": {name}. " in complaint


def test_every_paper_can_be_preferred() -> None:
    assert kinds.PAPERS == PAPERS
    assert {Settings(paper=paper).paper for paper in PAPERS} == {*PAPERS}
