"""The colours of charts and paper."""

import pytest

from models.charts.palette import Palette, Theme, palette
from models.language.states import sign
from models.schema.grades import Verdict
from tests.contrast import contrast


def test_light_and_dark_differ() -> None:
    assert palette("light") != palette("dark")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_can_be_read_on_its_own_tint(theme: Theme, verdict: Verdict) -> None:
    colours, tone = palette(theme), sign(verdict).tone.value

    assert contrast(getattr(colours, tone), getattr(colours, f"{tone}_soft")) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_can_be_read_on_the_panel(theme: Theme) -> None:
    colours: Palette = palette(theme)

    assert (
        min(contrast(ink, colours.panel) for ink in (colours.ink, colours.ink_soft, colours.ink_faint)) >= 4.5
    )
