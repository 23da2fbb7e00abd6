"""Workshop files: stable bytes, every scenario in its own shape, and nothing dropped on the way."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from models.engine.evaluate import evaluate
from models.schema.grades import Stance
from models.schema.log import STRETCH, log_of
from models.schema.problem import Refused
from models.schema.scenario import Scenario, Unplaced, with_stances
from models.schema.workshop import Entry, Workshop
from models.store import scenarios, workshops
from models.store.border import as_text
from models.store.kinds import MAX_BYTES
from models.store.workshop_file import as_file
from tests.models.drawn_workshops import scenarios as drawn_scenarios
from tests.models.drawn_workshops import workshops as drawn_workshops
from tests.models.store.examples import BASELINE, CASE, TABLES
from tests.workshops import MOMENT

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
many = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@many
@given(drawn_scenarios(), drawn_workshops(drawn_scenarios()))
def test_saving_and_loading_is_the_identity(scenario: Scenario, workshop: Workshop) -> None:
    text = workshops.dump(scenario, workshop)

    loaded = workshops.load(text, CASE)

    assert (loaded.scenario, loaded.workshop) == (scenario, workshop)
    assert workshops.dump(loaded.scenario, loaded.workshop) == text


@pytest.mark.parametrize("count", [0, 1, STRETCH - 1, STRETCH, STRETCH + 1, 2 * STRETCH])
def test_a_log_is_written_stretch_by_stretch_as_it_is_written_whole(count: int) -> None:
    lines = tuple(Entry(id=f"entry-{number}", at=NOON, what="“A”\n[]\n}") for number in range(count))
    workshop = replace(TABLES, log=log_of(lines))

    text = workshops.dump(BASELINE, workshop)

    assert text == as_text(as_file(BASELINE, workshop)) == workshops.dump(BASELINE, workshop)
    assert workshops.load(text, CASE).workshop == workshop


def test_a_workshop_without_oddities_is_loaded_without_remarks() -> None:
    assert workshops.load(workshops.dump(BASELINE, TABLES), CASE).problems == ()


def test_the_file_is_laid_out_for_people_to_read() -> None:
    data = json.loads(workshops.dump(BASELINE, TABLES))

    assert list(data) == [
        *(
            "format",
            "schema",
            "case",
            "created",
            "modified",
            "details",
            "scenario",
            "round",
            "rounds",
            "groups",
        ),
        *(
            "predictions",
            "stages",
            "agenda_at",
            "agenda",
            "signposts",
            "actions",
            "step_notes",
            "decisions",
            "log",
        ),
    ]
    assert (data["format"], data["schema"]) == ("whatholds-workshop", 2)
    assert data["rounds"] == {
        "round-1": {"name": "Round 1", "revealed": False},
        "round-2": {"name": "Round 2", "revealed": False},
    }
    assert [group["name"] for group in data["groups"][:4]] == ["Table 1", "Table 2", "Table 3", "Table 4"]


def test_letters_of_all_scripts_stay_readable() -> None:
    text = workshops.dump(replace(BASELINE, title="Öl ≠ 기름"), TABLES)

    assert '"title": "Öl ≠ 기름"' in text
    assert text.endswith("}\n")


def test_every_scenario_stands_in_the_shape_of_its_own_file() -> None:
    data = json.loads(workshops.dump(BASELINE, TABLES))

    for part, scenario in (
        (data["scenario"], BASELINE),
        (data["groups"][1]["scenario"], TABLES.groups[1].scenario),
    ):
        assert part == json.loads(scenarios.dump(scenario))


def test_a_ballot_stands_for_the_scenario_that_is_made_from_it() -> None:
    entry = json.loads(workshops.dump(BASELINE, TABLES))["groups"][3]

    assert entry["scenario"] is None
    assert entry["ballot"] == {
        "heads": 8,
        "counts": {
            "funds-voted": {"holds": 5, "uncertain": 1, "fails": 1},
            "dry-banks": {"holds": 3, "uncertain": 0, "fails": 3},
        },
    }


def group_with(**changes: Any) -> str:
    """A workshop whose second table's scenario has some keys replaced."""
    data = json.loads(workshops.dump(BASELINE, TABLES))
    data["groups"][1]["scenario"] |= changes
    return json.dumps(data, indent=1)


def test_a_remark_on_a_groups_scenario_names_the_group_and_the_line() -> None:
    text = group_with(notes={"gone": "We never agreed on this."})

    loaded = workshops.load(text, CASE)

    (problem,) = loaded.problems
    assert problem.what == (
        "Table 2 (Round 1): The case has no statement or rule gone; the entry is kept but not used."
    )
    assert problem.line == text[: text.index('"gone"')].count("\n") + 1
    kept = Unplaced(section="notes", id="gone", value="We never agreed on this.")
    assert loaded.workshop.groups[1].scenario.unplaced == (kept,)


def test_a_stance_that_a_group_leaves_out_is_the_sources_with_a_remark() -> None:
    loaded = workshops.load(group_with(stances={"dry-banks": "fails"}), CASE)

    assert loaded.problems[0].what == "Table 2 (Round 1): The file has no stance on A1 (Funds are voted)."
    assert loaded.workshop.groups[1].scenario.stance_of["funds-voted"] is Stance.HOLDS


def test_a_newer_case_is_remarked_on_once_with_the_verdicts_that_changed() -> None:
    saved, workshop = workshops.as_saved(BASELINE, TABLES, evaluate(CASE, BASELINE), NOON)
    old = CASE.content_hash, "0"
    text = workshops.dump(saved, workshop).replace(*old).replace('"build": "open"', '"build": "holds"')

    loaded = workshops.load(text, CASE)

    problem, verdict = loaded.problems
    assert "an earlier text of the case" in problem.what
    assert problem.remedy == "Verdicts that have changed since: Build the bridge (R1)."
    assert verdict.what == "Build the bridge (R1): “Still holds” when last saved, “Open” today."
    assert loaded.workshop.case == BASELINE.case
    assert loaded.workshop.groups[0].scenario.case == BASELINE.case


def test_a_group_whose_scenario_is_older_than_the_rest_is_remarked_on() -> None:
    loaded = workshops.load(group_with(case={"id": "bridge", "version": "0.9", "hash": "0"}), CASE)

    (problem,) = loaded.problems
    assert problem.what.startswith("Table 2 (Round 1): The scenario was saved with version 0.9")


def test_the_verdicts_and_dates_are_noted_when_a_workshop_is_saved() -> None:
    dated = replace(TABLES, created=MOMENT)

    scenario, workshop = workshops.as_saved(BASELINE, dated, evaluate(CASE, BASELINE), NOON)

    assert [entry.id for entry in scenario.verdicts] == ["build"]
    assert (workshop.created, workshop.modified) == (MOMENT, NOON)
    assert (scenario.created, scenario.modified) == (NOON, NOON)


def test_a_workshop_is_saved_to_a_file_and_read_from_it(tmp_path: Path) -> None:
    file = tmp_path / "a.workshop.json"

    workshops.save(file, with_stances(BASELINE, {"dry-banks": Stance.FAILS}), TABLES)

    loaded = workshops.load(file, CASE)
    assert loaded.workshop == TABLES
    assert loaded.scenario.stance_of["dry-banks"] is Stance.FAILS
    assert workshops.case_reference(file) == BASELINE.case


def test_a_workshop_too_long_to_be_read_again_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshops, "MAX_ENTRIES", 100)

    with pytest.raises(Refused, match="too long to be saved"):
        workshops.save(tmp_path / "a.workshop.json", BASELINE, TABLES)

    assert list(tmp_path.iterdir()) == []


def test_a_whole_day_of_full_tables_fits() -> None:
    longest = replace(BASELINE, note="기" * 10_000)
    groups = tuple(
        replace(table, id=f"g{number}", scenario=longest)
        for number, table in enumerate(TABLES.groups[:3] * 16)
    )

    text = workshops.dump(longest, replace(TABLES, groups=groups))

    assert len(text.encode()) < MAX_BYTES
    assert len(workshops.load(text, CASE).workshop.groups) == 48


def test_a_file_from_before_rounds_were_revealed_shows_them_as_it_did() -> None:
    data = json.loads(workshops.dump(BASELINE, TABLES))
    data["schema"] = 1
    del data["details"], data["decisions"]
    for entry in data["rounds"].values():
        del entry["revealed"]

    loaded = workshops.load(json.dumps(data), CASE)

    assert [item.revealed for item in loaded.workshop.rounds] == [True, True]
