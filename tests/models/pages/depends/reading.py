"""The page on what advice depends on, taken apart for its tests."""

from dataclasses import replace
from typing import Any

from models.pages.depends.page import depends
from models.schema.page import (
    Page,
    Table,
)
from models.schema.snapshot import State
from models.schema.view import PageName
from tests.states import snapshot, state


def page_of(of: State | None = None, **view: Any) -> Page:
    shown = of or state()
    return depends(snapshot(replace(shown, view=replace(shown.view, page=PageName.DEPENDS, **view))))


def cell_of(table: Table, row: str, column: str) -> object:
    place = [item.id for item in table.columns].index(column)
    return next(item for item in table.rows if item.id == row).cells[place]
