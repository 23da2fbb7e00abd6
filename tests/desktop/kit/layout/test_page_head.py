"""The choices over a page: what chooses its part stays under the pointer, whatever stands beside it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint

from desktop.kit.choice import ChoiceWidget
from models.schema.action import Look, look
from models.schema.view import DependsPart, DifferPart, PageName, Picture, WatchPart
from tests.states import state
from tests.window import Window
from tests.workshops import four_tables

PARTS = {
    "picture": [
        look(page=PageName.HOLDS, picture=picture, model=model)
        for picture in Picture
        for model in (None, "alignment")
    ],
    "choose-depends": [look(page=PageName.DEPENDS, depends=part) for part in DependsPart],
    "choose-differ": [look(page=PageName.DIFFER, differ=part) for part in DifferPart],
    "choose-watch": [look(page=PageName.WATCH, watch=part) for part in WatchPart],
}


def right_ends(window: Window, name: str, views: list[Look]) -> Iterator[tuple[int, int]]:
    """Where the choice ends at the upper right, in each of the views."""
    for view in views:
        window.act(view)
        choice = window.find(ChoiceWidget, name)
        end = choice.mapTo(window.window, QPoint(choice.width(), 0))
        yield end.x(), end.y()


@pytest.mark.parametrize("width", [1366, 1920])
@pytest.mark.parametrize("name", PARTS)
def test_what_chooses_the_part_of_a_page_keeps_its_place(window: Window, name: str, width: int) -> None:
    window.window.session.start(state(workshop=four_tables(state().case)))
    window.window.resize(width, 768)

    ends = set(right_ends(window, name, PARTS[name]))

    assert len(ends) == 1
