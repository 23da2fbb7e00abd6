"""The steps that change a workshop, as pure functions, and how one is taken back without losing the rest."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import count
from typing import Any

from models.schema.action import Step
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from models.schema.workshop import LISTS, AgendaItem, Ballot, Group, Key, Listed, Round, Workshop


def rebased(current: Workshop, before: Workshop, after: Workshop) -> Workshop:
    """What `current` becomes by the step from `before` to `after`, and by nothing else.

    Where the step changed nothing, the current value stays: a group that arrived in between is kept.
    """
    changes: dict[str, Any] = {
        name: _merged(getattr(current, name), getattr(before, name), getattr(after, name)) for name in LISTS
    }
    for name in ("round", "agenda_at", "details"):
        if getattr(before, name) != getattr(after, name):
            changes[name] = getattr(after, name)
    changes["agenda"] = _as_long_as_now(changes["agenda"], current.agenda, spent_changed(before, after))
    rounds = {item.id for item in changes["rounds"]}
    kept = {group.round for group in changes["groups"]} - rounds
    changes["rounds"] += tuple(item for item in current.rounds if item.id in kept)
    if changes.get("round", current.round) not in {item.id for item in changes["rounds"]}:
        changes["round"] = changes["rounds"][-1].id
    return replace(current, **changes)


def _merged(current: tuple[Listed, ...], before: tuple[Listed, ...], after: tuple[Listed, ...]) -> Any:
    if before == after:
        return current
    if current == before:
        return after
    here, old, new = ({item.key: item for item in items} for items in (current, before, after))
    wanted: dict[Key, Listed] = {}
    for key in dict.fromkeys((*new, *here)):
        if key in new and (old.get(key) != new[key] or key in here):
            wanted[key] = new[key] if old.get(key) != new[key] else here[key]
        elif key not in new and key not in old:
            wanted[key] = here[key]
    return tuple(wanted.values())


def spent_changed(before: Workshop, after: Workshop) -> dict[str, int]:
    """The time on items of which a step changes it: another plan begins anew, and its undo brings the time back."""
    known = {item.id: item.spent for item in before.agenda}
    return {item.id: item.spent for item in after.agenda if known.get(item.id, item.spent) != item.spent}


def _as_long_as_now(
    items: tuple[AgendaItem, ...], current: tuple[AgendaItem, ...], changed: Mapping[str, int]
) -> tuple[AgendaItem, ...]:
    """The items with the time that has been spent on them by now, but for those of which a step changes it."""
    spent = {**{item.id: item.spent for item in current}, **changed}
    return tuple(replace(item, spent=spent.get(item.id, item.spent)) for item in items)


def put(items: Iterable[Listed], item: Listed) -> tuple[Any, ...]:
    """The list with an item in the place of the one with its key, or at the end."""
    kept = {other.key: other for other in items}
    return tuple({**kept, item.key: item}.values())


def without(items: Iterable[Listed], key: Key) -> tuple[Any, ...]:
    """The list without the item of this key."""
    return tuple(item for item in items if item.key != key)


def fresh_id(name: str, taken: Iterable[str], fallback: str) -> str:
    """An id made of a name, told apart from those that are taken; `fallback` where no letter is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    word = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or fallback
    used = set(taken)
    numbered = (word if number == 1 else f"{word}-{number}" for number in range(1, len(used) + 2))
    return next(candidate for candidate in numbered if candidate not in used)


def balloted(case: Case, ballot: Ballot) -> Scenario:
    """A group's scenario from its ballot: the stance of more than half of those who answered, else uncertain.

    This is only where the group's answers lean; the minority stays in the ballot and is compared as well.
    What nobody answered takes the source's stance.
    """
    leanings = {count.id: leaning for count in ballot.counts if (leaning := _leaning(count)) is not None}
    known = {item.id for item in case.assumptions}
    return with_stances(
        baseline_scenario(case), {name: stance for name, stance in leanings.items() if name in known}
    )


def _leaning(count: Any) -> Stance | None:
    if not count.answered:
        return None
    return next(
        (s for s in (Stance.HOLDS, Stance.FAILS) if 2 * count.of(s) > count.answered), Stance.UNCERTAIN
    )


def voiced(group: Group, assumption: str) -> tuple[Stance, ...]:
    """Every stance that somebody in the group takes on an assumption, in the order of `Stance`."""
    count = group.ballot.of.get(assumption) if group.ballot else None
    if count is None or not count.answered:
        return (group.scenario.stance_of[assumption],)
    return tuple(stance for stance in Stance if count.of(stance))


def leaning(group: Group, assumption: str) -> Stance | None:
    """The stance of a group on an assumption; None where its people are split."""
    count = group.ballot.of.get(assumption) if group.ballot else None
    return None if count is not None and count.is_split else group.scenario.stance_of[assumption]


def has_answered(group: Group, assumption: str) -> bool:
    """Whether a group said anything of an assumption; a ballot without an answer leaves it to the case."""
    count = group.ballot.of.get(assumption) if group.ballot else None
    return group.ballot is None or (count is not None and count.answered > 0)


def without_group(workshop: Workshop, round_id: str, identifier: str) -> Workshop:
    """The workshop without one group's stances in one round; a second file of it is asked about no more."""
    groups = (
        replace(group, asked=False) if (group.round, group.beside) == (round_id, identifier) else group
        for group in without(workshop.groups, (round_id, identifier))
    )
    return replace(workshop, groups=tuple(groups))


def renamed_group(workshop: Workshop, identifier: str, name: str) -> Workshop:
    """The workshop with a group's name changed in every round; an empty name changes nothing.

    Where another group has the name, a number is put behind it.
    """
    wanted = name.strip()
    if not wanted:
        return workshop
    free = free_name(wanted, (group.name for group in workshop.groups if group.id != identifier))
    groups = tuple(
        replace(group, name=free) if group.id == identifier else group for group in workshop.groups
    )
    return replace(workshop, groups=groups)


def with_round(workshop: Workshop, name: str = "") -> Workshop:
    """The workshop with a new round, which becomes the present one."""
    number = len(workshop.rounds) + 1
    identifier = fresh_id(f"round-{number}", (item.id for item in workshop.rounds), "round")
    new = Round(id=identifier, name=name.strip() or f"Round {number}")
    return replace(workshop, rounds=(*workshop.rounds, new), round=new.id)


def renamed_round(workshop: Workshop, identifier: str, name: str) -> Workshop:
    """The workshop with a round's name changed; an empty name changes nothing."""
    wanted = name.strip()
    return _with_rounds(workshop, identifier, name=wanted) if wanted else workshop


def round_revealed(workshop: Workshop, identifier: str, revealed: bool = True) -> Workshop:
    """The workshop with the answers of a round shown to the room, or kept from it again."""
    return _with_rounds(workshop, identifier, revealed=revealed)


def _with_rounds(workshop: Workshop, identifier: str, **changes: Any) -> Workshop:
    rounds = (replace(item, **changes) if item.id == identifier else item for item in workshop.rounds)
    return replace(workshop, rounds=tuple(rounds))


def with_why(workshop: Workshop, entry: str, why: str) -> Workshop:
    """The workshop with the reason for something in its log; no step takes that back."""
    return replace(workshop, log=workshop.log.changed((entry,), lambda line: replace(line, why=why.strip())))


def write_why(entry: str) -> Step:
    """The action, to be filled, that writes into the log why something was done."""
    return Step(with_why, (entry,), lasting=True)


def with_said_by(workshop: Workshop, entry: str, name: str) -> Workshop:
    """The workshop with who gave the reason in one line of the log."""
    named = workshop.log.changed((entry,), lambda line: replace(line, said_by=name.strip()))
    return replace(workshop, log=named)


def name_said_by(entry: str) -> Step:
    """The action, to be filled, that names in the log who gave the reason."""
    return Step(with_said_by, (entry,), lasting=True)


def free_name(name: str, others: Iterable[str]) -> str:
    """The name, or with a number behind it where another has it: "Table 1 (2)"."""
    taken = set(map(one_name, others))
    return next(each for each in numbered(name) if one_name(each) not in taken)


def numbered(name: str) -> Iterator[str]:
    """A name, and the same with ever higher numbers behind it."""
    yield name
    yield from (f"{name} ({number})" for number in count(2))


@lru_cache(maxsize=4096)
def one_name(name: str) -> str:
    """A name as it is compared: whatever its case, and however its letters were typed."""
    return unicodedata.normalize("NFC", name.strip()).casefold()
