"""Where the application keeps its files when the home folder cannot be written."""

import os
from pathlib import Path

import pytest

from desktop.base.paths import Paths, find_paths, lend_charts_a_folder


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "MPLCONFIGDIR"):
        monkeypatch.setenv(name, "")  # so that it is put back whatever the test makes of it
        monkeypatch.delenv(name)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return monkeypatch


def test_a_home_that_cannot_be_written_is_replaced_by_a_temporary_folder(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.setenv("HOME", os.devnull)

    paths = find_paths()

    assert paths.temporary
    assert paths.recovery.is_dir()
    assert tmp_path in paths.settings.parents


def test_charts_use_the_temporary_folder_too(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lend_charts_a_folder(Paths(tmp_path / "settings.json", tmp_path / "log", tmp_path, temporary=True))

    assert os.environ["MPLCONFIGDIR"] == str(tmp_path)


def test_charts_keep_to_their_own_folder_in_a_home_that_can_be_written(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lend_charts_a_folder(Paths(tmp_path / "settings.json", tmp_path / "log", tmp_path))

    assert "MPLCONFIGDIR" not in os.environ


def test_the_next_start_finds_what_was_kept_in_the_temporary_folder(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("HOME", os.devnull)
    kept = find_paths().recovery / "1.recovery.json"
    kept.write_text("{}")

    assert kept.exists()
    assert find_paths().recovery == kept.parent


def test_a_temporary_folder_that_others_can_enter_is_not_used(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("HOME", os.devnull)
    first = find_paths().settings.parent
    first.chmod(0o755)

    assert find_paths().settings.parent != first


def test_a_link_in_the_place_of_the_temporary_folder_is_not_followed(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.setenv("HOME", os.devnull)
    first = find_paths().settings.parent
    first.rename(tmp_path / "elsewhere")
    first.symlink_to(tmp_path / "elsewhere")

    assert find_paths().settings.parent != first
