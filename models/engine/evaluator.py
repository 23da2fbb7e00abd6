"""The one evaluator: walks the rules of a case once, in topological order, over any Boolean algebra."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter
from typing import Generic, NamedTuple, TypeVar

from models.engine.algebra import Algebra
from models.schema.case import Case, Kind, Reading, Role, Rule
from models.schema.scenario import Scenario

T = TypeVar("T")


class Literal(NamedTuple):
    """A premise made ready to be walked."""

    statement: str
    negated: bool
    role: Role


@dataclass(frozen=True)
class Program:
    """A case made ready to be walked: derived statements in order, each with the rules about it.

    Under the id of each rule are its premises (`literals`) and the rules that beat it (`outweighing`).
    """

    case: Case
    order: tuple[str, ...]
    supporting: Mapping[str, tuple[Rule, ...]]
    opposing: Mapping[str, tuple[Rule, ...]]
    literals: Mapping[str, tuple[Literal, ...]]
    outweighing: Mapping[str, tuple[Rule, ...]]
    recommendations: frozenset[str]

    def about(self, name: str) -> tuple[Rule, ...]:
        """The rules for a statement, and then those against it."""
        return self.supporting[name] + self.opposing[name]


@dataclass(frozen=True)
class Settled(Generic[T]):
    """One element of the algebra for each statement (accepted) and each rule (applies)."""

    statements: Mapping[str, T]
    rules: Mapping[str, T]


@lru_cache(maxsize=16)
def compiled(case: Case) -> Program:
    """The case's program. A case has no loop by construction, so every statement has its place."""
    names = [item.id for item in (*case.findings, *case.recommendations)]
    edges: dict[str, list[str]] = {name: [] for name in names}
    supporting: dict[str, list[Rule]] = {name: [] for name in names}
    opposing: dict[str, list[Rule]] = {name: [] for name in names}
    for rule in case.rules:
        (supporting if rule.then else opposing)[rule.conclusion].append(rule)
        edges[rule.conclusion] += [premise.statement for premise in rule.premises]
    return Program(
        case=case,
        order=tuple(name for name in TopologicalSorter(edges).static_order() if name in supporting),
        supporting={name: tuple(rules) for name, rules in supporting.items()},
        opposing={name: tuple(rules) for name, rules in opposing.items()},
        literals={
            rule.id: tuple(Literal(item.statement, item.negated, item.role) for item in rule.premises)
            for rule in case.rules
        },
        outweighing={
            rule.id: tuple(
                other for other in opposing[rule.conclusion] if other.strength.rank >= rule.strength.rank
            )
            for rule in case.rules
            if rule.then
        },
        recommendations=frozenset(item.id for item in case.recommendations),
    )


@lru_cache(maxsize=16)
def cones(case: Case) -> Mapping[str, frozenset[str]]:
    """Under each statement, everything that it may depend on, itself included."""
    found = {item.id: frozenset({item.id}) for item in case.assumptions}
    program = compiled(case)
    for name in program.order:
        premises = (program.literals[rule.id] for rule in program.about(name))
        below = (found[premise.statement] for literals in premises for premise in literals)
        found[name] = frozenset({name}).union(*below)
    return found


def rules_in_use(case: Case, scenario: Scenario) -> frozenset[str]:
    """The ids of the rules that are neither set aside nor switched off."""
    return _in_use(case, scenario.set_aside, scenario.added)


@lru_cache(maxsize=64)
def _in_use(case: Case, set_aside: tuple[str, ...], added: bool) -> frozenset[str]:
    aside = frozenset(set_aside)
    rules = (rule for rule in case.rules if added or rule.kind is not Kind.ADDED)
    return frozenset(rule.id for rule in rules if rule.id not in aside)


def leading_on(program: Program, name: str, in_use: Collection[str]) -> set[str]:
    """The statement and all that the rules in use lead to from it."""
    reached = {name}
    for derived in program.order:
        rules = (rule.id for rule in program.about(derived) if rule.id in in_use)
        if any(item.statement in reached for rule in rules for item in program.literals[rule]):
            reached.add(derived)
    return reached


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
        for rule in program.about(name):
            used = rule.id in in_use
            rules[rule.id] = met(program.literals[rule.id], algebra, statements) if used else algebra.bottom
        if reading is Reading.EVERY_STRAND and name in program.recommendations:
            wanted = strands(program, name, in_use)
            accepted = algebra.top if wanted else algebra.bottom
            for rule in wanted:
                accepted = algebra.meet(accepted, _unbeaten(program, algebra, rules, rule.id))
        else:
            accepted = algebra.bottom
            for rule in program.supporting[name]:
                if rule.id in in_use:
                    accepted = algebra.join(accepted, _unbeaten(program, algebra, rules, rule.id))
        statements[name] = accepted
    return Settled(statements, rules)


def met(literals: Iterable[Literal], algebra: Algebra[T], statements: Mapping[str, T]) -> T:
    """Where all of some premises are met; `top` if there are none."""
    element = algebra.top
    for name, negated, _ in literals:
        accepted = statements[name]
        element = algebra.meet(element, algebra.negate(accepted) if negated else accepted)
    return element


def _unbeaten(program: Program, algebra: Algebra[T], rules: Mapping[str, T], rule: str) -> T:
    """Where a supporting rule applies and is stronger than every opposing rule that applies."""
    element = rules[rule]
    for objection in program.outweighing[rule]:
        element = algebra.meet(element, algebra.negate(rules[objection.id]))
    return element
