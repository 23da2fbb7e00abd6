"""How the statements and inferences of a walk-through's step stand at present, and the whole of it as a table."""

from collections.abc import Iterable

from models.language.values import Count, Mark
from models.language.words import KIND_WORDS, uncapitalised
from models.pages.argument_map import map_line, map_nodes, map_rules
from models.pages.board import stance_counts
from models.pages.map_values import MapNode, MapRule
from models.pages.walk_values import Place, WalkRuleState, WalkState, WalkStep, WalkTally
from models.schema.case import Assumption, Verdict
from models.schema.result import RuleState, Status, Usage
from models.schema.snapshot import Snapshot

HIDDEN_WORD = "hidden"
HIDDEN_LINE = "Verdicts are hidden until the prediction is revealed."
RULE_WORDS = {
    RuleState.APPLIES: "applies",
    RuleState.FAILS: "does not apply",
    RuleState.OPEN: "open",
}
USAGE_WORDS = {Usage.SET_ASIDE: "set aside", Usage.SWITCHED_OFF: "switched off"}
HOLDING = (Verdict.HOLDS, Verdict.FEWER)
HEADS = ("Step", "Paragraphs", "Statement", "State", "Rests on", "Because", "Argument")


def walk_states(snapshot: Snapshot, step: WalkStep, *, hidden: bool = False) -> tuple[WalkState, ...]:
    """The state of every statement that a step shows; `hidden` keeps back what is derived."""
    nodes = {node.id: node for node in map_nodes(snapshot)}
    return tuple(_state(snapshot, nodes[item.id], hidden) for item in step.shown)


def walk_rule_states(
    snapshot: Snapshot, step: WalkStep, *, hidden: bool = False
) -> tuple[WalkRuleState, ...]:
    """What became of every inference that a step shows."""
    wanted = {rule.id for rule in step.rules}
    return tuple(
        WalkRuleState(id=rule.id, mark=Mark.PLAIN, word="", usage=rule.usage)
        if hidden
        else WalkRuleState(
            id=rule.id, mark=rule.mark, word=_rule_word(rule), state=rule.state, usage=rule.usage
        )
        for rule in map_rules(snapshot)
        if rule.id in wanted
    )


def walk_line(snapshot: Snapshot, step: WalkStep, *, hidden: bool = False) -> str:
    """The line under a step's title; the last step says how everything stands."""
    if step.place is not Place.WHOLE:
        return step.line
    return HIDDEN_LINE if hidden else map_line(snapshot)


def walk_tallies(snapshot: Snapshot, step: WalkStep, *, hidden: bool = False) -> tuple[WalkTally, ...]:
    """The counts of a step; on the last one with how many stand at present."""
    if step.place is not Place.WHOLE:
        return step.tallies
    evaluation, case = snapshot.evaluation, snapshot.case
    taken = ", ".join(_taken(count) for count in stance_counts(snapshot) if count.number)
    standing = sum(evaluation.status_of[item.id] is Status.ACCEPTED for item in case.findings)
    holding = sum(result.verdict in HOLDING for result in evaluation.recommendations)
    told = [taken]
    if case.findings:
        told.append(HIDDEN_WORD if hidden else f"{standing} stand{'s' if standing == 1 else ''}")
    told.append(HIDDEN_WORD if hidden else f"{holding} still hold{'s' if holding == 1 else ''}")
    return tuple(
        WalkTally(number=tally.number, noun=tally.noun, detail=detail)
        for tally, detail in zip(step.tallies, told, strict=True)
    )


def walk_table(snapshot: Snapshot, steps: Iterable[WalkStep], *, hidden: bool = False) -> str:
    """The walk-through as tab-separated text, one line for each inference; never the facilitator's notes."""
    lines: list[Iterable[str]] = [HEADS]
    for step in steps:
        if step.conclusion is None:
            continue
        states = {state.id: state for state in walk_states(snapshot, step, hidden=hidden)}
        codes = {item.id: item.code for item in step.statements}
        paragraphs = step.progress.partition(" · ")[2]
        head = [str(step.number), paragraphs, step.title, states[step.about].word]
        for rule in step.rules:
            premises = (f"{'not ' if p.negated else ''}{codes[p.statement]}" for p in rule.premises)
            told = f"{rule.heading}, {KIND_WORDS[rule.kind]}"
            lines.append([*head, " and ".join(premises), rule.because, told])
        if not step.rules:
            lines.append([*head, "", "", ""])
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def _rule_word(rule: MapRule) -> str:
    return USAGE_WORDS.get(rule.usage) or RULE_WORDS[rule.state]


def _taken(count: Count) -> str:
    """So many hold, fail or are uncertain: "19 hold", "1 fails"."""
    word = uncapitalised(count.word)
    return f"{count.number} {word if count.number == 1 else word.removesuffix('s')}"


def _state(snapshot: Snapshot, node: MapNode, hidden: bool) -> WalkState:
    item = snapshot.case.by_id[node.id]
    assumed = isinstance(item, Assumption)
    if hidden and not assumed:
        spoken = f"{node.code} {item.text}: hidden for now"
        return WalkState(id=node.id, mark=Mark.PLAIN, word=HIDDEN_WORD, spoken=spoken)
    return WalkState(
        id=node.id,
        mark=node.mark,
        word=node.word,
        status=node.status,
        stance=node.stance,
        verdict=node.verdict,
        spoken=f"{node.code} {item.text}: {node.word}",
    )
