"""Which settings of a scope are possible: by links, and by what argues for assumptions that are taken as argued.

They are the same for every statement: what is tied to it by either, however far away, is walked with it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from models.analyses.scope import Scope
from models.engine.algebra import Algebra
from models.engine.evaluator import possible
from models.engine.program import compiled, together

T = TypeVar("T")


@lru_cache(maxsize=2048)
def walked_with(scope: Scope, name: str) -> frozenset[str]:
    """A statement with all beneath it, and all that ties to that: what its possible settings are made of."""
    case, varied = scope.case, frozenset(scope.varied)
    argued = scope.as_argued + scope.carried
    found = together(case, name, argued)
    ties = [together(case, item, argued) for item in conditioned(scope)]
    grown = True
    while grown:
        more = found.union(*(tie for tie in ties if not (tie & varied).isdisjoint(found)))
        grown, found = len(more) > len(found), more
    return found


def conditioned(scope: Scope) -> tuple[str, ...]:
    """The assumptions that hold wherever a finding is accepted that argues for them, and there is no choice."""
    return () if scope.staying else scope.as_argued


def where_possible(scope: Scope, algebra: Algebra[T], statements: Mapping[str, T]) -> T:
    """Where links allow it and what is as argued holds if it is argued for; what was not walked is left out."""
    program = compiled(scope.case)
    allowed = possible(program, algebra, statements) if scope.case.links else algebra.top
    for item in conditioned(scope):
        findings = program.argued.get(item, ())
        if item in statements and all(finding in statements for finding in findings):
            followed = algebra.bottom
            for finding in findings:
                followed = algebra.join(followed, statements[finding])
            allowed = algebra.meet(allowed, algebra.join(statements[item], algebra.negate(followed)))
    return allowed
