"""How likely a recommendation is by the room's ratings: the cell that the matrix and the ratings show."""

from collections.abc import Collection

from models.analyses.fitting import unfitting
from models.language.credences import exactly, in_words, rounded
from models.language.link_words import link_words
from models.language.messages import marked, message, plural, told
from models.language.naming import named
from models.language.words import listed, span
from models.pages.parts import name_of
from models.schema.analysis import Range
from models.schema.case import Case
from models.schema.page import SpreadCell
from models.schema.snapshot import Snapshot

NOT_POSSIBLE = marked("not possible as rated")
RULED_OUT = marked(
    "No possible setting has all that is rated 0% or 100%: links rule it out, or what argues for an assumption that is "
    "taken as argued. Change one of these ratings."
)

UNFITTING = marked("The ratings contradict a link: {link}. Rated are {ratings}.")
UNFITTING_TOGETHER = marked(
    "The ratings fit each of these links, but not all of them together: {links}. Rated are {ratings}."
)
AS_CONDITIONED = marked(
    "Probabilities take the ratings as independent and then leave out what links rule out, so that not every rating "
    "counts as it was given."
)


def contradicted(snapshot: Snapshot, settled: Collection[str] = ()) -> str:
    """Links that the ratings contradict, with these, and what the figures are then; empty where they fit."""
    case, rated = snapshot.case, snapshot.scenario.credence_of
    found = unfitting(case, rated, settled)
    if not found:
        return ""
    first, more = found[0], sum(map(len, found[1:]))
    names = dict.fromkeys(name for link in first for name in link.names if name in rated)
    shown = listed(f"{named(case.by_id[name])} {exactly(rated[name])}" for name in names)
    links = "; ".join(link_words(case, link) for link in first)
    pattern = UNFITTING if len(first) == 1 else UNFITTING_TOGETHER
    return " ".join(
        part
        for part in (
            told(pattern, link=links, links=links, ratings=shown),
            plural("They contradict {number} more link.", "They contradict {number} more links.", more)
            if more
            else "",
            message(AS_CONDITIONED),
        )
        if part
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
