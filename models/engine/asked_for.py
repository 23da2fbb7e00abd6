"""Which arguments are asked for, no analysts' where every one must hold, and what tells one from the others."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.schema.case import Rule
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Kind, Reading
from models.schema.result import Usage
from models.schema.snapshot import Snapshot


def counted_arguments(trace: Trace, name: str) -> list[Argument]:
    """The arguments for a statement that are asked for: none that are switched off with the objections."""
    spared = {rule.id for rule in unasked(trace.snapshot, name)}
    return [
        item
        for item in trace.arguments(name)
        if item.supports and item.usage is not Usage.SWITCHED_OFF and item.rule not in spared
    ]


def unasked(snapshot: Snapshot, name: str) -> list[Rule]:
    """The arguments of a recommendation that take part and yet need not hold, as every one of the source's must."""
    if (
        snapshot.scenario.reading is not Reading.EVERY_ARGUMENT
        or name not in snapshot.evaluation.recommendation
    ):
        return []
    rules = snapshot.evaluation.rule
    return [
        rule
        for rule in snapshot.case.rules
        if rule.then == name and rule.kind is Kind.ADDED and rules[rule.id].usage is not Usage.SWITCHED_OFF
    ]


def own_premises(arguments: Sequence[Argument]) -> list[PremiseState]:
    """What tells each argument from the others: its first premise that not all of them have."""
    statements = [frozenset(premise.statement for premise in item.premises) for item in arguments]
    shared = frozenset.intersection(*statements) if statements else frozenset()
    own = ((premise for premise in item.premises if premise.statement not in shared) for item in arguments)
    return [next(found, item.premises[0]) for found, item in zip(own, arguments, strict=True)]
