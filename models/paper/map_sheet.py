"""The argument map on one landscape page."""

from models.charts.map_drawing import map_svg
from models.charts.palette import palette
from models.language.headline import headline
from models.language.messages import message
from models.language.words import listed
from models.pages.map_block import map_block
from models.paper.document import Document, Part
from models.paper.forms import Drawing
from models.paper.margins import sheet_subtitle
from models.paper.pack.wish import Wish, sheet
from models.schema.page import Line, Page, Weight

ROOM = {"a4": (750.0, 430.0), "a3": (1100.0, 680.0)}
"""The width and height that the page leaves for the map, in points."""


def map_sheets(wish: Wish) -> tuple[Document, ...]:
    """The map as it stands, under its headline."""
    snapshot = wish.snapshot
    block = map_block(snapshot)
    line = f"{snapshot.case.title}: {listed(block.headings)}."
    drawing = Drawing(
        id="map",
        svg=map_svg(block, *ROOM["a3" if wish.paper == "a3" else "a4"], palette("light")).decode(),
        alternative=f"{headline(snapshot)}. {line}",
    )
    under = f"{line} {sheet_subtitle(snapshot)}".strip()
    page = Page(name="map", title="", lead=(Line(text=under, weight=Weight.SOFT),), blocks=(drawing,))
    return (
        sheet(
            wish,
            message("Argument map"),
            title=f"{headline(snapshot)}.",
            landscape=True,
            parts=(Part(page=page),),
        ),
    )
