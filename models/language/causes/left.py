"""How many arguments of a recommendation are left, and what became of the others."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.language.counts import Counting, arguments_held, how_many
from models.language.messages import message, plural, told
from models.language.premises import causes_of_each, first_of, missed, premise_words
from models.language.words import because, listed_causes, spelled
from models.schema.explanation import Argument, PremiseState
from models.schema.result import RuleState, Status, Tally, Usage

NAMED = 2


def left(trace: Trace, name: str, arguments: Sequence[Argument], counting: Counting, why: str = "") -> str:
    """How many arguments hold, at least or at most where some are open, and what became of the others.

    `why` is what is told of those that miss something, where there is room for more than a cause.
    """
    held, standing = trace.evaluation.recommendation[name].holding, sum(item.stands for item in arguments)
    others = [item for item in arguments if not item.stands]
    unsettled = sum(item.holds is Status.OPEN for item in others)
    if unsettled == len(others) > 0 and standing == held.least > 0 and held.most == held.total:
        return _others_depend(trace, held, others, counting)
    why = lost(trace, name, others, why)
    if held.total == 1 and not held.most:
        return because(message("Its only argument does not hold"), why)
    only = Counting.ONLY if counting is Counting.HOLD else counting
    return because(arguments_held(only, held), why)


def _others_depend(trace: Trace, held: Tally, others: Sequence[Argument], counting: Counting) -> str:
    on, number = first_of(trace, settling(trace, others)), len(others)
    sure = arguments_held(counting, held)
    if trace.evaluation.whole:
        rest = plural("the other depends on {what}", "the others depend on {what}", number, what=on)
    else:
        rest = plural("the other may depend on {what}", "the others may depend on {what}", number, what=on)
    return told("{holding}; {rest}", holding=sure, rest=rest)


def lost(trace: Trace, name: str, arguments: Sequence[Argument], why: str = "") -> str:
    """What became of the arguments that no longer carry: what they miss, and how many are rejected."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    missing = [item for item in in_use if item.missing]
    beaten = sum(item.holds is Status.REJECTED and item.state is RuleState.APPLIES for item in in_use)
    unsettled = sum(item.holds is Status.OPEN for item in in_use)
    rejected = len(arguments) - len(in_use)
    rest = len(in_use) - len(missing) - beaten - unsettled
    parts = [why or _missing(trace, missed(trace, name, missing), len(missing))] if missing else []
    if beaten:
        parts.append(told("an objection overrules {count}", count=spelled(beaten)))
    if rejected:
        count = spelled(rejected)
        parts.append(plural("{count} is rejected", "{count} are rejected", rejected, count=count))
    if unsettled and trace.evaluation.whole:  # else some of them may never hold
        parts.append(_open(trace.evaluation.recommendation[name].holding, len(arguments), unsettled))
    if rest:
        count = spelled(rest)
        parts.append(
            plural("{count} does not hold either way", "{count} do not hold either way", rest, count=count)
        )
    return "; ".join(parts[:NAMED])


def _open(held: Tally, others: int, unsettled: int) -> str:
    """How many are open; where some of them hold in any case, that too, so that all numbers add up."""
    count, sure = spelled(unsettled), held.total - others
    if held.least == sure:
        return plural("{count} is open", "{count} are open", unsettled, count=count)
    among = Tally(held.least - sure, held.most - sure, unsettled)
    some = spelled(among.least) if among.least == among.most else how_many(among)
    return plural(
        "of {count} that are open, {some} holds",
        "of {count} that are open, {some} hold",
        among.least if among.most == among.total else among.most,
        count=count,
        some=some,
    )


def _missing(trace: Trace, missing: Sequence[PremiseState], arguments: int) -> str:
    """What some arguments miss; of one that misses advice, that advice by its name and then the rest."""
    first, *rest = missing
    if arguments > 1 or first.statement not in trace.program.recommendations:
        return listed_causes(causes_of_each(trace, missing), NAMED)
    beside = causes_of_each(trace, rest, [first])
    told_first = premise_words(trace, first)
    if not beside:
        return told_first
    return told("{first}; besides, {second}", first=told_first, second=listed_causes(beside, NAMED))


def settling(trace: Trace, arguments: Sequence[Argument]) -> list[str]:
    """The assumptions that make the difference to some arguments, of linked ones those that premises rest on."""
    resting, run = _resting_on(trace, arguments), trace.run
    if run.exact:
        turning = {name for argument in arguments for name in run.turning(argument.rule)}
        resting = turning | (resting & trace.case.linked) or resting
    return [item.id for item in trace.case.assumptions if item.id in resting]


def _resting_on(trace: Trace, arguments: Sequence[Argument]) -> set[str]:
    """The assumptions that would settle the premises which are open."""
    return {
        name
        for argument in arguments
        for premise in argument.premises
        if premise.met is Status.OPEN
        and (not premise.choice or argument.choices[premise.choice - 1].met is Status.OPEN)
        for name in trace.varies_with(premise.statement) or (premise.statement,)
    }
