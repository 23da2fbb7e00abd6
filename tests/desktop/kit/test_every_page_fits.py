"""Every page and part, at several states, sizes and scales: no text leaves its box or stands on another."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import cycle

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.figure import FigureWidget
from desktop.kit.layout import parting
from desktop.kit.page_view import PageView, room_scale
from models.pages.page import page, room_page
from models.schema.public import public
from models.schema.snapshot import Snapshot
from models.schema.state import State
from models.schema.view import (
    DependsPart,
    DifferPart,
    Outlook,
    PageName,
    Picture,
    ProgrammePart,
    View,
    WatchPart,
)
from tests.desktop.kit.boxes import faults
from tests.large_workshop import large_workshop
from tests.states import after, case_named, snapshot, state
from tests.workshops import four_tables

SIZES = ((1280, 720), (1366, 768), (1536, 864), (1920, 1080), (2560, 1440))
SCALES = (100, 150, 200)
ROOMS = ((1920, 1080), (1024, 768))
VIEWS = {
    "board": View(),
    "map": View(picture=Picture.MAP),
    "model": View(model="alignment"),
    "matrix": View(page=PageName.DEPENDS),
    "everywhere": View(page=PageName.DEPENDS, outlook=Outlook.EVERYWHERE),
    "changes": View(page=PageName.DEPENDS, depends=DependsPart.CHANGES, picked="prepare-dialogue"),
    "ratings": View(page=PageName.DEPENDS, depends=DependsPart.RATINGS),
    "doubt": View(page=PageName.DEPENDS, depends=DependsPart.DOUBT),
    "readings": View(page=PageName.DEPENDS, depends=DependsPart.READINGS),
    "groups": View(page=PageName.DIFFER),
    "sides": View(page=PageName.DIFFER, differ=DifferPart.SIDES),
    "predictions": View(page=PageName.DIFFER, differ=DifferPart.PREDICTIONS),
    "signposts": View(page=PageName.WATCH),
    "actions": View(page=PageName.WATCH, watch=WatchPart.ACTIONS),
    "ignored": View(page=PageName.WATCH, watch=WatchPart.IGNORED, ignored=("one-eu-flag",)),
    "minutes": View(page=PageName.WATCH, watch=WatchPart.MINUTES),
    "agenda": View(page=PageName.PROGRAMME),
    "walk": View(page=PageName.PROGRAMME, programme=ProgrammePart.WALK, screen="step:draw-from-moscow"),
    "predict": View(page=PageName.PROGRAMME, programme=ProgrammePart.PREDICT),
}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    yield
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 100))


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """Baseline, a core assumption failing with four tables, and four uncertain with twelve groups."""
    case, base = case_named(), state()
    uncertain = after(base, A3="uncertain", A10="uncertain", A13="uncertain", A17="uncertain")
    return (
        base,
        replace(after(base, A3="fails"), workshop=four_tables(case)),
        replace(uncertain, workshop=large_workshop(case)),
    )


@lru_cache(maxsize=3)
def plain(place: int) -> Snapshot:
    return snapshot(states()[place])


@lru_cache(maxsize=64)
def taken(name: str, place: int) -> Snapshot:
    return snapshot(replace(states()[place], view=VIEWS[name]), plain(place))


def shown(qtbot: QtBot, width: int, height: int, scale: int, *, controls: bool) -> PageView:
    view = PageView(controls)
    qtbot.addWidget(view)
    view.wear(theme.resolve(theme.Scheme.LIGHT, scale))
    view.resize(width, height)
    view.show()
    return view


def test_every_page_and_every_part_of_one_is_among_them() -> None:
    looked_at = {
        (view.page, view.programme, view.depends, view.differ, view.watch) for view in VIEWS.values()
    }

    for place, parts in enumerate((PageName, ProgrammePart, DependsPart, DifferPart, WatchPart)):
        assert {seen[place] for seen in looked_at} == set(parts)


@pytest.mark.parametrize("name", VIEWS)
def test_no_text_of_a_page_leaves_its_box_or_stands_on_another(qtbot: QtBot, name: str) -> None:
    scales, found = cycle(SCALES), []

    for place in range(len(states())):
        for (width, height), scale in zip(SIZES, scales, strict=False):
            view = shown(qtbot, width, height - 144 * scale // 100, scale, controls=True)
            view.receive(page(taken(name, place)))
            found += [f"{width}×{height} at {scale}: {told}" for told in faults(view.text_boxes())]

    assert found == []


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(("width", "height"), ROOMS)
def test_no_text_of_a_page_leaves_its_box_in_the_room(
    qtbot: QtBot, name: str, width: int, height: int
) -> None:
    view, found = shown(qtbot, width, height * 85 // 100, room_scale(height), controls=False), []

    for place in range(len(states())):
        view.receive(room_page(public(taken(name, place))))
        for part in range(view.parts):
            view.show_part(part)
            boxes = [
                box for box in view.text_boxes() if view.seen.adjusted(0, 2, 0, -2).intersects(box.place)
            ]
            found += faults(boxes, view.seen)

    assert found == []


@pytest.mark.parametrize("model", [model.id for model in case_named().models])
@pytest.mark.parametrize(("width", "height"), ROOMS)
def test_no_chart_of_a_model_goes_on_in_another_part(
    qtbot: QtBot, width: int, height: int, model: str
) -> None:
    view = shown(qtbot, width, height * 85 // 100, room_scale(height), controls=False)

    for place in range(len(states())):
        seen = snapshot(replace(states()[place], view=View(model=model)), plain(place))
        view.receive(room_page(public(seen)))
        for part in range(view.parts):
            view.show_part(part)
            (chart,) = view.findChildren(FigureWidget)
            place_of = QRect(chart.mapTo(view, chart.rect().topLeft()), chart.size())
            assert view.seen.adjusted(-2, -2, 2, 2).contains(place_of)


@pytest.mark.parametrize("name", VIEWS)
def test_parts_that_are_reckoned_are_those_that_laying_out_finds(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    width, height = ROOMS[1]
    size = width, height * 85 // 100, room_scale(height)

    for place in range(len(states())):
        described = room_page(public(taken(name, place)))
        reckoned = shown(qtbot, *size, controls=False)
        reckoned.receive(described)
        with monkeypatch.context() as patched:
            patched.setattr(parting, "_reckoned", lambda *_: [])
            laid = shown(qtbot, *size, controls=False)
            laid.receive(described)

        assert seen_in_parts(reckoned) == seen_in_parts(laid)


def seen_in_parts(view: PageView) -> list[list[tuple[str, QRect]]]:
    """Each part's texts with their places, as far as they are in sight."""
    found = []
    for part in range(view.parts):
        view.show_part(part)
        boxes = view.text_boxes()
        found.append([(box.text, box.place) for box in boxes if view.seen.intersects(box.place)])
    return found
