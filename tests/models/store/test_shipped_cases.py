"""Every case that ships is free of problems, and its own tests pass."""

from pathlib import Path

import pytest

from models.store.case_tests import check
from models.store.cases import load_embedded
from resources import ROOT

FILES = sorted((ROOT / "cases").glob("*/case.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_shipped_case_has_no_problems_and_passes_its_tests(file: Path) -> None:
    assert "\n".join(map(str, check(file))) == ""


def test_the_embedded_case_is_as_large_as_the_essay_needs() -> None:
    case = load_embedded()

    sizes = (len(case.assumptions), len(case.findings), len(case.recommendations), len(case.rules))
    assert sizes == (22 + 11, 18, 11, 38 + 13)


def test_every_assumption_has_questions_and_signposts() -> None:
    assert all(item.challenge and item.signposts for item in load_embedded().assumptions)


def test_the_core_assumptions_are_the_first_three() -> None:
    assert [item.code for item in load_embedded().assumptions if item.core] == ["A1", "A2", "A3"]
