"""The argument map as a block: every statement and argument as it stands, and the last change's fall traced."""

from collections.abc import Iterator
from dataclasses import replace

from models.engine.routes import Route, leading_to, passing_through
from models.language.counts import briefly
from models.language.link_words import asked_words, counted_choice, ties
from models.language.messages import marked, message, told
from models.language.naming import grade, quoted
from models.language.panes import comes_to
from models.language.signs import argued_sign, statement_sign, verdicts_hidden
from models.language.states import in_words, sign
from models.language.words import counted, listed, uncapitalised
from models.pages.fall import turning
from models.pages.map_tree import map_tree
from models.schema.action import Command, look
from models.schema.case import Assumption, Case, Finding, Recommendation, Rule, Statement
from models.schema.grades import Kind, Stance, Verdict
from models.schema.page import Map, MapNode, MapRule, Option, Shape, Sign, Tone, arguing
from models.schema.result import Evaluation, RuleState, Status, Usage
from models.schema.snapshot import Snapshot

FALLS = Sign(Shape.DASHED_LINE, Tone.BAD, marked("no longer applies"))
MAY_FALL = Sign(Shape.DASHED_LINE, Tone.WARN, marked("may no longer apply"))
LOST = Sign(Shape.SOLID_LINE, Tone.WARN, marked("one argument less"))
RISES = Sign(Shape.SOLID_LINE, Tone.GOOD, marked("applies now"))
MAY_RISE = Sign(Shape.DASHED_LINE, Tone.GOOD, marked("may apply now"))
OPPOSES = Sign(Shape.SOLID_LINE, Tone.ADDED, marked("objection applies"))
YIELDS = Sign(Shape.DASHED_LINE, Tone.ADDED, marked("objection falls away"))
APPLIES = Sign(Shape.SOLID_LINE, Tone.FAINT, marked("argument"))
MAY_APPLY = Sign(Shape.DASHED_LINE, Tone.FAINT, marked("may apply"))
FAILS = Sign(Shape.DOTTED_LINE, Tone.FAINT, marked("does not apply"))
ARGUES = Sign(Shape.SOLID_LINE, Tone.BRAND, marked("argues for an assumption"))
OBJECTION = Sign(Shape.SOLID_LINE, Tone.ADDED, marked("objection"))
AGAIN = Option(text=marked("Play the fall again"), action=Command("play-fall"), icon="play")


def map_block(snapshot: Snapshot, part: Case | None = None) -> Map:
    """The map as it stands, dimmed but for the chosen model, the focus, or a change's fall if it moves advice.

    Of a case with very many statements only a part is drawn.
    """
    case, order = part or snapshot.case, turning(snapshot)
    route, recedes = _focus(snapshot), any(item.id in order for item in case.recommendations)
    assumptions = tuple(item for item in snapshot.assumptions if part is None or item.id in part.by_id)
    statements = (*assumptions, *case.findings, *case.recommendations)
    nodes = tuple(
        _node(snapshot, item, order, route, recedes=recedes and route is None) for item in statements
    )
    shown = {node.id for node in nodes if not node.dimmed}
    results = snapshot.evaluation.rule
    taking_part = (rule for rule in case.rules if results[rule.id].usage is not Usage.SWITCHED_OFF)
    rules = (
        *(_rule(snapshot, rule, shown, route) for rule in taking_part),
        *(_arguing(snapshot, item, shown, route) for item in assumptions if item.argued_by),
    )
    return Map(
        id="map",
        share=1,
        case=case.drawn(snapshot.scenario.added),
        nodes=nodes,
        rules=rules,
        headings=(
            counted(len(assumptions), "assumption"),
            counted(len(case.findings), "finding"),
            counted(len(case.recommendations), "recommendation"),
        ),
        key=tuple(_key(rules, max(node.order for node in nodes))),
        kinds=tuple(_kinds(nodes)),
        outline=map_tree(snapshot, case, assumptions),
        buttons=(replace(AGAIN, text=message(AGAIN.text)),) if order else (),
    )


def _focus(snapshot: Snapshot) -> Route | None:
    """What belongs to the statement in focus: all that advice rests on, or else all that it is joined to."""
    picked = snapshot.case.by_id.get(snapshot.view.picked)
    if picked is None or not snapshot.view.focus:
        return None
    advice = isinstance(picked, Recommendation)
    return (leading_to if advice else passing_through)(snapshot.case, picked.id)


def _node(
    snapshot: Snapshot, item: Statement, order: dict[str, int], route: Route | None, *, recedes: bool
) -> MapNode:
    now = statement_sign(snapshot, item.id)
    model, outside = snapshot.view.model, route is not None and item.id not in route.statements
    moved = item.id in order and not outside
    return MapNode(
        id=item.id,
        title=item.title,
        code=item.code,
        sign=now,
        before=_before(snapshot, item) if moved else None,
        order=order[item.id] if moved else 0,
        plain=_is_plain(snapshot, item),
        moved=moved,
        dimmed=not moved if recedes else outside or bool(model and item.model != model),
        picked=snapshot.view.picked == item.id,
        note=_note(snapshot, item),
        kind=grade(item),
        spoken=_spoken(snapshot, item, now),
        action=look(picked=item.id),
    )


def _before(snapshot: Snapshot, item: Statement) -> Sign | None:
    if isinstance(item, Assumption):
        if snapshot.past is None:
            return None
        stance = snapshot.past.stance_of[item.id]
        before = snapshot.before
        if stance is Stance.AS_ARGUED and before is not None and not before.says_nothing:
            return argued_sign(before.status_of[item.id])
        return sign(stance)
    return statement_sign(snapshot, item.id, snapshot.before)


def _is_plain(snapshot: Snapshot, item: Statement) -> bool:
    """Whether it is as the argument wants it: an assumption that holds, a finding that follows."""
    if isinstance(item, Assumption):
        stance = comes_to(snapshot, item.id)
        return stance is Stance.HOLDS or (item.kind is Kind.ADDED and stance is item.baseline)
    is_finding = isinstance(item, Finding)
    return is_finding and (
        verdicts_hidden(snapshot) or snapshot.evaluation.status_of[item.id] is Status.ACCEPTED
    )


def _note(snapshot: Snapshot, item: Statement) -> str:
    """How many of its arguments hold, where some do not: "3 of 4", "3–4 of 4"."""
    result = snapshot.evaluation.recommendation.get(item.id)
    if result is None or verdicts_hidden(snapshot):
        return ""
    held = result.holding
    partial = result.verdict in (Verdict.FEWER, Verdict.INCOMPLETE) or 0 < held.least < held.total
    return (
        told("{least} of {number}", least=briefly(held), number=held.total)
        if partial and held.total > 1
        else ""
    )


def _spoken(snapshot: Snapshot, item: Statement, now: Sign) -> str:
    """The statement with its state and what it is joined to, for a tip and for those who cannot see the map."""
    case = snapshot.case
    onward = {
        rule.conclusion: None
        for rule in case.rules
        if any(premise.statement == item.id for premise in rule.premises)
    }
    below = {
        premise.statement: None
        for rule in case.rules
        if rule.conclusion == item.id
        for premise in rule.premises
    }
    parts = [f"{item.title} ({item.code}): {uncapitalised(now.word)}."]
    if below:
        parts.append(
            told("Depends on {names}.", names=listed(quoted(case.by_id[name].title) for name in below))
        )
    if onward:
        parts.append(
            told("Leads to {names}.", names=listed(quoted(case.by_id[name].title) for name in onward))
        )
    return " ".join((*parts, ties(case, item.id))).rstrip()


def _rule(snapshot: Snapshot, rule: Rule, shown: set[str], route: Route | None) -> MapRule:
    hidden = verdicts_hidden(snapshot)
    result = snapshot.evaluation.rule[rule.id]
    used = result.usage is Usage.IN_USE
    outside = route is not None and rule.id not in route.rules
    turn = None if hidden or outside else _turn(snapshot, rule)
    return MapRule(
        id=rule.id,
        opposes=rule.opposes is not None,
        carries=used and (hidden or result.state is RuleState.APPLIES),
        open=used and not hidden and result.state is RuleState.OPEN,
        used=used,
        turn=in_words(turn) if turn else None,
        dimmed=turn is None and (rule.conclusion not in shown or outside),
        asks=asked_words(rule),
        kind=sign(rule.kind),
    )


def _arguing(snapshot: Snapshot, item: Assumption, shown: set[str], route: Route | None) -> MapRule:
    """What argues for an assumption: it carries where one finding follows, unless the room decides for itself."""
    used = snapshot.scenario.stance_of[item.id] is Stance.AS_ARGUED
    now = _argued(snapshot.evaluation, item)
    turn = None
    if used and snapshot.before is not None and not (snapshot.view.looking_back or verdicts_hidden(snapshot)):
        was = _argued(snapshot.before, item)
        turn = None if was is now else RISES if now is Status.ACCEPTED else FALLS
    outside = route is not None and not route.statements.issuperset({item.id, *item.argued_by})
    return MapRule(
        id=arguing(item.id),
        opposes=False,
        argues=True,
        carries=used and now is Status.ACCEPTED,
        open=used and now is Status.OPEN,
        used=used,
        turn=in_words(turn) if turn else None,
        dimmed=turn is None and (item.id not in shown or outside),
        asks=counted_choice(1, len(item.argued_by)) if len(item.argued_by) > 1 else (),
        kind=sign(Stance.AS_ARGUED),
    )


def _argued(evaluation: Evaluation, item: Assumption) -> Status:
    """Whether any of the findings that argue for it follows."""
    found = {evaluation.status_of[name] for name in item.argued_by}
    return next(status for status in (Status.ACCEPTED, Status.OPEN, Status.REJECTED) if status in found)


def _turn(snapshot: Snapshot, rule: Rule) -> Sign | None:
    """What the last change made of an argument or objection; None where it is as before."""
    before = snapshot.before
    if before is None or snapshot.view.looking_back:
        return None
    was, now = _state(before, rule), _state(snapshot.evaluation, rule)
    if was is now:
        return None
    gains = now is RuleState.APPLIES or was is RuleState.FAILS
    if rule.opposes:
        return OPPOSES if gains else YIELDS
    if gains:
        return RISES if now is RuleState.APPLIES else MAY_RISE
    stands = snapshot.evaluation.status_of[rule.conclusion] is Status.ACCEPTED
    if stands:
        return LOST
    return MAY_FALL if now is RuleState.OPEN else FALLS


def _state(evaluation: Evaluation, rule: Rule) -> RuleState:
    result = evaluation.rule[rule.id]
    return result.state if result.usage is Usage.IN_USE else RuleState.FAILS


def _kinds(nodes: tuple[MapNode, ...]) -> Iterator[Sign]:
    """What the lines under names mean, each in a word that stands on such a line."""
    kinds = {node.kind.shape: node.kind for node in nodes if node.kind}
    for shape in (Shape.DASHED_LINE, Shape.DOTTED_LINE):
        if shape in kinds:
            yield replace(kinds[shape], word=uncapitalised(kinds[shape].short), short="")


def _key(rules: tuple[MapRule, ...], waves: int) -> Iterator[Sign]:
    """What lines mean: after a change those that turned, and what the numbers are; else the plain ones."""
    turns = dict.fromkeys(rule.turn for rule in rules if rule.turn)
    order = [in_words(turn) for turn in (FALLS, MAY_FALL, LOST, RISES, MAY_RISE, OPPOSES, YIELDS)]
    yield from sorted(turns, key=order.index)
    if waves > 1:
        yield Sign(Shape.RING, Tone.SOFT, told("1–{number} order of the fall", number=waves))
    if not turns:
        yield in_words(APPLIES)
        if any(rule.open for rule in rules):
            yield in_words(MAY_APPLY)
        if any(rule.used and not (rule.carries or rule.open) for rule in rules):
            yield in_words(FAILS)
        if any(rule.opposes and rule.used for rule in rules):
            yield in_words(OBJECTION)
        if any(rule.argues and rule.used for rule in rules):
            yield in_words(ARGUES)
