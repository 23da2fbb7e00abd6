"""The log, and what Python writes while the process dies, beside the other state files; without, where none can be."""

import faulthandler
import logging
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

LARGEST = 500_000
"""Bytes above which a start lays the log aside and begins a new one."""

log = logging.getLogger("whatholds")


def start_log(path: Path) -> None:
    """Write the log beside the other state files; to the terminal where that cannot be done."""
    log.setLevel(logging.INFO)
    try:
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".1.log"))
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.handleError = _say  # type: ignore[method-assign]
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def _say(record: logging.LogRecord) -> None:
    """Say on the terminal, in one line, what a full disk does not take."""
    if sys.stderr is not None:
        sys.stderr.write(f"{record.levelname} {record.getMessage()}\n")


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
