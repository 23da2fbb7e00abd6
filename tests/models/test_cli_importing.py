"""`import` and `template`: a file of another format becomes a case, and all that was left out is told."""

from pathlib import Path

import pytest

from models.store.cases import read_case
from tests.models.commands import call
from tests.models.importing.texts import AIF, ARGDOWN, CARNEADES


def _argdown(folder: Path, text: str = ARGDOWN) -> Path:
    path = folder / "bridge.argdown"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_imported_with_a_report(tmp_path: Path) -> None:
    out = tmp_path / "bridge.yaml"

    result = call("import", _argdown(tmp_path), "-o", out)

    assert result.exit_code == 0
    assert read_case(out).case.title == "Should the town build a bridge?"
    assert "Comments were left out (" in result.stderr
    assert result.stdout.startswith(f"Wrote {out}. 0 errors, ")


def test_a_case_that_wants_finishing_is_written_and_told(tmp_path: Path) -> None:
    out = tmp_path / "go.yaml"

    result = call("import", _argdown(tmp_path, "[Go]: Go.\n  - [Rain]: It rains.\n"), "-o", out)

    assert result.exit_code == 1
    assert out.exists()
    assert "Correct the errors" in result.stdout


@pytest.mark.parametrize(
    ("name", "text"), [("a.argdown", ARGDOWN), ("a.yml", CARNEADES), ("a.json", AIF), ("a.xlsx", "")]
)
def test_a_file_of_another_format_is_to_be_imported(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")

    result = call("check", path)

    assert result.exit_code == 1
    assert "another format, and no case yet. Import it: “Import a case…”" in result.stderr


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    out = tmp_path / "bridge.yaml"
    out.write_text("mine", encoding="utf-8")

    result = call("import", _argdown(tmp_path), "-o", out)

    assert (result.exit_code, out.read_text(encoding="utf-8")) == (2, "mine")


def test_what_cannot_be_read_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "bridge.yaml"

    result = call("import", _argdown(tmp_path, "\n"), "-o", out)

    assert (result.exit_code, out.exists()) == (1, False)
    assert "No statement or argument was found in it." in result.stderr


def test_the_template_is_imported_as_it_is(tmp_path: Path) -> None:
    sheet, out = tmp_path / "case.xlsx", tmp_path / "case.yaml"

    written = call("template", "-o", sheet)
    result = call("import", sheet, "-o", out)

    assert (written.exit_code, result.exit_code) == (0, 0)
    assert read_case(out).case.id == "bridge"


def test_a_case_is_exported_under_an_ending_of_two_parts(tmp_path: Path) -> None:
    sheet, out = tmp_path / "night.case.xlsx", tmp_path / "night.yaml"

    written = call("export", "--case", "night-ferry", "-o", sheet)
    result = call("import", sheet, "-o", out)

    assert (written.exit_code, result.exit_code) == (0, 0)
    assert read_case(out).case.id == "night-ferry"
