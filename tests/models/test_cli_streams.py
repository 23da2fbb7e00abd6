"""The command line against what surrounds it: full devices, pipes, locales, files that are there, hostile text."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.cli.answers import visible
from tests.models.commands import answer, call, process
from tests.models.store.examples import TINY as TEXT
from tests.models.store.examples import spoiled

INPUTS = Path(__file__).parent / "inputs"
ASCII = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
FULL = Path("/dev/full")


def shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, text=True)


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
@pytest.mark.parametrize(
    "arguments", ["evaluate --case tiny", "analyse --case tiny --json", "check tiny", "--help"]
)
def test_a_full_device_ends_in_a_sentence(arguments: str) -> None:
    result = shell(f"{sys.executable} -m models.cli {arguments} > {FULL}")

    assert result.returncode == 1
    assert result.stderr == (
        "The answer cannot be written. The disk is full. Free some space, or choose another disk.\n"
    )


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
def test_a_full_error_stream_is_no_traceback() -> None:
    result = shell(f"{sys.executable} -m models.cli check missing.yaml 2> {FULL}")

    assert (result.returncode, result.stdout) == (1, "")


@pytest.mark.parametrize(
    "arguments",
    ["evaluate --case tiny", "analyse --case tiny --json", "check tiny", "--help", "evaluate --help"],
)
def test_a_closed_pipe_ends_in_a_sentence(arguments: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    result = subprocess.run(
        [sys.executable, "-m", "models.cli", *arguments.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        text=True,
    )
    os.close(writer)

    assert result.returncode == 141
    assert result.stderr == "The answer is not complete: its reader closed the pipe.\n"


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
@pytest.mark.parametrize("arguments", ["new", "brief", "print minutes", "print map", "export", "template"])
def test_no_file_is_written_to_a_full_device(arguments: str, tmp_path: Path) -> None:
    file = tmp_path / ("full.md" if arguments == "export" else "full.pdf")
    file.symlink_to(FULL)
    case = () if arguments == "template" else ("--case", "tiny")

    result = process(*arguments.split(), *case, "-o", file, "--force")

    assert result.returncode == 1
    assert b"The file cannot be written." in result.stderr
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("environment", [ASCII, {}])
def test_a_title_is_kept_in_a_locale_that_lacks_its_letters(
    environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "a.scenario.json"

    process("new", "--case", "tiny", "--title", "다리 놓기", "-o", file, **environment)

    assert json.loads(file.read_text(encoding="utf-8"))["title"] == "다리 놓기"


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no standard input by name")
def test_a_scenario_and_a_case_can_be_piped_in(tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"
    assert call("new", "--case", "tiny", "--set", "A1=fails", "-o", file).exit_code == 0
    (tmp_path / "case.yaml").write_text(TEXT, encoding="utf-8")
    command = f"{sys.executable} -m models.cli"

    evaluated = shell(f"cat {file} | {command} evaluate --case tiny /dev/stdin --json")
    checked = shell(f"cat {tmp_path / 'case.yaml'} | {command} check /dev/stdin")

    assert json.loads(evaluated.stdout)["statements"]["funds-voted"] == "rejected"
    assert checked.stdout == "No problems; the case’s own tests pass.\n"


@pytest.mark.parametrize("command", ["new", "brief"])
def test_of_four_at_once_on_one_name_one_succeeds(command: str, tmp_path: Path) -> None:
    file = tmp_path / "mine"

    with ThreadPoolExecutor(4) as together:
        results = list(together.map(lambda _: process(command, "--case", "tiny", "-o", file), range(4)))

    assert sorted(result.returncode for result in results) == [0, 2, 2, 2]
    assert all(b"exists already" in result.stderr for result in results if result.returncode)
    assert file.stat().st_size


def test_what_cannot_be_written_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.store.scenarios.MAX_BYTES", 10)

    result = call("new", "--case", "tiny", "-o", tmp_path / "a.scenario.json")

    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_case_whose_own_tests_fail_says_so_when_it_is_evaluated(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("R1: not-workable", "R1: holds")), encoding="utf-8")

    result = call("evaluate", "--case", file)

    assert result.exit_code == 0
    assert "Test 1 expects “holds” of R1, but it is “not-workable”." in result.stderr


def test_a_scenario_of_another_case_says_how_to_name_its_case(tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"
    assert call("new", "--case", "tiny", "-o", file).exit_code == 0

    result = call("evaluate", file)

    assert result.exit_code == 1
    assert "The scenario is for the case bridge" in result.stderr
    assert "in the terminal, name it or its file with --case." in result.stderr


@pytest.mark.parametrize("schema", ["true", "1.0", "2.0", "'2'"])
def test_what_is_no_schema_number_is_refused(schema: str, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(TEXT.replace("schema: 2", f"schema: {schema}", 1), encoding="utf-8")
    assert f"schema: {schema}" in file.read_text(encoding="utf-8")

    result = call("check", file)

    assert result.exit_code == 1
    assert "`schema` cannot be" in result.stderr


@pytest.mark.parametrize("schema", [True, 1.0, 2.0, "2"])
def test_what_is_no_schema_number_is_refused_in_a_scenario(schema: object, tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"
    assert call("new", "--case", "tiny", "-o", file).exit_code == 0
    file.write_text(
        json.dumps(json.loads(file.read_text(encoding="utf-8")) | {"schema": schema}), encoding="utf-8"
    )

    result = call("evaluate", "--case", "tiny", file)

    assert result.exit_code == 1
    assert "`schema` cannot be" in result.stderr


def test_escape_sequences_and_line_breaks_from_a_file_are_signs_on_one_line() -> None:
    result = call("evaluate", INPUTS / "terminal-escapes.scenario.json")

    lines = result.stdout.splitlines()
    assert lines[1] == "␛]0;pwned␇␛[2J␛[31mT[U+202E]evil (g␊R1   Overruled  fake line)"
    assert result.stdout.replace("\n", "").isprintable()


def test_no_command_writes_raw_control_characters_of_a_case(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    hostile = '"Build\\e[2J the\\nR9 bridge\\u202e"'
    file.write_text(spoiled(("label: Build the bridge", f"label: {hostile}")), encoding="utf-8")
    scenarios = [tmp_path / "a.scenario.json", tmp_path / "b.scenario.json"]
    for scenario in scenarios:
        call("new", "--case", file, "--title", "\x1b[31m\nR1 forged", "-o", scenario)

    for arguments in (("evaluate",), ("analyse", "--rate", "A1=0.5"), ("compare", *scenarios)):
        result = call(*arguments, "--case", file)
        assert result.exit_code == 0
        assert result.stdout.replace("\n", "").isprintable()
        assert not any(line.startswith("R9") for line in result.stdout.splitlines())


def test_letters_of_every_script_stay_as_they_are() -> None:
    text = "خانه‌ها 다리 naïve 👩‍🚀 “quoted”"

    assert visible(text) == text


def test_json_keeps_what_files_say_and_escapes_it() -> None:
    told = call("evaluate", INPUTS / "terminal-escapes.scenario.json", "--json").stdout

    assert "\x1b" not in told
    assert answer("evaluate", INPUTS / "terminal-escapes.scenario.json", "--json")["exact"]


def test_recommendations_that_are_all_open_are_not_said_to_fall() -> None:
    result = call("evaluate", "--case", INPUTS / "headline-all-open.yaml")

    assert "Both recommendations are open." in result.stdout
    assert "not hold" not in result.stdout


def test_json_is_utf8_in_a_locale_without_it(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("R1: not-workable", "다리: holds")), encoding="utf-8")

    result = process("check", file, "--json", **ASCII)

    (problem,) = json.loads(result.stdout.decode("utf-8"))["problems"]
    assert problem["what"] == "There is no recommendation 다리."


def test_a_table_is_shown_in_a_locale_that_lacks_its_characters(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("label: Build the bridge", "label: 다리 놓기")), encoding="utf-8")

    result = process("evaluate", "--case", file, **ASCII)

    assert (result.returncode, result.stderr) == (0, b"")
    assert b"R1   Open  its argument is open" in result.stdout


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = f"{sys.executable} -m models.cli schema case | head -c 1"

    result = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)

    assert (result.returncode, result.stderr) == (0, b"")
