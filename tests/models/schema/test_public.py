"""The room sees what is named as public and nothing else, whatever else a value comes to hold."""

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_type_hints
from weakref import ref

import pytest

from models.pages.page import page, room_page
from models.schema.grades import Stance
from models.schema.log import STRETCH
from models.schema.page import for_room
from models.schema.public import ANSWERS, PUBLIC, public
from models.schema.record import Details
from models.schema.scenario import Scenario, with_stances
from models.schema.snapshot import Snapshot
from models.schema.steps.workshop_steps import round_revealed
from models.schema.value import Answer
from models.schema.view import (
    DependsPart,
    DifferPart,
    PageName,
    Picture,
    ProgrammePart,
    Room,
    View,
    WatchPart,
)
from models.schema.workshop import Ballot, Count, Entry, Group, Prediction, Workshop
from tests.models.schema.whispering import long_log, whispering
from tests.states import case_named, snapshot, state
from tests.whispers import WHISPER, whispered_workshop
from tests.workshops import four_tables

PRIVATE: Mapping[type, tuple[str, ...]] = {
    Scenario: ("note", "notes", "rationales", "voices", "unplaced"),
    Workshop: ("step_notes", "unplaced"),
    Details: ("place", "held", "led_by", "took_part"),
    Group: ("file", "digest", "beside", "replaced"),
    Ballot: ("unplaced",),
    Prediction: ("unplaced",),
    Entry: ("why", "said_by"),
}
"""What has been decided to be for the facilitator only."""

VIEWS = [
    *({"page": PageName.PROGRAMME, "programme": part} for part in ProgrammePart),
    *({"page": PageName.HOLDS, "picture": picture} for picture in Picture),
    {"page": PageName.HOLDS, "model": case_named().models[0].id},
    *({"page": PageName.DEPENDS, "depends": part} for part in DependsPart),
    *({"page": PageName.DIFFER, "differ": part} for part in DifferPart),
    {"page": PageName.DIFFER, "round": "round-1"},
    *({"page": PageName.WATCH, "watch": part} for part in WatchPart),
]

SIDES = {"page": PageName.DIFFER, "differ": DifferPart.SIDES, "sides": ("group:round-2:table-1", "here")}


def parts(kind: Any) -> Iterator[type]:
    """The classes of ours that a type is made of."""
    if isinstance(kind, type) and (issubclass(kind, Answer) or is_dataclass(kind)):
        yield kind
    for inner in get_args(kind):
        yield from parts(inner)


def reachable(kind: type, leave: tuple[type, ...] = ()) -> set[type]:
    """All classes that a value of this one can hold."""
    found, pending = {kind}, [kind]
    while pending:
        hints = get_type_hints(pending.pop(), localns={"Fraction": Fraction})
        new = {part for name, hint in hints.items() if name != "__pydantic_config__" for part in parts(hint)}
        pending += sorted(new - found - {*leave}, key=lambda part: part.__name__)
        found |= new
    return found


_fields = cache(fields)


def names(kind: Any) -> set[str]:
    return {item.name for item in _fields(kind)}


def words(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    seen, pending = set[int](), [value]
    while pending:
        held = pending.pop()
        if isinstance(held, str):
            yield str(held)
        elif isinstance(held, tuple | list | set | frozenset):
            pending += held
        elif isinstance(held, Mapping):
            pending += (*held.keys(), *held.values())
        elif is_dataclass(held) and not isinstance(held, Enum) and id(held) not in seen:
            seen.add(id(held))
            inner = names(type(held)) | getattr(held, "__dict__", {}).keys()
            pending += [getattr(held, name) for name in inner]


def test_every_class_and_field_has_been_decided_on() -> None:
    kinds = reachable(Snapshot, leave=ANSWERS) - {*ANSWERS}

    private = {kind for kind in kinds if kind not in PUBLIC}
    assert {kind.__name__ for kind in private} == {"Note", "Unplaced", "StepNote", "SentFile"}
    for kind in kinds - private:
        decided = [*PUBLIC[kind], *PRIVATE.get(kind, ())]
        assert sorted(decided) == sorted(names(kind)), kind.__name__


def test_answers_hold_no_word_that_anybody_wrote() -> None:
    told = snapshot(state(workshop=whispered_workshop(case_named())))
    assert told.analyses is not None and told.standing is not None and told.standing.moves is not None
    known = {*told.case.by_id, *told.case.rule_by_id, "rules"}
    known |= {group.id for group in told.workshop.groups} | {item.id for item in told.workshop.rounds}

    for answer in (told.evaluation, told.analyses, told.standing.disagreements, told.standing.moves):
        assert all(word in known or " " not in word for word in words(answer))
    assert all(issubclass(kind, Answer) for answer in ANSWERS for kind in reachable(answer))


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_no_whisper_reaches_the_room(view: dict[str, Any]) -> None:
    shown = public(whispering(**view))

    assert not [word for word in words(shown) if WHISPER in word]
    assert not [word for word in words(room_page(shown)) if WHISPER in word]


def test_what_is_looked_for_would_be_found() -> None:
    told = [word for word in words(whispering()) if WHISPER in word]

    assert len(told) > 50
    assert "Table 3" in set(words(public(whispering())))


@pytest.mark.parametrize("kind", [*PUBLIC], ids=lambda kind: kind.__name__)
def test_a_new_field_is_private_until_somebody_decides(kind: type) -> None:
    told = _with_secret(whispering(), kind)
    assert [word for word in words(told) if word == "secret"]

    assert not [word for word in words(public(told)) if word == "secret"]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_room_shows_the_page_less_what_is_private_or_a_control(view: dict[str, Any]) -> None:
    told = whispering(**view)

    assert for_room(page(told)) == room_page(public(told))


def test_without_private_words_nothing_is_built_anew() -> None:
    plain = snapshot(state())

    assert public(plain) is plain


def test_what_the_room_keeps_is_shown_with_the_present_scenario() -> None:
    kept = View(page=PageName.WATCH, picked="arsenal")
    told = replace(snapshot(state(looking_back=True)), room=Room(is_open=True, kept=kept))

    shown = public(told)

    assert shown.view == replace(kept, looking_back=True)
    assert shown.room == told.room
    assert shown.evaluation is told.evaluation


@pytest.mark.parametrize("view", [*VIEWS, SIDES], ids=str)
@pytest.mark.parametrize("open_rounds", [(), ("round-1",), ("round-2",)], ids=str)
def test_no_answer_reaches_the_room_before_its_round_is_revealed(
    view: dict[str, Any], open_rounds: tuple[str, ...]
) -> None:
    one, other = (_answered(stance, open_rounds, view) for stance in (Stance.FAILS, Stance.HOLDS))
    assert one != other

    assert public(one) == public(other)
    assert room_page(public(one)) == room_page(public(other)) == for_room(page(one)) == for_room(page(other))


def test_once_its_round_is_revealed_an_answer_reaches_the_room() -> None:
    rounds = ("round-1", "round-2")
    one, other = (_answered(stance, (), {}, rounds) for stance in (Stance.FAILS, Stance.HOLDS))

    assert public(one) != public(other)


def _answered(
    stance: Stance, open_rounds: tuple[str, ...], view: dict[str, Any], revealed: tuple[str, ...] = ()
) -> Snapshot:
    """Four tables in two rounds, of which the hidden ones have one stance on everything, by file and on paper."""
    case = case_named()
    workshop = four_tables(case)
    for item in workshop.rounds:
        workshop = round_revealed(workshop, item.id, item.id in (*open_rounds, *revealed))
    stances = {item.id: stance for item in case.assumptions}
    groups = tuple(
        group
        if group.round in open_rounds
        else replace(
            group,
            scenario=with_stances(group.scenario, stances),
            ballot=group.ballot and Ballot(heads=8, counts=(_voted(stance, case.assumptions[0].id),)),
        )
        for group in workshop.groups
    )
    return snapshot(state(workshop=replace(workshop, groups=groups), **view))


def _voted(stance: Stance, assumption: str) -> Count:
    return Count(id=assumption, holds=7) if stance is Stance.HOLDS else Count(id=assumption, fails=7)


def _with_secret(value: Any, kind: type) -> Any:
    """The value with every part of one class in it turned into a subclass that holds a secret."""
    if isinstance(value, tuple):
        return tuple(_with_secret(item, kind) for item in value)
    if type(value) not in PUBLIC:
        return value
    values = {name: _with_secret(getattr(value, name), kind) for name in names(type(value))}
    if type(value) is not kind:
        return type(value)(**values)
    body = {"__annotations__": {"secret": str}, "secret": "secret"}
    secretive = type("Secretive", (kind,), body)  # an Answer's subclass becomes a dataclass by itself
    return (secretive if issubclass(kind, Answer) else dataclass(frozen=True)(secretive))(**values)


def test_the_lines_of_a_long_log_are_gone_over_once() -> None:
    log, workshop = long_log(3 * STRETCH + 5), whispered_workshop(case_named())
    longer = log.with_line(replace(log[0], id="entry-x"))

    first, second = (
        public(snapshot(state(workshop=replace(workshop, log=one)))).workshop.log for one in (log, longer)
    )

    assert all(one is again for one, again in zip(first.stretches, second.stretches, strict=True))
    assert len(second.stretches) == 3
    assert not any(entry.why for entry in second)


def test_what_the_room_saw_long_ago_is_let_go() -> None:
    workshops = [replace(whispered_workshop(case_named()), log=long_log(count)) for count in range(30)]
    first = ref(workshops[0])

    for workshop in workshops:
        public(snapshot(state(workshop=workshop)))
    del workshops, workshop
    gc.collect()

    assert first() is None
