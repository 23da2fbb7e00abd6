"""What is said of single changes where links tie assumptions."""

from dataclasses import replace

import pytest

from models.pages.parts import plain_text
from models.schema.scenario import with_credence
from models.schema.state import State, fresh_state
from models.schema.view import DependsPart, Outlook
from tests.models.engine.small_cases import link, rule, small_case
from tests.models.pages.blocks import table_of
from tests.models.pages.depends.reading import page_of
from tests.states import state


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
