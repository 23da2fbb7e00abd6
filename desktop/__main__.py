"""Starts the application: a command is answered in the terminal, anything else opens the window."""

import builtins
import gc
import os
import sys
from pathlib import Path

# None is used, and looking for them costs a start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

NEW_WINDOW, LANGUAGE = "--new-window", "--language"


def main() -> None:
    """The command `whatholds`."""
    from models.cli import COMMANDS, run

    another = NEW_WINDOW in sys.argv[1:]
    given = [word for word in sys.argv[1:] if word != NEW_WINDOW]
    language, words = _asked_language(given)
    if words[:1] in (["--integrate"], ["--remove"]):
        from desktop.base.integration import integrate

        sys.exit(integrate(words, language))
    unspoken = bool(words) and words[0].startswith(LANGUAGE)
    if unspoken or (not another and words and not _is_for_window(words[0], COMMANDS)):
        sys.exit(run(given))
    sys.exit(_open_window(words, another, language))


def window() -> None:
    """The window alone, for desktops that start programs without a terminal."""
    words = [word for word in sys.argv[1:] if word != NEW_WINDOW]
    sys.exit(_open_window(words, NEW_WINDOW in sys.argv[1:]))


def _asked_language(words: list[str]) -> tuple[str, list[str]]:
    """The language that comes before all else, and the other words; none where it cannot be spoken, which is told."""
    name, given, language = words[0].partition("=") if words else ("", "", "")
    if name != LANGUAGE:
        return "", words
    from models.language.messages import languages

    language = language if given else "".join(words[1:2])
    return (language, words[1 if given else 2 :]) if language in languages() else ("", words)


def _open_window(words: list[str], another: bool, language: str = "") -> int:
    if len(words) > 1:
        return _refuse("open one file at a time; see whatholds --help", language)
    from desktop.base.display import has_display

    if sys.platform.startswith("linux") and not has_display(os.environ):
        return _refuse(
            "there is no display here, so no window can be opened. These need none: "
            "whatholds evaluate, whatholds brief, whatholds --help",
            language,
        )
    travel_light()
    from desktop.window.application import start

    return start(Path(words[0]) if words else None, another, language)


def _refuse(text: str, language: str) -> int:
    """Say in the terminal's language, or the one asked for, why no window opens."""
    from models.language.messages import message, speak, terminal_language

    speak(terminal_language(os.environ, language))
    print(f"whatholds: {message(text)}", file=sys.stderr)  # noqa: T201
    return 2


def _is_for_window(word: str, commands: tuple[str, ...]) -> bool:
    """Whether a word names a file; one without an ending that names none is a command mistyped."""
    is_file = bool(Path(word).suffix) or Path(word).exists()
    return is_file and word not in commands and not word.startswith("-")


def travel_light() -> None:
    """Leave out what makes a start slow and large and is of no use on the way to the window.

    Nothing that is loaded becomes garbage, so the collector waits until `warm_up`. PySide6 puts a
    hook into every import that reads the module's source, in search of a syntax that is not used here.
    """
    gc.disable()
    from desktop.base import lightly

    lightly.load()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    main()
