"""The argument map without its picture: an outline to walk through, and a table to take along."""

from collections.abc import Iterable, Iterator

from models.language.words import citation, counted
from models.pages.argument_map import KIND_NAMES, map_nodes, map_rules, premise_code
from models.pages.map_values import MapNode, MapRule, OutlineRow
from models.schema.case import Assumption, Case, Premise, Recommendation, Rule
from models.schema.result import RuleState, Usage
from models.schema.snapshot import Snapshot

RULE_WORDS = {
    RuleState.APPLIES: "applies",
    RuleState.FAILS: "does not apply",
    RuleState.OPEN: "may or may not apply",
}
USAGE_WORDS = {Usage.SET_ASIDE: "set aside", Usage.SWITCHED_OFF: "switched off"}
HEADS = ("Code", "Statement", "What it is", "State", "Rests on", "Which", "Because", "Kind", "Source")


def outline(snapshot: Snapshot) -> tuple[OutlineRow, ...]:
    """Three groups of statements, the advice first; under each statement the inferences about it."""
    nodes = {node.id: node for node in map_nodes(snapshot)}
    rules = {rule.id: rule for rule in map_rules(snapshot)}
    case = snapshot.case
    groups = (
        ("Recommendations", case.recommendations),
        ("Findings", case.findings),
        ("Assumptions", case.assumptions),
    )
    return tuple(
        OutlineRow(
            text=f"{title} ({len(items)})",
            children=tuple(_statement(case, item.id, nodes, rules) for item in items),
        )
        for title, items in groups
        if items
    )


def map_table(snapshot: Snapshot) -> str:
    """The map as tab-separated text: a line for each assumption, and one for each inference."""
    case = snapshot.case
    nodes = {node.id: node for node in map_nodes(snapshot)}
    rules = {rule.id: rule for rule in map_rules(snapshot)}
    lines: list[Iterable[str]] = [HEADS]
    for item in case.by_id.values():
        what = [item.code, item.text, _what(item), nodes[item.id].word]
        about = [rule for rule in case.rules if rule.conclusion == item.id]
        lines += [[*what, *_inference(case, rule, rules[rule.id])] for rule in about]
        if not about:
            kind = KIND_NAMES[item.kind] if isinstance(item, Assumption) else ""
            lines.append([*what, "", "", "", kind, citation(item.paragraphs)])
    return "".join("\t".join(_plain(cell) for cell in line) + "\n" for line in lines)


def rule_word(rule: MapRule) -> str:
    """What became of an inference, in a word or two."""
    return USAGE_WORDS.get(rule.usage) or RULE_WORDS[rule.state]


def _inference(case: Case, rule: Rule, state: MapRule) -> Iterator[str]:
    yield " and ".join(premise_code(case, premise) for premise in rule.premises)
    yield f"{'opposes it and ' if rule.opposes else ''}{rule_word(state)}"
    yield rule.because
    yield KIND_NAMES[rule.kind]
    yield citation(rule.paragraphs)


def _what(item: object) -> str:
    if isinstance(item, Assumption):
        return "core assumption" if item.core else "assumption"
    return "recommendation" if isinstance(item, Recommendation) else "finding"


def _plain(cell: str) -> str:
    return " ".join(cell.split())


def _statement(case: Case, name: str, nodes: dict[str, MapNode], rules: dict[str, MapRule]) -> OutlineRow:
    node, item = nodes[name], case.by_id[name]
    about = (rule for rule in case.rules if rule.conclusion == name)
    return OutlineRow(
        text=f"{item.code} {item.title}",
        word=node.word,
        mark=node.mark,
        stance=node.stance,
        verdict=node.verdict,
        statement=name,
        home=True,
        children=tuple(_rule(case, rule, nodes, rules) for rule in about),
    )


def _rule(case: Case, rule: Rule, nodes: dict[str, MapNode], rules: dict[str, MapRule]) -> OutlineRow:
    state = rules[rule.id]
    premises = counted(len(rule.premises), "premise")
    return OutlineRow(
        text=f"{'Objection: ' if rule.opposes else ''}{rule.because}",
        word=f"{rule_word(state)}; {KIND_NAMES[rule.kind]}, {premises}",
        mark=state.mark,
        statement=rule.conclusion,
        children=tuple(_premise(case, premise, nodes) for premise in rule.premises),
    )


def _premise(case: Case, premise: Premise, nodes: dict[str, MapNode]) -> OutlineRow:
    name = premise.statement
    node = nodes[name]
    return OutlineRow(
        text=f"{premise_code(case, premise)} {case.by_id[name].title}",
        word=node.word,
        mark=node.mark,
        stance=node.stance,
        verdict=node.verdict,
        statement=name,
    )
