"""A log reads like the tuple of its lines, and shares them with the logs that it was made of."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.schema.log import STRETCH, Entry, Log, log_of

AT = datetime(2023, 1, 9, 9, 0, tzinfo=UTC)
LONG = 3 * STRETCH + 5


def line(number: int, name: str = "entry") -> Entry:
    return Entry(id=f"{name}-{number}", at=AT, what=f"Line {number}", why="private")


def lines(count: int) -> tuple[Entry, ...]:
    return tuple(map(line, range(1, count + 1)))


@given(st.integers(0, 2 * STRETCH + 1), st.integers(0, STRETCH + 1))
def test_lines_that_are_added_make_the_log_that_is_made_of_all(known: int, more: int) -> None:
    log = log_of(lines(known))
    for entry in lines(known + more)[known:]:
        log = log.with_line(entry)

    assert (log, tuple(log), len(log)) == (log_of(lines(known + more)), lines(known + more), known + more)
    assert log.since(known) == lines(known + more)[known:]
    assert log.next_id == f"entry-{known + more + 1}"


def test_a_line_is_found_from_both_ends() -> None:
    log = log_of(lines(LONG))

    assert [log[place] for place in (0, STRETCH, LONG - 1, -1, -LONG)] == [
        line(number) for number in (1, STRETCH + 1, LONG, LONG, 1)
    ]
    with pytest.raises(IndexError):
        log[LONG]


def test_one_more_line_leaves_every_full_stretch_the_very_same() -> None:
    log = log_of(lines(LONG))

    longer = log.with_line(line(LONG + 1))

    assert all(one is other for one, other in zip(log.stretches, longer.stretches, strict=True))


def test_a_changed_line_leaves_all_other_stretches_the_very_same() -> None:
    log = log_of(lines(LONG))

    changed = log.changed((line(STRETCH + 3).id,), lambda entry: replace(entry, undone=True))

    shared = [one is other for one, other in zip(log.stretches, changed.stretches, strict=True)]
    assert shared == [True, False, True]
    assert [entry.id for entry in changed if entry.undone] == [f"entry-{STRETCH + 3}"]


def test_the_next_line_never_takes_a_name_that_is_taken() -> None:
    log = log_of((line(7), line(2, "note"), Entry(id="entry-" + 70 * "9", at=AT, what="A hand-made one")))

    assert log.next_id == "entry-8"
    assert log.with_line(line(20)).next_id == "entry-21"
    assert Log().next_id == "entry-1"


def test_two_lines_of_one_name_make_no_log() -> None:
    with pytest.raises(ValueError, match="log has entry-1 twice"):
        log_of((line(1), line(1)))
