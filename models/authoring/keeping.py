"""Side files that keep an unsaved case through a crash: its text, its source, and whose file it belongs to."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from models.authoring.document import opened
from models.authoring.passages import Passages
from models.schema.problem import Refused
from models.schema.value import Limits, Value
from models.store.border import adapter, as_text, from_text
from models.store.files import read_text, write_atomically
from models.store.recovery import is_left_behind, made_ready, own_file, start_of
from models.store.recovery import remove as remove

ENDING = ".case-recovery.json"
MAX_BYTES = 90_000_000


class KeptField(Value):
    """What is typed in a field of a part of the case (its name, or its place in the list) and cannot be read."""

    section: str
    name: str | int
    key: str
    text: Annotated[str, Limits(max_length=MAX_BYTES)]


class CaseRecovery(Value):
    """What a side file says."""

    format: Literal["whatholds-case-recovery"] = "whatholds-case-recovery"
    process: Annotated[int, Limits(gt=0)]
    started: str = ""
    path: str | None
    known: Annotated[str, Limits(max_length=MAX_BYTES)] | None = None
    text: Annotated[str, Limits(max_length=MAX_BYTES)]
    kept: Passages
    unread: tuple[KeptField, ...] = ()


@dataclass(frozen=True)
class KeptCase:
    """An unsaved case that an earlier session left behind, and what its file said when that last read or wrote it."""

    file: Path
    path: Path | None
    text: str
    kept: Passages
    known: str | None = None
    unread: tuple[KeptField, ...] = ()

    @property
    def name(self) -> str:
        """What its author knows it by: its file, else its title; nothing where it has neither."""
        if self.path is not None:
            return self.path.name
        try:
            return str(opened("", self.text).data.get("title", ""))
        except Refused:
            return ""


def prepare() -> None:
    """Load what the first file needs, which takes longer than all others."""
    adapter(CaseRecovery)


def keep(
    folder: Path,
    path: Path | None,
    text: str,
    kept: Passages,
    known: str | None = None,
    unread: tuple[KeptField, ...] = (),
) -> None:
    """Write this session's side file, with what the author's own file is `known` to say; that is left alone."""
    target = made_ready(folder, ENDING)
    told = str(path.absolute()) if path else None
    content = CaseRecovery(
        process=os.getpid(),
        started=start_of(os.getpid()),
        path=told,
        text=text,
        kept=kept,
        known=known,
        unread=unread,
    )
    write_atomically(target, as_text(content).encode(), private=True)


def forget(folder: Path) -> None:
    """Remove this session's side file, if there is one."""
    remove(own_file(folder, ENDING))


def abandoned(folder: Path) -> tuple[KeptCase, ...]:
    """What sessions that no longer run left behind; a damaged file is passed over, and stays."""
    found = []
    for file in sorted(folder.glob(f"*{ENDING}")):
        try:
            read = from_text(CaseRecovery, read_text(file, MAX_BYTES))
        except (ValueError, Refused):
            continue
        if is_left_behind(file, read.process, read.started):
            path = Path(read.path) if read.path else None
            found.append(KeptCase(file, path, read.text, read.kept, read.known, read.unread))
    return tuple(found)
