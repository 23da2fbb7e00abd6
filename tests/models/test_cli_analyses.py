"""The command line answers with the analyses: one scenario at a time, or several against each other."""

from pathlib import Path

from tests.models.commands import answer, call


def scenario(folder: Path, name: str, *settings: str) -> Path:
    path = folder / f"{name}.scenario.json"
    given = [word for setting in settings for word in ("--set", setting)]
    assert call("new", "--case", "tiny", *given, "-o", path).exit_code == 0
    return path


def test_analysing_adds_the_exact_figures_to_each_recommendation() -> None:
    build = answer("analyse", "--case", "tiny", "--json")["recommendations"]["build"]

    assert (build["verdict"], build["share"], build["probability"]) == ("open", "1/4", 0.5)
    assert build["derivative"] == {"funds-voted": 0.5, "dry-banks": 1.0}
    assert build["banzhaf"] == {"funds-voted": "1/2", "dry-banks": "1/2"}
    assert build["sufficient"] == [["funds-voted", "dry-banks"]]
    assert build["reasons"] == []
    assert build["flips"]["accepted"] == [[{"id": "dry-banks", "to": "holds"}]]
    assert build["exact"] is True


def test_analysing_within_a_scenario_keeps_what_is_settled() -> None:
    build = answer("analyse", "--case", "tiny", "--within", "--json")["recommendations"]["build"]

    assert build["share"] == "1/2"


def test_credences_change_the_probability() -> None:
    found = answer("analyse", "--case", "tiny", "--credence", "A2=0.25", "--json")

    assert found["recommendations"]["build"]["probability"] == 0.25


def test_the_table_says_that_a_share_is_no_probability() -> None:
    result = call("analyse", "--case", "tiny")

    assert result.exit_code == 0
    assert "1/4" in result.stdout
    assert "not a probability" in result.stdout


def test_comparing_tells_which_differences_matter(tmp_path: Path) -> None:
    first, second = scenario(tmp_path, "a", "A2=holds"), scenario(tmp_path, "b", "A2=fails")

    found = answer("compare", "--case", "tiny", first, second, "--json")

    assert found["scenarios"] == [str(first), str(second)]
    assert found["differ"] == [
        {"id": "dry-banks", "stances": ["holds", "fails"], "matters_to": ["build"], "changes_how": []}
    ]
    assert found["recommendations"] == {"build": ["holds", "not-needed"]}


def test_comparing_one_scenario_is_wrong_usage(tmp_path: Path) -> None:
    result = call("compare", "--case", "tiny", scenario(tmp_path, "a"))

    assert result.exit_code == 2
