"""A place in the user's own menu, with the icon and the kinds of files, where no package has put it there for all."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from models.language.messages import message, problem_line, speak, terminal_language, told
from models.schema.problem import Refused, phrase
from models.store.files import refusing, write_atomically
from resources import ROOT

PLACES = {
    "whatholds.desktop": "applications",
    "whatholds.xml": "mime/packages",
    "local.whatholds.app.metainfo.xml": "metainfo",
    "whatholds.svg": "icons/hicolor/scalable/apps",
}
"""Where each file of the integration belongs, below a folder for data."""


def integrate(words: Sequence[str], language: str = "") -> int:
    """Answers --integrate and --remove, in the terminal's language or the one asked for; returns the exit code."""
    speak(terminal_language(os.environ, language))
    if len(words) != 1 or not sys.platform.startswith("linux"):
        print(message("whatholds: --integrate and --remove stand alone, and are for Linux"), file=sys.stderr)  # noqa: T201
        return 2
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    try:
        if words[0] == "--remove":
            remove(data)
            done = told("WhatHolds is no longer in the menu of this user ({folder}).", folder=str(data))
        else:
            install(data, *program())
            done = told(
                "WhatHolds is in the menu of this user and opens its files ({folder}). --remove takes it out again.",
                folder=str(data),
            )
    except Refused as refused:
        print(problem_line(refused.problems[0]), file=sys.stderr)  # noqa: T201
        return 1
    _tell_desktop(data)
    print(done)  # noqa: T201
    return 0


def install(data: Path, *command: str) -> None:
    """Lays the files out below a folder for data; the menu starts this command, a program and its words."""
    quoted = " ".join(_quoted(word) for word in command)
    for name, folder in PLACES.items():
        with refusing(data / folder, phrase("The files of the menu cannot be changed.")):
            (data / folder).mkdir(parents=True, exist_ok=True)
        text = (ROOT / "integration" / name).read_text(encoding="utf-8")
        if name.endswith(".desktop"):
            text = text.replace("Exec=whatholds", f"Exec={quoted}")
        write_atomically(data / folder / name, text.encode())


def remove(data: Path) -> None:
    for name, folder in PLACES.items():
        with refusing(data / folder / name, phrase("The files of the menu cannot be changed.")):
            (data / folder / name).unlink(missing_ok=True)


def program() -> tuple[str, ...]:
    """What starts this very copy, whatever the menu's own search path is."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    started = Path(sys.argv[0]).absolute()
    if started.is_file() and os.access(started, os.X_OK):
        return (str(started),)
    # A module that Python was told to run: the start module stands beside our folders, or beside what hides them.
    start = next(one for folder in ROOT.parents[:2] if (one := folder / "whatholds_start.py").is_file())
    return (sys.executable, str(start))


def _quoted(word: str) -> str:
    """A word of a command as the specification of desktop entries wants it, where a backslash is doubled once more."""
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word.replace("%", "%%"))
    return '"' + escaped.replace("\\", "\\\\") + '"'


def _tell_desktop(data: Path) -> None:
    for tool, folder in (("update-desktop-database", "applications"), ("update-mime-database", "mime")):
        if shutil.which(tool):
            with suppress(OSError):
                subprocess.run([tool, str(data / folder)], check=False, capture_output=True)  # noqa: S603
