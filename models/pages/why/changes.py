"""What would change the verdict on one recommendation, as rows with *Try*; singles first, three at most."""

from collections.abc import Iterator, Sequence

from models.engine.explain import Trace
from models.engine.program import cones
from models.engine.walking import run_completions
from models.language.messages import marked, message, told
from models.language.naming import quoted, taken
from models.language.states import outcome, said, sign
from models.language.words import listed, listed_causes, sentence_start, shown_of
from models.pages.depends.alone import CARRIED, any_linked
from models.pages.depends.change_words import at_least
from models.pages.parts import titled_lines
from models.schema.action import look
from models.schema.analysis import Change, Flips
from models.schema.case import Assumption
from models.schema.grades import Stance, Verdict
from models.schema.page import Block, Line, Option, Weight, soft
from models.schema.result import Status
from models.schema.snapshot import Snapshot
from models.schema.steps.link_steps import carried_along
from models.schema.steps.scenario_steps import set_stances
from models.schema.view import DependsPart, PageName

SHOWN, EACH_WAY = 3, 2
MOST_COMPLETIONS = 1 << 12  # beyond, the verdict after each change takes longer to say than a frame
TITLES = {
    Status.ACCEPTED: marked("What would topple it"),
    Status.REJECTED: marked("What would bring it back"),
    Status.OPEN: marked("What would settle it"),
}
NOTHING = {
    Status.ACCEPTED: marked("No change of assumptions can topple it, by this case’s rules."),
    Status.REJECTED: marked("No change of assumptions can bring it back, by this case’s rules."),
    Status.OPEN: marked("No change of assumptions settles it, by this case’s rules."),
}
WHILE_REJECTED = {
    Status.ACCEPTED: marked("While what is rejected stays rejected, no change of assumptions can topple it."),
    Status.REJECTED: marked(
        "While what is rejected stays rejected, no change of assumptions can bring it back."
    ),
    Status.OPEN: marked("While what is rejected stays rejected, no change of assumptions settles it."),
}
WAITING = marked("What would change it is being worked out.")

TANGLED = marked("Too tangled to be worked out.")


def change_blocks(trace: Trace, name: str) -> Iterator[Block]:
    """What would turn a recommendation; of one on fewer arguments also what would give them back."""
    snapshot = trace.snapshot
    verdict = snapshot.evaluation.recommendation[name].verdict
    if verdict is Verdict.FEWER:
        yield from _in_full(snapshot, name)
    status = snapshot.evaluation.status_of[name]
    lines = tuple(_turns(trace, name, status))
    yield titled_lines("changes", message(TITLES[status]), lines)


def single_change_lines(trace: Trace, name: str) -> tuple[Line, ...]:
    """The assumptions of a finding's reason that alone would change its status."""
    changes = ((outcome.assumption, outcome.stance) for outcome in trace.pivots(name))
    return tuple(_line(trace.snapshot, name, ((item, stance),)) for item, stance in changes)[:SHOWN]


def _in_full(snapshot: Snapshot, name: str) -> Iterator[Block]:
    """The single changes after which it holds on all its arguments."""
    if snapshot.analyses is None:
        return
    after = snapshot.analyses.single_flips.after
    found = [
        turn
        for turn, verdicts in after.items()
        if verdicts[name] is Verdict.HOLDS and turn[1] is not Stance.UNCERTAIN
    ]
    if found:
        lines = tuple(_line(snapshot, name, (turn,), with_outcome=False) for turn in found[:SHOWN])
        yield titled_lines("in-full", message("What would let it hold in full"), lines)


def _turns(trace: Trace, name: str, status: Status) -> Iterator[Line]:
    snapshot = trace.snapshot
    if snapshot.analyses is None:
        singles = single_change_lines(trace, name)
        yield from singles or (soft(message(WAITING)),)
        return
    flips = snapshot.analyses.flips_of[name]
    sets = _settling(snapshot, flips) if status is Status.OPEN else (*flips.accepted, *flips.rejected)
    shown = shown_of(len(sets), 2 * EACH_WAY if status is Status.OPEN else SHOWN)
    if not sets:
        nothing = WHILE_REJECTED if _some_is_rejected(snapshot, name) else NOTHING
        known = message(nothing[status]) if flips.complete else _at_least(flips, status)
        yield soft(known)
    for changes in sets[:shown]:
        yield _line(snapshot, name, tuple((change.id, Stance(change.to)) for change in changes))
    if any_linked(snapshot.case, sets[:shown]):
        yield soft(message(CARRIED))
    if len(sets) > shown:
        action = look(page=PageName.DEPENDS, depends=DependsPart.CHANGES, picked=name)
        text = told("and {number} more ways", number=len(sets) - shown)
        yield Line(text=text, weight=Weight.SOFT, private=True, action=action)


def _some_is_rejected(snapshot: Snapshot, name: str) -> bool:
    """Whether an argument or objection is rejected that bears on a statement, or on what is under it."""
    rules, beneath = snapshot.case.rule_by_id, cones(snapshot.case)[name]
    return any(rules[rule].conclusion in beneath for rule in snapshot.scenario.set_aside if rule in rules)


def _at_least(flips: Flips, status: Status) -> str:
    return message(TANGLED) if status is Status.OPEN else at_least(flips, status.opposite)


def _settling(snapshot: Snapshot, flips: Flips) -> tuple[tuple[Change, ...], ...]:
    """What settles something open: the first ways to make it hold and to make it fall, by what is not settled."""
    status_of = snapshot.evaluation.status_of
    both = []
    for sets in (flips.accepted, flips.rejected):
        settling = [changes for changes in sets if all(status_of[item.id] is Status.OPEN for item in changes)]
        both.append((settling or list(sets))[:EACH_WAY])
    return (*both[0], *both[1])


def _line(
    snapshot: Snapshot, name: str, changes: Sequence[tuple[str, Stance]], *, with_outcome: bool = True
) -> Line:
    """One set of changes: by name with its sign, what then becomes of it, and Try."""
    first, stance = changes[0]
    item = snapshot.case.by_id[first]
    single = len(changes) == 1
    action = set_stances(*changes)
    return Line(
        text=item.title if single else sentence_start(listed_causes(clauses(snapshot, changes))),
        code=item.code if single else "",
        sign=sign(stance),
        note=_arrow(_then(snapshot, name, changes)) if with_outcome else "",
        action=look(picked=first) if single else None,
        buttons=(Option(text=message("Try"), action=action, tip=message("Undo takes it back.")),),
    )


def _arrow(then: str) -> str:
    return f"→ {then}" if then else ""


def clauses(snapshot: Snapshot, changes: Sequence[tuple[str, Stance]]) -> Iterator[str]:
    """What is so after the changes, those that hold in one: "“A” and “B” hold"."""
    items = [(snapshot.case.by_id[name], stance) for name, stance in changes]
    known = [(item, stance) for item, stance in items if isinstance(item, Assumption)]
    holding = [quoted(item.title) for item, stance in known if stance is Stance.HOLDS]
    if len(holding) > 1:
        yield said(listed(holding), Stance.HOLDS, len(holding))
    for item, stance in known:
        if stance is not Stance.HOLDS or len(holding) == 1:
            yield taken(snapshot.case, item, stance)


def _then(snapshot: Snapshot, name: str, changes: Sequence[tuple[str, Stance]]) -> str:
    """What becomes of a recommendation then; empty where the title says it, or where it takes long to say."""
    if name not in snapshot.evaluation.recommendation or snapshot.evaluation.completions > MOST_COMPLETIONS:
        return ""
    changed = carried_along(snapshot.case, snapshot.scenario, dict(changes))
    verdict = run_completions(snapshot.case, changed).verdict(name)
    back = verdict is Verdict.HOLDS and snapshot.evaluation.status_of[name] is Status.REJECTED
    return "" if back else becomes(snapshot, name, verdict)


def becomes(snapshot: Snapshot, name: str, verdict: Verdict) -> str:
    """What a recommendation would become, against what it is: "holds again", "no longer needed"."""
    if verdict is Verdict.HOLDS:
        again = snapshot.has_fallen(name)
        fewer = snapshot.evaluation.recommendation[name].verdict is Verdict.FEWER
        return message("holds again" if again else "holds in full" if fewer else "holds", "advice")
    return outcome(verdict)
