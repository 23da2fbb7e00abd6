"""Which screens the walk-through has, in short and in full, and where each statement is met first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.pages.programme.walk_order import leading_most, source_order
from models.schema.case import Assumption, Case
from models.schema.steps.workshop_steps import fresh_id

SHORT = 10
"""So many statements, beside the first and the last screen, make the short form about twelve screens."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its id, its place in the walk, and the statement that it adds; or all that is advised.

    The first and the last have neither.
    """

    id: str
    number: int
    total: int
    statement: str = ""
    advice: bool = False


@lru_cache(maxsize=8)
def screens(case: Case, short: bool) -> tuple[Screen, ...]:
    """The screens from the opening to the whole; the same case gives the same screens with the same ids.

    A short form that the case names goes through its statements to all that is advised, and ends with what is core.
    """
    first, advice, last = (fresh_id(word, case.by_id, word) for word in ("opening", "advice", "whole"))
    names: Sequence[str] = source_order(case)
    if short and case.short_walk:
        core = (item.id for item in case.assumptions if item.core and item.id not in case.short_walk)
        names = (*case.short_walk, advice, *core)
    elif short:
        kept = _kept(case, names)
        names = [name for name in names if name in kept]
    total = len(names) + 2
    middle = (
        Screen(f"step:{name}", place, total, "" if name == advice else name, name == advice)
        for place, name in enumerate(names, start=2)
    )
    return (Screen(f"step:{first}", 1, total), *middle, Screen(f"step:{last}", total, total))


@lru_cache(maxsize=8)
def met(case: Case, short: bool) -> dict[str, int]:
    """On which screen each statement is met first: an assumption where it is used, the others on their own."""
    found: dict[str, int] = {}
    for screen in screens(case, short):
        if not screen.statement:
            continue
        rules = (rule for rule in case.rules if rule.conclusion == screen.statement)
        for premise in (premise for rule in rules for premise in rule.premises):
            if isinstance(case.by_id[premise.statement], Assumption):
                found.setdefault(premise.statement, screen.number)
        found.setdefault(screen.statement, screen.number)
    return found


def _kept(case: Case, names: Sequence[str]) -> set[str]:
    """What the short form shows: the recommendations, the first ones if there are many, then what leads to most."""
    advice = [item.id for item in case.recommendations]
    kept = [name for name in names if name in advice][: SHORT + 1]
    rest = [name for name in leading_most(case) if name not in kept]
    return {*kept, *rest[: max(0, SHORT - len(kept))]}
