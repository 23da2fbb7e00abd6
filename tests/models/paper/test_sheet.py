"""The briefing sheet, read back from its PDF."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from models.analyses.bundle import analyse
from models.pages.board_cards import board
from models.paper import sheet
from models.paper.document import Paper
from models.schema.case import Case
from models.schema.scenario import Credence, Note, with_credence
from models.schema.value import as_plain
from models.schema.view import View
from models.store.border import validated
from tests.models.conftest import Take
from tests.models.paper.printed import (
    PAPERS,
    PRINTED,
    character_boxes,
    darkest_and_lightest,
    pages,
    pdf,
    pdf_bytes,
    squeezed,
    text,
    words_of,
)
from tests.models.paper.sheets import ALL_FAIL, MARGIN, everything, sheet_with
from tests.states import snapshot, state


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("stances", [{}, ALL_FAIL, {"A3": "uncertain", "A17": "uncertain"}])
def test_every_assumption_and_recommendation_is_printed_in_full(
    essay: Case, take: Take, paper: Paper, stances: Mapping[str, str]
) -> None:
    printed = text(take(essay, stances), paper)

    for item in (*essay.taking_part(False), *essay.recommendations):
        assert item.code in printed
        assert item.text in printed


def test_what_is_supposed_and_what_then_holds_come_first(essay: Case, take: Take) -> None:
    printed = text(take(essay, {"A3": "fails"}))

    place = printed.index("Suppose Russia ties do not deepen. Then 10 of 11 recommendations hold.")
    assert place < printed.index("What still holds") < printed.index("What is assumed")


def test_the_baseline_supposes_nothing(essay: Case, take: Take) -> None:
    printed = text(take(essay))

    assert "Suppose" not in printed
    assert "All 11 recommendations hold." in printed


def test_the_first_page_says_of_each_recommendation_what_the_board_says(essay: Case, take: Take) -> None:
    snapshot = everything(essay, take)
    first = squeezed(pages(snapshot)[0])

    for card in board(snapshot).cards:
        assert squeezed(f"{card.title} {card.code} {card.sign.word}") in first
        assert squeezed(card.cause) in first


def test_the_first_page_names_what_to_worry_about_and_what_then_falls(essay: Case, take: Take) -> None:
    first = pages(take(essay, {"A3": "fails"}))[0]

    assert "Three assumptions to worry about" in first
    assert "Korea is Europe’s business A20" in first
    assert "Alone it decides 4 recommendations." in first
    assert "Prepare re-engagement and dialogue: not ours to do" in first


def test_an_analysts_objections_are_printed_only_when_they_count(essay: Case, take: Take) -> None:
    left_out, included = (text(take(essay, {"A2": "fails"}, added=added)) for added in (False, True))

    objection = essay.rule_by_id["pressure-is-cheaper"].because
    assert objection not in left_out
    assert f"Objection: {objection}" in included


def test_a_reason_stands_with_its_assumption(essay: Case, take: Take) -> None:
    reasons = ("No budget line yet.", "We went round in circles. " * 12)
    names = (essay.by_code["A4"].id, essay.by_code["A5"].id)
    rationales = tuple(Note(id=name, text=reason) for name, reason in zip(names, reasons, strict=True))

    printed = text(sheet_with(take(essay), rationales=rationales))

    assert "Reason: No budget line yet." in printed
    assert f"Reason: {' '.join(reasons[1].split())}" in printed


def test_a_rating_stands_with_its_assumption_and_only_where_one_was_entered(essay: Case, take: Take) -> None:
    rated = sheet_with(take(essay), credences=(Credence(id=essay.by_code["A17"].id, credence=0.7),))

    assert "Rated 70%: likely." in text(rated)
    assert "Rated" not in text(take(essay))


def test_a_remark_on_coherence_is_printed(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    assert snapshot.remarks[0].text in text(snapshot)


def test_notes_of_twenty_thousand_characters_flow_onto_more_pages(essay: Case, take: Take) -> None:
    note = "The room split along ministries. " * 600

    printed = pages(sheet_with(take(essay), note=f"{note[:19_980]} the very last"))

    assert len(printed) >= 4
    assert any("the very last" in page for page in printed)


def test_a_word_of_twenty_thousand_letters_is_broken_and_complete(essay: Case, take: Take) -> None:
    snapshot = sheet_with(take(essay), notes=(Note(id="limit-arsenal", text="W" * 20_000),))

    assert text(snapshot).count("W") >= 20_000
    assert all(right <= width - MARGIN for width, _, (_, _, right, _) in character_boxes(pdf(snapshot)))


HOSTILE = (
    '#set page(fill: red) #import "@preview/x:1.0.0" *bold* _it_ $x^2$ @ref <label> `raw` // gone /* gone */',
    "<script>alert(1)</script> &amp; {{x}} %s \\ \\n [link](http://x) = Heading",
    "한강 유역 협력, Меморандум об обмене данными, Ελληνικά",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_comes_out_as_text(essay: Case, take: Take, hostile: str) -> None:
    snapshot = sheet_with(
        take(essay),
        title=hostile,
        group=hostile,
        note=hostile,
        rationales=(Note(id="keeps-arsenal", text=hostile),),
    )

    assert squeezed(text(snapshot)).count(squeezed(hostile)) >= 4


@pytest.mark.parametrize(
    ("hostile", "told"),
    [
        ("😀", "[U+1F600]"),
        ("שלום", "[U+05E9 U+05DC U+05D5 U+05DD]"),
        ("nul\x00", "nul[U+0000]"),
        ("\u202eturned", "[U+202E]turned"),
        ("half\ud800", "half[U+D800]"),
        ("x\u0300\u0301\u0302\u0303\u0304", "[U+0303 U+0304]"),
    ],
)
def test_what_no_typeface_has_is_visibly_replaced(essay: Case, take: Take, hostile: str, told: str) -> None:
    snapshot = take(essay)
    scenario = replace(snapshot.scenario, note=hostile, title=hostile)
    analyses = analyse(essay, snapshot.scenario)
    odd = replace(snapshot, scenario=scenario, analyses=analyses)

    printed = " ".join(words_of(pdf_bytes(odd, "a4", PRINTED)))

    assert printed.count(told) >= 2


def test_what_failing_means_and_the_kind_of_every_claim_are_printed(essay: Case, take: Take) -> None:
    printed = text(take(essay))

    assert all(f"If it fails: {item.if_fails}." in printed for item in essay.taking_part(False))
    assert "Pyongyang comes to rely on Moscow F14 Follows unsaid, but needed, ¶8–10, 12" in printed
    assert "First of all; said, ¶5, 12; for the international community" in printed


def test_a_reply_stands_under_its_objection_and_only_while_objections_count(essay: Case, take: Take) -> None:
    left_out, included = (text(take(essay, added=added)) for added in (False, True))

    reply = essay.rule_by_id["acceptance-spreads"].reply
    assert reply and f"Reply: {reply}" in included
    assert reply not in left_out


def test_verdicts_can_be_told_apart_in_grey_by_their_words(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "uncertain", "A1": "fails"})

    words = {card.sign.word for card in board(snapshot).cards}
    assert len(words) >= 4
    for word in words:
        darkest, lightest = darkest_and_lightest(pdf(snapshot), word)
        assert lightest - darkest > 120


def test_a_case_with_one_assumption_and_no_finding_can_be_printed(tiny: Case, take: Take) -> None:
    data = as_plain(tiny)
    rule = {
        "id": "only",
        "if": ["dry-banks"],
        "then": "build",
        "kind": "stated",
        "paragraphs": [1],
        "because": "So.",
    }
    assumption = next(item for item in data["assumptions"] if item["id"] == "dry-banks")
    least = {
        "findings": (),
        "feedback": (),
        "coherence": (),
        "tests": (),
        "background": (),
        "concessions": (),
    }
    bare = validated(Case, {**data, **least, "assumptions": [assumption], "rules": [rule]})

    assert "Banks stay dry A2" in text(take(bare))


def test_the_annex_of_a_vast_case_says_what_it_leaves_out(
    essay: Case, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_PRINTED", 20)
    snapshot = take(essay, {"A9": "fails"})

    annex = " ".join(pages(snapshot, annex=True)[len(pages(snapshot)) :])

    assert "What is not printed here" in annex and "22 assumptions" in annex
    assert "If only this one assumption changed" not in annex


def test_the_annex_leaves_out_what_has_nothing_to_say(essay: Case, take: Take) -> None:
    bare = " ".join(pages(take(essay), annex=True))
    rated = " ".join(
        pages(
            sheet_with(take(essay, {"A3": "fails"}), credences=(Credence(id="russia-ties", credence=0.7),)),
            annex=True,
        )
    )

    for words in ("Vulnerable: rated", "What the answers are for", "Nothing changes:", "makes no difference"):
        assert words not in bare
    assert "Advice that each decides alone, from here" in bare
    assert "Vulnerable: rated" in rated


def test_the_annex_tells_what_follows_if_the_advice_is_ignored_that_the_window_ignores(
    essay: Case, take: Take
) -> None:
    ignoring = replace(take(essay), view=View(ignored=("offer-inducements",)))

    assert "If advice is ignored" in " ".join(pages(ignoring, annex=True))


def test_terms_of_the_method_and_the_planning_horizon_are_told() -> None:
    base = state()
    rated = with_credence(base.case, base.scenario, base.case.assumptions[0].id, 0.7)
    planned = replace(base, scenario=replace(rated, horizon="five years"))

    first, *_ = pages(snapshot(planned))
    whole = text(snapshot(planned))

    assert "Load-bearing" not in first  # nothing on the page is called so
    assert "Planning horizon: five years." in first
    assert "Planning horizon: five years." in whole
    assert "An assumption is vulnerable if" in whole
    assert "Planning horizon" not in text(snapshot(base))
    assert "vulnerable" not in text(snapshot(base))
