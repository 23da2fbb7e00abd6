"""The page on what groups differ on, as four tables leave it, and its choices."""

from typing import Any

from models.pages.differ.page import differ
from models.schema.page import Option, Page, Row
from models.schema.snapshot import State
from models.schema.view import PageName
from tests.models.pages.blocks import table_of
from tests.states import after, case_named, snapshot, state
from tests.workshops import four_tables


def state_of(**view: Any) -> State:
    return after(state(workshop=four_tables(case_named()), page=PageName.DIFFER, **view), A3="fails")


def page_of(of: State) -> Page:
    return differ(snapshot(of))


def option_of(page: Page, text: str) -> Option:
    return next(option for choice in page.tools for option in choice.options if option.text == text)


def row_of(page: Page, name: str) -> Row:
    return next(row for row in table_of(page, "lanes").rows if row.id == name)
