"""Everything that can be handed on as a file, by the ending of its name."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from models.export.hand_out.diagrams import TooTangled
from models.language.messages import marked, told
from models.schema.snapshot import Snapshot


class NoFormat(Exception):  # noqa: N818 - it reads as what happened
    """The file's ending asks for nothing that is known, or the case does not allow for it."""


def _hand_out(snapshot: Snapshot, day: date) -> bytes:
    from models.export.hand_out.page import hand_out

    try:
        return hand_out(snapshot, day).encode()
    except TooTangled as tangled:
        raise NoFormat(str(tangled)) from tangled


def _markdown(snapshot: Snapshot, day: date) -> bytes:
    from models.export.markdown import minutes_markdown

    del day
    return minutes_markdown(snapshot).encode()


def _slides(snapshot: Snapshot, day: date) -> bytes:
    from models.export.slides import slides

    return slides(snapshot, day)


def _workbook(snapshot: Snapshot, day: date) -> bytes:
    from models.export.workbook import workbook

    return workbook(snapshot, day)


def _argdown(snapshot: Snapshot, day: date) -> bytes:
    from models.export.argdown import argdown

    del day
    return argdown(snapshot.case).encode()


def _not_in_argdown(snapshot: Snapshot) -> str:
    from models.export.argdown import left_out

    return left_out(snapshot.case)


def _dot(snapshot: Snapshot, day: date) -> bytes:
    from models.export.dot import dot

    del day
    return dot(snapshot).encode()


def _case_sheets(snapshot: Snapshot, day: date) -> bytes:
    from models.export.case_sheets import TooLong, case_sheets

    del day
    try:
        return case_sheets(snapshot.case)
    except TooLong as error:
        raise NoFormat(str(error)) from error


class Format(NamedTuple):
    """What a format is for, what writes it, and what it has no words for."""

    title: str
    write: Callable[[Snapshot, date], bytes]
    left_out: Callable[[Snapshot], str] = lambda _: ""


FORMATS: Mapping[str, Format] = {
    ".html": Format(marked("Interactive hand-out"), _hand_out),
    ".pptx": Format(marked("Slides"), _slides),
    ".xlsx": Format(marked("Workbook"), _workbook),
    ".md": Format(marked("Minutes to work on"), _markdown),
    ".case.xlsx": Format(marked("The case as a spreadsheet to fill in"), _case_sheets),
    ".argdown": Format(marked("The argument as Argdown"), _argdown, _not_in_argdown),
    ".dot": Format(marked("The argument as a graph in DOT"), _dot),
}


def ending_of(path: Path) -> str:
    """The ending of a name that says as what it is written; empty where none does."""
    name = path.name.lower()
    return max((ending for ending in FORMATS if name.endswith(ending)), key=len, default="")


def content(snapshot: Snapshot, path: Path, day: date) -> bytes:
    """What is to be written to a file of this name; raises NoFormat, with a sentence."""
    wanted = FORMATS.get(ending_of(path))
    if wanted is None:
        raise NoFormat(
            told(
                "Nothing can be written as {name}. Use one of these endings: {endings}.",
                name=path.name,
                endings=", ".join(FORMATS),
            )
        )
    return wanted.write(snapshot, day)


def left_out(snapshot: Snapshot, path: Path) -> str:
    """A sentence on what a file of this name cannot say; empty where it says all."""
    wanted = FORMATS.get(ending_of(path))
    return wanted.left_out(snapshot) if wanted else ""
