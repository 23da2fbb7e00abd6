"""What all tests share: golden files, rewritten with `--accept` and then read in the diff."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure, and what fails once fails again; `--hypothesis-profile wandering` tries new examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("wandering", deadline=None)
settings.load_profile("steady")
os.environ["LANGUAGE"] = "en"  # whatever the machine speaks
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # so that tests need no display and take no focus
gc.set_threshold(2000, 10, 1000)  # tests keep much to the end: all of it is hardly ever gone over

Match = Callable[[Path, str], None]


def pytest_collection_finish() -> None:
    """What all modules hold stays to the end: the collector need not go over it again after each test."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite golden files and generated twins")


@pytest.fixture(scope="session", autouse=True)
def no_power_cut() -> Iterator[None]:
    """Nobody waits until the disk has what is written; a file that is not open is still an error."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture
def match_golden(request: pytest.FixtureRequest) -> Match:
    """Asserts that a file has the expected text, or with `--accept` gives it that text."""
    accept = bool(request.config.getoption("--accept"))

    def match(path: Path, text: str) -> None:
        if accept:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing; pytest --accept writes it"
        assert path.read_text(encoding="utf-8") == text, f"{path.name} differs; pytest --accept rewrites it"

    return match
