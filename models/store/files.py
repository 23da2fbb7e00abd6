"""Reads files from outside with a limit, and writes files whole or not at all; failures are sentences."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from time import monotonic, sleep

from models.schema.problem import Phrase, Problem, Refused, named, phrase, together

LONGEST = 1000
PRIVATE = 0o600
PATIENCE, PAUSE = 1.0, 0.05
"""For so many seconds a file that another program holds is tried again, so often."""
MOST_PIPED = 20_000_000
_INPUTS = ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")
_SENTENCES = {
    errno.ENOENT: (phrase("There is no such file or folder."), phrase("Check the name and the folder.")),
    errno.EACCES: (
        phrase("Permission is missing."),
        phrase("Choose another folder, or ask the owner for access."),
    ),
    errno.EPERM: (
        phrase("Permission is missing."),
        phrase("Choose another folder, or ask the owner for access."),
    ),
    errno.EISDIR: (phrase("This is a folder, not a file."), phrase("Choose a file in it.")),
    errno.ENOTDIR: (phrase("A part of the path is a file, not a folder."), phrase("Check the path.")),
    errno.ENOSPC: (phrase("The disk is full."), phrase("Free some space, or choose another disk.")),
    errno.EDQUOT: (
        phrase("Your share of the disk is used up."),
        phrase("Free some space, or choose another disk."),
    ),
    errno.EROFS: (phrase("The disk can only be read."), phrase("Choose another disk.")),
    errno.EBUSY: (
        phrase("Another program holds the file just now."),
        phrase("Wait until it is copied or closed, then save again; or choose another name."),
    ),
    errno.ENAMETOOLONG: (phrase("The name is too long."), phrase("Choose a shorter one.")),
    errno.ELOOP: (phrase("The link leads round in a circle."), phrase("Choose the file itself.")),
}


def spelled(text: object) -> str:
    """Text from outside made fit for a sentence: short, on one line, nothing invisible."""
    if isinstance(text, Phrase):
        words = {name: spelled(word) if isinstance(word, str) else word for name, word in text.words.items()}
        return phrase(text.pattern, **words) if words else text
    word = str(text)
    if len(word) <= LONGEST and word.isprintable():
        return word
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in word[:LONGEST])
    return shown + "…" if len(word) > LONGEST else shown


def refusal(path: Path | str, what: str, remedy: str = "", line: int | None = None) -> Refused:
    """A refusal with a single problem."""
    return Refused(Problem(file=spelled(path), line=line, what=what, remedy=remedy))


@contextmanager
def refusing(path: Path, attempt: str) -> Iterator[None]:
    """Turns a failure of the file system into a refusal that begins with `attempt`."""
    try:
        yield
    except OSError as error:
        what, remedy = told(error)
        raise refusal(path, together(attempt, what), remedy) from error
    except ValueError as error:
        what = together(attempt, phrase("Its name cannot be used."))
        raise refusal(path, what, phrase("Check the name.")) from error


def told(error: OSError) -> tuple[str, str]:
    """The sentence and remedy for a failure of the file system."""
    said = f"{error.strerror or type(error).__name__}."
    reason = (said if {*"{}"} & {*said} else named(said, ""), phrase("Try another place."))
    return _SENTENCES.get(error.errno or 0, reason)


def read_text(path: Path, limit: int) -> str:
    """The text of an ordinary UTF-8 file of at most `limit` bytes; never reads more or waits on a pipe."""
    return decoded(path, read_bytes(path, limit))


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of an ordinary file of at most `limit` bytes."""
    with refusing(path, phrase("The file cannot be read.")):
        if str(path) in _INPUTS and not stat.S_ISREG(path.stat().st_mode):
            content = _standard_input()
        else:
            _ordinary(path.stat())
            with path.open("rb") as stream:
                content = stream.read(limit + 1)
    if len(content) > limit:
        what = phrase("The file is too large: more than {size} MB.", size=limit // 1_000_000)
        raise refusal(path, what, phrase("Check that it is the right file."))
    return content


@lru_cache(maxsize=1)
def _standard_input() -> bytes:
    """What is piped into this process: it can be read only once, and is asked for more than once."""
    with os.fdopen(os.dup(0), "rb") as stream:
        return stream.read(MOST_PIPED + 1)


def decoded(path: Path, content: bytes) -> str:
    """The UTF-8 text that a file's content is."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = phrase("The file is not UTF-8 text.")
        raise refusal(
            path, what, phrase("Check that it is the right file, or save it as UTF-8."), line
        ) from error


def leniently_decoded(content: bytes) -> str:
    """The text of a file that any program may have written: UTF-8, or what Windows writes where it is not asked."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def is_there(path: Path) -> bool:
    """Whether a file or folder stands at the path, as far as can be told."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def device_of(folder: Path) -> int | None:
    """What tells the disk or stick of a folder from others; nothing where there is no such folder."""
    try:
        return folder.stat().st_dev
    except (OSError, ValueError):
        return None


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replaces the file by the content in one step; whatever goes wrong, the old file stays as it was.

    A link is followed to the file that it leads to; an existing file keeps its permissions. A `private` one may be
    read by its owner alone.
    """
    with refusing(path, phrase("The file cannot be written.")):
        target = Path(os.path.realpath(path))
        mode = PRIVATE if private else _mode_to_keep(target)
        draft = target.with_name(f".whatholds-{os.urandom(6).hex()}.tmp")
        try:
            _write_through(draft, content, mode)
            _replace(draft, target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        _settle_folder(target.parent)


def _replace(draft: Path, target: Path) -> None:
    """Puts the draft in the file's place; what another program holds for a moment is tried again for a second.

    A folder in which the draft could be written lets it be renamed, so a refusal comes from a program that has the
    file open, as one that copies it to other machines.
    """
    end = monotonic() + PATIENCE
    while True:
        try:
            draft.replace(target)
        except PermissionError as error:
            if monotonic() > end:
                raise OSError(errno.EBUSY, "held by another program") from error
            sleep(PAUSE)
        else:
            return


def _ordinary(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "This is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "This is a device or a pipe, not an ordinary file")


def _mode_to_keep(target: Path) -> int | None:
    if target.is_symlink():
        raise OSError(errno.ELOOP, "circular link")
    if not target.exists():
        return None
    _ordinary(target.stat())
    if not os.access(target, os.W_OK):
        raise OSError(errno.EROFS if _only_read(target) else errno.EACCES, "write-protected")
    return stat.S_IMODE(target.stat().st_mode)


def _only_read(path: Path) -> bool:
    """Whether the disk can only be read; not every system tells."""
    return hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _write_through(draft: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, 0o666 if mode is None else mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        draft.chmod(mode)


def _settle_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, on systems that can; the file is written in any case."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
