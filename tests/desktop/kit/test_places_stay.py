"""Everything keeps its place over every toggle: a title or caption of more lines moves nothing, nor does folding."""

from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.map import MapWidget
from desktop.kit.maps.canvas import MapCanvas
from desktop.kit.maps.scene import Scene, text_boxes
from desktop.kit.page_view import PageView, room_scale
from models.charts.map_fold import MORE
from models.pages.page import page, room_page
from models.schema.page import Map
from models.schema.public import public
from models.schema.snapshot import Snapshot
from models.schema.view import Picture, View
from tests.states import after, case_named, snapshot, state

ROOMS = ((1920, 1080), (1024, 768))
Places: TypeAlias = dict[str, tuple[int, int, int, int]]


@lru_cache(maxsize=1)
def toggled() -> tuple[tuple[str, Snapshot], ...]:
    """As at first, then each assumption of the source failing by itself."""
    base = state()
    names = {item.id: item.code for item in snapshot(base, analysed=False).assumptions}
    failing = ((name, after(base, **{code: "fails"})) for name, code in names.items())
    return tuple((name, snapshot(each, analysed=False)) for name, each in (("", base), *failing))


def shown(qtbot: QtBot, width: int, height: int) -> PageView:
    theme.load_fonts()
    view = PageView(controls=False)
    qtbot.addWidget(view)
    view.wear(theme.resolve(theme.Scheme.LIGHT, room_scale(height)))
    view.resize(width, height * 85 // 100)
    view.show()
    return view


def canvas_of(view: PageView) -> MapCanvas:
    widget = view.widget("map")
    assert isinstance(widget, MapWidget)
    return widget.canvas


def scene_of(view: PageView) -> Scene:
    scene = canvas_of(view).scene
    assert scene is not None
    return scene


def boxes(view: PageView) -> Places:
    """Where the boxes of the map are, in the view."""
    canvas = canvas_of(view)
    corner = canvas.mapTo(view, canvas.rect().topLeft())
    return {
        box.id: (round(corner.x() + box.x), round(corner.y() + box.y), round(box.width), round(box.height))
        for box in scene_of(view).layout.boxes
    }


@pytest.mark.parametrize(("width", "height"), ROOMS)
def test_no_box_of_the_map_moves(qtbot: QtBot, width: int, height: int) -> None:
    view, seen = shown(qtbot, width, height), list[Places]()
    titles = {item.id: item.title for item in case_named().assumptions}

    for name, taken in toggled():
        view.receive(room_page(public(replace(taken, view=View(picture=Picture.MAP)))))
        scene = scene_of(view)
        told = {box.id: " ".join(box.lines) for box in scene.layout.boxes}
        assert not name or told[name] == titles[name]
        assert {wire.source for wire in scene.layout.wires} <= told.keys()
        assert [box for box in text_boxes(scene) if not box.room.contains(box.place)] == []
        seen.append(boxes(view))

    first, *rest = seen
    guests = [
        (name, places) for (name, _), places in zip(toggled()[1:], rest, strict=True) if name not in first
    ]
    assert len(guests) >= 3
    assert {places.pop(name) for name, places in guests} == {first[MORE]}
    assert len({places.pop(MORE) for _, places in guests}) == 1
    kept = {name: place for name, place in first.items() if name != MORE}
    assert [places for places in rest if {**places, MORE: ()} != {**kept, MORE: ()}] == []


@pytest.mark.parametrize("view", [View(), View(model="alignment")], ids=["board", "model"])
@pytest.mark.parametrize(("width", "height"), ROOMS)
def test_nothing_under_the_caption_moves(qtbot: QtBot, width: int, height: int, view: View) -> None:
    room, tops, lines = shown(qtbot, width, height), set[int](), set[int]()

    for _, taken in toggled():
        described = room_page(public(replace(taken, view=view)))
        assert not any(isinstance(block, Map) for block in described.blocks)
        room.receive(described)
        tops.add(room.seen.top())
        words = " ".join(line.text for line in described.caption)
        lines.add(
            sum(box.text in words and box.place.bottom() < room.seen.top() for box in room.text_boxes())
        )

    assert len(tops) == 1
    assert len(lines) > 1


@pytest.mark.parametrize("view", [View(), View(picture=Picture.MAP)], ids=["board", "map"])
@pytest.mark.parametrize(("width", "height", "scale"), [(776, 624, 100), (886, 480, 150), (700, 551, 125)])
def test_a_longer_title_moves_nothing_on_a_laptop(
    qtbot: QtBot, width: int, height: int, scale: int, view: View
) -> None:
    stage, tops = PageView(), set[int]()
    qtbot.addWidget(stage)
    theme.load_fonts()
    stage.wear(theme.resolve(theme.Scheme.LIGHT, scale))
    stage.resize(width, height)
    stage.show()

    for _, taken in toggled():
        described = page(replace(taken, view=view))
        stage.receive(described)
        widget = stage.widget(described.blocks[0].id)
        assert widget is not None
        tops.add(widget.mapTo(stage, widget.rect().topLeft()).y())

    assert len(tops) == 1
