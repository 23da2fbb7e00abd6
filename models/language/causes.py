"""Why a recommendation has its verdict, in one cause for a card: names before codes, two short lines at most."""

from collections.abc import Sequence

from models.engine.asked_for import counted_arguments, unasked
from models.engine.explain import Trace
from models.language.counts import Counting, arguments_held
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.premises import (
    apart,
    causes_of_each,
    decisive_premises,
    denied,
    first_of,
    is_unargued,
    missed,
    premise_words,
    roots,
    roots_of_each,
    settling,
    together,
    was_argued,
)
from models.language.words import because, listed_causes, sentence_start, spelled, uncapitalised
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Reading, Verdict
from models.schema.result import RecommendationResult, RuleState, Status, Tally, Usage

NAMED = 2
ONLY_ADDED = marked("Only an analyst’s arguments are left, which do not count where every argument must hold")


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
            return _fallen(trace, result, arguments)


def brief_cause(trace: Trace, name: str) -> str:
    """The same where there is no room for a second name; empty where there is none, or clauses can be left out."""
    match trace.evaluation.recommendation[name].verdict:
        case Verdict.OPEN:
            return _depending(trace, trace.varies_with(name), 1)
        case Verdict.HOLDS:
            arguments = counted_arguments(trace, name)
            return "" if any(item.stands for item in arguments) else _whatever(trace, arguments, 1)
        case _:
            return ""


def only_left(trace: Trace, arguments: Sequence[Argument]) -> bool:
    """Whether all arguments applied at first, so that those which hold are what is left of them."""
    before = trace.snapshot.baseline.rule
    return all(before[item.rule].state is RuleState.APPLIES for item in arguments)


def _depending(trace: Trace, names: Sequence[str], most: int = NAMED) -> str:
    if len(names) != 1 or not is_unargued(trace, names[0]):
        whole = trace.evaluation.whole
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


def left(trace: Trace, name: str, arguments: Sequence[Argument], counting: Counting, why: str = "") -> str:
    """How many arguments hold, at least or at most where some are open, and what became of the others, or `why`."""
    held, standing = trace.evaluation.recommendation[name].holding, sum(item.stands for item in arguments)
    others = [item for item in arguments if not item.stands]
    unsettled = sum(item.holds is Status.OPEN for item in others)
    if unsettled == len(others) > 0 and standing == held.least > 0 and held.most == held.total:
        return _others_depend(trace, held, others)
    why = why or lost(trace, name, others)
    if held.total == 1 and not held.most:
        return because(message("Its only argument does not hold"), why)
    only = Counting.ONLY if counting is Counting.HOLD else counting
    return because(arguments_held(only, held), why)


def _others_depend(trace: Trace, held: Tally, others: Sequence[Argument]) -> str:
    on, number = first_of(trace, settling(trace, others)), len(others)
    sure = plural(
        "At least {number} of {total} holds",
        "At least {number} of {total} hold",
        held.least,
        total=held.total,
    )
    if trace.evaluation.whole:
        rest = plural("the other depends on {what}", "the others depend on {what}", number, what=on)
    else:
        rest = plural("the other may depend on {what}", "the others may depend on {what}", number, what=on)
    return told("{holding}; {rest}", holding=sure, rest=rest)


def lost(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """What became of the arguments that no longer carry: what they miss, and how many are rejected."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    missing = [item for item in in_use if item.missing]
    beaten = sum(item.holds is Status.REJECTED and item.state is RuleState.APPLIES for item in in_use)
    unsettled = sum(item.holds is Status.OPEN for item in in_use)
    rejected = len(arguments) - len(in_use)
    rest = len(in_use) - len(missing) - beaten - unsettled
    parts = [_missing(trace, missed(trace, name, missing), len(missing))] if missing else []
    if beaten:
        parts.append(told("an objection overrules {count}", count=spelled(beaten)))
    if rejected:
        count = spelled(rejected)
        parts.append(plural("{count} is rejected", "{count} are rejected", rejected, count=count))
    if unsettled:
        count = spelled(unsettled)
        parts.append(plural("{count} is open", "{count} are open", unsettled, count=count))
    if rest:
        count = spelled(rest)
        parts.append(
            plural("{count} does not hold either way", "{count} do not hold either way", rest, count=count)
        )
    return "; ".join(parts[:NAMED])


def _missing(trace: Trace, missing: Sequence[PremiseState], arguments: int) -> str:
    """What some arguments miss; of one that misses advice, that advice by its name and then the rest."""
    first, *rest = missing
    if arguments > 1 or first.statement not in trace.program.recommendations:
        return listed_causes(causes_of_each(trace, missing), NAMED)
    known = roots_of_each(trace, [first])
    beside = [cause for cause in causes_of_each(trace, rest) if cause not in known]
    told_first = premise_words(trace, first)
    if not beside:
        return told_first
    return told("{first}; besides, {second}", first=told_first, second=listed_causes(beside, NAMED))


def overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """By how many objections a statement is overruled, and what these rest on."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    beating = {rule for item in in_use for rule in item.beaten_by}
    opposing = [item for item in trace.arguments(name) if item.rule in beating]
    settled = [item for item in opposing if item.state is RuleState.APPLIES]
    beaten = [item for item in in_use if item.beaten_by and item.holds is Status.REJECTED]
    if any(item.holds is not Status.REJECTED for item in in_use) and (not settled or not beaten):
        return message("An objection overrules one argument or another")
    if (not settled or not beaten) and (causes := together(trace, inherited(trace, name, in_use))):
        return sentence_start(listed_causes(causes, NAMED))
    if not settled or not beaten:
        return message(
            "Its arguments fail or are overruled, either way"
            if len(in_use) > 1
            else "Its argument fails or is overruled, either way"
        )
    why = listed_causes(roots(trace, (premise for item in settled for premise in item.premises)), NAMED)
    both = len(in_use) == NAMED and all(_by(item, settled) for item in in_use)
    return because(_overruling(len(settled), in_use, beaten, both=both), why)


def _overruling(number: int, arguments: Sequence[Argument], beaten: Sequence[Argument], *, both: bool) -> str:
    """How many objections overrule what."""
    if len(arguments) == 1:
        return plural("An objection overrules it", "{number} objections overrule it", number)
    if both:
        return plural(
            "An objection overrules both arguments", "{number} objections overrule both arguments", number
        )
    if len(beaten) == 1:
        return plural(
            "An objection overrules one argument", "{number} objections overrule one argument", number
        )
    return plural(
        "An objection overrules its arguments", "{number} objections overrule its arguments", number
    )


def inherited(trace: Trace, name: str, arguments: Sequence[Argument]) -> list[PremiseState]:
    """The advice that is needed and fell for good, from which a statement has its own fall; none if it is no heir."""
    verdict_of = trace.evaluation.recommendation
    if name not in verdict_of or any(item.state is not RuleState.FAILS for item in arguments):
        return []
    missing = [premise for item in arguments for premise in item.missing if not premise.negated]
    fallen = [premise for premise in missing if premise.statement in verdict_of]
    return [item for item in fallen if verdict_of[item.statement].verdict is verdict_of[name].verdict]


def _by(argument: Argument, objections: Sequence[Argument]) -> bool:
    return any(item.rule in argument.beaten_by for item in objections)


def _fallen(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    if result.verdict is Verdict.FALLS:
        return _varying(trace, result.id, arguments)
    if not any(item.usage is Usage.IN_USE for item in arguments):
        return message(ONLY_ADDED) if _added_left(trace, result.id) else _all_rejected(len(arguments))
    missing = decisive_premises(trace, result, arguments)
    causes = causes_of_each(trace, missing)
    if causes:
        return sentence_start(listed_causes(causes, NAMED))
    if any(item.state is not RuleState.FAILS for item in arguments):
        return message("Its arguments do not hold, either way")
    first = next(item for item in arguments if item.usage is Usage.IN_USE)
    return told("What its argument needs cannot be so together: {what}", what=apart(trace, first))


def _varying(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """Why it falls in any case, where that is known, and on what the way depends."""
    names = trace.varies_with(name)
    if not names:
        how = message("How it falls is not settled")
    else:
        whole = trace.evaluation.whole
        pattern = "How it falls depends on {what}" if whole else "How it falls may depend on {what}"
        how = told(pattern, what=first_of(trace, names))
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    failing = [item for item in in_use if item.missing]
    every = trace.snapshot.scenario.reading is Reading.EVERY_STRAND
    if not failing or (len(failing) < len(in_use) and not every):
        return how
    premises = decisive_premises(trace, trace.evaluation.recommendation[name], arguments)
    why = listed_causes(causes_of_each(trace, premises), NAMED)
    return told("{why}; {how}", why=sentence_start(why), how=uncapitalised(how)) if why else how


def _added_left(trace: Trace, name: str) -> bool:
    rules = trace.evaluation.rule
    return any(rules[rule.id].usage is Usage.IN_USE for rule in unasked(trace.snapshot, name))


def _all_rejected(number: int) -> str:
    if not number:
        return message("No argument is counted for it")
    return message("Its only argument is rejected" if number == 1 else "All its arguments are rejected")
