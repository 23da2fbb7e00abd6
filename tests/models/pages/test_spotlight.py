"""One recommendation for the room: the chain behind its verdict, and what would turn it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.engine.explain import Trace
from models.engine.snapshot import take_snapshot
from models.pages.spotlight import MOST_DERIVED, Spotlight, chain, spotlight
from models.schema.case import Case, Reading, Stance, Verdict
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.store.cases import load_embedded
from tests.analysed import analysed
from tests.models.conftest import Take

ESSAY = load_embedded("dprk-lessons")
LONGEST = 3 + MOST_DERIVED


def lit(case: Case, code: str, stances: dict[str, str]) -> Spotlight:
    return spotlight(analysed(case, stances)[0], case.by_code[code].id)


def headings(shown: Spotlight) -> list[str]:
    return [link.heading for link in shown.links]


def test_the_chain_leads_from_what_fails_to_the_ground_that_falls(essay: Case) -> None:
    assert headings(lit(essay, "R5", {"A3": "fails", "A10": "uncertain"})) == [
        "A3 fails",
        "F14 does not stand",
        "Beside it, F17 stays open and A20 holds",
        "The only ground lacks its need",
    ]


def test_the_chain_of_what_holds_starts_with_what_it_assumes(essay: Case) -> None:
    assert headings(lit(essay, "R7", {"A3": "fails", "A1": "uncertain", "A10": "uncertain"})) == [
        "A2, A9 and A20 hold",
        "F6 stands",
        "F8 stands",
        "Ground 4 of 4 stands",
    ]


def test_the_chain_of_what_is_open_starts_with_what_it_hangs_on(essay: Case) -> None:
    shown = lit(essay, "R1", {"A1": "uncertain"})

    assert headings(shown) == [
        "A1 is uncertain",
        "F2 stays open",
        "The only ground hangs on what is uncertain",
    ]
    assert shown.links[0].stance is Stance.UNCERTAIN


def test_every_link_says_it_in_the_case_s_words_too(essay: Case) -> None:
    shown = lit(essay, "R5", {"A3": "fails"})

    assert shown.links[0].detail == essay.by_code["A3"].text
    assert shown.links[1].detail == essay.by_code["F14"].text
    assert shown.links[-1].detail == essay.rule_by_id[_rule_for(essay, "R5")].because


def test_the_smallest_change_is_told_with_the_names_of_what_it_changes(essay: Case) -> None:
    shown = lit(essay, "R5", {"A3": "fails"})

    assert shown.change_title == "What would rescue it"
    assert [turn.sentence for turn in shown.turns] == ["If A3 holds, R5 holds."]
    assert shown.turns[0].names.endswith(essay.by_code["A3"].title)


def test_what_is_open_is_told_both_ways(essay: Case) -> None:
    shown = lit(essay, "R1", {"A1": "uncertain"})

    assert shown.change_title == "What would settle it"
    assert [turn.verdict for turn in shown.turns] == [Verdict.HOLDS, Verdict.NOT_NEEDED]


def test_it_says_so_while_the_changes_are_worked_out(essay: Case, take: Take) -> None:
    shown = spotlight(take(essay), essay.by_code["R5"].id)

    assert [turn.sentence for turn in shown.turns] == ["What would change it is being worked out."]


def test_the_verdict_before_the_last_change_is_there_only_if_it_moved(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"}, before=take(essay).evaluation)

    assert spotlight(snapshot, essay.by_code["R5"].id).was_word == "Still holds"
    assert spotlight(snapshot, essay.by_code["R1"].id).was is None


def test_an_objection_that_overrules_ends_the_chain(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A2": "fails"}, added=True)

    links = chain(Trace(snapshot), essay.by_code["R10"].id)

    assert [link.heading for link in links] == [
        "A2 fails",
        "F6 does not stand",
        "F8 does not stand",
        "An objection overrules it",
    ]


@settings(max_examples=60)
@given(data=st.data())
def test_every_recommendation_has_a_chain_of_five_links_at_most(data: st.DataObject) -> None:
    chosen = {item.id: data.draw(st.sampled_from(Stance)) for item in ESSAY.assumptions}
    scenario = revised(
        with_stances(baseline_scenario(ESSAY), chosen),
        reading=data.draw(st.sampled_from(Reading)),
        added=data.draw(st.booleans()),
        set_aside=tuple(rule.id for rule in ESSAY.rules if data.draw(st.integers(0, 9)) == 0),
    )
    trace = Trace(take_snapshot(ESSAY, scenario))

    for item in ESSAY.recommendations:
        links = chain(trace, item.id)
        assert 1 <= len(links) <= LONGEST
        assert all(link.heading and link.detail for link in links)


def _rule_for(case: Case, code: str) -> str:
    return next(rule.id for rule in case.rules if rule.then == case.by_code[code].id)


@pytest.mark.parametrize("code", [item.code for item in ESSAY.recommendations])
def test_the_essay_s_own_verdicts_are_told(code: str) -> None:
    assert lit(ESSAY, code, {}).word == "Still holds"
