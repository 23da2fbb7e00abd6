"""The tiny case, its scenarios and workshops as texts to be spoiled, and what their readers say."""

import json
from pathlib import Path
from typing import Any

from models.schema.grades import Stance
from models.schema.problem import Problem, Refused
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import balloted, with_round
from models.schema.workshop import Ballot, Count, Origin, Workshop
from models.store import workshops
from models.store.case_tests import check
from models.store.cases import load_embedded, read_case
from models.store.scenarios import dump
from resources import ROOT
from tests.workshops import MOMENT

TINY = (ROOT / "cases" / "tiny" / "case.yaml").read_text(encoding="utf-8")


def spoiled(*changes: tuple[str, str]) -> str:
    """The tiny case's text with some words replaced, each at its first place."""
    text = TINY
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def told(folder: Path, text: str, name: str = "case.yaml") -> tuple[Problem, ...]:
    """What a reader is told of a case file with this text, refused or not."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    try:
        return read_case(file).problems
    except Refused as refused:
        return refused.problems


def line_of(text: str, words: str) -> int:
    """The line on which the words first stand."""
    return text[: text.index(words)].count("\n") + 1


CASE = load_embedded("tiny")
BASELINE = baseline_scenario(CASE)


def written(**changes: Any) -> str:
    """The file of the baseline scenario of the tiny case, with some keys replaced."""
    return json.dumps(json.loads(dump(BASELINE)) | changes)


def tables() -> Workshop:
    """Two rounds on the tiny case: Tables 1 to 3 come as files, Table 4 as a ballot."""
    workshop = Workshop(case=BASELINE.case)
    ballot = Ballot(
        heads=8,
        counts=(
            Count(id="funds-voted", holds=5, uncertain=1, fails=1),
            Count(id="dry-banks", holds=3, fails=3),
        ),
    )
    for _ in range(2):
        workshop = with_round(workshop) if workshop.groups else workshop
        for number, stance in enumerate(Stance, start=1):
            scenario = with_stances(BASELINE, {"dry-banks": stance})
            workshop = with_group(workshop, f"Table {number}", scenario, Origin.FOLDER, arrived=MOMENT)
        workshop = with_group(workshop, "Table 4", balloted(CASE, ballot), Origin.TALLY, ballot=ballot)
    return workshop


TABLES = tables()


def workshop_written(scenario: Scenario, workshop: Workshop, **changes: Any) -> str:
    """The file of a workshop, with some keys replaced, laid out in lines."""
    return json.dumps(json.loads(workshops.dump(scenario, workshop)) | changes, indent=1)


FUNDS_TEXT = "text: The council votes the funds"


def checked(folder: Path, old: str, new: str) -> tuple[Problem, ...]:
    """What is told of the tiny case with some words replaced."""
    file = folder / "case.yaml"
    file.write_text(spoiled((old, new)), encoding="utf-8")
    return check(file)
