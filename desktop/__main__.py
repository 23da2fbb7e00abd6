"""Starts the application: a command is answered in the terminal, anything else opens the window."""

import builtins
import gc
import os
import sys
from pathlib import Path

# None is used, and looking for them costs a start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

NEW_WINDOW = "--new-window"


def main() -> None:
    """The command `whatholds`."""
    from models.cli import COMMANDS, run

    words = sys.argv[1:]
    if words[:1] in (["--integrate"], ["--remove"]):
        from desktop.base.integration import integrate

        sys.exit(integrate(words))
    if NEW_WINDOW in words:
        sys.exit(_open_window(words))
    if words and (words[0] in COMMANDS or words[0].startswith("-") or not _may_be_file(words[0])):
        sys.exit(run(words))
    sys.exit(_open_window(words))


def window() -> None:
    """The window alone, for desktops that start programs without a terminal."""
    sys.exit(_open_window(sys.argv[1:]))


def _open_window(words: list[str]) -> int:
    another = NEW_WINDOW in words
    words = [word for word in words if word != NEW_WINDOW]
    if len(words) > 1:
        return _refuse("open one file at a time; see whatholds --help")
    from desktop.base.display import has_display

    if sys.platform.startswith("linux") and not has_display(os.environ):
        return _refuse(
            "there is no display here, so no window can be opened. These need none: "
            "whatholds evaluate, whatholds brief, whatholds --help"
        )
    travel_light()
    from desktop.window.application import start

    return start(Path(words[0]) if words else None, another)


def _refuse(text: str) -> int:
    """Say in the terminal's language why no window opens."""
    from models.language.messages import message, speak, terminal_language

    speak(terminal_language(os.environ))
    print(f"whatholds: {message(text)}", file=sys.stderr)  # noqa: T201
    return 2


def _may_be_file(word: str) -> bool:
    """A word without an ending that names no file is a command mistyped."""
    return bool(Path(word).suffix) or Path(word).exists()


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
