"""What still holds: cards in their slots, one cause each, and what the last change moved."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.engine.explain import Trace
from models.language.causes.cause import cause
from models.pages.board_cards import tiles
from models.pages.holds import holds
from models.pages.page import page as any_page
from models.schema.case import LONGEST_NAME, Recommendation
from models.schema.grades import Reading
from models.schema.page import Card, Cards, Map, Page, Sentences, for_room
from models.schema.snapshot import State, fresh_state
from models.schema.steps.room_steps import prediction_asked
from models.schema.view import PageName, Picture, View
from tests.extremes import largest
from tests.large_case import large_case
from tests.models.engine.small_cases import rule, setting, small_case
from tests.states import after, snapshot, snapshot_of, state


def page(state: State) -> Page:
    return holds(snapshot(state, analysed=False))


def cards(state: State) -> dict[str, Card]:
    (board,) = page(state).blocks
    assert isinstance(board, Cards)
    return {card.code: card for card in board.cards}


def test_cards_stand_in_the_order_of_the_case_whatever_moved() -> None:
    assert list(cards(after(state(), A3="fails", A10="fails"))) == [f"R{number}" for number in range(1, 12)]


def test_a_moved_card_says_from_what_to_what() -> None:
    shown = cards(after(state(), A3="fails"))

    assert (shown["R5"].change, shown["R7"].change) == ("held → not needed", "4 → 3")
    assert [code for code, card in shown.items() if card.moved] == ["R5", "R7", "R10", "R11"]


@pytest.mark.parametrize("view", [View(), View(picture=Picture.MAP), View(model="alignment")])
def test_analyses_change_nothing_of_what_still_holds(view: View) -> None:
    shown = replace(after(state(), A3="fails", A10="uncertain"), view=view)

    assert holds(snapshot(shown)) == page(shown)


def test_nothing_has_moved_where_nothing_changed() -> None:
    assert not any(card.moved for card in cards(state()).values())


def test_the_lead_says_that_one_looks_at_what_was_before() -> None:
    changed = after(after(state(), A3="fails"), A2="fails")
    back = replace(changed, view=replace(changed.view, looking_back=True))

    assert [line.text for line in page(back).lead] == ["Before the last change: if Russia ties do not deepen"]
    assert not any("Before" in line.text for line in page(changed).lead)


@pytest.mark.parametrize("name", [PageName.DEPENDS, PageName.DIFFER, PageName.WATCH])
def test_every_other_question_says_that_one_looks_at_what_was_before(name: PageName) -> None:
    changed = after(state(page=name), A3="fails")
    back = replace(changed, view=replace(changed.view, looking_back=True))

    assert any_page(snapshot(back)).lead[0].text.startswith("Before the last change. ")
    assert not any("Before" in line.text for line in any_page(snapshot(changed)).lead)


@pytest.mark.parametrize(
    ("stances", "code", "told"),
    [
        ({"A3": "fails"}, "R5", "Russia ties do not deepen"),
        ({"A3": "fails"}, "R7", "3 of 4 arguments left: “Draw away from Moscow” is no longer needed"),
        ({"A2": "fails"}, "R7", "3 of 4 arguments left: the UN Council passes new measures"),
        ({"A10": "fails"}, "R7", "2 of 4 arguments left: Pyongyang is content to rely on China"),
        ({"A20": "fails"}, "R10", "Korean security is for others to see to"),
        ({"A15": "uncertain"}, "R8", "Depends on “DPRK borders reopen”"),
        (
            {"A3": "uncertain"},
            "R7",
            "At least 3 of 4 arguments hold; the other depends on “Russia ties deepen”",
        ),
    ],
)
def test_a_card_gives_one_cause_by_name(stances: dict[str, str], code: str, told: str) -> None:
    assert cards(after(state(), **stances))[code].cause == told


def test_an_objection_that_overrules_is_told_with_its_reason() -> None:
    counted = after(state(), A2="fails")
    counted = replace(counted, scenario=replace(counted.scenario, added=True))

    assert (
        cards(counted)["R10"].cause
        == "An objection overrules both arguments: the UN Council passes new measures"
    )


def test_an_objection_that_rests_on_a_denial_says_that_it_is_not_so() -> None:
    counted = after(state(), A2="fails")
    counted = replace(counted, scenario=replace(counted.scenario, added=True))

    (line,) = [line for line in cards(counted)["R10"].lines if line.text.startswith("Objection")]

    assert line.text == "Objection: “Pressure has run out” no longer follows"


def test_advice_that_is_overruled_with_the_advice_it_needs_names_it() -> None:
    granted = after(state(), X7="holds")
    shown = cards(replace(granted, scenario=replace(granted.scenario, added=True)))

    assert [shown[code].cause for code in ("R8", "R9")] == ["“Prepare dialogue” is overruled"] * 2


def test_where_every_argument_must_hold_a_card_counts_those_that_do() -> None:
    every = after(state(), A3="fails")
    every = replace(every, scenario=replace(every.scenario, reading=Reading.EVERY_ARGUMENT))

    assert cards(every)["R10"].cause.startswith("Only 1 of 2 arguments holds: ")


def test_where_every_argument_must_hold_those_of_analysts_are_not_counted() -> None:
    every = replace(state().scenario, reading=Reading.EVERY_ARGUMENT, added=True)
    as_written = replace(state(), scenario=every)

    assert cards(as_written)["R7"].cause == "All 4 arguments hold"
    assert cards(after(as_written, A3="fails"))["R7"].cause.startswith("Only 3 of 4 arguments hold: ")


def test_a_card_says_that_what_does_not_hold_was_rejected() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1"), rule("p2", need="a2", then="r1"), statements="a1 a2 r1", fails="a1"
    )
    trace = Trace(snapshot_of(case, setting(case, reading=Reading.EVERY_ARGUMENT, aside=["p1"])))

    assert cause(trace, "r1") == "1 of 2 arguments holds; the other is rejected"


def test_lost_arguments_are_struck() -> None:
    lines = cards(after(state(), A3="fails"))["R7"].lines

    assert [line.text for line in lines if line.struck] == ["Draw Pyongyang away from Moscow"]


def test_what_holds_is_not_said_to_hold_because_something_failed() -> None:
    shown = page(after(state(), A7="fails"))

    assert f"{shown.title} {shown.lead[0].text}" == (
        "All 11 recommendations hold if drills are read as before, or as theatre"
    )


def test_the_lead_names_what_differs_and_counts_the_rest() -> None:
    shown = page(after(state(), A1="fails", A2="fails", A3="fails", A4="fails", A12="holds"))

    (line,) = shown.lead
    assert line.text == "if Pyongyang would give up its arsenal; 4 more assumptions differ"
    assert "the UN Council passes new measures" in line.tip


def test_the_lead_names_both_of_two_that_differ() -> None:
    (line,) = page(after(state(), A3="fails", A20="fails")).lead

    assert line.text == "if Russia ties do not deepen and Korean security is for others to see to"


def test_the_lead_names_what_was_changed_last() -> None:
    earlier = after(state(), A1="fails", A2="fails")

    (line,) = page(after(earlier, A20="fails")).lead

    assert line.text == "if Korean security is for others to see to; 2 more assumptions differ"


def test_the_caption_says_the_change_and_what_follows() -> None:
    change, follows = page(after(state(), A3="fails")).caption

    assert change.text == "If Russia ties do not deepen:"
    assert follows.text == (
        "“Draw Pyongyang away from Moscow” is no longer needed; three others hold on fewer arguments"
    )


def test_the_room_reads_which_model_it_sees() -> None:
    changed = after(state(), A3="fails")
    model = changed.case.models[1]
    of_model = page(replace(changed, view=replace(changed.view, model=model.id)))

    name, *rest = for_room(of_model).caption
    assert name.text == f"{model.title}."
    assert tuple(rest) == page(changed).caption


def test_the_caption_says_of_what_several_are_told() -> None:
    told = page(after(state(), A20="fails")).caption[-1].text

    assert told == "four recommendations are not ours to do"


def test_the_caption_of_a_change_without_effect_says_so() -> None:
    assert page(after(state(), A12="fails")).caption[-1].text == "no verdict changes"


def test_a_tile_keeps_the_ghost_of_what_was() -> None:
    shown = {tile.code: tile for tile in tiles(snapshot(after(state(), A3="fails"), analysed=False))}

    assert shown["R5"].before is not None and shown["R5"].before.word == "Still holds"
    assert shown["R1"].before is None
    assert max(len(tile.short) for tile in shown.values()) <= 28


def test_hidden_verdicts_give_nothing_away() -> None:
    asked = after(state(), A3="fails")
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    asked = replace(asked, workshop=prediction_asked(asked.workshop, moment, "what falls?"))
    shown = for_room(page(asked))
    (board,) = shown.blocks
    assert isinstance(board, Cards)
    told = tiles(snapshot(asked, analysed=False))

    assert len({card.sign for card in board.cards} | {tile.sign for tile in told}) == 1
    assert not any(card.moved or card.cause or card.lines for card in board.cards)
    assert not any(tile.moved or tile.before for tile in told)
    assert board.key == ()
    assert shown.caption[0].text == "Suppose Russia ties do not deepen. what falls?"


def test_the_caption_says_when_not_all_arguments_are_sure_any_more() -> None:
    unsure = dict.fromkeys(("A10", "A13", "A16", "A17"), "uncertain")

    said = page(after(state(), **unsure)).caption[1].text

    assert said.endswith(
        "“Prepare re-engagement and dialogue” still holds, but not all its arguments are settled"
    )


def test_arguments_are_left_only_where_they_were_there_before() -> None:
    fallen = after(state(), A1="fails", A2="fails", A9="fails", A10="fails")
    shown = cards(replace(fallen, scenario=replace(fallen.scenario, added=True)))

    assert shown["R7"].cause.startswith("Only 1 of 5 arguments holds")


def test_a_map_on_which_nobody_finds_their_way_says_so() -> None:
    case = large_case(250)
    every = replace(case.rules[0], if_=tuple(item.id for item in case.assumptions))
    large = fresh_state(replace(case, rules=(every,)))

    (block,) = page(replace(large, view=replace(large.view, picture=Picture.MAP))).blocks

    assert isinstance(block, Sentences)
    assert block.lines[0].text.startswith("The map shows at most 200 statements, and this case has 251.")


def test_of_a_case_with_very_many_statements_the_map_shows_what_is_around_the_picked_one() -> None:
    large = fresh_state(largest())

    told, shown = page(
        replace(large, view=replace(large.view, picture=Picture.MAP, picked="claim-97"))
    ).blocks

    assert isinstance(told, Sentences)
    assert "and the 3 statements around it, of 230 in all" in told.lines[0].text
    assert isinstance(shown, Map)
    assert {node.id for node in shown.nodes} == {"claim-7", "claim-52", "claim-97", "advice-1"}
    assert [rule.id for rule in shown.rules] == ["because-7"]


def test_a_name_of_a_page_is_shortened_where_it_is_a_name() -> None:
    (card,) = cards(fresh_state(replace(large_case(3), recommendations=(_named("N" * 9000),)))).values()

    assert card.title == "N" * LONGEST_NAME + "…"


def _named(name: str) -> Recommendation:
    return replace(large_case(3).recommendations[0], label=name)
