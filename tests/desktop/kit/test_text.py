"""Painted texts: they break between words, balance, and say when something is left out."""

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.base.plain_text import plain_label, plain_tip
from desktop.base.theme import Look, Weight
from desktop.kit import text
from desktop.kit.labels import ShortLabel
from desktop.kit.text import Flowed, Run, Type, draw, flow, width_of

BODY, BOLD = Type(13), Type(17, Weight.SEMIBOLD)
TITLE = "Prepare re-engagement and dialogue"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    theme.load_fonts()


def lines(flowed: Flowed) -> list[str]:
    return [" ".join(piece.text for piece in line) for line in flowed.lines]


def test_a_text_breaks_between_words_and_no_line_is_wider_than_the_room() -> None:
    flowed = flow((Run(TITLE, BOLD),), 180)

    assert " ".join(lines(flowed)) == TITLE
    assert flowed.width <= 180 and not flowed.cut


def test_a_balanced_title_has_as_few_lines_and_evener_ones() -> None:
    plain, balanced = flow((Run(TITLE, BOLD),), 260), flow((Run(TITLE, BOLD),), 260, balanced=True)

    assert len(balanced.lines) == len(plain.lines) == 2
    assert balanced.width < plain.width


def test_what_is_cut_ends_in_an_ellipsis_after_a_whole_word() -> None:
    flowed = flow((Run(TITLE, BOLD),), 150, 1)

    (line,) = lines(flowed)
    assert flowed.cut and flowed.width <= 150
    assert line.removesuffix("…") in ("Prepare", "Prepare re-engagement")


def test_a_word_that_is_wider_than_the_room_is_cut_with_an_ellipsis() -> None:
    flowed = flow((Run("Donaudampfschifffahrtsgesellschaft", BOLD),), 100)

    assert lines(flowed)[0].endswith("…") and flowed.cut and flowed.width <= 100


def test_a_glued_code_never_stands_alone_on_a_line() -> None:
    width = round(width_of(TITLE, BOLD)) + 2

    flowed = flow((Run(TITLE, BOLD), Run("R7", BODY, glued=True)), width)

    assert lines(flowed)[-1] == "dialogue R7"


def test_a_line_that_the_text_begins_is_kept() -> None:
    assert lines(flow((Run("7 in full,\n3 on fewer", BODY),), 500)) == ["7 in full,", "3 on fewer"]


def painted(text: str) -> QImage:
    image = QImage(200, 20, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        draw(painter, flow((Run(text, BODY),), 200), 0, 0, Look("black", (("ink", "#000000"),)))
    return image


def test_a_name_from_right_to_left_stands_first_where_our_sentence_begins_with_it() -> None:
    name = "“صار هاري مواطنًا”"
    width = int(width_of(name, BODY)) - 2

    assert painted(f"{name} holds").copy(0, 0, width, 20) == painted(f"{name} hold").copy(0, 0, width, 20)


def test_nothing_takes_no_room() -> None:
    assert flow((Run("", BODY),), 100).height == 0


def test_a_tip_shows_markup_as_it_is_written() -> None:
    assert "<img" not in plain_tip("<img src=/dev/zero>")


def test_a_label_takes_no_markup(qapp: QApplication) -> None:
    label = plain_label("<b>bold</b>")

    assert label.textFormat().name == "PlainText"
    label.deleteLater()


@pytest.mark.parametrize(("width", "is_told"), [(400, True), (140, True), (60, False)])
def test_what_is_shortened_tells_what_it_is_or_is_left_to_the_tip(
    qtbot: QtBot, width: int, is_told: bool
) -> None:
    label = ShortLabel()
    qtbot.addWidget(label)
    label.resize(width, 30)

    label.show_whole(TITLE)

    assert bool(label.text()) is is_told
    assert TITLE in label.toolTip()


def test_a_word_longer_than_any_line_is_measured_a_few_times_until_it_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []

    def counted(word: str, kind: Type) -> float:
        measured.append(word)
        return width_of(word, kind)

    monkeypatch.setattr(text, "width_of", counted)

    flowed = flow((Run("W" * 9000, BODY),), 171, 2)

    assert flowed.cut and flowed.width <= 171
    assert len(measured) < 40 and max(map(len, measured)) < 400
