"""`export`: what is handed on, in the format that the name of the file asks for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from models.analyses.groups.standing import take_standing
from models.analyses.snapshots import take
from models.cli.answers import already_there, tell_written
from models.cli.answers import output as fresh
from models.cli.evaluate import refuse_contradiction
from models.cli.options import output_file, scenario_command
from models.export.formats import FORMATS, NoFormat, content, left_out
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.state import fresh_state
from models.schema.workshop import Workshop
from models.store.files import is_there, write_atomically


@click.command()
@scenario_command(with_workshops=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=output_file,
    required=True,
    help="Where to write it; its ending says as what: " + ", ".join(FORMATS) + ".",
)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def export(case: Case, scenario: Scenario, workshop: Workshop | None, output: str, force: bool) -> None:
    """Write SCENARIO, which may be a workshop too, or else the baseline, to be handed on."""
    path = Path(output)
    if not force and is_there(path):
        raise already_there(str(path))
    snapshot = take(fresh_state(case, scenario))
    refuse_contradiction(snapshot, as_json=False)
    if workshop is not None:
        snapshot = replace(snapshot, standing=take_standing(case, workshop))
    try:
        written = content(snapshot, path, date.today())
    except NoFormat as unknown:
        raise click.UsageError(str(unknown)) from unknown
    with fresh(str(path), force=force):
        write_atomically(path, written)
    tell_written(path)
    if less := left_out(snapshot, path):
        click.echo(less, err=True)
