"""Which statements and inferences lead to a statement, and which lead on from it, whatever their states."""

from models.engine.program import cones
from models.schema.case import Case
from models.schema.value import Answer


class Route(Answer):
    """A part of the argument: statements, rules, and premises as pairs of a statement and a rule."""

    statements: frozenset[str]
    rules: frozenset[str]
    premises: frozenset[tuple[str, str]]


def leading_to(case: Case, name: str) -> Route:
    """The statement and all it may depend on; an id that the case does not have raises KeyError."""
    cone = cones(case)[name]
    rules = [rule for rule in case.rules if rule.conclusion in cone]
    return Route(
        statements=cone,
        rules=frozenset(rule.id for rule in rules),
        premises=frozenset((premise.statement, rule.id) for rule in rules for premise in rule.premises),
    )


def leading_from(case: Case, name: str) -> Route:
    """The statement and all that may depend on it."""
    statements = frozenset(other for other, cone in cones(case).items() if name in cone)
    premises = frozenset(
        (premise.statement, rule.id)
        for rule in case.rules
        for premise in rule.premises
        if premise.statement in statements
    )
    return Route(statements=statements, rules=frozenset(rule for _, rule in premises), premises=premises)


def passing_through(case: Case, name: str) -> Route:
    """All that leads to the statement or on from it."""
    before, after = leading_to(case, name), leading_from(case, name)
    return Route(
        statements=before.statements | after.statements,
        rules=before.rules | after.rules,
        premises=before.premises | after.premises,
    )
