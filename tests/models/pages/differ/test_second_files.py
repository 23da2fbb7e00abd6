"""A second file of a group: what is waited for, what is asked about, and what counts."""

from collections.abc import Callable
from dataclasses import replace

from models.pages.differ.page import differ
from models.schema.page import Sentences
from models.schema.public import public
from models.schema.scenario import baseline_scenario
from models.schema.steps.group_steps import (
    Coming,
    Intake,
    second_files,
    second_kept,
    second_taken,
)
from models.schema.steps.workshop_steps import round_revealed, with_round, without_group
from models.schema.view import PageName
from models.schema.workshop import Origin, Workshop
from tests.models.pages.differ.reading import page_of
from tests.states import case_named, snapshot, state
from tests.workshops import four_tables


def _file(name: str, file: str) -> Coming:
    return Coming(name=name, scenario=baseline_scenario(case_named()), origin=Origin.FILE, file=file)


def _second_round_after(answer: Callable[[Workshop], Workshop]) -> Workshop:
    """Two tables and a second file of one came in, something was said of that, and one table is in again."""
    intake = Intake(with_round(replace(four_tables(case_named()), groups=())))
    for name, file in (("Table 1", "a"), ("Table 2", "b"), ("Table 1", "a copy")):
        intake.take_file(_file(name, file))
    intake = Intake(with_round(answer(intake.workshop)))
    intake.take_file(_file("Table 1", "a"))
    return intake.workshop


def _awaited_in(workshop: Workshop) -> list[str]:
    page = page_of(state(workshop=workshop, page=PageName.DIFFER))
    block = next(block for block in page.blocks if block.id == "who-is-in")
    assert isinstance(block, Sentences)
    return [line.text for line in block.lines]


def test_a_second_file_of_a_group_is_waited_for_later_only_if_both_were_kept() -> None:
    open_still = _second_round_after(lambda workshop: workshop)
    kept = _second_round_after(lambda workshop: second_kept(workshop, second_files(workshop)[0][1].key))
    replaced = _second_round_after(lambda workshop: second_taken(workshop, second_files(workshop)[0][1].key))

    assert _awaited_in(open_still) == _awaited_in(replaced) == ["Table 1", "Table 2"]
    assert _awaited_in(kept) == ["Table 1", "Table 2", "Table 1 (2)"]


def test_the_room_waits_for_whom_the_window_waits_for() -> None:
    workshop = _second_round_after(lambda workshop: workshop)
    shown = public(snapshot(state(workshop=workshop, page=PageName.DIFFER)))

    block = next(block for block in differ(shown).blocks if block.id == "who-is-in")

    assert isinstance(block, Sentences)
    assert [line.text for line in block.lines] == ["Table 1", "Table 2"]


def test_a_second_file_counts_as_a_group_only_once_somebody_says_so() -> None:
    intake = Intake(with_round(replace(four_tables(case_named()), groups=())))
    for name, file in (("Table 1", "a"), ("Table 2", "b"), ("Table 1", "a copy")):
        intake.take_file(_file(name, file))
    asked = replace(intake.workshop, details=replace(intake.workshop.details, awaited=3))
    kept = second_kept(asked, second_files(asked)[0][1].key)

    pages = [page_of(state(workshop=workshop, page=PageName.DIFFER)) for workshop in (asked, kept)]

    assert _awaited_in(asked) == ["Table 1", "Table 2"]
    assert [page.title.split(": ")[1] for page in pages] == ["2 of 3 in", "all three tables are in"]


def test_the_room_sees_no_second_file_that_is_asked_about_still() -> None:
    asked = _second_round_after(lambda workshop: workshop)
    asked = replace(asked, round=asked.rounds[-2].id)
    asked = round_revealed(asked, asked.round)
    kept = second_kept(asked, second_files(asked)[0][1].key)

    titles = [page_of(state(workshop=workshop, page=PageName.DIFFER)).title for workshop in (asked, kept)]

    assert titles == [
        "Both tables agree on all 22 assumptions",
        "All three tables agree on all 22 assumptions",
    ]


def test_two_files_that_are_two_groups_come_in_as_these_again_and_are_not_asked_about() -> None:
    workshop = _second_round_after(lambda workshop: second_kept(workshop, second_files(workshop)[0][1].key))
    intake = Intake(workshop)

    intake.take_file(_file("Table 1", "a copy"))

    assert [group.name for group in intake.workshop.present] == ["Table 1", "Table 1 (2)"]
    assert not second_files(intake.workshop)


def test_nothing_is_asked_about_a_second_file_whose_first_was_removed() -> None:
    intake = Intake(replace(four_tables(case_named()), groups=()))
    for file in ("a", "a copy"):
        intake.take_file(_file("Table 1", file))
    (first, second), *_ = second_files(intake.workshop)

    left = without_group(intake.workshop, first.round, first.id)

    assert [(group.name, group.asked) for group in left.present] == [(second.name, False)]
