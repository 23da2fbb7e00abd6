"""What is told of rejected arguments and objections that a fall is for as well, as clauses by what they speak of."""

from collections.abc import Iterable, Iterator

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.language.messages import plural, told
from models.language.naming import quoted
from models.language.words import spelled
from models.schema.case import Rule
from models.schema.explanation import PremiseState
from models.schema.result import Usage


def rejection_words(trace: Trace, rules: Iterable[str]) -> Iterator[str]:
    """Those of one statement in one clause: "an argument for “Limit the arsenal” is rejected"."""
    alike: dict[tuple[str, bool], list[Rule]] = {}
    for name in rules:
        rule = trace.case.rule_by_id[name]
        alike.setdefault((rule.conclusion, rule.opposes is not None), []).append(rule)
    for (conclusion, opposing), found in alike.items():
        yield (_objections if opposing else _arguments)(trace, conclusion, len(found))


def is_itself_rejected(trace: Trace, premise: PremiseState) -> bool:
    """Whether a statement is missing for nothing but that its own arguments are rejected, which says it all."""
    reason, of = premise.reason, trace.case.rule_by_id
    if reason is None or reason.assumptions or not reason.set_aside:
        return False
    return all(of[rule].then == premise.statement for rule in reason.set_aside)


def _arguments(trace: Trace, conclusion: str, number: int) -> str:
    arguments, name = counted_arguments(trace, conclusion), _name(trace, conclusion)
    if all(item.usage is Usage.SET_ASIDE for item in arguments):
        only = len(arguments) == 1
        return told(
            "the only argument for {name} is rejected" if only else "all arguments for {name} are rejected",
            name=name,
        )
    return plural(
        "an argument for {name} is rejected",
        "{count} arguments for {name} are rejected",
        number,
        count=spelled(number),
        name=name,
    )


def _objections(trace: Trace, conclusion: str, number: int) -> str:
    name = _name(trace, conclusion)
    if number == 1:
        return told("an objection to {name} is rejected", name=name)
    return told("{count} objections to {name} are rejected", count=spelled(number), name=name)


def _name(trace: Trace, conclusion: str) -> str:
    item = trace.case.by_id[conclusion]
    return quoted(item.brief if conclusion in trace.program.recommendations else item.title)
