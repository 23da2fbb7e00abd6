"""Stances that links rule out, on the command line: named with exit code 1, and answered by nothing."""

import json
from pathlib import Path

import pytest

from tests.models.commands import call
from tests.models.store.examples import TINY

LINK = "\nlinks:\n  - {id: one, one-of: [funds-voted, dry-banks], because: There is one purse, paragraphs: [1]}\n"
BOTH = ("--set", "A1=holds", "--set", "A2=holds")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "linked.yaml"
    path.write_text(TINY + LINK, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["evaluate", "analyse"])
def test_stances_that_cannot_be_are_named_in_place_of_answers(command: str, case: Path) -> None:
    result = call(command, "--case", case, *BOTH, "--json")

    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert set(found) == {"schema", "case", "contradiction"}
    assert found["contradiction"]["links"] == ["one"]
    assert [item["id"] for item in found["contradiction"]["stances"]] == ["funds-voted", "dry-banks"]


def test_compare_names_them_too(case: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.scenario.json", tmp_path / "two.scenario.json"
    call("new", "--case", case, "-o", one)
    call("new", "--case", case, *BOTH, "-o", other)

    result = call("compare", "--case", case, one, other, "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["contradiction"]["links"] == ["one"]


def test_a_sheet_is_refused_with_what_would_resolve_it(case: Path, tmp_path: Path) -> None:
    result = call("brief", "--case", case, *BOTH, "-o", tmp_path / "sheet.pdf")

    assert result.exit_code == 1
    assert "that cannot be so together" in result.output
    assert "Let “Funds are voted” fail: A1=fails." in result.output
    assert not (tmp_path / "sheet.pdf").exists()
