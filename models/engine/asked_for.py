"""Which arguments for a statement are asked for: where every one must hold, those that analysts added are not."""

from models.engine.explain import Trace
from models.schema.case import Rule
from models.schema.explanation import Argument
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
