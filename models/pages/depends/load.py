"""How much depends on each assumption, and how much the room doubts it: only where somebody rated it."""

from collections.abc import Sequence
from fractions import Fraction

from models.language.credences import exactly
from models.language.messages import marked, message, told
from models.pages.depends.alone import Changed, changes, on_single_changes
from models.pages.depends.likely import contradicted
from models.pages.depends.matrix import ESTIMATED
from models.pages.parts import name_of
from models.schema.action import look
from models.schema.case import Assumption
from models.schema.page import BarCell, Block, Column, Option, OptionsCell, Row, Stack, Table, TextCell, Width
from models.schema.snapshot import Analyses, Snapshot
from models.schema.steps.scenario_steps import rate
from models.schema.view import Outlook

DOUBTS = (
    (marked("firm"), 0.9, 0.8, marked("Hardly any doubt: rated at 90%.")),
    (marked("some"), 0.7, 0.55, marked("Some doubt: rated at 70%.")),
    (marked("much"), 0.5, 0.0, marked("Much doubt: rated at 50%.")),
)
"""The words for doubt, the rating that each enters, the least rating that it stands for, and its tip.

They change where the standard phrases do: what is *very likely* is hardly doubted, what is *likely* somewhat.
"""
LOAD_HEADS = {
    Outlook.HERE: marked("Advice that each decides alone, from here; over {average} is load-bearing"),
    Outlook.EVERYWHERE: marked(
        "Advice that holds or falls with each, over all settings; over {average} is load-bearing"
    ),
}
MERE_LOAD_HEADS = {
    Outlook.HERE: marked("Advice that each decides alone, from here"),
    Outlook.EVERYWHERE: marked("Advice that holds or falls with each, over all settings"),
}
LINKED_LOAD_HEADS = {
    True: marked(
        "Advice that each decides with what links carry along, from here; over {average} is load-bearing"
    ),
    False: marked("Advice that each decides with what links carry along, from here"),
}
MOST_BEARING = 5
"""So many load-bearing assumptions stand beside the matrix."""
LOAD_BEARING = {
    Outlook.HERE: marked(
        "Load-bearing: decides more than {number} recommendations from here, the average of all assumptions."
    ),
    Outlook.EVERYWHERE: marked(
        "Load-bearing: more than {number} recommendations hold or fall with it over all settings, the average."
    ),
}
BEARING_HEADS = {
    Outlook.HERE: marked("Load-bearing: decides over {average} verdicts"),
    Outlook.EVERYWHERE: marked("Load-bearing: over {average} hold or fall with it"),
}
BEARING, DECIDES_ANY = marked("Load-bearing"), marked("Load-bearing: decides a verdict")
NOTHING = marked("No single change would change a recommendation from here.")
NOTHING_AT_ALL = marked("No single change would change a recommendation.")
TOGETHER_ONLY = marked("Links let no assumption change the advice without another")
EVEN = marked("No assumption decides more than the others.")
TIED = marked("cannot change alone")
DOUBT = marked("How much do you doubt it (rating: {ratings})?")


def ranked(
    snapshot: Snapshot, analyses: Analyses, outlook: Outlook | None = None
) -> list[tuple[Changed, Fraction]]:
    """The assumptions with what depends on each, the most first; from here or everywhere, as the view has it."""
    here = (outlook or snapshot.view.outlook) is Outlook.HERE
    found = [(one, Fraction(len(one.decided)) if here else one.weight) for one in changes(snapshot, analyses)]
    return sorted(found, key=lambda pair: -pair[1])


def load_block(snapshot: Snapshot, analyses: Analyses) -> Block:
    """The ranked load with a doubt to enter beside it, on one panel."""
    return Stack(
        id="loads",
        share=1,
        panel=True,
        heading=_load_head(snapshot, average(snapshot, analyses)),
        ask=told(DOUBT, ratings=", ".join(_rated(text, entered) for text, entered, *_ in DOUBTS)),
        blocks=(_load_table(snapshot, analyses),),
    )


def bearing_block(snapshot: Snapshot, analyses: Analyses) -> Stack:
    """The load-bearing assumptions, most first, in one column beside the matrix."""
    pairs = ranked(snapshot, analyses)
    split = _mean(pairs)
    bearing = [pair for pair in pairs if pair[1] > split]
    columns = (Column(id="assumption"), Column(id="load", width=Width.STRETCH))
    most = MOST_BEARING + (len(bearing) == MOST_BEARING + 1)  # one more takes no more room than saying so
    rest = len(bearing) - most
    more = told("{number} more under Doubt.", number=rest) if rest > 0 else ""
    table = Table(
        id="bearing",
        share=1,
        columns=columns,
        rows=tuple(_load_row(snapshot, one, load, doubted=False) for one, load in bearing[:most]),
        note=" ".join(part for part in (more, untried(snapshot, analyses)) if part),
        empty=message(EVEN) if any(load for _, load in pairs) else _nothing(snapshot, analyses),
    )
    heading = message(BEARING if not bearing else DECIDES_ANY)
    if bearing and not _is_any(snapshot, split):
        heading = told(BEARING_HEADS[snapshot.view.outlook], average=_shown(split))
    return Stack(id="load-bearing", panel=True, private=True, heading=heading, blocks=(table,))


def any_together(analyses: Analyses) -> bool:
    """Whether some advice holds in some possible settings only, though no assumption alone turns it in any.

    Without links, one that turned by itself would lead from settings where it holds to others.
    """
    everywhere = analyses.everywhere
    return not any(everywhere.weights.values()) and any(
        item.exact and 0 < item.share < 1 for item in everywhere.statements
    )


def _nothing(snapshot: Snapshot, analyses: Analyses) -> str:
    """That no assumption decides anything by itself, in a sentence."""
    if snapshot.view.outlook is Outlook.HERE:
        return message(NOTHING)
    return f"{message(TOGETHER_ONLY)}." if any_together(analyses) else message(NOTHING_AT_ALL)


def _load_head(snapshot: Snapshot, split: float) -> str:
    """What the load is, and from where on it counts as one, where that is not any or none."""
    outlook = snapshot.view.outlook
    is_told = bool(split) and not _is_any(snapshot, split)
    if outlook is Outlook.HERE and snapshot.case.links:
        return told(LINKED_LOAD_HEADS[is_told], average=_shown(split))
    return told((LOAD_HEADS if is_told else MERE_LOAD_HEADS)[outlook], average=_shown(split))


def _is_any(snapshot: Snapshot, split: float) -> bool:
    """Whether whatever decides anything is load-bearing: from here, verdicts are counted whole."""
    return snapshot.view.outlook is Outlook.HERE and split < 1


def _shown(split: float) -> str:
    """An average with one place, or as many as tell it from nothing."""
    return f"{split:.1f}" if split >= 0.05 else f"{split:.1g}"


def average(snapshot: Snapshot, analyses: Analyses, outlook: Outlook | None = None) -> float:
    """What the average assumption decides: more is load-bearing."""
    return _mean(ranked(snapshot, analyses, outlook))


def _mean(pairs: Sequence[tuple[Changed, Fraction]]) -> float:
    return float(sum((load for _, load in pairs), Fraction(0)) / len(pairs))


def load_bearing(snapshot: Snapshot, analyses: Analyses, outlook: Outlook) -> str:
    """From where on an assumption counts as load-bearing, in a sentence."""
    return told(LOAD_BEARING[outlook], number=_shown(average(snapshot, analyses, outlook)))


def untried(snapshot: Snapshot, analyses: Analyses) -> str:
    """That what depends on each assumption is not exact, where it is not."""
    if snapshot.view.outlook is Outlook.HERE:
        return on_single_changes(snapshot.case, analyses.single_flips)
    error = max((item.error for item in analyses.everywhere.statements), default=0.0)
    return told(ESTIMATED, error=100 * error) if error else ""


def _load_table(snapshot: Snapshot, analyses: Analyses) -> Table:
    bearing = [pair for pair in ranked(snapshot, analyses) if pair[1]]
    return Table(
        id="load",
        share=1,
        columns=(
            Column(id="assumption"),
            Column(id="load", width=Width.STRETCH),
            Column(id="doubt", control=True),
        ),
        rows=tuple(_load_row(snapshot, one, load, doubted=True) for one, load in bearing),
        note=f"{untried(snapshot, analyses)} {contradicted(snapshot)}".strip(),
        empty=_nothing(snapshot, analyses),
    )


def _load_row(snapshot: Snapshot, one: Changed, load: Fraction, *, doubted: bool) -> Row:
    return Row(
        id=one.item.id,
        cells=(
            TextCell(text=one.item.title, code=one.item.code),
            bar_of(snapshot, one.item, load),
            *((doubt(snapshot, one.item, wanted=True),) if doubted else ()),
        ),
        picked=snapshot.view.picked == one.item.id,
        spoken=f"{one.item.title}: {_of_all(snapshot, one.item, load)}",
        action=look(picked=one.item.id),
    )


def bar_of(snapshot: Snapshot, item: Assumption, load: Fraction) -> BarCell:
    """How many recommendations an assumption decides, of all."""
    total = len(snapshot.case.recommendations)
    return BarCell(value=float(load / total), text=figure_of(load), tip=_of_all(snapshot, item, load))


def is_tied(snapshot: Snapshot, item: Assumption) -> bool:
    """Whether an assumption decides nothing from here for no other reason than that it cannot change alone."""
    here, analyses = snapshot.view.outlook is Outlook.HERE, snapshot.analyses
    return here and analyses is not None and item.id in analyses.single_flips.tied


def _of_all(snapshot: Snapshot, item: Assumption, load: Fraction) -> str:
    total = len(snapshot.case.recommendations)
    if is_tied(snapshot, item):
        return message(TIED)
    if snapshot.view.outlook is Outlook.HERE:
        return told("decides {number} of {total} recommendations", number=figure_of(load), total=total)
    return told(
        "on average {number} of {total} recommendations hold or fall with it",
        number=figure_of(load),
        total=total,
    )


def figure_of(load: Fraction) -> str:
    """A load as it is written: whole, or with one place."""
    if load.denominator == 1:
        return str(load.numerator)
    return "<0.1" if load < Fraction(1, 20) else f"{float(load):.1f}"


def doubt(snapshot: Snapshot, item: Assumption, *, wanted: bool) -> OptionsCell:
    """How much the room doubts an assumption; choosing the chosen word again takes the rating back.

    The word has its rating beside it where it was entered elsewhere, and is another than the word enters.
    """
    rating = snapshot.scenario.credence_of.get(item.id)
    word = _doubt_word(rating)
    return OptionsCell(
        options=tuple(
            Option(
                text=message(text) if rating in (None, entered) or text != word else _rated(text, rating),
                action=rate(item.id, None if text == word else entered),
                chosen=text == word,
                tip=message(tip),
            )
            for text, entered, _, tip in DOUBTS
        ),
        wanting=wanted and rating is None,
        tip=told("{name}: rated {rating}", name=name_of(item), rating=exactly(rating))
        if rating is not None
        else told("{name}: not rated", name=name_of(item)),
    )


def _rated(word: str, rating: float) -> str:
    """A word for doubt with the rating that it enters, or that it stands for."""
    return f"{message(word)} {exactly(rating)}"


def _doubt_word(rating: float | None) -> str:
    if rating is None:
        return ""
    return next(text for text, _, least, _ in DOUBTS if rating >= least)
