"""What turns a line round, ends it or steers a terminal is in no file that is handed on, wherever it was typed."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from zipfile import ZipFile, is_zipfile

import pytest

from models.analyses.groups.standing import take_standing
from models.export.formats import FORMATS, content
from models.schema.case import Case
from tests.hostile import TEXTS
from tests.minuted import eventful, plenary
from tests.models.conftest import Take
from tests.workshops import MOMENT

V = TypeVar("V")
UNSEEN = "\x1b[2J\u202e\u2066\u2028\x85"
RAW = re.compile("[\x1b\u202a-\u202e\u2066-\u2069\u2028\u2029\x85]|_x001B_")
WRITTEN = sorted(set(FORMATS) - {".case.xlsx", ".argdown"})
"""What holds texts of scenarios and workshops; a case's own may have nothing of the kind."""


def unseen(value: V) -> V:
    """The same value with what nobody sees in each text of it."""
    changed: V = _unseen(value, "")
    return changed


def _unseen(value: Any, name: str) -> Any:
    if type(value) is str:
        return f"A{UNSEEN}{value}" if value and (name in TEXTS or " " in value) else value
    if isinstance(value, tuple):
        return tuple(_unseen(item, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = [item.name for item in fields(value) if item.init]
        return replace(value, **{item: _unseen(getattr(value, item), item) for item in kept})
    return value


def _parts(data: bytes) -> Iterator[tuple[str, str]]:
    """What is written, part by part."""
    if not is_zipfile(BytesIO(data)):
        yield "", data.decode()
        return
    with ZipFile(BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, book.read(name).decode()


@pytest.mark.parametrize("ending", WRITTEN)
def test_no_text_brings_what_nobody_sees_into_a_file(essay: Case, take: Take, ending: str) -> None:
    snapshot = take(essay, {})
    scenario, workshop = unseen(plenary(essay)), unseen(eventful(essay))
    standing = take_standing(essay, workshop)
    snapshot = replace(snapshot, scenario=scenario, standing=standing)

    for name, text in _parts(content(snapshot, Path(f"x{ending}"), MOMENT.date())):
        found = RAW.search(text)
        assert found is None, (name, text[max(0, found.start() - 40) : found.end() + 40])
