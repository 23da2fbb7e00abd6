"""Stances that links rule out: they are named, nothing that follows is told anywhere, and a click resolves them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

import pytest

from models.analyses.snapshots import take
from models.export.markdown import minutes_markdown
from models.language.headline import headline
from models.language.states import word
from models.pages.board_cards import tiles
from models.pages.page import page
from models.pages.sheet import analysed, sheet_pages, sheet_title
from models.pages.spotlight_page import spotlight_page
from models.pages.why.page import why_page
from models.schema.action import Change
from models.schema.case import Case
from models.schema.grades import Stance, Verdict
from models.schema.page import Choice, Line, MapNode, Option, Page, Sign
from models.schema.public import public
from models.schema.result import Status
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import Snapshot, State
from models.schema.steps.acting import acted
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import DependsPart, DifferPart, PageName, Picture, ProgrammePart, View, WatchPart
from models.schema.workshop import Workshop
from tests.models.engine.small_cases import link, rule, small_case
from tests.models.engine.test_contradictions import two_at_once
from tests.workshops import MOMENT

VIEWS = (
    View(),
    View(picture=Picture.MAP),
    View(model="m"),
    *(View(page=PageName.PROGRAMME, programme=part) for part in ProgrammePart),
    *(View(page=PageName.DEPENDS, depends=part) for part in DependsPart),
    *(View(page=PageName.DIFFER, differ=part) for part in DifferPart),
    *(View(page=PageName.WATCH, watch=part) for part in WatchPart),
)
TOLD = {word(member) for member in (*Verdict, Status.ACCEPTED, Status.REJECTED, Status.OPEN)}


@lru_cache
def choice() -> Case:
    return small_case(
        rule("p", **{"if": "a1", "then": "f1"}),
        rule("q", need="f1", then="r1"),
        rule("s", need="a2", then="r2"),
        statements="a1 a2 a3 f1 r1 r2",
        fails="a2 a3",
        links=[link("l", one_of="a1 a2 a3")],
    )


def impossible(**view: Any) -> State:
    """The state after the one assumption that holds was set to fail, so that none of the three does."""
    case = choice()
    scenario = baseline_scenario(case)
    state = State(case=case, scenario=scenario, workshop=Workshop(case=scenario.case), view=View(**view))
    return acted(state, set_stance("a1", Stance.FAILS), MOMENT)


def parts(value: Any, kind: type) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item, kind)
    elif is_dataclass(value) and not isinstance(value, Case):
        for item in fields(value):
            yield from parts(getattr(value, item.name), kind)


def signs(described: Any) -> set[str]:
    """The words of the states that are told; a key may explain any."""
    return {sign.word for sign in parts(described, Sign)}


def shown(state: State, view: View) -> Snapshot:
    return take(replace(state, view=replace(view, picked=view.picked or "r1")))


@pytest.mark.parametrize(
    "view",
    VIEWS,
    ids=lambda view: (
        f"{view.page}-{view.picture}-{view.model}-{view.programme}-{view.depends}-{view.differ}-{view.watch}"
    ),
)
def test_no_page_tells_a_verdict_of_stances_that_cannot_be(view: View) -> None:
    snapshot = analysed(shown(impossible(), view))

    for seen in (snapshot, public(snapshot)):
        described = page(seen)
        of_statements = described
        if view.picture is Picture.MAP:
            of_statements = replace(described, blocks=tuple(parts(described, MapNode)))
        told = signs(of_statements) & (TOLD | {"Applies", "Does not apply"})
        columns = "Baseline" if view.differ is DifferPart.SIDES and view.page is PageName.DIFFER else ""
        assert not told or columns, told


@pytest.mark.parametrize("picked", ["r1", "f1", "a1"])
def test_neither_why_nor_spotlight_tells_one(picked: str) -> None:
    snapshot = analysed(shown(impossible(), View(picked=picked)))

    assert not (signs(why_page(snapshot)) | signs(spotlight_page(snapshot))) & TOLD - {"Holds"}


def test_tiles_and_headline_say_that_there_is_none() -> None:
    snapshot = shown(impossible(), View())

    assert {tile.sign.word for tile in tiles(snapshot)} == {"No verdict"}
    assert headline(snapshot) == "No verdict: these stances cannot be so together"


def test_sheet_and_minutes_tell_none() -> None:
    snapshot = analysed(shown(impossible(), View()))

    assert not signs(sheet_pages(snapshot)) & TOLD - {"Holds"}
    assert "hold" not in sheet_title(snapshot).partition("Then")[2]
    assert "is open" not in minutes_markdown(snapshot)


def test_the_stances_and_the_link_are_named_in_a_sentence() -> None:
    described: Page = page(shown(impossible(), View()))

    assert described.blocks[0].lines[0].text == (  # type: ignore[attr-defined]
        "“Text of a1” fails, “Text of a2” fails and “Text of a3” fails: that cannot be so together, since link l."
    )
    assert described.caption[0].text == described.title


def test_each_way_out_resolves_it_and_keeps_the_last_change() -> None:
    state = impossible()
    offered: list[Option] = [
        option
        for block in parts(page(shown(state, View())).blocks, Choice)
        if block.id == "resolve"
        for option in block.options
    ]

    assert [option.text for option in offered] == ["Let “Text of a2” hold", "Let “Text of a3” hold"]
    for option in offered:
        assert isinstance(option.action, Change)
        after = acted(state, option.action, MOMENT)
        assert take(after).evaluation.contradiction is None
        assert after.scenario.stance_of["a1"] is Stance.FAILS


def test_a_change_carries_others_along_in_the_same_step() -> None:
    case = choice()
    scenario = baseline_scenario(case)
    state = State(case=case, scenario=scenario, workshop=Workshop(case=scenario.case))

    after = acted(state, set_stance("a2", Stance.HOLDS), MOMENT)

    assert (after.scenario.stance_of["a1"], after.scenario.stance_of["a2"]) == (Stance.FAILS, Stance.HOLDS)
    assert after.past == scenario


def test_a_why_names_what_ties_the_assumption_and_why() -> None:
    snapshot = take(
        State(case=choice(), scenario=baseline_scenario(choice()), workshop=impossible().workshop)
    )

    described = why_page(replace(snapshot, view=View(picked="a2")))

    (block,) = [block for block in described.blocks if block.id == "links"]
    assert [line.text for line in block.lines[1:]] == [  # type: ignore[attr-defined]
        "Exactly one of these holds: “Text of a1”, “Text of a2” and “Text of a3”, since link l."
    ]


def test_a_sheet_lists_what_ties_assumptions() -> None:
    snapshot = take(
        State(case=choice(), scenario=baseline_scenario(choice()), workshop=impossible().workshop)
    )

    told = [line.text for line in parts([*sheet_pages(analysed(snapshot))][1].blocks, Line)]

    assert "Exactly one of these holds: “Text of a1”, “Text of a2” and “Text of a3”, since link l." in told


def test_the_map_says_what_ties_an_assumption() -> None:
    plain = State(case=choice(), scenario=baseline_scenario(choice()), workshop=impossible().workshop)

    told = {
        node.id: node.spoken for node in parts(page(shown(plain, View(picture=Picture.MAP))).blocks, MapNode)
    }

    assert told["a3"].endswith(
        "Exactly one of these holds: “Text of a1”, “Text of a2” and “Text of a3”, since link l."
    )


def test_what_is_set_stays_as_it_was_set() -> None:
    case = choice()
    scenario = baseline_scenario(case)
    state = State(case=case, scenario=scenario, workshop=Workshop(case=scenario.case))

    after = acted(state, set_stance("a1", Stance.UNCERTAIN), MOMENT)

    assert after.scenario.stance_of["a1"] is Stance.UNCERTAIN


def test_every_contradiction_stands_on_the_page_and_on_paper() -> None:
    case, scenario = two_at_once()
    state = State(case=case, scenario=scenario, workshop=Workshop(case=scenario.case), view=View())
    snapshot = analysed(take(state))

    for described in (page(snapshot), *sheet_pages(snapshot)[:1]):
        texts = {line.text for line in parts(described, Line)}
        assert len([text for text in texts if text.endswith((" since link l.", " since link m."))]) == 2
    ways = [block for block in parts(page(snapshot), Choice) if block.id == "resolve"]
    assert len({option.text for block in ways for option in block.options}) == 4


def test_the_ways_out_stand_before_the_stances_however_many_these_are() -> None:
    blocks = [block.id for block in page(take(impossible())).blocks]

    assert blocks.index("contradiction") < blocks.index("resolve") < blocks.index("stances")
