"""The map as a block: states, the traced fall, what is dimmed, and the same in words."""

from collections.abc import Iterator

from models.language.states import sign
from models.pages.holds import holds
from models.pages.map_block import map_block
from models.schema.action import look
from models.schema.grades import Kind
from models.schema.page import Map, MapNode, MapRule, Node, Shape
from models.schema.view import Picture
from tests.states import after, case_named, snapshot, state


def mapped(**stances: str) -> Map:
    return map_block(snapshot(after(state(), **stances), analysed=False))


def node(block: Map, code: str) -> MapNode:
    return next(item for item in block.nodes if item.code == code)


def flat(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for item in nodes:
        yield item
        yield from flat(item.children)


def rule(block: Map, name: str) -> MapRule:
    return next(item for item in block.rules if item.id == name)


def test_what_turned_is_numbered_and_the_rest_recedes() -> None:
    block = mapped(A3="fails")

    orders = {item.code: item.order for item in block.nodes if item.order}
    assert orders == {"F9": 1, "F10": 1, "F11": 1, "F14": 2, "R5": 3, "R7": 4, "R10": 3, "R11": 3}
    assert node(block, "A3").moved and not node(block, "A3").dimmed
    assert node(block, "R1").dimmed and not node(block, "R5").dimmed


def test_an_argument_that_fells_is_told_from_one_that_is_only_lost() -> None:
    block = mapped(A3="fails")

    felled, lost = rule(block, "from-moscow").turn, rule(block, "talk-to-draw-from-moscow").turn
    assert felled is not None and lost is not None
    assert felled.shape is not lost.shape and felled.tone is not lost.tone
    assert node(block, "R7").note == "3 of 4"
    assert rule(block, "accept").turn is None


def test_nothing_recedes_for_a_change_that_moves_no_advice() -> None:
    block = map_block(snapshot(after(state(), A12="holds"), analysed=False))

    assert node(block, "A12").moved
    assert not any(item.dimmed for item in block.nodes)


def test_without_a_change_nothing_is_dimmed_or_turned() -> None:
    block = map_block(snapshot(state(), analysed=False))

    assert not any(item.dimmed or item.moved for item in block.nodes)
    assert not any(item.turn or item.dimmed for item in block.rules)
    assert block.buttons == ()


def test_only_the_chosen_model_is_bright() -> None:
    block = map_block(snapshot(state(model="nuclear"), analysed=False))

    bright = {item.id for item in block.nodes if not item.dimmed}
    assert bright == {item.id for item in case_named().drawn(False).by_id.values() if item.model == "nuclear"}


def test_focus_keeps_bright_what_the_advice_depends_on() -> None:
    picked = case_named().by_code["R1"].id

    block = map_block(snapshot(state(picked=picked, focus=True), analysed=False))

    assert {item.code for item in block.nodes if not item.dimmed} == {
        *("A1", "A4", "A5", "A6", "F1", "F2", "R1"),
    }
    assert {item.id for item in block.rules if not item.dimmed} == {
        *("bet-pays", "argued:keeps-arsenal", "off-table", "accept"),
    }


def test_focus_keeps_of_a_fall_what_the_advice_depends_on() -> None:
    picked = case_named().by_code["R7"].id

    block = map_block(snapshot(after(state(picked=picked, focus=True), A3="fails"), analysed=False))

    assert not node(block, "R2").dimmed
    assert node(block, "R5").order == 3
    assert node(block, "R10").dimmed and not node(block, "R10").order
    assert all(item.turn is None for item in block.rules if item.dimmed)


def test_the_key_says_how_claims_are_told_apart_that_are_not_plainly_said() -> None:
    block = mapped()

    assert {node(block, code).kind for code in ("A1", "A2", "A16", "F14")} == {
        sign(kind) for kind in list(Kind)[:3]
    }
    assert [item.word for item in block.kinds] == ["with caution", "unsaid"]


def test_picking_a_node_looks_at_it() -> None:
    block = mapped()

    assert node(block, "F14").action == look(picked=case_named().by_code["F14"].id)


def test_objections_that_are_not_counted_are_not_on_the_map() -> None:
    assert "pressure-is-cheaper" not in {item.id for item in mapped().rules}


def test_the_outline_has_every_statement_with_its_arguments() -> None:
    block = mapped()

    named = {child.id: child for group in block.outline for child in group.children}
    assert set(named) == set(case_named().drawn(False).by_id)
    moscow = named[case_named().by_code["R5"].id]
    assert [premise.line.code for premise in moscow.children[0].children] == ["F14", "F17"]


def test_focus_is_offered_for_what_is_picked() -> None:
    picked = case_named().by_code["R1"].id

    tools = holds(snapshot(state(picture=Picture.MAP, picked=picked), analysed=False)).tools

    offered = [option.action for tool in tools if tool.id == "focus" for option in tool.options]
    assert offered == [look(focus=True)]


def test_the_page_as_text_has_every_statement() -> None:
    page = holds(snapshot(state(picture=Picture.MAP), analysed=False))

    assert page.text is not None
    told = page.text()
    assert all(item.title in told for item in case_named().by_id.values())


def test_a_rule_that_does_not_ask_for_all_says_how_many() -> None:
    block = mapped()

    asked = {item.id: item.asks for item in block.rules if item.asks}

    assert asked
    assert set(asked.values()) == {("any of 4", "any")}


def test_in_words_a_choice_stands_over_what_it_chooses_from() -> None:
    block = mapped()

    nodes = list(flat(block.outline))
    choice = next(item for item in nodes if item.line.text == "Any of these")

    assert len(choice.children) == 4


def test_what_an_undone_fall_leaves_open_may_apply_and_does_not_apply_now() -> None:
    fallen = after(state(picture=Picture.MAP), A4="fails", A1="fails")
    open_now = after(fallen, A1="as-argued")

    turns = {rule.id: rule.turn for rule in map_block(snapshot(open_now)).rules if rule.turn}

    assert (turns["accept"].word, turns["accept"].shape) == ("may apply now", Shape.DASHED_LINE)
