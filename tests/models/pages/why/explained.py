"""The why of a statement, taken apart for its tests."""

from dataclasses import replace

from models.pages.why.page import why_page
from models.schema.page import Line, Page, Sentences
from models.schema.snapshot import State
from tests.states import snapshot


def why(state: State, code: str, *, analysed: bool = True) -> Page:
    return why_page(snapshot(picking(state, code), analysed=analysed))


def picking(state: State, code: str) -> State:
    return replace(state, view=replace(state.view, picked=state.case.by_code[code].id))


def block(page: Page, identifier: str) -> tuple[Line, ...]:
    found = next(item for item in page.blocks if item.id == identifier)
    assert isinstance(found, Sentences)
    return found.lines[1:]
