"""What the room sees of a snapshot: the page that it keeps or follows, the spotlight, or nothing but the title."""

from dataclasses import dataclass, replace

from models.language.messages import message
from models.language.tabs import PAGE_NAMES
from models.pages.page import room_page
from models.pages.spotlight_page import spotlight_page
from models.pages.strip import tiles
from models.schema.page import Cards, Page, Tile, for_room
from models.schema.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One screen of the room: without a page it is blank."""

    case: str
    title: str = ""
    page: Page | None = None
    tiles: tuple[Tile, ...] = ()


def shown(snapshot: Snapshot) -> Shown:
    """The room's screen, of a snapshot that is public; the board shows every verdict itself and needs no strip."""
    room, case = snapshot.room, snapshot.case.title
    if room.blank:
        return Shown(case=case)
    seen = snapshot if room.kept is None else replace(snapshot, view=room.kept)
    page = for_room(spotlight_page(snapshot)) if room.spotlight else room_page(seen)
    board = any(isinstance(block, Cards) for block in page.blocks)
    strip = () if board else tuple(replace(tile, action=None, picked=False) for tile in tiles(seen))
    title = "" if room.spotlight else message(PAGE_NAMES[seen.view.page])
    return Shown(case=case, title=title, page=page, tiles=strip)
