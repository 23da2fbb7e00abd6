"""What is new in a table since it was last shown: other places, other lengths, or only other signs in them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from models.schema.page import Cell, ChipsCell, Line, Row, SignCell, Table


def same_places(one: Table, other: Table) -> bool:
    """Whether the rows and columns are the same, whatever stands in them."""
    columns = [column.id for column in one.columns] == [column.id for column in other.columns]
    return columns and [row.id for row in one.rows] == [row.id for row in other.rows]


def same_lengths(one: Table, other: Table) -> bool:
    """Whether nothing has to be measured again, because at most signs and what is picked differ."""
    if replace(one, rows=()) != replace(other, rows=()) or not same_places(one, other):
        return False
    return all(
        row.large == now.large and row.section == now.section and all(map(_same_length, row.cells, now.cells))
        for row, now in zip(one.rows, other.rows, strict=True)
    )


def with_known_rows(block: Table, before: Table) -> Table:
    """The block with the very rows of before where they are equal, so that they need not be measured again."""
    known = {row.id: row for row in before.rows}
    rows = ((row, known.get(row.id)) for row in block.rows)
    return replace(block, rows=tuple(old if old is not None and old == row else row for row, old in rows))


def changed_rows(one: Table, other: Table) -> dict[str, Row]:
    """The rows as they were whose cells have changed, by their ids."""
    pairs = zip(one.rows, other.rows, strict=False)
    return {row.id: row for row, now in pairs if row.cells != now.cells}


def _same_length(one: Cell, other: Cell) -> bool:
    if isinstance(one, SignCell) and isinstance(other, SignCell):
        worded = one.words or other.words
        return not worded and (one.before is None) == (other.before is None) and _blank(one) == _blank(other)
    if isinstance(one, ChipsCell) and isinstance(other, ChipsCell):
        return (one.more, *map(_pill, one.chips)) == (other.more, *map(_pill, other.chips))
    return one == other


def _pill(chip: Line) -> tuple[str, bool]:
    """What makes a pill as wide as it is."""
    return chip.text, chip.sign is None


def _blank(cell: SignCell) -> bool:
    return cell.sign is None and not cell.ground


def held_back(rows: Iterable[Row], held: Collection[str], past: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows, those that are held back with their cells of before."""
    return tuple(
        replace(row, cells=past[row.id].cells) if row.id in held and row.id in past else row for row in rows
    )
