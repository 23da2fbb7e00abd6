"""An argument whose premises can never be so together fells advice although none of them is missing."""

from dataclasses import replace

import pytest

from models.engine.explain import Trace
from models.language.causes.cause import cause
from models.language.states import sign
from models.pages.board_cards import board
from models.pages.parts import plain_text
from models.pages.why.page import why_page
from models.schema.grades import Stance
from models.schema.snapshot import Snapshot
from models.schema.view import View
from tests.models.engine.small_cases import link, rule, setting, small_case
from tests.states import snapshot_of

TOGETHER = "What one argument needs cannot be so together: “Text of r1” and not “Text of r2”"


@pytest.fixture
def clashing() -> Snapshot:
    """Advice that asks for one recommendation without the other that follows from it, or for what fails."""
    case = small_case(
        rule("one", need="a1", then="r1"),
        rule("two", need="r1", then="r2"),
        rule("clash", means="r1 -r2", then="r3"),
        rule("other", standing="-a2", then="r3"),
        statements="a1 a2 r1 r2 r3",
        uncertain="a1",
    )
    return replace(snapshot_of(case, setting(case)), view=View(picked="r3"))


def test_it_is_told_where_the_way_of_falling_comes_from_it(clashing: Snapshot) -> None:
    page = why_page(clashing)

    assert page.lead[-1].text == f"{TOGETHER}; the other fails, as “Text of a2” holds."


def test_it_is_spelled_out_with_what_is_denied(clashing: Snapshot) -> None:
    told = plain_text(why_page(clashing))

    assert "“Text of r2” does not hold\tR2\topen" in told


def test_it_is_no_open_argument_on_a_card(clashing: Snapshot) -> None:
    card = next(card for card in board(clashing).cards if card.id == "r3")

    assert [(line.sign, line.struck) for line in card.lines] == [(sign(Stance.FAILS), True)] * 2


def test_what_a_change_comes_to_is_told_with_what_links_carry_along() -> None:
    case = small_case(
        rule("p", **{"if": "a1 a3"}, then="r1"),
        statements="a1 a2 a3 r1",
        fails="a2",
        links=[link("l", one_of="a1 a2")],
    )

    told = plain_text(why_page(replace(snapshot_of(case, setting(case)), view=View(picked="r1"))))

    assert "Text of a1\tA1\t→ has no argument left" in told
    assert "→ open" not in told


def test_what_a_choice_that_is_met_leaves_open_is_no_cause() -> None:
    case = small_case(
        rule("sure", need="a3", then="r1"),
        rule("open", need="a2", means="a1|a3", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a1 a2",
    )

    told = cause(Trace(snapshot_of(case, setting(case))), "r1")

    assert told == "At least 1 of 2 arguments holds; the other depends on “Text of a2”"
