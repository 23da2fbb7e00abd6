"""Every page and part, at several states, sizes and scales: no text leaves its box or stands on another."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product

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
from tests.eight_states import eight_states
from tests.states import case_named, snapshot

SIZES = (
    (1280, 720),
    (1280, 800),
    (1360, 768),
    (1366, 768),
    (1366, 790),
    (1440, 900),
    (1536, 864),
    (1600, 900),
    (1680, 1050),
    (1920, 1080),
    (1920, 1200),
    (2560, 1440),
)
SCALES = (100, 150, 200)
STATES = 8
ROOMS = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440))
PARTED, FIRST = ((1920, 1080), (1024, 768)), 3
"""Where pages come in most parts, and the states in which that is tried."""
THRICE = 3
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


@lru_cache(maxsize=STATES)
def plain(place: int) -> Snapshot:
    return snapshot(eight_states()[place])


@lru_cache(maxsize=STATES * len(VIEWS))
def taken(name: str, place: int) -> Snapshot:
    of = eight_states()[place]
    view = replace(VIEWS[name], looking_back=of.view.looking_back)
    return snapshot(replace(of, view=view), plain(place))


def covering(name: str) -> Iterator[tuple[int, tuple[int, int], int]]:
    """States, sizes and scales of a page: each scale with each state, each size at two scales, on the board all states.

    From page to page other states meet a size, so that all of them do.
    """
    shift, sizes = list(VIEWS).index(name), len(SIZES)
    if name == "board":
        pairs = product(range(STATES), range(sizes))
        return ((place, SIZES[size], SCALES[(place + size) % len(SCALES)]) for place, size in pairs)
    return (
        (number % STATES, SIZES[(number + number // sizes + shift) % sizes], SCALES[number % len(SCALES)])
        for number in range(STATES * len(SCALES))
    )


def covering_rooms(name: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """States and sizes of the room for a page: each size with three states, each state, and on the board all pairs."""
    shift, pairs = list(VIEWS).index(name), product(range(STATES), range(len(ROOMS)))
    return (
        (place, ROOMS[room])
        for place, room in pairs
        if name == "board" or (place + 2 * room + shift) % STATES < THRICE
    )


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


def test_sizes_scales_and_states_meet() -> None:
    met = {name: set(covering(name)) for name in VIEWS}

    assert len(eight_states()) == STATES
    for pairs in met.values():
        assert {(place, scale) for place, _, scale in pairs} == set(product(range(STATES), SCALES))
        assert {size for _, size, _ in pairs} == set(SIZES)
        assert len({(size, scale) for _, size, scale in pairs}) >= 2 * len(SIZES)
    assert {(place, size) for place, size, _ in met["board"]} == set(product(range(STATES), SIZES))
    every = {(place, size) for name in VIEWS if name != "board" for place, size, _ in met[name]}
    assert every == set(product(range(STATES), SIZES))
    for name in VIEWS:
        assert [set(each) for each in zip(*covering_rooms(name), strict=True)] == [
            set(range(STATES)),
            set(ROOMS),
        ]


@pytest.mark.parametrize("name", VIEWS)
def test_no_text_of_a_page_leaves_its_box_or_stands_on_another(qtbot: QtBot, name: str) -> None:
    found = []

    for place, (width, height), scale in covering(name):
        told = faults_on_a_page(qtbot, name, place, (width, height), scale)
        found += [f"state {place}, {width}×{height} at {scale}: {each}" for each in told]

    assert found == []


def faults_on_a_page(qtbot: QtBot, name: str, place: int, size: tuple[int, int], scale: int) -> list[str]:
    width, height = size
    view = shown(qtbot, width, height - 144 * scale // 100, scale, controls=True)
    view.receive(page(taken(name, place)))
    return faults(view.text_boxes())


@pytest.mark.parametrize("name", VIEWS)
def test_no_text_of_a_page_leaves_its_box_in_the_room(qtbot: QtBot, name: str) -> None:
    found = []

    for place, size in covering_rooms(name):
        told = faults_in_the_room(qtbot, name, place, size)
        found += [f"state {place}, {size[0]}×{size[1]}: {each}" for each in told]

    assert found == []


def faults_in_the_room(qtbot: QtBot, name: str, place: int, size: tuple[int, int]) -> list[str]:
    width, height = size
    view, found = shown(qtbot, width, height * 85 // 100, room_scale(height), controls=False), list[str]()
    view.receive(room_page(public(taken(name, place))))
    for part in range(view.parts):
        view.show_part(part)
        in_sight = view.seen.adjusted(0, 2, 0, -2)
        found += faults([box for box in view.text_boxes() if in_sight.intersects(box.place)], view.seen)
    return found


@pytest.mark.parametrize("model", [model.id for model in case_named().models])
@pytest.mark.parametrize(("width", "height"), PARTED)
def test_no_chart_of_a_model_goes_on_in_another_part(
    qtbot: QtBot, width: int, height: int, model: str
) -> None:
    view = shown(qtbot, width, height * 85 // 100, room_scale(height), controls=False)

    for place in range(FIRST):
        seen = snapshot(replace(eight_states()[place], view=View(model=model)), plain(place))
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
    width, height = PARTED[1]
    size = width, height * 85 // 100, room_scale(height)

    for place in range(FIRST):
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
