"""`export` and `new`: what is handed on, in the format that its name asks for, and a scenario file to start from."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from models.analyses.groups.standing import take_standing
from models.analyses.snapshots import take
from models.cli.answers import already_there, tell_written
from models.cli.answers import output as fresh
from models.cli.evaluate import refuse_contradiction
from models.cli.options import credence_option, horizon_option, output_file, plain_text, scenario_command
from models.export.formats import FORMATS, NoFormat, content, left_out
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.snapshot import fresh_state
from models.schema.workshop import Workshop
from models.store.files import is_there, write_atomically
from models.store.scenarios import as_saved, save


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


@click.command()
@scenario_command(from_file=False)
@credence_option
@horizon_option
@click.option("--group", metavar="NAME", type=plain_text, default="", help="Who the scenario is from.")
@click.option("--title", metavar="TEXT", type=plain_text, default="", help="What to call it.")
@click.option("-o", "--output", metavar="FILE", type=output_file, required=True, help="Where to write it.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def new(case: Case, scenario: Scenario, group: str, title: str, output: str, force: bool) -> None:
    """Write a scenario file: the baseline, with what is set differently."""
    scenario = replace(scenario, title=title, group=group)
    snapshot = take(fresh_state(case, scenario))
    refuse_contradiction(snapshot, as_json=False)
    saved = as_saved(scenario, snapshot.evaluation, datetime.now(UTC).replace(microsecond=0))
    with fresh(output, force=force) as path:
        save(path, saved)
    tell_written(output)
