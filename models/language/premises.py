"""What an argument rests on, in clauses: premises that are met or missing, and the stances at the bottom of it."""

from collections.abc import Iterable, Sequence

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.engine.program import WAYS
from models.language.causes.choices import too_few
from models.language.causes.rejections import rejection_words
from models.language.messages import message, told
from models.language.naming import denial, quoted, taken
from models.language.states import said
from models.language.suppositions import stance_come_to
from models.language.words import listed
from models.schema.case import Assumption, Role
from models.schema.explanation import Argument, PremiseState, Reason
from models.schema.grades import HOLDING, Reading, Stance, Verdict
from models.schema.result import RecommendationResult, RuleState, Status, Usage

NAMED = 2
Names = dict[str, None]
"""Assumptions, and rejected arguments and objections, in the order in which they are to be told."""
ALIKE = frozenset(Verdict) - {*HOLDING, Verdict.UNSUPPORTED}
"""The verdicts that are told of two in one clause."""
ROLES_IN_TURN = tuple(WAYS)
"""The roles in the order in which what an argument misses is looked at."""


def first_of(trace: Trace, names: Sequence[str], most: int = NAMED) -> str:
    """The first of some statements by its name, and how many more there are; of two both names, if so many may be."""
    if not names:
        return message("what is uncertain")
    known = [quoted(trace.case.by_id[name].title) for name in names]
    if len(known) <= most:
        return listed(known)
    return told("{first} and {number} more", first=known[0], number=len(known) - 1)


def first_missing(trace: Trace, argument: Argument) -> PremiseState:
    """What an argument misses first; where any of several would do, one that was changed."""
    return enough_missing(trace, argument)[0]


def enough_missing(trace: Trace, argument: Argument) -> list[PremiseState]:
    """The same with what is missing beside it in a choice, as far as it takes that for too few to be met."""
    return _to_blame(trace, argument, argument.missing[0])


def _to_blame(trace: Trace, argument: Argument, first: PremiseState) -> list[PremiseState]:
    """A premise that is missing; of a choice as many as leave too few, those that were changed where any were."""
    if not first.choice:
        return [first]
    stance_of = trace.snapshot.scenario.stance_of
    changed = {item.id for item in trace.case.assumptions if stance_of[item.id] is not item.baseline}
    changed.update(trace.snapshot.scenario.set_aside)
    among = [item for item in argument.missing if item.choice == first.choice]
    blamed = [item for item in among if changed & _rooted(trace, [item]).keys()] or among
    in_all = sum(item.choice == first.choice for item in argument.premises)
    blamed.sort(key=lambda item: item != first)
    return blamed[: in_all - argument.choices[first.choice - 1].least + 1]


def decisive_premises(
    trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]
) -> list[PremiseState]:
    """What each argument misses that shows why the recommendation falls in the way it does: a premise or a choice."""
    failing = [item for item in arguments if item.usage is Usage.IN_USE and item.missing]
    own = any(item.state is not RuleState.FAILS for item in arguments if item.usage is Usage.IN_USE)
    if own and result.verdict is Verdict.OVERRULED:
        return []
    if own and result.verdict is Verdict.INCOMPLETE:
        return [premise for item in failing for premise in enough_missing(trace, item)]
    telling = [(item, _telling(trace, item, result.verdict)) for item in failing]
    found = [premise for _, premises in telling for premise in premises]
    if not found and any(item.clashes for item in arguments):
        return []
    others = [item for item, premises in telling if not premises]
    return found + _unexplained(trace, others, found)


def _unexplained(
    trace: Trace, arguments: Sequence[Argument], found: Sequence[PremiseState]
) -> list[PremiseState]:
    """What arguments miss first, where they do not fail for what was found already: those with least choice first."""
    known = set[str]().union(*(_under_one(trace, item) for item in found)) if arguments else set()
    more: list[PremiseState] = []
    for argument in sorted(arguments, key=lambda item: len(item.missing)):
        under = [_under_one(trace, item) for item in argument.missing if not item.choice]
        if not any(names and names.keys() <= known for names in under):
            more += (enough := enough_missing(trace, argument))
            known |= _names(_under_one(trace, item) for item in enough).keys()
    return more


def missed(trace: Trace, name: str, arguments: Iterable[Argument]) -> list[PremiseState]:
    """All that the arguments miss, each by itself enough to fell one; what shows why the advice falls comes first."""
    result = trace.evaluation.recommendation.get(name)
    found: list[PremiseState] = []
    for item in arguments:
        first = (_telling(trace, item, result.verdict) if result else []) or enough_missing(trace, item)
        plain = [premise for premise in item.missing if not premise.choice]
        chosen = {premise.choice: premise for premise in reversed(item.missing) if premise.choice}
        told_first = first[0].choice
        found += first
        for premise in (*plain, *reversed(chosen.values())):
            if not premise.choice or premise.choice != told_first:
                found += _to_blame(trace, item, premise)
    return list(dict.fromkeys(found))


def _telling(trace: Trace, argument: Argument, verdict: Verdict) -> list[PremiseState]:
    """What an argument misses for which advice falls in this way, if it misses that before all else."""
    first = min(_step(trace, argument, premise) for premise in argument.missing)
    at_first = (premise for premise in argument.missing if _step(trace, argument, premise) == first)
    alike = (premise for premise in at_first if _way(trace, argument, premise) is verdict)
    found = next(alike, None)
    return _to_blame(trace, argument, found) if found else []


def _step(trace: Trace, argument: Argument, premise: PremiseState) -> tuple[int, bool]:
    """When it is asked for: a need that is advice to be followed comes after the other needs."""
    return ROLES_IN_TURN.index(premise.role), is_followed(trace, argument, premise)


def _way(trace: Trace, argument: Argument, premise: PremiseState) -> Verdict:
    """How advice falls for want of a premise; a fall is inherited from advice that is to be followed."""
    if is_followed(trace, argument, premise):
        return trace.evaluation.recommendation[premise.statement].verdict
    return WAYS[premise.role]


def is_followed(trace: Trace, argument: Argument, premise: PremiseState) -> bool:
    """Whether a premise is a need that is advice to be followed, and nothing else."""
    beside = [item for item in argument.premises if premise.choice and item.choice == premise.choice]
    advice = trace.program.recommendations
    parts = beside or [premise]
    return premise.role is Role.NEED and all(item.statement in advice and not item.negated for item in parts)


def denied(trace: Trace, name: str) -> str:
    """What is so where a statement is not accepted, inside a sentence."""
    item = trace.case.by_id[name]
    if isinstance(item, Assumption):
        return denial(trace.case, item)
    result = trace.evaluation.recommendation.get(name)
    if result:
        return said(quoted(item.brief), result.verdict)
    gone = trace.snapshot.baseline.status_of[name] is Status.ACCEPTED
    return told("{name} no longer follows" if gone else "{name} does not follow", name=quoted(item.title))


def premise_words(trace: Trace, premise: PremiseState) -> str:
    """A premise that is not met, as a clause: "“Limit the arsenal” is no longer needed"."""
    item = trace.case.by_id[premise.statement]
    if not premise.negated:
        return denied(trace, item.id)
    if isinstance(item, Assumption):
        return taken(trace.case, item, Stance.HOLDS)
    advice = item.id in trace.program.recommendations
    name = quoted(item.brief if advice else item.title)
    return told("{name} holds" if advice else "{name} follows", name=name)


def together(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """Premises that are not met as clauses; two of the same fate in one: "“A” and “B” are no longer needed"."""
    of = {premise_words(trace, premise): premise for premise in premises}
    verdict_of = trace.evaluation.recommendation
    advice = [item.statement for item in of.values() if not item.negated and item.statement in verdict_of]
    fates = {verdict_of[name].verdict for name in advice}
    if len(of) != NAMED or len(advice) != NAMED or len(fates) > 1 or not fates <= ALIKE:
        return list(of)
    names = [quoted(trace.case.by_id[name].brief) for name in advice]
    return [said(listed(names), fates.pop(), NAMED)]


def roots(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """The stances and rejections at the bottom of it, as clauses; stances that were changed where any were."""
    return _stances(trace, _rooted(trace, premises))


def roots_of_each(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """The same where each premise is missed by an argument of its own, so that no cause stands for another's.

    What is missed first comes first: it shows why advice falls in its way.
    """
    return _stances(trace, _names(_under_one(trace, item) for item in premises))


def causes_of_each(
    trace: Trace, premises: Sequence[PremiseState], known: Sequence[PremiseState] = ()
) -> list[str]:
    """The same, what is missing for no stance or rejection, and what cannot be so together; else nothing of `known`."""
    before = _names(_under_one(trace, item) for item in known)
    under = [_under_one(trace, item) for item in premises]
    others = (premise_words(trace, item) for item, names in zip(premises, under, strict=True) if not names)
    new = (name for name in _names(under) if name not in before)
    apart = too_few(trace, (*known, *premises))
    return [*_stances(trace, dict.fromkeys(new)), *dict.fromkeys((*others, *apart))]


def rejected_below(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """What was rejected at the bottom of it, where each premise is missed by an argument of its own."""
    names = _names(_under_one(trace, item) for item in premises)
    return [*rejection_words(trace, (name for name in names if name in trace.case.rule_by_id))]


def is_rooted(trace: Trace, premise: PremiseState) -> bool:
    """Whether a premise is missing for some stance or rejection."""
    return bool(_under_one(trace, premise))


def _under_one(trace: Trace, premise: PremiseState) -> Names:
    """What is at the bottom of one premise."""
    derived = premise.statement in trace.program.supporting
    return _rooted(trace, [premise]) if derived else {premise.statement: None}


def _rooted(trace: Trace, premises: Iterable[PremiseState]) -> Names:
    """What is at the bottom of it: of advice to be followed that fell, what made it fall in its way."""
    fallen, reasons = Names(), list[Reason]()
    for item in premises:
        if item.role is Role.NEED and not item.negated and _falls(trace, item.statement):
            fallen |= _felling(trace, item.statement)
        elif item.reason:
            reasons.append(item.reason)
    return _under(trace, reasons) | fallen


def _falls(trace: Trace, name: str) -> bool:
    result = trace.evaluation.recommendation.get(name)
    return result is not None and bool(result.falls)


def _felling(trace: Trace, advice: str) -> Names:
    """What made advice fall in its way, after what made the advice fall from which it may inherit it."""
    known, waiting = trace.felling, [advice]
    while waiting:
        name = waiting[-1]
        below = (item for item in trace.program.inherited[name] if name not in known and _falls(trace, item))
        unknown = [item for item in below if item not in known]
        waiting += unknown
        if not unknown and waiting.pop() not in known:
            known[name] = _made_fall(trace, name)
    return known[advice]


def _made_fall(trace: Trace, name: str) -> Names:
    asked = counted_arguments(trace, name)
    arguments = [item for item in asked if item.usage is Usage.IN_USE]
    premises = decisive_premises(trace, trace.evaluation.recommendation[name], arguments)
    every = trace.snapshot.scenario.reading is Reading.EVERY_ARGUMENT
    if not premises or not (every or all(item.missing for item in arguments)):
        reason = trace.reason(name)
        return _under(trace, [reason] if reason else [])
    names = _names(_under_one(trace, item) for item in premises)
    return names if every else names | _rejected_as_well(trace, asked, names)


def _rejected_as_well(trace: Trace, arguments: Sequence[Argument], names: Names) -> Names:
    """The rejected arguments that would not fail for what is found to fell the others."""
    rejected = (item for item in arguments if item.usage is Usage.SET_ASIDE)
    return dict.fromkeys(
        item.rule
        for item in rejected
        if not any(
            (under := _under_one(trace, premise)) and under.keys() <= names.keys()
            for premise in item.missing
            if not premise.choice
        )
    )


def _names(under: Iterable[Names]) -> Names:
    """Each once, in the order in which they come."""
    return dict.fromkeys(name for names in under for name in names)


def _under(trace: Trace, reasons: Sequence[Reason]) -> Names:
    found = {name for item in reasons for name in item.assumptions}
    stance_of = trace.snapshot.scenario.stance_of
    items = [item for item in trace.case.assumptions if item.id in found]
    changed = [item for item in items if stance_of[item.id] is not item.baseline]
    aside = {name for item in reasons for name in item.set_aside}
    rejected = [rule for rule in trace.snapshot.scenario.set_aside if rule in aside]
    shown = changed if changed or rejected else items
    return dict.fromkeys((*(item.id for item in shown), *rejected))


def _stances(trace: Trace, names: Names) -> list[str]:
    """What was changed first: stances, and then what was rejected."""
    stance_of = trace.snapshot.scenario.stance_of
    known = (trace.case.by_id.get(name) for name in names)
    items = [item for item in known if isinstance(item, Assumption)]
    changed, same = list[str](), list[str]()
    for item in items:
        told_in = same if stance_of[item.id] is item.baseline else changed
        told_in.append(taken(trace.case, item, stance_come_to(trace, item.id)))
    rejected = rejection_words(trace, (name for name in names if name in trace.case.rule_by_id))
    return [*changed, *rejected, *same]
