"""Spreadsheets of ballots: as forms export them, whatever their program, and refused by row and column."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.gathering.arrivals import READERS, arrivals, ballots_in
from models.gathering.cells import MAX_UNPACKED, letters
from models.language.messages import speaking
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.problem import Refused
from models.schema.workshop import Ballot, Count
from models.store.cases import load_embedded
from models.store.inbox import scan
from tests.models.commands import answer, call

HEAD = "Timestamp,A1,A3: Russia ties deepen"
ONE = Ballot(heads=1, counts=(Count(id="keeps-arsenal", holds=1), Count(id="russia-ties", fails=1)))


def written(folder: Path, content: str | bytes, name: str = "votes.csv") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def workbook(folder: Path, rows: list[list[object]], name: str = "votes.xlsx") -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def refused(file: Path, case: Case) -> list[str]:
    with pytest.raises(Refused) as refusal:
        ballots_in(file, case)
    return [problem.what for problem in refusal.value.problems]


def test_each_row_is_a_person_and_each_column_an_assumption(essay: Case, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}\n10:01,holds,fails\n10:02,HOLDS,not sure\n10:03,,Uncertain\n")

    ((name, ballot),) = ballots_in(file, essay).ballots

    assert (name, ballot.heads) == ("", 3)
    assert ballot.of["keeps-arsenal"] == Count(id="keeps-arsenal", holds=2)
    assert ballot.of["russia-ties"] == Count(id="russia-ties", uncertain=2, fails=1)


@pytest.mark.parametrize(
    "head",
    [
        "A3",
        "a3",
        "russia-ties",
        "{label}",
        "{text}",
        "A3 {text}",
        "A3. {text}?",
        "Which of these hold? [{text}]",
        "Which of these hold? [A3 {label}]",
        "{label} (A3)",
        "Do you think that this holds: {text}?",
    ],
)
def test_a_column_is_known_by_code_name_or_text(head: str, essay: Case, tmp_path: Path) -> None:
    item = essay.by_code["A3"]
    file = workbook(tmp_path, [[head.format(label=item.title, text=item.text)], ["Fails"]])

    ((_, ballot),) = ballots_in(file, essay).ballots

    assert ballot.counts == (Count(id="russia-ties", fails=1),)


def test_a_code_is_not_taken_for_another_that_begins_like_it(essay: Case, tmp_path: Path) -> None:
    ((_, ballot),) = ballots_in(written(tmp_path, "A1,A10\nholds,fails\n"), essay).ballots

    assert [count.id for count in ballot.counts] == ["keeps-arsenal", essay.by_code["A10"].id]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("A1,A3\nholds,fails\n", "votes.csv"),
        ("A1;A3, as it says\nholds;fails\n", "votes.csv"),
        ("A1\tA3\r\nH\tF\r\n", "votes.csv"),
        ("\ufeffA1,A3\nis unsure,x\n".replace("is unsure", "holds").replace("x", "fails"), "votes.CSV"),
        ("A1,A3\nholds,fails\n".encode("utf-16"), "votes.csv"),
        ("A1,A3,Bemerkung f\xfcr uns\nholds,fails,\n".encode("cp1252"), "votes.csv"),
        ('\n\n"A1","A3"\n"holds","fails"\n,\n', "votes.csv"),
    ],
)
def test_it_is_read_as_peoples_programs_write_it(
    content: str | bytes, name: str, essay: Case, tmp_path: Path
) -> None:
    assert ballots_in(written(tmp_path, content, name), essay).ballots == (("", ONE),)


def test_ballots_that_name_their_table_are_counted_by_table(essay: Case, tmp_path: Path) -> None:
    file = workbook(tmp_path, [["Table", "A1"], [1, "holds"], [2, "fails"], [1, "fails"], ["Press", "holds"]])

    found = arrivals(file, essay)

    assert [(item.group, item.file) for item in found] == [
        ("Table 1", "votes.xlsx, Table 1"),
        ("Table 2", "votes.xlsx, Table 2"),
        ("Press", "votes.xlsx, Press"),
    ]
    assert [item.ballot and item.ballot.heads for item in found] == [2, 1, 1]


def test_what_a_group_leans_to_is_its_scenario(essay: Case, tmp_path: Path) -> None:
    (arrived,) = arrivals(written(tmp_path, "A3\nfails\nfails\nholds\n", "Blue team.csv"), essay)

    assert arrived.group == "Blue team"
    assert arrived.scenario.stance_of["russia-ties"] is Stance.FAILS


def test_everything_that_is_no_answer_is_told_at_once_by_row_and_column(essay: Case, tmp_path: Path) -> None:
    file = written(tmp_path, f"{HEAD}\n1,maybe,holds\n2,holds,=1+1\n")

    told = refused(file, essay)

    assert [sentence.partition(" (")[0] for sentence in told] == ["Row 2, column B", "Row 3, column C"]
    assert "“maybe” is no answer" in told[0]
    assert "“=1+1” is no answer" in told[1]


def test_a_formula_is_never_computed(essay: Case, tmp_path: Path) -> None:
    file = workbook(tmp_path, [["A1", "A3"], ['=IF(TRUE,"holds","fails")', "fails"]])

    ((_, ballot),) = ballots_in(file, essay).ballots

    assert ballot.counts == (Count(id="russia-ties", fails=1),)


def test_two_columns_on_one_assumption_are_refused(essay: Case, tmp_path: Path) -> None:
    (told,) = refused(written(tmp_path, "A1,x,keeps-arsenal\nholds,1,fails\n"), essay)

    assert told.startswith("Columns A and C are all about A1")


def test_an_exact_head_wins_over_a_remark_on_it(essay: Case, tmp_path: Path) -> None:
    sheet = ballots_in(written(tmp_path, "A1,A1 why?\nholds,because\n"), essay)

    assert sheet.ballots[0][1].counts == (Count(id="keeps-arsenal", holds=1),)
    assert "B (A1 why?)" in sheet.remarks[0].what


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("Name,Day\nAna,Monday\n", "No column is headed by an assumption"),
        ("A1,A3\n", "no ballot under the head row"),
        ("A1\n" + "holds\n" * 10_001, "too large"),
        ("A1," + "x," * 1_000 + "\nholds\n", "too large"),
        ('A1\n"' + "x" * 200_000 + "\n", "cannot be read"),
    ],
)
def test_what_is_no_sheet_of_ballots_is_refused_in_a_sentence(
    content: str, words: str, essay: Case, tmp_path: Path
) -> None:
    assert words in refused(written(tmp_path, content), essay)[0]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"\x00" * 900, b"<html>", b"PK\x05\x06" + b"\x00" * 18]
)
def test_what_is_no_workbook_is_refused_in_a_sentence(content: bytes, essay: Case, tmp_path: Path) -> None:
    assert "cannot be read" in refused(written(tmp_path, content, "votes.xlsx"), essay)[0]


def test_a_small_file_that_unfolds_to_much_is_refused(essay: Case, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (MAX_UNPACKED + 1))

    assert "too large" in refused(written(tmp_path, packed.getvalue(), "votes.xlsx"), essay)[0]


def test_a_watched_folder_takes_them_in_and_tells_every_problem(essay: Case, tmp_path: Path) -> None:
    written(tmp_path, "A1\nholds\n", "good.csv")
    written(tmp_path, "A1\nmaybe\nperhaps\n", "bad.csv")
    written(tmp_path, "not ours", "notes.txt")

    found = scan(tmp_path, essay, {}, now=lambda: 2_000_000_000_000_000_000, readers=READERS)

    assert [item.group for item in found.arrivals] == ["good"]
    ((name, reason),) = ((item.file, item.reason) for item in found.refusals)
    assert name == "bad.csv"
    assert "Row 2" in reason
    assert "Row 3" in reason


def test_columns_are_named_as_in_a_spreadsheet() -> None:
    assert [letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_command_line_counts_them(tmp_path: Path) -> None:
    file = written(tmp_path, "Table,A1\n1,holds\n1,fails\n2,\n")

    told = answer("tally", file, "--json")

    assert told["groups"] == [
        {
            "group": "Table 1",
            "ballots": 2,
            "counts": {"keeps-arsenal": {"holds": 1, "uncertain": 0, "fails": 1}},
        },
        {"group": "Table 2", "ballots": 1, "counts": {}},
    ]
    assert "A1" in call("tally", file).stdout


def test_the_command_line_refuses_with_every_problem(tmp_path: Path) -> None:
    result = call("tally", written(tmp_path, "A1\nmaybe\nnever\n"))

    assert result.exit_code == 1
    assert result.stderr.count("is no answer") == 2


def test_a_column_of_tables_is_known_in_korean(tmp_path: Path) -> None:
    case = load_embedded("dprk-lessons", "ko")
    file = workbook(tmp_path, [["소속 테이블", "A1"], [1, "성립"], [2, "불성립"]])

    with speaking("ko"):
        found = arrivals(file, case)

    assert [item.group for item in found] == ["테이블 1", "테이블 2"]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("cell", "stance"),
    [("성립", Stance.HOLDS), ("불확실", Stance.UNCERTAIN), ("불성립", Stance.FAILS), ("fails", Stance.FAILS)],
)
def test_an_answer_is_known_in_every_language_whichever_is_spoken(
    language: str, cell: str, stance: Stance, essay: Case, tmp_path: Path
) -> None:
    file = written(tmp_path, f"A1\n{cell}\n")

    with speaking(language):
        ((_, ballot),) = ballots_in(file, essay).ballots

    assert ballot.of["keeps-arsenal"].of(stance) == 1


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Table 5", "Table 5"),
        ("at votes", "at votes"),
        ("Workshop vote (Responses)", "Workshop vote"),
        ("Workshop vote (Responses) - Form Responses 1", "Workshop vote"),
        ("워크숍 투표(응답) - 설문지 응답 시트1", "워크숍 투표"),
        ("Workshop vote(1-25)", "Workshop vote"),
        ("2026-11-29 North desk", "North desk"),
        ("20261129_1032 North desk", "North desk"),
        ("2026-11-29 at 10.32.11 North desk", "North desk"),
        ("2026-11-29", "Ballots"),
        ("Table 2026", "Table 2026"),
        ("1234567 North", "1234567 North"),
    ],
)
def test_a_group_is_called_after_its_file_without_what_programs_added(
    stem: str, name: str, essay: Case, tmp_path: Path
) -> None:
    (arrival,) = arrivals(written(tmp_path, "A1\nholds\n", f"{stem}.csv"), essay)

    assert (arrival.group, arrival.is_guessed) == (name, True)
