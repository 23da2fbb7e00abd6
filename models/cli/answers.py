"""How answers leave the command line: JSON as UTF-8 whatever the locale, texts line by line, files whole and new."""

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from models.language.messages import problem_line, told
from models.language.unseen import in_one_line
from models.language.words import listed, wide
from models.schema.problem import Problem
from models.schema.references import closest

MOST_NAMED = 20
WIDTH = 100


def visible(text: str) -> str:
    """A text from a file on one line, with signs for what would steer the terminal or break the line."""
    return in_one_line(text)


def tell_json(answer: dict[str, Any]) -> None:
    """Writes one JSON object, always in UTF-8."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode())


def tell_problems(problems: Iterable[Problem]) -> None:
    """Writes one line for each problem to the error stream."""
    for problem in problems:
        click.echo(problem_line(problem), err=True)


def meant(name: str, known: Iterable[str], shown: Sequence[str] = ()) -> str:
    """What may be meant by a name that is not known: one that is close, or the first of all, or of those `shown`."""
    names = list(known)
    if close := closest(name, names):
        return told("Did you mean {name}?", name=close)
    return told("There are: {names}.", names=listed(shown or names, limit=MOST_NAMED))


def wrapped(text: str, *, first: str = "", indent: str = "", width: int = WIDTH) -> str:
    """A text in lines of a width; where its letters take the room of two, by the room that its words take."""
    if wide(text) == len(text):
        return fill(text, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
    lines, line = [], first
    for word in re.findall(r" *\S+", text):
        if line.strip() and wide(line) + wide(word) > width:
            lines.append(line)
            line = indent
        line += word if line.strip() else word.lstrip()
    return "\n".join([*lines, line])


def padded(text: str, width: int) -> str:
    """A text with spaces after it up to a width, in the room that it takes."""
    return text + " " * (width - wide(text))


@contextmanager
def output(name: str, *, force: bool) -> Iterator[Path]:
    """A file to write to, which nobody else has; one that is there is replaced only by `force`."""
    path = Path(name)
    if not force:
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError as error:
            raise already_there(name) from error
        except (OSError, ValueError):
            force = True  # whoever writes it says what is wrong
    try:
        yield path
    except BaseException:
        if not force:
            with suppress(OSError):
                path.unlink()
        raise


def already_there(name: str) -> click.UsageError:
    """Wrong usage: a file that would be replaced."""
    return click.UsageError(
        told("{name} exists already. Choose another name, or add --force to replace it.", name=name)
    )


def tell_written(name: object) -> None:
    """Say that a file was written."""
    click.echo(told("Wrote {name}.", name=str(name)))
