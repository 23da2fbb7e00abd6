"""Cards, counts and the sentences above them."""

import pytest

from models.engine.evaluate import evaluate
from models.pages.board import board_table, cards, changes_line, headline, stance_counts, verdict_counts
from models.pages.why import reason
from models.schema.case import Case, Reading, Stance, Verdict
from models.schema.scenario import baseline_scenario
from tests.models.conftest import Take

EVERY = Reading.EVERY_STRAND


def test_the_headline_counts_what_holds(essay: Case, take: Take) -> None:
    assert headline(take(essay)) == "All 11 recommendations still hold"
    assert headline(take(essay, {"A1": "fails", "A3": "fails"})) == "8 of 11 recommendations still hold"


def test_the_headline_speaks_of_a_single_recommendation(tiny: Case, take: Take) -> None:
    assert headline(take(tiny, {"A2": "holds"})) == "The one recommendation still holds"
    assert headline(take(tiny, {"A1": "fails"})) == "The one recommendation does not hold"


def test_counts_cover_every_verdict_and_every_stance(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    verdicts = {count.state: count.number for count in verdict_counts(snapshot)}
    stances = {count.state: count.number for count in stance_counts(snapshot)}

    assert list(verdicts) == list(Verdict)
    assert (verdicts[Verdict.FEWER], verdicts[Verdict.NOT_NEEDED], sum(verdicts.values())) == (3, 1, 11)
    assert stances == {Stance.HOLDS: 18, Stance.FAILS: 1, Stance.UNCERTAIN: 1}


def test_a_card_tells_what_the_last_change_did_to_it(essay: Case, take: Take) -> None:
    before = evaluate(essay, baseline_scenario(essay))

    card = next(item for item in cards(take(essay, {"A3": "fails"}, before=before)) if item.code == "R5")

    assert (card.word, card.was, card.baseline_word) == ("No longer needed", "was holding", "Still holds")


def test_a_card_that_did_not_change_has_no_former_word(essay: Case, take: Take) -> None:
    before = evaluate(essay, baseline_scenario(essay))

    card = cards(take(essay, {"A3": "fails"}, before=before))[0]

    assert (card.was, card.baseline_word) == ("", "")


def test_a_card_is_spoken_as_one_piece(essay: Case, take: Take) -> None:
    card = cards(take(essay, {"A1": "fails"}))[0]

    assert card.spoken == (
        "R1, Accept, openly or tacitly, that the DPRK will not disarm: no longer needed. "
        "A1 fails, so F2 is gone: its only ground has no need left. Grounds that apply: 0 of 1."
    )


def test_the_line_of_changes_tells_the_distance_from_the_baseline_and_the_last_move(
    essay: Case, take: Take
) -> None:
    before = evaluate(essay, baseline_scenario(essay))

    assert changes_line(take(essay)) == "Every verdict is as in the essay's baseline."
    assert changes_line(take(essay, {"A2": "fails"})) == "1 verdict differs from the essay's baseline."
    assert changes_line(take(essay, {"A3": "fails"}, before=before)) == (
        "4 verdicts differ from the essay's baseline; the last change moved R5, R7, R10 and R11."
    )


@pytest.mark.parametrize(
    ("code", "stances", "told"),
    [
        ("R1", {}, "Assuming A1 holds, its need is met."),
        ("R5", {}, "Assuming A3, A10, A16, A17 and A20 hold, its need, means and standing are all met."),
        ("R7", {}, "All 4 grounds stand; for one of them it is enough that A1 and A20 hold."),
        ("R5", {"A3": "fails"}, "A3 fails, so F14 is gone: its only ground has no need left."),
        ("R5", {"A17": "fails"}, "A17 fails, so F17 is gone: the need is there, the means are not."),
        ("R5", {"A20": "fails"}, "A20 fails: needed and workable, but the standing is missing."),
        ("R5", {"A3": "uncertain"}, "Hangs on A3, which is uncertain."),
        ("R7", {"A2": "fails"}, "3 of 4 grounds stand; F8 fell because A2 fails."),
        ("R7", {"A1": "uncertain"}, "3 of 4 grounds stand; R2 hangs on A1, which is uncertain."),
        (
            "R10",
            {"A17": "fails"},
            "A17 fails, so R5 and R6 are gone: neither of its 2 grounds has a need left.",
        ),
        (
            "R5",
            {"A3": "uncertain", "A17": "fails"},
            "Falls in any case: no longer workable or no longer needed, depending on A3.",
        ),
    ],
)
def test_the_reason_names_what_it_comes_from(
    essay: Case, take: Take, code: str, stances: dict[str, str], told: str
) -> None:
    assert reason(take(essay, stances), essay.by_code[code].id) == told


def test_the_reason_tells_an_objection_that_overrules(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A2": "fails"}, added=True)

    told = reason(snapshot, "offer-inducements")

    assert told == "An objection overrules its grounds: A2 fails, so F8 is gone."


def test_the_reason_tells_what_every_strand_misses(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"}, reading=EVERY)

    told = reason(snapshot, "prepare-dialogue")

    assert told == "3 of 4 grounds stand, but all are needed; R5 fell because A3 fails."


def test_the_reason_names_an_inference_that_was_set_aside(essay: Case, take: Take) -> None:
    snapshot = take(essay, aside=("from-moscow",))

    assert reason(snapshot, "draw-from-moscow") == (
        "The inference from-moscow is set aside, so no ground is left."
    )
    assert reason(snapshot, "prepare-dialogue") == (
        "3 of 4 grounds stand; R5 fell because the inference from-moscow is set aside."
    )


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("stance", ["fails", "uncertain"])
def test_reasons_of_single_and_double_changes_fit_on_a_card(
    essay: Case, take: Take, reading: Reading, stance: str
) -> None:
    codes = [item.code for item in essay.assumptions]
    pairs = [(codes[i], codes[j]) for i in range(0, 20, 3) for j in range(1, 20, 4)]

    for pair in pairs:
        shown = cards(take(essay, dict.fromkeys(pair, stance), reading=reading, added=True))
        assert max(len(card.reason) for card in shown) <= 110


def test_the_table_tells_each_verdict_and_that_of_the_baseline(essay: Case, take: Take) -> None:
    lines = board_table(take(essay, {"A1": "fails"})).splitlines()

    assert len(lines) == 12
    code, text, *_, now, baseline, grounds, why = lines[1].split("\t")
    assert (code, now, baseline, grounds) == ("R1", "No longer needed", "Still holds", "0 of 1 ground")
    assert text.startswith("Accept, openly")
    assert why.startswith("A1 fails")
