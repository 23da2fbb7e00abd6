"""The minutes on paper, read back from their PDF."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from models.analyses.snapshots import take
from models.paper.document import Paper
from models.paper.pack.wish import Wish
from models.paper.prints import MINUTES
from models.paper.sheet import A_PAGE
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.log import log_of
from models.schema.scenario import baseline_scenario, with_stances
from models.schema.snapshot import Snapshot, State
from models.schema.steps.group_steps import with_group
from models.schema.steps.workshop_steps import renamed_group
from models.schema.workshop import Entry, Origin, Signpost, Workshop
from tests.minuted import eventful, hidden, plenary
from tests.models.paper.printed import (
    PAPERS,
    PRINTED,
    character_boxes,
    lines_of,
    minutes_pdf,
    squeezed,
    words_end,
    words_of,
)
from tests.workshops import MOMENT, four_tables

MARGIN = 14 / 25.4 * 72


def taken(case: Case, workshop: Workshop) -> Snapshot:
    return take(State(case=case, scenario=plenary(case), workshop=workshop))


@lru_cache(maxsize=16)
def pdf(case: Case, workshop: Workshop, paper: Paper = "a4") -> bytes:
    return minutes_pdf(taken(case, workshop), paper)


def pages(case: Case, workshop: Workshop, paper: Paper = "a4") -> tuple[str, ...]:
    return words_of(pdf(case, workshop, paper))


def printed(case: Case, workshop: Workshop) -> str:
    return " ".join(pages(case, workshop))


def crowded(case: Case) -> Workshop:
    """Twelve groups with long names that differ on much."""
    workshop = Workshop(case=baseline_scenario(case).case)
    for place in range(12):
        taken = {item.id: Stance.FAILS for item in case.assumptions[place : place + 5]}
        scenario = with_stances(baseline_scenario(case), taken)
        workshop = with_group(workshop, f"Ministry of the Interior, part {place}", scenario, Origin.FILE)
    return workshop


def test_the_parts_are_printed_in_the_order_in_which_they_are_read(essay: Case) -> None:
    told = printed(essay, eventful(essay))

    parts = (
        "What was decided",
        "What the room takes otherwise",
        "8 of 11 hold",
        "Since “Before lunch”",
        "Round 1",
        "To talk about after Round 1",
        "Park these",
        "Round 2",
        "To talk about after Round 2",
        "Prediction: Suppose",
        "If the first assumption fails",
        "Named states",
        "Log",
        "Signposts and actions: who watches, who acts",
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


def test_a_title_of_two_lines_forges_no_line_of_ours(essay: Case) -> None:
    forged = replace(plenary(essay), title="Workshop\nAll 11 recommendations hold.", horizon="two\u2028years")
    told = take(State(case=essay, scenario=forged, workshop=eventful(essay)))

    first = words_of(minutes_pdf(told, "a4"))[0]

    assert "Workshop ⏎ All 11 recommendations hold." in first
    assert "two ⏎ years" in first


def test_a_reason_or_a_name_of_two_lines_forges_no_line_of_ours(essay: Case) -> None:
    workshop = renamed_group(eventful(essay), "table-1", "T\nR2 forged")
    line = Entry(id="x", at=MOMENT, what="A1 set", moved="", why="Figures\nR3 forged")

    told = printed(essay, replace(workshop, log=log_of((*workshop.log, line))))

    assert "T ⏎ R2 forged" in told
    assert "Figures ⏎ R3 forged" in told


def test_many_owners_find_what_is_theirs_on_a_page_of_its_own(essay: Case) -> None:
    posts = tuple(
        Signpost(assumption=item.id, text=one.text, owner="Asia desk")
        for item in essay.assumptions[:6]
        for one in item.observations
    )
    last = pages(essay, replace(eventful(essay), signposts=posts))[-1]

    assert len(posts) >= A_PAGE
    assert "Signposts and actions: who watches, who acts For everybody who is named here" in last
    assert "Asia desk" in last
    assert "The two governments quarrel in public" in last
    assert "A1: Arsenal is kept → fails" not in last


def test_a_single_owner_has_no_page_that_stays_empty(essay: Case) -> None:
    post = Signpost(assumption="russia-ties", text="A quarrel", owner="Ana")
    told = pages(essay, replace(four_tables(essay), signposts=(post,)))

    (found,) = (page for page in told if "Signposts and actions: who watches, who acts" in page)
    assert "Round 2" in found


def test_no_name_of_an_assumption_is_parted(essay: Case) -> None:
    lines = [line for page in lines_of(pdf(essay, eventful(essay))) for line in page]

    assert any(line.startswith("UN Council is deadlocked A2 Table") for line in lines)


def test_minutes_of_two_rounds_fill_their_last_page(essay: Case) -> None:
    ends = words_end(pdf(essay, four_tables(essay)))

    assert len(ends) == 2
    assert ends[-1] > 0.6


@pytest.mark.parametrize("paper", PAPERS)
def test_a_long_log_is_printed_whole(essay: Case, paper: Paper) -> None:
    workshop = eventful(essay, 60)
    told = pages(essay, workshop, paper)

    assert all(squeezed(entry.what) in squeezed(" ".join(told)) for entry in workshop.log)


def test_minutes_of_nothing_are_one_page_without_empty_parts(essay: Case) -> None:
    told = pages(essay, Workshop(case=baseline_scenario(essay).case))

    assert len(told) == 1
    for part in ("Round 1", "Prediction", "Log", "Named states", "Signposts"):
        assert part not in told[0]


def test_no_verdict_is_printed_while_a_prediction_is_asked(essay: Case) -> None:
    told = printed(essay, hidden(eventful(essay), MOMENT))

    assert "Verdicts are hidden until the prediction is revealed." in told
    assert "no longer needed" not in told


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_printed_outside_the_margins(essay: Case, paper: Paper) -> None:
    boxes = list(character_boxes(pdf(essay, crowded(essay), paper)))

    assert len(boxes) > 3000
    assert all(left >= MARGIN and right <= width - MARGIN for width, _, (left, _, right, _) in boxes)


def test_twelve_groups_are_printed_with_their_whole_names(essay: Case) -> None:
    told = squeezed(printed(essay, crowded(essay)))

    assert all(squeezed(f"Ministry of the Interior, part {place}") in told for place in range(12))


def test_no_page_is_left_half_empty_by_a_table_of_long_sentences(essay: Case) -> None:
    *whole, _ = pages(essay, crowded(essay))

    assert min(map(len, whole)) > max(map(len, whole)) / 2


def test_a_reason_of_twenty_thousand_characters_flows_onto_more_pages(essay: Case) -> None:
    long = Entry(
        id="long", at=MOMENT, who="The room", what="Set A3 to fails", why=f"{'so ' * 6650} the very last"
    )
    workshop = replace(eventful(essay), log=log_of((long,)))

    assert squeezed("the very last") in squeezed(printed(essay, workshop))


def test_what_people_wrote_is_never_markup(essay: Case) -> None:
    nasty = "#pagebreak() *bold* $x$ <b> @ref \\ 😀"
    entry = Entry(id="x", at=MOMENT, said_by=nasty, what=nasty, why=nasty)

    told = squeezed(printed(essay, replace(eventful(essay), log=log_of((entry,)))))

    assert told.count(squeezed("#pagebreak() *bold* $x$ <b> @ref \\ [U+1F600]")) >= 3


def test_the_pdf_is_tagged_and_says_its_title_and_language(essay: Case) -> None:
    reader: Any = PdfReader(BytesIO(pdf(essay, eventful(essay))))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title.startswith("Minutes: What the DPRK learns")


def test_every_page_is_numbered_and_dated(essay: Case) -> None:
    told = pages(essay, eventful(essay))

    assert all(
        f"Page {number} of {len(told)}" in page and "Printed 23 November 2026" in page
        for number, page in enumerate(told, 1)
    )


def test_the_same_minutes_are_the_same_bytes(essay: Case) -> None:
    assert minutes_pdf(taken(essay, eventful(essay))) == pdf(essay, eventful(essay))


def test_the_pictures_are_the_same_pages(essay: Case) -> None:
    images = MINUTES.pages(Wish(taken(essay, eventful(essay)), "a4", PRINTED), 40)

    assert len(images) == len(pages(essay, eventful(essay)))
    assert all(image.startswith(b"\x89PNG") for image in images)
