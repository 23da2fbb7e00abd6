"""The kinds of cells: how each is painted, how wide and high it wants to be, when it is cut, and its words."""

from typing import assert_never

from PySide6.QtCore import QRectF

from desktop.kit.cells import chips, controls, figures, lanes, text
from desktop.kit.cells.face import Canvas, Face
from desktop.kit.cells.lane_painting import paint as paint_lanes
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

ROW, CONTROL_ROW, LANES_ROW, LARGE_ROW = 23, 27, 37, 124
"""How high rows are at least, in unscaled pixels: plain, with controls, with lanes, large."""
LEAST_SIGN, LEAST_BAR, LEAST_WORDS, LEAST_FIELD = 20, 28, 96, 84


def paint_cell(canvas: Canvas, box: QRectF, cell: Cell, face: Face, under: int = -1) -> None:
    """Paint one cell into its box; `under` is the button that the pointer or the keyboard is on."""
    match cell:
        case SignCell():
            figures.paint_sign(canvas, box, cell, face)
        case TextCell():
            text.paint(canvas, box, cell, face)
        case BarCell():
            figures.paint_bar(canvas, box, cell, face)
        case SpreadCell():
            figures.paint_spread(canvas, box, cell, face)
        case LanesCell():
            paint_lanes(canvas, box, cell, face)
        case ChipsCell():
            chips.paint(canvas, box, cell, face)
        case OptionsCell():
            controls.paint_options(canvas, box, cell, face)
        case ButtonsCell():
            controls.paint_buttons(canvas, box, cell, face, under)
        case EntryCell():
            controls.paint_entry(canvas, box, cell, face)
        case _:
            assert_never(cell)


def natural_width(cell: Cell, face: Face) -> float:
    match cell:
        case SignCell():
            return figures.sign_width(cell, face)
        case TextCell():
            return text.natural(cell, face)
        case BarCell() | SpreadCell():
            return figures.figure_width(cell, face)
        case LanesCell():
            return lanes.natural(cell, face)
        case ChipsCell():
            return chips.natural(cell, face)
        case OptionsCell() | ButtonsCell():
            return controls.controls_width(cell, face)
        case EntryCell():
            return controls.entry_width(cell, face)
        case _:
            assert_never(cell)


def least_width(cell: Cell, face: Face) -> float:
    match cell:
        case SignCell():
            return figures.sign_width(cell, face) if cell.words else face.px(LEAST_SIGN)
        case BarCell() | SpreadCell():
            words, _ = figures.word_widths(cell, face)
            return words + face.px(LEAST_BAR + 24)
        case LanesCell():
            return lanes.least(cell, face)
        case OptionsCell():
            return controls.least_width(cell, face)
        case ButtonsCell():
            return controls.controls_width(cell, face)
        case TextCell():
            return text.least(cell, face)
        case ChipsCell():
            return max(chips.least(cell, face), min(natural_width(cell, face), face.px(LEAST_WORDS)))
        case EntryCell():
            return min(natural_width(cell, face), face.px(LEAST_FIELD))
        case _:
            assert_never(cell)


def needed_height(cell: Cell, face: Face, width: float) -> int:
    match cell:
        case TextCell():
            return text.height(cell, face, width)
        case ChipsCell():
            return chips.height(cell, face, width)
        case LanesCell():
            return face.px(LANES_ROW)
        case EntryCell():
            return controls.entry_height(cell, face, width)
        case OptionsCell() | ButtonsCell():
            return face.px(CONTROL_ROW)
        case SignCell() | BarCell() | SpreadCell():
            return face.px(ROW)
        case _:
            assert_never(cell)


def is_cut(cell: Cell, face: Face, box: QRectF) -> bool:
    """Whether something of a cell is left out in its box, so that a tip has to say it."""
    match cell:
        case TextCell():
            return text.is_cut(cell, face, box)
        case ChipsCell():
            return chips.is_cut(cell, face, box)
        case EntryCell() | BarCell() | SpreadCell():
            return natural_width(cell, face) > box.width()
        case _:
            return False


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
