"""What a fall is for beside its first cause: how other arguments fail, and that some are rejected."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.language.causes.choices import wanted
from models.language.messages import message, plural, told
from models.language.premises import NAMED, causes_of_each, enough_missing
from models.language.words import listed, listed_causes, spelled
from models.schema.explanation import Argument
from models.schema.grades import Reading
from models.schema.result import Status, Usage


def beside(trace: Trace, name: str, arguments: Sequence[Argument]) -> list[str]:
    """What else it takes beside what arguments miss, in clauses; none where one that fails is enough."""
    return [
        part for part in (_also_apart(trace, name, arguments), also_rejected(trace, name, arguments)) if part
    ]


def also_rejected(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """That arguments beside those which fail are rejected, as a clause; empty where one that fails is enough."""
    in_use = sum(item.usage is Usage.IN_USE for item in arguments)
    rejected = _rejected(arguments)
    if not in_use or not rejected or _one_is_enough(trace, name):
        return ""
    if in_use == 1:
        return others_rejected(rejected)
    count = spelled(rejected)
    return plural("{count} argument is rejected", "{count} arguments are rejected", rejected, count=count)


def others_rejected(number: int) -> str:
    """That the other arguments, so many, are rejected, as a clause; empty where there are none."""
    if number <= 1:
        return message("the other argument is rejected") if number else ""
    return message("the other arguments are rejected")


def others_fail(trace: Trace, arguments: Sequence[Argument], others: Sequence[Argument]) -> list[str]:
    """Why others of the arguments in use never hold, beside those that were told of, as clauses."""
    missing = [item for item in others if item.missing]
    either = len(others) - len(missing)
    whole = not _rejected(arguments)
    parts = list[str]()
    if missing:
        premises = [premise for item in missing for premise in enough_missing(trace, item)]
        why = listed_causes(causes_of_each(trace, premises), NAMED)
        parts.append(_failing(len(missing), why, rest=whole and not either))
    if either and whole and not missing:
        parts.append(
            plural("the other does not hold either way", "the others do not hold either way", either)
        )
    elif either:
        count = spelled(either)
        parts.append(
            plural(
                "{count} more does not hold either way",
                "{count} more do not hold either way",
                either,
                count=count,
            )
        )
    return parts


def _failing(number: int, why: str, *, rest: bool) -> str:
    if rest:
        return plural("the other fails, as {why}", "the others fail, as {why}", number, why=why)
    count = spelled(number)
    return plural("{count} more fails, as {why}", "{count} more fail, as {why}", number, count=count, why=why)


def apart_first(trace: Trace, arguments: Sequence[Argument]) -> list[str]:
    """What the first argument asks for that misses nothing and yet never applies, and how others fail, as clauses."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    first = next((item for item in in_use if item.clashes), None)
    if first is None:
        return []
    apart = told(
        "What its argument needs cannot be so together: {what}"
        if len(in_use) == 1
        else "What one argument needs cannot be so together: {what}",
        what=_apart(trace, first),
    )
    return [apart, *others_fail(trace, arguments, [item for item in in_use if item is not first])]


def _also_apart(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """That others ask for what can never be so together, where some miss something."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    apart = [item for item in in_use if item.clashes]
    if not apart or not any(item.missing for item in in_use) or _one_is_enough(trace, name):
        return ""
    if len(apart) > 1:
        return told("what {count} arguments need cannot be so together", count=spelled(len(apart)))
    rest = len(in_use) == NAMED and not _rejected(arguments)
    return told(
        "what the other argument needs cannot be so together: {what}"
        if rest
        else "what another argument needs cannot be so together: {what}",
        what=_apart(trace, apart[0]),
    )


def _one_is_enough(trace: Trace, name: str) -> bool:
    """Whether it falls with any one of its arguments."""
    every = trace.snapshot.scenario.reading is Reading.EVERY_ARGUMENT
    return every and name in trace.program.recommendations


def _rejected(arguments: Sequence[Argument]) -> int:
    return sum(item.usage is Usage.SET_ASIDE for item in arguments)


def _apart(trace: Trace, argument: Argument) -> str:
    """What an argument asks for that can never be so together, each as it wants it: "“A” and not “B”"."""
    plain = [item for item in argument.premises if item.met is Status.OPEN and not item.choice]
    asked = [wanted(trace, item) for item in sorted(plain, key=lambda item: item.negated)]
    for place, choice in enumerate(argument.choices, start=1):
        if choice.met is not Status.ACCEPTED:
            parts = [item for item in argument.premises if item.choice == place]
            names = listed((wanted(trace, item) for item in parts), "or" if choice.least == 1 else "and")
            one = choice.least == 1
            asked.append(names if one else told("{number} of {names}", number=choice.least, names=names))
    return listed(asked)
