"""What is said of single changes where links tie assumptions."""

from dataclasses import replace
from datetime import date

import pytest

from models.analyses.as_json import analyse_json
from models.cli.analyse import table
from models.pages.depends.change_words import change_headline
from models.pages.parts import plain_text
from models.pages.sheet import sheet_pages
from models.pages.why.page import why_page
from models.paper.pack.handout import handouts
from models.paper.pack.wish import Wish
from models.schema.page import SignCell, TextCell
from models.schema.scenario import baseline_scenario, with_credence
from models.schema.snapshot import State, fresh_state
from models.schema.view import DependsPart, Outlook
from tests.models.engine.small_cases import link, rule, small_case
from tests.models.pages.blocks import table_of
from tests.models.pages.depends.reading import page_of
from tests.states import snapshot, state


@pytest.fixture
def choice() -> State:
    """Either a1 or a2 holds, and each is what one recommendation needs."""
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r2"),
        statements="a1 a2 r1 r2",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )
    return fresh_state(case)


@pytest.mark.parametrize("part", [DependsPart.MATRIX, DependsPart.DOUBT])
def test_where_links_let_none_change_alone_that_is_said(choice: State, part: DependsPart) -> None:
    told = plain_text(page_of(choice, depends=part, outlook=Outlook.EVERYWHERE))

    assert "Links let no assumption change the advice without another" in told
    assert "No single change" not in told


def test_where_nothing_changes_the_advice_no_link_is_blamed() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r1"),
        statements="a1 a2 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )

    page = page_of(fresh_state(case), depends=DependsPart.MATRIX, outlook=Outlook.EVERYWHERE)

    assert page.title == "No single change of an assumption would change the advice"
    assert "Links let" not in plain_text(page)


def test_only_where_there_are_links_are_assumptions_not_independent(choice: State) -> None:
    notes = []
    for of in (choice, state()):
        first = of.case.assumptions[0].id
        rated = replace(of, scenario=with_credence(of.case, of.scenario, first, 0.7))
        notes.append(table_of(page_of(rated, depends=DependsPart.RATINGS), "chances").note)

    assert notes == [
        "By the room’s own ratings; assumptions are taken as independent of one another but for the links between "
        "them: what links rule out is left out.",
        "By the room’s own ratings; assumptions are taken as independent of one another.",
    ]


def test_changes_are_counted_with_what_links_carry_along(choice: State) -> None:
    shown = snapshot(choice)
    assert shown.analyses is not None

    told = [change_headline(shown, shown.analyses.flips_of[name]) for name in ("r1", "r2")]

    assert told == [
        "Either of two changes would topple it: “Text of a1” (A1) fails or “Text of a2” (A2) holds, "
        "counting what links carry along",
        "Either of two changes would rescue it: “Text of a1” (A1) fails or “Text of a2” (A2) holds, "
        "counting what links carry along",
    ]


def test_what_takes_others_along_is_not_said_to_decide_alone(choice: State) -> None:
    title = page_of(choice, depends=DependsPart.MATRIX).title
    sheet = "\n".join(plain_text(page) for page in sheet_pages(snapshot(choice)))

    assert title.endswith("if one of them changed, with what links carry along, 2 of 2 verdicts would change")
    assert "With what links carry along it decides 2 recommendations." in sheet
    assert "What links carry along counts as part of a change." in sheet
    assert "Alone it decides" not in sheet


@pytest.mark.parametrize("part", [DependsPart.MATRIX, DependsPart.DOUBT])
def test_from_here_it_is_said_that_links_carry_others_along(choice: State, part: DependsPart) -> None:
    carried = "What links carry along counts as part of a change."

    assert carried in plain_text(page_of(choice, depends=part))
    assert carried not in plain_text(page_of(depends=part))


def test_heads_and_tips_do_not_say_that_what_takes_others_along_is_alone(choice: State) -> None:
    page = page_of(choice, depends=DependsPart.MATRIX)
    matrix = table_of(page, f"matrix-{Outlook.HERE}")
    tips = [cell.tip for cell in matrix.rows[0].cells if isinstance(cell, SignCell) and cell.tip]

    assert tips == [
        "If “Text of a1” (A1) fails, with what links carry along, “Text of r1” is no longer needed.",
        "If “Text of a2” (A2) holds, with what links carry along, “Text of r1” is no longer needed.",
    ]
    assert page.lead[0].text == (
        "If this one assumption changed, with what links carry along, what would become of the advice?"
    )
    told = plain_text(page_of(choice, depends=DependsPart.DOUBT))
    assert "Advice that each decides with what links carry along, from here" in told
    assert "alone" not in told


def test_what_the_others_let_not_change_is_not_passed_over() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a3", then="r1"),
        statements="a1 a2 a3 r1",
        links=[link("l", if_="a1 a2", then="a3")],
    )
    held = fresh_state(case)
    tied = "“Text of a3” (A3) cannot change alone: with the others as they are, links rule that out."

    rated = replace(held, scenario=with_credence(case, held.scenario, "a3", 0.6))
    shown = page_of(rated, depends=DependsPart.DOUBT)

    assert "Text of a3 (A3): cannot change alone; rated 60%." in plain_text(shown)
    assert tied in plain_text(page_of(held, depends=DependsPart.MATRIX))
    assert tied in plain_text(page_of(held, depends=DependsPart.DOUBT))
    assert tied in "\n".join(plain_text(page) for page in sheet_pages(snapshot(held)))
    assert tied in table(case, held.scenario, within=False).replace("\n", " ")
    answer = analyse_json(case, held.scenario, {"recommendations": {"r1": {}}})
    assert answer["cannot_change_alone"] == ["a3"]


def test_what_settles_only_the_other_way_is_named_too() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a1", then="r2"),
        rule("s", need="-a1 a2", then="r3"),
        statements="a1 a2 r1 r2 r3",
        uncertain="a1 a2",
    )

    matrix = table_of(page_of(fresh_state(case), depends=DependsPart.MATRIX), f"matrix-{Outlook.HERE}")

    assert "Any of these alone would change it: “Text of a1”, “Text of a2”." in matrix.rows[2].spoken


def test_the_hand_out_on_paper_says_what_goes_along(choice: State) -> None:
    (hand_out, *_) = handouts(Wish(snapshot=snapshot(choice), paper="a4", printed=date(2026, 9, 1)))

    told = "\n".join(plain_text(part.page) for part in hand_out.parts)

    assert "What links carry along counts as part of a change." in told


@pytest.mark.parametrize(("second", "told"), [(0.3, False), (0.8, True)])
def test_ratings_that_a_link_contradicts_are_told(choice: State, second: float, told: bool) -> None:
    rated = with_credence(choice.case, choice.scenario, "a1", 0.7)
    rated = with_credence(choice.case, rated, "a2", second)
    contradicted = (
        "The ratings contradict a link: Either “Text of a1” or “Text of a2” holds, not both. "
        "Rated are “Text of a1” (A1) 70% and “Text of a2” (A2) 80%. Probabilities take the ratings as independent and "
        "then leave out what links rule out, so that not every rating counts as it was given."
    )

    for part, name in ((DependsPart.RATINGS, "chances"), (DependsPart.MATRIX, f"matrix-{Outlook.HERE}")):
        note = table_of(page_of(replace(choice, scenario=rated), depends=part), name).note
        assert (contradicted in note) is told
        assert ("contradict" in note) is told
    doubt = plain_text(page_of(replace(choice, scenario=rated), depends=DependsPart.DOUBT))
    assert (contradicted in doubt) is told
    assert analyse_json(choice.case, rated, {"recommendations": {"r1": {}, "r2": {}}}).get(
        "ratings_contradict", []
    ) == (["l"] if told else [])
    assert (contradicted in table(choice.case, rated, within=False).replace("\n", " ")) is told


def test_ratings_that_links_contradict_together_are_told() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a1 a2 a3",
        links=[link("l", one_of="a1 a2"), link("m", if_="a1", then="a3"), link("n", if_="a2", then="a3")],
    )
    rated = baseline_scenario(case)
    for name, credence in (("a1", 0.4), ("a2", 0.6), ("a3", 0.7)):
        rated = with_credence(case, rated, name, credence)

    state = replace(fresh_state(case), scenario=rated)

    note = table_of(page_of(state, depends=DependsPart.RATINGS), "chances").note

    assert (
        "The ratings fit each of these links, but not all of them together: Either “Text of a1” or “Text of a2” holds, "
        "not both; If “Text of a1” holds, then “Text of a3” holds; If “Text of a2” holds, then “Text of a3” holds. "
        "Rated are “Text of a1” (A1) 40%, “Text of a2” (A2) 60% and “Text of a3” (A3) 70%. Probabilities take"
    ) in note
    told = analyse_json(case, rated, {"recommendations": {"r1": {}}})
    assert told["ratings_contradict"] == ["l", "m", "n"]


def test_beside_the_changes_it_is_said_that_links_carry_others_along(choice: State) -> None:
    carried = "What links carry along counts as part of a change."
    free = small_case(
        rule("p", need="a1", then="r1"),
        statements="a1 a2 a3 r1",
        fails="a3",
        links=[link("l", one_of="a2 a3")],
    )

    for of, told in ((choice, True), (fresh_state(free), False)):
        picked = page_of(of, depends=DependsPart.CHANGES, picked="r1")
        shown = snapshot(of)
        why = why_page(replace(shown, view=replace(shown.view, picked="r1")))
        assert (carried in plain_text(picked)) is told
        assert (carried in plain_text(why)) is told


@pytest.fixture
def tables() -> State:
    """Exactly one of three tables applies, and the first is what one recommendation needs."""
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a1|a2|a3", then="r2"),
        statements="a1 a2 a3 r1 r2",
        fails="a2 a3",
        links=[link("l", one_of="a1 a2 a3")],
    )
    return fresh_state(case)


def test_a_change_that_the_others_rule_out_is_not_said_to_change_nothing(tables: State) -> None:
    matrix = table_of(page_of(tables, depends=DependsPart.MATRIX), f"matrix-{Outlook.HERE}")
    first = [row.cells[1] for row in matrix.rows]

    assert [cell.tip for cell in first if isinstance(cell, SignCell)] == [
        "“Text of a1” (A1) cannot fail with the others as they are; with others it would change “Text of r1”.",
        "“Text of a1” (A1) cannot fail with the others as they are.",
    ]


def test_on_paper_what_cannot_fail_alone_topples_what_falls_in_every_way_out(tables: State) -> None:
    (hand_out, *_) = handouts(Wish(snapshot=snapshot(tables), paper="a4", printed=date(2026, 9, 1)))

    rows = table_of(hand_out.parts[1].page, "recommendations").rows

    assert [row.cells[1].text for row in rows if isinstance(row.cells[1], TextCell)] == [
        "Text of a1",
        "none of them alone",
    ]
