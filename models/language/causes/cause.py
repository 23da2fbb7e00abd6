"""Why a recommendation has its verdict, in one cause for a card: names before codes, two short lines at most."""

from collections.abc import Sequence

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.language.causes.fallen import briefly_fallen, fallen, overruled
from models.language.causes.left import NAMED, left, lost, settling
from models.language.counts import Counting, arguments_held
from models.language.messages import message, plural, told
from models.language.naming import quoted
from models.language.premises import denied, first_of
from models.language.suppositions import is_unargued, was_argued
from models.language.words import sentence_start
from models.schema.explanation import Argument
from models.schema.grades import Verdict
from models.schema.result import RuleState, Status, Usage


def cause(trace: Trace, name: str) -> str:
    """The cause of a recommendation's verdict, without a full stop."""
    result = trace.evaluation.recommendation[name]
    arguments = counted_arguments(trace, name)
    match result.verdict:
        case Verdict.OPEN:
            return _depending(trace, trace.varies_with(name))
        case Verdict.HOLDS:
            return _holding(trace, name, arguments)
        case Verdict.FEWER:
            gone = only_left(trace, arguments)
            return left(trace, name, arguments, Counting.LEFT if gone else Counting.HOLD)
        case Verdict.INCOMPLETE:
            return left(trace, name, arguments, Counting.ONLY)
        case Verdict.OVERRULED:
            return overruled(trace, name, arguments)
        case _:
            return fallen(trace, result, arguments)


def brief_cause(trace: Trace, name: str) -> str:
    """The same where there is no room for a second name or a word; empty where clauses can be left out."""
    result = trace.evaluation.recommendation[name]
    match result.verdict:
        case Verdict.OPEN:
            return _depending(trace, trace.varies_with(name), 1)
        case Verdict.HOLDS:
            arguments = counted_arguments(trace, name)
            if not any(item.stands for item in arguments):
                return _whatever(trace, arguments, 1)
            sure = result.holding.least < result.holding.most == result.holding.total
            return left(trace, name, arguments, Counting.BRIEFLY) if sure else ""
        case Verdict.FEWER | Verdict.INCOMPLETE | Verdict.OVERRULED | Verdict.FALLS:
            return ""
        case _:
            return briefly_fallen(trace, result, counted_arguments(trace, name))


def only_left(trace: Trace, arguments: Sequence[Argument]) -> bool:
    """Whether all arguments applied at first, so that those which hold are what is left of them."""
    before = trace.snapshot.baseline.rule
    return all(before[item.rule].state is RuleState.APPLIES for item in arguments)


def _depending(trace: Trace, names: Sequence[str], most: int = NAMED) -> str:
    whole = trace.evaluation.whole
    if len(names) != 1 or not whole or not is_unargued(trace, names[0]):
        on = first_of(trace, names, most)
        return told("Depends on {what}" if whole else "May depend on {what}", what=on)
    return told(
        "{name} is no longer argued for, so it could be either"
        if was_argued(trace, names[0])
        else "{name} is not argued for, so it could be either",
        name=quoted(trace.case.by_id[names[0]].title),
    )


def _holding(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    standing = [item for item in arguments if item.stands]
    if not standing:
        return _whatever(trace, arguments)
    if len(arguments) == 1:
        return _supporting(trace, standing[0])
    if any(item.holds is Status.OPEN for item in arguments):
        return left(trace, name, arguments, Counting.HOLD)
    if len(standing) < len(arguments):
        held = trace.evaluation.recommendation[name].holding
        return _others_not(trace, name, arguments, arguments_held(Counting.HOLD, held))
    if len(arguments) == NAMED:
        return message("Both arguments hold")
    return told("All {number} arguments hold", number=len(arguments))


def _whatever(trace: Trace, arguments: Sequence[Argument], most: int = NAMED) -> str:
    what = first_of(trace, settling(trace, arguments), most)
    return told("Whatever becomes of {what}, an argument holds", what=what)


def _others_not(trace: Trace, name: str, arguments: Sequence[Argument], holding: str) -> str:
    """How many hold, and why the others do not: that they were rejected, or what they miss."""
    others = [item for item in arguments if not item.stands]
    if all(_either_way(item) for item in others):
        return plural(
            "{holding}; the other does not hold either way",
            "{holding}; the others do not hold either way",
            len(others),
            holding=holding,
        )
    if any(item.usage is not Usage.SET_ASIDE for item in others):
        return plural(
            "{holding}; the other does not, as {why}",
            "{holding}; the others do not, as {why}",
            len(others),
            holding=holding,
            why=lost(trace, name, others),
        )
    one = len(others) == 1
    return told(
        "{holding}; the other is rejected" if one else "{holding}; the others are rejected", holding=holding
    )


def _either_way(argument: Argument) -> bool:
    """Whether an argument in use carries in no completion, though for no one reason that all of them share."""
    overruled = argument.state is RuleState.APPLIES
    return (
        argument.usage is Usage.IN_USE
        and argument.holds is Status.REJECTED
        and not (argument.missing or overruled)
    )


def _supporting(trace: Trace, argument: Argument) -> str:
    """What the only argument rests on first: a finding or assumption rather than other advice."""
    met = [item for item in argument.premises if item.met is Status.ACCEPTED]
    own = [item for item in met if item.statement not in trace.program.recommendations]
    if not met:
        return message("Its only argument holds")
    first = (own or met)[0]
    if not first.negated:
        return trace.case.by_id[first.statement].title
    return sentence_start(denied(trace, first.statement))
