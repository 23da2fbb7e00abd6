"""How likely a recommendation is by the room's ratings: the cell that the matrix and the ratings show."""

from models.language.credences import in_words, rounded
from models.language.messages import marked, message, told
from models.language.words import span
from models.pages.parts import name_of
from models.schema.analysis import Range
from models.schema.case import Case
from models.schema.page import SpreadCell

NOT_POSSIBLE = marked("not possible as rated")
RULED_OUT = marked(
    "Links leave no possible setting with what is rated 0% or 100%. Change a rating of assumptions that are linked."
)


def spread(case: Case, found: Range) -> SpreadCell:
    """How likely a recommendation is by the room's ratings: a figure where all is rated, else its exact range."""
    if found.ruled_out:
        return SpreadCell(low=None, high=None, text=message(NOT_POSSIBLE), tip=message(RULED_OUT))
    if not found.exact:
        return SpreadCell(low=None, high=None, text=message("too tangled to say"))
    names = ", ".join(name_of(case.by_id[name]) for name in found.unrated)
    low, high = rounded(found.low), rounded(found.high)
    text = f"{low}%" if low == high else span(low, f"{high}%")
    return SpreadCell(
        low=found.low,
        high=found.high,
        text=text,
        note=told("{number} more to rate", number=len(found.unrated))
        if found.unrated and found.low < found.high
        else in_words(found.low),
        tip=told("Not rated yet: {names}." if names else "All that can matter to it is rated.", names=names),
    )
