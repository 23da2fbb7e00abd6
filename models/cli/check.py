"""`check` and `schema`: every problem of a case file, with its line and remedy; and what files may say, for editors."""

from dataclasses import asdict
from pathlib import Path

import click

from models.cli.answers import tell_json, tell_problems
from models.cli.options import input_file, json_option
from models.language.messages import message, told
from models.language.words import counted
from models.schema.case import Case
from models.schema.problem import Problem, Refused, Severity
from models.schema.value import Value
from models.store.border import adapter
from models.store.case_tests import all_problems
from models.store.cases import case_path, read_case
from models.store.scenario_file import ScenarioFile
from models.store.workshop_file import WorkshopFile

SHAPES: dict[str, type[Value]] = {"case": Case, "scenario": ScenarioFile, "workshop": WorkshopFile}


@click.command()
@click.argument("case_name", metavar="CASE", type=input_file)
@json_option
@click.pass_context
def check(context: click.Context, case_name: str, as_json: bool) -> None:
    """List every problem of CASE (a file or an embedded id) and run its own tests."""
    problems, tests = _checked(case_path(case_name))
    if as_json:
        tell_json({"schema": 2, "problems": [asdict(problem) for problem in problems]})
    else:
        tell_problems(problems)
        click.echo(summary(problems) if problems else _sound(tests))
    context.exit(any(problem.severity is Severity.ERROR for problem in problems))


def _checked(path: Path) -> tuple[tuple[Problem, ...], int]:
    """Every problem of the case in a file, and how many tests it has of its own."""
    try:
        read = read_case(path)
    except Refused as refused:
        return refused.problems, 0
    return all_problems(read), len(read.case.tests)


def _sound(tests: int) -> str:
    """That nothing is wrong, and whether the case's own tests say so, too."""
    if tests:
        return message("No problems; the case’s own tests pass.")
    return message("No problems; the case has no tests of its own.")


def summary(problems: tuple[Problem, ...]) -> str:
    """How much is wrong, in a line."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return told(
        "{errors}, {remarks}.",
        errors=counted(errors, "error"),
        remarks=counted(len(problems) - errors, "remark"),
    )


@click.command()
@click.argument("kind", type=click.Choice(list(SHAPES)))
def schema(kind: str) -> None:
    """Write the JSON Schema of case, scenario or workshop files."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    tell_json(dialect | adapter(SHAPES[kind]).json_schema(by_alias=True))
