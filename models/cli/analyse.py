"""`analyse`: how robust every recommendation is, what flips it, what it hangs on and how likely it is."""

import click

from models.analyses.as_json import analyse_json
from models.analyses.everywhere import everywhere
from models.analyses.flips import flips
from models.analyses.likelihood import likelihood
from models.cli.answers import tell_json
from models.cli.evaluate import answer, refuse_contradiction
from models.cli.options import credence_option, json_option, scenario_command
from models.engine.snapshot import take_snapshot
from models.language.change_words import change_headline
from models.language.states import word
from models.schema.case import Case
from models.schema.scenario import Scenario

NOTE = (
    "A share of settings is not a probability. Probabilities are exact for independent assumptions with the "
    "credences given; where none is given, holds counts 1, fails 0 and uncertain 0.5."
)


@click.command()
@scenario_command()
@credence_option
@click.option("--within", is_flag=True, help="Over the scenario's completions, not over all settings.")
@json_option
def analyse(case: Case, scenario: Scenario, within: bool, as_json: bool) -> None:
    """Say how robust each recommendation is in SCENARIO, or else in the baseline, and what changes it."""
    refuse_contradiction(take_snapshot(case, scenario), as_json)
    if as_json:
        evaluated = answer(take_snapshot(case, scenario))
        tell_json(analyse_json(case, scenario, evaluated, within=within))
    else:
        click.echo(table(case, scenario, within))


def table(case: Case, scenario: Scenario, within: bool) -> str:
    """The analyses as a text for the terminal."""
    snapshot = take_snapshot(case, scenario)
    shares = everywhere(case, scenario, within=within).of
    chances = likelihood(case, scenario, within=within).of
    what = "completions" if within else "settings"
    lines = [case.title, f"{'':28}{'share of ' + what:>24}{'probability':>14}"]
    for found in flips(case, scenario):
        item = case.by_id[found.id]
        verdict = word(snapshot.evaluation.recommendation[found.id].verdict)
        share, chance = shares[found.id], chances[found.id]
        told = str(share.share) if share.exact else f"about {float(share.share):.3f}"
        lines.append(f"{item.code:<5}{verdict:<25}{told:>22}{chance.probability:>14.4f}  {item.title}")
        lines.append(f"     {change_headline(snapshot, found)}")
    return "\n".join([*lines, "", NOTE])
