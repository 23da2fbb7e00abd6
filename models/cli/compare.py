"""`compare`: where scenarios differ, and whether the difference matters to any recommendation."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from models.analyses.as_json import compare_json
from models.analyses.groups.compare import compare as ask
from models.analyses.snapshots import take
from models.cli.answers import tell_json, tell_problems, visible, wrapped
from models.cli.evaluate import refuse_contradiction
from models.cli.options import case_option, chosen, input_file, json_option
from models.language.messages import marked, message, plural
from models.language.naming import named, rule_named
from models.language.states import word
from models.language.words import READING_WORDS, listed, uncapitalised
from models.schema.case import Case
from models.schema.scenario import Scenario
from models.schema.snapshot import fresh_state
from models.schema.standing import Comparison, Difference, Setting
from models.store.scenarios import load

NOT_EXACT = marked(
    "Not exact: the case is too tangled to go through all of it; a difference may matter to more than is named."
)

SETTINGS = {
    Setting.READING: marked("How arguments combine"),
    Setting.OBJECTIONS: marked("Objections that the source does not raise"),
    Setting.REJECTED: marked("Rejected arguments"),
}


@click.command()
@case_option
@click.argument("files", metavar="SCENARIO SCENARIO...", type=input_file, nargs=-1, required=True)
@json_option
def compare(case_name: str | None, files: tuple[str, ...], as_json: bool) -> None:
    """Say where scenarios of one case differ, and which of the differences matter."""
    if len(files) < 2:
        raise click.UsageError(message("Give two scenarios or more."))
    case, first = chosen(case_name, files[0])
    rest = [load(Path(name), case) for name in files[1:]]
    for loaded in rest:
        tell_problems(loaded.problems)
    scenarios = [first, *(loaded.scenario for loaded in rest)]
    for name, scenario in zip(files, scenarios, strict=True):
        refuse_contradiction(take(fresh_state(case, scenario)), as_json, file=name)
    if as_json:
        tell_json(compare_json(case, scenarios, files))
    else:
        click.echo(table(case, scenarios, files))


def _settings(case: Case, scenarios: list[Scenario], found: Comparison) -> Iterator[str]:
    """The settings besides stances in which the scenarios differ, one a line."""
    for item in found.settings:
        said = (f"{n} {_setting(case, s, item.what)}" for n, s in enumerate(scenarios, start=1))
        matters = "; ".join(_matters(case, item.matters_to, item.changes_how, found.exact))
        if found.exact and not item.matters_to and not item.changes_how:
            matters = message("it changes no verdict here")
        yield f"{message(SETTINGS[item.what])}: {', '.join(said)}; {matters}."


def _setting(case: Case, scenario: Scenario, what: Setting) -> str:
    """What a scenario chooses there, inside a sentence."""
    match what:
        case Setting.READING:
            return uncapitalised(message(READING_WORDS[scenario.reading]))
        case Setting.OBJECTIONS:
            return (
                message("counted", "objections") if scenario.added else message("not counted", "objections")
            )
        case Setting.REJECTED:
            rejected = [f"{rule_named(case, rule)} ({rule})" for rule in scenario.set_aside]
            return listed(rejected) if rejected else message("none", "arguments")


def _as_read(case: Case, item: Difference, always: list[str]) -> Iterator[str]:
    """What holds or falls with an assumption only as some of the scenarios count arguments, in clauses."""
    readers: dict[tuple[str, ...], list[str]] = {}
    for number, read in enumerate(item.as_read_by, start=1):
        readers.setdefault(tuple(name for name in read if name not in always), []).append(str(number))
    for advice, numbers in readers.items():
        if advice:
            yield plural(
                "with arguments counted as in {who}, {names} holds or falls with it",
                "with arguments counted as in {who}, {names} hold or fall with it",
                len(advice),
                who=listed(numbers, joined_by="or"),
                names=listed(named(case.by_id[name]) for name in advice),
            )


def _matters(case: Case, advice: Sequence[str], how: Sequence[str], exact: bool) -> Iterator[str]:
    """What a difference does, in clauses."""
    decided, changed = ([named(case.by_id[name]) for name in names] for names in (advice, how))
    if decided:
        yield plural(
            "{names} holds or falls with it",
            "{names} hold or fall with it",
            len(decided),
            names=listed(decided),
        )
    if changed:
        yield plural(
            "it changes only how {names} holds or falls",
            "it changes only how {names} hold or fall",
            len(changed),
            names=listed(changed),
        )
    if not decided and not changed:
        yield message("no recommendation holds or falls with it" if exact else "not known to matter")


def table(case: Case, scenarios: list[Scenario], names: tuple[str, ...]) -> str:
    """The comparison as a text for the terminal."""
    found = ask(case, scenarios)
    lines = [
        visible(case.title),
        *(f"{number}  {visible(name)}" for number, name in enumerate(names, start=1)),
        "",
    ]
    lines += [wrapped(visible(line), indent=" " * 5) for line in _settings(case, scenarios, found)]
    for item in found.differences:
        stances = ", ".join(f"{n} {uncapitalised(word(s))}" for n, s in enumerate(item.stances, start=1))
        always = [name for name in item.matters_to if all(name in read for read in item.as_read_by)]
        matters = "; ".join(
            [
                *(
                    _matters(case, always, item.changes_how, found.exact)
                    if always or not item.matters_to
                    else ()
                ),
                *_as_read(case, item, always),
            ]
        )
        assumption = case.by_id[item.id]
        line = visible(f"{assumption.code:<5}{assumption.title}: {stances}; {matters}.")
        lines.append(wrapped(line, indent=" " * 5))
    lines += [message("The scenarios agree on every assumption.")] if not found.differences else []
    lines += [] if found.exact else [message(NOT_EXACT)]
    lines.append("")
    for advice in found.recommendations:
        recommendation = case.by_id[advice.id]
        verdicts = ", ".join(f"{n} {uncapitalised(word(v))}" for n, v in enumerate(advice.verdicts, start=1))
        lines.append(f"{recommendation.code:<5}{visible(recommendation.title)}: {verdicts}.")
    return "\n".join(lines)
