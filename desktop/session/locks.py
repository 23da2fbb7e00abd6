"""Who has a file open: a lock beside it, so that two windows never save over each other."""

import stat
from pathlib import Path

from PySide6.QtCore import QLockFile

from models.schema.value import Answer


class Holder(Answer, kw_only=False):
    """Who has a file open: the account and the machine, as far as they are told."""

    account: str
    machine: str

    def __str__(self) -> str:
        return " on ".join(part for part in (self.account, self.machine) if part)


class FileLock:
    """Holds the lock of the one file that this window has open."""

    def __init__(self) -> None:
        self._lock: QLockFile | None = None

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
        if self._lock is not None and Path(self._lock.fileName()) == beside:
            return None
        lock = QLockFile(str(beside))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return _holder(lock, beside)
        self.release()
        self._lock = lock
        return None

    def release(self) -> None:
        """Let go of the file."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def lock_path(path: Path) -> Path:
    """Where the lock of a file stands."""
    whole = path.absolute()
    return whole.with_name(f".{whole.name}.lock")


def _may_be_a_lock(beside: Path) -> bool:
    try:
        return stat.S_ISREG(beside.lstat().st_mode)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False


def _holder(lock: QLockFile, beside: Path) -> Holder:
    found, machine, _ = lock.getLockInfo()
    try:
        account = beside.owner()
    except (OSError, KeyError, NotImplementedError, RuntimeError):
        account = ""
    return Holder(account, machine if found else "")
