"""What an argument rests on, in clauses: premises that are met or missing, and the stances at the bottom of it."""

from collections.abc import Iterable, Sequence

from models.engine.explain import Trace
from models.engine.program import WAYS
from models.language.messages import message, told
from models.language.naming import denial, quoted, taken
from models.language.states import said
from models.language.words import listed
from models.schema.case import Assumption, Role
from models.schema.explanation import Argument, PremiseState
from models.schema.grades import Stance, Verdict
from models.schema.result import RecommendationResult, Status, Usage

NAMED = 2
ALIKE = frozenset(Verdict) - {Verdict.HOLDS, Verdict.FEWER, Verdict.UNSUPPORTED}
"""The verdicts that are told of two in one clause."""
DECIDING = {way: role for role, way in WAYS.items()}


def own_premises(arguments: Sequence[Argument]) -> list[PremiseState]:
    """What tells each argument from the others: its first premise that not all of them have."""
    statements = [frozenset(premise.statement for premise in item.premises) for item in arguments]
    shared = frozenset.intersection(*statements) if statements else frozenset()
    own = ((premise for premise in item.premises if premise.statement not in shared) for item in arguments)
    return [next(found, item.premises[0]) for found, item in zip(own, arguments, strict=True)]


def first_of(trace: Trace, names: Sequence[str]) -> str:
    """The first of some statements by its name, and how many more there are."""
    name = quoted(trace.case.by_id[names[0]].title) if names else message("what is uncertain")
    return told("{first} and {number} more", first=name, number=len(names) - 1) if len(names) > 1 else name


def is_unargued(trace: Trace, name: str) -> bool:
    """Whether an uncertain assumption is taken as argued: nothing argues for it, so it could be either."""
    return trace.snapshot.scenario.stance_of[name] is Stance.AS_ARGUED


def was_argued(trace: Trace, name: str) -> bool:
    """Whether something argued for it in the source's baseline."""
    return trace.snapshot.baseline.status_of[name] is Status.ACCEPTED


def first_missing(trace: Trace, argument: Argument) -> PremiseState:
    """What an argument misses first; where any of several would do, one that was changed."""
    first, stance_of = argument.missing[0], trace.snapshot.scenario.stance_of
    changed = {item.id for item in trace.case.assumptions if stance_of[item.id] is not item.baseline}
    among = (item for item in argument.missing if item.choice and item.choice == first.choice)
    return next((item for item in among if changed & _rooted(trace, [item])), first)


def decisive_premises(
    trace: Trace, result: RecommendationResult, arguments: Sequence[Argument]
) -> list[PremiseState]:
    """One missing premise for each argument that shows why the recommendation falls in the way it does."""
    role = DECIDING.get(result.verdict, Role.NEED)
    firsts = [first_missing(trace, item) for item in arguments if item.usage is Usage.IN_USE and item.missing]
    return [premise for premise in firsts if premise.role is role] or firsts


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
    """The stances at the bottom of it, as clauses; those that differ from the baseline where any do."""
    return _stances(trace, _rooted(trace, premises))


def roots_of_each(trace: Trace, premises: Iterable[PremiseState]) -> list[str]:
    """The same where each premise is missed by an argument of its own, so that no cause stands for another's."""
    rooted = (
        _rooted(trace, [item]) if item.statement in trace.program.supporting else {item.statement}
        for item in premises
    )
    return _stances(trace, {name for names in rooted for name in names})


def _rooted(trace: Trace, premises: Iterable[PremiseState]) -> set[str]:
    found = {name for item in premises if item.reason for name in item.reason.assumptions}
    stance_of = trace.snapshot.scenario.stance_of
    items = [item for item in trace.case.assumptions if item.id in found]
    changed = [item for item in items if stance_of[item.id] is not item.baseline]
    return {item.id for item in changed or items}


def _stances(trace: Trace, names: set[str]) -> list[str]:
    stance_of, status_of = trace.snapshot.scenario.stance_of, trace.evaluation.status_of
    items = [item for item in trace.case.assumptions if item.id in names]
    argued = [item.id for item in items if stance_of[item.id] is Stance.AS_ARGUED]
    stances = {**stance_of, **{n: Stance.HOLDS for n in argued if status_of[n] is Status.ACCEPTED}}
    items.sort(key=lambda item: stance_of[item.id] is item.baseline)
    return [taken(trace.case, item, stances[item.id]) for item in items]


def apart(trace: Trace, argument: Argument) -> str:
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


def settling(trace: Trace, arguments: Sequence[Argument]) -> list[str]:
    """The assumptions that would settle the premises which are open."""
    found = {
        name
        for argument in arguments
        for premise in argument.premises
        if premise.met is Status.OPEN
        for name in trace.varies_with(premise.statement) or (premise.statement,)
    }
    return [item.id for item in trace.case.assumptions if item.id in found]
