"""The command line: the same answers as in the window, for scripts and for machines without a display."""

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from models.cli.analyse import analyse
from models.cli.answers import meant, tell_problems
from models.cli.check import check, schema
from models.cli.compare import compare
from models.cli.evaluate import evaluate
from models.cli.export import export, new
from models.cli.importing import import_case, tally, template
from models.cli.language import hush_libraries, language_option, speak_as_asked
from models.cli.printing import brief, print_pack
from models.language.messages import message, retold, told
from models.schema.problem import Refused
from models.store import files
from models.store.cases import NoSuchCase

SETTING = {"brief", "export", "print"}
"""Commands that set pages."""


class ClosedPipeError(Exception):
    """Whoever read the answer stopped before its end; click would end for it without a word."""


class Commands(click.Group):
    """The group of commands; what is wrong with files and words ends as sentences, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except NoSuchCase as missing:
            problem = missing.problems[0]
            what = told("There is no case {name}. {remedy}", name=problem.file, remedy=retold(problem.remedy))
            raise click.UsageError(what, ctx) from missing
        except Refused as refused:
            tell_problems(refused.problems)
            ctx.exit(1)
        except BrokenPipeError as closed:
            raise ClosedPipeError from closed

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except BrokenPipeError as closed:  # of the help
            raise ClosedPipeError from closed

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            what = told(
                "There is no command {name}. {remedy}", name=args[0], remedy=meant(args[0], self.commands)
            )
            raise click.UsageError(what, ctx)
        return super().resolve_command(ctx, args)


_WINDOW = """\b
The window:
  whatholds [FILE]                opens it; one that is open takes the file
  whatholds --new-window [FILE]   opens another
  whatholds --integrate           puts it into your menu (Linux), --remove takes it out
"""


_EARLIER = {"aside": "reject", "credence": "rate"}
"""Names that options had, which are still read."""


@click.group(
    cls=Commands,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "token_normalize_func": lambda name: _EARLIER.get(name, name),
    },
    epilog=_WINDOW,
)
@click.version_option(package_name="whatholds")
@language_option
def commands() -> None:
    """Toggle the assumptions under a piece of advice and see which recommendations still hold."""


for command in (
    check,
    evaluate,
    analyse,
    new,
    compare,
    tally,
    brief,
    print_pack,
    export,
    import_case,
    template,
    schema,
):
    commands.add_command(command)

COMMANDS = tuple(commands.commands)

_CLOSED_PIPE = 141
"""What shells tell of a program that a closed pipe ended."""


def run(arguments: Sequence[str]) -> int:
    """Runs a command and returns its exit code: 0 answered, 1 a file has problems, 2 wrong usage, 141 a closed pipe."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a character that the terminal lacks is no reason to stop
    speak_as_asked(arguments, commands)
    if {*arguments} & SETTING:
        hush_libraries()
    try:
        code = commands.main(list(arguments), prog_name="whatholds", standalone_mode=False)
    except ClosedPipeError:
        return _unwritten(message("The answer is not complete: its reader closed the pipe."), _CLOSED_PIPE)
    except OSError as error:
        what, remedy = map(retold, files.told(error))
        return _unwritten(told("The answer cannot be written. {what} {remedy}", what=what, remedy=remedy), 1)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    return code if isinstance(code, int) else 0


def _unwritten(why: str, code: int) -> int:
    """Says why the answer could not be written, if that can be said, and returns the exit code."""
    with suppress(OSError):
        click.echo(why, err=True)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # nothing more is to be said at exit
    return code
