"""What Argdown argues is what the case argues, and what is left out is told with its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.engine.evaluate import evaluate
from models.export.argdown import argdown
from models.schema.grades import Stance
from models.schema.result import Status
from models.schema.scenario import baseline_scenario, with_stances
from models.store.cases import load_embedded
from tests.models.importing.texts import ARGDOWN, brought, case_of, rules_of, statuses, told


def test_premises_and_relations_of_argdown_become_arguments_and_objections(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "bridge.argdown", ARGDOWN))

    assert (case.title, case.source.author, case.source.year) == (
        "Should the town build a bridge?",
        "A. Author",
        2021,
    )
    assert [item.text for item in case.recommendations] == ["The town should build the bridge."]
    assert ("('funds', 'dry')", "build-it") in rules_of(case)
    assert ("('against',)", "against build-it") in rules_of(case)
    assert case.rule_by_id["worth-it"].because == "Voted money builds it."


def test_a_contradiction_is_a_denial(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "bridge.argdown", ARGDOWN))

    assert "wet" not in case.by_id
    assert ("('not dry',)", "against") in rules_of(case)


def test_the_words_of_a_denial_are_told_as_left_out(tmp_path: Path) -> None:
    text = (
        "[Go]: Go.\n  + [Rich]: We can pay.\n    >< [Poor]: We are poor.\n    >< [Broke]: Nothing is left.\n"
    )

    found = told(brought(tmp_path, "go.argdown", text))

    assert "“We are poor.”" in found
    assert "“Nothing is left.”" in found


def test_the_words_that_an_export_puts_before_a_denial_are_no_loss(tmp_path: Path) -> None:
    text = "[Go]: Go.\n  + [Rich]: We can pay.\n    >< [Not rich]: It is not so: We can pay.\n"

    assert "It is not so" not in told(brought(tmp_path, "go.argdown", text))


def test_what_is_only_attacked_follows_from_an_assumption_that_it_holds_by_itself(tmp_path: Path) -> None:
    found = brought(tmp_path, "bridge.argdown", ARGDOWN)
    case = case_of(found)

    def build(dam: Stance) -> Status:
        scenario = with_stances(baseline_scenario(case), {"floods-by-itself": Stance.HOLDS, "dam": dam})
        return evaluate(case, replace(scenario, added=True)).status_of["build-it"]

    assert (build(Stance.FAILS), build(Stance.HOLDS)) == (Status.REJECTED, Status.ACCEPTED)
    assert "What is only objected to is a finding" in told(found)


@pytest.mark.parametrize("depth", range(1, 7))
def test_a_reply_to_a_reply_restores_what_the_reply_took_away(depth: int, tmp_path: Path) -> None:
    chain = "".join(
        f"{'  ' * (n + 1)}- <C{n}>: Speaks against what stands above, {n}.\n" for n in range(depth)
    )
    case = case_of(brought(tmp_path, "chain.argdown", f"[Go]: Go.\n  + <Yes>: It is time.\n{chain}"))

    status = evaluate(case, baseline_scenario(case)).status_of["go"]

    assert status is (Status.REJECTED if depth % 2 else Status.ACCEPTED)


def test_what_argdown_says_and_a_case_cannot_is_told_with_its_line(tmp_path: Path) -> None:
    remarks = told(brought(tmp_path, "bridge.argdown", ARGDOWN))

    assert "bridge.argdown:12: remark: Data in braces were left out (“{id: 1}”)." in remarks
    assert ":33: remark: Comments were left out (" in remarks
    assert ":31: remark: Text that is no part of the argument was left out (“Between" in remarks
    assert "Tags were left out (“#river”)." in remarks
    assert "What is part of no argument stands as background (“Alone”" in remarks


@pytest.mark.parametrize("name", ["tiny", "dprk-lessons", "night-ferry", "sunday-library"])
def test_argdown_that_was_written_here_argues_the_same_when_it_is_read(name: str, tmp_path: Path) -> None:
    case = load_embedded(name)
    again = case_of(brought(tmp_path, "case.argdown", argdown(case)))
    known = {(item.code, item.title): item.id for item in again.by_id.values()}
    ids = {item.id: known[item.code, item.title] for item in case.by_id.values()}

    for failing in case.assumptions:
        stances = {item.id: Stance.FAILS if item is failing else Stance.HOLDS for item in case.assumptions}
        here = evaluate(case, with_stances(baseline_scenario(case), stances)).status_of
        there = evaluate(
            again, with_stances(baseline_scenario(again), {ids[k]: v for k, v in stances.items()})
        )
        assert {item.id: here[item.id] for item in case.recommendations} == {
            item.id: there.status_of[ids[item.id]] for item in case.recommendations
        }


def test_codes_that_are_no_codes_of_the_file_stay_in_its_names(tmp_path: Path) -> None:
    text = (
        "[F16 flies]: It flies.\n\n[Go]: Go.\n  + <Yes>: So.\n\n<Yes>\n\n(1) [F16 flies]\n-----\n(2) [Go]\n"
    )

    case = case_of(brought(tmp_path, "plane.argdown", text))

    assert [(one.code, one.title) for one in case.assumptions] == [("A1", "F16 flies")]
    assert case.models == ()


def test_statements_with_codes_stand_in_their_order(tmp_path: Path) -> None:
    text = "".join(f"[R{n} Do {n}]: Do it, {n}.\n  + <A{n} So {n}>: It is so, {n}.\n\n" for n in (11, 7, 2))

    case = case_of(brought(tmp_path, "codes.argdown", text))

    assert [one.code for one in case.recommendations] == ["R2", "R7", "R11"]
    assert [one.code for one in case.assumptions] == ["A2", "A7", "A11"]


def test_statements_without_codes_stay_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "".join(f"[Do {n}]: Do it, {n}.\n  + <So {n}>: It is so, {n}.\n\n" for n in (11, 7, 2))

    case = case_of(brought(tmp_path, "codes.argdown", text))

    assert [one.title for one in case.recommendations] == ["Do 11", "Do 7", "Do 2"]


def test_a_conclusion_of_argdown_rests_on_the_premises_that_it_uses(tmp_path: Path) -> None:
    text = """
<A>

(1) [P]: Beams corrode
(2) [Q]: Nobody paints
----
(3) [C]: It is in danger
--
{uses: [1, 9]}
--
(4) [Close]: Close it
"""
    found = brought(tmp_path, "bridge.argdown", text)

    assert statuses(case_of(found), {"Nobody paints": Stance.FAILS})["Close it"] is Status.ACCEPTED
    assert statuses(case_of(found), {"Beams corrode": Stance.FAILS})["Close it"] is Status.REJECTED
    assert "Uses of premises that do not stand above were left out (“(9)”)." in told(found)


def test_a_comment_between_relations_does_not_part_them(tmp_path: Path) -> None:
    text = "[Go]: Go.\n  + [Yes]: Yes.\n  /* why\n  not */\n  // either\n  - [No]: No.\n"

    assert ("('no',)", "against go") in rules_of(case_of(brought(tmp_path, "go.argdown", text)))


LOOPED = "[One]: One.\n  + [Two]: Two.\n     + [One]\n\n[Three]\n  + [Two]\n"


def test_a_step_that_closes_a_loop_is_left_out_and_told(tmp_path: Path) -> None:
    found = brought(tmp_path, "loop.argdown", LOOPED)

    assert case_of(found).recommendations
    assert "Steps that close a loop were left out" in told(found)


def test_what_a_loop_leaves_without_an_argument_is_not_objected_to(tmp_path: Path) -> None:
    text = "[A]: A.\n  + [B]: B.\n\n[B]\n  + [B]\n  + [A]\n  - [C]: C.\n\n[D]: D.\n  + [C]\n"

    assert brought(tmp_path, "loop.argdown", text).whole


def test_what_argdown_does_not_say_is_told_with_how_much_of_it_was_put_in(tmp_path: Path) -> None:
    case = load_embedded("dprk-lessons")

    remarks = told(brought(tmp_path, "case.argdown", argdown(case) + "// one\n"))

    assert (
        f"something was put in for the language, those whom advice is for and {len(case.assumptions)} stances"
        in remarks
    )
    assert remarks.count("Comments were left out (") == 3 and "“Left out: 33 stances" in remarks


def test_each_thing_that_is_left_out_of_argdown_is_told_at_its_line(tmp_path: Path) -> None:
    text = """===
title: Bridges
date: 2020-05-03
subTitle: And rivers
===

## Nothing here

## River {color: red}

[A]: The river is [deep](http://x.example). {source: {page: 3}} #wet
  + <B>: It was measured {by: me} twice.

(1) [A]
-- Modus ponens {uses: [1]} --
(2) [E]: Build a bridge. #wet
"""

    found = brought(tmp_path, "bridge.argdown", text)

    remarks = told(found)
    for line, name in (
        (3, "date"),
        (4, "subTitle"),
        (7, "Nothing here"),
        (9, "{color: red}"),
        (11, "{source: {page: 3}}"),
        (11, "http://x.example"),
        (11, "#wet"),
        (12, "{by: me}"),
        (15, "Modus ponens"),
        (16, "#wet"),
    ):
        wanted = (f"bridge.argdown:{line}: ", f"(“{name}”)")
        assert any(all(part in one for part in wanted) for one in remarks.splitlines()), name
    texts = {item.text for item in (*case_of(found).findings, *case_of(found).assumptions)}
    assert {"The river is deep.", "It was measured twice."} <= texts


def test_a_head_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    text = "===\ntitle: [Bridges\n===\n\n[A]: A.\n  + [B]: B.\n"

    assert "The head could not be read, and was left out" in told(brought(tmp_path, "a.argdown", text))
