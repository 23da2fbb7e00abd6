"""A tornado: how far each assumption by itself moves a probability, with the words that are drawn beside it."""

from models.schema.value import Answer, Identifier


class TornadoBar(Answer):
    """What the probability would be if one assumption failed for certain, or held for certain."""

    id: Identifier
    code: str
    title: str
    label: str
    if_fails: float
    if_holds: float
    fails_text: str
    holds_text: str


class Tornado(Answer):
    """The bars of one recommendation, longest first, round its probability as it stands."""

    id: Identifier
    title: str
    foot: str
    probability: float
    text: str
    bars: tuple[TornadoBar, ...]
