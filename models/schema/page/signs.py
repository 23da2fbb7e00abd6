"""What a page is drawn with in every rendering: signs, tones and weights, lines, options, and what all blocks have."""

from enum import StrEnum

from models.schema.action import Action
from models.schema.value import Answer


class Shape(StrEnum):
    """The signs of states; a state is never told by colour alone."""

    TICK_DISC = "tick-disc"
    DIAMOND = "diamond"
    QUESTION_DISC = "question-disc"
    MINUS_DISC = "minus-disc"
    TRIANGLE = "triangle"
    FALLEN_TRIANGLE = "fallen-triangle"
    SQUARE = "square"
    CROSS_DISC = "cross-disc"
    HALF_DISC = "half-disc"
    EMPTY_DISC = "empty-disc"
    SLASHED_DISC = "slashed-disc"
    TICK = "tick"
    CROSS = "cross"
    QUESTION = "question"
    CHAIN = "chain"
    RING = "ring"
    TWO_RINGS = "two-rings"
    DOT = "dot"
    FLAG = "flag"
    FLAG_OUTLINE = "flag-outline"
    LOOP = "loop"
    SOLID_LINE = "solid-line"
    DASHED_LINE = "dashed-line"
    DOTTED_LINE = "dotted-line"
    PLUS = "plus"


class Tone(StrEnum):
    """The names of colours in `resources/styles/tokens.toml`; a `_soft` companion exists where a ground is wanted."""

    GOOD = "good"
    WARN = "warn"
    OPEN = "open"
    BAD = "bad"
    ADDED = "added"
    BRAND = "brand"
    INK = "ink"
    SOFT = "ink_soft"
    FAINT = "ink_faint"


class Sign(Answer, kw_only=False):
    """The look of a state: a shape, a tone, and the word that says the same; `short` where there is little room."""

    shape: Shape
    tone: Tone
    word: str = ""
    short: str = ""


class Weight(StrEnum):
    """How much a line of text asks to be read."""

    CLOCK = "clock"
    CAPTION = "caption"
    TITLE = "title"
    STRONG = "strong"
    NORMAL = "normal"
    SOFT = "soft"
    FAINT = "faint"


class Option(Answer):
    """One way to choose: what it is called, what choosing it does, and whether it is chosen.

    `icon` names a file in `resources/icons`; `tip` says more.
    """

    text: str
    action: Action
    chosen: bool = False
    sign: Sign | None = None
    icon: str = ""
    tip: str = ""
    enabled: bool = True


class Line(Answer):
    """One line or short paragraph: a sign, the name before its code, and what else is said.

    `quiet` leads in softly ("Why act?"), `note` follows softly at the right end or after the text.
    `action` is what picking the line does; `buttons` are small controls at its end.
    """

    text: str
    sign: Sign | None = None
    code: str = ""
    quiet: str = ""
    note: str = ""
    weight: Weight = Weight.NORMAL
    tone: Tone | None = None
    struck: bool = False
    indent: int = 0
    private: bool = False
    tip: str = ""
    action: Action | None = None
    buttons: tuple[Option, ...] = ()


def soft(text: str, *, private: bool = False) -> Line:
    """A line that asks for little: what stands under a title or a heading."""
    return Line(text=text, weight=Weight.SOFT, private=private)


class Block(Answer):
    """What all kinds have: an id that stays the same as long as it is the same block, and perhaps a heading.

    `private` is for the facilitator only; `share` is how much of the free height or width it takes beside others
    (0 takes what it needs).
    """

    id: str
    heading: str = ""
    private: bool = False
    share: int = 0
