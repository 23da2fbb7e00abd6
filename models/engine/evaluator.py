"""The one evaluator: walks the rules of a case once, in topological order, over any Boolean algebra."""

from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

from models.engine.algebra import Algebra, at_least
from models.engine.program import Asked, Program, wanted_arguments
from models.schema.grades import Reading
from models.schema.value import Answer

T = TypeVar("T")
STAYS = "?"
"""What stands behind an assumption in the name of a second variable: whether it is taken as argued."""


class Settled(Answer, Generic[T], kw_only=False):
    """One element of the algebra for each statement (accepted) and each rule (applies)."""

    statements: Mapping[str, T]
    rules: Mapping[str, T]


def settle(
    program: Program,
    algebra: Algebra[T],
    inputs: Mapping[str, T],
    in_use: Collection[str],
    reading: Reading,
    as_argued: Mapping[str, T] | None = None,
) -> Settled[T]:
    """Every statement and rule as an element of the algebra.

    `inputs` gives an element for each assumption (where it holds), `in_use` the rules that take part. Where an
    assumption is `as_argued`, it also holds where a finding is accepted that argues for it.
    Rules weigh against each other by strength and a tie goes to the opposition, after the proof standards of
    Carneades (Gordon, Prakken and Walton, Artificial Intelligence 171, 2007).
    """
    statements = dict(inputs)
    rules: dict[str, T] = {}
    waiting = dict(as_argued or {})
    for name in program.order:
        for item in program.assumed[name] if waiting else ():
            _argue(program, algebra, statements, item, waiting)
        for rule in program.about(name):
            used = rule.id in in_use
            rules[rule.id] = met(program.asked[rule.id], algebra, statements) if used else algebra.bottom
        if reading is Reading.EVERY_ARGUMENT and name in program.recommendations:
            wanted = wanted_arguments(program, name, in_use, reading)
            accepted = algebra.top if wanted else algebra.bottom
            for rule in reversed(wanted):
                accepted = algebra.meet(accepted, unbeaten(program, algebra, rules, rule.id))
        else:
            accepted = algebra.bottom
            for rule in reversed(program.supporting[name]):
                if rule.id in in_use:
                    accepted = algebra.join(accepted, unbeaten(program, algebra, rules, rule.id))
        statements[name] = accepted
    for item in list(waiting):
        if all(finding in statements for finding in program.argued.get(item, ())):
            _argue(program, algebra, statements, item, waiting)
    return Settled(statements, rules)


def _argue(
    program: Program, algebra: Algebra[T], statements: dict[str, T], item: str, waiting: dict[str, T]
) -> None:
    """Lets an assumption hold where it is taken as argued and a finding is accepted that argues for it."""
    if item not in waiting:
        return
    place = waiting.pop(item)
    for finding in program.argued.get(item, ()):
        argued = algebra.meet(place, statements[finding])
        statements[item] = algebra.join(statements[item], argued)


def possible(program: Program, algebra: Algebra[T], statements: Mapping[str, T]) -> T:
    """Where the links between assumptions allow it; those that speak of what is not walked are left out."""
    element = algebra.top
    for clause in program.case.clauses:
        if all(name in statements for name, _ in clause):
            either = algebra.bottom
            for name, held in clause:
                either = algebra.join(either, statements[name] if held else algebra.negate(statements[name]))
            element = algebra.meet(element, either)
    return element


def met(asked: Asked, algebra: Algebra[T], statements: Mapping[str, T]) -> T:
    """Where all that is asked for is met; `top` if that is nothing."""
    element = algebra.top
    for name, negated, _ in reversed(asked.plain):
        accepted = statements[name]
        element = algebra.meet(element, algebra.negate(accepted) if negated else accepted)
    for least, literals in asked.choices:
        parts = [algebra.negate(statements[name]) if no else statements[name] for name, no, _ in literals]
        element = algebra.meet(element, at_least(algebra, parts, least)[least])
    return element


def unbeaten(program: Program, algebra: Algebra[T], rules: Mapping[str, T], rule: str) -> T:
    """Where a supporting rule applies and is stronger than every opposing rule that applies."""
    element = rules[rule]
    for objection in program.outweighing[rule]:
        element = algebra.meet(element, algebra.negate(rules[objection.id]))
    return element
