"""`brief`: the briefing sheet as a PDF."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import click

from models.analyses.groups.standing import take_standing
from models.analyses.snapshots import take
from models.cli.answers import already_there, tell_written
from models.cli.answers import output as fresh
from models.cli.evaluate import refuse_contradiction
from models.cli.options import pdf_file, scenario_command
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
    type=pdf_file,
    default="sheet.pdf",
    show_default=True,
    help="Where to write it.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Its size."
)
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@click.option("--annex", is_flag=True, help="Add pages with the analyses.")
def brief(
    case: Case,
    scenario: Scenario,
    workshop: Workshop | None,
    output: str,
    paper: Literal["a4", "letter"],
    force: bool,
    annex: bool,
) -> None:
    """Print the briefing sheet of SCENARIO, which may be a workshop too, or else of the baseline, to a PDF file."""
    from models.pages.sheet import analysed
    from models.pages.worries import changes_alone
    from models.paper.pack.wish import Wish
    from models.paper.prints import SHEET  # typesetting takes long to load and no other command needs it

    if not force and is_there(Path(output)):
        raise already_there(output)
    changes_alone(case, scenario)
    snapshot = take(fresh_state(case, scenario))
    refuse_contradiction(snapshot, as_json=False)
    if workshop is not None:
        snapshot = replace(snapshot, standing=take_standing(case, workshop))
    wish = Wish(analysed(snapshot) if annex else snapshot, paper, date.today(), annex=annex)
    sheet = SHEET.pdf(wish)
    with fresh(output, force=force) as path:
        write_atomically(path, sheet)
    tell_written(output)
    if untold := SHEET.untold(wish):
        click.echo(untold, err=True)
