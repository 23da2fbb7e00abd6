"""What would change it, in words: what topples or rescues a recommendation, what is enough, what keeps it."""

from dataclasses import replace

import pytest

from models.analyses.bundle import analyse
from models.engine.evaluate import evaluate
from models.pages.change import MoveList, change_page, change_table, choices, show_all, stances_of
from models.schema.analysis import SufficientSets
from models.schema.case import Case, Reading, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import with_stances
from models.schema.snapshot import Analyses, Snapshot
from tests.analysed import analysed
from tests.models.conftest import Take


def identifier(case: Case, code: str) -> str:
    return case.by_code[code].id


def sentences(listing: MoveList) -> list[str]:
    return [move.sentence for move in listing.moves]


def with_analyses(snapshot: Snapshot, analyses: Analyses) -> Snapshot:
    return replace(snapshot, analyses=analyses)


def test_what_topples_a_recommendation_says_how_it_falls(essay: Case) -> None:
    page = change_page(analysed(essay)[0], identifier(essay, "R5"))

    assert page.headline == "R5 still holds; any one of 5 changes would topple it"
    assert sentences(page.moves[0])[:2] == [
        "If A3 fails, R5 is no longer needed.",
        "If A10 fails, R5 is no longer workable.",
    ]
    assert sentences(page.moves[0])[-1] == "If A20 fails, R5 has no standing."


def test_sets_of_one_size_stand_under_one_heading(essay: Case) -> None:
    page = change_page(analysed(essay)[0], identifier(essay, "R9"), most=4)

    headings = [move.heading for move in page.moves[0].moves]
    assert headings == ["One change is enough", "", "Three changes together", ""]
    assert sentences(page.moves[0])[2] == "If A1, A2 and A10 fail, R9 is no longer needed."


def test_what_rescues_a_recommendation_is_told_where_it_has_fallen(essay: Case) -> None:
    page = change_page(analysed(essay, {"A3": "fails"})[0], identifier(essay, "R5"))

    assert page.headline == "R5 is no longer needed; a single change would rescue it: A3 holds"
    assert [(listing.title, sentences(listing)) for listing in page.moves] == [
        ("What would rescue it", ["If A3 holds, R5 holds."])
    ]


def test_both_directions_are_told_while_a_recommendation_is_open(essay: Case) -> None:
    page = change_page(analysed(essay, {"A20": "uncertain"})[0], identifier(essay, "R7"))

    assert page.headline == "R7 is open: it takes 1 change to hold and 1 to fall"
    assert [listing.wanted for listing in page.moves] == [Status.ACCEPTED, Status.REJECTED]
    assert sentences(page.moves[0]) == ["If A20 holds, R7 holds."]


@pytest.mark.parametrize("code", ["R4", "R7", "R10"])
def test_every_change_told_does_what_it_says(essay: Case, code: str) -> None:
    snapshot, _ = analysed(essay, {"A3": "uncertain", "A10": "fails"}, added=True)
    name = identifier(essay, code)

    for listing in change_page(snapshot, name).moves:
        for move in listing.moves:
            after = evaluate(essay, with_stances(snapshot.scenario, stances_of(move)))
            assert after.recommendation[name].status is listing.wanted
            assert after.recommendation[name].verdict is move.verdict


def test_what_is_enough_says_whether_it_is_so_here(essay: Case) -> None:
    snapshot, _ = analysed(essay, {"A1": "fails", "A9": "uncertain"})

    enough = change_page(snapshot, identifier(essay, "R7")).conditions[0]

    assert [(item.sentence, item.state, item.met) for item in enough.conditions] == [
        ("It holds whenever A1 and A20 hold.", "Not so here: A1 fails.", False),
        ("It holds whenever A2, A9 and A20 hold.", "Not so here: A9 is uncertain.", False),
        ("It holds whenever A10, A16, A17 and A20 hold.", "This is so here.", True),
    ]


def test_what_is_enough_may_need_an_assumption_to_fail(essay: Case) -> None:
    enough = change_page(analysed(essay, added=True)[0], identifier(essay, "R6")).conditions[0]

    assert enough.conditions[0].sentence == "It holds whenever A10, A16, A17 and A20 hold and A3 fails."


def test_names_go_with_codes_for_those_who_do_not_know_them_by_heart(essay: Case) -> None:
    page = change_page(analysed(essay)[0], identifier(essay, "R4"))

    names = page.moves[0].moves[0].names.replace("\u00a0", " ")
    assert names == "A10 Reliance on China resented · A13 Bloc talk fulfils itself"


def test_what_keeps_a_verdict_is_told_by_what_it_keeps_away(essay: Case) -> None:
    standing = change_page(analysed(essay)[0], identifier(essay, "R1")).conditions[1]
    fallen = change_page(analysed(essay, {"A1": "fails"})[0], identifier(essay, "R1")).conditions[1]
    hanging = change_page(analysed(essay, {"A1": "uncertain"})[0], identifier(essay, "R1")).conditions[1]

    assert standing.conditions[0].sentence == "As long as A1 stays as it is, nothing else can topple it."
    assert fallen.conditions[0].sentence == "As long as A1 stays as it is, nothing else can rescue it."
    assert hanging.conditions == ()
    assert hanging.note == "Nothing yet: it stays open until what is uncertain is settled."


def test_advice_without_any_ground_left_is_said_to_be_beyond_rescue(essay: Case, take: Take) -> None:
    snapshot = take(essay, aside=("accept",))
    snapshot = with_analyses(snapshot, analyse(essay, snapshot.scenario))

    page = change_page(snapshot, identifier(essay, "R1"))

    assert page.headline.endswith("no change of assumptions can rescue it")
    assert page.moves[0].note == "No change of assumptions can rescue it as the rules stand."
    assert page.conditions[0].note.startswith("Nothing: as the rules stand")
    assert page.conditions[1].conditions[0].sentence == "Nothing can rescue it as the rules stand."


def test_a_list_that_was_cut_says_so(essay: Case) -> None:
    snapshot, analyses = analysed(essay)
    cut = tuple(SufficientSets(id=item.id, sets=item.sets, complete=False) for item in analyses.sufficient)

    cut_short = with_analyses(snapshot, replace(analyses, sufficient=cut))

    enough = change_page(cut_short, identifier(essay, "R7")).conditions[0]

    assert enough.note == "Only the smallest sets are listed; larger ones may exist."


def test_long_lists_show_a_few_and_offer_the_rest(essay: Case) -> None:
    snapshot, _ = analysed(essay, {"A20": "uncertain"}, added=True)

    falling = change_page(snapshot, identifier(essay, "R8")).moves[1]

    assert (len(falling.moves), falling.total) == (8, 10)
    assert show_all(falling.total, len(falling.moves)) == "Show all 10"
    assert show_all(8, 8) == ""
    assert show_all(300, 8) == "Show the first 60 of 300"


def test_how_it_falls_is_left_open_where_very_much_is_uncertain(essay: Case) -> None:
    everything = {item.code: "uncertain" for item in essay.assumptions}

    page = change_page(analysed(essay, everything)[0], identifier(essay, "R1"))

    assert [sentences(listing) for listing in page.moves] == [
        ["If A1 holds, R1 holds."],
        ["If A1 fails, R1 falls."],
    ]


def test_until_the_answers_are_there_it_is_said_that_they_are_being_worked_out(
    essay: Case, take: Take
) -> None:
    page = change_page(take(essay), identifier(essay, "R5"))

    assert page.headline == "R5 still holds"
    assert page.line.endswith("What would change it is being worked out.")
    assert (page.moves, page.conditions) == ((), ())
    assert "being worked out" in change_table(take(essay), identifier(essay, "R5"))


def test_the_table_has_every_sentence_with_its_question(essay: Case) -> None:
    lines = change_table(analysed(essay)[0], identifier(essay, "R1")).splitlines()

    assert lines[1].split("\t") == ["Question", "Answer", "Assumptions", "State"]
    assert lines[2].split("\t")[:2] == ["What would topple it", "If A1 fails, R1 is no longer needed."]
    assert {line.split("\t")[0] for line in lines[2:]} == {
        "What would topple it",
        "What is enough for it",
        "What keeps it as it is",
    }


def test_the_choices_are_all_recommendations_with_their_verdicts(essay: Case) -> None:
    found = choices(analysed(essay, {"A1": "fails"})[0])

    assert [item.code for item in found] == [item.code for item in essay.recommendations]
    assert found[0].verdict is Verdict.NOT_NEEDED
    assert found[0].spoken == "R1 Accept the DPRK will not disarm: no longer needed"


def test_changes_follow_the_reading(essay: Case) -> None:
    snapshot, _ = analysed(essay, reading=Reading.EVERY_STRAND)

    assert change_page(snapshot, identifier(essay, "R7")).headline == (
        "R7 still holds; any one of 8 changes would topple it"
    )


def test_stances_of_a_move_name_every_assumption_once(essay: Case) -> None:
    move = change_page(analysed(essay)[0], identifier(essay, "R4")).moves[0].moves[0]

    assert stances_of(move) == {
        identifier(essay, "A10"): Stance.FAILS,
        identifier(essay, "A13"): Stance.FAILS,
    }
