"""The stress test of a sheet: the narrative's matrix as pictures, each with its words."""

from dataclasses import replace

from models.charts.palette import Shape, palette, shape
from models.charts.stress import (
    StressColumn,
    StressKey,
    StressPicture,
    StressRow,
    columns_that_fit,
    stress_figure,
)
from models.charts.style import svg_bytes
from models.language.matrix import Matrix
from models.language.sheet_changes import stress_in_words
from models.language.stress_words import SET_TO

MOST_ROWS = 48
SHAPE_WORDS: dict[Shape, str] = {
    "disc": "holds",
    "diamond": "holds on fewer grounds",
    "ring": "open",
    "triangle": "does not hold",
}
SAME = "nothing changes"
NEVER = "can never decide"


def stress_charts(matrix: Matrix, width: float) -> list[dict[str, str]]:
    """The matrix in parts that fit on a page so many points wide, each as SVG with its alternative text."""
    picture = _picture(matrix)
    most = columns_that_fit(picture, width)
    parts = -(-len(matrix.columns) // most)
    most = -(-len(matrix.columns) // parts)
    return [
        _chart(_part(matrix, top, start, most), width)
        for top in range(0, len(matrix.rows), MOST_ROWS)
        for start in range(0, len(matrix.columns), most)
    ]


def _chart(matrix: Matrix, width: float) -> dict[str, str]:
    figure = stress_figure(_picture(matrix), palette("light"), width)
    return {"svg": svg_bytes(figure).decode(), "alt": stress_in_words(matrix)}


def _part(matrix: Matrix, top: int, start: int, most: int) -> Matrix:
    """So many columns of the matrix, of as many rows as a page holds."""
    columns = slice(start, start + most)
    rows = tuple(replace(row, cells=row.cells[columns]) for row in matrix.rows[top : top + MOST_ROWS])
    return replace(matrix, columns=matrix.columns[columns], rows=rows)


def _picture(matrix: Matrix) -> StressPicture:
    return StressPicture(
        columns=tuple(
            StressColumn(code=column.code, to=column.to, never=column.never) for column in matrix.columns
        ),
        rows=tuple(
            StressRow(
                code=row.code,
                title=row.title,
                now=row.verdict,
                after=tuple(cell.verdict if cell.changed else None for cell in row.cells),
            )
            for row in matrix.rows
        ),
        key=_key(matrix),
    )


def _key(matrix: Matrix) -> tuple[StressKey, ...]:
    """Words for the marks that occur."""
    seen = {row.verdict for row in matrix.rows}
    seen |= {cell.verdict for row in matrix.rows for cell in row.cells if cell.changed and cell.verdict}
    shapes = {shape(verdict) for verdict in seen}
    key = [StressKey(mark=name, text=word) for name, word in SHAPE_WORDS.items() if name in shapes]
    key.append(StressKey(mark="same", text=SAME))
    if any(column.never for column in matrix.columns):
        key.append(StressKey(mark="never", text=NEVER))
    to = {column.to for column in matrix.columns}
    return (*key, *(StressKey(mark=stance, text=word) for stance, word in SET_TO.items() if stance in to))
