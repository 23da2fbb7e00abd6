"""Looks into a folder into which tables save, and says what has arrived and what cannot be used.

Nothing in the folder is ever written, and a file that has not changed since the last look costs no reading.
"""

import os
import stat
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from models.schema.analysis import Tick, patiently
from models.schema.case import Case
from models.schema.problem import Problem, Refused, Severity, phrase, together
from models.schema.scenario import Scenario
from models.schema.workshop import Ballot
from models.store.files import decoded, read_bytes, refusing, spelled
from models.store.scenarios import MAX_BYTES, load

MAX_FILES = 500
FRESH = 300_000_000
LONGEST_NAME, MOST_TOLD = 80, 12
_TOO_LARGE = phrase("The file is too large for a scenario: more than {size} MB.", size=MAX_BYTES // 1_000_000)


@dataclass(frozen=True)
class Seen:
    """What was found out about one file; unless `settled` it is looked at again even if it stays the same.

    `digest` is of what last arrived from it, `reason` says why it cannot be used as it is.
    """

    name: str
    size: int
    mtime_ns: int
    digest: str = ""
    reason: str = ""
    settled: bool = False


@dataclass(frozen=True)
class Arrival:
    """A group's scenario from a file, with its ballot if it came as one, and remarks on what did not fit.

    Its name `is_guessed` where only the file has one. It is there `again` where it came from the same `path`.
    """

    file: str
    group: str
    scenario: Scenario
    digest: str
    problems: tuple[Problem, ...] = ()
    ballot: Ballot | None = None
    is_guessed: bool = False
    path: Path = Path()
    again: bool = False


Reader: TypeAlias = Callable[[Path, bytes, Case], tuple[Arrival, ...]]


@dataclass(frozen=True)
class Refusal:
    """A file that cannot be used, and why in a sentence."""

    file: str
    reason: str


@dataclass(frozen=True)
class Inbox:
    """What one look into the folder found; `seen` goes into the next one.

    `refusals` are all that stand at the moment; `pending` are the files that are still being written.
    """

    seen: Mapping[str, Seen] = field(default_factory=dict)
    arrivals: tuple[Arrival, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    pending: tuple[str, ...] = ()


def scan(
    folder: Path,
    case: Case,
    known: Mapping[str, Seen],
    tick: Tick = patiently,
    now: Callable[[], int] = time.time_ns,
    readers: Mapping[str, Reader] = MappingProxyType({}),
) -> Inbox:
    """What is new in the folder since the look that gave `known`; raises Refused if it cannot be read.

    The tick is called between files and may withdraw the look. `now` gives nanoseconds since 1970. `readers` take
    files of other endings than that of scenarios.
    """
    readers = {".json": _scenario, **readers}
    names = _names(folder, tuple(readers), tick)
    seen: dict[str, Seen] = {}
    arrivals: list[Arrival] = []
    for name in names[:MAX_FILES]:
        tick()
        reader = readers[Path(name).suffix.lower()]
        found, arrived = _look(folder / name, case, known.get(name), now(), reader)
        if found is not None:
            seen[name] = found
        arrivals += arrived
    refusals = [Refusal(_told(name), item.reason) for name, item in seen.items() if item.reason]
    if len(names) > MAX_FILES:
        what = phrase(
            "The folder has {number:,} files; only the first {max_files} by name are looked at.",
            number=len(names),
            max_files=MAX_FILES,
        )
        refusals.append(Refusal(_told(folder.name), what))
    pending = (_told(name) for name, item in seen.items() if not item.settled and not item.reason)
    return Inbox(seen, tuple(arrivals), tuple(refusals), tuple(pending))


def arrival(path: Path, case: Case) -> Arrival:
    """What one file that somebody chose brings in; raises Refused."""
    (arrived,) = _scenario(path, read_bytes(path, MAX_BYTES), case)
    return arrived


def _names(folder: Path, endings: tuple[str, ...], tick: Tick) -> list[str]:
    """The names of the files that may be meant; hidden and temporary ones are not."""
    names = []
    with refusing(folder, phrase("The folder cannot be read.")), os.scandir(folder) as entries:
        for entry in entries:
            tick()
            if Path(entry.name).suffix.lower() in endings and not entry.name.startswith((".", "~")):
                names.append(entry.name)
    return sorted(names)


def _look(
    path: Path, case: Case, before: Seen | None, moment: int, reader: Reader
) -> tuple[Seen | None, tuple[Arrival, ...]]:
    """What is known of a file now, and what it brings in; nothing of a link, a folder, a pipe."""
    try:
        status = path.lstat()
    except (OSError, ValueError):
        return None, ()  # it has just been removed
    if not stat.S_ISREG(status.st_mode) or _is_hidden(status):
        return None, ()
    size, changed = status.st_size, status.st_mtime_ns
    same = before is not None and (before.size, before.mtime_ns) == (size, changed)
    if before is not None and same and before.settled:
        return before, ()
    seen = Seen(path.name, size, changed, digest=before.digest if before else "")
    if size > MAX_BYTES:
        return replace(seen, reason=_TOO_LARGE, settled=True), ()
    if _is_being_written(before is not None, same, moment - changed):
        return seen, ()
    return _read(path, case, seen, reader)


def _is_being_written(known: bool, same: bool, age: int) -> bool:
    """Whether a file may not be whole yet; the clock of a shared drive may run ahead of this one."""
    if known and not same:
        return True
    return age < FRESH and (age >= 0 or not known)


def _read(path: Path, case: Case, seen: Seen, reader: Reader) -> tuple[Seen, tuple[Arrival, ...]]:
    try:
        with refusing(path, phrase("The file cannot be read.")):
            content = _content(path, seen)
    except Refused as refused:
        # Another program may hold it for a moment, so it stays to be looked at.
        return replace(seen, reason=_reason(refused)), ()
    if content is None:
        return seen, ()
    try:
        arrived = reader(path, content, case)
    except Refused as refused:
        return replace(seen, reason=_reason(refused), settled=True), ()
    digest = arrived[0].digest
    return replace(seen, digest=digest, settled=True), () if digest == seen.digest else arrived


def _content(path: Path, seen: Seen) -> bytes | None:
    """The file as it was when it was looked at; nothing if it changes while it is read."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        if not _is_as_seen(os.fstat(stream.fileno()), seen):
            return None
        content = stream.read(seen.size + 1)
        return content if _is_as_seen(os.fstat(stream.fileno()), seen) else None


def _is_as_seen(status: os.stat_result, seen: Seen) -> bool:
    return stat.S_ISREG(status.st_mode) and (status.st_size, status.st_mtime_ns) == (seen.size, seen.mtime_ns)


def _scenario(path: Path, content: bytes, case: Case) -> tuple[Arrival, ...]:
    name = _told(path.name)
    loaded = load(decoded(path, content), case, name)
    group = _group_name(loaded.scenario, name)
    from hashlib import sha256  # not needed to start

    return (Arrival(name, group, loaded.scenario, sha256(content).hexdigest(), loaded.problems),)


def _group_name(scenario: Scenario, file: str) -> str:
    """What the table calls itself, or its scenario, or else its file; short and on one line."""
    stem = Path(file).stem
    ending = ".scenario"
    called = stem[: -len(ending)] if stem.lower().endswith(ending) else stem
    names = (" ".join(text.split()) for text in (scenario.group, scenario.title, called))
    return spelled(next((name for name in names if name), file))[:LONGEST_NAME].strip()


def _reason(refused: Refused) -> str:
    """What is wrong with a file, in a few sentences."""
    errors = [problem.what for problem in refused.problems if problem.severity is Severity.ERROR]
    told = errors or [problem.what for problem in refused.problems]
    rest = len(told) - MOST_TOLD
    more = phrase("And {number} problems more.", number=rest) if rest > 0 else ""
    return together(*told[:MOST_TOLD], more)


def _is_hidden(status: os.stat_result) -> bool:
    return bool(getattr(status, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_HIDDEN)


def _told(name: str) -> str:
    """A file's name as text that can be written down, whatever bytes it is made of."""
    return os.fsencode(name).decode(errors="replace")
