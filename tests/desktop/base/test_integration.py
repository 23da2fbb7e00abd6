"""The menu of one user: what --integrate lays out, --remove takes away, and a menu reads of it."""

import errno
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.base.integration import install, integrate, remove
from resources import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's way of telling a desktop")
ENTRY = "applications/whatholds.desktop"
FILES = ROOT / "integration"


def _exec(data: Path) -> list[str]:
    lines = (data / ENTRY).read_text(encoding="utf-8").splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith("Exec=")]


def test_everything_is_taken_away_again(tmp_path: Path) -> None:
    install(tmp_path, "/opt/whatholds/whatholds")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == len(list(FILES.iterdir()))

    remove(tmp_path)

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("command", "written"),
    [
        ("/opt/whatholds/whatholds", '"/opt/whatholds/whatholds"'),
        ("/home/me/what holds/start", '"/home/me/what holds/start"'),
        ("/home/me/100%/start", '"/home/me/100%%/start"'),
        ('/home/me/"a"/start', r'"/home/me/\\"a\\"/start"'),
    ],
)
def test_the_menu_starts_this_very_copy(tmp_path: Path, command: str, written: str) -> None:
    install(tmp_path, command)

    assert _exec(tmp_path) == [f"{written} %f", f"{written} --new-window"]


def test_the_menu_starts_a_copy_that_was_run_as_a_module(tmp_path: Path) -> None:
    """The entry names a program that can be started, from any folder."""
    home = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    words = [sys.executable, "-m", "whatholds_start", "--integrate"]

    subprocess.run(words, check=True, cwd=ROOT.parent, env=home, capture_output=True)

    start = shlex.split(_exec(tmp_path)[0].removesuffix(" %f"))
    told = subprocess.run([*start, "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert (told.returncode, told.stderr) == (0, "")
    assert "--integrate" in told.stdout


def test_the_words_put_it_into_the_menu_and_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert integrate(["--integrate"]) == 0
    assert (tmp_path / ENTRY).exists()
    assert integrate(["--remove"]) == 0
    assert not (tmp_path / ENTRY).exists()
    assert integrate(["--integrate", "more"]) == 2
    assert "stand alone" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "applications").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert integrate(["--integrate"]) == 1
    assert "The files of the menu cannot be changed." in capsys.readouterr().err


def test_a_full_disk_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(os, "fsync", full)

    assert integrate(["--integrate"]) == 1
    assert "The disk is full. Free some space" in capsys.readouterr().err
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_the_entry_the_kinds_of_files_and_the_shop_name_the_same_kinds() -> None:
    entry = (FILES / "whatholds.desktop").read_text(encoding="utf-8")
    offered = next(line for line in entry.splitlines() if line.startswith("MimeType=")).partition("=")[2]
    known = ElementTree.parse(FILES / "whatholds.xml").getroot()  # noqa: S314 - our own
    shop = ElementTree.parse(FILES / "local.whatholds.app.metainfo.xml").getroot()  # noqa: S314 - our own

    kinds = {kind.get("type") for kind in known}

    assert kinds == {kind for kind in offered.split(";") if kind}
    assert kinds == {kind.text for kind in shop.iter("mediatype")}


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="the validator is not installed")
def test_a_menu_can_read_the_entry(tmp_path: Path) -> None:
    install(tmp_path, "/home/me/what holds/start")

    done = subprocess.run(["desktop-file-validate", tmp_path / ENTRY], capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="the validator is not installed")
def test_a_software_centre_can_read_what_is_said_of_it() -> None:
    said = FILES / "local.whatholds.app.metainfo.xml"

    done = subprocess.run(["appstreamcli", "validate", "--no-net", said], capture_output=True, text=True)

    assert done.returncode == 0, done.stdout
