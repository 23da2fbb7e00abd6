"""Wrong usage ends with 2 and files with problems with 1, both in sentences on the error stream."""

import os
from pathlib import Path

import pytest

from models.schema.scenario import baseline_scenario
from models.store import workshops
from models.store.cases import load_embedded
from models.store.scenarios import dump
from tests.models.commands import call, process
from tests.models.store.examples import BASELINE, TABLES

ELSEWHERE = dump(baseline_scenario(load_embedded()))
WORKSHOP = workshops.dump(BASELINE, TABLES)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), "There is no command chek. Did you mean check?"),
        (("evaluate", "--jsn"), "--json"),
        (("evaluate", "--set", "A33=fails"), "There is no assumption A33. Did you mean A3?"),
        (("evaluate", "--set", "keeps-arsnal=fails"), "Did you mean keeps-arsenal?"),
        (("evaluate", "--set", "R1=fails"), "There is no assumption R1."),
        (
            ("evaluate", "--set", "A3=maybe"),
            "A3=maybe: write an id or code, then =holds, =fails, =uncertain or =as-argued.",
        ),
        (("evaluate", "--set", "A3=fails", "--set", "A3=holds"), "A3 is set twice: fails and holds."),
        (
            ("analyse", "--rate", "A3=0.5", "--rate", "russia-ties=70%"),
            "russia-ties is rated twice. Keep one",
        ),
        (
            ("evaluate", "--set", "A3=as-argued"),
            "“Russia ties deepen” (A3) cannot be taken as argued: no finding argues for it.",
        ),
        (("evaluate", "--case", ""), "--case is empty."),
        (("template", "--case", "", "-o", "x.xlsx"), "--case is empty."),
        *(((command, ""), "give the name of a file.") for command in ("check", "evaluate", "brief", "tally")),
        (("compare", "", ""), "give the name of a file."),
        (("import", "", "-o", "x.yaml"), "give the name of a file."),
        (("new", "-o", ""), "give the name of a file."),
        (("brief", "-o", "-"), "give the name of a file."),
        (
            ("brief", "--case", "tiny", "-o", "there/sheet.md"),
            "sheet.md: what is printed is a PDF. Let the name end in .pdf, or use export for other kinds of files.",
        ),
        (("print", "map", "--annex"), "Argument map: there is no annex."),
        (("print", "minutes", "-o", "minutes.html"), "minutes.html: what is printed is a PDF."),
        (
            ("evaluate", "--set", "=fails"),
            "=fails: the name is empty. Write an id or code before the equals sign.",
        ),
        (("analyse", "--rate", " =0.7"), " =0.7: the name is empty."),
        (("evaluate", "--reject", ""), "the name is empty. Give the id of an argument or objection."),
        (("evaluate", "--reject", "nosuch"), "same-goal, not-a-bloc-backfires and 32 more."),
        (("evaluate", "--set", "nosuch=fails"), "A11, A12, A15 and 14 more."),
        (("evaluate", "--case", "tiny", "--set", "nosuch=fails"), "There are: A1 and A2."),
        (("evaluate", "--set", "A3"), "A3: write an id or code"),
        (("evaluate", "--aside", "acept"), "There is no argument or objection acept. Did you mean accept?"),
        (("evaluate", "--reading", "some"), "some is neither one-argument nor every-argument"),
        (("evaluate", "--case", "dprk-lesson"), "There is no case dprk-lesson. Did you mean dprk-lessons?"),
        (("evaluate", "mine.yaml"), "looks like a case; give it with --case"),
        (("new",), "Missing option '-o'"),
        (("new", "--credence", "A3=130", "-o", "x"), "=0.7, =70% or a phrase"),
        (("new", "--credence", "A3=nan", "-o", "x"), "=0.7, =70% or a phrase"),
        (("new", "--title", "x" * 20_001, "-o", "x"), "longer than 20,000 characters"),
        (("schema", "sheet"), "'sheet' is not one of"),
        (("check",), "Missing argument 'CASE'"),
        (("brief", "--paper", "a5"), "'a5' is not one of"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(arguments: tuple[str, ...], told: str) -> None:
    result = call(*arguments)

    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "content", "told"),
    [
        (("evaluate", "FILE"), None, "There is no such file"),
        (("evaluate", "FILE"), b"{", "cut short"),
        (("evaluate", "FILE"), b"\xff\xfe", "not UTF-8"),
        (("evaluate", "FILE", "--case", "tiny"), ELSEWHERE.encode(), "not for bridge"),
        (("evaluate", "FILE"), WORKSHOP.encode(), "not a scenario file but a workshop. Open it in the window"),
        (("compare", "FILE", "FILE"), WORKSHOP.encode(), "not a scenario file but a workshop"),
        (("check", "FILE"), WORKSHOP.encode(), "not a case file but a workshop"),
        (("evaluate", "--case", "FILE"), ELSEWHERE.encode(), "not a case file but a scenario"),
        (("evaluate", "--case", "FILE"), b"]", "not valid JSON"),
        (("evaluate", "--case", "."), None, "a folder"),
        (("check", "FILE"), b"{}", "A case without `rules`."),
        (("check", "missing.yaml"), None, "There is no such file"),
        (("new", "-o", "missing/a.json"), None, "cannot be written"),
        (("new", "--force", "-o", "."), None, "a folder"),
    ],
)  # fmt: skip
def test_a_file_with_problems_is_told_with_exit_code_1(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    content: bytes | None,
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "file.json"
    if content is not None:
        file.write_bytes(content)

    result = call(*(file if argument == "FILE" else argument for argument in arguments))

    assert result.exit_code == 1
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_arguments_that_are_no_text_are_told(tmp_path: Path) -> None:
    odd = os.fsdecode(b"\xff\xfe")

    assert process("evaluate", "--set", f"{odd}=fails").returncode == 2
    assert process("evaluate", f"{tmp_path}/{odd}.json").returncode == 1
    written = process("new", "--title", odd, "-o", f"{tmp_path}/{odd}.json")
    assert (written.returncode, written.stderr) == (0, b"")
