"""The command line answers with the analyses: one scenario at a time, or several against each other."""

from pathlib import Path

import pytest

from models.analyses.bundle import analyse
from models.cli.analyse import table
from models.cli.answers import wrapped
from models.schema.case import Case
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import Analyses
from tests.models.commands import answer, call
from tests.models.engine.small_cases import rule, small_case


def scenario(folder: Path, name: str, *settings: str) -> Path:
    path = folder / f"{name}.scenario.json"
    given = [word for setting in settings for word in ("--set", setting)]
    assert call("new", "--case", "tiny", *given, "-o", path).exit_code == 0
    return path


def test_analysing_adds_the_exact_figures_to_each_recommendation() -> None:
    build = answer("analyse", "--case", "tiny", "--json")["recommendations"]["build"]

    assert (build["verdict"], build["share"]) == ("open", "1/4")
    assert (build["probability"], build["range"], build["derivative"]) == (None, [0.0, 1.0], {})
    assert build["banzhaf"] == {"funds-voted": "1/2", "dry-banks": "1/2"}
    assert build["sufficient"] == [["funds-voted", "dry-banks"]]
    assert build["reasons"] == []
    assert build["flips"]["accepted"] == [[{"id": "dry-banks", "to": "holds"}]]
    assert build["exact"] is True


def test_analysing_within_a_scenario_keeps_what_is_settled() -> None:
    build = answer("analyse", "--case", "tiny", "--within", "--json")["recommendations"]["build"]

    assert build["share"] == "1/2"


def test_a_probability_is_told_once_all_that_matters_is_rated() -> None:
    given = ("analyse", "--case", "tiny", "--json", "--credence", "A2=0.25")

    partly, wholly = answer(*given), answer(*given, "--rate", "A1=0.5")

    assert partly["recommendations"]["build"]["probability"] is None
    assert partly["recommendations"]["build"]["range"] == [0.0, 0.25]
    assert wholly["recommendations"]["build"]["probability"] == 0.125
    assert wholly["recommendations"]["build"]["derivative"] == {"funds-voted": 0.25, "dry-banks": 0.5}


def test_the_table_speaks_of_probability_only_once_something_is_rated() -> None:
    plain, rated = (call("analyse", "--case", "tiny", *given).stdout for given in ((), ("--rate", "A2=0.25")))

    assert "probability\n" not in plain
    assert "atings" not in plain
    assert "0% to 25%" in rated


def test_the_table_says_that_a_share_is_no_probability() -> None:
    result = call("analyse", "--case", "tiny")

    assert result.exit_code == 0
    assert "1/4" in result.stdout
    assert "not a probability" in result.stdout


def test_analysing_says_of_which_setting() -> None:
    text = " ".join(call("analyse", "--set", "A3=fails", "--reading", "every").stdout.split())

    assert "Taken to fail: “Russia ties deepen” (A3); uncertain as in the baseline: “" in text
    assert "(A12); every argument must hold." in text


def test_open_advice_says_what_alone_would_settle_it() -> None:
    text = call("analyse", "--set", "A1=uncertain").stdout

    assert "Holds if “Arsenal is kept” (A1) holds; falls if it fails." in text


def test_changes_that_topple_are_named_up_to_three() -> None:
    text = " ".join(call("analyse").stdout.split())

    assert "A single change" not in text
    assert "Any one of 4 changes would topple it: “" in text


def test_a_baseline_that_leaves_something_uncertain_names_it() -> None:
    text = " ".join(call("evaluate", "--case", "wedding-illness").stdout.split())

    assert "Every assumption is as in the baseline, with “" in text
    assert " uncertain; one argument is enough." in text
    assert "at most 1 of 1" not in text


def test_what_the_baseline_leaves_uncertain_is_named_beside_what_was_set() -> None:
    text = " ".join(call("evaluate", "--set", "A3=fails").stdout.split())

    assert "Taken to fail: “Russia ties deepen” (A3); uncertain as in the baseline: “" in text
    assert "(A12); one argument is enough." in text


def test_comparing_tells_which_differences_matter(tmp_path: Path) -> None:
    first, second = scenario(tmp_path, "a", "A2=holds"), scenario(tmp_path, "b", "A2=fails")

    found = answer("compare", "--case", "tiny", first, second, "--json")

    assert found["scenarios"] == [str(first), str(second)]
    assert found["differ"] == [
        {
            "id": "dry-banks",
            "stances": ["holds", "fails"],
            "matters_to": ["build"],
            "changes_how": [],
            "as_read_by": [["build"], ["build"]],
        }
    ]
    assert found["settings"] == []
    assert found["recommendations"] == {"build": ["holds", "not-needed"]}


def written(folder: Path, name: str, *given: str) -> Path:
    path = folder / f"{name}.scenario.json"
    assert call("new", *given, "-o", path).exit_code == 0
    return path


def test_comparing_names_the_reading_first_and_what_it_decides(tmp_path: Path) -> None:
    one = written(tmp_path, "one", "--set", "A3=fails")
    other = written(tmp_path, "other", "--set", "A3=fails", "--reading", "every")

    lines = call("compare", one, other).stdout.splitlines()
    (setting,) = answer("compare", one, other, "--json")["settings"]

    assert lines[4].startswith(
        "How arguments combine: 1 one argument is enough, 2 every argument must hold; “"
    )
    assert "hold or fall with it." in " ".join(lines[4:8])
    assert setting["what"] == "reading"
    assert setting["values"] == ["one-argument", "every-argument"]
    assert len(setting["matters_to"]) == 5


def test_an_assumption_that_decides_under_one_reading_says_under_which(tmp_path: Path) -> None:
    one = written(tmp_path, "one", "--set", "A3=fails")
    other = written(tmp_path, "other", "--set", "A1=fails", "--reading", "every")

    text = " ".join(call("compare", one, other).stdout.split())
    found = answer("compare", one, other, "--json")

    (ties,) = (item for item in found["differ"] if item["stances"] == ["fails", "holds"])
    alone, both = ties["as_read_by"]
    assert len(alone) == 1
    assert len(both) == 6
    assert "(R5) holds or falls with it; with arguments counted as in 2, “Prepare re-engagement" in text
    assert "decides" not in text, "that is what one change does from here"


def test_comparing_names_objections_and_rejected_arguments(tmp_path: Path) -> None:
    rule = "limit"
    one, other = written(tmp_path, "one"), written(tmp_path, "other", "--added", "--reject", rule)

    text = " ".join(call("compare", one, other).stdout.split())

    assert "Objections that the source does not raise: 1 not counted, 2 counted; " in text
    assert (
        f"Rejected arguments: 1 none, 2 an argument for “Limit the arsenal” ({rule}); "
        "“Limit the arsenal” (R2) holds or falls with it; it changes only how"
    ) in text


def test_comparing_one_scenario_is_wrong_usage(tmp_path: Path) -> None:
    result = call("compare", "--case", "tiny", scenario(tmp_path, "a"))

    assert result.exit_code == 2


@pytest.mark.parametrize("written", ["0.7", "0,7", "70%", "70 %", "70"])
def test_a_rating_is_read_as_in_the_window(written: str) -> None:
    given = ("analyse", "--case", "tiny", "--json", "--rate")

    assert call(*given, f"A2={written}").stdout == call(*given, "A2=0.7").stdout


@pytest.mark.parametrize(("together", "share"), [(True, "<1%"), (False, ">99%")])
def test_a_share_is_never_told_as_none_or_all_that_is_not_quite_that(together: bool, share: str) -> None:
    names = [f"a{number}" for number in range(1, 61)]
    groups = [" ".join(names)] if together else names
    rules = [rule(f"p{place}", **{"if": group}, then="r1") for place, group in enumerate(groups)]
    case = small_case(*rules, statements=" ".join([*names, "r1"]))

    lines = table(case, baseline_scenario(case), within=False).splitlines()

    assert f" {share}  " in next(line for line in lines if line.startswith("R1"))


def test_that_an_assumption_may_be_taken_as_argued_is_in_the_help() -> None:
    assert "as-argued" in call("evaluate", "--help").stdout


def test_that_an_analysts_assumption_is_set_for_nothing_is_told() -> None:
    alone, counted = (call("evaluate", "--set", "X1=holds", *given).stderr for given in ((), ("--added",)))

    assert alone == "Counted only with --added: “An example spreads” (X1).\n"
    assert counted == ""


def test_the_analyses_of_a_sheet_are_made_for_its_annex_alone_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Case] = []

    def counting(case: Case, scenario: Scenario) -> Analyses:
        asked.append(case)
        return analyse(case, scenario)

    monkeypatch.setattr("models.pages.sheet.analyse", counting)

    assert call("brief", "--case", "tiny", "-o", tmp_path / "sheet.pdf").exit_code == 0
    assert not asked

    assert call("brief", "--case", "tiny", "-o", tmp_path / "annexed.pdf", "--annex").exit_code == 0
    assert len(asked) == 1


def test_what_is_no_reading_is_answered_with_the_present_names() -> None:
    told = call("evaluate", "--reading", "both").stderr

    assert "both is neither one-argument nor every-argument." in told
    assert "ground" not in told


def test_ratings_are_told_with_the_time_that_they_are_for() -> None:
    given = ("analyse", "--case", "tiny", "--rate", "A2=0.25")
    unnamed, named = (call(*given, *more).stdout for more in ((), ("--horizon", "five years")))

    assert unnamed.rstrip().endswith("No planning horizon is named yet.")
    assert named.rstrip().endswith("Planning horizon: five years.")


def test_names_whose_letters_take_two_places_stand_in_their_column() -> None:
    told = wrapped("A5   통행료가 낮다: 1 uncertain, 2 fails", indent=" " * 5, width=30)

    assert told == "A5   통행료가 낮다: 1\n     uncertain, 2 fails"


@pytest.mark.parametrize(("rating", "is_told"), [("likely", True), ("0.7", False)])
def test_a_phrase_is_told_to_be_taken_at_its_middle(rating: str, is_told: bool) -> None:
    told = call("analyse", "--rate", f"A1={rating}").stdout

    middle = "Where a rating was given as a phrase, it is taken at the middle of its range: likely (55–80%) at 67.5%."
    assert (middle in " ".join(told.split())) is is_told


def test_a_range_is_explained_only_where_one_is_shown() -> None:
    partly, wholly = (
        " ".join(call("analyse", "--case", "tiny", "--rate", "A2=0.25", *more).stdout.split())
        for more in ((), ("--rate", "A1=0.5"))
    )

    assert "0% to 25%" in partly
    assert "the range goes over" in partly
    assert " to " not in wholly.partition("probability")[2].partition("The share")[0]
    assert "the range goes over" not in wholly
    assert "Probabilities follow from the ratings entered" in wholly


def test_probabilities_of_linked_assumptions_are_told_to_be_of_what_links_allow() -> None:
    linked, free = (
        " ".join(call("analyse", "--case", name, "--rate", f"{code}=0.7").stdout.split())
        for name, code in (("wedding-illness", "H1"), ("tiny", "A2"))
    )

    assert "independent of one another but for the links between them" in linked
    assert "independent of one another." in free
