"""Stances that links rule out, on the command line: named with exit code 1, and answered by nothing."""

import json
from pathlib import Path

import pytest

from models.cli.settings import with_settings
from models.engine.reach import reach
from models.language.changes import change_name
from models.language.naming import quoted
from models.language.suppositions import briefly_differing, supposition
from models.pages.caption import caption
from models.pages.why.page import why_page
from models.schema.grades import Stance
from models.schema.page import Sentences
from models.schema.snapshot import fresh_state
from models.schema.steps.acting import acted
from models.schema.steps.scenario_steps import set_stance
from models.store.cases import load_embedded, read_case
from tests.models.commands import call
from tests.models.store.examples import TINY, spoiled
from tests.states import snapshot, state
from tests.workshops import MOMENT

LINK = "\nlinks:\n  - {id: one, one-of: [funds-voted, dry-banks], because: There is one purse, paragraphs: [1]}\n"
BOTH = ("--set", "A1=holds", "--set", "A2=holds")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "linked.yaml"
    path.write_text(TINY + LINK, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["evaluate", "analyse"])
def test_stances_that_cannot_be_are_named_in_place_of_answers(command: str, case: Path) -> None:
    result = call(command, "--case", case, *BOTH, "--json")

    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert set(found) == {"schema", "case", "contradiction", "contradictions", "ways_out"}
    assert found["contradictions"] == [found["contradiction"]]
    assert [item["id"] for way in found["ways_out"] for item in way] == ["funds-voted", "dry-banks"]
    assert found["contradiction"]["links"] == ["one"]
    assert [item["id"] for item in found["contradiction"]["stances"]] == ["funds-voted", "dry-banks"]


def test_compare_names_them_too_and_the_file_that_has_them(case: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.scenario.json", tmp_path / "two.scenario.json"
    call("new", "--case", case, "-o", one)
    other.write_text(one.read_text(encoding="utf-8").replace("uncertain", "holds"), encoding="utf-8")

    result = call("compare", "--case", case, one, other, "--json")
    told = call("compare", "--case", case, one, other)

    assert result.exit_code == told.exit_code == 1
    assert json.loads(result.stdout)["contradiction"]["links"] == ["one"]
    assert "two.scenario.json: “Funds are voted” holds and" in " ".join(told.stdout.split())


def test_an_old_file_with_stances_that_cannot_be_is_not_said_to_have_its_verdicts(
    case: Path, tmp_path: Path
) -> None:
    file = tmp_path / "old.scenario.json"
    call("new", "--case", case, "-o", file)
    old = json.loads(file.read_text(encoding="utf-8"))
    old["case"]["hash"] = "0"
    old["stances"] = dict.fromkeys(old["stances"], "holds")
    file.write_text(json.dumps(old), encoding="utf-8")

    told = " ".join(call("evaluate", "--case", case, file).output.split())

    assert "No verdict has changed" not in told
    assert "No verdict follows now: these stances cannot be so together." in told


def test_no_scenario_is_written_with_stances_that_cannot_be(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "both.scenario.json"

    result = call("new", "--case", case, *BOTH, "-o", file, "--force")

    assert result.exit_code == 1
    assert "that cannot be so together" in result.output
    assert "Let “Funds are voted” fail: A1=fails." in result.output
    assert not file.exists()


def test_a_sheet_is_refused_with_what_would_resolve_it(case: Path, tmp_path: Path) -> None:
    result = call("brief", "--case", case, *BOTH, "-o", tmp_path / "sheet.pdf")

    assert result.exit_code == 1
    assert "that cannot be so together" in result.output
    assert "Let “Funds are voted” fail: A1=fails." in result.output
    assert not (tmp_path / "sheet.pdf").exists()


def test_what_links_carry_along_is_told_and_answered(case: Path) -> None:
    result = call("evaluate", "--case", case, "--set", "A2=holds", "--json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["statements"]["funds-voted"] == "rejected"
    told = "“Banks stay dry” was set and holds. “Funds are voted” went along and fails, since there is one purse."
    assert told in " ".join(result.stderr.split())


@pytest.mark.parametrize("name", ["wedding-illness", "dprk-lessons"])
def test_a_setting_carries_along_the_same_on_the_command_line_as_in_the_window(name: str) -> None:
    case = load_embedded(name)
    start = fresh_state(case)

    for item in case.assumptions:
        for stance in item.stances:
            stances = ((item.code, stance),)
            written = with_settings(case, start.scenario, stances=stances, reading=None, added=None, aside=())
            clicked = acted(start, set_stance(item.id, stance), MOMENT)
            assert written.stances == clicked.scenario.stances


def test_a_turn_that_links_rule_out_is_not_said_to_change_nothing() -> None:
    start = state("wedding-illness", picked="well-fouled")
    settled = acted(start, set_stance("well-fouled", Stance.HOLDS), MOMENT)

    why = why_page(snapshot(settled))

    block = next(block for block in why.blocks if block.id == "if-fails")
    assert isinstance(block, Sentences)
    assert block.lines[1].text == "The other assumptions as they stand rule this out"


def test_a_turn_that_links_rule_out_reaches_nothing() -> None:
    settled = acted(state("wedding-illness"), set_stance("well-fouled", Stance.HOLDS), MOMENT)

    reaches = {item.assumption: item for item in reach(snapshot(settled, analysed=False), "causes")}

    assert reaches["well-fouled"].to is Stance.FAILS
    assert reaches["well-fouled"].changes == ()


def test_what_was_set_is_told_and_what_followed_from_it_is_counted() -> None:
    settled = acted(state("wedding-illness"), set_stance("well-fouled", Stance.HOLDS), MOMENT)

    (lead,) = briefly_differing(snapshot(settled, analysed=False))

    assert (
        lead.text
        == "if “The well was the cause” holds; carried along: “The oysters were the cause” fails and 3 more"
    )
    assert supposition(settled.case, settled.scenario) == "“The well was the cause” holds"


@pytest.mark.parametrize(("code", "stance"), [("A1", Stance.FAILS), ("A2", Stance.HOLDS)])
def test_of_two_that_carry_each_other_along_the_one_that_was_asked_for_comes_first(
    code: str, stance: Stance, case: Path
) -> None:
    start = fresh_state(read_case(case).case)
    chosen = start.case.by_code[code]

    turned = acted(start, set_stance(chosen.id, stance), MOMENT)
    shown = snapshot(turned, analysed=False)

    (lead,) = briefly_differing(shown)
    assert lead.text.startswith(f"if {quoted(chosen.title)}") and "; carried along: " in lead.text
    assert caption(shown)[0].text.startswith(f"If {quoted(chosen.title)}")
    assert change_name(start.case, start.scenario, turned.scenario, turned.asked).startswith(f"{code}: ")


def test_the_caption_begins_with_what_was_set_and_not_with_what_went_along() -> None:
    start = state("wedding-illness")
    for code in ("H1", "H3"):
        name = start.case.by_code[code].id

        shown = snapshot(acted(start, set_stance(name, Stance.HOLDS), MOMENT), analysed=False)

        set_first = caption(shown)[0].text
        assert set_first.startswith(f"If {quoted(start.case.by_id[name].title)} holds, with ")
        assert set_first.endswith(" more carried along:")


@pytest.mark.parametrize(
    ("others", "only", "writes"), [("fails", "hold", "holds"), ("holds", "fail", "fails")]
)
def test_a_baseline_that_a_link_settles_is_remarked_on(
    others: str, only: str, writes: str, tmp_path: Path
) -> None:
    path = tmp_path / "linked.yaml"
    path.write_text(spoiled(("baseline: holds", f"baseline: {others}")) + LINK, encoding="utf-8")

    remarks = call("check", path).stderr

    assert f"remark: [dry-banks] A2 is uncertain, but the links let it only {only}." in remarks
    assert f"Write `baseline: {writes}`, or change a link." in remarks
