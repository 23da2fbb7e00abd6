"""Tables: rows of typed cells under declared columns."""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from models.schema.action import Action
from models.schema.grades import is_split
from models.schema.page.signs import Block, Line, Option, Sign, Tone, Weight
from models.schema.value import Answer


class Width(StrEnum):
    """How wide a column is: as its widest cell, an equal share of what is left, or no more than a sign needs."""

    FIT = "fit"
    STRETCH = "stretch"
    SIGN = "sign"


class Column(Answer):
    """One declared column; a `control` is left out in the room and on paper. `slanted` names stand over the column.

    The `legend` of lanes names the ring of votes around a disc, and a hollow disc; an empty word is not told.
    """

    id: str
    title: str = ""
    code: str = ""
    width: Width = Width.FIT
    slanted: bool = False
    right: bool = False
    control: bool = False
    private: bool = False
    tone: Tone | None = None
    sign: Sign | None = None
    tip: str = ""
    action: Action | None = None
    legend: tuple[str, str] = ("", "")


class TextCell(Answer):
    """Words: a name before its code, with what else is said beneath; `short` takes its place where room is short."""

    text: str
    code: str = ""
    detail: str = ""
    short: str = ""
    sign: Sign | None = None
    weight: Weight = Weight.NORMAL
    tone: Tone | None = None
    struck: bool = False
    lines: int = 1
    tip: str = ""


class SignCell(Answer):
    """A state; `before` stands before it with an arrow, `ground` lays its soft colour under it, `words` spells it."""

    sign: Sign | None = None
    before: Sign | None = None
    ground: bool = False
    words: bool = False
    tip: str = ""


class BarCell(Answer):
    """A part of a whole from 0 to 1, with the words for it; None where there is no figure.

    One with an `action` is slid: the action is `filled` with where it is let go of, or with None to take that back.
    """

    value: float | None
    text: str
    tone: Tone = Tone.BRAND
    tip: str = ""
    action: Action | None = None


class SpreadCell(Answer):
    """A range from `low` to `high` within 0 to 1; `note` says what would narrow it. None where nothing is known."""

    low: float | None
    high: float | None
    text: str
    note: str = ""
    tip: str = ""


class Dot(Answer):
    """One group in a lane: a letter in a disc, its name where there is room, a small tally bar if it voted on paper.

    `lane` is the index of the stance, and the middle one where the votes are split; `came_from` is the lane it was
    in the round before, drawn as a ghost and an arrow.
    """

    letter: str
    name: str
    lane: int
    tally: tuple[int, int, int] | None = None
    came_from: int | None = None
    tip: str = ""

    @property
    def is_divided(self) -> bool:
        """Whether the people of a group that voted are not of one mind."""
        return self.tally is not None and len([votes for votes in self.tally if votes]) > 1

    @property
    def is_split(self) -> bool:
        """Whether it voted, and no lane has more than half of the votes."""
        return self.tally is not None and is_split(self.tally)


class LanesCell(Answer):
    """Groups as dots in side-by-side lanes, each on the soft ground of its sign."""

    lanes: tuple[Sign, ...]
    dots: tuple[Dot, ...]
    tip: str = ""


class ChipsCell(Answer):
    """Names with their signs, as pills that wrap in a large row; in a small row the first, "and 3 more"."""

    chips: tuple[Line, ...]
    more: str = ""
    tip: str = ""


class OptionsCell(Answer):
    """A choice of one in a row of words; `wanting` draws attention where nothing is chosen."""

    options: tuple[Option, ...]
    wanting: bool = False
    tip: str = ""


class ButtonsCell(Answer):
    """Buttons, such as "Try"."""

    buttons: tuple[Option, ...]


class Entry(StrEnum):
    """What is typed in; `models.language.typed` says what value the action is filled with for each.

    A wrapping text is one line of words that is shown in a few where its column is narrow.
    """

    TEXT = "text"
    WRAPPING = "wrapping"
    LONG_TEXT = "long-text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"

    @property
    def wraps(self) -> bool:
        """Whether it may be shown in more lines than one."""
        return self in (Entry.WRAPPING, Entry.LONG_TEXT)


class EntryCell(Answer):
    """Something typed in: its present words, and the action that is `filled` with what is typed.

    In the room it is a text, unless the column is private.
    """

    text: str
    action: Action
    kind: Entry = Entry.TEXT
    hint: str = ""
    label: str = ""
    day: date | None = None


Cell: TypeAlias = (
    TextCell | SignCell | BarCell | SpreadCell | LanesCell | ChipsCell | OptionsCell | ButtonsCell | EntryCell
)


class Row(Answer):
    """One row under its id. `section` heads a new section where it is set; `large` rows get room for detail.

    A `folded` row stands in one line with its neighbours until it is unfolded; `action` is what picking it does.
    """

    id: str
    cells: tuple[Cell, ...]
    section: str = ""
    large: bool = False
    picked: bool = False
    moved: bool = False
    faint: bool = False
    private: bool = False
    spoken: str = ""
    action: Action | None = None


class Table(Block):
    """Rows under declared columns, with the key to the signs in it and a line beneath."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[Sign, ...] = ()
    note: str = ""
    empty: str = ""
