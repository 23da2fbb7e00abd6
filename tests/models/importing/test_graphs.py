"""Argdown, Carneades and AIF: what they argue is what the case argues, and what is left out is told."""

import json
import re
from pathlib import Path

import pytest

from models.engine.evaluate import evaluate
from models.export.argdown import argdown
from models.importing.imported import Imported
from models.language.messages import speaking, wrong
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.result import Status
from models.schema.scenario import baseline_scenario, revised, with_stances
from models.store.cases import load_embedded
from tests.models.importing.texts import AIF, ARGDOWN, CARNEADES, brought, case_of, told

LEFT = """
/* a remark */
<Floods> #tag {a: 1}

Loose words.
"""


def _status(case: Case, stances: dict[str, Stance], *, added: bool = False) -> dict[str, Status]:
    ids = {item.text: item.id for item in case.by_id.values()}
    scenario = with_stances(baseline_scenario(case), {ids[text]: stance for text, stance in stances.items()})
    status = evaluate(case, revised(scenario, added=added)).status_of
    return {item.text: status[item.id] for item in case.by_id.values()}


def _rules(case: Case) -> set[tuple[str, str]]:
    return {(str(rule.if_), rule.then or f"against {rule.opposes}") for rule in case.rules}


def test_premises_and_relations_of_argdown_become_arguments_and_objections(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "bridge.argdown", ARGDOWN))

    assert (case.title, case.source.author, case.source.year) == (
        "Should the town build a bridge?",
        "A. Author",
        2021,
    )
    assert [item.text for item in case.recommendations] == ["The town should build the bridge."]
    assert ("('funds', 'dry')", "build-it") in _rules(case)
    assert ("('against',)", "against build-it") in _rules(case)
    assert case.rule_by_id["worth-it"].because == "Voted money builds it."


def test_a_contradiction_is_a_denial(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "bridge.argdown", ARGDOWN))

    assert "wet" not in case.by_id
    assert ("('not dry',)", "against") in _rules(case)


def test_what_is_only_attacked_follows_from_an_assumption_that_it_holds_by_itself(tmp_path: Path) -> None:
    found = brought(tmp_path, "bridge.argdown", ARGDOWN)
    case = case_of(found)

    def build(dam: Stance) -> Status:
        scenario = with_stances(baseline_scenario(case), {"floods-by-itself": Stance.HOLDS, "dam": dam})
        return evaluate(case, revised(scenario, added=True)).status_of["build-it"]

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


def test_an_issue_of_carneades_is_won_by_the_weightier_argument(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "gate.yml", CARNEADES))
    field, flood, gauge = "The field is dry.", "A flood is coming.", "The gauge is wrong."
    opened, closed = "The gate should be opened.", "The gate should stay closed."

    assert [item.text for item in case.recommendations] == [opened, closed]
    found = _status(case, {})
    assert (found[opened], found[closed]) == (Status.REJECTED, Status.ACCEPTED)
    found = _status(case, {flood: Stance.FAILS})
    assert (found[opened], found[closed]) == (Status.ACCEPTED, Status.REJECTED)
    found = _status(case, {gauge: Stance.HOLDS, field: Stance.HOLDS})
    assert (found[opened], found[closed]) == (Status.ACCEPTED, Status.REJECTED)


def test_what_carneades_assumes_holds_and_what_it_does_not_fails(tmp_path: Path) -> None:
    case = case_of(brought(tmp_path, "gate.yml", CARNEADES))

    taken = {item.text: item.baseline for item in case.assumptions}
    assert taken["A flood is coming."] is Stance.HOLDS
    assert taken["The gauge is wrong."] is Stance.FAILS


def test_what_is_left_out_of_carneades_is_told(tmp_path: Path) -> None:
    remarks = told(brought(tmp_path, "gate.yml", CARNEADES))

    assert "Names of argument schemes were left out, with the weights that they give (“expert”)." in remarks
    assert "gate.yml:14: remark: Tests were left out" in remarks


def test_what_else_carneades_says_is_told_and_an_exception_takes_its_argument_away(tmp_path: Path) -> None:
    text = """
meta: {title: Jogging, notes: It matters}
statements: {a: {text: It is healthy, metadata: {by: me}}, c: One should jog, z: It is icy}
arguments:
  a1: {premises: {minor: a, exception: z}, conclusion: c, undercutter: ghost, parameters: [x], note: lost}
issues: {i1: {positions: [c, spectre]}}
assumptions: [a, phantom]
"""
    found = brought(tmp_path, "jog.yml", text)

    remarks = told(found)
    for name in (
        "notes",
        "a: metadata",
        "minor",
        "ghost",
        "a1: parameters",
        "a1: note",
        "spectre",
        "phantom",
    ):
        assert name in remarks
    assert _status(case_of(found), {"It is icy": Stance.HOLDS})["One should jog"] is not Status.ACCEPTED
    assert _status(case_of(found), {"It is icy": Stance.FAILS})["One should jog"] is Status.ACCEPTED


def test_what_else_aif_says_is_told_with_its_number(tmp_path: Path) -> None:
    nodes = [{"nodeID": name, "text": f"Claim {name}", "type": "I"} for name in "124"]
    nodes.append({"nodeID": "3", "text": "", "type": "RA"})
    ends = (("1", "3"), ("3", "2"), ("4", "2"), ("77", "3"))
    data = {
        "nodes": nodes,
        "edges": [{"fromID": one, "toID": other} for one, other in ends],
        "locutions": [{"nodeID": "1"}, {"nodeID": "2"}],
        "participants": [{"firstname": "Ann"}],
    }

    remarks = told(brought(tmp_path, "graph.json", json.dumps(data)))

    assert "What was said in the dialogue, and by whom, was left out: 2." in remarks
    assert "Who took part in the dialogue was left out." in remarks
    assert "(“77 → 3”)" in remarks
    assert "(“Claim 4 → Claim 2”)" in remarks


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

    assert _status(case_of(found), {"Nobody paints": Stance.FAILS})["Close it"] is Status.ACCEPTED
    assert _status(case_of(found), {"Beams corrode": Stance.FAILS})["Close it"] is Status.REJECTED
    assert "Uses of premises that do not stand above were left out (“(9)”)." in told(found)


def test_inferences_and_conflicts_of_aif_become_arguments_and_objections(tmp_path: Path) -> None:
    found = brought(tmp_path, "map.json", AIF)
    case = case_of(found)

    assert ("('funds-are-voted', 'not the-vote-was-void')", "build-it") in _rules(case)
    assert ("('it-floods',)", "against build-it") in _rules(case)
    assert "What was said in the dialogue, and by whom, was left out (“A: build it”)." in told(found)


def test_advice_that_nothing_speaks_for_wants_finishing_in_the_editor(tmp_path: Path) -> None:
    found = brought(tmp_path, "one.argdown", "[Go]: Go.\n  - [Rain]: It rains.\n  -> [Stay]: Stay.\n")

    assert not found.whole
    assert "R1 is never accepted: no rule leads to it from the assumptions." in told(found)
    assert "text: Go." in found.text


def test_a_comment_between_relations_does_not_part_them(tmp_path: Path) -> None:
    text = "[Go]: Go.\n  + [Yes]: Yes.\n  /* why\n  not */\n  // either\n  - [No]: No.\n"

    assert ("('no',)", "against go") in _rules(case_of(brought(tmp_path, "go.argdown", text)))


LOOPED = "[One]: One.\n  + [Two]: Two.\n     + [One]\n\n[Three]\n  + [Two]\n"


def test_a_step_that_closes_a_loop_is_left_out_and_told(tmp_path: Path) -> None:
    found = brought(tmp_path, "loop.argdown", LOOPED)

    assert case_of(found).recommendations
    assert "Steps that close a loop were left out" in told(found)


def test_what_a_loop_leaves_without_an_argument_is_not_objected_to(tmp_path: Path) -> None:
    text = "[A]: A.\n  + [B]: B.\n\n[B]\n  + [B]\n  + [A]\n  - [C]: C.\n\n[D]: D.\n  + [C]\n"

    assert brought(tmp_path, "loop.argdown", text).whole


def test_rivals_without_arguments_are_linked(tmp_path: Path) -> None:
    text = CARNEADES.replace("i1: {positions: [open, closed]}", "i1: {positions: [dry, flood]}")

    case = case_of(brought(tmp_path, "gate.yml", text))

    (link,) = case.links
    assert {case.by_id[name].text for name in link.at_most_one} == {"The field is dry.", "A flood is coming."}
    assert {case.by_id[name].baseline for name in link.at_most_one} == {Stance.UNCERTAIN}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.argdown", "", "No statement or argument was found in it."),
        ("a.yml", "statements: {}\n", "No statement was found in it."),
        ("a.yml", "[1, 2]\n", "No statement was found in it."),
        ("a.json", "[]", "No node of information (I) was found in it."),
        ("a.json", '{"nodes": 3}', "No node of information (I) was found in it."),
        ("a.txt", "text", "This is no format that can be imported."),
        ("a.xlsx", "text", "The spreadsheet cannot be read."),
        (
            "a.json",
            json.dumps({"nodes": [{"nodeID": str(n), "type": "I"} for n in range(1000)]}),
            "more than 900",
        ),
    ],
)
def test_a_file_that_holds_nothing_of_its_kind_is_refused(
    name: str, text: str, wanted: str, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=wanted.replace("(", r"\(").replace(")", r"\)")):
        brought(tmp_path, name, text)


@pytest.mark.parametrize("sign", ["/*", "<!--", "- ", "[a", "*a", "{", "#(", "@[", "--", "(1) ", "+ <"])
def test_a_sign_without_end_is_read_at_once(sign: str, tmp_path: Path) -> None:
    text = "[Go]: Go.\n  + [Yes]: Yes.\n\n" + sign * 40_000 + "\n"

    assert "text: Go." in brought(tmp_path, "long.argdown", text).text


HOSTILE = (
    "[<img src=/dev/zero>]: <script>alert(1)</script> !!python/object:os.system ${HOME} \u202e\x1b[31m\n"
    "  + [!include /etc/passwd]: =HYPERLINK('http://x') ![](file:///etc/passwd)\n"
)


def test_markup_of_a_file_is_text_of_the_case(tmp_path: Path) -> None:
    found = brought(tmp_path, "hostile.argdown", HOSTILE)

    assert isinstance(found, Imported)
    texts = [item.text for item in case_of(found).by_id.values()]
    assert any("script" in text for text in texts)
    assert all("root:" not in text for text in texts)


@pytest.mark.parametrize(
    ("name", "text"), [("a.argdown", ARGDOWN + LEFT), ("a.yaml", CARNEADES), ("a.json", AIF)]
)
def test_an_import_speaks_the_language_in_force(name: str, text: str, tmp_path: Path) -> None:
    with speaking("ko"):
        found = brought(tmp_path, name, text)
        heard = [re.sub("“[^”]*”|`[^`]*`", "", wrong(problem)) for problem in found.problems]
    case = case_of(found)

    assert heard
    assert [one for one in heard if re.search("[A-Za-z]{2}", one.replace("id", ""))] == []
    assert case.language == "ko"
    assert {item.addressee for item in case.recommendations} == {"밝히지 않음"}


def test_what_argdown_does_not_say_is_told_with_how_much_of_it_was_put_in(tmp_path: Path) -> None:
    case = load_embedded("dprk-lessons")

    remarks = told(brought(tmp_path, "case.argdown", argdown(case) + "// one\n"))

    assert (
        f"something was put in for the language, those whom advice is for and {len(case.assumptions)} stances"
        in remarks
    )
    assert "Comments were left out: 3 (" in remarks and "“Left out: 33 stances" in remarks
