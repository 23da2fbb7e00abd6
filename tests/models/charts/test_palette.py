"""The colours of charts and paper."""

import pytest

from models.charts.palette import Palette, Theme, palette
from models.language.states import sign
from models.schema.case import Verdict


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_light_and_dark_differ() -> None:
    assert palette("light") != palette("dark")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_can_be_read_on_its_own_tint(theme: Theme, verdict: Verdict) -> None:
    colours, tone = palette(theme), sign(verdict).tone.value

    assert _contrast(getattr(colours, tone), getattr(colours, f"{tone}_soft")) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_can_be_read_on_the_panel(theme: Theme) -> None:
    colours: Palette = palette(theme)

    assert (
        min(_contrast(ink, colours.panel) for ink in (colours.ink, colours.ink_soft, colours.ink_faint))
        >= 4.5
    )
