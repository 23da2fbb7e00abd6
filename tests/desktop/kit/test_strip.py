"""The verdict strip: a tile a recommendation in its place, with the ghost of what was before."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.kit.strip import Strip, TileButton
from models.pages.board_cards import tiles
from models.schema.action import Action, look
from models.schema.page import Shape, Sign, Tile, Tone
from tests.states import after, case_named, snapshot, state


def _strip(qtbot: QtBot, shown: tuple[Tile, ...], width: int, *, controls: bool = True) -> Strip:
    strip = Strip(controls)
    qtbot.addWidget(strip)
    strip.resize(width, 56)
    strip.receive(shown)
    strip.show()
    qtbot.waitExposed(strip)
    return strip


def _many(count: int) -> tuple[Tile, ...]:
    sign = Sign(Shape.TICK_DISC, Tone.GOOD, "Still holds")
    return tuple(
        Tile(id=f"r{n}", code=f"R{n}", name="Do it now", short="Do it", sign=sign)
        for n in range(1, count + 1)
    )


def test_tiles_stand_where_they_stood_after_a_change(qtbot: QtBot) -> None:
    strip = _strip(qtbot, tiles(snapshot(state(), analysed=False)), 1066)
    before = [button.geometry() for button in strip.findChildren(TileButton)]

    strip.receive(tiles(snapshot(after(state(), A3="fails"), analysed=False)))

    assert [button.geometry() for button in strip.findChildren(TileButton)] == before


@pytest.mark.parametrize("width", [1066, 910, 902, 1568, 880, 720, 672])
def test_every_name_stands_whole_in_its_tile(qtbot: QtBot, dressed: None, width: int) -> None:
    strip = _strip(qtbot, tiles(snapshot(after(state(), A3="fails"), analysed=False)), width)

    for button in strip.findChildren(TileButton):
        found = button.text_boxes()
        assert found
        assert "…" not in "".join(box.text for box in found)
        assert all(box.room.contains(box.place) for box in found)


def test_a_tile_with_room_has_the_name_of_the_card(qtbot: QtBot, dressed: None) -> None:
    shown = tiles(snapshot(after(state(), A3="fails"), analysed=False))

    said = {
        width: {
            button.tile.id: " ".join(box.text for box in button.text_boxes() if box.text != button.tile.code)
            for button in _strip(qtbot, shown, width).findChildren(TileButton)
        }
        for width in (1066, 2400)
    }

    assert said[2400] == {tile.id: tile.name for tile in shown}
    assert all(said[1066][tile.id] in (tile.name, tile.short) for tile in shown)
    assert said[1066]["draw-from-moscow"] == "Draw away from Moscow"


@pytest.mark.parametrize("width", range(1000, 2400, 100))
def test_either_all_names_are_short_or_none(qtbot: QtBot, dressed: None, width: int) -> None:
    shown = tiles(snapshot(after(state(), A3="fails"), analysed=False))

    strip = _strip(qtbot, shown, width)

    said = {
        button.tile.id: " ".join(box.text for box in button.text_boxes() if box.text != button.tile.code)
        for button in strip.findChildren(TileButton)
    }
    assert said in ({tile.id: tile.name for tile in shown}, {tile.id: tile.short for tile in shown})


@pytest.mark.parametrize("width", [1554, 1568, 1600, 1920])
def test_a_whole_name_ends_as_far_from_the_edge_as_it_begins(qtbot: QtBot, dressed: None, width: int) -> None:
    strip = _strip(qtbot, tiles(snapshot(after(state(), A3="fails"), analysed=False)), width)

    for button in strip.findChildren(TileButton):
        for box in button.text_boxes():
            assert box.place.right() <= button.width() - box.place.left() + 1


@pytest.mark.parametrize("width", range(890, 912))
def test_either_all_tiles_are_named_or_none(qtbot: QtBot, dressed: None, width: int) -> None:
    strip = _strip(qtbot, tiles(snapshot(state(), analysed=False)), width)

    assert len({bool(button.text_boxes()) for button in strip.findChildren(TileButton)}) == 1


def test_tiles_are_named_in_a_window_as_it_opens_on_a_small_display(qtbot: QtBot, dressed: None) -> None:
    strip = _strip(qtbot, tiles(snapshot(state(), analysed=False)), 1350 * 100 // 150)

    assert all(button.text_boxes() for button in strip.findChildren(TileButton))


def test_forty_five_recommendations_stand_in_two_rows(qtbot: QtBot) -> None:
    strip = _strip(qtbot, _many(45), 1066)

    assert len({button.y() for button in strip.findChildren(TileButton)}) == 2
    assert min(button.width() for button in strip.findChildren(TileButton)) >= 44


def test_a_tile_picks_its_recommendation(qtbot: QtBot) -> None:
    strip = _strip(qtbot, tiles(snapshot(state(), analysed=False)), 1066)
    actions: list[Action] = []
    strip.acted.connect(actions.append)
    name = case_named().by_code["R5"].id

    button = strip.findChild(QAbstractButton, f"tile:{name}")
    assert button is not None
    button.click()

    assert actions == [look(picked=name)]


def test_a_tile_that_is_held_back_is_painted_as_before(qtbot: QtBot) -> None:
    moved = tiles(snapshot(after(state(), A3="fails"), analysed=False))
    strip = _strip(qtbot, tiles(snapshot(state(), analysed=False)), 1066)
    before = strip.grab().toImage()
    strip.hold_back(frozenset(tile.id for tile in moved))

    strip.receive(moved)
    held = strip.grab().toImage()
    strip.hold_back(frozenset())

    assert held == before
    assert strip.grab().toImage() != before


def test_a_tile_shows_what_was_before_only_where_that_was_another_state() -> None:
    first = after(state(), A3="fails", A1="uncertain", A15="uncertain")

    shown = {tile.code: tile for tile in tiles(snapshot(after(first, A10="uncertain"), analysed=False))}

    assert shown["R4"].moved and shown["R4"].before is None
    assert shown["R6"].moved and shown["R6"].before is not None
