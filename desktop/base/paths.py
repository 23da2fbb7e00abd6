"""Where the application keeps its own files, with a way on where the home folder cannot be written."""

import os
import stat
import sys
import tempfile
from pathlib import Path

from platformdirs import PlatformDirs

from models.schema.value import Answer


class Paths(Answer, kw_only=False):
    """The folders for settings, logs and recovery; `temporary` if nothing lasting could be had."""

    settings: Path
    log: Path
    recovery: Path
    temporary: bool = False

    @property
    def fault(self) -> Path:
        """What the process writes while it dies."""
        return self.log.with_name("fault.txt")


def find_paths() -> Paths:
    """The user's folders for this application, made if need be; a temporary one if they cannot be written."""
    known = PlatformDirs("whatholds", appauthor=False)
    try:
        config, state = Path(known.user_config_dir), Path(known.user_state_dir)
        _prove_writable(config)
        _prove_writable(state / "recovery")
        return Paths(config / "settings.json", state / "whatholds.log", state / "recovery")
    except OSError:
        folder = _temporary()
        return Paths(folder / "settings.json", folder / "whatholds.log", folder / "recovery", temporary=True)


def lend_charts_a_folder(paths: Paths) -> None:
    """Give matplotlib a folder where the home folder cannot be written, or it complains in the terminal."""
    if paths.temporary:
        os.environ.setdefault("MPLCONFIGDIR", str(paths.settings.parent))


def _temporary() -> Path:
    """The user's own temporary folder, which the next start finds; a new one where it may be another's."""
    name = "whatholds" if sys.platform == "win32" else f"whatholds-{os.getuid()}"
    folder = Path(tempfile.gettempdir(), name)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if _is_own(folder):
            _prove_writable(folder / "recovery")
            return folder
    except OSError:
        pass  # a new one may still be had
    folder = Path(tempfile.mkdtemp(prefix="whatholds-"))
    (folder / "recovery").mkdir()
    return folder


def _is_own(folder: Path) -> bool:
    """Whether nobody else can have put anything there; on Windows, each user has temporary folders of their own."""
    found = folder.lstat()
    if sys.platform == "win32":
        return stat.S_ISDIR(found.st_mode)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _prove_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(folder)
    handle, name = tempfile.mkstemp(dir=folder)
    os.close(handle)
    Path(name).unlink()
