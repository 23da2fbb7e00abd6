"""The signs of states, their tones and the weights of words: what a page is drawn with in every rendering."""

from enum import StrEnum

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
