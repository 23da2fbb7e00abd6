"""Where the application keeps its own files, with a way on where the home folder cannot be written."""

import os
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
        folder = Path(tempfile.mkdtemp(prefix="whatholds-"))
        (folder / "recovery").mkdir()
        return Paths(folder / "settings.json", folder / "whatholds.log", folder / "recovery", temporary=True)


def lend_charts_a_folder(paths: Paths) -> None:
    """Give matplotlib a folder where the home folder cannot be written, or it complains in the terminal."""
    if paths.temporary:
        os.environ.setdefault("MPLCONFIGDIR", str(paths.settings.parent))


def _prove_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(folder)
    handle, name = tempfile.mkstemp(dir=folder)
    os.close(handle)
    Path(name).unlink()
