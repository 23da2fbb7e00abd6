"""`import` and `template`: a case from another format, and the spreadsheet to fill in for one."""

from pathlib import Path

import click

from models.cli.answers import already_there, tell_problems, tell_written
from models.cli.answers import output as fresh
from models.cli.check import summary
from models.cli.options import case_option, chosen_case, input_file, output_file
from models.language.messages import message, told
from models.store.cases import SMALLEST
from models.store.files import is_there, write_atomically

_force = click.option("--force", is_flag=True, help="Replace the file if there is one.")


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
