"""What we watch: signposts by owner, what happens if advice is ignored, and the minutes."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

from models.language.signs import argued_sign
from models.language.states import sign
from models.pages.parts import name_of
from models.pages.watch.kept import MOST
from models.pages.watch.page import watch
from models.schema.action import Change, Look, Step
from models.schema.grades import Stance, Verdict
from models.schema.page import (
    ButtonsCell,
    Choice,
    EntryCell,
    Fields,
    OptionsCell,
    Page,
    Row,
    Sentences,
    SignCell,
    Table,
    TextCell,
    for_room,
)
from models.schema.result import Status
from models.schema.rounds import LoopState
from models.schema.scenario import baseline_scenario, with_rationale
from models.schema.snapshot import State
from models.schema.steps.acting import acted
from models.schema.steps.room_steps import prediction_asked, state_named
from models.schema.steps.scenario_steps import name_voice
from models.schema.steps.signpost_steps import field_noted
from models.schema.view import PageName, WatchPart
from models.schema.workshop import Signpost, WatchState
from tests.minuted import eventful
from tests.models.pages.blocks import blocks_of, table_of
from tests.states import after, case_named, snapshot, state
from tests.workshops import MOMENT

POST = Signpost(assumption="keeps-arsenal", text=case_named().assumptions[0].observations[0].text)


def _state(**view: Any) -> State:
    return after(state(page=PageName.WATCH, **view), A3="fails")


def _page(of: State) -> Page:
    return watch(snapshot(of))


def _noted(of: State, field: str, value: object) -> State:
    return replace(of, workshop=field_noted(of.workshop, MOMENT, POST, False, field, value))


def _row_of(page: Page, text: str) -> Row:
    rows = table_of(page, "signposts").rows
    return next(row for row in rows if row.id.endswith(text))


def test_what_somebody_watches_stands_first_under_the_owners_name() -> None:
    page = _page(_noted(_state(), "owner", "Ministry"))

    sections = [row.section for row in table_of(page, "signposts").rows if row.section]

    assert sections == ["Ministry", "Nobody yet"]


def test_a_state_that_is_chosen_is_noted_and_dated() -> None:
    of = _state()
    options = next(
        cell for cell in _row_of(_page(of), POST.text).cells if isinstance(cell, OptionsCell)
    ).options
    action = next(option.action for option in options if option.sign == sign(WatchState.TRIPPED))
    assert isinstance(action, Step)

    workshop = action.step(of.workshop, MOMENT, *action.arguments)

    assert (workshop.signposts[0].state, workshop.signposts[0].on) == (
        WatchState.TRIPPED,
        MOMENT.date(),
    )


def test_a_typed_date_and_owner_are_noted() -> None:
    of = _state()
    entries = [cell for cell in _row_of(_page(of), POST.text).cells if isinstance(cell, EntryCell)]
    for entry, value in zip(entries, ("Ministry", date(2027, 3, 1), "a newspaper"), strict=True):
        action = entry.action.filled(value)
        assert isinstance(action, Step)
        of = replace(of, workshop=action.step(of.workshop, MOMENT, *action.arguments))

    kept = of.workshop.signposts[0]
    assert (kept.owner, kept.on, kept.source) == ("Ministry", date(2027, 3, 1), "a newspaper")


def test_what_was_seen_offers_other_stances_and_takes_none() -> None:
    page = _page(_noted(_state(), "state", WatchState.TRIPPED))
    line = next(block for block in page.blocks if isinstance(block, Sentences) and block.id == "seen").lines[
        0
    ]

    assert page.title == "1 signpost seen: look at “Arsenal is kept”"
    assert line.sign == argued_sign(Status.ACCEPTED)
    assert [option.text for option in line.buttons] == ["Set to uncertain", "Set to fails"]
    assert all(isinstance(option.action, Change) for option in line.buttons)


def test_the_rooms_own_signpost_is_added_to_what_is_picked_and_can_be_removed() -> None:
    of = _state(picked="keeps-arsenal")
    fields = next(block for block in blocks_of(_page(of).blocks) if isinstance(block, Fields))
    action = fields.fields[0].action.filled("A parade")
    assert isinstance(action, Step)
    of = replace(of, workshop=action.step(of.workshop, MOMENT, *action.arguments))

    row = _row_of(_page(of), "A parade")

    assert isinstance(row.cells[0], EntryCell)
    assert isinstance(row.cells[-1], ButtonsCell)
    assert [option.text for option in row.cells[-1].buttons] == ["Remove"]


def test_all_assumptions_are_listed_when_asked_for() -> None:
    some, every = (table_of(_page(_state(everything=extent)), "signposts") for extent in (False, True))

    assert len(every.rows) == sum(len(item.signposts) for item in case_named().taking_part(False))
    assert len(some.rows) < len(every.rows)


def test_nothing_feeds_back_while_all_is_followed() -> None:
    page = _page(_state(watch=WatchPart.IGNORED))

    assert page.title == "Nothing changes: every recommendation stays as it is"


def test_ignored_advice_lets_its_loop_run_and_the_step_tells_why() -> None:
    page = _page(_state(watch=WatchPart.IGNORED, ignored=("one-eu-flag",)))
    loop = next(row for row in table_of(page, "loops").rows if row.id == "race-home")
    story, step = table_of(page, "stories").rows[0], table_of(page, "steps").rows

    after_it = next(row for row in step if row.id == "one-eu-flag").cells[2]
    assert isinstance(loop.cells[2], SignCell)
    assert loop.cells[2].sign == sign(LoopState.RUNS)
    assert isinstance(story.cells[1], TextCell)
    assert story.cells[1].text == (
        "Because “Return under one EU flag” is not followed, “Europeans act as one” fails."
    )
    assert isinstance(after_it, SignCell)
    assert (after_it.before, after_it.sign) == (sign(Verdict.HOLDS), sign(Verdict.NOT_WORKABLE))


def test_the_switch_of_a_loop_is_a_way_of_looking() -> None:
    page = _page(_state(watch=WatchPart.IGNORED))
    loop = next(row for row in table_of(page, "loops").rows if row.id == "race-home")
    assert isinstance(loop.cells[1], OptionsCell)

    assert loop.cells[1].options[1].action == Look((("ignored", ("one-eu-flag",)),))


def test_a_step_can_be_made_the_scenario() -> None:
    of = _state(watch=WatchPart.IGNORED, ignored=("one-eu-flag",))
    cell = table_of(_page(of), "stories").rows[0].cells[-1]
    assert isinstance(cell, ButtonsCell)
    action = cell.buttons[0].action
    assert isinstance(action, Change)

    assert action.applied(of.case, of.scenario).stance_of["eu-unity"] is Stance.FAILS


def test_a_loop_that_the_source_does_not_plainly_say_is_marked() -> None:
    page = watch(snapshot(state(page=PageName.WATCH, watch=WatchPart.IGNORED)))

    details = {row.id: cast("TextCell", row.cells[0]).detail for row in table_of(page, "loops").rows}

    assert details["drill-spiral"].startswith("Added by an analyst, ¶")
    assert details["race-home"].startswith("Unsaid, but needed, ¶")
    assert "analyst" not in details["bloc-spiral"]


def test_a_case_without_loops_says_so() -> None:
    tiny = state("tiny", page=PageName.WATCH, watch=WatchPart.IGNORED)
    of = tiny if not tiny.case.feedback else state(page=PageName.WATCH, watch=WatchPart.IGNORED)

    assert bool(_page(of).blocks) == bool(of.case.feedback)


def test_a_decision_has_its_reason_and_the_room_does_not_see_it() -> None:
    of = _state(watch=WatchPart.MINUTES)
    of = replace(of, scenario=with_rationale(of.case, of.scenario, "russia-ties", "We think so."))
    page = _page(of)

    entry, voice = table_of(page, "decisions").rows[0].cells[-2:]
    assert isinstance(voice, EntryCell)
    assert voice.action == name_voice("russia-ties")
    assert isinstance(entry, EntryCell)
    assert entry.text == "We think so."
    shown = {column.id for column in table_of(for_room(page), "decisions").columns}
    assert not shown & {"why", "voice"}


def test_a_named_state_can_be_returned_to() -> None:
    of = _state(watch=WatchPart.MINUTES)
    start = baseline_scenario(of.case)
    of = replace(of, workshop=state_named(of.workshop, MOMENT, start, "Before lunch"))
    cell = table_of(_page(of), "states").rows[0].cells[-1]
    assert isinstance(cell, ButtonsCell)
    action = cell.buttons[0].action
    assert isinstance(action, Change)

    assert action.applied(of.case, of.scenario).stances == start.stances


def test_what_moved_since_the_state_that_is_chosen() -> None:
    of = replace(_state(watch=WatchPart.MINUTES), workshop=eventful(case_named()))
    page = _page(of)

    moved = table_of(page, "moved")
    assert moved.heading.startswith("Since “Before lunch”, 4 verdicts changed")
    assert moved.rows[0].id == "draw-from-moscow"


def test_the_log_is_newest_first_and_its_reasons_are_private() -> None:
    of = replace(_state(watch=WatchPart.MINUTES), workshop=eventful(case_named()))
    page = _page(of)

    assert table_of(page, "log").rows[0].id == of.workshop.log[-1].id
    assert "why" not in [column.id for column in table_of(for_room(page), "log").columns]


def test_hidden_verdicts_are_told_on_no_part() -> None:
    for part in WatchPart:
        of = _state(watch=part, ignored=("one-eu-flag",))
        page = _page(replace(of, workshop=prediction_asked(of.workshop, MOMENT, "")))

        cells = [
            c for b in blocks_of(page.blocks) if isinstance(b, Table) for row in b.rows for c in row.cells
        ]
        signs = {cell.sign for cell in cells if isinstance(cell, SignCell)}
        assert not signs & {sign(verdict) for verdict in Verdict}


def test_the_room_has_no_column_in_which_nobody_wrote() -> None:
    of = _state()

    empty = {column.id for column in table_of(for_room(_page(of)), "signposts").columns}
    sourced = {
        column.id
        for column in table_of(for_room(_page(_noted(of, "source", "Reuters"))), "signposts").columns
    }

    assert not empty & {"owner", "date", "source"}
    assert sourced - empty >= {"source"}


def test_an_action_of_the_rooms_own_is_added_to_the_assumption_that_is_chosen() -> None:
    of = _state(watch=WatchPart.ACTIONS)
    blocks = blocks_of(_page(of).blocks)
    menu = next(block for block in blocks if isinstance(block, Choice))
    other = next(option for option in menu.options if not option.chosen)

    chosen = acted(of, other.action, MOMENT)
    fields = next(block for block in blocks_of(_page(chosen).blocks) if isinstance(block, Fields))
    step = fields.fields[0].action
    assert isinstance(step, Step)
    after_it = acted(chosen, replace(step, arguments=(*step.arguments, "Buy boats")), MOMENT)

    (idea,) = after_it.workshop.actions
    assert (idea.text, name_of(of.case.by_id[idea.assumption])) == ("Buy boats", other.text)


def test_of_twenty_thousand_signposts_a_screenful_is_shown_with_what_is_touched_and_picked() -> None:
    case = case_named()
    many = tuple(Signpost(assumption="keeps-arsenal", text=f"Sign {number}") for number in range(20_000))
    owned = replace(many[-1], owner="Anna")
    workshop = replace(state().workshop, signposts=(*many[:-1], owned))
    page = _page(
        replace(_state(watch=WatchPart.SIGNPOSTS, everything=True, picked="russia-ties"), workshop=workshop)
    )
    table = next(b for b in blocks_of(page.blocks) if isinstance(b, Table) and b.id == "signposts")

    names = [row.id.split("/") for row in table.rows]

    posts = len(case.by_id["russia-ties"].observations)  # type: ignore[union-attr]
    assert len(table.rows) == MOST
    assert table.note.startswith(f"{MOST} of 20,")
    assert "signpost/keeps-arsenal/Sign 19999" in [row.id for row in table.rows]
    assert sum(name[1] == "russia-ties" for name in names) == posts
