"""How many arguments hold is one count, so in every completion, wherever it is told."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from models.analyses.bundle import readings
from models.cli.evaluate import table
from models.engine.evaluate import evaluate
from models.engine.explain import Trace
from models.export.workbook import advice_rows
from models.language.account import account
from models.language.causes.cause import cause
from models.language.counts import briefly, how_many, moves
from models.pages.caption import caption
from models.pages.depends.readings import reading_blocks
from models.pages.map_block import map_block
from models.pages.parts import cell_text
from models.schema.grades import HOLDING, Stance
from models.schema.page import Table
from models.schema.result import Tally
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot
from tests.models.engine.small_cases import Drawn, drawn_settings, rule, small_case
from tests.models.language.test_truth import thoroughly
from tests.models.language.truth import Truth
from tests.states import after, snapshot, snapshot_of, state

NUMBER = r"(?:(?P<how>at least|at most) )?(?P<one>\d+)(?:(?: to | or |–)(?P<other>\d+))? of (?P<total>\d+)"


def counts_in(text: str) -> list[tuple[int, int, int]]:
    """Every count of arguments in a text, as least, most and total."""
    return [_count(found) for found in re.finditer(NUMBER, text, re.IGNORECASE)]


def _count(found: re.Match[str]) -> tuple[int, int, int]:
    one, total = int(found["one"]), int(found["total"])
    how = (found["how"] or "").lower()
    least, most = (one, total) if how == "at least" else (0, one) if how == "at most" else (one, one)
    return least, int(found["other"] or most), total


def told_by_readings(snapshot: Snapshot) -> Table:
    _, found = reading_blocks(snapshot, readings(snapshot.case, snapshot.scenario))
    assert isinstance(found, Table)
    return found


def told_of(snapshot: Snapshot, name: str) -> dict[str, list[tuple[int, int, int]]]:
    """What counts each place tells of a recommendation."""
    trace = Trace(snapshot)
    code = snapshot.case.by_id[name].code
    (line,) = (line for line in table(snapshot).splitlines() if line.startswith(f"{code} "))
    (row,) = (row for row in advice_rows(snapshot) if row[1] == code)
    compared = cell_text(next(row.cells[-1] for row in told_by_readings(snapshot).rows if row.id == name))
    note = next(node.note for node in map_block(snapshot).nodes if node.id == name)
    texts = {
        "board": cause(trace, name),
        "why": account(trace, name),
        "map": note,
        "terminal": line,
        "workbook": str(row[4]),
        "readings": compared,
    }
    return {place: counts_in(text) for place, text in texts.items()}


@thoroughly
@given(drawn_settings())
def test_every_count_is_so_in_every_completion_and_the_same_everywhere(drawn: Drawn) -> None:
    snapshot = snapshot_of(drawn.case, drawn.scenario)

    for item in drawn.case.recommendations:
        truth = Truth(drawn.case, drawn.scenario, item.id)
        expected = (*truth.between(), len(truth.arguments))
        for place, counts in told_of(snapshot, item.id).items():
            assert set(counts) <= {expected}, (item.id, place)
        held = snapshot.evaluation.recommendation[item.id].holding
        assert (held.least, held.most, held.total) == expected


@pytest.mark.parametrize("turned", [{"A9": "fails", "A17": "uncertain"}, {"A3": "uncertain"}])
def test_a_change_is_told_in_the_same_count(turned: dict[str, str]) -> None:
    taken = snapshot(after(state(), **turned), analysed=False)
    kept = [move for move in moves(taken).values() if {move.before.verdict, move.after.verdict} <= {*HOLDING}]

    assert all(move.words.endswith(f"→ {briefly(move.after.holding)}") for move in kept)
    assert kept


def test_advice_with_an_argument_that_an_objection_beats_is_not_said_to_hold_in_full() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1", strength="weak"),
        rule("p2", need="a2", then="r1", strength="strong"),
        rule("o1", **{"if": "a3"}, opposes="r1"),
        statements="a1 a2 a3 r1",
        fails="a3",
    )
    before = baseline_scenario(case)
    beaten = with_stances(before, {"a3": Stance.HOLDS})

    taken = snapshot_of(case, beaten, before=evaluate(case, before))

    told = " ".join(line.text for line in caption(replace(taken, past=before)))
    assert told.endswith("“Text of r1” still holds, but not all its arguments hold")
    assert taken.evaluation.recommendation["r1"].holding == Tally(1, 1, 2)


def test_as_many_of_more_arguments_are_told_of_how_many() -> None:
    before = state()
    counting = replace(before, scenario=replace(before.scenario, added=True), past=before.scenario)

    words = {name: move.words for name, move in moves(snapshot(counting)).items()}

    assert words == {"prepare-dialogue": "4 of 4 → 4 of 5"}


@pytest.mark.parametrize(
    ("least", "most", "total", "words"),
    [
        (0, 1, 1, "0 or 1"),
        (1, 2, 3, "1 or 2"),
        (1, 3, 4, "1 to 3"),
        (0, 2, 2, "0 to 2"),
        (2, 3, 3, "at least 2"),
    ],
)
def test_two_numbers_that_follow_each_other_are_one_or_the_other(
    least: int, most: int, total: int, words: str
) -> None:
    assert how_many(Tally(least, most, total)) == words


def test_how_many_are_overruled_is_a_word_whatever_the_number() -> None:
    case = small_case(
        *(rule(f"p{n}", need="a1", then="r1", strength="weak") for n in range(1, 5)),
        rule("p5", need="a1", then="r1", strength="strong"),
        rule("o1", **{"if": "a2"}, opposes="r1"),
        statements="a1 a2 r1",
    )

    told = cause(Trace(snapshot_of(case, baseline_scenario(case))), "r1")

    assert told == "1 of 5 arguments holds; the others do not, as an objection overrules four"


def test_an_argument_that_carries_in_neither_case_is_not_explained_by_itself() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1", strength="strong"),
        rule("p2", need="a2", then="r1", strength="weak"),
        rule("o1", **{"if": "a2"}, opposes="r1"),
        statements="a1 a2 r1",
        uncertain="a2",
    )

    told = cause(Trace(snapshot_of(case, baseline_scenario(case))), "r1")

    assert told == "1 of 2 arguments holds; the other does not hold either way"


def test_a_caption_leaves_out_advice_for_which_as_many_arguments_hold_as_before() -> None:
    base = state()
    counted = replace(base, past=base.scenario, scenario=replace(base.scenario, added=True))

    assert " ".join(line.text for line in caption(snapshot(counted))) == (
        "With objections counted: no verdict changes"
    )


def test_an_argument_is_said_to_depend_only_on_what_makes_a_difference_to_it() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2 -f1", then="r1"),
        rule("s", **{"if": "-a2 a3"}, then="f1"),
        statements="a1 a2 a3 f1 r1",
        uncertain="a2 a3",
    )

    told = cause(Trace(snapshot_of(case, baseline_scenario(case))), "r1")

    assert told == "At least 1 of 2 arguments holds; the other depends on “Text of a2”"


def test_an_argument_that_an_objection_may_beat_depends_on_what_the_objection_rests_on() -> None:
    case = small_case(
        rule("p", need="a1", then="r1", strength="strong"),
        rule("q", need="a1", then="r1"),
        rule("o", **{"if": "a2"}, opposes="r1"),
        statements="a1 a2 r1",
        uncertain="a2",
    )

    told = cause(Trace(snapshot_of(case, baseline_scenario(case))), "r1")

    assert told == "At least 1 of 2 arguments holds; the other depends on “Text of a2”"


def test_numbers_add_up_where_one_of_several_open_arguments_always_holds() -> None:
    case = small_case(
        rule("p", need="a1", then="r1"),
        rule("q", need="a2", then="r1"),
        rule("s", need="-a2", then="r1"),
        rule("t", need="a3", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a2",
        fails="a3",
    )
    taken = snapshot_of(case, baseline_scenario(case))

    told = cause(Trace(taken), "r1")

    assert told == "Only 2 of 4 arguments hold: “Text of a3” fails; of two that are open, one holds"
