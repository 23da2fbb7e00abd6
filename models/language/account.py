"""What became of one statement and why, in a few plain sentences: the paragraph that opens a why."""

from collections.abc import Iterable, Sequence

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.language.causes import (
    cause,
    decisive_premises,
    left,
    overruled,
    roots,
    sentence_start,
    together,
    unargued,
)
from models.language.naming import denial, inside, quoted, source_kind, the_source
from models.language.states import clause
from models.language.words import listed, listed_causes
from models.schema.case import Assumption, Finding, Kind, Recommendation, Role, Stance, Verdict
from models.schema.explanation import Argument, PremiseState, Reason
from models.schema.result import RecommendationResult, RuleState, Status, Usage

NAMED = 2
FEW = 4
ROLES = {
    frozenset[Role](): "there is an argument for it",
    frozenset({Role.NEED}): "there is a reason to act",
    frozenset({Role.MEANS}): "it can work",
    frozenset({Role.STANDING}): "it is theirs to do",
    frozenset({Role.NEED, Role.MEANS}): "it is needed and can work",
    frozenset({Role.NEED, Role.STANDING}): "it is needed and theirs to do",
    frozenset({Role.MEANS, Role.STANDING}): "it can work and is theirs to do",
    frozenset({Role.NEED, Role.MEANS, Role.STANDING}): "it is needed, can work, and is theirs to do",
}
FOLLOWS = "it follows"
REASON_LOST = "It has lost its reason: is the problem gone, or was the reason wrong?"
UNPROVEN = "This is not known: too much is uncertain to prove it, so it is shown as open."
IN_SOURCE = {
    Kind.STATED: "",
    Kind.HEDGED: ", said with caution",
    Kind.IMPLIED: ", unsaid but needed",
    Kind.ADDED: "",
}
TAKEN = {
    Stance.HOLDS: "Taken to hold",
    Stance.FAILS: "Taken to fail",
    Stance.UNCERTAIN: "Left uncertain",
    Stance.AS_ARGUED: "Taken as argued",
}
BASELINE = {
    Stance.HOLDS: "holds",
    Stance.FAILS: "fails",
    Stance.UNCERTAIN: "left uncertain",
    Stance.AS_ARGUED: "as argued",
}


def account(trace: Trace, name: str) -> str:
    """What became of a statement and why."""
    item = trace.case.by_id[name]
    match item:
        case Recommendation():
            told = [*_advice(trace, item)]
        case Finding():
            told = [_finding(trace, name), _hinge(trace, name)]
        case Assumption():
            return assumed(trace, item)
    unproven = "" if name not in trace.evaluation.not_known else UNPROVEN
    return " ".join(part for part in (*told, unproven) if part)


def assumed(trace: Trace, item: Assumption) -> str:
    """How an assumption is taken, against how the source takes it: "Taken to fail (essay: holds)."."""
    stance = trace.snapshot.scenario.stance_of[item.id]
    added = item.kind is Kind.ADDED
    if stance is item.baseline and added:
        return f"{TAKEN[stance]} at first; {the_source(trace.case)} does not raise it, an analyst added it."
    if stance is item.baseline:
        return f"{TAKEN[stance]}, as in {the_source(trace.case)}{IN_SOURCE[item.kind]}."
    told = inside(trace.case, item.if_fails) if item.if_fails and stance is Stance.FAILS else ""
    where = "at first, by an analyst" if added else source_kind(trace.case)
    there = f"{where}: {BASELINE[item.baseline]}{IN_SOURCE[item.kind]}"
    return f"{TAKEN[stance]} ({there}){': ' if told else ''}{told}."


def _advice(trace: Trace, item: Recommendation) -> Iterable[str]:
    result = trace.evaluation.recommendation[item.id]
    arguments = counted_arguments(trace, item.id)
    match result.verdict:
        case Verdict.OPEN:
            return (f"Depends on {_uncertain(trace, item.id)}.", _hinge(trace, item.id))
        case Verdict.HOLDS:
            return (_holding(trace, result, arguments),)
        case Verdict.FEWER:
            told = _left(trace, arguments, "{} of {} arguments {is_are} left")
            return (told, _enough(trace, result))
        case Verdict.INCOMPLETE:
            return (
                _left(trace, arguments, "Only {} of {} arguments {hold}"),
                "Here every argument must hold.",
            )
        case Verdict.OVERRULED:
            return (_sentence(cause(trace, item.id)),)
        case _:
            return _fallen(trace, item, result, arguments)


def _left(trace: Trace, arguments: Sequence[Argument], counting: str) -> str:
    """How many arguments are left; where premises are missing, down from what was assumed to what no longer follows."""
    lost = [item for item in arguments if not item.stands]
    told = left(trace, arguments, counting)
    if lost and all(item.missing and item.usage is Usage.IN_USE for item in lost):
        told = f"{told.partition(':')[0]}: {because(trace, [item.missing[0] for item in lost])}"
    return _sentence(told)


def _fallen(
    trace: Trace, item: Recommendation, result: RecommendationResult, arguments: Sequence[Argument]
) -> Iterable[str]:
    missing = decisive_premises(result, arguments)
    if len(result.falls) > 1 or not missing:
        return (_sentence(cause(trace, item.id)),)
    why = because(trace, missing)
    match result.verdict:
        case Verdict.NOT_NEEDED:
            return (f"Nothing calls for it any more: {why}.",)
        case Verdict.NOT_WORKABLE:
            return (f"Still needed, but it can no longer work: {why}.",)
        case Verdict.NO_STANDING:
            return (
                f"Needed and workable, but not theirs to do: {why}.",
                f"It is addressed to {item.addressee}.",
            )
        case _:
            return (_sentence(cause(trace, item.id)),)


def lost_reason(trace: Trace, name: str) -> str:
    """What to ask where a recommendation is no longer needed, unless it is so because other advice is."""
    result = trace.evaluation.recommendation.get(name)
    if result is None or result.falls != (Verdict.NOT_NEEDED,):
        return ""
    missing = decisive_premises(result, counted_arguments(trace, name))
    own = any(premise.statement not in trace.program.recommendations for premise in missing)
    return REASON_LOST if own else ""


def because(trace: Trace, missing: Sequence[PremiseState]) -> str:
    """Why premises are missing: "Russia ties do not deepen, so “DPRK drifts into Moscow's orbit” no longer follows"."""
    below = listed_causes(roots(trace, missing), NAMED)
    derived = [item for item in missing if item.statement in trace.program.supporting]
    words = together(trace, derived)
    above = listed(words, limit=NAMED) if len(words) <= NAMED or not below else ""
    told = ", so ".join(part for part in (below, above) if part)
    return told or listed(together(trace, missing), limit=NAMED)


def _holding(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    reason = trace.reason(result.id)
    if len(arguments) == 1 and arguments[0].stands:
        roles = ROLES[frozenset(premise.role for premise in arguments[0].premises) - {Role.IF}]
        return _as_long_as(trace, reason, roles)
    return " ".join(part for part in (_sentence(cause(trace, result.id)), _enough(trace, result)) if part)


def _as_long_as(trace: Trace, reason: Reason | None, effect: str) -> str:
    """ "If Pyongyang keeps its weapons (A1), there is a reason to act."; with more than two causes they are listed."""
    names = reason.assumptions if reason else ()
    if not names:
        return _sentence(effect)
    if len(names) > NAMED:
        return f"{sentence_start(effect)}, as long as these stay as they are: {_named(trace, names)}."
    told = " and ".join(_stance_with_code(trace, name) for name in names)
    return f"It follows if {told}." if effect == FOLLOWS else f"If {told}, {effect}."


def _stance_with_code(trace: Trace, name: str) -> str:
    item = trace.case.by_id[name]
    stance = trace.snapshot.scenario.stance_of[name]
    if isinstance(item, Assumption) and stance is Stance.HOLDS:
        return f"{inside(trace.case, item.text.rstrip('.'))} ({item.code})"
    return f"{denial(trace.case, item)} ({item.code})"


def _named(trace: Trace, names: Sequence[str]) -> str:
    return listed(
        [f"{quoted(trace.case.by_id[name].title)} ({trace.case.by_id[name].code})" for name in names],
        limit=FEW,
    )


def _enough(trace: Trace, result: RecommendationResult) -> str:
    """What one of several arguments needs, where that is little and one of them surely holds."""
    reason = trace.reason(result.id)
    names = reason.assumptions if reason else ()
    stance_of = trace.snapshot.scenario.stance_of
    if not any(item.stands for item in counted_arguments(trace, result.id)):
        return ""
    if not names or len(names) > NAMED or any(stance_of[name] is not Stance.HOLDS for name in names):
        return ""
    return f"One needs only {_named(trace, names)}."


def _finding(trace: Trace, name: str) -> str:
    status = trace.evaluation.status_of[name]
    if status is Status.OPEN:
        return _sentence(f"depends on {_uncertain(trace, name)}")
    if status is Status.ACCEPTED:
        return _as_long_as(trace, trace.reason(name), FOLLOWS)
    arguments = [item for item in trace.arguments(name) if item.supports]
    missing = [item.missing[0] for item in arguments if item.missing]
    if any(item.usage is Usage.IN_USE and item.state is not RuleState.FAILS for item in arguments):
        return _sentence(overruled(trace, name, arguments))
    why = listed_causes(roots(trace, missing), NAMED)
    return f"Nothing leads to it{' any more' if _was(trace, name) else ''}{': ' if why else ''}{why}."


def _was(trace: Trace, name: str) -> bool:
    return trace.snapshot.baseline.status_of[name] is Status.ACCEPTED


def _uncertain(trace: Trace, name: str) -> str:
    found = trace.varies_with(name)
    names = [quoted(trace.case.by_id[item].title) for item in found]
    argued = [unargued(trace, item) for item in found]
    if len(found) == 1 and argued[0]:
        return f"{names[0]}, which is {argued[0]}"
    if any(argued):
        return f"{listed(names, limit=FEW)}, {'neither' if len(names) == 2 else 'none'} of which is settled"
    all_of = {1: "which is", 2: "both"}.get(len(names), "all")
    return f"{listed(names, limit=FEW)}, {all_of} uncertain"


def _hinge(trace: Trace, name: str) -> str:
    """What settling the only uncertain assumption would do."""
    if len(trace.hangs_on(name)) != 1:
        return ""
    (hinge,) = trace.hinges(name)
    title = quoted(trace.case.by_id[hinge.assumption].title)
    outcomes = (hinge.if_holds, hinge.if_fails)
    told = [clause(outcome.verdict or outcome.status).removeprefix("still ") for outcome in outcomes]
    return f"If {title} holds, this {told[0]}; if it fails, this {told[1]}."


def _sentence(text: str) -> str:
    return f"{sentence_start(text)}." if text else ""
