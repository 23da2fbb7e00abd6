"""A case made ready to be walked: what each rule asks for, and the order in which statements are settled."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from graphlib import TopologicalSorter
from typing import NamedTuple

from models.schema.case import Case, Role, Rule
from models.schema.grades import Kind, Reading, Verdict
from models.schema.premises import Condition
from models.schema.scenario import Scenario
from models.schema.value import Answer

WAYS = {
    Role.IF: Verdict.UNSUPPORTED,
    Role.NEED: Verdict.NOT_NEEDED,
    Role.MEANS: Verdict.NOT_WORKABLE,
    Role.STANDING: Verdict.NO_STANDING,
}


class Literal(NamedTuple):
    """A premise made ready to be walked."""

    statement: str
    negated: bool
    role: Role


class Choice(NamedTuple):
    """Premises of which at `least` so many must be met."""

    least: int
    literals: tuple[Literal, ...]


class Asked(NamedTuple):
    """What is asked for: all of some premises, and enough of each choice."""

    plain: tuple[Literal, ...]
    choices: tuple[Choice, ...] = ()

    @property
    def literals(self) -> tuple[Literal, ...]:
        """All premises, those of choices too."""
        return self.plain + tuple(item for choice in self.choices for item in choice.literals)

    @property
    def parts(self) -> tuple["Asked", ...]:
        """Each premise and each choice by itself."""
        return (*(Asked((item,)) for item in self.plain), *(Asked((), (choice,)) for choice in self.choices))


class Stage(NamedTuple):
    """What an argument asks for at one step, and how a recommendation falls that lacks it.

    Where it is None, it falls in the way in which the recommendations fell that are asked for.
    """

    way: Verdict | None
    asked: Asked


class Program(Answer, kw_only=False):
    """A case made ready to be walked: derived statements in order, each with the rules about it.

    Under the id of each rule are its premises (`literals`), how they are asked for (`asked`), and the rules that
    beat it (`outweighing`); under that of an argument for a recommendation also its `stages`, in the order in
    which what it misses is told. A recommendation may inherit its fall from those under `inherited`. `argued` has the
    findings that argue for assumptions, and `assumed` those assumptions among the premises about each statement.
    """

    case: Case
    order: tuple[str, ...]
    supporting: Mapping[str, tuple[Rule, ...]]
    opposing: Mapping[str, tuple[Rule, ...]]
    literals: Mapping[str, tuple[Literal, ...]]
    asked: Mapping[str, Asked]
    outweighing: Mapping[str, tuple[Rule, ...]]
    recommendations: frozenset[str]
    argued: Mapping[str, tuple[str, ...]]
    assumed: Mapping[str, tuple[str, ...]]
    stages: Mapping[str, tuple[Stage, ...]]
    inherited: Mapping[str, tuple[str, ...]]

    def about(self, name: str) -> tuple[Rule, ...]:
        """The rules for a statement, and then those against it."""
        return self.supporting[name] + self.opposing[name]


@lru_cache(maxsize=16)
def compiled(case: Case) -> Program:
    """The case's program. A case has no loop by construction, so every statement has its place."""
    names = [item.id for item in (*case.findings, *case.recommendations)]
    edges: dict[str, list[str]] = {name: [] for name in names}
    argued = {item.id: item.argued_by for item in case.assumptions if item.argued_by}
    assumed: dict[str, dict[str, None]] = {name: {} for name in names}
    supporting: dict[str, list[Rule]] = {name: [] for name in names}
    opposing: dict[str, list[Rule]] = {name: [] for name in names}
    for rule in case.rules:
        (supporting if rule.then else opposing)[rule.conclusion].append(rule)
        for premise in rule.premises:
            edges[rule.conclusion] += (premise.statement, *argued.get(premise.statement, ()))
            if premise.statement in argued:
                assumed[rule.conclusion][premise.statement] = None
    asked = {rule.id: _asked(rule.conditions) for rule in case.rules}
    advice = frozenset(item.id for item in case.recommendations)
    stages = {rule.id: _stages(rule.conditions, advice) for rule in case.rules if rule.then in advice}
    return Program(
        case=case,
        order=tuple(name for name in TopologicalSorter(edges).static_order() if name in supporting),
        supporting={name: tuple(rules) for name, rules in supporting.items()},
        opposing={name: tuple(rules) for name, rules in opposing.items()},
        literals={name: item.literals for name, item in asked.items()},
        asked=asked,
        outweighing={
            rule.id: tuple(
                other for other in opposing[rule.conclusion] if other.strength.rank >= rule.strength.rank
            )
            for rule in case.rules
            if rule.then
        },
        recommendations=advice,
        argued=argued,
        assumed={name: tuple(found) for name, found in assumed.items()},
        stages=stages,
        inherited={name: _inherited(stages, supporting[name]) for name in advice},
    )


@lru_cache(maxsize=4096)  # while a case is written, its other rules stay as they are
def _asked(conditions: tuple[Condition, ...]) -> Asked:
    plain: list[Literal] = []
    choices: list[Choice] = []
    for item in conditions:
        literals = tuple(Literal(part.statement, part.negated, part.role) for part in item.parts)
        if item.is_choice:
            choices.append(Choice(item.least, literals))
        else:
            plain += literals
    return Asked(tuple(plain), tuple(choices))


def _stages(conditions: Iterable[Condition], advice: Collection[str]) -> tuple[Stage, ...]:
    """A need that is advice to be followed, and nothing else, is asked for after the other needs."""
    order = (
        (Role.IF, False),
        (Role.NEED, False),
        (Role.NEED, True),
        (Role.MEANS, False),
        (Role.STANDING, False),
    )
    steps: dict[tuple[Role, bool], list[Condition]] = {step: [] for step in order}
    for item in conditions:
        followed = all(part.statement in advice and not part.negated for part in item.parts)
        steps[item.role, followed and item.role is Role.NEED].append(item)
    return tuple(
        Stage(None if inherited else WAYS[role], _asked(tuple(found)))
        for (role, inherited), found in steps.items()
        if found
    )


def _inherited(stages: Mapping[str, Sequence[Stage]], rules: Iterable[Rule]) -> tuple[str, ...]:
    """The recommendations in whose way some arguments may fall."""
    asked = (stage.asked for rule in rules for stage in stages[rule.id] if stage.way is None)
    return tuple(dict.fromkeys(item.statement for found in asked for item in found.literals))


@lru_cache(maxsize=16)
def cones(case: Case) -> Mapping[str, frozenset[str]]:
    """Under each statement, everything that it may depend on, itself included."""
    found = {item.id: frozenset({item.id}) for item in case.assumptions}
    program = compiled(case)
    for name in program.order:
        for item in program.assumed[name]:
            found[item] = frozenset({item}).union(*(found[finding] for finding in program.argued[item]))
        premises = (program.literals[rule.id] for rule in program.about(name))
        below = (found[premise.statement] for literals in premises for premise in literals)
        found[name] = frozenset({name}).union(*below)
    for item, findings in program.argued.items():
        found[item] = frozenset({item}).union(*(found[finding] for finding in findings))
    return found


def together(case: Case, name: str, as_argued: Collection[str] | None = None) -> frozenset[str]:
    """A statement's cone with all that links tie to it, and their cones: what its completions are made of.

    A link speaks of what argues for an assumption, too, where that is taken `as_argued`, as any may be if that is None.
    """
    if not case.links:
        return cones(case)[name]
    argued = compiled(case).argued if as_argued is None else as_argued
    return _tied(case, name, case.linked.intersection(argued))


@lru_cache(maxsize=2048)
def _tied(case: Case, name: str, argued: frozenset[str]) -> frozenset[str]:
    found, beneath = cones(case)[name], cones(case)
    ties = [
        (frozenset(link.names).union(*(beneath[item] for item in argued.intersection(link.names))), link)
        for link in case.links
    ]
    grown = True
    while grown:
        tied = (item for tie, link in ties if not found.isdisjoint(tie) for item in link.names)
        more = found.union(*(beneath[item] for item in tied))
        grown, found = len(more) > len(found), more
    return found


def rules_in_use(case: Case, scenario: Scenario) -> frozenset[str]:
    """The ids of the rules that are neither set aside nor switched off."""
    return _in_use(case, scenario.set_aside, scenario.added)


@lru_cache(maxsize=64)
def _in_use(case: Case, set_aside: tuple[str, ...], added: bool) -> frozenset[str]:
    aside = frozenset(set_aside)
    rules = (rule for rule in case.rules if added or rule.kind is not Kind.ADDED)
    return frozenset(rule.id for rule in rules if rule.id not in aside)


def leading_on(
    program: Program, name: str, in_use: Collection[str], as_argued: Collection[str] = ()
) -> set[str]:
    """The statement and all that the rules in use lead to from it, and from assumptions that are taken as argued."""
    reached = {name}
    for derived in (*program.order, ""):
        for item in as_argued:
            if not reached.isdisjoint(program.argued.get(item, ())):
                reached.add(item)
        if not derived:
            break
        rules = (rule.id for rule in program.about(derived) if rule.id in in_use)
        if any(item.statement in reached for rule in rules for item in program.literals[rule]):
            reached.add(derived)
    return reached


def wanted_arguments(
    program: Program, recommendation: str, in_use: Collection[str], reading: Reading
) -> tuple[Rule, ...]:
    """The arguments in use for a recommendation, `added` ones aside where every argument must hold."""
    rules = tuple(rule for rule in program.supporting[recommendation] if rule.id in in_use)
    if reading is Reading.EVERY_ARGUMENT:
        return tuple(rule for rule in rules if rule.kind is not Kind.ADDED)
    return rules
