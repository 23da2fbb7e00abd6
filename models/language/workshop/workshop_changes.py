"""What changed, as the change log tells it: what a step did, and which verdicts it moved."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from models.engine.evaluate import evaluated
from models.language.changes import change_done
from models.language.link_words import contradictions_words
from models.language.messages import marked, message
from models.language.workshop.deeds import became_in_words, decision_words, deed, first_of, in_words, said_of
from models.language.workshop.watch_changes import action_changes, keyed, names_of, signpost_changes
from models.schema.analysis import Withdrawn
from models.schema.case import Case
from models.schema.grades import Verdict
from models.schema.log import Became, Clash, Deed, WordKind
from models.schema.scenario import Scenario
from models.schema.workshop import AgendaItem, Group, Key, Phase, Prediction, Workshop

NOTHING_MOVED = marked("No verdict moved")


class Logged(NamedTuple):
    """What the log says of a change of the plenary's scenario; `why` is what was written down with it, by whom."""

    what: str
    moved: str
    why: str
    said_by: str = ""
    did: Deed | None = None
    became: tuple[Became, ...] = ()
    clashes: tuple[Clash, ...] = ()


def logged(case: Case, before: Scenario, after: Scenario, asked: Collection[str] = ()) -> Logged:
    """The texts of the entry for a change of the plenary's scenario; all empty if nothing is seen of it."""
    did = change_done(case, before, after, asked)
    try:
        moved = _moved(case, before, after) if did else ("", (), ())
    except Withdrawn:
        moved = ("", (), ())  # it is still being worked out
    told, became, clashes = moved
    return Logged(in_words(case, did), told, *_why(before, after), did, became, clashes)


def _moved(
    case: Case, before: Scenario, after: Scenario
) -> tuple[str, tuple[Became, ...], tuple[Clash, ...]]:
    """What became of what, or what cannot be so together, in words and as values."""
    found = [evaluated(case, item) for item in (before, after)]
    if clashes := tuple(Clash(stances=item.stances, links=item.links) for item in found[1].contradictions):
        return contradictions_words(case, clashes), (), clashes
    if found[0].contradiction is not None:
        return "", (), ()
    was, now = (item.recommendation for item in found)
    moved: dict[Verdict, list[str]] = {}
    for item in case.recommendations:
        if was[item.id].verdict is not now[item.id].verdict:
            moved.setdefault(now[item.id].verdict, []).append(item.id)
    became = tuple(Became(verdict=verdict, advice=tuple(names)) for verdict, names in moved.items())
    return became_in_words(case, became) or message(NOTHING_MOVED), became, ()


def _why(before: Scenario, after: Scenario) -> tuple[str, str]:
    """The rationale of the one stance that changed, where it was written together with it, and who gave it."""
    was, now = before.stance_of, after.stance_of
    changed_ones = [name for name, stance in now.items() if was.get(name) is not stance]
    if len(changed_ones) != 1:
        return "", ""
    earlier, later = (item.rationale_of.get(changed_ones[0], "") for item in (before, after))
    return (later, after.voice_of.get(changed_ones[0], "")) if later != earlier else ("", "")


def workshop_change(before: Workshop, after: Workshop, case: Case) -> Deed | None:
    """What the step from one workshop to another is; None for what needs no line, such as time spent."""
    return first_of(list(_changes(before, after, case)))


def is_aside(before: Workshop, after: Workshop) -> bool:
    """Whether a step turned to something, or changed the agenda or a note: no part of what came out of a workshop."""
    names = ("round", "agenda", "agenda_at", "step_notes")
    turned = [item.key for item in before.rounds] == [item.key for item in after.rounds]
    return turned and replace(before, **{name: getattr(after, name) for name in names}) == after


def _changes(before: Workshop, after: Workshop, case: Case) -> Iterator[Deed]:
    yield from _round_changes(before, after)
    yield from _group_changes(before, after)
    yield from _prediction_changes(before, after, case)
    yield from _stage_changes(names_of(before.stages), names_of(after.stages))
    yield from _agenda_changes(before, after)
    yield from signpost_changes(before, after, case)
    yield from action_changes(before, after, case)
    if before.step_notes != after.step_notes:
        yield deed("Edit a note on the walk-through")
    yield from _decision_changes(before, after, case)
    if before.details != after.details:
        yield deed("Edit the workshop’s details")


def _round_changes(before: Workshop, after: Workshop) -> Iterator[Deed]:
    old, new = names_of(before.rounds), names_of(after.rounds)
    begun = [name for key, name in new.items() if key not in old]
    if begun:
        yield deed("Start {round}", round=(WordKind.ROUND, begun[0]))
    for key, name in old.items():
        if key not in new:
            yield deed("Remove {round}", round=(WordKind.ROUND, name))
        elif new[key] != name:
            yield deed(
                "Rename {round} to {name}", round=(WordKind.ROUND, name), name=(WordKind.TEXT, new[key])
            )
    yield from _revealings(before, after)
    if before.round != after.round and not begun and (after.round,) in old:
        yield deed("Turn to {round}", round=(WordKind.ROUND, new[(after.round,)]))


def _revealings(before: Workshop, after: Workshop) -> Iterator[Deed]:
    known = {item.id: item.revealed for item in before.rounds}
    for item in after.rounds:
        if known.get(item.id, item.revealed) is not item.revealed:
            name = (WordKind.ROUND, item.name)
            yield deed("Reveal {round}" if item.revealed else "Hide the answers of {round} again", round=name)


def _group_changes(before: Workshop, after: Workshop) -> Iterator[Deed]:
    old, new = keyed(before.groups), keyed(after.groups)
    for gone in [group for key, group in old.items() if key not in new and group.asked]:
        first = new.get((gone.round, gone.beside or ""))
        if first is not None and (first.file, first.digest) == (gone.file, gone.digest):
            yield deed("Let the second file of {group} replace the first", group=(WordKind.TEXT, first.name))
            del old[gone.key], old[first.key], new[first.key]
    for pattern, one, other in ((marked("Add {names}"), new, old), (marked("Remove {names}"), old, new)):
        names = list(dict.fromkeys(group.name for key, group in one.items() if key not in other))
        if names:
            yield deed(pattern, names=(WordKind.NAMES, names))
    stayed = [(old[key], group) for key, group in new.items() if key in old and group != old[key]]
    renamed = {one.name: other.name for one, other in stayed if one.name != other.name}
    yield from (
        deed("Rename {old} to {new}", old=(WordKind.TEXT, name), new=(WordKind.TEXT, after_it))
        for name, after_it in renamed.items()
    )
    again = (_group_change(before_it, group) for before_it, group in stayed)
    yield from (one for one in again if one is not None)


def _group_change(before: Group, after: Group) -> Deed | None:
    if before.ballot != after.ballot and after.ballot is not None:
        return deed("Type in the tally of {group}", group=(WordKind.TEXT, after.name))
    if (before.scenario, before.ballot) != (after.scenario, after.ballot):
        return deed("{group} came in again", group=(WordKind.TEXT, after.name))
    if before.asked and not after.asked:
        return deed("Keep {group} as a group of its own", group=(WordKind.TEXT, after.name))
    return None


def _decision_changes(before: Workshop, after: Workshop, case: Case) -> Iterator[Deed]:
    old, new = keyed(before.decisions), keyed(after.decisions)
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        item = other or one
        if one != other and item is not None and decision_words(case, item):
            yield deed(
                "Decide: {decision}" if other else "Take back the decision: {decision}",
                decision=(WordKind.DECISION, said_of(item)),
            )


def _prediction_changes(before: Workshop, after: Workshop, case: Case) -> Iterator[Deed]:
    old, new = keyed(before.predictions), keyed(after.predictions)
    if any(key not in old for key in new):
        yield deed("Ask the room for a prediction")
    if any(key not in new for key in old):
        yield deed("Drop a prediction")
    for key, prediction in new.items():
        if key in old and prediction != old[key]:
            yield _prediction_change(old[key], prediction, case)


def _prediction_change(before: Prediction, after: Prediction, case: Case) -> Deed:
    if before.phase is not after.phase:
        names = {
            Phase.ASKING: marked("Take the lock off the prediction"),
            Phase.LOCKED: marked("Lock the prediction"),
            Phase.REVEALED: marked("Reveal what became of it"),
        }
        return Deed(pattern=names[after.phase])
    if before.hands != after.hands:
        counts = {**before.of, **after.of}
        moved = [name for name in counts if before.of.get(name) != after.of.get(name)]
        advice = [item.id for item in case.recommendations if item.id in moved]
        if not advice:
            return deed("Count hands")
        return deed("Count hands for {advice}", advice=(WordKind.NAMED, advice))
    return deed("Edit the question of the prediction")


def _agenda_changes(before: Workshop, after: Workshop) -> Iterator[Deed]:
    old, new = _plans(before.agenda), _plans(after.agenda)
    added = [item.title for key, item in new.items() if key not in old]
    removed = [item.title for key, item in old.items() if key not in new]
    if len(added) > 1 or len(removed) > 1 or (added and removed):
        if added:
            yield deed("Set up the agenda")
        else:
            yield deed("Change the agenda" if new else "Clear the agenda")
    elif added or removed:
        yield deed(
            "Add {step} to the agenda" if added else "Take {step} off the agenda",
            step=(WordKind.QUOTED, (added or removed)[0]),
        )
    elif list(old) != list(new):
        yield deed("Put the agenda in another order")
    elif edited := [item.title for key, item in new.items() if old[key] != item]:
        yield deed(
            "Change {step} on the agenda" if len(edited) == 1 else "Change the agenda",
            step=(WordKind.QUOTED, edited[0]),
        )
    if before.agenda_at != after.agenda_at and after.agenda_at is not None and not added:
        title = next((item.title for item in after.agenda if item.id == after.agenda_at), "")
        if title:
            yield deed("Turn to {step} on the agenda", step=(WordKind.QUOTED, title))


def _plans(agenda: Sequence[AgendaItem]) -> dict[Key, AgendaItem]:
    """The agenda without the time that was spent on it."""
    return {item.key: replace(item, spent=0) for item in agenda}


def _stage_changes(old: Mapping[Key, str], new: Mapping[Key, str]) -> Iterator[Deed]:
    for key, name in new.items():
        if key not in old:
            yield deed("Name this state {name}", name=(WordKind.QUOTED, name))
        elif old[key] != name:
            yield deed(
                "Rename the state {old} to {new}",
                old=(WordKind.QUOTED, old[key]),
                new=(WordKind.QUOTED, name),
            )
    yield from (
        deed("Remove the state {name}", name=(WordKind.QUOTED, name))
        for key, name in old.items()
        if key not in new
    )
