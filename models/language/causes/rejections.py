"""What is told of rejected arguments and objections that a fall is for as well, as clauses by what they speak of."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.language.messages import marked, told
from models.language.naming import quoted
from models.language.words import listed, spelled
from models.schema.explanation import PremiseState
from models.schema.result import Usage

NAMED = 3


class _How(Enum):
    """What of a statement's arguments or objections is rejected, where no number tells it."""

    ONLY = auto()
    ALL = auto()
    ARGUMENT = auto()
    OBJECTION = auto()


_REJECTED = {
    _How.ONLY: (
        marked("the only argument for {name} is rejected"),
        marked("the only arguments for {names} are rejected"),
    ),
    _How.ALL: (
        marked("all arguments for {name} are rejected"),
        marked("all arguments for {names} are rejected"),
    ),
    _How.ARGUMENT: (
        marked("an argument for {name} is rejected"),
        marked("arguments for {names} are rejected"),
    ),
    _How.OBJECTION: (
        marked("an objection to {name} is rejected"),
        marked("objections to {names} are rejected"),
    ),
}
"""Of one statement, and of several alike."""


def rejection_words(trace: Trace, rules: Iterable[str]) -> Iterator[str]:
    """Those of one statement in one clause, and those of several alike: "arguments for “A” and “B” are rejected"."""
    counts: dict[tuple[str, bool], int] = {}
    for name in rules:
        rule = trace.case.rule_by_id[name]
        about = rule.conclusion, rule.opposes is not None
        counts[about] = counts.get(about, 0) + 1
    alike: dict[_How | tuple[str, bool], list[str]] = {}
    for about, number in counts.items():
        alike.setdefault(_how(trace, *about, number) or about, []).append(_name(trace, about[0]))
    for how, names in alike.items():
        if isinstance(how, _How):
            name = listed(names, limit=NAMED)
            yield told(_REJECTED[how][len(names) > 1], name=name, names=name)
        else:
            yield _counted(names[0], counts[how], opposing=how[1])


def is_itself_rejected(trace: Trace, premise: PremiseState) -> bool:
    """Whether a statement is missing for nothing but that its own arguments are rejected, which says it all."""
    reason, of = premise.reason, trace.case.rule_by_id
    if reason is None or reason.assumptions or not reason.set_aside:
        return False
    return all(of[rule].then == premise.statement for rule in reason.set_aside)


def _how(trace: Trace, conclusion: str, opposing: bool, number: int) -> _How | None:
    if opposing:
        return _How.OBJECTION if number == 1 else None
    arguments = counted_arguments(trace, conclusion)
    if all(item.usage is Usage.SET_ASIDE for item in arguments):
        return _How.ONLY if len(arguments) == 1 else _How.ALL
    return _How.ARGUMENT if number == 1 else None


def _counted(name: str, number: int, *, opposing: bool) -> str:
    count = spelled(number)
    if opposing:
        return told("{count} objections to {name} are rejected", count=count, name=name)
    return told("{count} arguments for {name} are rejected", count=count, name=name)


def _name(trace: Trace, conclusion: str) -> str:
    item = trace.case.by_id[conclusion]
    return quoted(item.brief if conclusion in trace.program.recommendations else item.title)
