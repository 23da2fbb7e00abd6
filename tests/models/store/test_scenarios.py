"""Scenario files: stable bytes, nothing dropped on the way, and a sentence for whatever is wrong."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from models.engine.evaluate import evaluate
from models.language.messages import retold, speaking
from models.language.states import word
from models.schema.case import Case
from models.schema.grades import Reading, Stance, Verdict
from models.schema.problem import Severity
from models.schema.scenario import Scenario, Unplaced, with_note, with_stances
from models.store.scenarios import as_saved, changed_verdicts, dump, load
from tests.models.drawn_workshops import scenarios
from tests.models.store.examples import BASELINE, CASE, written

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@settings(deadline=None)
@given(scenarios())
def test_saving_and_loading_is_the_identity(scenario: Scenario) -> None:
    loaded = load(dump(scenario), CASE)

    assert loaded.scenario == scenario
    assert loaded.problems == ()
    assert dump(loaded.scenario) == dump(scenario)


def test_the_file_is_laid_out_as_documented() -> None:
    scenario = with_note(CASE, with_stances(BASELINE, {"funds-voted": Stance.FAILS}), "paid", "Öl ≠ 기름")

    text = dump(as_saved(scenario, evaluate(CASE, scenario), NOON))

    assert text.endswith("}\n")
    assert '  "notes": {\n    "paid": "Öl ≠ 기름"\n  },\n' in text
    data = json.loads(text)
    assert list(data) == [
        *("format", "schema", "case", "title", "group", "horizon", "created", "modified", "stances"),
        *(
            "credences",
            "set_aside",
            "reading",
            "added",
            "note",
            "notes",
            "rationales",
            "voices",
            "verdicts",
            "unplaced",
        ),
    ]
    assert (data["format"], data["schema"]) == ("whatholds-scenario", 2)
    assert data["case"] == {"id": "bridge", "version": "1.0", "hash": CASE.content_hash}
    assert data["stances"] == {"funds-voted": "fails", "dry-banks": "uncertain"}
    assert data["verdicts"] == {"build": "falls"}
    assert data["created"] == data["modified"] == "2026-03-01T12:00:00Z"


def test_the_order_of_a_hand_written_file_does_not_matter() -> None:
    text = written(stances={"dry-banks": "fails", "funds-voted": "holds"}, set_aside=["floods", "paid"])

    scenario = load(text, CASE).scenario

    assert [entry.id for entry in scenario.stances] == ["funds-voted", "dry-banks"]
    assert scenario.set_aside == ("paid", "floods")


def test_most_keys_may_be_left_out() -> None:
    data = json.loads(dump(BASELINE))

    text = json.dumps({key: data[key] for key in ("format", "schema", "case", "stances")})

    assert load(text, CASE).scenario == BASELINE


def test_an_unknown_id_is_kept_with_a_remark() -> None:
    text = written(stances={"funds-voted": "holds", "dry-banks": "holds", "dry-bank": "fails"})

    loaded = load(text, CASE)

    (problem,) = loaded.problems
    assert problem.severity is Severity.REMARK
    assert (problem.item, problem.remedy) == ("dry-bank", "Did you mean dry-banks?")
    assert loaded.scenario.unplaced == (Unplaced(section="stances", id="dry-bank", value="fails"),)
    assert load(dump(loaded.scenario), CASE).scenario == loaded.scenario


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("credences", {"gone": 0.25}),
        ("set_aside", ["gone"]),
        ("notes", {"gone": "text"}),
        ("rationales", {"gone": "text"}),
        ("verdicts", {"gone": "open"}),
    ],
)
def test_nothing_that_a_file_says_on_unknown_ids_is_dropped(section: str, value: object) -> None:
    loaded = load(written(**{section: value}), CASE)

    assert [(entry.section, entry.id) for entry in loaded.scenario.unplaced] == [(section, "gone")]
    assert len(loaded.problems) == 1


def test_what_was_kept_returns_to_its_place_once_the_case_has_it() -> None:
    kept = [
        {"section": "credences", "id": "dry-banks", "value": "0.25"},
        {"section": "set_aside", "id": "paid", "value": ""},
        {"section": "credences", "id": "funds-voted", "value": "likely"},
    ]

    scenario = load(written(unplaced=kept), CASE).scenario

    assert scenario.credence_of == {"dry-banks": 0.25}
    assert scenario.set_aside == ("paid",)
    assert [entry.value for entry in scenario.unplaced] == ["likely"]


def test_a_missing_assumption_takes_the_stance_of_the_source_with_a_remark() -> None:
    loaded = load(written(stances={"dry-banks": "fails"}), CASE)

    assert loaded.scenario.stance_of == {"funds-voted": Stance.HOLDS, "dry-banks": Stance.FAILS}
    assert loaded.problems[0].what == "The file has no stance on A1 (Funds are voted)."
    assert loaded.problems[0].severity is Severity.REMARK


def test_a_newer_case_is_remarked_on_with_the_verdicts_that_changed() -> None:
    text = written(case={"id": "bridge", "version": "0.9", "hash": "0"}, verdicts={"build": "holds"})

    loaded = load(text, CASE)

    problem, verdict = loaded.problems
    assert problem.what == "The scenario was saved with version 0.9 of the case; this is 1.0."
    assert problem.remedy == "Verdicts that have changed since: Build the bridge (R1)."
    assert verdict.what == "Build the bridge (R1): “Still holds” when last saved, “Open” today."
    assert loaded.scenario.case == BASELINE.case


def test_a_file_of_the_first_edition_opens_with_a_sentence_that_says_what_changed(essay: Case) -> None:
    new = {"drills-long-feared", "leans-on-china"}
    stances = {item.id: "holds" for item in essay.taking_part(added=False) if item.id not in new}
    reference = {"id": essay.id, "version": "1.0", "hash": "0"}
    text = written(
        case=reference,
        schema=1,
        stances={**stances, "russia-ties": "fails"},
        verdicts={"stop-bloc-talk": "fewer"},
    )

    loaded = load(text, essay)

    told = " ".join(problem.what for problem in loaded.problems)
    assert (
        "saved with version 1.0 of the case; this is 2.0. In version 2.0 the arsenal (A1) is taken as argued"
        in told
    )
    assert loaded.scenario.stance_of["russia-ties"] is Stance.FAILS
    assert all(loaded.scenario.stance_of[name] is Stance.HOLDS for name in new)
    assert len(loaded.problems) == 2 + len(new)
    assert (
        loaded.problems[0].remedy
        == "Verdicts that have changed since: Stop treating the three as one bloc (R4)."
    )
    assert "(R4): “Holds on fewer arguments” when last saved, “Still holds” today." in told


def test_a_file_of_schema_1_says_what_verdicts_mean_now_and_claims_nothing_of_the_case() -> None:
    """How a case is hashed has changed too, so that its text may be the same."""
    case = {"id": "bridge", "version": "1.0", "hash": "0"}

    problem, verdict = load(written(schema=1, case=case, verdicts={"build": "not-workable"}), CASE).problems

    assert problem.what.startswith(
        "An earlier version of WhatHolds wrote the file. Falls are told otherwise since: a"
    )
    assert verdict.what.endswith("“No longer workable” when last saved, “Open” today.")


def test_verdicts_then_and_now_are_told_in_the_language_in_force() -> None:
    case = {"id": "bridge", "version": "0.9", "hash": "0"}
    verdict = load(written(case=case, verdicts={"build": "holds"}), CASE).problems[-1]

    with speaking("ko"):
        assert word(Verdict.HOLDS) in retold(verdict.what)
        assert word(Verdict.OPEN) in retold(verdict.what)


def test_a_case_whose_text_alone_has_changed_is_remarked_on() -> None:
    earlier = {"id": "bridge", "version": "1.0", "hash": "0"}

    loaded = load(written(case=earlier, verdicts={"build": "open"}), CASE)

    assert "an earlier text of the case" in loaded.problems[0].what
    assert loaded.problems[0].remedy == "No verdict has changed since."


def test_no_verdict_is_said_to_be_unchanged_that_the_file_does_not_have() -> None:
    loaded = load(written(case={"id": "bridge", "version": "1.0", "hash": "0"}), CASE)

    assert loaded.problems[0].remedy == "Which verdicts were seen then is not in the file."


def test_changed_verdicts_say_what_was_seen_and_what_is_now() -> None:
    scenario = as_saved(BASELINE, evaluate(CASE, BASELINE), NOON)
    flooded = with_stances(scenario, {"dry-banks": Stance.FAILS})

    (changed,) = changed_verdicts(flooded, evaluate(CASE, flooded))

    assert (changed.id, changed.seen, changed.now) == ("build", Verdict.OPEN, Verdict.NOT_NEEDED)


def test_a_file_of_schema_1_is_read_with_its_names_for_how_arguments_combine() -> None:
    text = written(schema=1, reading="every-strand")

    loaded = load(text, CASE)

    assert loaded.scenario.reading is Reading.EVERY_ARGUMENT
    assert json.loads(dump(loaded.scenario))["reading"] == "every-argument"
