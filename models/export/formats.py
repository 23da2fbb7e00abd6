"""Everything that can be handed on as a file, by the ending of its name."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from models.export.hand_out.diagrams import TooTangled
from models.language.messages import marked, told
from models.schema.snapshot import Snapshot


class NoFormat(Exception):  # noqa: N818 - it reads as what happened
    """The file's ending asks for nothing that is known, or the case does not allow for it."""


FORMATS: Mapping[str, str] = {
    ".html": marked("Interactive hand-out"),
    ".pptx": marked("Slides"),
    ".xlsx": marked("Workbook"),
    ".md": marked("Minutes to work on"),
    ".case.xlsx": marked("The case as a spreadsheet to fill in"),
    ".argdown": marked("The argument as Argdown"),
    ".dot": marked("The argument as a graph in DOT"),
}


def ending_of(path: Path) -> str:
    """The ending of a name that says as what it is written; empty where none does."""
    name = path.name.lower()
    return max((ending for ending in FORMATS if name.endswith(ending)), key=len, default="")


def content(snapshot: Snapshot, path: Path, day: date) -> bytes:
    """What is to be written to a file of this name; raises NoFormat, with a sentence."""
    match ending_of(path):
        case ".html":
            from models.export.hand_out.page import hand_out

            try:
                return hand_out(snapshot, day).encode()
            except TooTangled as tangled:
                raise NoFormat(str(tangled)) from tangled
        case ".pptx":
            from models.export.slides import slides

            return slides(snapshot, day)
        case ".xlsx":
            from models.export.workbook import workbook

            return workbook(snapshot, day)
        case ".md":
            from models.export.markdown import minutes_markdown

            return minutes_markdown(snapshot).encode()
        case _:
            return _of_case(snapshot, path)


def _of_case(snapshot: Snapshot, path: Path) -> bytes:
    match ending_of(path):
        case ".case.xlsx":
            from models.export.case_sheets import TooLong, case_sheets

            try:
                return case_sheets(snapshot.case)
            except TooLong as error:
                raise NoFormat(str(error)) from error
        case ".argdown":
            from models.export.argdown import argdown

            return argdown(snapshot.case).encode()
        case ".dot":
            from models.export.dot import dot

            return dot(snapshot).encode()
    raise NoFormat(
        told(
            "Nothing can be written as {name}. Use one of these endings: {endings}.",
            name=path.name,
            endings=", ".join(FORMATS),
        )
    )


def left_out(snapshot: Snapshot, path: Path) -> str:
    """A sentence on what a file of this name cannot say; empty where it says all."""
    if ending_of(path) != ".argdown":
        return ""
    from models.export import argdown

    return argdown.left_out(snapshot.case)
