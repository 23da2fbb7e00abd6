"""What the process could not tell while it died: Python writes it to a file, and the next start offers it."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

_file: TextIO | None = None


def watch_faults(path: Path) -> Path | None:
    """From now on, write a fault of this process to a file; tells where what an earlier one wrote was laid aside."""
    global _file
    report = None
    with suppress(OSError):
        if path.exists() and path.stat().st_size:
            report = path.replace(path.with_suffix(".last.txt"))
        _file = path.open("a", encoding="utf-8")
        faulthandler.enable(_file)
    return report
