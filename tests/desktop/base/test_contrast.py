"""Colours that are read, or that show where a control ends, differ enough from their grounds (WCAG 1.4.3, 1.4.11)."""

import tomllib

import pytest

from resources import ROOT
from tests.contrast import contrast

INKS = ("ink", "ink_soft", "ink_faint", "brand", "good", "warn", "open", "bad", "added")
GROUNDS = ("panel", "ground", "track", "brand_soft")


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest) -> dict[str, str]:
    with (ROOT / "styles" / "tokens.toml").open("rb") as file:
        found: dict[str, str] = tomllib.load(file)[request.param]
    return found


def _low(colours: dict[str, str], pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str], float]:
    measured = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    return {pair: value for pair, value in measured.items() if value < least}


def test_every_ink_can_be_read_on_every_ground(colours: dict[str, str]) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(tone, f"{tone}_soft") for tone in ("good", "warn", "open", "bad", "added")]
    pairs += [("on_brand", "brand")]

    assert _low(colours, pairs, 4.5) == {}


def test_the_edge_of_a_control_and_the_ring_of_the_keyboard_are_seen(colours: dict[str, str]) -> None:
    grounds = [name for name in colours if name.endswith("_soft") and name != "ink_soft"]
    pairs = [("edge", "panel"), ("edge", "ground")]
    pairs += [("brand", ground) for ground in (*GROUNDS, *grounds)]

    assert _low(colours, pairs, 3) == {}
