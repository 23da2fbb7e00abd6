"""`tally`: counts a spreadsheet of ballots, and says what in it is no answer before the room is waiting."""

from pathlib import Path

import click

from models.cli.answers import tell_json, tell_problems, visible
from models.cli.options import case_option, chosen_case, input_file, json_option
from models.gathering.arrivals import ballots_in
from models.language.messages import message
from models.language.words import counted, wide
from models.language.workshop.ballot_words import COLUMNS
from models.language.workshop.group_words import STANCES
from models.schema.case import Case
from models.schema.workshop import Ballot, Count
from models.store.cases import DEFAULT_CASE

COLUMN = 10


@click.command()
@case_option
@click.argument("file", metavar="SPREADSHEET", type=input_file)
@json_option
def tally(case_name: str | None, file: str, as_json: bool) -> None:
    """Count the ballots on a spreadsheet: CSV, XLSX or ODS, one row a person, one column an assumption."""
    case = chosen_case(case_name or DEFAULT_CASE)
    sheet = ballots_in(Path(file), case)
    tell_problems(sheet.remarks)
    if as_json:
        tell_json({"case": case.id, "groups": [_as_json(name, ballot) for name, ballot in sheet.ballots]})
    else:
        click.echo("\n\n".join(_table(case, name, ballot) for name, ballot in sheet.ballots))


def _as_json(name: str, ballot: Ballot) -> dict[str, object]:
    counts = {count.id: {stance.value: count.of(stance) for stance in STANCES} for count in ballot.counts}
    return {"group": name, "ballots": ballot.heads, "counts": counts}


def _table(case: Case, name: str, ballot: Ballot) -> str:
    title = ": ".join(part for part in (visible(name), counted(ballot.heads, "ballot")) if part)
    heads = (*(message(name) for name in COLUMNS), message("no answer"))
    head = "".join(" " * (COLUMN - wide(words)) + words for words in heads)
    lines = [title, head]
    for item in case.assumptions:
        count = ballot.of.get(item.id, Count(id=item.id))
        numbers = (*(count.of(stance) for stance in STANCES), ballot.heads - count.answered)
        if count.answered:
            lines.append(
                "".join(f"{number:>{COLUMN}}" for number in numbers)
                + f"  {item.code:<5}{visible(item.title)}"
            )
    return "\n".join(lines)
