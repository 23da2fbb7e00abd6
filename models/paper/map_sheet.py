"""The argument map on one landscape page, or in parts where it could not be read: what each recommendation rests on."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil

from models.charts.map_drawing import map_svg, most_in, type_of
from models.charts.palette import palette
from models.engine.routes import leading_to
from models.language.headline import headline
from models.language.messages import marked, message, told
from models.language.words import counted, listed
from models.pages.map_block import map_block
from models.paper.document import Document, Part
from models.paper.forms import Drawing, sheet_subtitle
from models.paper.pack.wish import Wish, sheet
from models.schema.case import Assumption, Case, Rule
from models.schema.page import Line, Map, Page, Weight, arguing, soft

ROOM = {"a4": (750.0, 430.0), "letter": (700.0, 445.0), "a3": (1100.0, 680.0)}
"""The width and height that the page leaves for the map, in points."""
READABLE = 6.0
"""The smallest type that is read on paper, in points."""
OVER = 24.0
"""How much less height there is where a page says what it is about, in points."""
APART = marked(
    "On one page it could not be read, so each recommendation has a page of its own with what it depends on, "
    "and what does not fit there follows."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What one page shows: what leads to a statement, or one of several pages of its arguments."""

    about: str
    case: Case
    place: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Sheets:
    """Parts a case: `most` assumptions can stand on a page at all, and `fits` says whether a part can be read."""

    case: Case
    most: int
    fits: Callable[[Case], bool]

    def panels(self) -> tuple[Panel, ...]:
        """The pages it takes, in the order of its recommendations; what none of them depends on is left out."""
        shown: set[str] = set()
        return tuple(
            panel for item in self.case.recommendations for panel in self._leading_to(item.id, shown)
        )

    def _leading_to(self, name: str, shown: set[str]) -> Iterator[Panel]:
        if name in shown:
            return
        shown.add(name)
        route = leading_to(self.case, name)
        rules = [rule for rule in self.case.rules if rule.id in route.rules]
        if self._read(route.statements, rules):
            yield Panel(about=name, case=_cut(self.case, route.statements, rules))
            return
        pages = self._split(self._about(name))
        if len(pages) == 1:
            pages = [self._grown(pages[0], shown)]
        for place, page in enumerate(pages, start=1):
            part = _cut(self.case, self._names(page), page)
            yield Panel(about=name, case=part, place=place, of=len(pages))
        for premise in _premises([rule for page in pages for rule in page]):
            if self._about(premise):
                yield from self._leading_to(premise, shown)

    def _split(self, rules: Sequence[Rule]) -> list[list[Rule]]:
        """Arguments on as few pages as can be read, evenly where that can be read too; each page has one at least."""
        pages: list[list[Rule]] = []
        for rule in rules:
            if pages and self._read_with([*pages[-1], rule]):
                pages[-1].append(rule)
            else:
                pages.append([rule])
        many = ceil(len(rules) / max(1, len(pages)))
        even = [list(rules[at : at + many]) for at in range(0, len(rules), max(1, many))]
        return even if all(map(self._read_with, even)) else pages

    def _grown(self, rules: list[Rule], shown: set[str]) -> list[Rule]:
        """The arguments with those for their premises, as far as there is room."""
        waiting = _premises(rules)
        for name in waiting:
            more = [] if name in shown else self._about(name)
            if more and not self._read_with([*rules, *more]):
                break
            if more:
                shown.add(name)
                rules = [*rules, *more]
                waiting += [premise for premise in _premises(more) if premise not in waiting]
        return rules

    def _read_with(self, rules: Sequence[Rule]) -> bool:
        return self._read(self._names(rules), rules)

    def _read(self, names: Collection[str], rules: Sequence[Rule]) -> bool:
        few = sum(item.id in names for item in self.case.assumptions) <= self.most
        return few and self.fits(_cut(self.case, names, rules))

    def _about(self, name: str) -> list[Rule]:
        return [rule for rule in self.case.rules if rule.conclusion == name]

    def _names(self, rules: Sequence[Rule]) -> Collection[str]:
        names = {*_premises(rules), *(rule.conclusion for rule in rules)}
        items = [self.case.by_id[name] for name in names]
        return names.union(*(item.argued_by for item in items if isinstance(item, Assumption)))


def _shown_in(block: Map, panel: Panel) -> Map:
    """The map of one page: the same boxes and lines, and no others."""
    case = panel.case
    rules = {rule.id for rule in case.rules} | {
        arguing(item.id) for item in case.assumptions if item.argued_by
    }
    headings = (
        counted(len(case.assumptions), "assumption") if case.assumptions else "",
        counted(len(case.findings), "finding") if case.findings else "",
        counted(len(case.recommendations), "recommendation") if case.recommendations else "",
    )
    return replace(
        block,
        case=case,
        nodes=tuple(node for node in block.nodes if node.id in case.by_id),
        rules=tuple(rule for rule in block.rules if rule.id in rules),
        headings=headings,
    )


def _premises(rules: Sequence[Rule]) -> list[str]:
    return list(dict.fromkeys(premise.statement for rule in rules for premise in rule.premises))


def _cut(case: Case, names: Collection[str], rules: Sequence[Rule]) -> Case:
    assumptions = (
        replace(item, argued_by=tuple(name for name in item.argued_by if name in names))
        for item in case.assumptions
        if item.id in names
    )
    return replace(
        case,
        assumptions=tuple(assumptions),
        findings=tuple(item for item in case.findings if item.id in names),
        recommendations=tuple(item for item in case.recommendations if item.id in names),
        rules=tuple(rules),
        links=(),
        feedback=(),
        coherence=(),
        tests=(),
        short_walk=(),
    )


def map_sheets(wish: Wish) -> tuple[Document, ...]:
    """The map as it stands, under its headline."""
    snapshot = wish.snapshot
    block = map_block(snapshot)
    width, height = ROOM[wish.paper]
    line = f"{snapshot.case.title}: {listed(block.headings)}."
    under = f"{line} {sheet_subtitle(snapshot)}".strip()
    if _fits(block.case, width, height):
        alternative = f"{headline(snapshot)}. {line}"
        parts = [_part(block, alternative, (soft(under),), (width, height))]
    else:
        room = height - OVER
        sheets = Sheets(block.case, most_in(room, READABLE), partial(_fits, width=width, height=room))
        first = (soft(f"{under} {message(APART)}"),)
        parts = [
            _part(
                _shown_in(block, page),
                f"{_about(page)}.",
                (*(() if at else first), Line(text=_about(page), weight=Weight.STRONG)),
                (width, room),
                fresh=at > 0,
            )
            for at, page in enumerate(sheets.panels())
        ]
    title = f"{headline(snapshot)}."
    return (sheet(wish, message("Argument map"), title=title, landscape=True, parts=tuple(parts)),)


def _about(panel: Panel) -> str:
    """What a page is about: a statement, and which of its pages this is."""
    item = panel.case.by_id[panel.about]
    name = f"{item.title} ({item.code})"
    if panel.of == 1:
        return name
    return told("{name}, arguments {number} of {total}", name=name, number=panel.place, total=panel.of)


def _fits(case: Case, width: float, height: float) -> bool:
    return type_of(case, width, height) >= READABLE


def _part(
    block: Map, alternative: str, lead: tuple[Line, ...], room: tuple[float, float], *, fresh: bool = False
) -> Part:
    svg = map_svg(block, *room, palette("light")).decode()
    drawing = Drawing(id="map", svg=svg, alternative=alternative)
    return Part(page=Page(name="map", title="", lead=lead, blocks=(drawing,)), fresh=fresh)
