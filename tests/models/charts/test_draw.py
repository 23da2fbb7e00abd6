"""Every chart that a page may ask for is drawn."""

from models.charts.draw import DRAWN
from models.schema.page import Chart


def test_every_chart_has_what_draws_it() -> None:
    assert set(DRAWN) == set(Chart)
