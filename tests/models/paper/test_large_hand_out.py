"""A hand-out is read down its pages, however many assumptions it has, and leaves no half of a page empty."""

import pytest

from models.paper.document import Document
from models.paper.pack.handout import handouts
from models.paper.pack.wish import Wish
from models.schema.case import Case
from models.schema.page import Beside, Table
from models.schema.snapshot import fresh_state
from tests.extremes import largest, smallest
from tests.models.paper.printed import PRINTED
from tests.states import case_named, snapshot


def front(case: Case) -> Document:
    return handouts(Wish(snapshot(fresh_state(case), analysed=False), "a4", PRINTED))[0]


def lengths(case: Case) -> list[int]:
    block = front(case).parts[0].page.blocks[0]
    tables = block.blocks if isinstance(block, Beside) else (block,)
    return [len(table.rows) for table in tables if isinstance(table, Table)]


@pytest.mark.parametrize(
    ("case", "expected"),
    [(largest(), [200]), (smallest(), [3, 0]), (case_named(), [10, 12])],
    ids=["largest", "smallest", "essay"],
)
def test_assumptions_stand_in_one_column_where_they_fill_pages_and_else_in_two(
    case: Case, expected: list[int]
) -> None:
    assert lengths(case) == expected
