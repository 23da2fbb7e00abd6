"""The paragraph that opens an explanation, in plain words."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.language.one_line import counting_grounds, decisive, one_line
from models.language.phrases import assuming, because, codes, sentence
from models.language.steps import assumption_detail
from models.language.words import (
    STATUS_CLAUSES,
    VERDICT_CLAUSES,
    VERDICT_WORDS,
    counted,
    listed,
    uncapitalised,
)
from models.schema.case import Assumption, Recommendation, Stance, Verdict
from models.schema.explanation import Outcome
from models.schema.result import RecommendationResult, Status

ESTIMATED = "This is an estimate from random settings, since there are too many to go through."
GOOD_NEWS = "That can be good news: advice falls away when what it was meant to deal with is not there."


def recommendation_summary(trace: Trace, item: Recommendation) -> str:
    """What became of a recommendation and why, with what it hangs on or could do without."""
    result = trace.evaluation.recommendation[item.id]
    parts = [one_line(trace, item.id)]
    if result.verdict is Verdict.FEWER:
        parts.append(_enough(trace, item.id))
    if result.verdict is Verdict.NOT_NEEDED:
        parts.append(_need_gone(trace, result))
    if result.verdict is Verdict.NO_STANDING:
        parts.append(f"It is addressed to {item.addressee}.")
    parts += [_pivots(trace, item.id), _hinge(trace, item.id)]
    if result.applying or result.status is not Status.ACCEPTED:
        parts.append(_indifferent(trace, item.id))
    parts.append("" if trace.evaluation.exact else ESTIMATED)
    return " ".join(part for part in parts if part)


def finding_summary(trace: Trace, name: str) -> str:
    """What became of a finding and why."""
    reason = trace.reason(name)
    if reason is None:
        uncertain = codes(trace, trace.hangs_on(name))
        verb = "is" if len(uncertain) == 1 else "are"
        first = f"Hangs on {listed(uncertain, limit=6)}, which {verb} uncertain."
    elif trace.evaluation.status_of[name] is Status.REJECTED:
        why = because(trace, reason)
        first = sentence(
            f"it does not stand, because {why}" if why else "nothing supports it as things stand"
        )
    else:
        supposed = assuming(trace, reason)
        first = sentence(f"{supposed}, it stands" if supposed else "it stands")
    estimated = "" if trace.evaluation.exact else ESTIMATED
    parts = (first, _pivots(trace, name), _hinge(trace, name), _indifferent(trace, name), estimated)
    return " ".join(part for part in parts if part)


def assumption_summary(trace: Trace, item: Assumption, changes: Sequence[Outcome]) -> str:
    """How an assumption is taken and how much of the advice rests on it."""
    taken = assumption_detail(trace, item)
    downstream = trace.downstream(item.id)
    if not downstream:
        return f"{taken} Nothing rests on it as the rules stand."
    advice = sum(name in trace.program.recommendations for name in downstream)
    shares = ((len(downstream) - advice, "finding"), (advice, "recommendation"))
    rests = listed(counted(number, noun) for number, noun in shares if number)
    verb = "rests" if len(downstream) == 1 else "rest"
    moved = {outcome.statement for outcome in changes if outcome.verdict is not None}
    effect = counted(len(moved), "verdict") if moved else "no verdict"
    uncertain = trace.snapshot.scenario.stance_of[item.id] is Stance.UNCERTAIN
    doing = "settling" if uncertain else "changing"
    return f"{taken} {rests} {verb} on it in some way; {doing} it alone would change {effect}."


def outcome_clause(outcome: Outcome, subject: str) -> str:
    """What becomes of a statement, as a clause: "R5 is no longer needed"."""
    if outcome.verdict is not None:
        return f"{subject} {VERDICT_CLAUSES[outcome.verdict]}"
    return f"{subject} {STATUS_CLAUSES[outcome.status]}"


def _enough(trace: Trace, name: str) -> str:
    supposed = assuming(trace, trace.reason(name))
    return f"It is enough that {supposed.removeprefix('assuming ')}." if supposed else ""


def _need_gone(trace: Trace, result: RecommendationResult) -> str:
    """That a lost need can be good news; or, where the need was another recommendation, what became of it."""
    if len(result.falls) > 1:
        return ""
    needs = [item.statement for item in decisive(result, counting_grounds(trace, result.id))]
    advice = [name for name in needs if name in trace.program.recommendations]
    if not advice:
        return GOOD_NEWS if needs else ""
    verdicts = {name: trace.evaluation.recommendation[name].verdict for name in advice}
    told = []
    for verdict in dict.fromkeys(verdicts.values()):
        named = codes(trace, (name for name in advice if verdicts[name] is verdict))
        told.append(f"{listed(named)}: {uncapitalised(VERDICT_WORDS[verdict])}")
    return f"{'; '.join(told)}."


def _pivots(trace: Trace, name: str) -> str:
    """Which assumptions of the reason told are indispensable, or would bring the statement back."""
    reason = trace.reason(name)
    if reason is None or not reason.assumptions:
        return ""
    pivots = trace.pivots(name)
    if trace.evaluation.status_of[name] is Status.REJECTED:
        return _ways_back(trace, pivots)
    needed = codes(trace, (outcome.assumption for outcome in pivots))
    others = [code for code in codes(trace, reason.assumptions) if code not in needed]
    if not others:
        return "" if len(needed) == 1 else "Each of them is indispensable."
    without = f"without {listed(others, 'or', limit=6)} another line of argument would carry it"
    if not needed:
        return sentence(without)
    verb = "is" if len(needed) == 1 else "are"
    return f"{listed(needed, limit=6)} {verb} indispensable; {without}."


def _ways_back(trace: Trace, pivots: Sequence[Outcome]) -> str:
    told = []
    for status, effect in ((Status.ACCEPTED, "bring it back"), (Status.OPEN, "make it open")):
        named = codes(trace, (outcome.assumption for outcome in pivots if outcome.status is status))
        if named:
            told.append(f"turning {listed(named, 'or', limit=6)} round alone would {effect}")
    return sentence("; ".join(told) or "no single assumption, turned round, would bring it back")


def _hinge(trace: Trace, name: str) -> str:
    if len(trace.hangs_on(name)) != 1:
        return ""
    (hinge,) = trace.hinges(name)
    code, subject = (trace.case.by_id[item].code for item in (hinge.assumption, name))
    if_holds, if_fails = (outcome_clause(item, subject) for item in (hinge.if_holds, hinge.if_fails))
    return f"If {code} holds, {if_holds}; if {code} fails, {if_fails}."


def _indifferent(trace: Trace, name: str) -> str:
    uncertain = codes(trace, trace.indifferent(name))
    if not uncertain:
        return ""
    verb = "is uncertain but makes" if len(uncertain) == 1 else "are uncertain but make"
    return f"{listed(uncertain, limit=6)} {verb} no difference here."
