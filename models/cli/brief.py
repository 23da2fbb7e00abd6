"""`brief`: the briefing sheet as a PDF."""

from pathlib import Path
from typing import Literal

import click

from models.cli.options import pdf_file, scenario_command
from models.cli.printing import put_on_paper
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.workshop import Workshop


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
    from models.paper.prints import SHEET  # typesetting takes long to load and no other command needs it

    put_on_paper(SHEET, Path(output), case, scenario, workshop, force, paper=paper, annex=annex)
