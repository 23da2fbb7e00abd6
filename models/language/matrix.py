"""The values of the stress test's matrix, the same for screen, clipboard and paper."""

from enum import StrEnum

from models.schema.analysis import Share
from models.schema.case import Stance, Verdict
from models.schema.value import Answer


class Outlook(StrEnum):
    """What the matrix is asked: about changes of the scenario, or about all settings."""

    HERE = "here"
    EVERYWHERE = "everywhere"


class Order(StrEnum):
    """How rows and columns are sorted."""

    LOAD = "load"
    CASE = "case"


class MatrixColumn(Answer):
    """An assumption that is changed; without an id, the column of shares over all settings.

    `to` is the stance it gets and `wish` the words that ask for it, empty where it has that stance already.
    In `count` rows something differs; what can `never` decide about a recommendation is greyed.
    """

    id: str
    code: str
    title: str
    to: Stance | None = None
    wish: str = ""
    count: int = 0
    never: bool = False
    spoken: str


class MatrixCell(Answer):
    """One cell; `effect` runs from -5 (never any more) over 0 (no difference) to 5 (always)."""

    text: str = ""
    changed: bool = False
    verdict: Verdict | None = None
    share: Share | None = None
    effect: int = 0


class MatrixRow(Answer):
    """A recommendation with its present verdict and a cell for each column."""

    id: str
    code: str
    title: str
    verdict: Verdict
    spoken: str
    cells: tuple[MatrixCell, ...]


class KeyEntry(Answer):
    """What a shape or a colour of the matrix means; a remark has neither."""

    text: str
    verdict: Verdict | None = None
    stance: Stance | None = None
    effect: int | None = None


class Matrix(Answer):
    """The whole stress test: a question, its answer in a line, and a cell for every pair."""

    outlook: Outlook
    title: str
    line: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    key: tuple[KeyEntry, ...]


def first_change(matrix: Matrix, row: str) -> str:
    """The assumption of the first cell in a row in which something differs; empty if nothing does."""
    cells = next(item.cells for item in matrix.rows if item.id == row)
    both = zip(matrix.columns, cells, strict=True)
    return next((column.id for column, cell in both if cell.changed), "")
