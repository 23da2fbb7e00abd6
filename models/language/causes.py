"""Why a recommendation has its verdict, in one cause for a card: names before codes, two short lines at most."""

from collections.abc import Iterable, Sequence

from models.engine.evaluator import WAYS
from models.engine.explain import Trace
from models.language.naming import denial, quoted, taken
from models.language.states import clause
from models.language.words import listed
from models.schema.case import Assumption, Role, Stance, Verdict
from models.schema.explanation import Argument, PremiseState
from models.schema.result import RecommendationResult, RuleState, Status, Usage

NAMED = 2
DECIDING = {way: role for role, way in WAYS.items()}


def cause(trace: Trace, name: str) -> str:
    """The cause of a recommendation's verdict, without a full stop."""
    result = trace.evaluation.recommendation[name]
    arguments = counted_arguments(trace, name)
    match result.verdict:
        case Verdict.OPEN:
            return f"Depends on {_first(trace, trace.hangs_on(name))}"
        case Verdict.HOLDS:
            return _holding(trace, result, arguments)
        case Verdict.FEWER:
            return left(trace, arguments, "{} of {} arguments left")
        case Verdict.INCOMPLETE:
            return left(trace, arguments, "Only {} of {} arguments {hold}")
        case Verdict.OVERRULED:
            return overruled(trace, name, arguments)
        case _:
            return _fallen(trace, result, arguments)


def counted_arguments(trace: Trace, name: str) -> list[Argument]:
    """The arguments for a statement, but for those that are switched off with the objections."""
    arguments = trace.arguments(name)
    return [item for item in arguments if item.supports and item.usage is not Usage.SWITCHED_OFF]


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


def decisive_premises(result: RecommendationResult, arguments: Sequence[Argument]) -> list[PremiseState]:
    """One missing premise for each argument that shows why the recommendation falls in the way it does."""
    role = DECIDING.get(result.verdict, Role.NEED)
    firsts = [item.missing[0] for item in arguments if item.usage is Usage.IN_USE and item.missing]
    return [premise for premise in firsts if premise.role is role] or firsts


def premise_words(trace: Trace, premise: PremiseState) -> str:
    """A premise that is not met, as a clause: "“Limit the arsenal” is no longer needed"."""
    item = trace.case.by_id[premise.statement]
    if isinstance(item, Assumption):
        return taken(trace.case, item, Stance.HOLDS) if premise.negated else denial(trace.case, item)
    result = trace.evaluation.recommendation.get(item.id)
    if premise.negated:
        return f"{quoted(item.brief)} {'holds' if result else 'follows'}"
    if result:
        return f"{quoted(item.brief)} {clause(result.verdict)}"
    gone = trace.snapshot.baseline.status_of[item.id] is Status.ACCEPTED
    return f"{quoted(item.title)} {'no longer follows' if gone else 'does not follow'}"


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


def _holding(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    standing = [item for item in arguments if item.stands]
    if not standing:
        return f"Whatever becomes of {_first(trace, _below(trace, arguments))}, an argument holds"
    if len(arguments) == 1:
        return _supporting(trace, standing[0])
    if any(item.state is RuleState.OPEN for item in arguments):
        return left(trace, arguments, "{} of {} arguments {hold}")
    if len(standing) < result.total:
        return f"{len(standing)} of {result.total} arguments hold"
    return "Both arguments hold" if result.total == NAMED else f"All {result.total} arguments hold"


def _supporting(trace: Trace, argument: Argument) -> str:
    """What the only argument rests on first: a finding or assumption rather than other advice."""
    own = [item for item in argument.premises if item.statement not in trace.program.recommendations]
    first = (own or list(argument.premises))[0]
    item = trace.case.by_id[first.statement]
    if not first.negated:
        return item.title
    return sentence_start(denial(trace.case, item))


def _below(trace: Trace, arguments: Sequence[Argument]) -> list[str]:
    found = {
        name
        for argument in arguments
        for premise in argument.premises
        if premise.met is Status.OPEN
        for name in trace.hangs_on(premise.statement) or (premise.statement,)
    }
    return [item.id for item in trace.case.assumptions if item.id in found]


def left(trace: Trace, arguments: Sequence[Argument], counting: str) -> str:
    """How many arguments hold of how many, and what became of the others."""
    standing = sum(item.stands for item in arguments)
    others = [item for item in arguments if not item.stands]
    if others and all(item.state is RuleState.OPEN for item in others):
        rest = "the other depends" if len(others) == 1 else "the others depend"
        return (
            f"At least {standing} of {len(arguments)} hold; {rest} on {_first(trace, _below(trace, others))}"
        )
    told = lost(trace, others)
    if len(arguments) == 1 and not standing:
        return f"Its only argument does not hold{': ' if told else ''}{told}"
    verbs = {"hold": "holds", "is_are": "is"} if standing == 1 else {"hold": "hold", "is_are": "are"}
    counted = counting.format(standing, len(arguments), **verbs)
    return f"{counted}{': ' if told else ''}{told}"


def lost(trace: Trace, arguments: Sequence[Argument]) -> str:
    """What became of the arguments that no longer carry: the cause that most share, and how many are rejected."""
    in_use = [item for item in arguments if item.usage is Usage.IN_USE]
    missing = [item.missing[0] for item in in_use if item.missing]
    beaten = [item for item in in_use if item.beaten_by and not item.missing]
    unsettled = len(in_use) - len(missing) - len(beaten)
    rejected = len(arguments) - len(in_use)
    parts = [_missing(trace, missing)] if missing else []
    if beaten:
        parts.append(f"an objection overrules {_number(len(beaten))}")
    if rejected:
        parts.append(f"{_number(rejected)} {'is' if rejected == 1 else 'are'} rejected")
    if unsettled:
        parts.append(f"{_number(unsettled)} {'is' if unsettled == 1 else 'are'} open")
    return "; ".join(parts[:NAMED])


def _missing(trace: Trace, missing: Sequence[PremiseState]) -> str:
    if len(missing) == 1 and missing[0].statement in trace.program.recommendations:
        return premise_words(trace, missing[0])
    return listed(roots(trace, missing), limit=NAMED) or premise_words(trace, missing[0])


def _number(number: int) -> str:
    return {1: "one", 2: "two", 3: "three"}.get(number, str(number))


def overruled(trace: Trace, name: str, arguments: Sequence[Argument]) -> str:
    """By how many objections a statement is overruled, and what these rest on."""
    beating = {rule for item in arguments for rule in item.beaten_by}
    opposing = [item for item in trace.arguments(name) if item.rule in beating]
    why = listed(roots(trace, (premise for item in opposing for premise in item.premises)), limit=NAMED)
    subject = "An objection overrules" if len(opposing) == 1 else f"{len(opposing)} objections overrule"
    object_ = {1: "it", 2: "both arguments"}.get(len(arguments), "its arguments")
    return f"{subject} {object_}{': ' if why else ''}{why}"


def _fallen(trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]) -> str:
    if len(result.falls) > 1:
        return f"Does not hold either way; how depends on {_first(trace, trace.hangs_on(result.id))}"
    if not any(item.usage is Usage.IN_USE for item in arguments):
        return _all_rejected(len(arguments))
    missing = decisive_premises(result, arguments)
    told = roots(trace, missing)
    if not told:
        return sentence_start(premise_words(trace, missing[0])) if missing else "No argument for it applies"
    return sentence_start(listed(told, limit=NAMED))


def _all_rejected(number: int) -> str:
    if not number:
        return "No argument is counted for it"
    return "Its only argument is rejected" if number == 1 else "All its arguments are rejected"
