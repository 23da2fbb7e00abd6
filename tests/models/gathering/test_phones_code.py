"""The code on the room's screen leads a camera to the address."""

import numpy as np
import zxingcpp
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from models.charts.code import draw_code
from models.charts.palette import palette
from models.gathering.phones.page import code_of

ADDRESS = "http://192.168.178.120:8080/a1b2c3d4e5/"


def test_a_reader_finds_the_address_in_the_code_as_it_is_drawn() -> None:
    for scheme in ("light", "dark"):
        canvas = FigureCanvasAgg(Figure(figsize=(4.5, 2.4), dpi=96))
        draw_code(canvas.figure, code_of("http://10.0.0.1/other/"), palette(scheme))
        draw_code(canvas.figure, code_of(ADDRESS), palette(scheme))
        canvas.draw()  # type: ignore[no-untyped-call]

        picture = np.asarray(canvas.buffer_rgba())[..., :3]  # type: ignore[no-untyped-call]
        found = zxingcpp.read_barcodes(np.ascontiguousarray(picture))

        assert [item.text for item in found] == [ADDRESS]
