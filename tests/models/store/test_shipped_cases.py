"""Every case that ships is free of problems, and its own tests pass."""

import re
from pathlib import Path

import pytest

from models.store.case_tests import check
from models.store.cases import load_embedded
from resources import ROOT

KINDS = r"\b[Tt]he (essay|paper|report|plan|judgment|article|study|safety case|inquiry|source)\b"
FILES = sorted((ROOT / "cases").glob("*/case.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_shipped_case_has_no_problems_and_passes_its_tests(file: Path) -> None:
    assert "\n".join(map(str, check(file))) == ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_shipped_case_calls_its_source_what_it_is(file: Path) -> None:
    case = load_embedded(file.parent.name)
    told = [rule.reply or "" for rule in case.rules] + [item.treatment for item in case.concessions]
    told += [item.emphasis or "" for item in case.recommendations]
    called = {word for text in told for word in re.findall(KINDS, text)}

    assert called <= {case.source.kind}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_a_short_name_of_advice_is_its_name_with_words_left_out(file: Path) -> None:
    for item in load_embedded(file.parent.name).recommendations:
        words = iter(re.findall(r"[\w’-]+", item.title.casefold()))
        left = re.findall(r"[\w’-]+", item.brief.casefold())

        assert all(word in words for word in left), item.brief


def test_the_embedded_case_is_as_large_as_the_essay_needs() -> None:
    case = load_embedded()

    sizes = (len(case.assumptions), len(case.findings), len(case.recommendations), len(case.rules))
    assert sizes == (22 + 11, 18, 11, 38 + 13)


def test_every_assumption_has_questions_and_signposts() -> None:
    assert all(item.challenge and item.signposts for item in load_embedded().assumptions)


def test_the_core_assumptions_are_the_first_three() -> None:
    assert [item.code for item in load_embedded().assumptions if item.core] == ["A1", "A2", "A3"]
