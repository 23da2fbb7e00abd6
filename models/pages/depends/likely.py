"""How likely a recommendation is: by the room's ratings, for the time they are for, or as a share of all settings."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from math import ceil

from models.analyses.fitting import unfitting
from models.language.credences import exactly, in_words, rounded
from models.language.link_words import link_words
from models.language.messages import marked, message, plural, told
from models.language.naming import named, quoted
from models.language.words import listed, span
from models.pages.parts import name_of
from models.schema.analysis import Range
from models.schema.case import Assumption, Case, Recommendation
from models.schema.page import BarCell, Cell, Field, Fields, SpreadCell, Tone
from models.schema.snapshot import Analyses, Snapshot
from models.schema.steps.scenario_steps import write_horizon

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


def horizon_field(snapshot: Snapshot) -> Fields:
    """Where the planning horizon is named, in the window only."""
    return Fields(
        id="horizon",
        private=True,
        fields=(
            Field(
                id="horizon",
                label=message("Planning horizon"),
                text=snapshot.scenario.horizon,
                action=write_horizon(),
                hint=message("such as five years, or 2030"),
            ),
        ),
    )


def share_cells(analyses: Analyses, item: Recommendation, shown: Sequence[Assumption]) -> list[Cell]:
    """The share of all settings, then for each assumption that of the settings in which it fails."""
    found = analyses.everywhere.of[item.id]
    places = {name: place for place, name in enumerate(analyses.everywhere.assumptions)}
    whole = {"advice": quoted(item.title), "share": percent(found.share)}
    tip = told("{advice} holds in {share}% of the possible settings.", **whole)
    cells: list[Cell] = [BarCell(value=float(found.share), text=percent(found.share), tip=tip)]
    for one in shown:
        share = found.if_fails[places[one.id]] if one.id in places else found.share
        level = _effect(found.share, share, found.error)
        tone = Tone.BAD if level < 0 else Tone.GOOD if level > 0 else Tone.FAINT
        tip = told(
            "{advice} holds in {share}% of the possible settings; "
            "of those in which {assumption} ({code}) fails, in {part}%.",
            assumption=quoted(one.title),
            code=one.code,
            part=percent(share),
            **whole,
        )
        cells.append(BarCell(value=float(share), text=percent(share), tone=tone, tip=tip))
    return cells


def _effect(share: Fraction, if_fails: Fraction, error: float = 0.0) -> int:
    """How much of its settings a recommendation loses (to -5, all) or gains (to 5, all that it lacked).

    The steps between are quarters; a difference within `error` is none.
    """
    if if_fails == share or (error and abs(if_fails - share) <= error):
        return 0
    if if_fails < share:
        return ceil(4 * if_fails / share) - 5
    return 5 - ceil(4 * (1 - if_fails) / (1 - share))


def percent(share: Fraction) -> str:
    """A share in whole percent, without the sign; never 0 or 100 for what is not quite that."""
    if 0 < share < Fraction(1, 200):
        return "<1"
    if Fraction(199, 200) < share < 1:
        return ">99"
    return str(int(share * 100 + Fraction(1, 2)))
