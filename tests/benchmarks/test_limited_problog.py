"""A case too hard for ProbLog is given up, and the compiler that ProbLog has started with it."""

import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest

from models.schema.scenario import baseline_scenario, with_credence
from tests.models.analyses.encodings import problog_program
from tests.models.analyses.generated_cases import generated_case

if sys.platform != "linux":
    pytest.skip("ProbLog's compiler is there for Linux alone", allow_module_level=True)

from tests.benchmarks.limited_problog import run_problog


def program_of(size: int) -> str:
    case = generated_case(0, size)
    scenario = baseline_scenario(case)
    for item in case.assumptions:
        scenario = with_credence(case, scenario, item.id, 0.3)
    return "\n".join(problog_program(case, scenario))


def runs(words: str) -> bool:
    """Whether anything runs on this machine with these words in its command line."""
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if words in entry.read_text(errors="replace"):
                return True
    return False


def comes_to_an_end(words: str, patience: float = 10.0) -> bool:
    end = monotonic() + patience
    while runs(words) and monotonic() < end:
        sleep(0.05)
    return not runs(words)


def test_an_easy_case_is_answered() -> None:
    assert run_problog(program_of(8), patience=60).answered


def test_a_hard_case_is_given_up_with_its_compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    run = run_problog(program_of(64), patience=2)

    assert not run.answered
    assert comes_to_an_end(str(tmp_path))
    assert list(tmp_path.iterdir()) == []
