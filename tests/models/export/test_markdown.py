"""The minutes as Markdown: what they look like, and that nothing that was written is markup."""

from dataclasses import replace
from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis.strategies import text
from markdown_it import MarkdownIt

from models.analyses.snapshots import take
from models.export.markdown import escaped, minutes_markdown
from models.schema.case import Case
from models.schema.log import log_of
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import State
from models.schema.steps.workshop_steps import renamed_group
from models.schema.workshop import Entry, Workshop
from tests.minuted import eventful, plenary
from tests.workshops import MOMENT

NASTY = "- # <b>x</b> | `a` [l](http://e.org) ![i](j) **s** _u_ ~~d~~ &amp; www.e.org 1. $x$ \\ a@b.org"
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def written(case: Case, workshop: Workshop, scenario: Scenario | None = None) -> str:
    return minutes_markdown(take(State(case=case, scenario=scenario or plenary(case), workshop=workshop)))


def headings(markdown: str) -> list[str]:
    return [line.removeprefix("## ") for line in markdown.splitlines() if line.startswith("## ")]


def test_the_parts_stand_in_the_order_in_which_they_are_read(essay: Case) -> None:
    assert headings(written(essay, eventful(essay))) == [
        "What was decided",
        "What the room takes otherwise than the essay, and what that moves",
        "Since “Before lunch”, 4 verdicts changed, 2 assumptions changed and 1 signpost was seen",
        "Round 1",
        "To talk about after Round 1",
        "Round 2",
        "To talk about after Round 2",
        "Prediction: Suppose Pyongyang would give up its arsenal and “Russia ties deepen” is uncertain. "
        "If the first assumption fails, what holds?",
        "Named states",
        "Log",
        "Signposts and actions: who watches, who acts",
    ]


def test_empty_parts_are_left_out(essay: Case) -> None:
    scenario = baseline_scenario(essay)

    told = written(essay, Workshop(case=scenario.case), scenario)

    assert headings(told) == [
        "What was decided",
        "What the room takes otherwise than the essay, and what that moves",
    ]
    assert "A workshop without a title" in told


def test_a_line_of_the_log_says_what_what_moved_and_why(essay: Case) -> None:
    told = written(essay, eventful(essay))

    line = next(line for line in told.splitlines() if "| A1: Arsenal is kept → fails |" in line)
    assert line.startswith("| 09:30 | A1: Arsenal is kept → fails | “Accept the DPRK will not disarm”")
    assert "| Table 1 has seen figures that nobody else had. |" in line


def test_groups_stand_side_by_side(essay: Case) -> None:
    told = written(essay, eventful(essay))

    assert "| Assumption | Holds | Uncertain | Fails | Split |" in told
    assert "| UN Council is deadlocked A2 | Table 1, Table 2 | Table 3 |  | Table 4 (3·0·3) |" in told
    assert "| Arsenal is kept A1 | Table 1, Table 2, Table 4 (5·1·1) | Table 3 |  |" in told


def test_what_people_wrote_is_read_as_they_wrote_it(essay: Case) -> None:
    workshop = renamed_group(eventful(essay), "table-1", NASTY)
    log = (*workshop.log, Entry(id="x", at=MOMENT, what=NASTY, why=NASTY, said_by=NASTY, moved=NASTY))

    html = RENDERER.render(written(essay, replace(workshop, log=log_of(log))))

    plain = unescape(sub(r"</?(h\d|p|ul|li|strong|table|thead|tbody|tr|t[hd])[^>]*>", "", html))
    assert "<a" not in html
    assert "<img" not in html
    assert plain.count(NASTY) >= 6


def test_a_title_cannot_break_out_of_its_line(essay: Case) -> None:
    scenario = replace(plenary(essay), title="Winter\n\n# Owned\u202e")

    told = written(essay, eventful(essay), scenario)

    assert "**Winter \\# Owned\\[U+202E\\]**" in told


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("Set A3 to fails", "Set A3 to fails"),
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        ("http://e.org", "http\\://e.org"),
        ("www.e.org", "www\\.e.org"),
        ("a\x1bb\u202ec\u200bd", "a␛b\\[U+202E\\]c d"),
    ],
)
def test_only_what_would_be_markup_is_escaped(typed: str, safe: str) -> None:
    assert escaped(typed) == safe


@given(text(max_size=60))
def test_any_text_is_one_plain_paragraph(typed: str) -> None:
    told = escaped(typed)

    assert "\n" not in told
    html = RENDERER.render(told)
    assert html == "" or (html.startswith("<p>") and html.count("<") == 2 + html.count("<br"))
