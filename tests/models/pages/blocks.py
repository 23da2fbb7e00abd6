"""Pages taken apart for their tests."""

from models.schema.page import Beside, Block, Page, Stack, Table


def blocks_of(blocks: tuple[Block, ...]) -> list[Block]:
    """All blocks, at whatever depth, in reading order."""
    found: list[Block] = []
    for block in blocks:
        found += blocks_of(block.blocks) if isinstance(block, (Beside, Stack)) else [block]
    return found


def table_of(page: Page, identifier: str) -> Table:
    """The table of this id."""
    return next(b for b in blocks_of(page.blocks) if isinstance(b, Table) and b.id == identifier)
