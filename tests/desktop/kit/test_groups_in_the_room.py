"""Where groups differ, from afar: who is who, what each says in a whole sentence, and twelve of them on one screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.page_view import PageView, room_scale
from models.pages.page import page, room_page
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.page import ChipsCell, LanesCell, Page, Table, TextCell
from models.schema.public import public
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import with_round
from models.schema.view import PageName, View
from models.schema.workshop import Origin, Workshop
from tests.desktop.kit.test_every_page_fits import shown
from tests.large_workshop import large_workshop
from tests.states import after, case_named, snapshot, state
from tests.workshops import four_tables, four_that_vote, with_one_elsewhere


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    yield
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 100))


def _taken(workshop: Workshop, unfolded: tuple[str, ...] = (), *, added: bool = False) -> Snapshot:
    base = state(workshop=workshop)
    scenario: Scenario = replace(base.scenario, added=added)
    return snapshot(replace(base, scenario=scenario, view=View(page=PageName.DIFFER, unfolded=unfolded)))


def _in_the_room(qtbot: QtBot, described: Page, width: int, height: int) -> PageView:
    view = shown(qtbot, width, height * 85 // 100, room_scale(height), controls=False)
    view.receive(described)
    return view


def _texts(view: PageView) -> str:
    return " ".join(" ".join(box.text.split()) for box in view.text_boxes())


def _sentences(described: Page) -> list[str]:
    tables = (block for block in described.blocks if isinstance(block, Table) and block.id == "lanes")
    cells = (row.cells[0] for table in tables for row in table.rows if row.large)
    return [cell.detail for cell in cells if isinstance(cell, TextCell)]


def _chips(described: Page) -> list[ChipsCell]:
    tables = (block for block in described.blocks if isinstance(block, Table))
    return [
        cell for table in tables for row in table.rows for cell in row.cells if isinstance(cell, ChipsCell)
    ]


def test_four_groups_are_named_beside_their_dots(qtbot: QtBot) -> None:
    described = room_page(public(_taken(four_tables(case_named()))))

    texts = [box.text for box in _in_the_room(qtbot, described, 1920, 1080).text_boxes()]

    assert {f"Table {number}" for number in range(1, 5)} <= set(texts)


def test_who_is_awaited_stands_straight_below_who_is_in(qtbot: QtBot) -> None:
    case = case_named()
    waiting = with_group(with_round(four_tables(case)), "Table 1", baseline_scenario(case), Origin.FOLDER)

    boxes = _in_the_room(qtbot, room_page(public(_taken(waiting))), 1920, 1080).text_boxes()

    (first,), (second,) = (
        [box.place for box in boxes if name in box.text] for name in ("Table 1", "Table 2")
    )
    assert first.top() < second.top()
    assert first.left() == second.left()


def test_groups_are_named_beside_what_advice_depends_on(qtbot: QtBot) -> None:
    of = after(state(workshop=four_tables(case_named()), page=PageName.DIFFER), A3="fails")
    picking = replace(of, view=replace(of.view, picked=case_named().by_code["A3"].id))

    view = _in_the_room(qtbot, room_page(public(snapshot(picking))), 1920, 1080)

    assert view.parts == 1
    assert {"Table 1", "Table 2", "Table 3"} <= {box.text for box in view.text_boxes()}


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1280, 720), (1024, 768)])
@pytest.mark.parametrize("picked", ["", "A1"])
def test_four_groups_that_vote_are_named_in_what_to_argue_about(
    qtbot: QtBot, width: int, height: int, picked: str
) -> None:
    of = state(workshop=four_that_vote(case_named()), page=PageName.DIFFER)
    name = case_named().by_code[picked].id if picked else ""
    described = room_page(public(snapshot(replace(of, view=replace(of.view, picked=name)))))

    view = _in_the_room(qtbot, described, width, height)

    texts = [" ".join(box.text.split()) for box in view.text_boxes()]
    assert view.parts == 1
    assert len(_sentences(described)) == 3
    assert all(texts.count(f"Table {number}") >= 3 for number in range(1, 5))


def test_of_a_sentence_without_room_in_a_low_row_as_much_as_fits_is_told(qtbot: QtBot) -> None:
    described = room_page(public(_taken(large_workshop(case_named()))))

    told = _texts(_in_the_room(qtbot, described, 1024, 768))

    assert [said for said in _sentences(described) if said[:20] not in told] == []
    assert told.count("…") == 3


def test_groups_that_differ_by_a_few_voices_are_named_too(qtbot: QtBot) -> None:
    workshop = four_that_vote(case_named())
    stance = {item.id: Stance.HOLDS for item in case_named().assumptions[:1]}
    alike = with_stances(baseline_scenario(case_named()), stance)
    for name in ("Table 1", "Table 2", "Table 3"):
        workshop = with_group(workshop, name, alike, Origin.FOLDER)
    described = room_page(public(_taken(workshop)))

    texts = [box.text for box in _in_the_room(qtbot, described, 1920, 1080).text_boxes()]

    assert _sentences(described) == []
    assert {f"Table {number}" for number in range(1, 5)} <= set(texts)


def test_four_groups_are_named_on_a_small_projector(qtbot: QtBot) -> None:
    described = room_page(public(_taken(four_tables(case_named()))))

    view = _in_the_room(qtbot, described, 1024, 768)

    texts = [" ".join(box.text.split()) for box in view.text_boxes()]
    advice = {chip.text for cell in _chips(described) for chip in cell.chips}
    assert [texts.count(f"Table {number}") for number in range(1, 5)] == [2, 2, 2, 1]
    assert "Recommendations that can hold or fall with it" in _texts(view)
    assert [name for name in advice if not all(word in _texts(view) for word in name.split())] == []


@pytest.mark.parametrize("added", [False, True])
def test_twelve_groups_fit_one_screen_with_what_they_say_of_three(qtbot: QtBot, added: bool) -> None:
    described = room_page(public(_taken(large_workshop(case_named()), added=added)))

    view = _in_the_room(qtbot, described, 1920, 1080)

    told = _sentences(described)
    assert (view.parts, len(told)) == (1, 3)
    assert [sentence for sentence in told if sentence not in _texts(view)] == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1024, 768)])
def test_who_answered_on_nothing_that_is_large_is_named_on_the_same_screen(
    qtbot: QtBot, width: int, height: int
) -> None:
    case = case_named()
    workshop = with_one_elsewhere(case, large_workshop(case), "A5")
    described = room_page(public(_taken(workshop)))

    view = _in_the_room(qtbot, described, width, height)

    assert view.parts == 1
    assert "Table 13 answered on none above" in _texts(view)


def test_a_crowd_reads_how_many_moved_where_arrows_are_too_many() -> None:
    described = room_page(public(_taken(large_workshop(case_named()))))

    tables = (block for block in described.blocks if isinstance(block, Table) and block.id == "lanes")
    lanes = [
        cell for table in tables for row in table.rows for cell in row.cells if isinstance(cell, LanesCell)
    ]
    arrows = [any(dot.came_from is not None for dot in cell.dots) for cell in lanes]
    told = [" moved" in sentence for sentence in _sentences(described)]

    assert told == [not drawn for drawn in arrows] and any(told)


def test_what_else_a_crowd_differs_on_unfolds() -> None:
    folded = page(_taken(large_workshop(case_named())))
    unfolded = page(_taken(large_workshop(case_named()), ("rest",)))

    few, all_of_them = (
        next(len(block.rows) for block in one.blocks if isinstance(block, Table))
        for one in (folded, unfolded)
    )

    assert (few, all_of_them > 12) == (3, True)


def test_sentences_are_whole_on_a_small_projector(qtbot: QtBot) -> None:
    described = room_page(public(_taken(four_tables(case_named()))))

    texts = _texts(_in_the_room(qtbot, described, 1024, 768))

    assert [sentence for sentence in _sentences(described) if sentence not in texts] == []


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("unfolded", [(), ("group-list",)])
def test_sentences_are_whole_on_a_laptop(qtbot: QtBot, scale: int, unfolded: tuple[str, ...]) -> None:
    described = page(_taken(four_tables(case_named()), unfolded))
    view = shown(qtbot, 1366, 768 - 144 * scale // 100, scale, controls=True)

    view.receive(described)

    assert _sentences(described)[0] in _texts(view)


@pytest.mark.parametrize(("width", "height", "controls"), [(1920, 1080, 0), (1024, 768, 0), (1366, 768, 1)])
@pytest.mark.parametrize("workshop", [four_tables, large_workshop])
def test_the_ring_of_votes_and_a_hollow_disc_are_explained_where_they_are_drawn(
    qtbot: QtBot, workshop: Callable[[Case], Workshop], width: int, height: int, controls: int
) -> None:
    of = _taken(workshop(case_named()))
    view = shown(
        qtbot, width, height * 85 // 100, 100 if controls else room_scale(height), controls=bool(controls)
    )

    view.receive(page(of) if controls else room_page(public(of)))

    assert {"votes", "split"} <= {box.text for box in view.text_boxes()}


def test_without_votes_no_ring_is_explained(qtbot: QtBot) -> None:
    voted = four_tables(case_named())
    unvoted = replace(voted, groups=tuple(one for one in voted.groups if one.ballot is None))

    view = _in_the_room(qtbot, room_page(public(_taken(unvoted))), 1920, 1080)

    assert not {"votes", "split"} & {box.text for box in view.text_boxes()}
