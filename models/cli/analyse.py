"""`analyse`: how robust every recommendation is, what flips it, what it depends on and how likely it is."""

from collections.abc import Iterator, Sequence

import click

from models.analyses.as_json import analyse_json
from models.analyses.everywhere import everywhere
from models.analyses.flips import flips
from models.analyses.likelihood import likelihood, ranges
from models.analyses.single_flips import single_flips, with_carried
from models.analyses.snapshots import take
from models.cli.answers import padded, tell_json, visible, wrapped
from models.cli.evaluate import NOT_KNOWN, answer, refuse_contradiction, settings
from models.cli.options import credence_option, horizon_option, json_option, scenario_command
from models.engine.completions import EITHER
from models.language.credences import in_words, percent, taken_at_middle
from models.language.dates import horizon_words
from models.language.messages import marked, message, told
from models.language.states import word
from models.language.words import wide
from models.pages.depends.alone import tied_words
from models.pages.depends.change_words import change_headline
from models.pages.depends.likely import NOT_POSSIBLE, RULED_OUT, contradicted
from models.pages.depends.likely import percent as share_percent
from models.schema.analysis import Likelihood, Range, Robustness
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.snapshot import Snapshot, fresh_state

NOTE = marked(
    "The share counts the possible settings of all assumptions in which the recommendation holds; "
    "it is not a probability."
)
RATED = marked(
    "Probabilities follow from the ratings entered, with assumptions taken as independent of one another."
)
LINKED = marked(
    "Probabilities follow from the ratings entered, with assumptions taken as independent of one another "
    "but for the links between them: what links rule out is left out."
)
RANGED = marked(
    "Where not all that can matter is rated, the range goes over all ratings that the others could have."
)
NOT_EXACT = marked(
    "Not exact: the case is too tangled to go through all of it. What is told with “about” is an estimate."
)
NOT_ALL = marked("Not all smallest changes were found: there are too many, or the case is too tangled.")
INDENT = " " * 5
SHORT = 11
"""A fraction that is longer tells a reader nothing; JSON has it."""


@click.command()
@scenario_command()
@credence_option
@horizon_option
@click.option("--within", is_flag=True, help="Over the settings that the scenario leaves open, not over all.")
@json_option
def analyse(case: Case, scenario: Scenario, within: bool, as_json: bool) -> None:
    """Say how robust each recommendation is in SCENARIO, or else in the baseline, and what changes it."""
    refuse_contradiction(take(fresh_state(case, scenario)), as_json)
    if as_json:
        evaluated = answer(take(fresh_state(case, scenario)))
        tell_json(analyse_json(case, scenario, evaluated, within=within))
    else:
        click.echo(table(case, scenario, within))


def table(case: Case, scenario: Scenario, within: bool) -> str:
    """The analyses as a text for the terminal; of probability it speaks only where somebody rated something."""
    snapshot = take(fresh_state(case, scenario))
    shares = everywhere(case, scenario, within=within).of
    reaching = ranges(case, scenario, within=within) if scenario.credences else ()
    chances = _chances(case, scenario, within, reaching)
    alone = single_flips(case, scenario) if case.links else None
    turning = [with_carried(case, scenario, item, alone) if alone else item for item in flips(case, scenario)]
    what = message("share of settings left open" if within else "share of possible settings")
    probability = _right(message("probability"), 29) if chances else ""
    lines = [
        visible(case.title),
        wrapped(visible(f"{settings(snapshot)}.")),
        f"{'':28}{_right(what, 28)}{probability}",
    ]
    for found in turning:
        item, result = case.by_id[found.id], snapshot.evaluation.recommendation[found.id]
        verdict = padded(word(result.verdict) if result.known else message(NOT_KNOWN), 25)
        chance = _right(chances[found.id], 29) if chances else ""
        share = _right(_share(shares[found.id]), 26)
        lines.append(f"{item.code:<5}{verdict}{share}{chance}  {visible(item.title)}")
        changes = visible(f"{change_headline(snapshot, found)}.")
        lines.append(wrapped(changes, first=INDENT, indent=INDENT))
    exact = snapshot.evaluation.exact and all(item.exact for item in shares.values())
    notes = [
        NOTE,
        *(_on_ratings(snapshot, reaching, within) if chances else ()),
        *([] if exact else [NOT_EXACT]),
    ]
    notes += [tied_words(case, alone)] if alone and alone.tied else []
    notes += [] if all(item.complete for item in turning) else [NOT_ALL]
    return "\n".join([*lines, "", *(wrapped(message(note)) for note in notes)])


def _on_ratings(snapshot: Snapshot, reaching: Sequence[Range], within: bool) -> Iterator[str]:
    """What is to be known of the probabilities: where from, what a range is, at what a phrase is taken."""
    case, scenario = snapshot.case, snapshot.scenario
    settled = [item.id for item in scenario.stances if within and item.stance not in EITHER]
    yield contradicted(snapshot, settled) or message(LINKED if case.links else RATED)
    if any(_is_range(item) for item in reaching):
        yield message(RANGED)
    if middle := taken_at_middle(scenario.credence_of.values()):
        yield middle
    yield horizon_words(scenario.horizon)
    if any(item.ruled_out for item in reaching):
        yield message(RULED_OUT)


def _is_range(found: Range) -> bool:
    return bool(found.unrated) and found.low < found.high and not found.ruled_out


def _share(found: Robustness) -> str:
    if not found.exact:
        return _about(float(found.share), found.error)
    share = f"{share_percent(found.share)}%"
    return f"{share} ({found.share})" if len(str(found.share)) <= SHORT else share


def _chances(case: Case, scenario: Scenario, within: bool, reaching: Sequence[Range]) -> dict[str, str]:
    """How likely each recommendation is by the ratings, or between what; nothing where nothing is rated."""
    if not reaching:
        return {}
    guesses = likelihood(case, scenario, within=within).of
    return {item.id: _chance(item, guesses[item.id]) for item in reaching}


def _chance(found: Range, guess: Likelihood) -> str:
    if found.probability is not None:
        return f"{percent(found.probability)}, {in_words(found.probability)}"
    if found.ruled_out:
        return message(NOT_POSSIBLE)
    if not found.unrated and not guess.exact:
        return _about(guess.probability, guess.error)
    if found.exact and found.low == found.high:
        return f"{percent(found.low)}, {in_words(found.low)}"
    low, high = percent(found.low), percent(found.high)
    return told("{low} to {high}" if found.exact else "within {low} to {high}", low=low, high=high)


def _about(share: float, error: float) -> str:
    """An estimate with how far off it may be, in percent."""
    return told("about {number} ±{error}", number=percent(share), error=f"{100 * error:.1f}")


def _right(text: str, width: int) -> str:
    return " " * (width - wide(text)) + text
