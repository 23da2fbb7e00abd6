"""A whole page, and a tile of the strip that stands under every page."""

from collections.abc import Callable

from models.schema.action import Action
from models.schema.page.blocks import Choice
from models.schema.page.lines import Block, Line
from models.schema.page.signs import Sign
from models.schema.value import Answer


class Page(Answer):
    """One page: its title (a whole sentence), what stands under it, the choices at its right, and its blocks.

    `caption` is the one sentence that forty people read first; without one the title serves. A `large` page is set in
    the largest type in which all of it is seen. `progress` is the part of a walk that is behind it. `text` is the page
    as tab-separated text for the clipboard, made when it is asked for.
    """

    name: str
    title: str
    lead: tuple[Line, ...] = ()
    tools: tuple[Choice, ...] = ()
    blocks: tuple[Block, ...] = ()
    caption: tuple[Line, ...] = ()
    large: bool = False
    progress: float | None = None
    text: Callable[[], str] | None = None


class Tile(Answer):
    """One tile of the verdict strip: what it is, the ghost of what it was before the last change, its name.

    `short` stands where the tile has no room for it.
    """

    id: str
    code: str
    name: str
    short: str
    sign: Sign
    before: Sign | None = None
    moved: bool = False
    picked: bool = False
    spoken: str = ""
    action: Action | None = None
