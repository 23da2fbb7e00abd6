"""What became of one statement and why, in a few plain sentences: the paragraph that opens a why."""

from collections.abc import Iterable, Sequence

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.engine.program import WAYS
from models.language.causes.beside import also_rejected, apart_first, beside
from models.language.causes.cause import cause, only_left
from models.language.causes.fallen import all_rejected, by_itself, in_parts, inherited, overruled
from models.language.causes.left import left
from models.language.causes.rejections import is_itself_rejected
from models.language.counts import Counting
from models.language.messages import marked, message, told
from models.language.naming import denial, inside, is_clause, quoted, taken
from models.language.premises import (
    causes_of_each,
    decisive_premises,
    enough_missing,
    is_rooted,
    missed,
    roots_of_each,
    together,
)
from models.language.states import clause
from models.language.suppositions import assumed, is_unargued, stance_come_to, was_argued
from models.language.words import in_turn, listed, listed_causes, sentence_start
from models.schema.case import Assumption, Finding, Recommendation, Role
from models.schema.explanation import Argument, PremiseState, Reason
from models.schema.grades import Stance, Verdict
from models.schema.result import RecommendationResult, RuleState, Status, Usage

NAMED = 2
FEW = 4
ROLES = {
    frozenset[Role](): marked("there is an argument for it"),
    frozenset({Role.NEED}): marked("there is a reason to act"),
    frozenset({Role.MEANS}): marked("it can work"),
    frozenset({Role.STANDING}): marked("it is theirs to do"),
    frozenset({Role.NEED, Role.MEANS}): marked("it is needed and can work"),
    frozenset({Role.NEED, Role.STANDING}): marked("it is needed and theirs to do"),
    frozenset({Role.MEANS, Role.STANDING}): marked("it can work and is theirs to do"),
    frozenset({Role.NEED, Role.MEANS, Role.STANDING}): marked("it is needed, can work, and is theirs to do"),
}
FOLLOWS = marked("it follows")
REASON_LOST = marked("It has lost its reason: is the problem gone, or was the reason wrong?")
UNPROVEN = marked("This is not known: too much is uncertain to prove it, so it is shown as open.")


def account(trace: Trace, name: str) -> str:
    """What became of a statement and why."""
    item = trace.case.by_id[name]
    match item:
        case Recommendation():
            parts = [*_advice(trace, item)]
        case Finding():
            parts = [_finding(trace, name), _hinge(trace, name)]
        case Assumption():
            return assumed(trace, item)
    unproven = "" if name not in trace.evaluation.not_known else message(UNPROVEN)
    return " ".join(part for part in (*parts, unproven) if part)


def _advice(trace: Trace, item: Recommendation) -> Iterable[str]:
    result = trace.evaluation.recommendation[item.id]
    arguments = counted_arguments(trace, item.id)
    match result.verdict:
        case Verdict.OPEN:
            return (_depends(trace, item.id), _hinge(trace, item.id))
        case Verdict.HOLDS:
            return (_holding(trace, result, arguments),)
        case Verdict.FEWER:
            counting = Counting.ARE_LEFT if only_left(trace, arguments) else Counting.HOLD
            return (_left(trace, item.id, arguments, counting), _enough(trace, result))
        case Verdict.INCOMPLETE:
            only = _left(trace, item.id, arguments, Counting.ONLY)
            return (only, message("Here every argument must hold."))
        case Verdict.OVERRULED:
            heirs = inherited(trace, item.id, [one for one in arguments if one.usage is Usage.IN_USE])
            if heirs and not any(one.beaten_by for one in arguments):
                return (_sentence(because(trace, heirs)), *map(_sentence, beside(trace, item.id, arguments)))
            return (_sentence(cause(trace, item.id)),)
        case _:
            return _fallen(trace, item, result, arguments)


def _left(trace: Trace, name: str, arguments: Sequence[Argument], counting: Counting) -> str:
    """How many arguments are left; where premises are missing, down from what was assumed to what no longer follows."""
    lost = [item for item in arguments if not item.stands and item.missing and item.usage is Usage.IN_USE]
    why = because(trace, missed(trace, name, lost)) if lost else ""
    return _sentence(left(trace, name, arguments, counting, why))


def _fallen(
    trace: Trace, item: Recommendation, result: RecommendationResult, arguments: Sequence[Argument]
) -> Iterable[str]:
    missing = decisive_premises(trace, result, arguments)
    if result.verdict is Verdict.FALLS:
        return (_sentence(cause(trace, item.id)), _hinge(trace, item.id))
    if not missing:
        return (_sentence(cause(trace, item.id)),)
    why, rest = because(trace, missing), map(_sentence, beside(trace, item.id, arguments))
    own = any(WAYS[premise.role] is result.verdict for premise in missing) and by_itself(
        trace, result, arguments
    )
    match result.verdict:
        case Verdict.NOT_NEEDED:
            return (told("Nothing calls for it any more: {why}.", why=why), *rest)
        case Verdict.NOT_WORKABLE if own:
            return (told("Still needed, but it can no longer work: {why}.", why=why), *rest)
        case Verdict.NO_STANDING:
            lacking = told("Needed and workable, but not theirs to do: {why}.", why=why)
            addressed = told("It is addressed to {who}.", who=item.addressee)
            return (lacking if own else _sentence(why), *rest, addressed)
        case Verdict.NOT_WORKABLE:  # inherited: whether it is needed and can work by itself was not asked
            return (_sentence(why), *rest)
        case Verdict.UNSUPPORTED:
            return (told("No argument is left: {why}.", why=why), *rest)
        case _:
            return (_sentence(cause(trace, item.id)),)


def lost_reason(trace: Trace, name: str) -> str:
    """What to ask where a recommendation is no longer needed, unless it is so because other advice is."""
    result = trace.evaluation.recommendation.get(name)
    if result is None or result.falls != (Verdict.NOT_NEEDED,):
        return ""
    missing = decisive_premises(trace, result, counted_arguments(trace, name))
    own = any(premise.statement not in trace.program.recommendations for premise in missing)
    return message(REASON_LOST) if own else ""


def because(trace: Trace, missing: Sequence[PremiseState]) -> str:
    """Why premises are missing: "Russia ties do not deepen, so “DPRK drifts into Moscow's orbit” no longer follows"."""
    derived = [item for item in missing if item.statement in trace.program.supporting]
    derived = [item for item in derived if is_rooted(trace, item) and not is_itself_rejected(trace, item)]
    causes = roots_of_each(trace, derived)
    words, below = together(trace, derived), listed_causes(causes, NAMED)
    above = in_turn(words, limit=NAMED) if len(words) <= NAMED or not below else ""
    joined = told("{cause}, so {effect}", cause=below, effect=above) if below and above else below or above
    direct = [item for item in missing if item not in derived]
    beside = causes_of_each(trace, direct, derived)
    if joined and beside:
        return told("{first}; besides, {second}", first=joined, second=listed_causes(beside, NAMED))
    return joined or listed_causes(beside, NAMED) or in_turn(together(trace, missing), limit=NAMED)


def _holding(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    reason = trace.reason(result.id)
    if len(arguments) == 1 and arguments[0].stands:
        roles = ROLES[frozenset(premise.role for premise in arguments[0].premises) - {Role.IF}]
        return _as_long_as(trace, reason, message(roles))
    return " ".join(part for part in (_sentence(cause(trace, result.id)), _enough(trace, result)) if part)


def _as_long_as(trace: Trace, reason: Reason | None, effect: str) -> str:
    """ "If Pyongyang keeps its weapons (A1), there is a reason to act."; with more than two causes they are listed."""
    names = reason.assumptions if reason else ()
    if not names:
        return _sentence(effect)
    if len(names) > NAMED:
        return told(
            "{effect}, as long as these stay as they are: {names}.",
            effect=sentence_start(effect),
            names=_named(trace, names),
        )
    causes = listed_causes(_stance_with_code(trace, name) for name in names)
    return told("If {causes}, {effect}.", causes=causes, effect=effect)


def _following(trace: Trace, reason: Reason | None) -> str:
    """On what a finding follows: "It follows if Pyongyang keeps its weapons (A1)."."""
    names = reason.assumptions if reason else ()
    if not 0 < len(names) <= NAMED:
        return _as_long_as(trace, reason, message(FOLLOWS))
    return told(
        "It follows if {causes}.", causes=listed_causes(_stance_with_code(trace, name) for name in names)
    )


def _stance_with_code(trace: Trace, name: str) -> str:
    item, stance = trace.case.by_id[name], stance_come_to(trace, name)
    if not isinstance(item, Assumption) or stance is Stance.FAILS:
        return f"{denial(trace.case, item)} ({item.code})"
    if stance is Stance.HOLDS and is_clause(item.text):
        return f"{inside(trace.case, item.text.rstrip('.'))} ({item.code})"
    return f"{taken(trace.case, item, stance)} ({item.code})"


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
    only = result.holding.most == 1
    return told("It needs only {names}." if only else "One needs only {names}.", names=_named(trace, names))


def _finding(trace: Trace, name: str) -> str:
    status = trace.evaluation.status_of[name]
    if status is Status.OPEN:
        return _depends(trace, name)
    if status is Status.ACCEPTED:
        return _following(trace, trace.reason(name))
    arguments = counted_arguments(trace, name)
    if arguments and all(item.usage is Usage.SET_ASIDE for item in arguments):
        return _sentence(all_rejected(len(arguments)))
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    if any(item.state is not RuleState.FAILS for item in in_use):
        return _sentence(overruled(trace, name, arguments))
    missing = [premise for item in in_use if item.missing for premise in enough_missing(trace, item)]
    why = listed_causes(causes_of_each(trace, missing), NAMED)
    if not why and (apart := apart_first(trace, arguments)):
        return _sentence(in_parts([*apart, also_rejected(trace, name, arguments)]))
    if not why:
        nothing = message("Nothing leads to it any more." if _was(trace, name) else "Nothing leads to it.")
    else:
        nothing = told(
            "Nothing leads to it any more: {why}." if _was(trace, name) else "Nothing leads to it: {why}.",
            why=why,
        )
    return " ".join((nothing, *map(_sentence, beside(trace, name, arguments))))


def _was(trace: Trace, name: str) -> bool:
    return trace.snapshot.baseline.status_of[name] is Status.ACCEPTED


def _depends(trace: Trace, name: str) -> str:
    """What is uncertain on which a statement depends."""
    found = trace.varies_with(name)
    names = listed([quoted(trace.case.by_id[item].title) for item in found], limit=FEW)
    if not trace.evaluation.whole:
        return told("May depend on {names}.", names=names)
    if not any(is_unargued(trace, item) for item in found):
        return told(
            "Depends on {names}, which is uncertain."
            if len(found) == 1
            else "Depends on {names}, both uncertain."
            if len(found) == NAMED
            else "Depends on {names}, all uncertain.",
            names=names,
        )
    if len(found) > 1:
        return told(
            "Depends on {names}, neither of which is settled."
            if len(found) == NAMED
            else "Depends on {names}, none of which is settled.",
            names=names,
        )
    return told(
        "Depends on {names}, which is no longer argued for, so it could be either."
        if was_argued(trace, found[0])
        else "Depends on {names}, which is not argued for, so it could be either.",
        names=names,
    )


def _hinge(trace: Trace, name: str) -> str:
    """What settling the only uncertain assumption would do; not where that would also let go what links force back."""
    if len(trace.hangs_on(name)) != 1 or len(trace.varies_with(name)) != 1:
        return ""
    (hinge,) = trace.hinges(name)
    stance = trace.snapshot.scenario.stance_of[hinge.assumption]
    if stance is Stance.AS_ARGUED and hinge.assumption in trace.case.linked:
        return ""
    graded = all(map(trace.is_graded, (hinge.if_holds, hinge.if_fails)))
    if not (graded and hinge.makes_a_difference):
        return ""
    if_holds, if_fails = (
        clause(outcome.verdict or outcome.status).removeprefix("still ")
        for outcome in (hinge.if_holds, hinge.if_fails)
    )
    return told(
        "If {name} holds, this {holds}; if it fails, this {fails}.",
        name=quoted(trace.case.by_id[hinge.assumption].title),
        holds=if_holds,
        fails=if_fails,
    )


def _sentence(text: str) -> str:
    return told("{clauses}.", clauses=sentence_start(text)) if text else ""
