"""Whole words in their boxes at every size and in every state."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.kit.cards import CardsWidget
from desktop.kit.page_view import room_scale
from models.pages.holds import holds
from models.schema.page import Cards, for_room
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded
from tests.desktop.kit.board.boards import CHANGES, SIZES, cards_of, changed, shown
from tests.desktop.kit.boxes import faults
from tests.states import after, snapshot, state


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_text_of_the_board_leaves_its_box_or_stands_on_another(
    qtbot: QtBot, width: int, height: int, scale: int
) -> None:
    stage = width - 590 * scale // 100
    view = shown(qtbot, stage if stage >= 700 else width, height - 144 * scale // 100, scale)
    found = []

    for place in range(len(CHANGES)):
        view.receive(holds(changed(place)))
        found += faults(view.text_boxes(), view.rect())

    assert found == []


@pytest.mark.parametrize("changes", [{"A4": "fails"}, {"A22": "fails", "A10": "fails"}, {"A4": "uncertain"}])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_causes_are_told_whole(qtbot: QtBot, width: int, height: int, changes: dict[str, str]) -> None:
    view = shown(qtbot, width - 590, height - 144)

    page = holds(snapshot(after(state(), **changes), analysed=False))
    view.receive(page)

    (cards,) = (block.cards for block in page.blocks if isinstance(block, Cards))
    lines = [line.text for card in cards for line in card.lines]
    cut = [box.text.removesuffix("…").rstrip() for box in view.text_boxes() if box.text.endswith("…")]
    assert [text for text in cut if not any(line.startswith(text) for line in lines)] == []


@pytest.mark.parametrize(
    ("width", "height", "scale", "changes", "why", "cards"),
    [
        (1366, 550, 150, {"A3": "fails"}, "Russia ties do not deepen", 4),
        (957, 485, 150, {"A3": "fails"}, "Russia ties do not deepen", 4),
        (776, 624, 100, {"A3": "fails", "A1": "uncertain", "A10": "uncertain"}, "is no longer needed", 1),
    ],
)
def test_a_card_with_room_says_why_and_not_only_how_many(
    qtbot: QtBot, width: int, height: int, scale: int, changes: dict[str, str], why: str, cards: int
) -> None:
    view = shown(qtbot, width, height, scale)

    view.receive(holds(snapshot(after(state(), **changes), analysed=False)))

    assert " ".join(box.text for box in view.text_boxes()).count(why) == cards


@pytest.mark.parametrize(("width", "height"), [(1366, 485), (1366, 553)])
def test_no_cause_is_cut_at_150_percent(qtbot: QtBot, width: int, height: int) -> None:
    view = shown(qtbot, width, height, 150)
    uncertain = after(state(), A3="uncertain", A10="uncertain", A13="uncertain", A17="uncertain")

    view.receive(holds(snapshot(uncertain, analysed=False)))

    told = " ".join(box.text for box in view.text_boxes())
    assert "Depends on" in told and "…" not in told


@pytest.mark.parametrize(("width", "height"), [*SIZES, (1024, 768)])
def test_no_text_of_the_board_leaves_its_box_in_the_room(qtbot: QtBot, width: int, height: int) -> None:
    view = shown(qtbot, width, height * 95 // 100, room_scale(height), controls=False)
    found = []

    for place in range(len(CHANGES)):
        view.receive(for_room(holds(changed(place))))
        found += faults(view.text_boxes(), view.rect())

    assert (found, view.parts) == ([], 1)


def test_titles_in_the_room_are_at_least_34_pixels_high_at_1080(qtbot: QtBot) -> None:
    view = shown(qtbot, 1920, 1028, room_scale(1080), controls=False)

    view.receive(for_room(holds(changed(1))))

    setting = cards_of(view).setting
    assert setting is not None and view.look.px(setting.title) >= 34


def test_a_title_that_would_be_cut_gives_way_to_the_short_name(qtbot: QtBot) -> None:
    view = shown(qtbot, 1280, 432, 200)
    view.receive(holds(changed(1)))
    widget = view.findChild(CardsWidget)
    assert widget is not None

    told = " ".join(box.text for box in widget.text_boxes())

    assert "Draw away from Moscow" in told
    assert "…" not in told


@pytest.mark.parametrize(("width", "height"), [(954, 490), (954, 521), (954, 551), (1350, 552)])
def test_at_150_percent_the_key_has_room_for_its_words(qtbot: QtBot, width: int, height: int) -> None:
    view = shown(qtbot, width, height, 150)

    view.receive(holds(changed(1)))

    assert "…" not in " ".join(box.text for box in view.text_boxes())


def test_a_cause_beside_a_rejection_is_told_whole_and_begins_with_a_capital(qtbot: QtBot) -> None:
    view = shown(qtbot, 1366 - 590, 768 - 144)
    changes = after(state(), A4="fails", A8="fails", A13="fails")
    scenario = replace(changes.scenario, set_aside=("old-fear", "reliance", "same-goal"))

    view.receive(holds(snapshot(replace(changes, scenario=scenario), analysed=False)))

    texts = [box.text for box in view.text_boxes()]
    assert "follows older plans (and a rejection)" in " ".join(texts)
    assert not [text for text in texts if text.endswith("…") or text.startswith("the only argument")]


def test_a_cause_takes_more_lines_where_its_card_has_room_for_them(qtbot: QtBot) -> None:
    view = shown(qtbot, 776, 624)
    case = load_embedded("sunday-library")

    view.receive(holds(snapshot(after(fresh_state(case), A4="fails", A5="fails"), analysed=False)))

    told = [box.text for box in view.text_boxes()]
    assert any(text.endswith("too few volunteers come") for text in told)
    assert not [text for text in told if text.endswith("…")]
