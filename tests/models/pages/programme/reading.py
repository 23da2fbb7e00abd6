"""The programme's page where one assumption fails, and its choices."""

from typing import Any

from models.pages.programme.page import programme
from models.schema.page import Choice, Option, Page
from models.schema.snapshot import State
from models.schema.view import PageName
from models.schema.workshop import Workshop
from tests.states import after, snapshot, state


def state_of(workshop: Workshop | None = None, **view: Any) -> State:
    return after(state(workshop=workshop, page=PageName.PROGRAMME, **view), A3="fails")


def page_of(of: State) -> Page:
    return programme(snapshot(of))


def option_of(page: Page, text: str) -> Option:
    choices = (*page.tools, *(block for block in page.blocks if isinstance(block, Choice)))
    return next(option for choice in choices for option in choice.options if option.text == text)
