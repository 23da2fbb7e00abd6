"""Which links the ratings contradict: no probabilities with these links come to those ratings."""

from collections.abc import Collection, Mapping, Sequence

from models.analyses.together import possible_settings, tied
from models.schema.case import Case
from models.schema.links import Link
from models.schema.steps.link_steps import smallest

ROUNDED = 0.0049
"""Ratings are entered in whole percent: three thirds come to 99. What is half a percent off is another one."""
MOST_STEPS = 500
"""So many exchanges are made to find chances that fit; for a dozen ratings it takes about twenty."""
SCALE = 10_000
"""Chances are counted in ten-thousandths, which are whole numbers."""


def unfitting(
    case: Case, credences: Mapping[str, float], settled: Collection[str] = ()
) -> tuple[tuple[Link, ...], ...]:
    """The links that the ratings of what they link contradict, by themselves and else together.

    None with what is `settled`. What is not rated may have any chance. Links are looked at together where they leave
    what they tie no more than MOST_SETTINGS possible settings.
    """
    links = tuple(link for link in case.links if not any(name in settled for name in link.names))
    fitting = tuple(link for link in links if _fits(link, credences))
    parts: list[tuple[Link, ...]] = [(link,) for link in links if link not in fitting]
    for names in tied(case, (clause for link in fitting for clause in link.clauses)):
        group = tuple(link for link in fitting if not {*link.names}.isdisjoint(names))
        if not _fit(case, group, credences):
            part = smallest(group, lambda some: not _fit(case, some, credences))
            parts.append(tuple(link for link in group if link in part))
    return tuple(parts)


def _fits(link: Link, credences: Mapping[str, float]) -> bool:
    """Whether one link can be kept: the chances of a clause's parts come to 1 at least (Boole's inequality).

    And what excludes each other shares no more than 1.
    """
    known = [credences[name] for name in {*link.one_of, *link.at_most_one} if name in credences]
    if sum(known) > 1 + len(known) * ROUNDED:
        return False
    clauses = link.clauses if link.then else link.clauses[: bool(link.one_of)]
    return all(_can_be_met(frozenset(clause), credences) for clause in clauses)


def _can_be_met(clause: Collection[tuple[str, bool]], credences: Mapping[str, float]) -> bool:
    if not all(name in credences for name, _ in clause):
        return True
    chances = [credences[name] if held else 1 - credences[name] for name, held in clause]
    return sum(chances) >= 1 - len(chances) * ROUNDED


def _fit(case: Case, links: Collection[Link], credences: Mapping[str, float]) -> bool:
    """Whether some links can be kept together: chances of their possible settings come to the ratings."""
    clauses = [clause for link in case.links if link in links for clause in link.clauses]
    linked = {name for clause in clauses for name, _ in clause}
    names = [item.id for item in case.assumptions if item.id in linked]
    settings = possible_settings(names, clauses)
    rated = [(place, credences[name]) for place, name in enumerate(names) if name in credences]
    if settings is None:
        return True
    points = sorted({sum(setting & 1 << place for place, _ in rated) for setting in settings})
    rows = [[1] * len(points) + [SCALE], [-1] * len(points) + [-SCALE]]
    for place, rating in rated:
        held = [point >> place & 1 for point in points]
        most, least = (round(SCALE * (rating + off)) for off in (ROUNDED, -ROUNDED))
        rows += [[*held, most], [*(-one for one in held), -least]]
    return _can_be_kept(rows)


def _can_be_kept(rows: list[list[int]]) -> bool:
    """Whether some amounts, none below 0, come to no more than each row's last number, times what it has of each.

    The dual simplex method (Lemke, Naval Research Logistics Quarterly 1, 1954) in whole numbers, over a common
    `scale`. True also where that is not known after MOST_STEPS.
    """
    scale = 1
    for _ in range(MOST_STEPS):
        lacking = min(rows, key=lambda row: row[-1])
        least = min(lacking[:-1])
        if lacking[-1] >= 0 or least >= 0:
            return lacking[-1] >= 0
        column, leaving = lacking.index(least), rows.index(lacking)
        rows = [_exchanged(row, lacking, column, scale) for row in rows]
        rows[leaving] = [-one for one in lacking]
        rows[leaving][column] = -scale
        scale = -least
    return True


def _exchanged(row: Sequence[int], lacking: Sequence[int], column: int, scale: int) -> list[int]:
    """A row after what another one lacks was made up from a column."""
    own, pivot = row[column], lacking[column]
    found = [(own * other - one * pivot) // scale for one, other in zip(row, lacking, strict=True)]
    found[column] = own
    return found
