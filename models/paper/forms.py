"""Kinds of block that only paper has: boxes to tick, lines to write on, words for a wall, and drawings."""

from models.schema.page import Block
from models.schema.value import Answer


class BoxRow(Answer):
    """One line of a ballot; `section` heads a new section where it is set."""

    name: str
    code: str = ""
    note: str = ""
    section: str = ""
    strong: bool = False


class Boxes(Block):
    """A box to tick, or to write a number in, under every column for every row."""

    columns: tuple[str, ...]
    rows: tuple[BoxRow, ...]


class Blanks(Block):
    """Names of things to fill in beside one another, each with a line to write on and its share of the width.

    What is known already stands on the line.
    """

    names: tuple[str, ...]
    shares: tuple[int, ...]
    known: tuple[str, ...] = ()


class Lines(Block):
    """A question with lines to write the answer on."""

    question: str
    hint: str = ""
    number: int = 3


class Point(Answer):
    """Something to talk about: a name with its code, and what to ask of it."""

    name: str
    code: str = ""
    texts: tuple[str, ...] = ()


class Poster(Block):
    """Few words, as large as the page takes them; `points` stand below, to be read at a table."""

    kicker: str
    title: str
    text: str = ""
    foot: str = ""
    points: tuple[Point, ...] = ()


class Drawing(Block):
    """A drawing that fills what is left of the page, with the same in words."""

    svg: str
    alternative: str
