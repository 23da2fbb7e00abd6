"""The one-line reason for a verdict, short enough for a card and naming the codes to look at."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.language.phrases import (
    SHOWN,
    assuming,
    because,
    codes,
    derived,
    fate,
    inferences,
    merged,
    roles_met,
    sentence,
)
from models.language.words import VERDICT_WORDS, counted, listed, uncapitalised
from models.schema.case import Reading, Role, Verdict
from models.schema.explanation import Argument, PremiseState, Reason
from models.schema.result import RecommendationResult, RuleState, Status, Usage


def one_line(trace: Trace, name: str) -> str:
    """Why the recommendation has its verdict, in one line."""
    result = trace.evaluation.recommendation[name]
    if result.verdict is Verdict.OPEN or len(result.falls) > 1:
        return _hanging(trace, result)
    grounds = counting_grounds(trace, name)
    match result.verdict:
        case Verdict.HOLDS | Verdict.FEWER:
            return _holding(trace, result, grounds)
        case Verdict.OVERRULED:
            return _overruled(trace, grounds)
        case Verdict.INCOMPLETE:
            return _incomplete(trace, result, grounds)
        case _:
            return _fallen(trace, result, grounds)


def counting_grounds(trace: Trace, name: str) -> list[Argument]:
    """The grounds that are counted on a card: all but `added` ones that take no part."""
    arguments = trace.arguments(name)
    return [item for item in arguments if item.supports and item.usage is not Usage.SWITCHED_OFF]


def standing_grounds(result: RecommendationResult, grounds: Sequence[Argument]) -> str:
    """How many grounds stand: "All 4 grounds stand", "1 of 2 grounds stands"."""
    verb = "apply" if any(ground.beaten_by for ground in grounds) else "stand"
    if result.applying == result.total > 1:
        return f"Both grounds {verb}" if result.total == 2 else f"All {result.total} grounds {verb}"
    singular = "applies" if verb == "apply" else "stands"
    count = f"{result.applying or 'None'} of {counted(result.total, 'ground')}"
    return f"{count} {singular if result.applying < 2 else verb}"


def lost_grounds(trace: Trace, grounds: Sequence[Argument]) -> str:
    """What fell or hangs with the grounds that do not stand: "R2 and F8 fell because A1 and A2 fail"."""
    aside = [str(number) for number, item in enumerate(grounds, 1) if item.usage is Usage.SET_ASIDE]
    in_use = [item for item in grounds if item.usage is Usage.IN_USE]
    missing = [premise for item in in_use for premise in item.missing[:1]]
    hanging = _open_premises(in_use)
    beaten = sum(bool(item.beaten_by) for item in in_use)
    parts = (
        f"ground {aside[0]} is set aside" if len(aside) == 1 else "",
        f"grounds {listed(aside)} are set aside" if len(aside) > 1 else "",
        _fell(trace, missing) if missing else "",
        _hang(trace, hanging) if hanging else "",
        f"an objection overrules {beaten} of them" if beaten else "",
    )
    return "; ".join(part for part in parts if part)


def hung_on(trace: Trace, names: Sequence[str]) -> list[str]:
    """The codes of the uncertain assumptions that the open statements hang on."""
    hinges = (item for name in names for item in trace.hangs_on(name))
    uncertain = (name for name in names if name in trace.run.uncertain)
    return codes(trace, (*hinges, *uncertain))


def decisive(result: RecommendationResult, grounds: Sequence[Argument]) -> list[PremiseState]:
    """One missing premise for each ground that shows why the recommendation falls in the way it does."""
    role = {Verdict.NOT_WORKABLE: Role.MEANS, Verdict.NO_STANDING: Role.STANDING}.get(
        result.verdict, Role.NEED
    )
    found = []
    for ground in grounds:
        missing = ground.missing
        if missing and missing[0].role is role:
            found.append(missing[0])
    return found


def _open_premises(grounds: Sequence[Argument]) -> list[str]:
    hanging = (ground for ground in grounds if ground.state is RuleState.OPEN)
    return [item.statement for ground in hanging for item in ground.premises if item.met is Status.OPEN]


def _hanging(trace: Trace, result: RecommendationResult) -> str:
    uncertain = hung_on(trace, [result.id])
    named = listed(uncertain, limit=SHOWN)
    if result.verdict is Verdict.OPEN:
        return f"Hangs on {named}, which {'is' if len(uncertain) == 1 else 'are'} uncertain."
    ways = listed([uncapitalised(VERDICT_WORDS[way]) for way in result.falls], "or")
    return f"Falls in any case: {ways}, depending on {named}."


def _holding(trace: Trace, result: RecommendationResult, grounds: Sequence[Argument]) -> str:
    if not result.applying:
        uncertain = listed(hung_on(trace, _open_premises(grounds)), limit=SHOWN)
        return f"However {uncertain} may turn out, one ground or another stands."
    standing = standing_grounds(result, grounds)
    if result.verdict is Verdict.FEWER:
        lost = lost_grounds(trace, grounds)
        return f"{standing}; {lost}." if lost else f"{standing}."
    reason = trace.reason(result.id)
    supposed = assuming(trace, reason)
    aside = f"; {inferences(reason.set_aside)}" if reason and reason.set_aside else ""
    if result.total == 1:
        met = roles_met(premise.role for premise in grounds[0].premises)
        return sentence(f"{supposed}, {met}{aside}" if supposed else f"{met}{aside}")
    if not supposed:
        return f"{standing}{aside}."
    if trace.snapshot.scenario.reading is Reading.EVERY_STRAND:
        return sentence(f"{supposed}, {uncapitalised(standing)}{aside}")
    if result.applying == 1:
        return f"{standing}, {supposed}{aside}."
    enough = supposed.removeprefix("assuming ")
    return f"{standing}; for one of them it is enough that {enough}{aside}."


def _incomplete(trace: Trace, result: RecommendationResult, grounds: Sequence[Argument]) -> str:
    if not result.applying:
        uncertain = listed(hung_on(trace, _open_premises(grounds)), limit=SHOWN)
        return f"However {uncertain} may turn out, only some of its grounds stand, but all are needed."
    lost = lost_grounds(trace, grounds)
    standing = standing_grounds(result, grounds)
    return f"{standing}, but all are needed{'; ' + lost if lost else ''}."


def _overruled(trace: Trace, grounds: Sequence[Argument]) -> str:
    objections = {name for ground in grounds for name in ground.beaten_by}
    arguments = trace.arguments(trace.case.rule_by_id[grounds[0].rule].conclusion)
    opposing = [item for item in arguments if item.rule in objections]
    why = cause(trace, [premise for item in opposing for premise in item.premises], met=True)
    subject = "An objection overrules" if len(opposing) == 1 else f"{len(opposing)} objections overrule"
    return f"{subject} its {'only ground' if len(grounds) == 1 else 'grounds'}{': ' + why if why else ''}."


def _fallen(trace: Trace, result: RecommendationResult, grounds: Sequence[Argument]) -> str:
    if not grounds:
        return "No rule that takes part supports it."
    aside = tuple(item.rule for item in grounds if item.usage is Usage.SET_ASIDE)
    missing = decisive(result, grounds)
    if not missing:
        return sentence(f"{inferences(aside)}, so no ground is left" if aside else "no ground can apply")
    return sentence(f"{cause(trace, missing, aside)}: {_what_is_left(result, grounds)}")


def cause(
    trace: Trace, premises: Sequence[PremiseState], aside: tuple[str, ...] = (), *, met: bool = False
) -> str:
    """Where it comes from that premises are missing (or met): "A3 fails, so F14 is gone"."""
    reasons = (premise.reason for premise in premises)
    why = because(trace, merged([*reasons, Reason(set_aside=aside)]))
    above = derived(trace, premises)
    fates = []
    for stands in (False, True):
        names = [premise.statement for premise in above if premise.negated is (stands is not met)]
        if names:
            fates.append(fate(trace, list(dict.fromkeys(names)), stands))
    return ", so ".join(part for part in (why, listed(fates)) if part)


def _what_is_left(result: RecommendationResult, grounds: Sequence[Argument]) -> str:
    if result.verdict is Verdict.NOT_WORKABLE:
        return "the need is there, the means are not"
    if result.verdict is Verdict.NO_STANDING:
        return "needed and workable, but the standing is missing"
    if any(ground.usage is not Usage.IN_USE for ground in grounds):
        return "no ground in use has a need left"
    if len(grounds) == 1:
        return "its only ground has no need left"
    return f"{'neither' if len(grounds) == 2 else 'none'} of its {len(grounds)} grounds has a need left"


def _fell(trace: Trace, missing: Sequence[PremiseState]) -> str:
    why = because(trace, merged(premise.reason for premise in missing))
    names = [premise.statement for premise in derived(trace, missing) if not premise.negated]
    if not names or not why:
        return why or cause(trace, missing)
    return f"{listed(codes(trace, names), limit=SHOWN)} fell because {why}"


def _hang(trace: Trace, names: Sequence[str]) -> str:
    uncertain = hung_on(trace, names)
    above = codes(trace, (name for name in names if name in trace.program.supporting))
    is_are = "is" if len(uncertain) == 1 else "are"
    named = listed(uncertain, limit=SHOWN)
    if not above:
        return f"{named} {is_are} uncertain"
    verb = "hangs" if len(above) == 1 else "hang"
    return f"{listed(above, limit=SHOWN)} {verb} on {named}, which {is_are} uncertain"
