"""Credences and probabilities as words and numbers: the standard phrases, and how what is typed is read."""

import re
from collections.abc import Iterable

from models.language.messages import marked, message, told
from models.language.words import listed, span
from models.schema.value import Answer

NOT_RATED = marked("not rated")
NOT_UNDERSTOOD = marked("Write 0.7, 70% or a phrase such as likely")
_NUMBER = re.compile(r"(?:\d{1,3}(?:[.,]\d{0,30})?|[.,]\d{1,30})(?:e-\d{1,3})?")


class Phrase(Answer):
    """A standard phrase with its range in percent (Intelligence Community Directive 203, 2015)."""

    words: str
    low: int
    high: int

    @property
    def names(self) -> tuple[str, str]:
        """Its words in English and in the language in force; either may be typed."""
        return self.words, message(self.words)

    @property
    def middle(self) -> float:
        """The middle of the range, from 0 to 1."""
        return (self.low + self.high) / 200

    @property
    def range_text(self) -> str:
        """The range as it is written: "55–80%"."""
        return span(self.low, f"{self.high}%")


PHRASES = (
    Phrase(words=marked("almost no chance"), low=1, high=5),
    Phrase(words=marked("very unlikely"), low=5, high=20),
    Phrase(words=marked("unlikely"), low=20, high=45),
    Phrase(words=marked("roughly even chance"), low=45, high=55),
    Phrase(words=marked("likely"), low=55, high=80),
    Phrase(words=marked("very likely"), low=80, high=95),
    Phrase(words=marked("almost certain"), low=95, high=99),
)
EVEN = 3


def read_credence(text: str) -> float | None:
    """The credence that a text means: "0.7", "0,7", "70 %", "70", a standard phrase or its beginning; None for nothing.

    A number up to 1 is a share, so that "1" is certain and "1 %" is not; from 2 on it is a percentage, and what lies
    between, like "1.7", may be a slip for either. Raises ValueError for anything else.
    """
    plain = text.strip().lower()
    if not plain or plain in (NOT_RATED, message(NOT_RATED)):
        return None
    number = plain.removesuffix("%").strip()
    if _NUMBER.fullmatch(number):
        value, in_percent = float(number.replace(",", ".")), number != plain
        is_slip = 1 < value < 2 and not in_percent
        value = value / 100 if in_percent or value > 1 else value
        if value <= 1 and not is_slip:
            return value
    exact = [item for item in PHRASES if plain in item.names]
    found = exact or [item for item in PHRASES if any(name.startswith(plain) for name in item.names)]
    if len(found) != 1:
        raise ValueError(message(NOT_UNDERSTOOD))
    return found[0].middle


def phrase_for(probability: float) -> Phrase:
    """The standard phrase for a probability; where two ranges meet, the one farther from even."""
    percentage = round(probability * 100, 9)
    below = [item for item in PHRASES[:EVEN] if percentage <= item.high]
    above = [item for item in PHRASES[EVEN + 1 :] if percentage >= item.low]
    if below:
        return below[0]
    return above[-1] if above else PHRASES[EVEN]


def in_words(probability: float) -> str:
    """A probability in a standard phrase; 0 and 1 have none: they are what the room takes for certain."""
    if probability <= 0:
        return message("taken as impossible")
    return message("taken as certain") if probability >= 1 else message(phrase_for(probability).words)


def percent(probability: float) -> str:
    """A probability in whole percent, as in "67%"."""
    return f"{rounded(probability)}%"


def rounded(probability: float) -> str:
    """How many percent a probability is; never 0 or 100 for what is not quite that."""
    if 0 < probability < 0.005:
        return "<1"
    if 0.995 < probability < 1:
        return ">99"
    return str(int(probability * 100 + 0.5))


def rated_words(credence: float) -> str:
    """A rating as a sentence, as it was entered and in its phrase: "Rated 70%: likely."."""
    return told("Rated {percent}: {phrase}.", percent=exactly(credence), phrase=in_words(credence))


def taken_at_middle(credences: Iterable[float]) -> str:
    """At what phrases are taken that may have been given as ratings, in a sentence; empty where none can have been."""
    rated = {round(credence, 9) for credence in credences}
    given = [
        told(
            "{phrase} ({range}) at {percent}",
            phrase=message(phrase.words),
            range=phrase.range_text,
            percent=exactly(phrase.middle),
        )
        for phrase in PHRASES
        if round(phrase.middle, 9) in rated
    ]
    if not given:
        return ""
    return told(
        "Where a rating was given as a phrase, it is taken at the middle of its range: {phrases}.",
        phrases=listed(given),
    )


def exactly(credence: float) -> str:
    """A credence as it was entered: "67.5%"."""
    return f"{round(credence * 100, 4):g}%"
