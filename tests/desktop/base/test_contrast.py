"""Colours that are read, or that show where a control ends, differ enough from their grounds (WCAG 1.4.3, 1.4.11)."""

import tomllib

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.base import theme
from resources import ROOT
from tests.contrast import contrast

INKS = ("ink", "ink_soft", "ink_faint", "brand", "good", "warn", "open", "bad", "added")


@pytest.fixture(params=["light", "dark", "light-contrast", "dark-contrast"])
def scheme(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme; high contrast makes some of them stronger."""
    with (ROOT / "styles" / "tokens.toml").open("rb") as file:
        found: dict[str, dict[str, str]] = tomllib.load(file)
    return {**found[scheme.partition("-")[0]], **found[scheme]}


@pytest.fixture
def grounds(colours: dict[str, str]) -> list[str]:
    """All that something may stand on."""
    tints = [name for name in colours if name.endswith("_soft") and name != "ink_soft"]
    return ["panel", "ground", "track", *tints]


def _low(colours: dict[str, str], pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    measured = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    return {pair: value for pair, value in measured.items() if value < least}


def test_every_ink_can_be_read_on_every_ground(
    scheme: str, colours: dict[str, str], grounds: list[str]
) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in grounds] + [("on_brand", "brand")]

    assert len(grounds) == 9
    assert _low(colours, pairs, 7 if scheme.endswith("contrast") else 4.5) == {}


def test_the_edge_of_a_control_and_the_ring_of_the_keyboard_are_seen(
    colours: dict[str, str], grounds: list[str]
) -> None:
    assert _low(colours, [(line, ground) for line in ("edge", "brand") for ground in grounds], 3) == {}


@pytest.mark.parametrize("wished", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("kind", [QComboBox, QLineEdit, QPlainTextEdit, QPushButton])
def test_an_edge_is_painted_in_a_colour_that_is_seen(
    kind: type[QWidget], wished: theme.Scheme, qtbot: QtBot, qapp: QApplication, dressed: None
) -> None:
    theme.wear(qapp, theme.resolve(wished, 100))
    around, part = QWidget(), kind()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(part)
    around.show()

    painted, middle = around.grab().toImage(), part.geometry().center().y()
    across = [painted.pixelColor(part.x() + at, middle).name() for at in range(-2, 5)]

    most = max(min(contrast(one, across[0]), contrast(one, across[-1])) for one in across)
    assert most >= 3
