"""The sheet's pages: nothing is cut from a list by chance, and what critics say is not laid to the source."""

from dataclasses import replace

from models.pages.programme.walk_order import resting_most
from models.pages.sheet import sheet_pages
from models.schema.page import Table
from models.schema.scenario import revised
from models.schema.state import State
from tests.states import after, case_named, snapshot, state


def table(of: State, page: str, identifier: str) -> Table:
    (found,) = (item for item in sheet_pages(snapshot(of)) if item.name == page)
    return next(block for block in found.blocks if isinstance(block, Table) and block.id == identifier)


def test_what_decides_as_much_as_the_last_that_is_listed_is_named() -> None:
    uncut, cut = table(state(), "sheet", "worries"), table(after(state(), A10="fails"), "sheet", "worries")

    assert [row.id for row in uncut.rows] == ["resents-china", "alignment-movable", "inducements-suffice"]
    assert "as many" not in uncut.note
    assert "decide as many as the last of these." in cut.note


def test_an_objection_that_is_granted_is_not_told_as_taken_otherwise_than_in_the_source() -> None:
    of = after(state(), A12="holds", X1="holds", X7="uncertain")
    of = replace(of, scenario=revised(of.scenario, added=True))

    sections = [(row.section, row.id) for row in table(of, "assumptions", "assumptions").rows[:3]]

    assert sections == [
        ("Not as the essay takes it", "arms-claim-true"),
        ("What critics would say, changed here", "spreads-example"),
        ("", "talk-legitimises"),
    ]


def test_the_walk_ends_with_all_that_are_level_or_with_none_of_them() -> None:
    listed = resting_most(case_named())
    numbers = [number for _, number in listed]

    assert numbers == [8, 7, 7, 7, 6, 6, 6, 6]
