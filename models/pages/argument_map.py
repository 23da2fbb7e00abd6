"""The argument map in words: its title, the state of everything on it, and what a tip says."""

from collections.abc import Iterable

from models.engine.explain import Trace
from models.engine.routes import leading_to, passing_through
from models.language.one_line import one_line
from models.language.steps import (
    MARKS,
    STANCE_MARKS,
    STATE_MARKS,
    argument_state,
    assumption_detail,
    derived_state,
    objection_state,
)
from models.language.values import Mark
from models.language.words import KIND_WORDS, STANCE_WORDS, STATUS_WORDS, VERDICT_WORDS, citation, counted
from models.pages.board import headline
from models.pages.map_values import KeyLine, MapKeyEntry, MapNode, MapRule, MapTip
from models.schema.case import (
    Assumption,
    Case,
    Kind,
    Premise,
    Recommendation,
    Rule,
    Stance,
    Statement,
    Verdict,
)
from models.schema.result import RuleState, Status, Usage
from models.schema.snapshot import Snapshot

BOX_WORDS = {
    Verdict.HOLDS: "still holds",
    Verdict.FEWER: "fewer grounds",
    Verdict.OPEN: "open",
    Verdict.NOT_NEEDED: "not needed",
    Verdict.NOT_WORKABLE: "not workable",
    Verdict.NO_STANDING: "no standing",
    Verdict.OVERRULED: "overruled",
    Verdict.INCOMPLETE: "incomplete",
}
KIND_NAMES = {Kind.STATED: "stated", Kind.HEDGED: "hedged", Kind.IMPLIED: "implied", Kind.ADDED: "added"}


def map_title(case: Case) -> str:
    """What the map shows, in one sentence without its full stop."""
    advice = len(case.recommendations)
    return (
        f"How {counted(len(case.assumptions), 'assumption')} "
        f"{'leads' if len(case.assumptions) == 1 else 'lead'} to {counted(advice, 'recommendation')}"
    )


def map_headings(case: Case) -> dict[str, str]:
    """What stands over the columns, by kind of statement."""
    return {
        "assumption": counted(len(case.assumptions), "assumption"),
        "finding": counted(len(case.findings), "finding"),
        "recommendation": counted(len(case.recommendations), "recommendation"),
    }


def map_line(snapshot: Snapshot) -> str:
    """How the advice stands, and how many of the inferences apply."""
    used = [rule for rule in snapshot.evaluation.rules if rule.usage is not Usage.SWITCHED_OFF]
    applying = sum(rule.state is RuleState.APPLIES and rule.usage is Usage.IN_USE for rule in used)
    hanging = sum(rule.state is RuleState.OPEN for rule in used)
    told = f"{headline(snapshot)}; {applying} of {counted(len(used), 'inference')} apply"
    if hanging:
        told += f", {hanging} open"
    return f"{told}."


def focus_line(case: Case, name: str) -> str:
    """What stays bright when the map is focused on a statement."""
    item = case.by_id[name]
    advice = isinstance(item, Recommendation)
    route = leading_to(case, name) if advice else passing_through(case, name)
    others = route.statements - {name}
    shares = (
        (sum(other.id in others for other in case.assumptions), "assumption"),
        (sum(other.id in others for other in case.findings), "finding"),
        (sum(other.id in others for other in case.recommendations), "recommendation"),
    )
    parts = [counted(number, noun) for number, noun in shares if number]
    if not parts:
        return f"In focus: {item.code}, which nothing leads to or on from."
    told = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
    return f"In focus: {item.code} with the {told} that it {'rests on' if advice else 'is joined to'}."


def map_nodes(snapshot: Snapshot) -> tuple[MapNode, ...]:
    """The state of every statement, in the case's order."""
    evaluation = snapshot.evaluation
    return (
        *(_assumption(item, snapshot.scenario.stance_of[item.id]) for item in snapshot.case.assumptions),
        *(_finding(item, evaluation.status_of[item.id]) for item in snapshot.case.findings),
        *(
            _recommendation(item, evaluation.status_of[item.id], evaluation.recommendation[item.id].verdict)
            for item in snapshot.case.recommendations
        ),
    )


def map_rules(snapshot: Snapshot) -> tuple[MapRule, ...]:
    """The state of every inference, in the case's order."""
    results = snapshot.evaluation.rule
    return tuple(
        MapRule(
            id=rule.id,
            kind=rule.kind,
            opposes=rule.opposes is not None,
            state=results[rule.id].state,
            usage=results[rule.id].usage,
            mark=rule_mark(rule, results[rule.id].state, results[rule.id].usage),
        )
        for rule in snapshot.case.rules
    )


def rule_mark(rule: Rule, state: RuleState, usage: Usage) -> Mark:
    """The mark of an inference: an objection that applies is no good news."""
    if usage is not Usage.IN_USE:
        return Mark.OFF
    return Mark.OPPOSED if rule.opposes and state is RuleState.APPLIES else STATE_MARKS[state]


def map_key(case: Case) -> tuple[MapKeyEntry, ...]:
    """What the shapes and lines mean, as far as the case has them."""
    kinds = {item.kind for item in case.assumptions} | {rule.kind for rule in case.rules}
    negated = any(premise.negated for rule in case.rules for premise in rule.premises)
    against = any(rule.opposes for rule in case.rules)
    return (
        MapKeyEntry(text="stands", mark=Mark.ACCEPTED),
        MapKeyEntry(text="open", mark=Mark.OPEN),
        MapKeyEntry(text="does not stand", mark=Mark.REJECTED),
        *(MapKeyEntry(text=KIND_NAMES[kind], kind=kind) for kind in Kind if kind in kinds),
        *([MapKeyEntry(text="against", line=KeyLine.AGAINST)] if against else []),
        *([MapKeyEntry(text="if not", line=KeyLine.NEGATED)] if negated else []),
    )


def node_tip(snapshot: Snapshot, name: str) -> MapTip:
    """What a statement says and why it has its state; an id that the case does not have raises KeyError."""
    trace = Trace(snapshot)
    item = snapshot.case.by_id[name]
    return MapTip(
        heading=item.code, text=f"{item.text}. {citation(item.paragraphs)}", state=_why(trace, item)
    )


def rule_tip(snapshot: Snapshot, name: str) -> MapTip:
    """What an inference says, where it comes from and whether it applies."""
    trace = Trace(snapshot)
    rule = snapshot.case.rule_by_id[name]
    conclusion = snapshot.case.by_id[rule.conclusion].code
    arguments = trace.arguments(rule.conclusion)
    argument = next(item for item in arguments if item.rule == name)
    premises = " + ".join(premise_code(snapshot.case, premise) for premise in rule.premises)
    if rule.opposes:
        supporting = [item for item in arguments if item.supports]
        became = objection_state(trace, argument, supporting)
    else:
        became = argument_state(trace, argument)
    return MapTip(
        heading=f"{premises} {'against' if rule.opposes else '→'} {conclusion}",
        text=f"{rule.because} {KIND_WORDS[rule.kind].capitalize()}, {citation(rule.paragraphs)}.",
        state=f"It {became}.",
    )


def premise_code(case: Case, premise: Premise) -> str:
    """A premise by its code: "A3", "not A14"."""
    return f"{'not ' if premise.negated else ''}{case.by_id[premise.statement].code}"


def node_sentence(snapshot: Snapshot, node: MapNode) -> str:
    """A statement with its state and its neighbours, for those who cannot see the map."""
    case = snapshot.case
    item = case.by_id[node.id]
    rules = [rule for rule in case.rules if rule.conclusion == node.id]
    below = {premise.statement for rule in rules for premise in rule.premises}
    above = {
        rule.conclusion
        for rule in case.rules
        if any(premise.statement == node.id for premise in rule.premises)
    }
    told = f"{item.code} {item.title}: {node.word}."
    if below:
        told += f" Rests on {_codes(case, below)}."
    return f"{told} Leads to {_codes(case, above)}." if above else f"{told} Nothing rests on it."


def _codes(case: Case, names: Iterable[str]) -> str:
    wanted = set(names)
    return ", ".join(item.code for item in case.by_id.values() if item.id in wanted)


def _why(trace: Trace, item: Statement) -> str:
    if isinstance(item, Assumption):
        return assumption_detail(trace, item)
    if isinstance(item, Recommendation):
        verdict = trace.evaluation.recommendation[item.id].verdict
        return f"{VERDICT_WORDS[verdict]}. {one_line(trace, item.id)}"
    return derived_state(trace, item.id)


def _assumption(item: Assumption, stance: Stance) -> MapNode:
    statuses = {
        Stance.HOLDS: Status.ACCEPTED,
        Stance.FAILS: Status.REJECTED,
        Stance.UNCERTAIN: Status.OPEN,
    }
    return MapNode(
        id=item.id,
        code=item.code,
        mark=STANCE_MARKS[stance],
        status=statuses[stance],
        word=STANCE_WORDS[stance].lower(),
        stance=stance,
        kind=item.kind,
        core=item.core,
    )


def _finding(item: Statement, status: Status) -> MapNode:
    return MapNode(
        id=item.id, code=item.code, mark=MARKS[status], status=status, word=STATUS_WORDS[status].lower()
    )


def _recommendation(item: Statement, status: Status, verdict: Verdict) -> MapNode:
    return MapNode(
        id=item.id,
        code=item.code,
        mark=MARKS[status],
        status=status,
        word=BOX_WORDS[verdict],
        verdict=verdict,
    )
