"""What was done, as values that any language can put into words: a pattern of ours, and what stands in its places."""

from enum import StrEnum

from models.schema.grades import Verdict
from models.schema.scenario import StanceOn
from models.schema.value import FreeText, Identifier, Value


class WordKind(StrEnum):
    """What stands in a place of a pattern, and so how it is put into words."""

    TEXT = "text"
    QUOTED = "quoted"
    NAMES = "names"
    ROUND = "round"
    NAMED = "named"
    TITLED = "titled"
    RULES = "rules"
    ITEMS = "items"
    OURS = "ours"
    STANCE = "stance"
    WATCH = "watch"
    DECISION = "decision"


class Word(Value):
    """What stands in one place: a text, names, ids of statements or arguments, or a word of ours."""

    place: FreeText
    kind: WordKind
    items: tuple[FreeText, ...]


class Deed(Value):
    """What was done; `pattern` is its English pattern, `more` counts further changes in the same step."""

    pattern: FreeText
    words: tuple[Word, ...] = ()
    more: int = 0


class Became(Value):
    """What became of some recommendations in one step."""

    verdict: Verdict
    advice: tuple[Identifier, ...]


class Clash(Value):
    """Stances that could not be so together after one step, and the ids of the links that rule them out."""

    stances: tuple[StanceOn, ...]
    links: tuple[Identifier, ...]
