"""`print` and `brief`: one kind of the print pack as a PDF, for a scenario or a whole workshop."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from models.analyses.groups.standing import take_standing
from models.analyses.snapshots import take
from models.cli.answers import already_there, tell_written
from models.cli.answers import output as fresh
from models.cli.evaluate import refuse_contradiction
from models.cli.options import pdf_file, scenario_command
from models.language.messages import message, told
from models.language.words import listed
from models.paper.kinds import PAPERS, Audience, Kind
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.snapshot import fresh_state
from models.schema.workshop import Workshop
from models.store.files import is_there, write_atomically

if TYPE_CHECKING:  # typesetting takes long to load
    from models.paper.prints import Print

MOST = 200


@click.command("print")
@click.argument("kind", type=click.Choice([kind.value for kind in Kind]))
@scenario_command(with_workshops=True)
@click.option("-o", "--output", metavar="FILE", type=pdf_file, help="Where to write it.  [default: KIND.pdf]")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help="Its size.")
@click.option(
    "--for", "audience", type=click.Choice([item.value for item in Audience]), help="Who gets one each."
)
@click.option(
    "--number",
    metavar="N",
    type=click.IntRange(1, MOST),
    default=1,
    show_default=True,
    help="How many of them.",
)
@click.option("--annex", is_flag=True, help="Add pages with the analyses.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
def print_pack(
    kind: str,
    case: Case,
    scenario: Scenario,
    workshop: Workshop | None,
    output: str | None,
    paper: str,
    audience: str | None,
    number: int,
    annex: bool,
    force: bool,
) -> None:
    """Print KIND for SCENARIO, which may be a workshop too, or else for the baseline, to a PDF file."""
    from models.paper.prints import OF_KIND

    wanted = OF_KIND[Kind(kind)]
    title = message(wanted.title)
    if annex and not wanted.has_annex:
        raise click.UsageError(told("{title}: there is no annex.", title=title))
    chosen = _audience(wanted, title, paper, audience, number)
    path = Path(output or wanted.file)
    put_on_paper(
        wanted,
        path,
        case,
        scenario,
        workshop,
        force,
        paper=paper,
        annex=annex,
        audience=chosen,
        number=number,
    )


def put_on_paper(
    wanted: "Print",
    path: Path,
    case: Case,
    scenario: Scenario,
    workshop: Workshop | None,
    force: bool,
    **wishes: Any,
) -> None:
    """Write a print of a scenario, or of the workshop that it is the room's of, to a file."""
    from models.pages.sheet import analysed
    from models.pages.worries import changes_alone
    from models.paper.pack.wish import Wish

    if not force and is_there(path):
        raise already_there(str(path))
    if wanted.kind is Kind.SHEET:
        changes_alone(case, scenario)
    snapshot = take(fresh_state(case, scenario))
    refuse_contradiction(snapshot, as_json=False)
    if workshop is not None:
        snapshot = replace(snapshot, standing=take_standing(case, workshop))
    shown = analysed(snapshot) if wishes["annex"] else snapshot
    wish = Wish(shown, printed=date.today(), gathered=workshop is not None, **wishes)
    content = wanted.pdf(wish)
    with fresh(str(path), force=force):
        write_atomically(path, content)
    tell_written(path)
    if untold := wanted.untold(wish):
        click.echo(untold, err=True)


def _audience(wanted: "Print", title: str, paper: str, audience: str | None, number: int) -> Audience:
    """Who gets one each; a paper or a number that this cannot have is wrong usage."""
    if paper not in wanted.papers:
        what = told(
            "{title}: choose one of the papers {papers}.", title=title, papers=", ".join(wanted.papers)
        )
        raise click.UsageError(what)
    chosen = Audience(audience) if audience else next(iter(wanted.audience), Audience.PEOPLE)
    if number > 1 and chosen not in wanted.audience:
        offered = listed((f"--for {item}" for item in wanted.audience), joined_by="or")
        raise click.UsageError(
            told(
                "{title}: there is one {offered}." if offered else "{title}: there is one of it.",
                title=title,
                offered=offered,
            )
        )
    return chosen


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
