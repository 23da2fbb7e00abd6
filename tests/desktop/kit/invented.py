"""Pages that are made up to test with, and what is read on them."""

from dataclasses import replace

from desktop.kit.page_view import PageView
from models.schema.action import look
from models.schema.page import (
    Choice,
    Column,
    Line,
    Option,
    Page,
    Row,
    Sentences,
    Table,
    TextCell,
    Tone,
)


def sentences(name: str, number: int = 1) -> Sentences:
    lines = tuple(Line(text=f"Line {place} of {name}, with some words to fill it") for place in range(number))
    return Sentences(id=name, heading=f"Heading of {name}", lines=lines)


PAGE = Page(
    name="page",
    title="A whole sentence that is the title of a page and goes on for long",
    lead=(Line(text="because somebody said so"),),
    tools=(
        Choice(id="tool", label="Tool", options=(Option(text="One", action=look(model="one"), chosen=True),)),
    ),
    blocks=(sentences("first", 2), sentences("second", 3)),
    caption=(Line(text="If it fails:", tone=Tone.BAD), Line(text="nothing is left")),
)


def long_page(rows: int) -> Page:
    cells = (TextCell(text="Some words"),)
    table = Table(
        id="long",
        columns=(Column(id="name"),),
        rows=tuple(Row(id=f"row-{place}", cells=cells) for place in range(rows)),
    )
    return replace(PAGE, name="long", title="Another title", caption=(), blocks=(table,))


def texts(view: PageView) -> list[str]:
    return [box.text for box in view.text_boxes()]
