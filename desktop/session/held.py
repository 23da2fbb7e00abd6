"""Notes which locks a session holds, so that the next start can take away those that a crash left beside files."""

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QLockFile

ENDING = ".held"


class Held:
    """The note of the one lock that is held, in a folder of ours; where it cannot be written the lock goes unnoted."""

    def __init__(self, folder: Path) -> None:
        self._note = folder / f"{os.urandom(16).hex()}{ENDING}"

    def put_down(self, lock: Path) -> None:
        """This lock is held now."""
        with suppress(OSError):
            self._note.parent.mkdir(parents=True, exist_ok=True)
            self._note.write_bytes(os.fsencode(lock))

    def strike_out(self) -> None:
        """No lock is held any more."""
        with suppress(OSError):
            self._note.unlink(missing_ok=True)


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
