"""Why a recommendation has its verdict, in one cause for a card: names before codes, two short lines at most."""

from collections.abc import Iterable, Sequence

from models.engine.asked_for import counted_arguments, unasked
from models.engine.explain import Trace
from models.engine.program import WAYS
from models.language.naming import denial, quoted, taken
from models.language.states import clause
from models.language.words import listed_causes
from models.schema.case import Assumption, Role, Stance, Verdict
from models.schema.explanation import Argument, PremiseState
from models.schema.result import RecommendationResult, RuleState, Status, Usage

NAMED = 2
ONLY_ADDED = "Only an analyst’s arguments are left, which do not count where every argument must hold"
EITHER_WAY = "Its argument fails or is overruled, either way"
DECIDING = {way: role for role, way in WAYS.items()}


def cause(trace: Trace, name: str) -> str:
    """The cause of a recommendation's verdict, without a full stop."""
    result = trace.evaluation.recommendation[name]
    arguments = counted_arguments(trace, name)
    match result.verdict:
        case Verdict.OPEN:
            return _depending(trace, trace.varies_with(name))
        case Verdict.HOLDS:
            return _holding(trace, arguments)
        case Verdict.FEWER:
            before = trace.snapshot.baseline.rule
            new = any(item.stands and before[item.rule].state is not RuleState.APPLIES for item in arguments)
            return left(trace, arguments, "{} of {} arguments {hold}" if new else "{} of {} arguments left")
        case Verdict.INCOMPLETE:
            return left(trace, arguments, "Only {} of {} arguments {hold}")
        case Verdict.OVERRULED if len(result.falls) == 1:
            return overruled(trace, name, arguments)
        case _:
            return _fallen(trace, result, arguments)


def sentence_start(text: str) -> str:
    """The clause with a capital at its start."""
    return text[:1].upper() + text[1:]


def own_premises(arguments: Sequence[Argument]) -> list[PremiseState]:
    """What tells each argument from the others: its first premise that not all of them have."""
    statements = [frozenset(premise.statement for premise in item.premises) for item in arguments]
    shared = frozenset.intersection(*statements) if statements else frozenset()
    own = ((premise for premise in item.premises if premise.statement not in shared) for item in arguments)
    return [next(found, item.premises[0]) for found, item in zip(own, arguments, strict=True)]


def _first(trace: Trace, names: Sequence[str]) -> str:
    told = quoted(trace.case.by_id[names[0]].title) if names else "what is uncertain"
    return f"{told} and {len(names) - 1} more" if len(names) > 1 else told


def _depending(trace: Trace, names: Sequence[str]) -> str:
    if len(names) == 1 and unargued(trace, names[0]):
        return f"{quoted(trace.case.by_id[names[0]].title)} is {unargued(trace, names[0])}"
    return f"Depends on {_first(trace, names)}"


def unargued(trace: Trace, name: str) -> str:
    """What an assumption that is taken as argued comes to where nothing argues for it; empty where it is not."""
    if trace.snapshot.scenario.stance_of[name] is not Stance.AS_ARGUED:
        return ""
    before = trace.snapshot.baseline.status_of[name] is Status.ACCEPTED
    return f"{'no longer' if before else 'not'} argued for, so it could be either"


def decisive_premises(result: RecommendationResult, arguments: Sequence[Argument]) -> list[PremiseState]:
    """One missing premise for each argument that shows why the recommendation falls in the way it does."""
    role = DECIDING.get(result.verdict, Role.NEED)
    firsts = [item.missing[0] for item in arguments if item.usage is Usage.IN_USE and item.missing]
    return [premise for premise in firsts if premise.role is role] or firsts


def denied(trace: Trace, name: str) -> str:
    """What is so where a statement is not accepted, inside a sentence."""
    item = trace.case.by_id[name]
    if isinstance(item, Assumption):
        return denial(trace.case, item)
    result = trace.evaluation.recommendation.get(name)
    if result:
        return f"{quoted(item.brief)} {clause(result.verdict)}"
    gone = trace.snapshot.baseline.status_of[name] is Status.ACCEPTED
    return f"{quoted(item.title)} {'no longer follows' if gone else 'does not follow'}"


def premise_words(trace: Trace, premise: PremiseState) -> str:
    """A premise that is not met, as a clause: "“Limit the arsenal” is no longer needed"."""
    item = trace.case.by_id[premise.statement]
    if not premise.negated:
        return denied(trace, item.id)
    if isinstance(item, Assumption):
        return taken(trace.case, item, Stance.HOLDS)
    advice = item.id in trace.program.recommendations
    return f"{quoted(item.brief if advice else item.title)} {'holds' if advice else 'follows'}"


def together(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """Premises that are not met as clauses; two of the same fate in one: "“A” and “B” are no longer needed"."""
    words = list(dict.fromkeys(premise_words(trace, premise) for premise in premises))
    split = [text.partition("” ") for text in words]
    fates = {fate for _, _, fate in split}
    if len(words) != NAMED or len(fates) != 1 or not fates.pop().startswith("is "):
        return words
    (first, _, fate), (second, _, _) = split
    return [f"{first}” and {second}” are {fate.removeprefix('is ')}"]


def roots(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """The stances at the bottom of it, as clauses; those that differ from the baseline where any do."""
    found = {name for item in premises if item.reason for name in item.reason.assumptions}
    stance_of = trace.snapshot.scenario.stance_of
    items = [item for item in trace.case.assumptions if item.id in found]
    changed = [item for item in items if stance_of[item.id] is not item.baseline]
    return [taken(trace.case, item, stance_of[item.id]) for item in changed or items]


def _holding(trace: Trace, arguments: Sequence[Argument]) -> str:
    standing = [item for item in arguments if item.stands]
    if not standing:
        below = _below(trace, arguments)
        return f"Whatever becomes of {_first(trace, below)}, an argument holds"
    if len(arguments) == 1:
        return _supporting(trace, standing[0])
    if any(item.holds is Status.OPEN for item in arguments):
        return left(trace, arguments, "{} of {} arguments {hold}")
    if len(standing) < len(arguments):
        verb = "holds" if len(standing) == 1 else "hold"
        return f"{len(standing)} of {len(arguments)} arguments {verb}{_others_rejected(arguments)}"
    return "Both arguments hold" if len(arguments) == NAMED else f"All {len(arguments)} arguments hold"


def _others_rejected(arguments: Sequence[Argument]) -> str:
    """That the arguments which do not hold are those that were rejected, where it is so: "; the other is rejected"."""
    others = [item for item in arguments if not item.stands]
    if any(item.usage is not Usage.SET_ASIDE for item in others):
        return ""
    return "; the other is rejected" if len(others) == 1 else "; the others are rejected"


def _supporting(trace: Trace, argument: Argument) -> str:
    """What the only argument rests on first: a finding or assumption rather than other advice."""
    met = [item for item in argument.premises if item.met is Status.ACCEPTED]
    own = [item for item in met if item.statement not in trace.program.recommendations]
    if not met:
        return "Its only argument holds"
    first = (own or met)[0]
    if not first.negated:
        return trace.case.by_id[first.statement].title
    return sentence_start(denied(trace, first.statement))


def _below(trace: Trace, arguments: Sequence[Argument]) -> list[str]:
    found = {
        name
        for argument in arguments
        for premise in argument.premises
        if premise.met is Status.OPEN
        for name in trace.varies_with(premise.statement) or (premise.statement,)
    }
    return [item.id for item in trace.case.assumptions if item.id in found]


def left(trace: Trace, arguments: Sequence[Argument], counting: str) -> str:
    """How many arguments hold, at least or at most where some are open, and what became of the others."""
    standing = sum(item.stands for item in arguments)
    others = [item for item in arguments if not item.stands]
    unsettled = [item for item in others if item.holds is Status.OPEN]
    verbs = {"hold": "holds", "is_are": "is"} if standing == 1 else {"hold": "hold", "is_are": "are"}
    if others and len(unsettled) == len(others) and standing:
        rest = "the other depends" if len(others) == 1 else "the others depend"
        on = _first(trace, _below(trace, others))
        return f"At least {standing} of {len(arguments)} {verbs['hold']}; {rest} on {on}"
    told = lost(trace, others)
    if len(arguments) == 1 and not standing and not unsettled:
        return f"Its only argument does not hold{': ' if told else ''}{told}"
    counted = counting.format(standing, len(arguments), **verbs)
    if unsettled and counted.startswith("Only"):
        counted = f"At most {standing + len(unsettled)} of {len(arguments)} arguments hold"
    elif unsettled:
        number = max(1, standing)
        counted = f"At least {number} of {len(arguments)} arguments {'holds' if number == 1 else 'hold'}"
    return f"{counted}{': ' if told else ''}{told}"


def lost(trace: Trace, arguments: Sequence[Argument]) -> str:
    """What became of the arguments that no longer carry: the cause that most share, and how many are rejected."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    missing = [item.missing[0] for item in in_use if item.missing]
    beaten = sum(item.holds is Status.REJECTED and item.state is RuleState.APPLIES for item in in_use)
    unsettled = sum(item.holds is Status.OPEN for item in in_use)
    rejected = len(arguments) - len(in_use)
    rest = len(in_use) - len(missing) - beaten - unsettled
    parts = [_missing(trace, missing)] if missing else []
    if beaten:
        parts.append(f"an objection overrules {_number(beaten)}")
    if rejected:
        parts.append(f"{_number(rejected)} {'is' if rejected == 1 else 'are'} rejected")
    if unsettled:
        parts.append(f"{_number(unsettled)} {'is' if unsettled == 1 else 'are'} open")
    if rest:
        parts.append(f"{_number(rest)} {'does' if rest == 1 else 'do'} not hold either way")
    return "; ".join(parts[:NAMED])


def _missing(trace: Trace, missing: Sequence[PremiseState]) -> str:
    if len(missing) == 1 and missing[0].statement in trace.program.recommendations:
        return premise_words(trace, missing[0])
    return listed_causes(roots(trace, missing), NAMED) or premise_words(trace, missing[0])


def _number(number: int) -> str:
    return {1: "one", 2: "two", 3: "three"}.get(number, str(number))


def overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """By how many objections a statement is overruled, and what these rest on."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    beating = {rule for item in in_use for rule in item.beaten_by}
    opposing = [item for item in trace.arguments(name) if item.rule in beating]
    settled = [item for item in opposing if item.state is RuleState.APPLIES]
    beaten = [item for item in in_use if item.beaten_by and item.holds is Status.REJECTED]
    if any(item.holds is not Status.REJECTED for item in in_use) and (not settled or not beaten):
        return "An objection overrules one argument or another"
    if (not settled or not beaten) and (told := together(trace, _inherited(trace, name, in_use))):
        return sentence_start(listed_causes(told, NAMED))
    if not settled or not beaten:
        return "Its arguments fail or are overruled, either way" if len(in_use) > 1 else EITHER_WAY
    why = listed_causes(roots(trace, (premise for item in settled for premise in item.premises)), NAMED)
    subject = "An objection overrules" if len(settled) == 1 else f"{len(settled)} objections overrule"
    both = len(in_use) == NAMED and all(_by(item, settled) for item in in_use)
    object_ = (
        "it"
        if len(in_use) == 1
        else "both arguments"
        if both
        else "one argument"
        if len(beaten) == 1
        else "its arguments"
    )
    return f"{subject} {object_}{': ' if why else ''}{why}"


def _inherited(trace: Trace, name: str, arguments: Sequence[Argument]) -> list[PremiseState]:
    """The advice that is needed and fell for good, from which a statement has its own fall; none if it is no heir."""
    verdict_of = trace.evaluation.recommendation
    if name not in verdict_of or any(item.state is not RuleState.FAILS for item in arguments):
        return []
    missing = [premise for item in arguments for premise in item.missing if not premise.negated]
    fallen = [premise for premise in missing if premise.statement in verdict_of]
    same = [item for item in fallen if verdict_of[item.statement].verdict is verdict_of[name].verdict]
    return [item for item in same if len(verdict_of[item.statement].falls) == 1]


def _by(argument: Argument, objections: Sequence[Argument]) -> bool:
    return any(item.rule in argument.beaten_by for item in objections)


def _fallen(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    if len(result.falls) > 1:
        names = trace.varies_with(result.id)
        how = f"depends on {_first(trace, names)}" if names else "is not settled"
        return f"Does not hold either way; how {how}"
    if not any(item.usage is Usage.IN_USE for item in arguments):
        return ONLY_ADDED if _added_left(trace, result.id) else _all_rejected(len(arguments))
    missing = decisive_premises(result, arguments)
    told = roots(trace, missing)
    if not told:
        if any(item.state is not RuleState.FAILS for item in arguments):
            return "Its arguments do not hold, either way"
        return sentence_start(premise_words(trace, missing[0])) if missing else "No argument for it applies"
    return sentence_start(listed_causes(told, NAMED))


def _added_left(trace: Trace, name: str) -> bool:
    rules = trace.evaluation.rule
    return any(rules[rule.id].usage is Usage.IN_USE for rule in unasked(trace.snapshot, name))


def _all_rejected(number: int) -> str:
    if not number:
        return "No argument is counted for it"
    return "Its only argument is rejected" if number == 1 else "All its arguments are rejected"
