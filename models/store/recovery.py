"""Side files that keep unsaved work through a crash: one for each session, never the user's own file."""

import json
import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from models.schema.problem import Problem, Refused, phrase
from models.schema.scenario import Scenario
from models.schema.value import Limits, Value
from models.schema.workshop import Workshop
from models.store import kinds, scenarios, workshops
from models.store.border import adapter, as_text, from_text
from models.store.documents import Document, read_json
from models.store.files import read_text, refusal, refusing, write_atomically
from models.store.scenario_file import ScenarioFile
from models.store.shape import shape_problems
from models.store.workshop_file import WorkshopFile

ENDING = ".recovery.json"
MAX_BYTES = 2 * kinds.MAX_BYTES + 1_000_000
"""Room for the longest workshop: written as a text within a text it takes at most twice as much."""


class RecoveryFile(Value):
    """What a side file says; the scenario is the text of its own file, read as strictly as any other.

    Where there is a workshop, it stands in the scenario's place, as the text of a workshop file. `known` tells the
    content of the user's own file, as the session read or wrote it last, from any other.
    """

    format: Literal["whatholds-recovery"] = "whatholds-recovery"
    process: Annotated[int, Limits(gt=0)]
    started: str
    path: str | None
    known: str | None = None
    case_id: str
    case_path: str | None
    title: str
    workshop: bool = False
    scenario: str


@dataclass(frozen=True)
class Record:
    """Work that was kept: its text, the user's file it belongs to, and its case.

    `scenario` is the text of a scenario file, or of a workshop file where it says that it holds a `workshop`.
    """

    file: Path
    scenario: str
    scenario_title: str
    path: Path | None
    case_id: str
    case_path: Path | None
    workshop: bool = False
    known: bytes | None = None


def prepare() -> None:
    """Loads what the first file needs, which takes longer than all others."""
    for kind in (RecoveryFile, ScenarioFile, WorkshopFile):
        adapter(kind)


def keep(
    folder: Path,
    scenario: Scenario,
    path: Path | None,
    case_path: Path | None,
    workshop: Workshop | None = None,
    known: bytes | None = None,
) -> Path:
    """Writes this session's side file into the folder; `path` is the user's own file, which is left alone.

    `known` is the digest of what that file said when it was last read or written.
    """
    target = made_ready(folder, ENDING)
    if target.is_symlink() or (path is not None and target.resolve() == path.resolve()):
        raise refusal(
            target,
            phrase("Unsaved work is never kept in a file of your own."),
            phrase("Choose another folder."),
        )
    content = RecoveryFile(
        process=os.getpid(),
        started=start_of(os.getpid()),
        path=_told(path),
        known=None if known is None else known.hex(),
        case_id=scenario.case.id,
        case_path=_told(case_path),
        title=scenario.title,
        workshop=workshop is not None,
        scenario=scenarios.dump(scenario) if workshop is None else workshops.dump(scenario, workshop),
    )
    write_atomically(target, as_text(content).encode(), private=True)
    return target


def forget(folder: Path) -> None:
    """Removes this session's side file, if there is one."""
    remove(own_file(folder, ENDING))


def remove(file: Path) -> None:
    """Removes a side file that was recovered or given up."""
    with refusing(file, phrase("The recovery file cannot be removed.")):
        file.unlink(missing_ok=True)


def abandoned(folder: Path) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """What sessions that no longer run left behind, newest first, and what is wrong with damaged files."""
    records: list[Record] = []
    problems: list[Problem] = []
    for file in _side_files(folder):
        try:
            found = _read(file)
        except Refused as refused:
            problems += refused.problems
        else:
            if is_left_behind(file, found.process, found.started):
                records.append(_record(file, found))
    return tuple(records), tuple(problems)


def is_running(process: int, started: str = "") -> bool:
    """Whether the process runs, and is not another one that was given the same number since."""
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except PermissionError:
        pass  # it runs, for another user
    except (OSError, OverflowError):
        return False
    return _told_of(process)[:1] != ["Z"] and (not started or started == start_of(process))


def is_left_behind(file: Path, process: int, started: str) -> bool:
    """Whether no session that runs wrote it; one with this one's number may be from before the number came round."""
    if process == os.getpid():
        return not file.name.startswith(_own_name())
    return not is_running(process, started)


def _own_name() -> str:
    """What the names of this session's side files begin with."""
    return f"{os.getpid()}-{_session()}"


def own_file(folder: Path, ending: str) -> Path:
    """This session's side file of a kind."""
    return folder / f"{_own_name()}{ending}"


def made_ready(folder: Path, ending: str) -> Path:
    """The same, in a folder that is there."""
    with refusing(folder, phrase("Unsaved work cannot be kept here.")):
        folder.mkdir(parents=True, exist_ok=True)
    return own_file(folder, ending)


@lru_cache(maxsize=1)
def _session() -> str:
    """Tells this session from an earlier one whose process had the same number."""
    return os.urandom(4).hex()


def _side_files(folder: Path) -> list[Path]:
    try:
        files = [file for file in folder.iterdir() if file.name.endswith(ENDING)]
        return sorted(files, key=lambda file: -file.lstat().st_mtime)
    except OSError:
        return []  # no folder, no work to recover


def _read(file: Path) -> RecoveryFile:
    document: Document = read_json(str(file), read_text(file, MAX_BYTES))
    data: Any = document.data
    if not isinstance(data, dict):
        raise Refused(
            document.problem((), phrase("This is not a recovery file."), phrase("It can be deleted."))
        )
    try:
        return from_text(RecoveryFile, json.dumps(data))
    except ValueError as error:
        raise Refused(
            *(problem for _, problem in shape_problems(error, document, RecoveryFile, {"": "recovery file"}))
        ) from error


def _record(file: Path, found: RecoveryFile) -> Record:
    return Record(
        file=file,
        scenario=found.scenario,
        scenario_title=found.title,
        path=Path(found.path) if found.path else None,
        case_id=found.case_id,
        case_path=Path(found.case_path) if found.case_path else None,
        workshop=found.workshop,
        known=_digest(found.known),
    )


def _digest(known: str | None) -> bytes | None:
    """What a side file says of the user's own file; a digest that is damaged is that of no file."""
    try:
        return None if known is None else bytes.fromhex(known)
    except ValueError:
        return b"?"


def _told(path: Path | None) -> str | None:
    """The path as text; bytes in it that are no text are lost, the work is not."""
    return None if path is None else os.fsencode(path.absolute()).decode(errors="replace")


def start_of(process: int) -> str:
    """When the process started, in ticks since the machine did, where the system tells; else nothing."""
    return "".join(_told_of(process)[19:20])


def _told_of(process: int) -> list[str]:
    """What the system tells of a process, from its state on: Z is one that has ended, and was not yet asked how."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except (OSError, ValueError):
        return []


def _runs_on_windows(process: int) -> bool:
    """Asks the system for the process: on Windows os.kill would end it."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    handle = kernel.OpenProcess(0x1000, False, process)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)
