"""The argument map in words."""

import pytest

from models.language.values import Mark
from models.pages.argument_map import (
    focus_line,
    map_key,
    map_line,
    map_nodes,
    map_rules,
    map_title,
    node_sentence,
    node_tip,
    rule_tip,
)
from models.pages.map_outline import map_table, outline
from models.pages.map_values import MapNode, OutlineRow
from models.schema.case import Case, Kind
from models.schema.snapshot import Snapshot
from tests.models.conftest import Take


def node(snapshot: Snapshot, code: str) -> MapNode:
    return next(item for item in map_nodes(snapshot) if item.code == code)


def rows(snapshot: Snapshot) -> list[OutlineRow]:
    """All rows of the outline, from top to bottom."""
    waiting, found = list(reversed(outline(snapshot))), []
    while waiting:
        row = waiting.pop()
        found.append(row)
        waiting += reversed(row.children)
    return found


def test_the_title_counts_both_ends(essay: Case, tiny: Case) -> None:
    assert map_title(essay) == "How 20 assumptions lead to 11 recommendations"
    assert map_title(tiny) == "How 2 assumptions lead to 1 recommendation"


def test_the_line_counts_inferences_that_take_part(essay: Case, take: Take) -> None:
    told = map_line(take(essay, {"A12": "fails"}))
    objected = map_line(take(essay, {"A12": "fails"}, added=True))

    assert told == "All 11 recommendations still hold; 37 of 39 inferences apply."
    assert "37 of 41 inferences" in objected


def test_the_line_says_how_many_inferences_are_open(essay: Case, take: Take) -> None:
    assert map_line(take(essay)).endswith("37 of 39 inferences apply, 2 open.")


def test_the_focus_counts_what_a_recommendation_rests_on(essay: Case) -> None:
    assert focus_line(essay, "accept-reality") == (
        "In focus: R1 with the 1 assumption and 1 finding that it rests on."
    )


def test_the_focus_on_an_assumption_counts_what_follows(essay: Case) -> None:
    assert focus_line(essay, "borders-reopen") == (
        "In focus: A15 with the 1 finding and 1 recommendation that it is joined to."
    )


def test_every_statement_has_a_word_short_enough_for_its_box(essay: Case, take: Take) -> None:
    nodes = map_nodes(take(essay, {"A3": "fails", "A17": "uncertain"}))

    assert [item.id for item in nodes] == list(essay.by_id)
    assert all(0 < len(item.word) <= len("does not stand") for item in nodes)


def test_states_have_words_and_marks(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    told = {
        code: (node(snapshot, code).word, node(snapshot, code).mark) for code in ("A3", "A12", "F14", "R5")
    }

    assert told == {
        "A3": ("fails", Mark.REJECTED),
        "A12": ("uncertain", Mark.OPEN),
        "F14": ("does not stand", Mark.REJECTED),
        "R5": ("not needed", Mark.REJECTED),
    }


def test_a_switched_off_objection_is_marked_as_off(essay: Case, take: Take) -> None:
    marks = {
        added: {rule.id: rule.mark for rule in map_rules(take(essay, {"A2": "fails"}, added=added))}
        for added in (False, True)
    }

    assert marks[False]["pressure-is-cheaper"] is Mark.OFF
    assert marks[True]["pressure-is-cheaper"] is Mark.OPPOSED


def test_the_tip_of_a_statement_says_what_it_is_and_why_it_stands_so(essay: Case, take: Take) -> None:
    tip = node_tip(take(essay, {"A3": "fails"}), "draw-from-moscow")

    assert tip.lines[0] == "R5"
    assert tip.lines[1] == "Draw Pyongyang away from Moscow. ¶12–13"
    assert tip.lines[2].startswith("No longer needed. A3 fails")


def test_the_tip_of_a_rule_names_its_premises_its_kind_and_its_state(essay: Case, take: Take) -> None:
    tip = rule_tip(take(essay, {"A3": "fails"}), "orbit-by-cover")

    assert tip.heading == "A3 + F9 → F14"
    assert "Unsaid, but the advice needs it, ¶8." in tip.text
    assert tip.state == "It does not apply: A3 fails."


def test_the_tip_of_an_objection_says_what_it_is_against(essay: Case, take: Take) -> None:
    tip = rule_tip(take(essay, {"A2": "fails"}, added=True), "pressure-is-cheaper")

    assert tip.heading == "not F8 against R10"
    assert tip.state.startswith("It applies, and overrules")


def test_an_unknown_statement_is_an_error(essay: Case, take: Take) -> None:
    with pytest.raises(KeyError):
        node_tip(take(essay), "nobody")


def test_a_statement_is_spoken_with_its_neighbours(essay: Case, take: Take) -> None:
    snapshot = take(essay)

    assert node_sentence(snapshot, node(snapshot, "F4")) == (
        "F4 Miscalculation is a real risk: stands. Rests on F3. Leads to R3."
    )
    assert node_sentence(snapshot, node(snapshot, "R8")).endswith("Nothing rests on it.")


def test_the_key_explains_only_what_the_case_has(essay: Case, tiny: Case) -> None:
    assert {entry.kind for entry in map_key(essay)} - {None} == set(Kind)
    assert Kind.IMPLIED not in {entry.kind for entry in map_key(tiny)}


def test_the_outline_has_every_statement_at_home_once(essay: Case, take: Take) -> None:
    homes = [row.statement for row in rows(take(essay)) if row.home]

    assert sorted(homes) == sorted(essay.by_id)


def test_the_outline_shows_each_inference_with_its_premises(essay: Case, take: Take) -> None:
    row = next(row for row in rows(take(essay)) if row.home and row.statement == "drawing-away-workable")

    assert [child.text for child in row.children[0].children] == [
        "F16 Wish to diversify is shared",
        "A17 EU inducements suffice",
    ]
    assert row.children[1].text.startswith("Objection: ")
    assert row.children[1].children[1].text == "not A14 Pyongyang plays powers off"


def test_the_table_has_a_line_for_each_assumption_and_each_inference(essay: Case, take: Take) -> None:
    lines = [line.split("\t") for line in map_table(take(essay)).splitlines()]

    assert {len(line) for line in lines} == {9}
    assert len(lines) == 1 + len(essay.assumptions) + len(essay.rules)
    assert lines[1][:4] == [
        "A1",
        "Pyongyang keeps its nuclear weapons and missiles for the foreseeable future",
        "core assumption",
        "holds",
    ]


def test_the_table_says_which_inferences_oppose(essay: Case, take: Take) -> None:
    lines = map_table(take(essay, {"A2": "fails"}, added=True)).splitlines()

    assert any("\tnot F8\topposes it and applies\t" in line for line in lines)
