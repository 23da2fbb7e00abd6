"""Where not all is exact, every page and the sheet say so, and name the advice that is not known."""

from dataclasses import replace

import pytest

from models.analyses.snapshots import complete, take
from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.pages.page import page, room_page
from models.pages.parts import plain_text
from models.pages.sheet import sheet_pages
from models.schema.grades import Stance
from models.schema.page import Cards, Table
from models.schema.public import public
from models.schema.result import Evaluation, Status
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot, fresh_state
from models.schema.view import DependsPart, PageName
from tests.models.analyses.generated_cases import TANGLED, generated_case
from tests.states import snapshot, state


@pytest.fixture(scope="module")
def tangled() -> Snapshot:
    """A case so tangled that the verdict on one recommendation is not proven."""
    case = generated_case(3, 100, TANGLED)
    every = {item.id: Stance.UNCERTAIN for item in case.assumptions}
    found = take(fresh_state(case, with_stances(baseline_scenario(case), every)))
    assert found.evaluation.not_known
    return found


@pytest.mark.parametrize("name", PageName)
def test_every_page_says_what_is_not_known(name: PageName, tangled: Snapshot) -> None:
    shown = page(replace(tangled, view=replace(tangled.view, page=name)))

    assert any(line.text.startswith(("Not known: ", "Not exact: ")) for line in shown.lead)


def test_the_room_is_told_too(tangled: Snapshot) -> None:
    assert room_page(public(tangled)).lead == page(public(tangled)).lead


def test_the_advice_that_is_not_known_is_named(tangled: Snapshot) -> None:
    unknown = [item for item in tangled.case.recommendations if item.id in tangled.evaluation.not_known]
    told = page(tangled).lead[-1].text

    for item in unknown[:3]:
        assert item.title in told
    assert unknown or "finding" in told


def test_only_what_is_not_known_is_accounted_for_as_not_known(tangled: Snapshot) -> None:
    trace = Trace(tangled)

    for name in [item.id for item in (*tangled.case.findings, *tangled.case.recommendations)]:
        assert ("This is not known" in account(trace, name)) is (name in tangled.evaluation.not_known)


def test_where_all_is_exact_nothing_is_said_of_it() -> None:
    shown = snapshot(state())

    assert not any("Not " in line.text for line in (*page(shown).lead, *sheet_pages(shown)[0].lead))


def test_the_sheet_says_what_is_not_known() -> None:
    shown = snapshot(state())
    first = shown.evaluation.statements[-1]
    unproven = tuple(
        replace(item, known=False) if item is first else item for item in shown.evaluation.statements
    )
    evaluation: Evaluation = replace(shown.evaluation, statements=unproven, exact=False, whole=False)

    lead = sheet_pages(replace(shown, evaluation=evaluation))[0].lead

    assert lead[-1].text.startswith("Not known: too much is uncertain to prove what becomes of “")


def test_what_is_open_only_may_depend_on_what_was_not_proven(tangled: Snapshot) -> None:
    analysed = complete(tangled)
    trace, pages = Trace(analysed), sheet_pages(analysed)
    opened = [item for item in tangled.evaluation.recommendations if item.status is Status.OPEN]
    board = next(block for block in pages[0].blocks if isinstance(block, Cards))

    for item in opened:
        assert cause(trace, item.id).startswith("May depend on ")
        assert account(trace, item.id).startswith("May depend on ")
    assert all(card.cause.startswith("May depend on ") for card in board.cards if card.sign.word == "Open")
    assert any(line.text.startswith("Not ") for line in pages[0].lead)
    assert opened


def test_the_reach_in_a_model_says_that_it_is_not_exact(tangled: Snapshot) -> None:
    view = replace(tangled.view, page=PageName.HOLDS, model=tangled.case.models[0].id)

    told = plain_text(page(replace(tangled, view=view)))

    assert "(not exact)" in told


def test_where_single_changes_are_not_proven_the_sheet_and_the_page_of_load_say_so(tangled: Snapshot) -> None:
    analysed = complete(tangled)
    assert analysed.analyses is not None
    assert not analysed.analyses.single_flips.exact

    view = replace(analysed.view, page=PageName.DEPENDS, depends=DependsPart.DOUBT)
    told = plain_text(page(replace(analysed, view=view)))

    assert told.count("Not exact: too much is uncertain to try every case.") == 1
    worries = [block for block in sheet_pages(analysed)[0].blocks if block.id == "worries"]
    assert all("Not exact" in block.note for block in worries if isinstance(block, Table))
