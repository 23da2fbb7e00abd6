"""The command line answers, in JSON and in tables, and writes scenarios and sheets."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from models.cli import COMMANDS, run
from models.schema.scenario import baseline_scenario
from models.store.cases import load_embedded
from models.store.scenarios import load, save
from tests.models.commands import answer, call, process
from tests.models.store.examples import TINY as TEXT
from tests.models.store.examples import spoiled

TINY = load_embedded("tiny")
EXACT = Path(__file__).parent / "inputs" / "exact-at-24.yaml"


def test_the_commands_have_the_documented_names() -> None:
    assert {"check", "evaluate", "new", "brief", "schema"} <= set(COMMANDS)


def test_evaluating_the_baseline_answers_on_every_statement_and_recommendation() -> None:
    found = answer("evaluate", "--case", "tiny", "--json")

    assert list(found) == ["schema", "case", "reading", "statements", "recommendations", "exact", "not_known"]
    assert (found["schema"], found["case"], found["reading"]) == (2, "bridge", "one-argument")
    assert found["statements"] == {
        "funds-voted": "accepted",
        "dry-banks": "open",
        "affordable": "accepted",
        "build": "open",
    }
    build = found["recommendations"]["build"]
    assert (build["verdict"], build["grounds"]) == ("open", {"worth-it": "open"})
    assert build["why"].endswith(".")


@pytest.mark.parametrize("name", ["A1", "a1", "funds-voted"])
def test_an_assumption_is_set_by_id_or_code(name: str) -> None:
    found = answer("evaluate", "--case", "tiny", "--set", f"{name}=fails", "--json")

    assert found["statements"]["funds-voted"] == "rejected"
    assert found["recommendations"]["build"]["verdict"] == "not-workable"


def test_programs_are_told_every_way_in_which_advice_falls() -> None:
    stances = (f"--set={code}={stance}" for code, stance in {"A20": "fails", "A10": "uncertain"}.items())

    found = answer("evaluate", *stances, "--json")["recommendations"]["prepare-dialogue"]

    assert (found["verdict"], found["falls"]) == ("not-workable", ["not-workable", "no-standing"])


def test_an_inference_set_aside_fails() -> None:
    found = answer("evaluate", "--case", "tiny", "--aside", "worth-it", "--json")

    assert found["recommendations"]["build"]["grounds"] == {"worth-it": "fails"}


@pytest.mark.parametrize(
    ("given", "meant"),
    [("any", "one-argument"), ("every", "every-argument"), ("every-strand", "every-argument")],
)
def test_a_reading_may_be_given_in_short(given: str, meant: str) -> None:
    assert answer("evaluate", "--case", "tiny", "--reading", given, "--json")["reading"] == meant


def test_objections_that_the_source_does_not_raise_are_counted_on_request() -> None:
    plain = answer("evaluate", "--set", "A14=fails", "--json")
    added = answer("evaluate", "--set", "A14=fails", "--added", "--json")

    assert plain["recommendations"] != added["recommendations"]


def test_a_scenario_file_is_evaluated_in_its_own_case(tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"
    assert call("new", "--case", "tiny", "--set", "A2=fails", "--reading", "every", "-o", file).exit_code == 0

    found = answer("evaluate", file, "--case", "tiny", "--json")

    assert found["reading"] == "every-argument"
    assert found["statements"]["dry-banks"] == "rejected"


def test_options_change_what_the_scenario_file_says(tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"
    save(file, baseline_scenario(load_embedded()))

    found = answer("evaluate", file, "--set", "A3=fails", "--json")

    assert found["statements"]["russia-ties"] == "rejected"
    assert found["statements"]["keeps-arsenal"] == "accepted"


def test_people_get_a_table_with_verdicts_and_reasons() -> None:
    result = call("evaluate", "--set", "A3=fails", "--reading", "every", "--added", "--aside", "accept")
    text = " ".join(result.stdout.split())

    assert result.exit_code == 0
    assert "Taken to fail: “Russia ties deepen” (A3); uncertain as in the baseline: “" in text
    assert "(A12); every argument must hold; with objections" in text
    assert "rejected: an argument for “Accept the DPRK will not disarm” (accept)" in text
    assert "R11" in result.stdout


def test_a_single_argument_that_is_open_is_no_number_and_a_remark_is_an_analysts() -> None:
    told = call("evaluate", "--set", "A1=uncertain").stdout

    assert "its argument is open" in told
    assert "of 1 argument " in told and "0 or 1" not in told
    assert "Worth a thought (added by an analyst): Ukraine shows" in told


def test_a_new_scenario_has_what_was_set_and_the_verdicts_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"

    result = call(
        *("new", "--case", "tiny", "--set", "A1=fails", "--credence", "A2=0.7"),
        *("--group", "Red", "--title", "Floods", "-o", file),
    )

    scenario = load(file, TINY).scenario
    assert result.exit_code == 0
    assert (scenario.group, scenario.title, scenario.credence_of) == ("Red", "Floods", {"dry-banks": 0.7})
    assert scenario.verdicts[0].verdict == "falls"
    assert scenario.created == scenario.modified is not None


def test_a_new_scenario_replaces_a_file_only_when_forced(tmp_path: Path) -> None:
    file = tmp_path / "a.scenario.json"
    file.write_text("mine", encoding="utf-8")

    refused = call("new", "-o", file)
    assert (refused.exit_code, file.read_text(encoding="utf-8")) == (2, "mine")
    assert "exists already" in refused.stderr

    assert call("new", "-o", file, "--force").exit_code == 0
    assert load(file, load_embedded()).problems == ()


def test_a_sound_case_is_told_to_be_sound() -> None:
    result = call("check", "dprk-lessons")

    assert (result.exit_code, result.stdout) == (0, "No problems; the case’s own tests pass.\n")


def test_a_case_without_tests_is_not_said_to_pass_them() -> None:
    result = call("check", EXACT)

    assert (result.exit_code, result.stdout) == (0, "No problems; the case has no tests of its own.\n")


def test_every_problem_of_a_case_goes_to_the_error_stream_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("core: true", "cor: true"), ("R1: not-workable", "R9: holds")), encoding="utf-8")

    result = call("check", file)

    assert result.exit_code == 1
    assert result.stdout == "2 errors, 0 remarks.\n"
    assert f"{file}:19:5: error: [funds-voted] Unknown key `cor`. Did you mean core?\n" in result.stderr
    assert "There is no recommendation R9." in result.stderr


def test_remarks_alone_do_not_fail_a_case(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("if: [funds-voted]", "if: [funds-voted, funds-voted]")), encoding="utf-8")

    result = call("check", file)

    assert (result.exit_code, result.stdout) == (0, "0 errors, 1 remark.\n")


def test_a_failing_test_of_a_case_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(spoiled(("R1: not-workable", "R1: holds")), encoding="utf-8")

    result = call("check", file, "--json")

    (problem,) = json.loads(result.stdout)["problems"]
    assert result.exit_code == 1
    assert problem["what"] == "Test 1 expects “holds” of R1, but it is “not-workable”."


@pytest.mark.parametrize(
    ("kind", "key"), [("case", "rules"), ("scenario", "stances"), ("workshop", "rounds")]
)
def test_the_json_schema_of_files_is_told(kind: str, key: str) -> None:
    found = answer("schema", kind)

    assert key in found["required"]
    assert found["additionalProperties"] is False


def test_the_json_schema_of_rules_has_the_keys_of_files() -> None:
    rule = answer("schema", "case")["$defs"]["Rule"]

    assert {"if", "then", "opposes", "because"} <= set(rule["properties"])
    assert set(rule["required"]) == {"id", "kind", "paragraphs", "because"}


def test_a_sheet_is_printed(tmp_path: Path) -> None:
    pytest.importorskip("models.paper.sheet")
    file = tmp_path / "sheet.pdf"

    result = call("brief", "--case", "tiny", "--paper", "letter", "-o", file)

    assert result.exit_code == 0, result.output
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("command", [("brief",), ("print", "sheet")])
def test_the_analyses_are_printed_with_the_sheet_on_wish(tmp_path: Path, command: tuple[str, ...]) -> None:
    files = [tmp_path / "sheet.pdf", tmp_path / "with-annex.pdf"]

    results = [
        call(*command, "--case", "tiny", *options, "-o", file)
        for options, file in zip(((), ("--annex",)), files, strict=True)
    ]

    assert [result.exit_code for result in results] == [0, 0]
    assert len(PdfReader(files[0]).pages) < len(PdfReader(files[1]).pages)


def test_a_run_returns_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "--case", "tiny", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["case"] == "bridge"
    assert run(["check", "missing.yaml"]) == 1
    assert run(["evaluate", "--case", "tinny"]) == 2
    assert "Did you mean tiny?" in capsys.readouterr().err


def test_answers_need_neither_window_nor_yaml_nor_charts_nor_typesetting() -> None:
    code = (
        "import sys, models.cli; code = models.cli.run(['evaluate', '--json']);"
        "slow = {'PySide6', 'matplotlib', 'typst', 'ruamel.yaml'} & set(sys.modules);"
        "print(slow, file=sys.stderr); sys.exit(code or bool(slow))"
    )

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert result.returncode == 0, result.stderr


LINKED = """
links:
  - {id: dry-money, at-most-one: [funds-voted, dry-banks], because: What is voted goes into the dyke, paragraphs: [2]}
"""


@pytest.fixture
def linked(tmp_path: Path) -> str:
    file = tmp_path / "linked.yaml"
    file.write_text(TEXT + LINKED, encoding="utf-8")
    return str(file)


def test_stances_that_links_rule_out_end_with_code_1_and_are_named(linked: str) -> None:
    told = call("evaluate", "--case", linked, "--set", "A1=holds", "--set", "A2=holds", "--json")

    assert told.exit_code == 1
    assert json.loads(told.stdout)["contradiction"] == {
        "stances": [{"id": "funds-voted", "stance": "holds"}, {"id": "dry-banks", "stance": "holds"}],
        "links": ["dry-money"],
    }


def test_a_contradiction_in_text_says_how_it_could_be_resolved(linked: str) -> None:
    told = call("evaluate", "--case", linked, "--set", "A1=holds", "--set", "A2=holds")

    assert told.exit_code == 1
    text = " ".join(told.stdout.split())
    assert "“Funds are voted” holds and “Banks stay dry” holds: that cannot be so together, since" in text
    assert "Let “Funds are voted” fail: A1=fails." in text


def test_arguments_that_need_not_hold_are_not_counted() -> None:
    command = ("evaluate", "--reading", "every", "--added", "--set", "A1=uncertain", "--set", "A3=fails")

    assert b"R7   Incomplete        2 or 3 of 4 " in process(*command).stdout


def test_a_text_names_the_first_of_many_assumptions_and_counts_the_others() -> None:
    names = [f"A{number}" for number in range(1, 23)]
    given = [part for name in names for part in ("--set", f"{name}=uncertain")]

    told = call("evaluate", *given).stdout.replace("\n", " ")

    assert "(A4)" in told
    assert "(A9)" not in told.partition(" more")[0]
