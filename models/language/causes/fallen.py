"""Why a recommendation fell: what its arguments miss, by which objections it is overruled, whose fall it inherits."""

from collections.abc import Sequence

from models.engine.asked_for import unasked
from models.engine.explain import Trace
from models.engine.program import WAYS
from models.language.causes.left import NAMED
from models.language.messages import marked, message, plural, told
from models.language.naming import quoted
from models.language.premises import (
    ROLES_IN_TURN,
    causes_of_each,
    decisive_premises,
    first_of,
    is_followed,
    premise_words,
    rejected_below,
    roots,
    together,
)
from models.language.words import because, listed, listed_causes, sentence_start, spelled, uncapitalised
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Reading, Verdict
from models.schema.result import RecommendationResult, RuleState, Status, Usage

ONLY_ADDED = marked("Only an analyst’s arguments are left, which do not count where every argument must hold")


def overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """By how many objections a statement is overruled, what these rest on, and that other arguments are rejected."""
    return _besides(_overruled(trace, name, arguments), also_rejected(trace, name, arguments))


def _overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    beating = {rule for item in in_use for rule in item.beaten_by}
    opposing = [item for item in trace.arguments(name) if item.rule in beating]
    settled = [item for item in opposing if item.state is RuleState.APPLIES]
    beaten = [item for item in in_use if item.beaten_by and item.holds is Status.REJECTED]
    every = (
        trace.snapshot.scenario.reading is Reading.EVERY_ARGUMENT and name in trace.program.recommendations
    )
    if every and any(item.holds is not Status.REJECTED for item in in_use) and (not settled or not beaten):
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


def fallen(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    """Why a recommendation does not hold: what its arguments miss, or that none is left."""
    if result.verdict is Verdict.FALLS:
        return _varying(trace, result.id, arguments)
    if not any(item.usage is Usage.IN_USE for item in arguments):
        return message(ONLY_ADDED) if _added_left(trace, result.id) else all_rejected(len(arguments))
    return _besides(_missing(trace, result, arguments), also_rejected(trace, result.id, arguments))


def _besides(why: str, rest: str) -> str:
    return told("{why}; {rest}", why=why, rest=rest) if rest else why


def _missing(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    missing = decisive_premises(trace, result, arguments)
    causes = causes_of_each(trace, missing)
    if len(causes) > NAMED and len(missing) == 1 and missing[0].statement in trace.program.recommendations:
        return sentence_start(premise_words(trace, missing[0]))
    if causes:
        return sentence_start(listed_causes(causes, NAMED))
    if any(item.state is not RuleState.FAILS for item in arguments):
        return message("Its arguments do not hold, either way")
    return cannot_be_together(trace, arguments)


def briefly_fallen(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    """What its arguments miss, where what was rejected below them has no room; empty where nothing else is told."""
    missing = decisive_premises(trace, result, arguments)
    rejected = rejected_below(trace, missing)
    others = [cause for cause in causes_of_each(trace, missing) if cause not in rejected]
    if not rejected or len(others) != 1:
        return ""
    return told("{cause} (and a rejection)", cause=sentence_start(others[0]))


def cannot_be_together(trace: Trace, arguments: Sequence[Argument]) -> str:
    """What the first argument asks for that misses nothing and yet never applies; empty if there is none."""
    first = next((item for item in arguments if item.clashes), None)
    return (
        told("What its argument needs cannot be so together: {what}", what=_apart(trace, first))
        if first
        else ""
    )


def _varying(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """Why it falls in any case, where that is known, and on what the way depends."""
    names = trace.varies_with(name)
    if not names:
        how = message("How the advice falls is not settled")
    else:
        how = told(
            "How the advice falls depends on {what}"
            if trace.evaluation.whole
            else "How the advice falls may depend on {what}",
            what=first_of(trace, names),
        )
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    failing = [item for item in in_use if item.missing]
    every = trace.snapshot.scenario.reading is Reading.EVERY_ARGUMENT
    if not failing or (len(failing) < len(in_use) and not every):
        return how
    premises = decisive_premises(trace, trace.evaluation.recommendation[name], arguments)
    why = listed_causes(causes_of_each(trace, premises), NAMED)
    if not why:
        return how
    whole = _besides(sentence_start(why), also_rejected(trace, name, arguments))
    return told("{why}; {how}", why=whole, how=uncapitalised(how))


def _added_left(trace: Trace, name: str) -> bool:
    rules = trace.evaluation.rule
    return any(rules[rule.id].usage is Usage.IN_USE for rule in unasked(trace.snapshot, name))


def all_rejected(number: int) -> str:
    """That every argument for a statement is rejected."""
    if not number:
        return message("No argument is counted for it")
    return message("Its only argument is rejected" if number == 1 else "All its arguments are rejected")


def also_rejected(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """That arguments beside those which fail are rejected, as a clause; empty where one that fails is enough."""
    in_use = sum(item.usage is Usage.IN_USE for item in arguments)
    rejected = sum(item.usage is Usage.SET_ASIDE for item in arguments)
    every = trace.snapshot.scenario.reading is Reading.EVERY_ARGUMENT
    if not in_use or not rejected or (every and name in trace.program.recommendations):
        return ""
    if in_use == 1:
        return message(
            "the other argument is rejected" if rejected == 1 else "the other arguments are rejected"
        )
    count = spelled(rejected)
    return plural("{count} argument is rejected", "{count} arguments are rejected", rejected, count=count)


def by_itself(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> bool:
    """Whether it surely lacks what its verdict says, and never falls so with advice that it needs instead."""
    role = next(role for role, way in WAYS.items() if way is result.verdict)
    before = ROLES_IN_TURN[: ROLES_IN_TURN.index(role)]
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    heirs = (premise for item in in_use for premise in item.premises if is_followed(trace, item, premise))
    return all(premise.met is Status.ACCEPTED for premise in heirs) or any(
        item.missing and all(item.meets(premise) for premise in item.premises if premise.role in before)
        for item in in_use
    )


def _apart(trace: Trace, argument: Argument) -> str:
    """What an argument asks for that can never be so together, each as it wants it: "“A” and not “B”"."""
    plain = [item for item in argument.premises if item.met is Status.OPEN and not item.choice]
    wanted = [_wanted(trace, item) for item in sorted(plain, key=lambda item: item.negated)]
    for place, choice in enumerate(argument.choices, start=1):
        if choice.met is not Status.ACCEPTED:
            parts = [item for item in argument.premises if item.choice == place]
            names = listed((_wanted(trace, item) for item in parts), "or" if choice.least == 1 else "and")
            one = choice.least == 1
            wanted.append(names if one else told("{number} of {names}", number=choice.least, names=names))
    return listed(wanted)


def _wanted(trace: Trace, premise: PremiseState) -> str:
    name = quoted(trace.case.by_id[premise.statement].title)
    return told("not {name}", name=name) if premise.negated else name
