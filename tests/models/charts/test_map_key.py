"""The key of the printed map: no two kinds of line look alike in it."""

import re
from dataclasses import replace

from models.charts.map_drawing import map_svg
from models.charts.palette import palette
from models.pages.map_block import map_block
from tests.states import snapshot, state


def test_an_objection_is_told_from_an_argument_in_black_and_white() -> None:
    base = state()
    counted = replace(base, scenario=replace(base.scenario, added=True))
    svg = map_svg(map_block(snapshot(counted, analysed=False)), 780, 500, palette("light")).decode()

    marks = [
        len(re.findall("<path", svg[svg.rindex(f">{before}<") : svg.rindex(f">{told}<")]))
        for before, told in (("argument", "may apply"), ("does not apply", "objection"))
    ]

    assert marks == [1, 2]
