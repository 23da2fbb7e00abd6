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
    Map,
    MapNode,
    MapRule,
    Node,
    Sentences,
    Stack,
    Tree,
    arguing,
)
from models.schema.page.room import Page, Tile, for_room
from models.schema.page.signs import Block, Line, Option, Shape, Sign, Tone, Weight, soft
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
