"""Whole explanations: what each section says, and that every text reads as a sentence."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from models.engine.snapshot import take_snapshot
from models.language.values import Mark, Provenance, Step, Why
from models.pages.board import cards
from models.pages.why import why
from models.schema.case import Case, Reading
from models.schema.result import Usage
from tests.conftest import Match
from tests.models.conftest import Take
from tests.models.engine.small_cases import Drawn, drawn_settings, rule, setting, small_case

GOLDEN = Path(__file__).parent / "golden"
SPOILT = re.compile(r"  | [,.;:]|[;:,] ?\.|\.\.|; ?;|\bNone\b (?!of)|^[a-z]")


def steps(whole: Why, *titles: str) -> list[Step]:
    """All steps of an explanation (or of some of its sections), in reading order."""
    chosen = (section for section in whole.sections if not titles or section.title in titles)
    return [step for section in chosen for step in _below(section.steps)]


def _below(found: Iterable[Step]) -> Iterator[Step]:
    for step in found:
        yield step
        yield from _below(step.children)


def printed(whole: Why) -> str:
    """An explanation as plain lines, for golden files."""
    lines = [f"{whole.role} {whole.code} {whole.title} ({whole.citation}): {whole.word}", whole.summary]
    for section in whole.sections:
        lines.append(f"{section.title}:")
        lines += [line for step in section.steps for line in _lines(step, 1)]
    return "\n".join(lines)


def _lines(step: Step, depth: int) -> list[str]:
    tags = [tag.value for tag in (step.mark, step.provenance, step.kind) if tag]
    head = f"{'  ' * depth}[{', '.join(tags)}] {step.heading}{f' ({step.citation})' if step.citation else ''}"
    detail = [f"{'  ' * depth}    {step.detail}"] if step.detail else []
    return [head, *detail, *(line for child in step.children for line in _lines(child, depth + 1))]


@pytest.mark.parametrize(
    ("name", "stances", "reading", "added", "aside"),
    [
        ("baseline", {}, Reading.ANY_GROUND, False, ()),
        ("no-funds", {"A1": "fails"}, Reading.ANY_GROUND, False, ()),
        ("floods", {"A2": "fails"}, Reading.EVERY_STRAND, True, ()),
        ("inference-aside", {"A2": "holds"}, Reading.ANY_GROUND, False, ("paid",)),
    ],
)
def test_explanations_of_the_tiny_case_read_as_accepted(
    tiny: Case,
    take: Take,
    match_golden: Match,
    name: str,
    stances: dict[str, str],
    reading: Reading,
    added: bool,
    aside: tuple[str, ...],
) -> None:
    snapshot = take(tiny, stances, reading=reading, added=added, aside=aside)

    told = "\n\n".join(printed(why(snapshot, statement)) for statement in tiny.by_id)

    match_golden(GOLDEN / f"{name}.txt", told + "\n")


def test_every_ground_is_named_by_its_reason_and_counted(essay: Case, take: Take) -> None:
    whole = why(take(essay), "prepare-dialogue")

    grounds = next(section for section in whole.sections if section.title == "Grounds").steps

    assert [step.heading for step in grounds] == [
        item.because for item in essay.rules if item.then == "prepare-dialogue"
    ]
    assert grounds[1].detail == "Ground 2 of 4 applies."


def test_premises_come_as_need_means_and_standing(essay: Case, take: Take) -> None:
    ground = steps(why(take(essay), "draw-from-moscow"), "Grounds")[0]

    assert [step.heading.split()[0] for step in ground.children] == ["Need:", "Means:", "Standing:"]


def test_every_chain_ends_in_what_is_stipulated_or_uncertain(essay: Case, take: Take) -> None:
    tree = steps(why(take(essay), "prepare-dialogue"), "Grounds")

    ends = {
        step.provenance for step in tree if step.statement and not step.children and "See " not in step.detail
    }

    assert ends == {Provenance.STIPULATED, Provenance.UNCERTAIN}


def test_every_step_of_the_argument_cites_its_paragraphs(essay: Case, take: Take) -> None:
    tree = steps(why(take(essay, added=True), "offer-inducements"), "Grounds", "Objections")

    assert all(step.citation.startswith("¶") for step in tree)


def test_a_statement_met_again_is_referred_to_and_not_repeated(essay: Case, take: Take) -> None:
    tree = steps(why(take(essay), "prepare-dialogue"), "Grounds")

    again = [step for step in tree if step.detail == "Stands. See F17 above."]

    assert len(again) == 1
    assert again[0].children == ()
    assert len([step for step in tree if step.rule == "outbid"]) == 1


def test_a_long_chain_is_cut_and_says_so() -> None:
    names = [f"f{number}" for number in range(1, 41)]
    links = [rule(f"p-{b}", **{"if": a}, then=b) for a, b in zip(["a1", *names], names, strict=False)]
    case = small_case(*links, rule("last", need="f40", then="r1"), statements=f"a1 {' '.join(names)} r1")

    tree = steps(why(take_snapshot(case, setting(case)), "r1"), "Grounds")

    assert tree[-1].detail.endswith("Select it to read on.")
    assert len(tree) < 40


def test_objections_that_are_switched_off_are_named_as_such(essay: Case, take: Take) -> None:
    objection = steps(why(take(essay), "offer-inducements"), "Objections")[0]

    assert (objection.mark, objection.provenance, objection.usage) == (
        Mark.OFF,
        Provenance.ADDED,
        Usage.SWITCHED_OFF,
    )
    assert objection.detail == (
        "This added objection is switched off, since the essay does not raise it; "
        "its premise is not met as things stand."
    )


def test_what_is_missing_is_traced_to_the_assumption_at_fault(essay: Case, take: Take) -> None:
    missing = steps(why(take(essay, {"A3": "fails"}), "draw-from-moscow"), "What is missing")

    assert [step.statement for step in missing] == ["moscow-orbit", "russia-ties"]
    assert missing[0].detail == "A3 fails, so F14 is gone."


def test_what_is_missing_names_inferences_set_aside_with_a_way_back(essay: Case, take: Take) -> None:
    missing = steps(why(take(essay, aside=("off-table",)), "accept-reality"), "What is missing")

    assert [(step.rule, step.usage) for step in missing if step.rule] == [("off-table", Usage.SET_ASIDE)]


def test_an_open_recommendation_tells_what_each_way_of_settling_would_do(essay: Case, take: Take) -> None:
    hanging = steps(why(take(essay, {"A3": "uncertain"}), "draw-from-moscow"), "Hangs on")

    assert [step.statement for step in hanging] == ["russia-ties"]
    assert hanging[0].detail == "If it holds, R5 still holds; if it fails, R5 is no longer needed."


def test_a_lost_need_may_be_good_news(essay: Case, take: Take) -> None:
    assert "good news" in why(take(essay, {"A1": "fails"}), "accept-reality").summary


def test_a_need_that_was_another_recommendation_is_not_called_good_news(essay: Case, take: Take) -> None:
    told = why(take(essay, {"A20": "fails"}), "use-reopening").summary

    assert "good news" not in told
    assert "R7: no standing." in told


def test_the_summary_tells_the_indispensable_from_the_replaceable(essay: Case, take: Take) -> None:
    told = why(take(essay), "use-reopening").summary

    assert "A15 and A20 are indispensable; without A1 another line of argument would carry it." in told


def test_the_summary_tells_which_uncertainty_makes_no_difference(essay: Case, take: Take) -> None:
    assert "A12 is uncertain but makes no difference here." in why(take(essay), "draw-from-moscow").summary


def test_an_uncertainty_that_only_moves_a_ground_is_not_said_to_make_no_difference(
    essay: Case, take: Take
) -> None:
    told = why(take(essay, {"A1": "uncertain"}), "prepare-dialogue").summary

    assert "R2 hangs on A1, which is uncertain." in told
    assert "A12 is uncertain but makes no difference here." in told


def test_coherence_remarks_stand_with_what_they_concern(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})

    assert steps(why(snapshot, "russia-ties"), "Worth a remark")[0].detail == "About A3 and A11."
    assert not steps(why(snapshot, "accept-reality"), "Worth a remark")


def test_an_assumption_tells_which_verdicts_would_change_with_it_alone(essay: Case, take: Take) -> None:
    first = next(
        section
        for section in why(take(essay), "russia-ties").sections
        if section.title == "If only this changed"
    ).steps[0]

    assert (first.heading, first.detail) == ("If A3 failed", "4 verdicts would change.")
    assert first.children[0].detail == "Would be: No longer needed. Now: Still holds."


def test_an_assumption_carries_the_authors_doubts(essay: Case, take: Take) -> None:
    whole = why(take(essay), "arms-claim-true")

    assert "which says it with a hedge" in whole.summary
    assert steps(whole, "What the author grants")


def test_shaping_and_hedging_ideas_are_marked_as_the_analysts(essay: Case, take: Take) -> None:
    ideas = steps(why(take(essay), "russia-ties"), "Shaping idea (analyst's)", "Hedging idea (analyst's)")

    assert {step.provenance for step in ideas} == {Provenance.ADDED}


def test_a_statement_that_the_case_does_not_have_is_refused(tiny: Case, take: Take) -> None:
    with pytest.raises(KeyError):
        why(take(tiny), "nothing")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn_settings())
def test_every_text_reads_as_a_sentence(drawn: Drawn) -> None:
    snapshot = take_snapshot(drawn.case, drawn.scenario)
    explanations = [why(snapshot, name) for name in drawn.case.by_id]

    told = [whole.summary for whole in explanations]
    told += [step.detail for whole in explanations for step in steps(whole) if step.detail]
    told += [text for card in cards(snapshot) for text in (card.reason, card.spoken)]

    assert [text for text in told if SPOILT.search(text) or not text.endswith(".")] == []
