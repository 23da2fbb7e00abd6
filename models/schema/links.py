"""Links between assumptions, which rule settings out: what is possible beside some stances, and what that forces."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType

from models.schema.premises import Part, PremiseText
from models.schema.problem import phrase
from models.schema.value import Identifier, Paragraphs, Text

Setting = Mapping[str, bool]
Clause = tuple[tuple[str, bool], ...]
"""Assumptions and values at least one of which must be so."""
NOTHING: Setting = MappingProxyType({})


class Link(Part):
    """What assumptions have to do with each other: exactly one holds, at most one does, or some bring another."""

    id: Identifier
    one_of: tuple[Identifier, ...] = ()
    at_most_one: tuple[Identifier, ...] = ()
    if_: tuple[PremiseText, ...] = ()
    then: PremiseText | None = None
    because: Text
    paragraphs: Paragraphs

    def __post_init__(self) -> None:
        forms = (bool(self.one_of), bool(self.at_most_one), bool(self.if_) and self.then is not None)
        if sum(forms) != 1 or (self.then is None) != (not self.if_):
            what = phrase("A link needs exactly one of `one-of`, `at-most-one`, and `if` with `then`.")
            raise ValueError(what)

    @property
    def names(self) -> tuple[str, ...]:
        """The assumptions that it links, in the order in which they are given."""
        found = (name for clause in self.clauses for name, _ in clause)
        return tuple(dict.fromkeys((*self.one_of, *self.at_most_one, *found)))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """What it asks of every possible setting."""
        return tuple(clauses_of(self.one_of, self.at_most_one, self.if_, self.then))


def clauses_of(
    one_of: Collection[str], at_most_one: Collection[str], if_: Collection[str], then: str | None
) -> Iterator[Clause]:
    """What a link asks of every possible setting, from the parts that it is written in."""
    if one_of:
        yield tuple((name, True) for name in one_of)
    for names in (one_of, at_most_one):
        yield from (((one, False), (other, False)) for one, other in combinations(names, 2))
    if if_ and then is not None:
        yield (*((name, not held) for name, held in map(_literal, if_)), _literal(then))


def _literal(text: str) -> tuple[str, bool]:
    return text.removeprefix("not "), not text.startswith("not ")


def a_setting(clauses: Iterable[Clause], fixed: Setting, unlike: Setting = NOTHING) -> dict[str, bool] | None:
    """A possible setting of all that the clauses speak of, with some of it fixed; None if there is none.

    The procedure of Davis, Logemann and Loveland (Communications of the ACM 5, 1962), without recursion. What is
    free is tried first as another setting has it not.
    """
    pending = list(clauses)
    waiting = [dict(fixed)]
    while waiting:
        known = _propagated(pending, waiting.pop())
        if known is None:
            continue
        free = next((name for clause in pending for name, _ in clause if name not in known), None)
        if free is None:
            return known
        value = unlike.get(free, False)
        waiting += ({**known, free: value}, {**known, free: not value})
    return None


def _propagated(clauses: Collection[Clause], known: dict[str, bool]) -> dict[str, bool] | None:
    """With all that follows from single clauses; None where one of them cannot be met."""
    grown = True
    while grown:
        grown = False
        for clause in clauses:
            if any(known.get(name) is value for name, value in clause):
                continue
            free = [literal for literal in clause if literal[0] not in known]
            if not free:
                return None
            if len(set(free)) == 1:
                known[free[0][0]] = free[0][1]
                grown = True
    return known


def forced(clauses: Collection[Clause], fixed: Setting) -> dict[str, bool]:
    """The values that all possible settings have which have those fixed; `fixed` must be possible.

    Each setting that is found takes all from the candidates which it has otherwise (Janota, Lynce and Marques-Silva,
    AI Communications 28, 2015).
    """
    known = _propagated(clauses, dict(fixed)) or {}
    left = {name: value for name, value in (a_setting(clauses, known) or {}).items() if name not in known}
    while left:
        name, value = next(iter(left.items()))
        other = a_setting(clauses, {**known, name: not value}, unlike=left)
        if other is None:
            known = _propagated(clauses, {**known, name: value}) or {}
        left = {
            name: value
            for name, value in left.items()
            if name not in known and (other is None or other[name] is value)
        }
    named = dict.fromkeys(name for clause in clauses for name, _ in clause)
    return {name: known[name] for name in named if name in known and name not in fixed}
