"""The hand-out: the case on one sheet, what it assumes and recommends on the front, how they connect on the back."""

from collections.abc import Iterator, Mapping, Sequence

from models.analyses.single_flips import single_flips
from models.analyses.snapshots import take
from models.charts.map_drawing import map_svg, type_of
from models.charts.palette import palette
from models.engine.evaluate import evaluate
from models.language.messages import marked, message, plural, told
from models.language.naming import grouped, unusual
from models.language.panes import source_line
from models.language.words import listed
from models.pages.depends.alone import CARRIED
from models.pages.map_block import map_block
from models.pages.parts import links_block
from models.paper.document import Document, Part
from models.paper.forms import Drawing
from models.paper.map_sheet import READABLE
from models.paper.pack.wish import Wish, sheet
from models.schema.case import Case, Recommendation
from models.schema.grades import HOLDING, Stance, Verdict
from models.schema.page import Beside, Column, Line, Map, Page, Row, Table, TextCell, Weight, Width, soft
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import fresh_state
from models.schema.steps.link_steps import resolutions

ON_A_PAGE, FEW = 60, 8
"""Assumptions: so many fit in two columns of a page, and so few stand in one where no heading parts them."""
MAP_ROOM = (750.0, 440.0)
ASK = marked("If it is wrong about the world, which of its recommendations still hold?")
READ = marked(
    "An argument leads from assumptions through findings to recommendations. A recommendation holds for as long as "
    "one of its arguments does, or all of them where every argument must hold."
)
APART = marked("How they connect does not fit one page: the argument map is a print of its own.")
TOPPLES = marked("Falls, or is open, if this alone fails")


def handouts(wish: Wish) -> tuple[Document, ...]:
    """Front and back for each person; a map that could not be read is left out, and the front says so."""
    case = wish.snapshot.case
    block = map_block(take(fresh_state(case)))
    read = type_of(block.case, *MAP_ROOM) >= READABLE
    return (_front(wish, whole=read), *([_back(wish, block)] if read else [])) * wish.number


def _front(wish: Wish, *, whole: bool) -> Document:
    case = wish.snapshot.case
    lead = (
        soft(f"{source_line(case.source)}."),
        Line(text=message(ASK), weight=Weight.STRONG),
        *(() if whole else (soft(message(APART)),)),
    )
    return sheet(
        wish,
        message("Hand-out"),
        title=case.title,
        one_page=True,
        parts=(
            Part(
                page=Page(
                    name="assumes",
                    title=_assumes(case),
                    lead=lead,
                    blocks=(_assumptions(case), *links_block(case)),
                )
            ),
            Part(page=Page(name="advises", title=_advises(case), blocks=(_recommendations(case),))),
        ),
    )


def _assumes(case: Case) -> str:
    number = len(case.taking_part(False))
    return plural("It rests on {number} assumption", "It rests on {number} assumptions", number)


def _advises(case: Case) -> str:
    number = len(case.recommendations)
    return plural("It gives {number} recommendation", "It gives {number} recommendations", number)


def _assumptions(case: Case) -> Beside | Table:
    """In two columns of about the same length; those that fill more than a page in one, to be read down the pages."""
    rows = tuple(_assumption_rows(case))
    column = (Column(id="what", width=Width.STRETCH),)
    kinds = {
        cell.sign: None for row in rows for cell in row.cells if isinstance(cell, TextCell) and cell.sign
    }
    if len(rows) > ON_A_PAGE:
        return Table(id="assumptions", columns=column, rows=rows, key=tuple(kinds))
    half = (len(rows) + 1) // 2 if len(rows) > FEW else len(rows)
    heads = [place for place, row in enumerate(rows) if row.section and place] or [half]
    middle = min(heads, key=lambda place: abs(place - len(rows) / 2))
    keys = ((), tuple(kinds))
    tables = (
        Table(id=f"assumptions-{place}", columns=column, rows=part, key=keys[place - 1])
        for place, part in enumerate((rows[:middle], rows[middle:]), start=1)
    )
    return Beside(id="assumptions", blocks=tuple(tables))


def _assumption_rows(case: Case) -> Iterator[Row]:
    for title, items in grouped(case, added=False):
        section = title
        for item in items:
            weight = Weight.STRONG if item.core else Weight.NORMAL
            cell = TextCell(text=item.text, code=item.code, sign=unusual(item), weight=weight)
            yield Row(id=item.id, cells=(cell,), section=section)
            section = ""


def _recommendations(case: Case) -> Table:
    """Each with those it is for, and the assumptions whose failure alone would take it from where the source has it."""
    failed = dict(_failed(case))
    columns = (
        Column(id="what", title=message("Recommendation"), width=Width.STRETCH),
        Column(id="topples", title=message(TOPPLES), width=Width.STRETCH),
    )
    rows = tuple(_row(case, item, failed) for item in case.recommendations)
    return Table(
        id="recommendations", columns=columns, rows=rows, note=message(CARRIED if case.links else "")
    )


def _failed(case: Case) -> Iterator[tuple[str, Sequence[Mapping[str, Verdict]]]]:
    """For each assumption the verdicts where it fails: where links rule that out, after each smallest way out."""
    baseline = baseline_scenario(case)
    found = single_flips(case, baseline)
    for flip in found.flips:
        name, failing = flip.assumption, with_stances(baseline, {flip.assumption: Stance.FAILS})
        if flip.to is Stance.FAILS and flip.possible:
            yield name, (found.after[name, flip.to],)
        elif flip.to is Stance.FAILS:
            ways = resolutions(case, failing, (name,))
            after = (with_stances(failing, {one.id: one.stance for one in way}) for way in ways)
            told = (evaluate(case, scenario).recommendations for scenario in after)
            yield name, [{item.id: item.verdict for item in verdicts} for verdicts in told]


def _row(case: Case, item: Recommendation, failed: Mapping[str, Sequence[Mapping[str, Verdict]]]) -> Row:
    topples = (
        name
        for name, ends in failed.items()
        if ends and all(verdicts[item.id] not in HOLDING for verdicts in ends)
    )
    name = TextCell(
        text=item.title,
        code=item.code,
        detail=told("for {addressee}", addressee=item.addressee),
        weight=Weight.STRONG,
    )
    alone = listed((case.by_id[one].title for one in topples), "or")
    return Row(id=item.id, cells=(name, TextCell(text=alone or message("none of them alone"))))


def _back(wish: Wish, block: Map) -> Document:
    """The map of the case as its source has it."""
    case = wish.snapshot.case
    drawing = Drawing(
        id="map",
        svg=map_svg(block, *MAP_ROOM, palette("light")).decode(),
        alternative=f"{case.title}: {listed(block.headings)}",
    )
    lead = (soft(message(READ)),)
    page = Page(name="map", title=message("How they connect"), lead=lead, blocks=(drawing,))
    return sheet(
        wish,
        message("Hand-out"),
        title=page.title,
        titled=False,
        continued=True,
        landscape=True,
        parts=(Part(page=page),),
    )
