"""The look of the window: its colours where the desktop asks for high contrast, and menus of choices."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop.base import theme
from desktop.base.theme import Scheme, resolve

SCHEMES = (Scheme.LIGHT, Scheme.DARK)
INKS = ("ink", "ink_soft", "ink_faint", "brand", "good", "warn", "open", "bad", "added")
TINTED = ("brand", "good", "warn", "open", "bad", "added")


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_seven_to_one_where_the_desktop_asks_for_contrast(
    scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)

    look = resolve(scheme, 100)

    pairs = [(ink, ground) for ink in INKS for ground in ("ground", "panel", "track")]
    pairs += [(tone, f"{tone}_soft") for tone in TINTED] + [("on_brand", "brand")]
    faint = {pair for pair in pairs if _contrast(look.colour(pair[0]), look.colour(pair[1])) < 7}
    assert faint == set()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_lines_stand_out_three_to_one_where_the_desktop_asks_for_contrast(
    scheme: Scheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)

    look = resolve(scheme, 100)

    for line in ("line", "line_strong", "edge"):
        assert _contrast(look.colour(line), look.colour("panel")) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_are_as_ever_where_nobody_asks(scheme: Scheme, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = resolve(scheme, 100)

    monkeypatch.setattr(theme, "wants_contrast", lambda: True)

    assert resolve(scheme, 100) != plain


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("number", [3, 4])
def test_the_last_of_a_few_choices_is_shown_whole(number: int, qtbot: QtBot, qapp: QApplication) -> None:
    theme.wear(qapp, resolve(Scheme.LIGHT, 100))
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"Choice {each}" for each in range(number)])
    box.show()

    box.showPopup()

    view = box.view()
    assert view.viewport().rect().contains(view.visualRect(view.model().index(number - 1, 0)))
