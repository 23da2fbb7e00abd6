"""The fall: in which order statements turned with the last change, so that every picture can tell it in that order."""

from collections.abc import Iterator, Mapping

from models.language.counts import moves
from models.language.signs import verdicts_hidden
from models.schema.grades import Stance
from models.schema.result import Evaluation
from models.schema.snapshot import Snapshot


def fall(snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
    """The ids of what turned, wave by wave: first the assumptions that were changed, then what follows.

    Without a last change, while looking back, or while verdicts are hidden, nothing turned.
    """
    order = turning(snapshot)
    if not order:
        return ()
    waves: list[list[str]] = [[] for _ in range(max(order.values()) + 1)]
    for name in snapshot.case.by_id:
        if name in order:
            waves[order[name]].append(name)
    return tuple(map(tuple, waves))


def turning(snapshot: Snapshot) -> dict[str, int]:
    """The wave in which each statement turned: 0 for an assumption that was changed.

    What follows turns one wave after the last of what turned it, along the rules that came to apply or ceased to.
    """
    before, past = snapshot.before, snapshot.past
    if before is None or past is None or snapshot.view.looking_back or verdicts_hidden(snapshot):
        return {}
    stances = snapshot.scenario.stance_of
    order = {name: 0 for name, stance in stances.items() if past.stance_of[name] is not stance}
    turned = set(_turned(snapshot, before))
    causes: dict[str, set[str]] = {name: set() for name in turned}
    for rule in snapshot.case.rules:
        if rule.conclusion in turned and snapshot.evaluation.rule[rule.id] != before.rule[rule.id]:
            causes[rule.conclusion].update(premise.statement for premise in rule.premises)
    for item in snapshot.assumptions:
        if item.id in turned:
            causes[item.id].update(item.argued_by)
    for name in snapshot.case.by_id:
        if name in turned:
            _wave(name, causes, order)
    return order


def _turned(snapshot: Snapshot, before: Evaluation) -> Iterator[str]:
    for item in snapshot.case.findings:
        if snapshot.evaluation.status_of[item.id] is not before.status_of[item.id]:
            yield item.id
    for assumption in snapshot.assumptions:
        argued = snapshot.scenario.stance_of[assumption.id] is Stance.AS_ARGUED
        if argued and snapshot.evaluation.status_of[assumption.id] is not before.status_of[assumption.id]:
            yield assumption.id
    yield from moves(snapshot)


def _wave(name: str, causes: Mapping[str, set[str]], order: dict[str, int]) -> int:
    if name not in order:
        waves = [_wave(other, causes, order) for other in causes[name] if other in causes or other in order]
        order[name] = 1 + max(waves, default=0)
    return order[name]
