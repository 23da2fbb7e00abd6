"""The board: whole words in their boxes at every size and in every state, in fixed slots, worked by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.kit.board.face import Face, Setter
from desktop.kit.cards import CardsWidget
from desktop.kit.page_view import PageView, room_scale
from models.pages.board_cards import board
from models.pages.holds import holds
from models.schema.grades import Reading
from models.schema.page import Card, Cards, Line, for_room
from models.schema.scenario import revised
from models.schema.snapshot import Snapshot
from models.schema.state import fresh_state
from models.store.cases import load_embedded
from tests.desktop.kit.boxes import faults
from tests.states import after, case_named, snapshot, state

SIZES = (
    *((1280, 720), (1280, 800), (1366, 768), (1366, 790), (1440, 900), (1536, 864)),
    *((1600, 900), (1680, 1050), (1920, 1080), (1920, 1200), (2048, 1152), (2560, 1440)),
)
CHANGES: tuple[dict[str, str], ...] = (
    {},
    {"A3": "fails"},
    {"A1": "fails"},
    {"A2": "fails", "A18": "fails"},
    {"A20": "fails"},
    {"A1": "uncertain", "A3": "uncertain", "A17": "uncertain", "A20": "uncertain"},
    {"A17": "fails"},
    {"A13": "fails", "A16": "uncertain"},
)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    yield
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 100))


@lru_cache(maxsize=8)
def changed(place: int) -> Snapshot:
    base = state(picked=case_named().by_code["R5"].id)
    return snapshot(after(base, **CHANGES[place]) if CHANGES[place] else base, analysed=False)


def shown(qtbot: QtBot, width: int, height: int, scale: int = 100, controls: bool = True) -> PageView:
    view = PageView(controls)
    qtbot.addWidget(view)
    view.wear(theme.resolve(theme.Scheme.LIGHT, scale))
    view.resize(width, height)
    view.show()
    return view


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


def test_a_toggle_moves_no_card_and_changes_no_type(qtbot: QtBot) -> None:
    view = shown(qtbot, 776, 624)
    view.receive(holds(changed(0)))
    before = [(button.objectName(), button.geometry()) for button in buttons(view)]
    setting = cards_of(view).setting

    fallen = after(state(), A1="fails", A3="fails", A10="uncertain")
    every = replace(fallen, scenario=revised(fallen.scenario, reading=Reading.EVERY_ARGUMENT, added=True))
    for shot in (*map(changed, range(len(CHANGES))), snapshot(every, analysed=False)):
        view.receive(holds(shot))
        assert [(button.objectName(), button.geometry()) for button in buttons(view)] == before
    assert cards_of(view).setting == setting


@pytest.mark.parametrize("scale", [100, 125, 150])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_card_changes_its_cell_however_long_the_sentence_above_is(
    qtbot: QtBot, width: int, height: int, scale: int
) -> None:
    stage = width - 590 * scale // 100
    view = shown(qtbot, stage if stage >= 700 else width, height - 144 * scale // 100, scale)
    long = (Line(text="because one thing and another is not as the source takes it to be, " * 3),)
    grids = set()

    for place in range(len(CHANGES)):
        page = holds(changed(place))
        for lead in (page.lead, long):
            view.receive(replace(page, lead=lead))
            grids.add(len({button.x() for button in buttons(view)}))

    assert len(grids) == 1


@pytest.mark.parametrize("number", range(1, 46))
def test_any_number_of_cards_has_room_beside_the_key(qtbot: QtBot, number: int) -> None:
    cards = board(changed(1)).cards * 5
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(750, 530)

    widget.receive(Cards(id="board", cards=cards[:number], key=board(changed(1)).key))

    assert faults(widget.text_boxes(), widget.rect()) == []


@pytest.mark.parametrize("number", [1, 3, 30, 45])
def test_the_count_at_large_keeps_its_slot_however_many_cards_there_are(qtbot: QtBot, number: int) -> None:
    shot = board(changed(1))
    widget = CardsWidget(controls=False)
    qtbot.addWidget(widget)
    widget.wear(theme.resolve(theme.Scheme.LIGHT, 120))
    widget.resize(1300, 540)
    small = "recommendations hold:\n29 in full,\n1 on fewer arguments"

    widget.receive(
        Cards(id="board", cards=(shot.cards * 5)[:number], key=shot.key, large="30 of 30", small=small)
    )

    assert faults(widget.text_boxes(), widget.rect()) == []


@pytest.mark.parametrize(("width", "columns"), [(750, 3), (1100, 4)])
def test_eleven_cards_stand_in_three_columns_and_in_four_where_it_is_wide(
    qtbot: QtBot, width: int, columns: int
) -> None:
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(width, 700)

    widget.receive(board(changed(0)))

    lefts = {button.x() for button in widget.findChildren(QAbstractButton)}
    assert len(lefts) == columns


def test_arrows_move_between_cards_and_return_picks_one(qtbot: QtBot) -> None:
    view = shown(qtbot, 776, 624)
    view.receive(holds(changed(0)))
    first, second = buttons(view)[0], buttons(view)[1]

    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.acted) as picked:
        QTest.keyClick(second, Qt.Key.Key_Return)

    assert picked.args == [board(changed(0)).cards[1].action]


def test_a_card_is_laid_out_once_it_is_looked_at(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(750, 530)
    widget.receive(board(changed(0)))
    lay, laid = Setter.lay, []

    def noted(setter: Setter, card: Card) -> Face:
        laid.append(card)
        return lay(setter, card)

    monkeypatch.setattr(Setter, "lay", noted)

    widget.receive(board(changed(1)))
    widget.resize(750, 500)
    before = len(laid)
    widget.text_boxes()

    assert (before, len(laid)) == (0, len(board(changed(1)).cards))


def test_a_card_that_is_held_back_looks_as_before(qtbot: QtBot) -> None:
    widget = CardsWidget()
    qtbot.addWidget(widget)
    widget.resize(750, 530)
    widget.receive(board(changed(0)))
    before = widget.grab(QRect(0, 0, 750, 530)).toImage()

    widget.receive(board(changed(1)))
    moved = frozenset(card.id for card in board(changed(1)).cards if card.moved)
    widget.hold_back(moved)
    held = {box.text for box in widget.text_boxes()}
    widget.hold_back(frozenset())

    assert "No longer needed" not in held - {count.sign.word for count in board(changed(0)).key}
    assert widget.grab(QRect(0, 0, 750, 530)).toImage() != before


def test_nothing_can_be_worked_in_the_room(qtbot: QtBot) -> None:
    view = shown(qtbot, 1920, 1028, 200, controls=False)

    view.receive(for_room(holds(changed(1))))

    assert {button.focusPolicy() for button in buttons(view)} == {Qt.FocusPolicy.NoFocus}


def cards_of(view: PageView) -> CardsWidget:
    widget = view.widget(board(changed(0)).id)
    assert isinstance(widget, CardsWidget)
    return widget


def buttons(view: PageView) -> list[QAbstractButton]:
    found = cards_of(view).findChildren(QAbstractButton)
    return sorted(found, key=lambda button: (button.y(), button.x()))


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
    scenario = revised(changes.scenario, set_aside=("old-fear", "reliance", "same-goal"))

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
