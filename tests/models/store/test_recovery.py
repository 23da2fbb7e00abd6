"""Unsaved work survives its process, in a file of its own."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from models.schema.problem import Refused
from models.schema.scenario import baseline_scenario
from models.schema.workshop import Stage
from models.store import recovery, workshops
from models.store.cases import load_embedded
from models.store.kinds import MAX_BYTES
from models.store.scenarios import dump, load
from tests.models.store.examples import TABLES

TINY = load_embedded("tiny")
SCENARIO = replace(baseline_scenario(TINY), title="Wednesday")
CRASH = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from models.schema.scenario import baseline_scenario
from models.store import recovery
from models.store.cases import load_embedded
scenario = replace(baseline_scenario(load_embedded("tiny")), title="Wednesday")
recovery.keep(Path(sys.argv[1]), scenario, Path("mine.json"), None)
os.kill(os.getpid(), signal.SIGKILL)
"""


def crash(folder: Path) -> None:
    """A session that keeps its work and is killed."""
    subprocess.run([sys.executable, "-c", CRASH, str(folder)], check=False)


def test_the_work_of_a_killed_session_is_found(tmp_path: Path) -> None:
    crash(tmp_path)

    (record,), problems = recovery.abandoned(tmp_path)

    assert problems == ()
    assert load(record.scenario, TINY).scenario == SCENARIO
    assert (record.scenario_title, record.case_id) == ("Wednesday", "bridge")
    assert (record.path, record.case_path) == (Path("mine.json").absolute(), None)


def test_a_recovered_record_can_be_removed(tmp_path: Path) -> None:
    crash(tmp_path)
    ((record,), _) = recovery.abandoned(tmp_path)

    recovery.remove(record.file)

    assert recovery.abandoned(tmp_path) == ((), ())


def test_the_work_of_a_running_session_is_left_alone(tmp_path: Path) -> None:
    recovery.keep(tmp_path, SCENARIO, None, None)

    assert recovery.abandoned(tmp_path) == ((), ())


def test_an_earlier_session_with_the_same_process_number_is_not_running(tmp_path: Path) -> None:
    own = recovery.keep(tmp_path, SCENARIO, None, None)
    own.rename(own.with_name("earlier.recovery.json"))

    (record,), _ = recovery.abandoned(tmp_path)

    assert record.scenario_title == "Wednesday"


def test_a_whole_workshop_is_kept_as_the_text_of_its_file(tmp_path: Path) -> None:
    recovery.keep(tmp_path, SCENARIO, None, None, TABLES).rename(tmp_path / "earlier.recovery.json")

    ((record,), _) = recovery.abandoned(tmp_path)

    assert record.workshop
    assert record.scenario == workshops.dump(SCENARIO, TABLES)
    loaded = workshops.load(record.scenario, TINY)
    assert (loaded.scenario, loaded.workshop) == (SCENARIO, TABLES)


def test_a_scenario_alone_is_kept_as_a_scenario(tmp_path: Path) -> None:
    crash(tmp_path)

    ((record,), _) = recovery.abandoned(tmp_path)

    assert not record.workshop
    assert record.scenario == dump(SCENARIO)


def test_a_file_from_before_there_were_workshops_is_still_read(tmp_path: Path) -> None:
    file = recovery.keep(tmp_path, SCENARIO, None, None)
    old = {key: value for key, value in json.loads(file.read_text()).items() if key != "workshop"}
    file.unlink()
    (tmp_path / "old.recovery.json").write_text(json.dumps(old), encoding="utf-8")

    ((record,), problems) = recovery.abandoned(tmp_path)

    assert (record.workshop, record.scenario, problems) == (False, dump(SCENARIO), ())


def test_the_longest_workshop_that_can_be_saved_can_be_kept(tmp_path: Path) -> None:
    longest = replace(SCENARIO, note='"' * 20_000)
    stages = tuple(Stage(id=f"s-{n}", name="Stage", scenario=longest) for n in range(400))

    file = recovery.keep(tmp_path, longest, None, None, replace(TABLES, stages=stages))

    text = workshops.dump(longest, replace(TABLES, stages=stages))
    assert len(text) > MAX_BYTES * 0.8
    assert file.stat().st_size < recovery.MAX_BYTES


def test_each_session_has_one_file_and_forgets_it(tmp_path: Path) -> None:
    recovery.keep(tmp_path, baseline_scenario(TINY), None, None)
    recovery.keep(tmp_path, SCENARIO, None, None)
    assert len(list(tmp_path.iterdir())) == 1

    recovery.forget(tmp_path)
    recovery.forget(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_made_and_no_folder_holds_no_work(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "recovery"

    assert recovery.abandoned(folder) == ((), ())
    recovery.keep(folder, SCENARIO, None, None)
    assert folder.is_dir()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": "whatholds-recovery"}'])
def test_a_damaged_file_is_told_and_does_not_hide_the_others(tmp_path: Path, content: bytes) -> None:
    crash(tmp_path)
    (tmp_path / "damaged.recovery.json").write_bytes(content)

    records, problems = recovery.abandoned(tmp_path)

    assert len(records) == 1
    assert problems
    assert all("damaged.recovery.json" in problem.file for problem in problems)


def test_the_users_own_file_is_never_written_over(tmp_path: Path) -> None:
    target = recovery.keep(tmp_path, SCENARIO, None, None)

    with pytest.raises(Refused, match="never kept in a file of your own"):
        recovery.keep(tmp_path, SCENARIO, target, None)


def test_a_link_to_the_users_own_file_is_not_followed(tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text("mine", encoding="utf-8")
    target = recovery.keep(tmp_path, SCENARIO, None, None)
    target.unlink()
    target.symlink_to(mine)

    with pytest.raises(Refused, match="never kept in a file of your own"):
        recovery.keep(tmp_path, SCENARIO, None, None)

    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Refused, match="Unsaved work cannot be kept here"):
        recovery.keep(tmp_path / "file" / "recovery", SCENARIO, None, None)


def test_a_process_runs_until_it_ends() -> None:
    sleeper = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)

    assert recovery.is_running(sleeper.pid)

    sleeper.communicate(b"\n")
    assert not recovery.is_running(sleeper.pid)


def test_another_process_with_the_same_number_is_not_the_same() -> None:
    assert recovery.is_running(os.getppid())
    if Path("/proc/self/stat").exists():
        assert not recovery.is_running(os.getppid(), "started at another time")
