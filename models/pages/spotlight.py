"""One recommendation for a whole room: its verdict, the chain that leads to it, and what would change it."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.language.one_line import decisive
from models.language.phrases import because, codes, merged, sentence
from models.language.steps import MARKS, STATE_MARKS
from models.language.values import Mark
from models.language.words import STATUS_CLAUSES, VERDICT_CLAUSES, VERDICT_WORDS, listed
from models.pages.board import cards
from models.pages.change import WAITING, change_page
from models.schema.case import Assumption, Stance, Verdict
from models.schema.explanation import Argument, PremiseState, Reason
from models.schema.result import RuleState, Status, Usage
from models.schema.snapshot import Snapshot
from models.schema.value import Answer

MOST_DERIVED, MOST_NAMED, MOST_CODES = 2, 3, 5
STANCE_CLAUSES = {Stance.HOLDS: "holds", Stance.FAILS: "fails", Stance.UNCERTAIN: "is uncertain"}


class Link(Answer):
    """One step of the chain: what, and under it the same in the case's own words."""

    mark: Mark
    heading: str
    detail: str
    stance: Stance | None = None
    verdict: Verdict | None = None


class Turn(Answer):
    """A smallest change that would turn the verdict, with the names of what it changes; or why there is none."""

    sentence: str
    names: str = ""
    verdict: Verdict | None = None


class Spotlight(Answer):
    """One recommendation as the room sees it; `was` is there if the last change moved it."""

    id: str
    code: str
    title: str
    addressee: str
    verdict: Verdict
    word: str
    reason: str
    was: Verdict | None = None
    was_word: str = ""
    links: tuple[Link, ...]
    change_title: str
    turns: tuple[Turn, ...]


def spotlight(snapshot: Snapshot, recommendation_id: str) -> Spotlight:
    """All that the room is told of one recommendation; an unknown id raises KeyError."""
    name = snapshot.case.by_id[recommendation_id].id
    card = next(card for card in cards(snapshot) if card.id == name)
    before = snapshot.before.recommendation[name].verdict if snapshot.before is not None else None
    was = before if before is not card.verdict else None
    title, turns = _turns(snapshot, name)
    return Spotlight(
        id=name,
        code=card.code,
        title=card.title,
        addressee=card.addressee,
        verdict=card.verdict,
        word=card.word,
        reason=card.reason,
        was=was,
        was_word=VERDICT_WORDS[was] if was is not None else "",
        links=chain(Trace(snapshot), name),
        change_title=title,
        turns=turns,
    )


def chain(trace: Trace, name: str) -> tuple[Link, ...]:
    """From what is assumed, through what follows, to the argument that decides: at most five links."""
    argument = _deciding(trace, name)
    if argument is None:
        return ()
    reason = _reason(trace, name, argument)
    followed, told = _followed(trace, argument), set(reason.assumptions)
    others = [item.statement for item in argument.premises if item is not followed]
    beside = [item for item in others if item not in told]
    path = _path(trace, argument)[:MOST_DERIVED]
    links = [_base(trace, reason)] if reason.assumptions or reason.set_aside else []
    links += [_derived(trace, item) for item in reversed(path)]
    links += [_beside(trace, beside)] if beside else []
    return (*links, _inference(trace, name, argument))


def _turns(snapshot: Snapshot, name: str) -> tuple[str, tuple[Turn, ...]]:
    """A title, and for each way in which it could turn the first of the smallest changes."""
    listings = change_page(snapshot, name, most=1).moves
    found = [listing for listing in listings if listing.moves]
    if not found:
        notes = [item.note for item in listings if item.note] or [WAITING]
        return "What would change it", (Turn(sentence=notes[0]),)
    title = found[0].title if len(found) == 1 else "What would settle it"
    moves = [listing.moves[0] for listing in found]
    return title, tuple(Turn(sentence=m.sentence, names=m.names, verdict=m.verdict) for m in moves)


def _deciding(trace: Trace, name: str) -> Argument | None:
    """The argument that the chain goes through: one that stands, or shows best why the statement does not."""
    arguments = [item for item in trace.arguments(name) if item.usage is not Usage.SWITCHED_OFF]
    supporting = [item for item in arguments if item.supports]
    status = trace.evaluation.status_of[name]
    if status is Status.REJECTED:
        return _failing(trace, name, arguments)
    wanted = RuleState.OPEN if status is Status.OPEN else RuleState.APPLIES
    fitting = [item for item in supporting if item.state is wanted and (not item.beaten_by)]
    return next(iter((*fitting, *supporting)), None)


def _failing(trace: Trace, name: str, arguments: Sequence[Argument]) -> Argument | None:
    supporting = [item for item in arguments if item.supports]
    beating = {rule for item in supporting for rule in item.beaten_by}
    result = trace.evaluation.recommendation.get(name)
    shown = decisive(result, supporting) if result is not None else []
    lacking = [item for item in supporting if item.missing and (not shown or item.missing[0] in shown)]
    overruling = [item for item in arguments if item.rule in beating]
    overruled = result is not None and result.verdict is Verdict.OVERRULED
    ordered = (*overruling, *lacking) if overruled else (*lacking, *overruling)
    return next(iter((*ordered, *supporting)), None)


def _followed(trace: Trace, argument: Argument) -> PremiseState:
    """The premise that makes the argument what it is: one that is missing or open, else a derived one."""
    hanging = [item for item in argument.premises if item.met is Status.OPEN]
    derived = [item for item in argument.premises if item.statement in trace.program.supporting]
    return next(iter((*argument.missing, *hanging, *derived, *argument.premises)))


def _path(trace: Trace, argument: Argument) -> list[str]:
    """The derived statements that lead to the argument, the nearest first."""
    path: list[str] = []
    step: Argument | None = argument
    while step is not None:
        below = _followed(trace, step).statement
        if below in path or below not in trace.program.supporting:
            break
        path.append(below)
        step = _deciding(trace, below)
    return path


def _reason(trace: Trace, name: str, argument: Argument) -> Reason:
    """What is assumed, left uncertain or set aside at the bottom of it all."""
    if trace.evaluation.status_of[name] is Status.OPEN:
        return Reason(assumptions=trace.hangs_on(name))
    told = [_followed(trace, argument)] if argument.missing else argument.premises
    return merged(premise.reason for premise in told)


def _base(trace: Trace, reason: Reason) -> Link:
    stances = {trace.snapshot.scenario.stance_of[item] for item in reason.assumptions}
    uncertain = Stance.UNCERTAIN in stances
    rules = (trace.case.rule_by_id[rule].because for rule in reason.set_aside)
    return Link(
        mark=Mark.PLAIN,
        heading=sentence(_hanging(trace, reason) if uncertain else because(trace, reason))[:-1],
        detail=" · ".join(text for text in (_titles(trace, reason.assumptions), *rules) if text),
        stance=stances.pop() if len(stances) == 1 else None,
    )


def _hanging(trace: Trace, reason: Reason) -> str:
    named = listed(codes(trace, reason.assumptions), limit=MOST_CODES)
    return f"{named} {'is' if len(reason.assumptions) == 1 else 'are'} uncertain"


def _derived(trace: Trace, name: str) -> Link:
    return Link(
        mark=MARKS[trace.evaluation.status_of[name]],
        heading=_state(trace, name),
        detail=trace.case.by_id[name].text,
        verdict=_verdict(trace, name),
    )


def _beside(trace: Trace, names: Sequence[str]) -> Link:
    """The other premises of the argument."""
    marks = {MARKS[trace.evaluation.status_of[name]] for name in names}
    return Link(
        mark=marks.pop() if len(marks) == 1 else Mark.PLAIN,
        heading=f"Beside it, {listed([_state(trace, name) for name in names], limit=MOST_NAMED)}",
        detail=_titles(trace, names),
    )


def _inference(trace: Trace, name: str, argument: Argument) -> Link:
    mark = Mark.OPPOSED if argument.beaten_by or not argument.supports else STATE_MARKS[argument.state]
    return Link(
        mark=mark if argument.usage is Usage.IN_USE else Mark.OFF,
        heading=sentence(f"{_called(trace, name, argument)} {_outcome(argument)}")[:-1],
        detail=trace.case.rule_by_id[argument.rule].because,
    )


def _called(trace: Trace, name: str, argument: Argument) -> str:
    if not argument.supports:
        return "an objection"
    counting = [item for item in trace.arguments(name) if item.supports]
    counting = [item for item in counting if item.usage is not Usage.SWITCHED_OFF]
    place = [item.rule for item in counting].index(argument.rule) + 1
    return f"ground {place} of {len(counting)}" if len(counting) > 1 else "the only ground"


def _outcome(argument: Argument) -> str:
    if argument.usage is Usage.SET_ASIDE:
        return "is set aside"
    if not argument.supports:
        return "overrules it"
    if argument.beaten_by:
        return "applies, but is overruled"
    missing = argument.missing
    if missing:
        return f"lacks its {missing[0].role.value}"
    return "stands" if argument.state is RuleState.APPLIES else "hangs on what is uncertain"


def _state(trace: Trace, name: str) -> str:
    """A statement's code with its state as a clause: "F14 does not stand", "A20 holds"."""
    item = trace.case.by_id[name]
    if isinstance(item, Assumption):
        return f"{item.code} {STANCE_CLAUSES[trace.snapshot.scenario.stance_of[name]]}"
    verdict = _verdict(trace, name)
    clause = VERDICT_CLAUSES[verdict] if verdict else STATUS_CLAUSES[trace.evaluation.status_of[name]]
    return f"{item.code} {clause}"


def _verdict(trace: Trace, name: str) -> Verdict | None:
    result = trace.evaluation.recommendation.get(name)
    return result.verdict if result is not None else None


def _titles(trace: Trace, names: Sequence[str]) -> str:
    ordered = [item for item in trace.case.by_id.values() if item.id in set(names)]
    if len(ordered) == 1:
        return ordered[0].text
    told = [item.title for item in ordered[:MOST_NAMED]]
    more = len(ordered) - len(told)
    return " · ".join([*told, f"{more} more"] if more else told)
