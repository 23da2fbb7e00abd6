"""The options that commands share: which case and scenario is meant, and what is set differently in it."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import reduce, wraps
from pathlib import Path
from typing import Any

import click
from typing_extensions import override

from models.cli.answers import tell_problems
from models.cli.settings import READINGS, with_settings
from models.language.credences import read_credence
from models.language.messages import message, told
from models.language.words import listed
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.scenario import CaseReference, Scenario, baseline_scenario
from models.schema.value import MAX_TEXT
from models.schema.workshop import Workshop
from models.store import workshops
from models.store.case_tests import find_case
from models.store.cases import DEFAULT_CASE, embedded_case_ids
from models.store.kinds import Kind, kind_of
from models.store.scenarios import case_reference, load

Command = Callable[..., Any]


class ReadingChoice(click.Choice[str]):
    """A reading by any of its names; of what is none, only the present names are told."""

    @override
    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        return told("{given} is neither one-argument nor every-argument.", given=value)


def stance_setting(text: str) -> tuple[str, Stance]:
    """An assumption and its stance, as in A3=fails."""
    name, _, stance = _with_a_name(text).partition("=")
    if stance not in list(Stance):
        known = listed(("=holds", "=fails", "=uncertain", "=as-argued"), joined_by="or")
        raise click.BadParameter(told("{text}: write an id or code, then {known}.", text=text, known=known))
    return name.strip(), Stance(stance)


def credence_setting(text: str) -> tuple[str, float]:
    """An assumption and how likely it is to hold, as in A3=0.7, read as in the window."""
    name, _, written = _with_a_name(text).partition("=")
    try:
        credence = read_credence(written)
    except ValueError:
        credence = None
    if credence is None:
        raise click.BadParameter(
            told("{text}: write an id or code, then =0.7, =70% or a phrase such as =likely.", text=text)
        )
    return name.strip(), credence


def _with_a_name(text: str) -> str:
    if text.lstrip().startswith("="):
        raise click.BadParameter(
            told("{text}: the name is empty. Write an id or code before the equals sign.", text=text)
        )
    return text


def rule_named(text: str) -> str:
    """An argument or objection by its id, which is not empty."""
    if not text.strip():
        raise click.BadParameter(message("the name is empty. Give the id of an argument or objection."))
    return text


def plain_text(text: str) -> str:
    """A text that can stand in a file: not too long, and without bytes that are no text."""
    if len(text) > MAX_TEXT:
        raise click.BadParameter(told("it is longer than {most} characters.", most=f"{MAX_TEXT:,}"))
    try:
        return os.fsencode(text).decode(
            errors="replace"
        )  # a locale that lacks its letters hid them in surrogates
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()


def input_file(text: str) -> str:
    """A file to read: one that has a name."""
    if not text:
        raise click.BadParameter(message("give the name of a file."))
    return text


def _case_named(text: str) -> str:
    if not text:
        raise click.UsageError(message("--case is empty. Give a case file, or the id of an embedded case."))
    return text


def output_file(text: str) -> str:
    """A file to write to; the terminal is none."""
    if text in ("", "-"):
        raise click.BadParameter(message("give the name of a file."))
    return text


def pdf_file(text: str) -> str:
    """A file to print to: a name with another ending would hide what it is."""
    if Path(output_file(text)).suffix.lower() not in ("", ".pdf"):
        raise click.BadParameter(
            told(
                "{name}: what is printed is a PDF. Let the name end in .pdf, or use export for other kinds of files.",
                name=Path(text).name,
            )
        )
    return text


case_option = click.option(
    "--case",
    "case_name",
    metavar="CASE",
    type=_case_named,
    help="A case file, or the id of an embedded case.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
credence_option = click.option(
    "--rate",
    "credences",
    metavar="A3=0.7",
    type=credence_setting,
    multiple=True,
    help="How likely an assumption is to hold.",
)
horizon_option = click.option(
    "--horizon",
    metavar="TIME",
    type=plain_text,
    default="",
    help="The time that ratings are for, such as five years or 2030.",
)
_setting_options = (
    case_option,
    click.option(
        "--set",
        "stances",
        metavar="A3=fails",
        type=stance_setting,
        multiple=True,
        help="The stance on an assumption, named by id or code: holds, fails, uncertain or as-argued.",
    ),
    click.option(
        "--reading",
        type=ReadingChoice(list(READINGS)),
        metavar="[one-argument|every-argument]",
        help="How the arguments combine; any and every for short.",
    ),
    click.option(
        "--added/--no-added", default=None, help="Include objections that the source does not raise."
    ),
    click.option(
        "--reject",
        "aside",
        metavar="RULE",
        type=rule_named,
        multiple=True,
        help="Reject an argument, named by its id in the case.",
    ),
)


def scenario_command(*, from_file: bool = True, with_workshops: bool = False) -> Callable[[Command], Command]:
    """Gives a command the options that make up a scenario and calls it with `case` and `scenario`.

    Where workshops are taken too, it is called with the `workshop` in the file, None where the file is none.
    """
    file = click.argument("scenario_file", metavar="[SCENARIO]", type=input_file, required=False)
    argument = (file,) if from_file else ()

    def decorate(command: Command) -> Command:
        @wraps(command)
        def wrapped(case_name: str | None, scenario_file: str | None = None, **given: Any) -> Any:
            if with_workshops and scenario_file is not None and kind_of(Path(scenario_file)) is Kind.WORKSHOP:
                case, scenario, given["workshop"] = chosen_workshop(case_name, Path(scenario_file))
            else:
                case, scenario = chosen(case_name, scenario_file)
                given.update({"workshop": None} if with_workshops else {})
            settings = {name: given.pop(name) for name in ("stances", "reading", "added", "aside")}
            scenario = with_settings(case, scenario, **settings, credences=given.pop("credences", ()))
            if horizon := given.pop("horizon", ""):
                scenario = replace(scenario, horizon=horizon)
            return command(case=case, scenario=scenario, **given)

        return reduce(
            lambda wrapping, option: option(wrapping), reversed((*argument, *_setting_options)), wrapped
        )

    return decorate


def chosen_case(name: str) -> Case:
    """The case under an id or path; what is merely odd about it goes to the error stream."""
    case, problems = find_case(name)
    tell_problems(problems)
    return case


def chosen(case_name: str | None, scenario_file: str | None) -> tuple[Case, Scenario]:
    """The case, and the scenario in the file or else the case's baseline."""
    if scenario_file is None:
        case = chosen_case(case_name or DEFAULT_CASE)
        return case, baseline_scenario(case)
    path = Path(scenario_file)
    if path.suffix.lower() in (".yaml", ".yml"):
        raise click.UsageError(told("{file} looks like a case; give it with --case.", file=scenario_file))
    case = _case_of(case_name, case_reference, path)
    loaded = load(path, case)
    tell_problems(loaded.problems)
    return case, loaded.scenario


def chosen_workshop(case_name: str | None, path: Path) -> tuple[Case, Scenario, Workshop]:
    """The case, and the workshop in the file with the plenary's scenario."""
    case = _case_of(case_name, workshops.case_reference, path)
    loaded = workshops.load(path, case)
    tell_problems(loaded.problems)
    return case, loaded.scenario, loaded.workshop


def _case_of(case_name: str | None, reference: Callable[[Path], CaseReference], path: Path) -> Case:
    """The case that is named, or else the embedded one that the file is on."""
    if case_name is None:
        wanted = reference(path).id
        case_name = wanted if wanted in embedded_case_ids() else DEFAULT_CASE
    return chosen_case(case_name)
