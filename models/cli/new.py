"""`new`: a scenario file to start from."""

from datetime import UTC, datetime

import click

from models.analyses.snapshots import take
from models.cli.answers import output as fresh
from models.cli.answers import tell_written
from models.cli.evaluate import refuse_contradiction
from models.cli.options import credence_option, horizon_option, output_file, plain_text, scenario_command
from models.schema.case import Case
from models.schema.scenario import Scenario, revised
from models.schema.state import fresh_state
from models.store.scenarios import as_saved, save


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
    scenario = revised(scenario, title=title, group=group)
    snapshot = take(fresh_state(case, scenario))
    refuse_contradiction(snapshot, as_json=False)
    saved = as_saved(scenario, snapshot.evaluation, datetime.now(UTC).replace(microsecond=0))
    with fresh(output, force=force) as path:
        save(path, saved)
    tell_written(output)
