"""The log, beside the other state files; without a file where that cannot be written."""

import logging
from pathlib import Path

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
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
