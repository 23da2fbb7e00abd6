"""Why a recommendation fell: what its arguments miss, by which objections it is overruled, whose fall it inherits."""

from collections.abc import Iterable, Sequence

from models.engine.asked_for import unasked
from models.engine.explain import Trace
from models.engine.program import WAYS
from models.language.causes.beside import also_rejected, apart_first, beside, others_fail, others_rejected
from models.language.causes.choices import too_few
from models.language.causes.left import NAMED
from models.language.messages import marked, message, plural, told
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
from models.language.words import because, listed_causes, sentence_start, spelled, uncapitalised
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Reading, Verdict
from models.schema.result import RecommendationResult, RuleState, Status, Usage

ONLY_ADDED = marked("Only an analyst’s arguments are left, which do not count where every argument must hold")


def overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """By how many objections a statement is overruled, what these rest on, and that other arguments are rejected."""
    return in_parts([*_overruled(trace, name, arguments), also_rejected(trace, name, arguments)])


def _overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> list[str]:
    """The same but for the rejected ones: what is overruled, and how others fail."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    beating = {rule for item in in_use for rule in item.beaten_by}
    opposing = [item for item in trace.arguments(name) if item.rule in beating]
    settled = [item for item in opposing if item.state is RuleState.APPLIES]
    beaten = [item for item in in_use if item.beaten_by and item.holds is Status.REJECTED]
    every = (
        trace.snapshot.scenario.reading is Reading.EVERY_ARGUMENT and name in trace.program.recommendations
    )
    if every and any(item.holds is not Status.REJECTED for item in in_use) and (not settled or not beaten):
        return [message("An objection overrules one argument or another")]
    if (not settled or not beaten) and (causes := together(trace, inherited(trace, name, in_use))):
        return [sentence_start(listed_causes(causes, NAMED))]
    if not settled or not beaten:
        return [
            message(
                "Its arguments fail or are overruled, either way"
                if len(in_use) > 1
                else "Its argument fails or is overruled, either way"
            )
        ]
    why = listed_causes(roots(trace, (premise for item in settled for premise in _met(item))), NAMED)
    both = len(in_use) == NAMED and all(
        _by(item, settled) and item.state is RuleState.APPLIES for item in in_use
    )
    others = [item for item in in_use if item not in beaten and item.holds is Status.REJECTED]
    first = because(_overruling(len(settled), in_use, beaten, both=both), why)
    return [first, *others_fail(trace, arguments, others)]


def _met(objection: Argument) -> list[PremiseState]:
    """What an objection that applies rests on: of a choice as many as it takes, and none where that varies."""
    met = [item for item in objection.premises if item.met is Status.ACCEPTED]
    return [
        item
        for item in met
        if not item.choice
        or item
        in [one for one in met if one.choice == item.choice][: objection.choices[item.choice - 1].least]
    ]


def _overruling(number: int, arguments: Sequence[Argument], beaten: Sequence[Argument], *, both: bool) -> str:
    """How many objections overrule what."""
    if len(arguments) == 1:
        return plural("An objection overrules it", "{number} objections overrule it", number)
    if both:
        return plural(
            "An objection overrules both arguments", "{number} objections overrule both arguments", number
        )
    if any(item.state is not RuleState.APPLIES for item in beaten):
        return plural(
            "An objection overrules whatever argument applies",
            "{number} objections overrule whatever argument applies",
            number,
        )
    if len(beaten) == 1:
        return plural(
            "An objection overrules one argument", "{number} objections overrule one argument", number
        )
    return plural(
        "An objection overrules {count} arguments",
        "{number} objections overrule {count} arguments",
        number,
        count=spelled(len(beaten)),
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
        if _added_left(trace, result.id):
            return in_parts([message(ONLY_ADDED), others_rejected(len(arguments))])
        return all_rejected(len(arguments))
    if why := _missing(trace, result, arguments):
        return in_parts([why, *beside(trace, result.id, arguments)])
    return in_parts([*apart_first(trace, arguments), also_rejected(trace, result.id, arguments)])


def in_parts(clauses: Iterable[str]) -> str:
    """What an account or a cause has to say, one after the other."""
    whole = ""
    for clause in clauses:
        whole = told("{why}; {rest}", why=whole, rest=clause) if whole and clause else whole or clause
    return whole


def _missing(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    """What its arguments miss that shows why it falls in its way; empty where what one needs cannot be so together."""
    missing = decisive_premises(trace, result, arguments)
    causes = causes_of_each(trace, missing)
    if len(causes) > NAMED and len(missing) == 1 and missing[0].statement in trace.program.recommendations:
        return sentence_start(listed_causes([premise_words(trace, missing[0]), *too_few(trace, missing)]))
    if causes:
        return sentence_start(listed_causes(causes, NAMED))
    if any(item.state is not RuleState.FAILS for item in arguments):
        return message("Its arguments do not hold, either way")
    return ""


def briefly_fallen(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    """What its arguments miss, where what was rejected below them has no room; empty where nothing else is told."""
    if not trace.snapshot.scenario.set_aside:
        return ""  # as at most toggles
    missing = decisive_premises(trace, result, arguments)
    rejected = rejected_below(trace, missing)
    others = [cause for cause in causes_of_each(trace, missing) if cause not in rejected]
    if not rejected or len(others) != 1:
        return ""
    return told("{cause} (and a rejection)", cause=sentence_start(others[0]))


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
    whole = in_parts([sentence_start(why), *beside(trace, name, arguments)])
    return told("{why}; {how}", why=whole, how=uncapitalised(how))


def _added_left(trace: Trace, name: str) -> bool:
    rules = trace.evaluation.rule
    return any(rules[rule.id].usage is Usage.IN_USE for rule in unasked(trace.snapshot, name))


def all_rejected(number: int) -> str:
    """That every argument for a statement is rejected."""
    if not number:
        return message("No argument is counted for it")
    return message("Its only argument is rejected" if number == 1 else "All its arguments are rejected")


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
