"""What a cell says in words: for those who hear it, for the clipboard, and for tips."""

from typing import assert_never

from models.pages.parts import dot_words, plain_cell, sides_of
from models.schema.page import (
    BarCell,
    ButtonsCell,
    Cell,
    ChipsCell,
    EntryCell,
    LanesCell,
    OptionsCell,
    SignCell,
    SpreadCell,
    Table,
    TextCell,
)


def words_of(cell: Cell) -> str:
    """All that a cell says, in one line."""
    match cell:
        case TextCell():
            sign = cell.sign.word if cell.sign is not None else ""
            return ", ".join(
                filter(None, (" ".join(filter(None, (cell.text, cell.code))), sign, cell.detail))
            )
        case SignCell():
            signs = (cell.before, cell.sign)
            return " → ".join(sign.word for sign in signs if sign is not None and sign.word)
        case BarCell():
            return cell.text
        case SpreadCell():
            return ", ".join(filter(None, (cell.text, cell.note)))
        case LanesCell():
            return "; ".join(f"{side}: {', '.join(map(dot_words, dots))}" for side, dots in sides_of(cell))
        case ChipsCell():
            chips = (", ".join(filter(None, (chip.text, _word(chip)))) for chip in cell.chips)
            return "; ".join(chips)
        case OptionsCell():
            return next((option.text or option.tip for option in cell.options if option.chosen), "")
        case ButtonsCell():
            return ", ".join(button.text or button.tip for button in cell.buttons)
        case EntryCell():
            return cell.text
        case _:
            assert_never(cell)


def copied(table: Table) -> str:
    """A table as tab-separated text that no spreadsheet takes for a formula."""
    heads = (" ".join(filter(None, (column.title, column.code))) for column in table.columns)
    rows = [tuple(heads), *(tuple(words_of(cell) for cell in row.cells) for row in table.rows)]
    return "\n".join("\t".join(map(plain_cell, row)) for row in rows)


def _word(chip: object) -> str:
    sign = getattr(chip, "sign", None)
    return sign.word if sign is not None else ""
