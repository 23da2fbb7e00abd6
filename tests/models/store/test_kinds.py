"""Files are told apart by what they say, and damaged ones are left to the reader of their kind."""

import json
from pathlib import Path

import pytest

from models.schema.problem import Refused
from models.store import recovery
from models.store.kinds import Kind, kind_of
from models.store.scenarios import dump
from models.store.workshops import dump as dump_workshop
from tests.models.store.examples import BASELINE, CASE, TABLES, TINY
from tests.twins import json_twin

SCENARIO = dump(BASELINE)
WORKSHOP = dump_workshop(BASELINE, TABLES)


def reordered(text: str) -> str:
    """The same file with its format at the end."""
    return json.dumps(dict(reversed(json.loads(text).items())))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SCENARIO, Kind.SCENARIO),
        (reordered(SCENARIO), Kind.SCENARIO),
        (WORKSHOP, Kind.WORKSHOP),
        (reordered(WORKSHOP), Kind.WORKSHOP),
        ("\ufeff\n" + WORKSHOP, Kind.WORKSHOP),
        (WORKSHOP[:500], Kind.WORKSHOP),
        ("{" + WORKSHOP[:500], Kind.WORKSHOP),
        (TINY, Kind.CASE),
        (json_twin(CASE), Kind.CASE),
        ("", Kind.CASE),
        ("just words", Kind.CASE),
    ],
)
def test_a_file_is_what_it_says_whatever_its_name(tmp_path: Path, text: str, kind: Kind) -> None:
    file = tmp_path / "holiday.jpg"
    file.write_text(text, encoding="utf-8")

    assert kind_of(file) is kind


def test_work_that_was_kept_is_told_from_the_users_files(tmp_path: Path) -> None:
    assert kind_of(recovery.keep(tmp_path, BASELINE, None, None)) is Kind.RECOVERY


def test_yaml_may_begin_with_a_bracket(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("{schema: 1, id: bridge}", encoding="utf-8")

    assert kind_of(file) is Kind.CASE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "neither a case nor a scenario nor a workshop"),
        ("[1, 2]", "neither a case nor a scenario nor a workshop"),
        ('{"format": "whatholds-film"}', "a newer version of WhatHolds may know it"),
        ('{"colour": "red"', "cut short"),
        ('{"colour": red}', "not valid JSON"),
    ],
)
def test_what_is_nothing_of_ours_is_refused(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(Refused, match=told):
        kind_of(file)
