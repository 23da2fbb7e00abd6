"""The log is written beside the other state files, and is in nobody's way where it cannot be."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.base.log import log, start_log


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """The log as it was, after each test."""
    before = list(log.handlers)
    yield
    for handler in set(log.handlers) - set(before):
        log.removeHandler(handler)
        with suppress(OSError):  # what it holds back has no place to go
            handler.close()


def test_what_is_logged_stands_in_the_file(tmp_path: Path) -> None:
    start_log(tmp_path / "whatholds.log")

    log.info("started")

    assert "INFO started" in (tmp_path / "whatholds.log").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="the disk that is always full is Linux's")
def test_a_full_disk_leaves_one_line_on_the_terminal_and_no_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    start_log(Path("/dev/full"))

    log.warning("the settings could not be written: %s", "full")

    assert capsys.readouterr().err == "WARNING the settings could not be written: full\n"
