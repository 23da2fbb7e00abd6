"""How likely the room takes each assumption to be, and what follows: no number that nobody entered."""

from fractions import Fraction

from models.language.credences import exactly, in_words, taken_at_middle
from models.language.dates import within
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.pages.depends.likely import contradicted, horizon_field, spread
from models.pages.depends.load import bar_of, ranked
from models.pages.glossary import meaning
from models.schema.action import Change, look
from models.schema.case import Assumption, Recommendation
from models.schema.page import (
    BarCell,
    Beside,
    Block,
    Cell,
    Column,
    Entry,
    EntryCell,
    Row,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.scenario import with_credence
from models.schema.snapshot import Analyses, Snapshot
from models.schema.view import Outlook

INDEPENDENT = marked("By the room’s own ratings; assumptions are taken as independent of one another.")
LINKED = marked(
    "By the room’s own ratings; assumptions are taken as independent of one another but for the links between them: "
    "what links rule out is left out."
)

ONLY_LIKELY = marked(
    "By the room’s ratings of {rated} of {total}, the recommendation is more likely than not to hold"
)
ONLY_UNLIKELY = marked(
    "By the room’s ratings of {rated} of {total}, the recommendation is at best as likely to hold as not"
)
ONLY_OPEN = marked(
    "By the room’s ratings of {rated} of {total} it cannot be said yet "
    "whether the recommendation is more likely than not to hold"
)
"""What ratings say of advice that is a single recommendation."""


def rating_blocks(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> tuple[Block, ...]:
    """Every assumption with its rating to enter; once there are ratings, what follows from them."""
    load = marked("Decides") if snapshot.view.outlook is Outlook.HERE else marked("Holds or falls with")
    ratings = Table(
        id="ratings",
        heading=_asked(
            snapshot,
            marked("How likely is each assumption to hold?"),
            marked("How likely is each assumption to hold {within}?"),
        ),
        columns=(
            Column(id="assumption", title=message("Assumption")),
            Column(id="load", title=message(load), width=Width.STRETCH, tip=meaning(load)),
            Column(id="slider", title=message("0 to 100%"), control=True, width=Width.STRETCH),
            Column(id="rating", title=message("Rating"), tip=meaning("Rating")),
            Column(id="words", title=message("In words")),
        ),
        rows=tuple(
            _rating_row(snapshot, one.item, load)
            for one, load in ranked(snapshot, analyses)
            if not one.never or one.item.id in snapshot.scenario.credence_of
        ),
        share=11,
    )
    horizon = horizon_field(snapshot)
    asked, named = ((), (horizon,)) if snapshot.scenario.horizon else ((horizon,), ())
    if not snapshot.scenario.credences:
        return (*asked, ratings, *named)
    first = Beside(id="rated", blocks=(ratings, _chances(snapshot, analyses, picked.id)))
    return (*asked, first, *named)


def _asked(snapshot: Snapshot, question: str, within_time: str) -> str:
    """A question, with the planning horizon where there is one."""
    time = within(snapshot.scenario.horizon).strip()
    return told(within_time, within=time) if time else message(question)


def likely_title(snapshot: Snapshot, analyses: Analyses) -> str:
    """What the room's ratings say of the advice as a whole, in one sentence without its full stop."""
    credences, total = snapshot.scenario.credence_of, len(snapshot.assumptions)
    rated = sum(item.id in credences for item in snapshot.assumptions)
    if not rated:
        return message("Nobody has yet said how likely the assumptions are")
    likely = sum(item.low > 0.5 for item in analyses.ranges)
    unlikely = sum(item.high <= 0.5 for item in analyses.ranges)
    if len(analyses.ranges) == 1:
        return told(
            ONLY_LIKELY if likely else ONLY_UNLIKELY if unlikely else ONLY_OPEN, rated=rated, total=total
        )
    advice = plural("{number} recommendation", "{number} recommendations", len(analyses.ranges))
    rest = len(analyses.ranges) - likely - unlikely
    if rest and not likely and unlikely:
        return _unlikely_words(unlikely, rest, rated, total, advice)
    if rest and not likely:
        return told(
            "By the room’s ratings of {rated} of {total} it cannot be said yet whether any of {advice} is more likely "
            "than not to hold",
            rated=rated,
            total=total,
            advice=advice,
        )
    known = _likely_words(likely, rated, total, advice)
    return told("{known}; of {number} it cannot be said yet", known=known, number=rest) if rest else known


def _unlikely_words(unlikely: int, rest: int, rated: int, total: int, advice: str) -> str:
    """Where some are known to be no more likely than not, and none to be more likely: both are counted."""
    known = plural(
        "By the room’s ratings of {rated} of {total}, {number} of {advice} is at best as likely to hold as not",
        "By the room’s ratings of {rated} of {total}, {number} of {advice} are at best as likely to hold as not",
        unlikely,
        rated=rated,
        total=total,
        advice=advice,
    )
    return told("{known}; of {number} it cannot be said yet", known=known, number=rest)


def _likely_words(likely: int, rated: int, total: int, advice: str) -> str:
    if not likely:
        return told(
            "By the room’s ratings of {rated} of {total}, none of {advice} is more likely than not to hold",
            rated=rated,
            total=total,
            advice=advice,
        )
    return plural(
        "By the room’s ratings of {rated} of {total}, {number} of {advice} is more likely than not to hold",
        "By the room’s ratings of {rated} of {total}, {number} of {advice} are more likely than not to hold",
        likely,
        rated=rated,
        total=total,
        advice=advice,
    )


def _rating_row(snapshot: Snapshot, item: Assumption, load: Fraction) -> Row:
    rating = snapshot.scenario.credence_of.get(item.id)
    words = in_words(rating) if rating is not None else message("not rated")
    cells: tuple[Cell, ...] = (
        TextCell(text=item.title, code=item.code),
        bar_of(snapshot, item, load),
        BarCell(
            value=rating,
            text="",
            tip=message("Slide, or press + and -; Delete takes the rating back"),
            action=Change(with_credence, (item.id,), merge=f"rating:{item.id}"),
        ),
        EntryCell(
            text=exactly(rating) if rating is not None else "",
            action=Change(with_credence, (item.id,), merge=f"rating:{item.id}"),
            kind=Entry.PERCENT,
            hint=message("0.7, 70% or “likely”"),
            label=told("How likely {name} holds", name=quoted(item.title)),
        ),
        TextCell(text=words, weight=Weight.NORMAL if rating is not None else Weight.FAINT),
    )
    return Row(
        id=item.id,
        cells=cells,
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}: {words}",
        action=look(picked=item.id),
    )


def _chances(snapshot: Snapshot, analyses: Analyses, picked: str) -> Table:
    independent = contradicted(snapshot) or message(LINKED if snapshot.case.links else INDEPENDENT)
    middle = taken_at_middle(snapshot.scenario.credence_of.values())
    rows = []
    for item in snapshot.case.recommendations:
        cell = spread(snapshot.case, analyses.range_of[item.id])
        row = Row(
            id=item.id,
            cells=(TextCell(text=item.title, code=item.code), cell),
            picked=item.id == picked,
            spoken=f"{item.title}: {cell.text} {cell.note}".strip(),
            action=look(picked=item.id),
        )
        rows.append(row)
    return Table(
        id="chances",
        heading=_asked(
            snapshot,
            marked("How likely is each recommendation to hold?"),
            marked("How likely is each recommendation to hold {within}?"),
        ),
        columns=(
            Column(id="recommendation", title=message("Recommendation")),
            Column(id="chance", width=Width.STRETCH),
        ),
        rows=tuple(rows),
        note=f"{independent} {middle}".rstrip(),
        share=10,
    )
