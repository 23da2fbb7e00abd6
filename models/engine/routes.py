"""Which statements and inferences lead to a statement, and which lead on from it, whatever their states."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from models.engine.program import compiled, cones, rules_in_use
from models.schema.case import Case, Rule
from models.schema.grades import Stance
from models.schema.scenario import Scenario
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


@lru_cache(maxsize=16)
def neighbourhood(case: Case, name: str, most: int) -> Case | None:
    """The part of a case that a statement has to do with; of what is too much for it the next step, or nothing."""
    route = passing_through(case, name)
    rules = (case.rule_by_id[rule] for rule in route.rules)
    names = route.statements.union(*map(_joined, rules))
    if len(names) > most:
        near = (rule for rule in case.rules if name in _joined(rule))
        names = frozenset((name,)).union(*map(_joined, near))
    return _part(case, names) if 1 < len(names) <= most else None


def _joined(rule: Rule) -> frozenset[str]:
    return frozenset((rule.conclusion, *(premise.statement for premise in rule.premises)))


def _part(case: Case, names: frozenset[str]) -> Case:
    return replace(
        case,
        assumptions=tuple(
            replace(item, argued_by=tuple(finding for finding in item.argued_by if finding in names))
            for item in case.assumptions
            if item.id in names
        ),
        findings=tuple(item for item in case.findings if item.id in names),
        recommendations=tuple(item for item in case.recommendations if item.id in names),
        rules=tuple(rule for rule in case.rules if _joined(rule) <= names),
        links=(),
        feedback=(),
        coherence=(),
        tests=(),
    )


def arguing_for(case: Case, scenario: Scenario) -> Mapping[str, frozenset[str]]:
    """Under each statement, what is part of an argument for it: premises, and what leads to one of them.

    Arguments that take part lead on, objections do not; and so do findings that argue for what is taken as argued.
    """
    stances = scenario.stance_of.items()
    argued = frozenset(name for name, stance in stances if stance is Stance.AS_ARGUED)
    return _arguing_for(case, rules_in_use(case, scenario), argued)


@lru_cache(maxsize=16)
def _arguing_for(case: Case, in_use: frozenset[str], argued: frozenset[str]) -> Mapping[str, frozenset[str]]:
    program = compiled(case)
    below = dict.fromkeys(case.by_id, frozenset[str]())

    def leading(names: Collection[str]) -> frozenset[str]:
        return frozenset(names).union(*(below[name] for name in names))

    for derived in program.order:
        for item in argued.intersection(program.assumed[derived]):
            below[item] = leading(program.argued[item])
        rules = (rule.id for rule in program.supporting[derived] if rule.id in in_use)
        below[derived] = leading([item.statement for rule in rules for item in program.literals[rule]])
    for item in argued.intersection(program.argued):
        below[item] = leading(program.argued[item])
    return below
