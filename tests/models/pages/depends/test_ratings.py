"""Ratings, doubt and how likely advice holds: nothing that nobody entered, and what an entered one says."""

from dataclasses import replace

import pytest

from models.language.credences import in_words
from models.pages.depends.likely import spread
from models.pages.depends.load import doubt
from models.pages.depends.ratings import likely_title
from models.pages.depends.vulnerable import doubt_title
from models.pages.parts import plain_text
from models.schema.action import Change
from models.schema.analysis import Range
from models.schema.page import (
    Beside,
    Chart,
    Figure,
    OptionsCell,
    Page,
    Row,
    SpreadCell,
    Stack,
    Table,
    for_room,
)
from models.schema.scenario import with_credence
from models.schema.snapshot import fresh_state
from models.schema.steps.acting import acted
from models.schema.steps.scenario_steps import write_horizon
from models.schema.view import DependsPart
from tests.models.engine.small_cases import rule, small_case
from tests.models.pages.blocks import blocks_of, table_of
from tests.models.pages.depends.reading import cell_of, page_of
from tests.states import snapshot, state
from tests.workshops import MOMENT


def _load_row(page: Page, identifier: str) -> Row:
    tables = (b for b in blocks_of(page.blocks) if isinstance(b, Table) and b.id.startswith("load"))
    return next(row for table in tables for row in table.rows if row.id == identifier)


def test_no_probability_stands_on_any_part_while_nothing_is_rated() -> None:
    for part in DependsPart:
        page = page_of(depends=part)

        cells = [
            c for b in blocks_of(page.blocks) if isinstance(b, Table) for row in b.rows for c in row.cells
        ]
        assert not any(isinstance(cell, SpreadCell) for cell in cells)
        assert not any(isinstance(block, Figure) for block in blocks_of(page.blocks))


def test_a_range_says_what_would_have_to_be_rated() -> None:
    of = state()
    scenario = with_credence(of.case, of.scenario, "keeps-arsenal", 0.7)
    table = table_of(page_of(replace(of, scenario=scenario), depends=DependsPart.RATINGS), "chances")

    full = cell_of(table, "accept-reality", "chance")
    part = cell_of(table, "one-eu-flag", "chance")

    assert isinstance(full, SpreadCell)
    assert isinstance(part, SpreadCell)
    assert (full.text, full.note) == ("70%", "likely")
    assert part.note.endswith("more to rate")


def test_the_charts_come_with_the_ratings_and_speak_of_rated_ones_only() -> None:
    of = state()
    scenario = with_credence(of.case, of.scenario, "keeps-arsenal", 0.7)
    page = page_of(replace(of, scenario=scenario), depends=DependsPart.DOUBT)

    charts = {b.chart: b for b in blocks_of(page.blocks) if isinstance(b, Figure)}

    assert [point.id for point in charts[Chart.LOAD].values.points] == ["keeps-arsenal"]
    assert charts[Chart.TORNADO].values.id == "accept-reality"


def test_without_a_rating_what_depends_is_drawn_and_no_chart_speaks_of_doubt() -> None:
    page = page_of(state(), depends=DependsPart.DOUBT)

    blocks = list(blocks_of(page.blocks))

    assert any(block.id == "load" for block in blocks)
    assert not any(isinstance(block, Figure) for block in blocks)
    assert page.title == "Nobody has yet said how doubtful the assumptions are"


def test_beside_the_words_for_doubt_stand_the_ratings_that_they_enter() -> None:
    (doubt,) = page_of(state(), depends=DependsPart.DOUBT).blocks
    assert isinstance(doubt, Beside)

    asked = [block.ask for block in doubt.blocks if isinstance(block, Stack) and block.ask]

    assert asked == ["How much do you doubt it (rating: firm 90%, some 70%, much 50%)?"]


def test_a_doubt_enters_a_rating_and_chosen_again_takes_it_back() -> None:
    of = state()
    cell = _load_row(page_of(of, depends=DependsPart.DOUBT), "keeps-arsenal").cells[-1]
    assert isinstance(cell, OptionsCell)
    assert cell.wanting

    firm = cell.options[0].action
    assert isinstance(firm, Change)
    rated = replace(of, scenario=firm.applied(of.case, of.scenario))
    again = _load_row(page_of(rated, depends=DependsPart.DOUBT), "keeps-arsenal").cells[-1]
    assert isinstance(again, OptionsCell)
    back = again.options[0].action
    assert isinstance(back, Change)

    assert rated.scenario.credence_of == {"keeps-arsenal": 0.9}
    assert again.options[0].chosen
    assert back.applied(of.case, rated.scenario).credences == ()


@pytest.mark.parametrize("percentage", range(0, 101, 5))
def test_doubt_and_the_phrase_of_a_rating_do_not_contradict_each_other(percentage: int) -> None:
    base = state()
    item = next(item for item in base.case.assumptions if item.code == "A10")
    rated = with_credence(base.case, base.scenario, item.id, percentage / 100)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    (told,) = (one.text for one in doubt(shown, item, wanted=True).options if one.chosen)
    chosen, _, rating = told.partition(" ")

    phrase = in_words(percentage / 100)
    assert rating == ("" if percentage in (90, 70, 50) else f"{percentage}%")
    surely = {"very likely", "almost certain", "taken as certain"}
    assert chosen == ("firm" if phrase in surely else "some" if phrase == "likely" else "much")
    if percentage > 75:
        assert "A10" not in doubt_title(shown, shown.analyses)


def test_a_title_on_doubt_says_from_which_rating_on_and_not_that_it_is_doubted() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A10"].id, 0.7)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    told = doubt_title(shown, shown.analyses)

    assert told == "Much depends on “Reliance on China resented”, and it is rated at 75% or less"


def test_what_ratings_do_not_settle_is_not_said_to_be_unlikely() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A1"].id, 0.7)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    unsettled = [item for item in shown.analyses.ranges if item.low <= 0.5 < item.high]
    told = likely_title(shown, shown.analyses)

    assert told.endswith(
        f"2 of 11 recommendations are more likely than not to hold; of {len(unsettled)} it cannot be said yet"
    )
    assert unsettled


def test_where_ratings_settle_nothing_none_is_said_to_be_likely_or_not() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A3"].id, 0.7)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    assert likely_title(shown, shown.analyses) == (
        "By the room’s ratings of 1 of 22 it cannot be said yet "
        "whether any of 11 recommendations is more likely than not to hold"
    )


@pytest.mark.parametrize(
    ("credence", "needs", "told"),
    [
        (0.7, "a1", "of 1 of 2, the recommendation is more likely than not to hold"),
        (0.3, "a1", "of 1 of 2, the recommendation is at best as likely to hold as not"),
        (
            0.7,
            "a1 a2",
            "of 1 of 2 it cannot be said yet whether the recommendation is more likely than not to hold",
        ),
    ],
)
def test_a_single_recommendation_is_not_counted(credence: float, needs: str, told: str) -> None:
    case = small_case(rule("p", need=needs, then="r1"), statements="a1 a2 r1")
    of = fresh_state(case)
    rated = replace(of, scenario=with_credence(case, of.scenario, "a1", credence))

    page = page_of(rated, depends=DependsPart.RATINGS)

    assert page.title == f"By the room’s ratings {told}"


def test_what_ratings_make_unlikely_is_counted_though_nothing_is_likely_yet() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.by_code["A20"].id, 0.2)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    unlikely = sum(item.high <= 0.5 for item in shown.analyses.ranges)
    assert unlikely > 1
    assert likely_title(shown, shown.analyses) == (
        f"By the room’s ratings of 1 of 22, {unlikely} of 11 recommendations are at best as likely to hold as not; "
        f"of {11 - unlikely} it cannot be said yet"
    )


def test_the_time_that_doubt_is_for_is_asked_for_and_told_where_thresholds_are_drawn() -> None:
    of = state()
    rated = replace(of, scenario=with_credence(of.case, of.scenario, "keeps-arsenal", 0.7))
    named = acted(rated, write_horizon().filled("five years"), MOMENT)

    unasked, asked, told = (page_of(one, depends=DependsPart.DOUBT) for one in (of, rated, named))

    assert [block.id for page in (unasked, asked) for block in blocks_of(page.blocks)].count("horizon") == 2
    assert "No planning horizon is named yet." in plain_text(asked)
    assert "to hold within five years." in plain_text(told)
    axes = [
        b.values.doubt_axis
        for b in blocks_of(for_room(told).blocks)
        if isinstance(b, Figure) and b.chart is Chart.LOAD
    ]
    assert axes == ["Chance that it fails within five years, as rated"]


def test_ratings_of_what_critics_say_are_counted_only_while_it_counts() -> None:
    base = state()
    rated = base.scenario
    for item in base.case.assumptions:
        rated = with_credence(base.case, rated, item.id, 0.6)
    shown = snapshot(replace(base, scenario=rated))
    assert shown.analyses is not None

    assert f"of {len(shown.assumptions)} of {len(shown.assumptions)}" in likely_title(shown, shown.analyses)


def test_nothing_is_waited_for_where_no_rating_can_change_the_figure() -> None:
    case = state().case
    unrated = (case.assumptions[0].id,)

    settled = spread(case, Range(id="a", low=0.0, high=0.0, unrated=unrated))
    waiting = spread(case, Range(id="a", low=0.0, high=0.002, unrated=unrated))

    assert (settled.text, settled.note) == ("0%", "taken as impossible")
    assert waiting.note == "1 more to rate"


@pytest.mark.parametrize(
    ("credence", "told"),
    [
        (
            0.675,
            " Where a rating was given as a phrase, it is taken at the middle of its range: likely (55–80%) at 67.5%.",
        ),
        (0.7, ""),
    ],
)
def test_beside_what_follows_a_phrase_is_told_to_be_taken_at_its_middle(credence: float, told: str) -> None:
    of = state()
    rated = replace(of, scenario=with_credence(of.case, of.scenario, "keeps-arsenal", credence))

    note = table_of(page_of(rated, depends=DependsPart.RATINGS), "chances").note

    assert note == f"By the room’s own ratings; assumptions are taken as independent of one another.{told}"
