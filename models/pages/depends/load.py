"""How much depends on each assumption, and how much the room doubts it: only where somebody rated it."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from models.language.credences import exactly, in_words
from models.language.dates import within
from models.language.words import counted, listed
from models.pages.depends.matrix import Changed, changes, spread
from models.pages.depends.tornado import tornado, tornado_words
from models.pages.glossary import meaning
from models.pages.parts import name_of, names_of
from models.schema.action import Change, look
from models.schema.case import Assumption, Recommendation
from models.schema.load import LoadPicture, LoadPoint, Quadrant
from models.schema.page import (
    BarCell,
    Beside,
    Block,
    Cell,
    Chart,
    Column,
    Entry,
    EntryCell,
    Field,
    Fields,
    Figure,
    Line,
    Option,
    OptionsCell,
    Row,
    Sentences,
    Stack,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.scenario import with_credence
from models.schema.snapshot import Analyses, Snapshot
from models.schema.steps.scenario_steps import rate, write_horizon
from models.schema.view import Outlook

IN_DOUBT = 0.25
FEW = 4
"""So many assumptions stand in one column before there are two."""
DOUBTS = (
    ("firm", 0.9, 0.8, "Hardly any doubt: rated at 90%."),
    ("some", 0.7, 0.6, "Some doubt: rated at 70%."),
    ("much", 0.5, 0.0, "Much doubt: rated at 50%."),
)
"""The words for doubt, the rating that each enters, the least rating that it stands for, and its tip."""
QUADRANTS = (
    Quadrant(name="Load-bearing, not vulnerable", advice="Watch the signposts"),
    Quadrant(name="Load-bearing and vulnerable", advice="Plan for these"),
    Quadrant(name="Not vulnerable, little depends on them", advice="Leave them"),
    Quadrant(name="Vulnerable, little depends on them", advice="No need to settle them"),
)
LOAD_HEADS = {
    Outlook.HERE: "Recommendations that each assumption decides alone, from here",
    Outlook.EVERYWHERE: "Recommendations that each assumption decides, on average over all possible settings",
}
DOUBT = "How much do you doubt it?"
LOAD_AXES = {
    Outlook.HERE: "Recommendations that it decides from here",
    Outlook.EVERYWHERE: "Recommendations that it decides, over all settings",
}


def ranked(snapshot: Snapshot, analyses: Analyses) -> list[tuple[Changed, Fraction]]:
    """The assumptions with what depends on each, the most first; from here or everywhere, as the view has it."""
    here = snapshot.view.outlook is Outlook.HERE
    found = [(one, Fraction(len(one.moved)) if here else one.weight) for one in changes(snapshot, analyses)]
    return sorted(found, key=lambda pair: -pair[1])


def load_block(snapshot: Snapshot, analyses: Analyses) -> Block:
    """The ranked load with a doubt to enter beside it, on one panel, in up to three columns."""
    bearing = [pair for pair in ranked(snapshot, analyses) if pair[1]]
    columns = min(3, max(1, -(-len(bearing) // FEW)))
    ends = [-(-len(bearing) * place // columns) for place in range(columns + 1)]
    parts = [bearing[start:end] for start, end in pairwise(ends)]
    tables = tuple(
        _load_table(snapshot, part, f"load-{place}" if place else "load") for place, part in enumerate(parts)
    )
    return Stack(
        id="loads",
        panel=True,
        heading=f"{LOAD_HEADS[snapshot.view.outlook]}; more than {_average(snapshot, analyses):.1f} is load-bearing",
        ask=DOUBT,
        blocks=(Beside(id="load-columns", blocks=tables),),
    )


def rating_blocks(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> tuple[Block, ...]:
    """Every assumption with its rating to enter; once there are ratings, what follows from them."""
    ratings = Table(
        id="ratings",
        heading=f"How likely is each assumption to hold{within(snapshot.scenario.horizon)}?",
        columns=(
            Column(id="assumption", title="Assumption"),
            Column(id="load", title="Decides", width=Width.STRETCH, tip=meaning("Decides")),
            Column(id="slider", title="0 to 100%", control=True, width=Width.STRETCH),
            Column(id="rating", title="Rating", tip=meaning("Rating")),
            Column(id="words", title="In words"),
            Column(id="doubt", title="Doubt", control=True, tip=meaning("Vulnerable")),
        ),
        rows=tuple(
            _rating_row(snapshot, one.item, load, bar)
            for one, load in ranked(snapshot, analyses)
            if not one.never or one.item.id in snapshot.scenario.credence_of
            for bar in (_bar(snapshot, load),)
        ),
        share=3,
    )
    horizon = Fields(
        id="horizon",
        private=True,
        fields=(
            Field(
                id="horizon",
                label="Planning horizon",
                text=snapshot.scenario.horizon,
                action=write_horizon(),
                hint="such as five years, or 2030",
            ),
        ),
    )
    asked, named = ((), (horizon,)) if snapshot.scenario.horizon else ((horizon,), ())
    if not snapshot.scenario.credences:
        return (*asked, ratings, *named)
    first = Beside(id="rated", blocks=(ratings, _chances(snapshot, analyses, picked.id)))
    return (*asked, first, *_charts(snapshot, analyses, picked), *named)


def likely_title(snapshot: Snapshot, analyses: Analyses) -> str:
    """What the room's ratings say of the advice as a whole, in one sentence without its full stop."""
    rated, total = len(snapshot.scenario.credences), len(snapshot.assumptions)
    if not rated:
        return "Nobody has yet said how likely the assumptions are"
    likely = sum(item.low > 0.5 for item in analyses.ranges)
    advice = counted(len(analyses.ranges), "recommendation")
    return f"By the room’s ratings of {rated} of {total}, {likely or 'none'} of {advice} " + (
        "is more likely than not to hold" if likely < 2 else "are more likely than not to hold"
    )


def _average(snapshot: Snapshot, analyses: Analyses) -> float:
    """What the average assumption decides: more is load-bearing."""
    loads = [load for _, load in ranked(snapshot, analyses)]
    return float(sum(loads, Fraction(0)) / len(loads))


def _load_table(snapshot: Snapshot, items: Sequence[tuple[Changed, Fraction]], identifier: str) -> Table:
    return Table(
        id=identifier,
        share=1,
        columns=(
            Column(id="assumption"),
            Column(id="load", width=Width.STRETCH),
            Column(id="doubt", control=True),
        ),
        rows=tuple(
            Row(
                id=one.item.id,
                cells=(
                    TextCell(text=one.item.title, code=one.item.code),
                    _bar(snapshot, load),
                    doubt(snapshot, one.item, wanted=True),
                ),
                picked=snapshot.view.picked == one.item.id,
                spoken=f"{one.item.title}: {_number(load)} of {len(snapshot.case.recommendations)}",
                action=look(picked=one.item.id),
            )
            for one, load in items
        ),
        empty="No single change would change a recommendation from here.",
    )


def _bar(snapshot: Snapshot, load: Fraction) -> BarCell:
    total = len(snapshot.case.recommendations)
    return BarCell(value=float(load / total), text=_number(load), tip=f"{_number(load)} of {total}")


def _number(load: Fraction) -> str:
    if load.denominator == 1:
        return str(load.numerator)
    return "<0.1" if load < Fraction(1, 20) else f"{float(load):.1f}"


def doubt(snapshot: Snapshot, item: Assumption, *, wanted: bool) -> OptionsCell:
    """How much the room doubts an assumption; choosing the chosen word again takes the rating back."""
    rating = snapshot.scenario.credence_of.get(item.id)
    word = _doubt_word(rating)
    return OptionsCell(
        options=tuple(
            Option(
                text=text,
                action=rate(item.id, None if text == word else entered),
                chosen=text == word,
                tip=tip,
            )
            for text, entered, _, tip in DOUBTS
        ),
        wanting=wanted and rating is None,
        tip=f"{name_of(item)}: rated {exactly(rating)}"
        if rating is not None
        else f"{name_of(item)}: not rated",
    )


def _doubt_word(rating: float | None) -> str:
    if rating is None:
        return ""
    return next(text for text, _, least, _ in DOUBTS if rating >= least)


def _rating_row(snapshot: Snapshot, item: Assumption, load: Fraction, bar: BarCell) -> Row:
    rating = snapshot.scenario.credence_of.get(item.id)
    words = in_words(rating) if rating is not None else "not rated"
    cells: tuple[Cell, ...] = (
        TextCell(text=item.title, code=item.code),
        bar,
        BarCell(
            value=rating,
            text="",
            tip="Slide, or press + and -; Delete takes the rating back",
            action=Change(with_credence, (item.id,), merge=f"rating:{item.id}"),
        ),
        EntryCell(
            text=exactly(rating) if rating is not None else "",
            action=Change(with_credence, (item.id,), merge=f"rating:{item.id}"),
            kind=Entry.PERCENT,
            hint="0.7, 70% or “likely”",
            label=f"How likely {item.title} holds",
        ),
        TextCell(text=words, weight=Weight.NORMAL if rating is not None else Weight.FAINT),
        doubt(snapshot, item, wanted=bool(load)),
    )
    return Row(
        id=item.id,
        cells=cells,
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}: {words}",
        action=look(picked=item.id),
    )


def _chances(snapshot: Snapshot, analyses: Analyses, picked: str) -> Table:
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
        heading=f"How likely is each recommendation to hold{within(snapshot.scenario.horizon)}?",
        columns=(
            Column(id="recommendation", title="Recommendation"),
            Column(id="chance", width=Width.STRETCH),
        ),
        rows=tuple(rows),
        note="By the room’s own ratings; assumptions are taken as independent of one another.",
        share=2,
    )


def _charts(snapshot: Snapshot, analyses: Analyses, picked: Recommendation) -> tuple[Block, ...]:
    picture = load_picture(snapshot, analyses)
    drawn = Figure(
        id="load-chart",
        chart=Chart.LOAD,
        heading=_planned(picture),
        values=picture,
        alternative="\n".join(point.spoken for point in picture.points),
    )
    told = Line(text=thresholds(snapshot, picture.load_split), weight=Weight.SOFT)
    charts: list[Block] = [Stack(id="load-told", blocks=(drawn, Sentences(id="thresholds", lines=(told,))))]
    found = analyses.range_of[picked.id]
    if not found.exact or found.unrated:
        lacking = names_of(snapshot.case, found.unrated, limit=6)
        line = f"To see what moves “{picked.title}” most, rate {lacking}."
        lines = (Line(text=line, weight=Weight.SOFT),)
        return (*charts, Sentences(id="not-all-rated", lines=lines, private=True))
    shown = tornado(snapshot, analyses, picked.id)
    heading = f"What moves “{picked.title}” most"
    words = tornado_words(snapshot.case, shown)
    charts.append(Figure(id="tornado", chart=Chart.TORNADO, heading=heading, values=shown, alternative=words))
    return (Beside(id="charts", blocks=tuple(charts)),)


def _planned(picture: LoadPicture) -> str:
    exposed = [point.title for point in picture.planned_for()]
    if not exposed:
        return "No rated assumption is both load-bearing and vulnerable"
    return f"Much depends on {listed(exposed, limit=3)}, and the room doubts {'it' if len(exposed) == 1 else 'them'}"


def load_picture(snapshot: Snapshot, analyses: Analyses) -> LoadPicture:
    """Load against vulnerability (Dewar et al., RAND MR-114, 1993), of the assumptions that somebody rated.

    Vulnerability is 1 minus the rating. More than the average assumption bears is load-bearing.
    """
    loads = ranked(snapshot, analyses)
    rated = snapshot.scenario.credence_of
    points = [_point(one.item, load, rated[one.item.id]) for one, load in loads if one.item.id in rated]
    return LoadPicture(
        points=tuple(sorted(points, key=lambda point: (-point.load, -point.vulnerability))),
        load_split=_average(snapshot, analyses),
        doubt_split=IN_DOUBT,
        quadrants=QUADRANTS,
        load_axis=LOAD_AXES[snapshot.view.outlook],
        doubt_axis="Chance that it fails, as rated",
        key="",
    )


def thresholds(snapshot: Snapshot, split: float) -> str:
    """From where on an assumption counts as load-bearing, and as vulnerable."""
    here = "from here" if snapshot.view.outlook is Outlook.HERE else "over all settings"
    rating = f"{1 - IN_DOUBT:.0%}".replace("%", " %")
    return (
        f"Load-bearing: decides more than {split:.1f} recommendations {here}, the average of all assumptions. "
        f"Vulnerable: rated at {rating} or less to hold{within(snapshot.scenario.horizon)}."
    )


def _point(item: Assumption, load: Fraction, rating: float) -> LoadPoint:
    borne = f"decides {_number(load)} recommendation{'' if load == 1 else 's'}"
    return LoadPoint(
        id=item.id,
        code=item.code,
        title=item.title,
        load=float(load),
        load_text=borne,
        vulnerability=1 - rating,
        vulnerability_text=f"rated {exactly(rating)}",
        judged=True,
        spoken=f"{name_of(item)}: {borne}; rated {exactly(rating)}.",
    )
