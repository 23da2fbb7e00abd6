"""How answers leave the command line: JSON as UTF-8 whatever the locale, problems on the error stream."""

import json
from collections.abc import Iterable
from typing import Any

import click

from models.schema.problem import Problem


def tell_json(answer: dict[str, Any]) -> None:
    """Writes one JSON object, always in UTF-8."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode())


def tell_problems(problems: Iterable[Problem]) -> None:
    """Writes one line for each problem to the error stream."""
    for problem in problems:
        click.echo(str(problem), err=True)
