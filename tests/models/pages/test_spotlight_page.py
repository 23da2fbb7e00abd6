"""The spotlight: what is picked, large, on two panels about equally high."""

import pytest

from models.pages.spotlight_page import spotlight_page
from models.schema.page import Beside, Page, Sentences, Stack
from tests.models.pages.why.explained import picking
from tests.states import after, snapshot, state


def _panels(page: Page) -> list[list[str]]:
    (beside,) = (block for block in page.blocks if isinstance(block, Beside))
    return [[block.id for block in panel.blocks] for panel in beside.blocks if isinstance(panel, Stack)]


@pytest.mark.parametrize("code", [item.code for item in state().case.by_id.values()])
def test_no_panel_of_the_spotlight_is_empty_and_each_block_stands_on_one(code: str) -> None:
    panels = _panels(spotlight_page(snapshot(picking(after(state(), A3="fails"), code))))

    blocks = [block for panel in panels for block in panel]
    assert all(panels)
    assert len({*blocks}) == len(blocks)


def test_what_stands_on_a_long_panel_goes_on_on_the_other() -> None:
    first, second = _panels(spotlight_page(snapshot(picking(after(state(), A3="fails"), "R11"))))

    assert all(block.startswith("argument:") for block in first)
    assert second[0].startswith("objection:")
    assert second[1:] == ["in-full", "changes"]


def test_what_is_told_of_an_assumption_stands_side_by_side() -> None:
    one, other = (
        next(
            block
            for block in spotlight_page(snapshot(picking(state(), code))).blocks
            if isinstance(block, Sentences)
        )
        for code in ("A1", "R1")
    )

    assert (one.columns, other.columns) == (2, 1)
