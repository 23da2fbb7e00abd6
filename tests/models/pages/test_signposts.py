"""The signposts page in words: what is listed, in which order, and what it proposes."""

from datetime import date
from typing import Any

from models.engine.snapshot import take_snapshot
from models.pages.signposts import (
    Filter,
    Watched,
    is_known,
    owner_names,
    room_filter,
    signposts_page,
    signposts_table,
    watched,
)
from models.schema.case import Case, Stance
from models.schema.scenario import baseline_scenario
from models.schema.signpost_steps import added, noted, plain_signpost
from models.schema.workshop import Action, ActionKind, WatchState, Workshop, fresh_workshop
from tests.analysed import analysed
from tests.workshops import MOMENT

TRIPPED, SIGNS = {"state": WatchState.TRIPPED}, {"state": WatchState.SOME_SIGNS}


def fresh(case: Case) -> Workshop:
    return fresh_workshop(baseline_scenario(case).case)


def seen(case: Case, code: str, *changes: dict[str, Any]) -> Workshop:
    """So many of an assumption's signposts, each with something noted of it."""
    workshop, item = fresh(case), next(item for item in case.assumptions if item.code == code)
    for text, change in zip(item.signposts, changes, strict=False):
        workshop = noted(workshop, MOMENT, plain_signpost(item.id, text), change, own=False)
    return workshop


def of(case: Case, workshop: Workshop, code: str, **stances: str) -> Watched:
    snapshot = analysed(case, stances)[0]
    return next(item for item in watched(snapshot, workshop) if item.code == code)


def test_what_bears_most_from_here_comes_first(essay: Case) -> None:
    page = signposts_page(analysed(essay)[0], fresh(essay), Filter.ALL)

    loads = [item.load or 0 for item in page.watched]
    assert page.watched[0].code == "A20"
    assert page.watched[0].load_text == "7 verdicts hang on it"
    assert loads == sorted(loads, reverse=True)


def test_the_case_gives_the_order_until_the_load_is_known(essay: Case) -> None:
    page = signposts_page(take_snapshot(essay, baseline_scenario(essay)), fresh(essay), Filter.LOAD)

    assert [item.id for item in page.watched] == [item.id for item in essay.assumptions]
    assert "being worked out" in page.line


def test_only_what_bears_is_listed_at_first(essay: Case) -> None:
    page = signposts_page(analysed(essay)[0], fresh(essay), Filter.LOAD)

    assert 0 < len(page.watched) < len(essay.assumptions)
    assert all(item.load for item in page.watched)


def test_the_cases_signposts_and_ideas_are_there_untouched(essay: Case) -> None:
    item = essay.assumptions[2]

    found = of(essay, fresh(essay), item.code)

    assert [line.signpost.text for line in found.signposts] == list(item.signposts)
    assert [line.action.text for line in found.actions] == [*item.shaping, *item.hedging]
    assert not any(line.own for line in found.signposts)


def test_the_rooms_own_stand_after_the_cases(essay: Case) -> None:
    own = Action(assumption=essay.assumptions[2].id, kind=ActionKind.SHAPING, text="Send a choir")

    found = of(essay, added(fresh(essay), MOMENT, own), "A3")

    assert [(line.action.text, line.own) for line in found.actions if line.action.kind is ActionKind.SHAPING][
        -1
    ] == ("Send a choir", True)
    assert found.actions[1].known == "the room’s own"


def test_a_signpost_that_is_seen_asks_the_room_and_offers_both_other_stances(essay: Case) -> None:
    found = of(essay, seen(essay, "A3", TRIPPED), "A3")

    assert found.seen == (
        "1 signpost of A3 tripped. Does that speak for A3 or against it? The case does not say; the room decides."
    )
    assert [offer.text for offer in found.offers] == ["Set A3 to uncertain", "Set A3 to fails"]


def test_what_the_room_has_set_already_is_not_offered_again(essay: Case) -> None:
    found = of(essay, seen(essay, "A3", SIGNS), "A3", A3="fails")

    assert found.seen.startswith("There are some signs of 1 signpost of A3.")
    assert [offer.stance for offer in found.offers] == [Stance.UNCERTAIN, Stance.HOLDS]


def test_nothing_is_offered_while_nothing_is_seen(essay: Case) -> None:
    found = of(essay, seen(essay, "A3", {"owner": "Asia desk"}), "A3")

    assert (found.seen, found.offers) == ("", ())


def test_the_title_counts_what_was_seen_and_names_where_to_look(essay: Case) -> None:
    snapshot = analysed(essay)[0]

    assert signposts_page(snapshot, fresh(essay), Filter.ALL).title == "No signpost has been seen yet"
    assert signposts_page(snapshot, seen(essay, "A3", TRIPPED, SIGNS), Filter.ALL).title == (
        "1 signpost tripped and some signs of 1 more: look at A3"
    )


def test_the_filters_let_through_what_was_seen_and_what_is_watched(essay: Case) -> None:
    workshop = seen(essay, "A3", {"owner": "Asia desk"})
    snapshot = analysed(essay)[0]

    assert [item.code for item in signposts_page(snapshot, workshop, Filter.OWNED).watched] == ["A3"]
    empty = signposts_page(snapshot, workshop, Filter.SEEN)
    assert empty.watched == ()
    assert empty.nothing.startswith("Nothing has been seen yet.")


def test_the_room_looks_at_what_was_seen_else_at_what_is_watched_else_at_what_bears(essay: Case) -> None:
    snapshot = analysed(essay)[0]
    workshops = (seen(essay, "A3", TRIPPED), seen(essay, "A3", {"owner": "Asia desk"}), fresh(essay))

    assert [room_filter(snapshot, workshop) for workshop in workshops] == [
        Filter.SEEN,
        Filter.OWNED,
        Filter.LOAD,
    ]


def test_what_is_known_of_a_signpost_is_told_in_one_line(essay: Case) -> None:
    known = {**TRIPPED, "owner": " Asia desk", "on": date(2027, 3, 1), "source": "Radio"}

    line = of(essay, seen(essay, "A3", known), "A3").signposts[0]

    assert line.known == "seen on 1 March 2027; watched by Asia desk; source: Radio"
    assert line.spoken.endswith(
        "takes place: Tripped, seen on 1 March 2027; watched by Asia desk; source: Radio."
    )


def test_the_date_of_what_is_not_seen_is_when_to_look(essay: Case) -> None:
    line = of(essay, seen(essay, "A3", {"on": date(2027, 3, 1)}), "A3").signposts[0]

    assert (line.hint, line.known) == ("look by", "look by 1 March 2027")


def test_owners_are_suggested_before_groups(essay: Case) -> None:
    workshop = seen(essay, "A3", {"owner": "Asia desk"}, {"owner": "Treasury"}, {"owner": "Asia desk"})

    assert owner_names(workshop) == ("Asia desk", "Treasury")


def test_a_text_of_the_case_or_of_the_room_is_known(essay: Case) -> None:
    item = essay.assumptions[2]
    own = plain_signpost(item.id, "A choir tours")

    assert is_known(essay, fresh(essay), plain_signpost(item.id, item.signposts[0]))
    assert not is_known(essay, fresh(essay), own)
    assert is_known(essay, added(fresh(essay), MOMENT, own), own)


def test_the_table_has_a_line_for_every_signpost_and_idea(essay: Case) -> None:
    table = signposts_table(
        analysed(essay)[0], seen(essay, "A3", {**TRIPPED, "owner": "Asia\tdesk"}), Filter.SEEN
    )

    lines = table.splitlines()
    assert len(lines) == 1 + 3 + 2
    assert lines[1].endswith("takes place\tTripped\tAsia desk\t2026-11-23")
