"""Whatever keeps a workshop file from being used is told in a sentence, with its line."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from models.schema.log import log_of
from models.schema.problem import Problem, Refused
from models.schema.references import Place
from models.schema.workshop import Entry, Workshop
from models.store import migrations, workshops
from models.store.documents import located
from models.store.scenarios import dump
from tests.models.store.examples import BASELINE, CASE, TABLES, workshop_written
from tests.workshops import MOMENT

WRITTEN = workshop_written(BASELINE, TABLES)
AT = "2026-11-23T09:30:00Z"
Change = Callable[[dict[str, Any]], object]


def refusal(text: str) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        workshops.load(text, CASE)
    return refused.value.problems


def changed(change: Change) -> str:
    """The tables' workshop with something changed in its data."""
    data = json.loads(WRITTEN)
    change(data)
    return json.dumps(data, indent=1)


def written(**changes: Any) -> str:
    return workshop_written(BASELINE, TABLES, **changes)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "The file is empty."),
        ("[]", "This is not a workshop file."),
        ("{}", "This is not a workshop file."),
        (dump(BASELINE), "This is not a workshop file but a scenario."),
        (WRITTEN[:300], "The file ends in the middle: it was cut short."),
        ('{"a": 1, "a": 2}', "The key `a` is given twice."),
        (json.dumps(list(range(400_000))), "more than 300,000 entries"),
        ("[" * 100_000, "nested too deeply"),
        (written(schema=3), "A newer version of WhatHolds wrote this file (schema 3; this one knows 2)."),
        (written(schema="1"), "`schema` cannot be “1”."),
        (written(case={"id": "tunnel", "version": "1", "hash": ""}), "on the case tunnel, not on bridge."),
        (written(case=None), "`case` should be a mapping of keys to values, not empty."),
        (written(stagse={}), "Unknown key `stagse`."),
        (written(rounds={}), "`rounds` is empty."),
        (written(rounds=[]), "`rounds` should be a mapping of keys to values, not a list."),
        (written(rounds={"Round one": {"name": "x"}}), "`Round one` cannot be “Round one”."),
        (written(groups={}), "`groups` should be a list, not a mapping."),
        (written(round="round-3"), "There is no round round-3."),
        (written(step_notes={"start": 1}), "`start` should be text, not 1."),
        (written(agenda={"tea": {"title": "Tea", "minutes": 0}}), "`minutes` must be 1 or more."),
        (written(agenda={"tea": {"minutes": 5}}), "An agenda item without `title`."),
        (written(stages={"tea": {"name": "Tea"}}), "A stage without `scenario`."),
        (written(stages={"tea": {"name": "Tea", "scenario": 1}}), "`scenario` should be a mapping"),
        (written(log=[{"id": "a", "at": "noon", "what": "x"}]), "`at` cannot be “noon”."),
        (written(signposts=[{"assumption": "gone", "text": "x", "state": "seen"}]), "`state` cannot be “seen”."),
        (written(signposts=[{"assumption": "gone", "text": "x", "on": "May"}]), "`on` cannot be “May”."),
        (written(predictions={"a": {"phase": "locked"}}), "A prediction has a scenario once it is locked"),
        (written(predictions={"a": {"hands": {"build": {"holds": -1}}}}), "`holds` must be 0 or more."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(text: str, what: str) -> None:
    assert any(what in problem.what for problem in refusal(text))


@pytest.mark.parametrize(
    ("change", "what", "place"),
    [
        (
            lambda data: data["groups"][0].update(round="round-9"),
            "There is no round round-9.",
            ("groups", 0, "round"),
        ),
        (
            lambda data: data["groups"][1].update(id="table-1"),
            "round-1 / table-1 is listed twice under `groups`.",
            ("groups", 1),
        ),
        (
            lambda data: data["groups"][1]["scenario"]["case"].update(id="tunnel"),
            "Table 2 (Round 1): The scenario is for the case tunnel, not for bridge.",
            ("groups", 1, "scenario", "case", "id"),
        ),
        (
            lambda data: data["groups"][1]["scenario"].update(schema=7),
            "A newer version of WhatHolds wrote this file (schema 7; this one knows 2).",
            ("groups", 1, "scenario", "schema"),
        ),
        (
            lambda data: data["groups"][1]["scenario"].pop("stances"),
            "A scenario without `stances`.",
            ("groups", 1, "scenario"),
        ),
        (
            lambda data: data["groups"][1].update(scenario=None),
            "The group Table 2 needs either a scenario or a ballot.",
            ("groups", 1),
        ),
        (
            lambda data: data["groups"][3]["ballot"]["counts"]["dry-banks"].update(fails=6),
            "There are 9 answers on dry-banks from 8 people.",
            ("groups", 3, "ballot"),
        ),
        (
            lambda data: data["groups"][3]["ballot"]["counts"]["dry-banks"].update(fails="x"),
            "`fails` should be a whole number, not “x”.",
            ("groups", 3, "ballot", "counts", "dry-banks", "fails"),
        ),
        (
            lambda data: data.update(log=[{"id": "a", "at": AT, "what": "x"}] * 2),
            "a is listed twice under `log`.",
            ("log", 1),
        ),
        (
            lambda data: data.update(signposts=[{"assumption": "dry-banks", "text": "Rain"}] * 2),
            "dry-banks / Rain is listed twice under `signposts`.",
            ("signposts", 1),
        ),
    ],
)
def test_what_contradicts_itself_is_told_where_it_stands(change: Change, what: str, place: Place) -> None:
    text = changed(change)

    (problem,) = refusal(text)

    assert problem.what == what
    assert problem.line == located(text).values[place][0]


def test_a_misspelled_key_is_told_with_the_one_that_was_meant() -> None:
    text = written(stages={"tea": {"nmae": "Tea", "scenario": json.loads(dump(BASELINE))}})

    told = {problem.what: problem.remedy for problem in refusal(text)}

    assert told["Unknown key `nmae`."] == "Did you mean name?"


def test_everything_that_is_wrong_is_told_at_once() -> None:
    def spoil(data: dict[str, Any]) -> None:
        data["round"] = "round-8"
        data["groups"][0]["round"] = "round-9"
        data["groups"][3]["ballot"]["heads"] = 1

    problems = refusal(changed(spoil))

    assert len(problems) == 3
    assert [problem.line for problem in problems] == sorted(problem.line or 0 for problem in problems)


def test_a_scenario_in_a_workshop_is_brought_up_to_date_as_one_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def retitled(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "title": "From long ago", "schema": 2}

    monkeypatch.setattr(workshops, "SCENARIO_STEPS", (*migrations.SCENARIO_STEPS, retitled))

    loaded = workshops.load(WRITTEN, CASE)

    assert len(migrations.SCENARIO_STEPS) == 1
    assert loaded.scenario.title == "From long ago"
    assert loaded.workshop.groups[0].scenario.title == "From long ago"
    assert loaded.workshop.groups[3].scenario.title == ""


def test_a_workshop_with_one_entry_twice_in_its_log_cannot_be_made() -> None:
    entry = Entry(id="entry-1", at=MOMENT, what="A")

    with pytest.raises(ValueError, match="log has entry-1 twice"):
        replace(Workshop(case=BASELINE.case), log=log_of((entry, entry)))
