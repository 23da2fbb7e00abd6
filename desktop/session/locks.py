"""Who has a file open, and whether it is as it was: neither another window nor another program is saved over.

Which lock is held is noted, so that the next start can take away one that a crash left beside a file.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from weakref import WeakSet

from PySide6.QtCore import QLockFile

from models.schema.problem import Problem, Refused, phrase
from models.schema.value import Answer
from models.store.files import device_of, is_there, read_bytes, refusal

ENDING = ".held"


def tidy(folder: Path) -> None:
    """Takes left locks away in a thread that nobody waits for: the disk that they are on may not answer."""
    Thread(target=take_away_left, args=(folder,), name="tidying", daemon=True).start()


def take_away_left(folder: Path) -> None:
    """Removes every noted lock whose process is gone for certain; one on a disk that is away is left for another time.

    Whether it is gone is for the lock to say: it is taken, which can only be done where its holder no longer runs on
    this machine, and let go of again.
    """
    with suppress(OSError):
        for note in sorted(folder.glob(f"*{ENDING}")):
            with suppress(OSError, ValueError):
                _take_away(note)


def _take_away(note: Path) -> None:
    beside = Path(os.fsdecode(note.read_bytes()))
    if not beside.is_absolute() or not (beside.name.startswith(".") and beside.suffix == ".lock"):
        note.unlink()
    elif beside.is_file() and not beside.is_symlink():
        lock = QLockFile(str(beside))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            note.unlink()
    elif beside.parent.is_dir():
        note.unlink()


PATIENCE = 1000
"""Milliseconds for which a lock is waited for that this process holds while it takes it away as left behind."""
MOMENT = 100
"""Milliseconds after which a lock is tried once more that may just be removed from beside a file."""


class ChangedOutside(Refused):
    """The open file is no longer as it was read or written here last: another program wrote it."""


class DiskGone(Refused):
    """What is in the place of the open file's disk is another, as the bare folder in which a stick was mounted."""


class Holder(Answer, kw_only=False):
    """Who has a file open: the account and the machine, as far as they are told."""

    account: str
    machine: str

    def __str__(self) -> str:
        return " on ".join(part for part in (self.account, self.machine) if part)


class OpenFile:
    """The one file that this window has open, with its lock and what tells its content from another's.

    The lock is noted in a `folder` for the next start; where that cannot be written, it goes unnoted.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path: Path | None = None
        self.holder: Holder | None = None
        self.digest = b""
        self._device: int | None = None
        self._lock: QLockFile | None = None
        self._note = folder / f"{os.urandom(16).hex()}{ENDING}" if folder is not None else None

    def take(self, path: Path) -> Holder | None:
        """Lock the file, letting go of the one before; tells who has it if it cannot be had.

        Where no lock can be written, as on a disk that can only be read, the file counts as free: it cannot
        be saved there either. So it does where something stands in the lock's place that is no file: a pipe would
        be waited on for ever. A lock that a crashed window left behind on this machine is taken over.
        """
        beside = lock_path(path)
        if not _may_be_a_lock(beside):
            self.release()
            return None
        if self.has(str(beside)):
            return None
        lock = QLockFile(str(beside))
        lock.setStaleLockTime(0)
        if not _is_had(lock) and lock.error() is QLockFile.LockError.LockFailedError:
            return _holder(lock, beside)
        self.release()
        self._lock = lock
        _TAKEN.add(self)
        if self._note is not None and lock.isLocked():
            with suppress(OSError):
                self._note.parent.mkdir(parents=True, exist_ok=True)
                self._note.write_bytes(os.fsencode(beside))
        return None

    def has(self, beside: str) -> bool:
        """Whether this lock is held here."""
        return self._lock is not None and self._lock.fileName() == beside

    def release(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
            if self._note is not None:
                with suppress(OSError):
                    self._note.unlink(missing_ok=True)

    @property
    def name(self) -> str:
        return self.path.name if self.path else ""

    @property
    def outside(self) -> bytes:
        """What tells the file from all others, if another program wrote it since it was read or written here."""
        there = digest(self.path) if self.path else b""
        return b"" if there == self.digest else there

    def turn(self, path: Path | None, there: bytes) -> None:
        """Let go of the file before; the next is ours, unless a `holder` has it. `there` told its content."""
        self.path, self.digest = path, there if path else b""
        self._device = _device_under(path)
        self.holder = self.take(path) if path else None
        if path is None or self.holder is not None:
            self.release()

    def know(self, path: Path | None, there: bytes | None = None) -> None:
        """The file that is ours and open now, as it is on the disk, or as `there` tells."""
        known = digest(path) if path and there is None else there
        self.path, self.holder, self.digest = path, None, known or b""
        self._device = _device_under(path)

    def claim(self, path: Path, *, over: bool) -> None:
        """Lock a file that is to be written; raises Refused where somebody has it.

        Raises ChangedOutside where the open file was written by another program, and DiskGone where its disk is not
        there, unless it is to be written `over`.
        """
        if path == self.path and not over and self._is_gone(path):
            what = phrase("The stick or disk on which {name} was is not there now.", name=path.name)
            remedy = phrase("Plug it in again and save, or save somewhere else.")
            raise DiskGone(Problem(file=path.name, what=what, remedy=remedy))
        holder = self.take(path)
        if holder is not None:
            what = phrase("The file is open elsewhere: {holder}.", holder=str(holder))
            raise refusal(path, what, phrase("Choose another name."))
        if path == self.path and not over and self.outside:
            what = phrase("Another program has changed {name} since it was opened here.", name=path.name)
            raise ChangedOutside(
                Problem(file=path.name, what=what, remedy=phrase("Keep both, take theirs, or overwrite it."))
            )

    @contextmanager
    def claimed(self, path: Path, *, over: bool) -> Iterator[None]:
        """`claim` a file for as long as it is written; where that fails, the lock is on the open file again."""
        self.claim(path, over=over)
        try:
            yield
        except BaseException:
            self.return_to()
            raise

    def return_to(self) -> None:
        """Hold the open file again, and no other that was written meanwhile."""
        if self.path is None or self.holder is not None:
            self.release()
        else:
            self.take(self.path)

    def _is_gone(self, path: Path) -> bool:
        """Whether the file went with its disk; one that is plugged in again may be counted as another."""
        return not is_there(path) and device_of(path.absolute().parent) not in (None, self._device)


_TAKEN: WeakSet[OpenFile] = WeakSet()


def release_all() -> None:
    """Let go of every file, as the program ends."""
    for lock in tuple(_TAKEN):
        lock.release()


def lock_path(path: Path) -> Path:
    whole = path.absolute()
    return whole.with_name(f".{whole.name}.lock")


def _device_under(path: Path | None) -> int | None:
    """On which disk a file is; nothing where it is not there."""
    return device_of(path.absolute().parent) if path is not None and is_there(path) else None


def _may_be_a_lock(beside: Path) -> bool:
    try:
        return stat.S_ISREG(beside.lstat().st_mode)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False


def _is_had(lock: QLockFile) -> bool:
    """Take a lock; who takes left ones away in this process has it for a moment, or removes it, and is waited for."""
    if lock.tryLock(0):
        return True
    held_here = any(other.has(lock.fileName()) for other in _TAKEN)
    if held_here or lock.error() is not QLockFile.LockError.LockFailedError:
        return False
    return lock.tryLock(PATIENCE if lock.getLockInfo()[0] in (0, os.getpid()) else MOMENT)


def _holder(lock: QLockFile, beside: Path) -> Holder:
    found, machine, _ = lock.getLockInfo()
    try:
        account = beside.owner()
    except (OSError, KeyError, NotImplementedError, RuntimeError):
        account = ""
    return Holder(account, machine if found else "")


def digest(path: Path) -> bytes:
    """What tells a file's content from another's; empty where it cannot be read, so that nothing was lost in it."""
    from hashlib import sha256  # not needed to start

    from models.store.kinds import MAX_BYTES

    try:
        return sha256(read_bytes(path, MAX_BYTES)).digest()
    except Refused:
        return b""
