"""`import`, `template` and `tally`: a case from another format, the spreadsheet to fill in for one, ballots counted."""

from pathlib import Path

import click

from models.cli.answers import already_there, tell_json, tell_problems, tell_written, visible
from models.cli.answers import output as fresh
from models.cli.check import summary
from models.cli.options import case_option, chosen_case, input_file, json_option, output_file
from models.gathering.arrivals import ballots_in
from models.language.messages import message, told
from models.language.words import counted, wide
from models.language.workshop.ballot_words import COLUMNS
from models.language.workshop.group_words import STANCES
from models.schema.case import Case
from models.schema.workshop import Ballot, Count
from models.store.cases import DEFAULT_CASE, SMALLEST
from models.store.files import is_there, write_atomically

_force = click.option("--force", is_flag=True, help="Replace the file if there is one.")


COLUMN = 10


@click.command("import")
@click.argument("file", metavar="FILE", type=input_file)
@click.option(
    "-o", "--output", metavar="CASE", type=output_file, required=True, help="The case to write, as YAML."
)
@_force
@click.pass_context
def import_case(context: click.Context, file: str, output: str, force: bool) -> None:
    """Make a case of FILE: a spreadsheet, Argdown, Carneades (YAML) or AIF (JSON). Tells what is left out."""
    from models.importing.imported import imported

    if not force and is_there(Path(output)):
        raise already_there(output)
    found = imported(Path(file))
    _write(output, found.text.encode(), force=force)
    tell_problems(found.problems)
    wrote = told("Wrote {name}.", name=output)
    click.echo(f"{wrote} {summary(found.problems)}" if found.problems else wrote)
    if not found.whole:
        click.echo(
            message("Correct the errors in the file that was imported, or in the case, in the editor.")
        )
    context.exit(not found.whole)


@click.command()
@case_option
@click.option(
    "-o", "--output", metavar="FILE", type=output_file, required=True, help="The spreadsheet (.xlsx)."
)
@_force
def template(case_name: str | None, output: str, force: bool) -> None:
    """Write the spreadsheet that a case can be filled in on, with an example or with CASE in it."""
    from models.export.case_sheets import TooLong, case_sheets

    try:
        written = case_sheets(chosen_case(case_name or SMALLEST))
    except TooLong as error:
        raise click.ClickException(str(error)) from error
    _write(output, written, force=force)
    tell_written(output)


def _write(name: str, content: bytes, *, force: bool) -> None:
    with fresh(name, force=force):
        write_atomically(Path(name), content)


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
