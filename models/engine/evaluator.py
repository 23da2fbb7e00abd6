"""The one evaluator: walks the rules of a case once, in topological order, over any Boolean algebra."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter
from typing import Generic, TypeVar

from models.engine.algebra import Algebra
from models.schema.case import Case, Kind, Reading, Role, Rule
from models.schema.scenario import Scenario

T = TypeVar("T")


@dataclass(frozen=True)
class Program:
    """A case made ready to be walked: derived statements in order, each with the rules about it."""

    case: Case
    order: tuple[str, ...]
    supporting: Mapping[str, tuple[Rule, ...]]
    opposing: Mapping[str, tuple[Rule, ...]]
    recommendations: frozenset[str]


@dataclass(frozen=True)
class Settled(Generic[T]):
    """One element of the algebra for each statement (accepted) and each rule (applies)."""

    statements: Mapping[str, T]
    rules: Mapping[str, T]


@lru_cache(maxsize=16)
def compiled(case: Case) -> Program:
    """The case's program. A case has no loop by construction, so every statement has its place."""
    edges: dict[str, list[str]] = {item.id: [] for item in (*case.findings, *case.recommendations)}
    for rule in case.rules:
        edges[rule.conclusion] += [premise.statement for premise in rule.premises]
    names = edges.keys()
    order = tuple(name for name in TopologicalSorter(edges).static_order() if name in names)
    return Program(
        case=case,
        order=order,
        supporting={name: tuple(rule for rule in case.rules if rule.then == name) for name in names},
        opposing={name: tuple(rule for rule in case.rules if rule.opposes == name) for name in names},
        recommendations=frozenset(item.id for item in case.recommendations),
    )


@lru_cache(maxsize=16)
def cones(case: Case) -> Mapping[str, frozenset[str]]:
    """Under each statement, everything that it may depend on, itself included."""
    found = {item.id: frozenset({item.id}) for item in case.assumptions}
    program = compiled(case)
    for name in program.order:
        rules = program.supporting[name] + program.opposing[name]
        below = (found[premise.statement] for rule in rules for premise in rule.premises)
        found[name] = frozenset({name}).union(*below)
    return found


def rules_in_use(case: Case, scenario: Scenario) -> frozenset[str]:
    """The ids of the rules that are neither set aside nor switched off."""
    aside = set(scenario.set_aside)
    return frozenset(
        rule.id
        for rule in case.rules
        if rule.id not in aside and (scenario.added or rule.kind is not Kind.ADDED)
    )


def strands(program: Program, recommendation: str, in_use: Collection[str]) -> tuple[Rule, ...]:
    """The grounds that the every-strand reading asks for: supporting rules in use, `added` ones aside."""
    rules = program.supporting[recommendation]
    return tuple(rule for rule in rules if rule.id in in_use and rule.kind is not Kind.ADDED)


def settle(
    program: Program, algebra: Algebra[T], inputs: Mapping[str, T], in_use: Collection[str], reading: Reading
) -> Settled[T]:
    """Every statement and rule as an element of the algebra.

    `inputs` gives an element for each assumption (where it holds), `in_use` the rules that take part.
    Rules weigh against each other by strength and a tie goes to the opposition, after the proof standards of
    Carneades (Gordon, Prakken and Walton, Artificial Intelligence 171, 2007).
    """
    statements = dict(inputs)
    rules: dict[str, T] = {}
    for name in program.order:
        for rule in program.supporting[name] + program.opposing[name]:
            rules[rule.id] = all_premises(rule, algebra, statements) if rule.id in in_use else algebra.bottom
        weighed = {
            rule.id: unbeaten(program, algebra, rules, rule)
            for rule in program.supporting[name]
            if rule.id in in_use
        }
        if reading is Reading.EVERY_STRAND and name in program.recommendations:
            wanted = strands(program, name, in_use)
            accepted = algebra.top if wanted else algebra.bottom
            for rule in wanted:
                accepted = algebra.meet(accepted, weighed[rule.id])
        else:
            accepted = algebra.bottom
            for element in weighed.values():
                accepted = algebra.join(accepted, element)
        statements[name] = accepted
    return Settled(statements, rules)


def unbeaten(program: Program, algebra: Algebra[T], rules: Mapping[str, T], rule: Rule) -> T:
    """Where a supporting rule applies and is stronger than every opposing rule that applies."""
    element = rules[rule.id]
    for objection in program.opposing[rule.conclusion]:
        if objection.strength.rank >= rule.strength.rank:
            element = algebra.meet(element, algebra.negate(rules[objection.id]))
    return element


def all_premises(rule: Rule, algebra: Algebra[T], statements: Mapping[str, T], role: Role | None = None) -> T:
    """Where all premises of the rule (or those in one role) are met; `top` if there are none."""
    element = algebra.top
    for premise in rule.premises:
        if role is None or premise.role is role:
            accepted = statements[premise.statement]
            element = algebra.meet(element, algebra.negate(accepted) if premise.negated else accepted)
    return element
