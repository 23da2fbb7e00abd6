"""Steps of a workshop can be taken back, and taking one back touches nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from models.schema.case import Case
from models.schema.log import log_of
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import rebased, renamed_group, with_round, without_group
from models.schema.workshop import LISTS, AgendaItem, Entry, Group, Origin, Workshop
from tests.models.drawn_workshops import groups, workshops
from tests.models.store.examples import BASELINE, TABLES
from tests.workshops import MOMENT, four_tables

many = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
Step = Callable[[Workshop], Workshop]


def stepped(workshop: Workshop, other: Workshop, names: frozenset[str]) -> Workshop:
    """The workshop after a step that takes some of its lists from another one."""
    changes = {name: getattr(other, name) for name in names}
    if "rounds" in names or "groups" in names:
        changes |= {name: getattr(other, name) for name in ("rounds", "groups", "round")}
    return replace(workshop, **changes)


steps = st.sets(st.sampled_from(LISTS), min_size=1, max_size=3).map(frozenset)


@many
@given(workshops(), workshops(), steps)
def test_a_step_taken_back_leaves_the_workshop_as_it_was(
    before: Workshop, other: Workshop, names: frozenset[str]
) -> None:
    after = stepped(before, other, names)

    assert rebased(after, after, before) == before
    assert rebased(before, before, after) == after


@many
@given(workshops(), workshops(), steps)
def test_what_other_steps_changed_in_between_is_left_alone(
    before: Workshop, other: Workshop, names: frozenset[str]
) -> None:
    after = replace(before, agenda=(AgendaItem(id="new", title="Tea", minutes=5),))
    current = stepped(after, other, names - {"agenda"})

    undone = rebased(current, after, before)

    assert undone == replace(current, agenda=before.agenda)


@many
@given(workshops(), st.data())
def test_a_group_that_arrives_in_between_survives(before: Workshop, data: st.DataObject) -> None:
    rounds = tuple(item.id for item in before.rounds)
    removed, arriving = (data.draw(groups(rounds)) for _ in range(2))
    assume(removed.key != arriving.key)
    assume(arriving.key not in {group.key for group in before.groups})
    with_removed = replace(before, groups=kept_with(before, removed))
    after = without_group(with_removed, removed.round, removed.id)

    undone = rebased(replace(after, groups=(*after.groups, arriving)), after, with_removed)

    assert {group.key for group in undone.groups} == {*(g.key for g in with_removed.groups), arriving.key}
    assert {removed, arriving} <= set(undone.groups)


def kept_with(workshop: Workshop, group: Group) -> tuple[Group, ...]:
    """The workshop's groups with one more, or another in its place."""
    return (*(item for item in workshop.groups if item.key != group.key), group)


def test_a_round_in_which_groups_have_arrived_is_kept_when_its_beginning_is_taken_back() -> None:
    after = with_round(TABLES)
    current = with_group(after, "Table 9", BASELINE, Origin.FOLDER, arrived=MOMENT)

    undone = rebased(current, after, TABLES)

    assert [item.id for item in undone.rounds] == ["round-1", "round-2", "round-3"]
    assert [group.name for group in undone.in_round("round-3")] == ["Table 9"]
    assert undone.round == "round-2"


def test_a_round_that_is_empty_goes_when_its_beginning_is_taken_back() -> None:
    after = with_round(TABLES)

    assert rebased(after, after, TABLES) == TABLES


def test_the_present_round_is_one_that_is_left() -> None:
    after = with_round(TABLES)
    further = with_round(after)

    undone = rebased(rebased(further, after, TABLES), further, after)

    assert undone.round in {item.id for item in undone.rounds}


@pytest.mark.parametrize("name", ["Table 1", "table 1 ", "TABLE 1"])
def test_a_group_of_the_same_name_is_replaced_and_can_be_brought_back(name: str) -> None:
    after = with_group(TABLES, name, BASELINE, Origin.WINDOW)

    assert len(after.groups) == len(TABLES.groups)
    assert after.present[0].origin is Origin.WINDOW
    assert rebased(after, after, TABLES) == TABLES


def test_the_log_is_never_taken_back() -> None:
    entry = Entry(id="a", at=MOMENT, what="A third round began")
    after = replace(with_round(TABLES), log=log_of((entry,)))

    assert tuple(rebased(after, after, TABLES).log) == (entry,)


def test_no_group_takes_anothers_name_whatever_its_case(essay: Case) -> None:
    workshop = four_tables(essay)
    second = next(group.id for group in workshop.groups if group.name == "Table 2")

    renamed = renamed_group(workshop, second, "TABLE 1 ")

    assert {group.name for group in renamed.groups if group.id == second} == {"TABLE 1 (2)"}
    assert renamed_group(workshop, second, "Table 2") == workshop
