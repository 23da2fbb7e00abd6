"""The log, beside the other state files; without a file where that cannot be written."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

log = logging.getLogger("whatholds")


def start_log(path: Path) -> None:
    """Write the log beside the other state files; to the terminal where that cannot be done."""
    log.setLevel(logging.INFO)
    try:
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
