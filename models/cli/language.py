"""The language of the command line: what `--language` or the terminal asks for; JSON is the same in all of them."""

import os
from collections.abc import Sequence

import click

from models.language.messages import ENGLISH, languages, marked, message, speak, spoken, terminal_language
from models.store.embedded import prefer

NARROW = 58
"""The width of help whose letters take the room of two, in letters."""
OF_CLICK = (
    marked("(Did you mean one of: {possibilities}?)"),
    marked("Aborted!"),
    marked("Choose from:\n\t{choices}"),
    marked("Commands"),
    marked("Could not open file {filename!r}: {message}"),
    marked("Did you mean {possibility}?"),
    marked("Error: {message}"),
    marked("Got unexpected extra argument ({args})"),
    marked("Got unexpected extra arguments ({args})"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Invalid value: {message}"),
    marked("Missing argument"),
    marked("Missing command."),
    marked("Missing option"),
    marked("No such option {name!r}."),
    marked("Option {name!r} does not take a value."),
    marked("Option {name!r} requires an argument."),
    marked("Options"),
    marked("Show the version and exit."),
    marked("Show this message and exit."),
    marked("Try '{command} {option}' for help."),
    marked("Usage:"),
    marked("default: {default}"),
    marked("required"),
    marked("{value!r} is not one of {choices}."),
    marked("{value!r} is not a valid {number_type}."),
    marked("{value} is not in the range {range}."),
)
"""What the library says by itself."""

language_option = click.option(
    "--language",
    type=click.Choice(list(languages())),
    expose_value=False,
    help="The language of what is said; else the one of the terminal.",
)


def speak_as_asked(arguments: Sequence[str], group: click.Group) -> None:
    """Speak the language that is asked for, and open embedded cases in it; JSON is for programs, and stays English."""
    asked = terminal_language(os.environ, _value(arguments))
    speak(ENGLISH if "--json" in arguments else asked)
    prefer(spoken())
    if spoken() != ENGLISH:
        _translate(group)


def hush_libraries() -> None:
    """Let nobody speak English of its own: where fonts are looked up for long, the first time, that would be said."""
    import logging

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


def helps(group: click.Group) -> tuple[str, ...]:
    """All that stands in the help of a group's commands."""
    commands = (group, *group.commands.values())
    options = (item for command in commands for item in command.params if isinstance(item, click.Option))
    told = (*(command.help for command in commands), group.epilog, *(item.help for item in options))
    return tuple(text for text in told if text)


def _value(arguments: Sequence[str]) -> str:
    """What `--language` says, before the command."""
    for place, word in enumerate(arguments):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language":
            return "".join(arguments[place + 1 : place + 2])
        if not word.startswith("-"):
            break
    return ""


def _translate(group: click.Group) -> None:
    """Put every text of the help into the language in force, and what the library says."""
    group.context_settings["terminal_width"] = NARROW
    group.epilog = message(group.epilog or "")
    for command in (group, *group.commands.values()):
        command.help = message(command.help or "")
        for option in command.params:
            if isinstance(option, click.Option):
                option.help = message(option.help or "")
    for library in (
        click.core,
        click.decorators,
        click.exceptions,
        click.formatting,
        click.parser,
        click.types,
    ):
        vars(library)["_"] = message
        vars(library)["ngettext"] = _numbered


def _numbered(one: str, many: str, number: int) -> str:
    """What the library says of so many, its words not yet put in."""
    return message(one if number == 1 else many)
