"""`check`: every problem of a case file, with its line and remedy, and the case's own tests."""

from dataclasses import asdict

import click

from models.cli.answers import tell_json, tell_problems
from models.cli.options import input_file, json_option
from models.language.messages import message, told
from models.language.words import counted
from models.schema.problem import Problem, Severity
from models.store.case_tests import check as check_case
from models.store.cases import case_path


@click.command()
@click.argument("case_name", metavar="CASE", type=input_file)
@json_option
@click.pass_context
def check(context: click.Context, case_name: str, as_json: bool) -> None:
    """List every problem of CASE (a file or an embedded id) and run its own tests."""
    problems = check_case(case_path(case_name))
    if as_json:
        tell_json({"schema": 2, "problems": [asdict(problem) for problem in problems]})
    else:
        tell_problems(problems)
        click.echo(summary(problems))
    context.exit(any(problem.severity is Severity.ERROR for problem in problems))


def summary(problems: tuple[Problem, ...]) -> str:
    """How much is wrong, in a line."""
    if not problems:
        return message("No problems; the case’s own tests pass.")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return told(
        "{errors}, {remarks}.",
        errors=counted(errors, "error"),
        remarks=counted(len(problems) - errors, "remark"),
    )
