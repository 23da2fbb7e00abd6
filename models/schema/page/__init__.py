"""A page: a title, a lead and blocks, the same value for the window, the room's screen, paper and files.

These are values of our own making, never read from a file, so they are plain frozen dataclasses: a page of four
hundred cells is described anew at every toggle. All texts are plain; nothing in them is ever markup.
A block, a column or a cell that is a control acts through an `Action`; the room and paper leave controls out.
"""

from models.schema.page.blocks import (
    Beside,
    Card,
    Cards,
    Chart,
    Choice,
    Count,
    Field,
    Fields,
    Figure,
    Form,
    Sentences,
    Stack,
)
from models.schema.page.lines import Block, Line, Option
from models.schema.page.maps import Map, MapNode, MapRule, Node, Tree, arguing
from models.schema.page.room import for_room
from models.schema.page.signs import Shape, Sign, Tone, Weight
from models.schema.page.tables import (
    BarCell,
    ButtonsCell,
    Cell,
    ChipsCell,
    Column,
    Dot,
    Entry,
    EntryCell,
    LanesCell,
    OptionsCell,
    Row,
    SignCell,
    SpreadCell,
    Table,
    TextCell,
    Width,
)
from models.schema.page.whole import Page, Tile

__all__ = [
    "BarCell",
    "Beside",
    "Block",
    "ButtonsCell",
    "Card",
    "Cards",
    "Cell",
    "Chart",
    "ChipsCell",
    "Choice",
    "Column",
    "Count",
    "Dot",
    "Entry",
    "EntryCell",
    "Field",
    "Fields",
    "Figure",
    "Form",
    "LanesCell",
    "Line",
    "Map",
    "MapNode",
    "MapRule",
    "Node",
    "Option",
    "OptionsCell",
    "Page",
    "Row",
    "Sentences",
    "Shape",
    "Sign",
    "SignCell",
    "SpreadCell",
    "Stack",
    "Table",
    "TextCell",
    "Tile",
    "Tone",
    "Tree",
    "Weight",
    "Width",
    "arguing",
    "for_room",
]
