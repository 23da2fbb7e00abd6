"""The generated twins beside each shipped case say what the case says."""

from functools import cache
from pathlib import Path

import pytest

from models.schema.case import Case
from models.store.border import from_text
from models.store.cases import load_embedded, read_case
from resources import ROOT
from tests.conftest import Match
from tests.twins import WIDTH, json_twin, plain_text

FILES = sorted((ROOT / "cases").glob("*/case.yaml"))
TRANSLATED = sorted((ROOT / "cases").glob("*/case.*.yaml"))


@cache
def case_in(path: Path) -> Case:
    """The case in a file, read once for all that is asked of it."""
    return read_case(path).case


@pytest.fixture(params=FILES, ids=lambda path: path.parent.name)
def file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(params=[*FILES, *TRANSLATED], ids=lambda path: f"{path.parent.name}-{path.stem}")
def any_file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_the_text_twin_is_what_the_case_generates(file: Path, match_golden: Match) -> None:
    match_golden(file.with_name("case.txt"), plain_text(case_in(file)))


def test_the_json_twin_is_what_the_case_generates(any_file: Path, match_golden: Match) -> None:
    match_golden(any_file.with_suffix(".json"), json_twin(case_in(any_file)))


def test_the_hash_beside_the_twins_is_that_of_the_case(any_file: Path, match_golden: Match) -> None:
    match_golden(any_file.with_suffix(".hash"), case_in(any_file).content_hash + "\n")


def test_the_json_twin_is_the_same_case_as_the_yaml(any_file: Path) -> None:
    read = case_in(any_file)

    case = load_embedded(any_file.parent.name, read.language)

    assert case == read
    assert case.content_hash == read.content_hash


def test_the_json_twin_is_trusted_to_be_what_a_strict_reading_makes_of_it(any_file: Path) -> None:
    strictly = from_text(Case, any_file.with_suffix(".json").read_text(encoding="utf-8"))

    assert repr(load_embedded(any_file.parent.name, strictly.language)) == repr(strictly)


def test_the_text_twin_is_no_wider_than_a_page(file: Path) -> None:
    lines = plain_text(case_in(file)).splitlines()

    assert max(map(len, lines)) <= WIDTH


def test_the_text_twin_tells_every_text_of_the_case(file: Path) -> None:
    case = case_in(file)
    told = " ".join(plain_text(case).split())

    for text in texts(case):
        assert " ".join(text.split()) in told


def texts(case: Case) -> list[str]:
    assumptions = [
        text
        for item in case.assumptions
        for text in (*item.challenge, *(one.text for one in item.observations), *item.shaping, *item.hedging)
    ]
    notes = [
        *(fact.text for fact in case.background),
        *(loop.text for loop in case.feedback),
        *(note.text for note in case.coherence),
        *(concession.text for concession in case.concessions),
    ]
    return [
        *(item.text for item in case.by_id.values()),
        *(rule.because for rule in case.rules),
        *(rule.reply for rule in case.rules if rule.reply),
        *(item.if_fails for item in case.assumptions if item.if_fails),
        *(item.treatment.removesuffix(".") for item in case.concessions),
        *assumptions,
        *notes,
    ]
