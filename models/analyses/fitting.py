"""Which links the ratings contradict: no probabilities with these links come to those ratings."""

from collections.abc import Collection, Mapping

from models.schema.case import Case
from models.schema.links import Link

ROUNDED = 0.005
"""Ratings are entered in whole percent: three thirds come to 99. Of two, what is so stays so when both are rounded."""
SMALL = 1e-9


def unfitting(case: Case, credences: Mapping[str, float], settled: Collection[str] = ()) -> tuple[Link, ...]:
    """The links, each by itself, that the ratings of what they link contradict; none with what is `settled`.

    Something of a clause must hold, so that the chances of its parts come to 1 at least (Boole's inequality); and what
    excludes each other shares no more than 1. What is not rated may have any chance.
    """
    return tuple(
        link
        for link in case.links
        if not any(name in settled for name in link.names) and not _fits(link, credences)
    )


def _fits(link: Link, credences: Mapping[str, float]) -> bool:
    known = [credences[name] for name in {*link.one_of, *link.at_most_one} if name in credences]
    if sum(known) > 1 + _tolerated(len(known)):
        return False
    clauses = link.clauses if link.then else link.clauses[: bool(link.one_of)]
    return all(_can_be_met(frozenset(clause), credences) for clause in clauses)


def _can_be_met(clause: Collection[tuple[str, bool]], credences: Mapping[str, float]) -> bool:
    if not all(name in credences for name, _ in clause):
        return True
    chances = [credences[name] if held else 1 - credences[name] for name, held in clause]
    return sum(chances) >= 1 - _tolerated(len(chances))


def _tolerated(number: int) -> float:
    return SMALL + (number * ROUNDED if number > 2 else 0.0)
