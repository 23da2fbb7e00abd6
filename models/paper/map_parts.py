"""A map that one page cannot show in type that can be read, in parts: what each recommendation depends on.

A recommendation whose whole route is still too much is shown with its own arguments, on as many pages as they take, and
with as much of what they rest on as there is room for; what is left has pages of its own.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from models.engine.routes import leading_to
from models.language.words import counted
from models.schema.case import Assumption, Case, Rule
from models.schema.page import Map, arguing


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


def shown_in(block: Map, panel: Panel) -> Map:
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
