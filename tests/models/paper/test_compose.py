"""What a briefing sheet says, before it is set."""

from datetime import UTC, date, datetime

from models.engine.snapshot import take_snapshot
from models.paper.compose import compose
from models.schema.case import Case, Reading, Stance
from models.schema.result import Status
from models.schema.scenario import Credence, Note, revised
from tests.models.conftest import Take

PRINTED = date(2026, 11, 23)


def test_the_baseline_is_named_as_such(essay: Case, take: Take) -> None:
    sheet = compose(take(essay), PRINTED)

    assert (sheet.title, sheet.subtitle) == (f"Briefing sheet: {essay.title}", "The essay's baseline")


def test_a_scenario_goes_by_its_title(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    titled = take_snapshot(essay, revised(snapshot.scenario, title="Slow winter"))

    assert compose(snapshot, PRINTED).subtitle == "A scenario without a title"
    assert (compose(titled, PRINTED).subtitle, compose(titled, PRINTED).head[1]) == ("Slow winter",) * 2


def test_group_dates_and_reading_are_told(essay: Case, take: Take) -> None:
    scenario = revised(
        take(essay).scenario,
        group="Table 3",
        modified=datetime(2026, 11, 18, 9, 30, tzinfo=UTC),
        reading=Reading.EVERY_STRAND,
    )

    left, right = compose(take_snapshot(essay, scenario), PRINTED).facts

    assert "13 paragraphs" in left[0].text
    assert left[1].text.startswith(
        "Scenario of 18 November 2026, printed 23 November 2026; case dprk-lessons"
    )
    assert right[0].text == "Table 3"
    assert right[1].text.startswith("Every strand. A recommendation holds only if every one")


def test_only_states_that_occur_have_a_chip(essay: Case, take: Take) -> None:
    sheet = compose(take(essay, {"A3": "fails"}), PRINTED)

    assert [(chip.number, chip.mark) for chip in sheet.verdicts] == [
        (7, "disc"),
        (3, "diamond"),
        (1, "triangle"),
    ]
    assert [(chip.number, chip.mark) for chip in sheet.stances] == [
        (18, Stance.HOLDS),
        (1, Stance.FAILS),
        (1, Stance.UNCERTAIN),
    ]


def test_a_changed_stance_says_what_it_is_in_the_essay(essay: Case, take: Take) -> None:
    lines = {line.code: line for line in compose(take(essay, {"A3": "fails"}), PRINTED).assumptions}

    assert (lines["A3"].word, lines["A3"].was, lines["A4"].was) == ("Fails", "essay: holds", "")


def test_core_assumptions_are_marked(essay: Case, take: Take) -> None:
    lines = compose(take(essay), PRINTED).assumptions

    assert [line.code for line in lines if line.core] == ["A1", "A2", "A3"]


def test_a_credence_is_told_where_one_was_entered(essay: Case, take: Take) -> None:
    scenario = revised(take(essay).scenario, credences=(Credence(id="russia-ties", credence=0.7),))

    lines = compose(take_snapshot(essay, scenario), PRINTED).assumptions

    assert [line.credence for line in lines if line.credence] == ["Credence 0.7."]


def test_findings_are_grouped_by_what_became_of_them(essay: Case, take: Take) -> None:
    groups = compose(take(essay, {"A1": "fails"}), PRINTED).findings

    assert [group.status for group in groups] == [Status.ACCEPTED, Status.OPEN, Status.REJECTED]
    assert sum(len(group.items) for group in groups) == len(essay.findings)
    assert [item.label for item in groups[2].items] == ["F2"]


def test_an_objection_is_told_on_the_card_that_it_is_about(essay: Case, take: Take) -> None:
    cards = {card.code: card for card in compose(take(essay, {"A2": "fails"}, added=True), PRINTED).cards}

    assert cards["R10"].added == "An analyst's objection applies."
    assert cards["R9"].added == ""


def test_every_paragraph_lists_what_rests_on_it(essay: Case, take: Take) -> None:
    sources = {fact.label: fact.text for fact in compose(take(essay), PRINTED).sources}

    assert list(sources) == [f"¶{number}" for number in range(1, 14)]
    assert sources["¶5"] == "A1, A5, F1, F2, R1, K1"


def test_notes_come_with_what_they_are_about(essay: Case, take: Take) -> None:
    scenario = revised(
        take(essay).scenario,
        note="On the whole.",
        notes=(Note(id="calm-drills", text="One.\n\nTwo."), Note(id="cover", text="Really?")),
    )

    notes = compose(take_snapshot(essay, scenario), PRINTED).notes

    assert [note.about for note in notes] == [
        "On the scenario",
        "On R3 Calm the tension around drills",
        "On the inference cover",
    ]
    assert notes[1].paragraphs == ("One.", "Two.")


def test_a_language_that_is_none_becomes_english(essay: Case, take: Take) -> None:
    cases = (Case(**{**essay.model_dump(by_alias=True), "language": tag}) for tag in ("de-AT", "Klingon!"))

    assert [compose(take(case), PRINTED).language for case in cases] == ["de", "en"]
