"""What the application remembers between runs; a broken file costs the preferences, never the start."""

import json
from dataclasses import asdict, fields
from itertools import chain
from pathlib import Path
from typing import Any

from desktop.base.theme import Scheme
from models.language.messages import PSEUDO, languages
from models.schema.problem import Refused, phrase
from models.schema.value import Answer
from models.store.files import write_atomically

RECENT = 8
LARGEST = 200_000
LEAST_SCALE, LARGEST_SCALE = 100, 200
PAPERS = ("a4", "letter", "a3")
"""What can be printed on, as `models.paper.kinds` says, which a start does not load."""


class Settings(Answer):
    """Preferences and the last arrangement of the window; ValueError where one is none.

    `drawers` are those that were opened or folded by hand; `watched` are the tables' folders, each after the file of
    its workshop; `folder` is where files are looked for first, or the workshop's or the last
    one used, `used`, where it is empty; `language` is a code, or the system’s where it
    is empty; `display` is the room's by its name, or any but the facilitator's. They are read at
    every start, so without pydantic, which costs as much as Qt.
    """

    scheme: Scheme = Scheme.SYSTEM
    scale: int = 100
    geometry: str = ""
    drawers: tuple[str, ...] = ()
    tab: str = ""
    paper: str = "a4"
    welcomed: bool = False
    reduced_motion: bool = False
    recent: tuple[str, ...] = ()
    watched: tuple[tuple[str, str], ...] = ()
    folder: str = ""
    used: str = ""
    language: str = ""
    display: str = ""

    def __post_init__(self) -> None:
        right = (
            all(isinstance(getattr(self, each.name), type(each.default)) for each in fields(self))
            and type(self.scale) is int
            and all(isinstance(text, str) for text in chain(self.recent, self.drawers, *self.watched))
            and all(len(pair) == 2 for pair in self.watched)
            and LEAST_SCALE <= self.scale <= LARGEST_SCALE
            and self.paper in PAPERS
        )
        if not right:
            raise ValueError("a preference has a value that it cannot have")


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings and, where some or all could not be read, a sentence that says so; the file is kept beside then."""
    try:
        if not path.exists():
            return Settings(), ""
        if path.stat().st_size > LARGEST:
            raise ValueError("too large")
        settings, unknown = _read_known(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, RecursionError):
        return Settings(), phrase(
            "The settings in {path} could not be read, so the defaults are used. {kept}",
            path=str(path),
            kept=_keep(path),
        )
    if not unknown:
        return settings, ""
    return settings, phrase(
        "Some settings in {path} could not be read, perhaps since a newer version wrote them: {unknown}. "
        "The others are used. {kept}",
        path=str(path),
        unknown=unknown,
        kept=_keep(path),
    )


def _keep(path: Path) -> str:
    """Set aside a file that is replaced when a setting changes, and say where."""
    kept = path.with_name(f"{path.stem}.kept{path.suffix}")
    try:
        write_atomically(kept, path.read_bytes())
    except (OSError, Refused):
        return phrase("They are replaced when a setting changes or the window is closed.")
    return phrase("As they were, they are kept in {name}.", name=kept.name)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; raises Refused if that cannot be done."""
    text = json.dumps(asdict(settings), indent=2) + "\n"
    write_atomically(path, text.encode())


def _read_known(data: Any) -> tuple[Settings, str]:
    """What of a file this version knows, and the names of the rest; ValueError or TypeError where that is nothing."""
    if not isinstance(data, dict):
        raise TypeError("settings are an object")
    data.pop("splitter", None)  # what earlier settings kept in the place of drawers
    known = {name: value for name, value in data.items() if _can_be(name, value)}
    if data and not known:
        raise ValueError("none of them is known")
    return _read(known), ", ".join(sorted(set(data) - set(known)))


def _can_be(name: str, value: Any) -> bool:
    if name == "language" and value not in ("", PSEUDO, *languages()):
        return False
    try:
        _read({name: value})
    except (ValueError, TypeError):
        return False
    return True


def _read(data: dict[str, Any]) -> Settings:
    """The settings that a file holds, which anybody may have written; ValueError or TypeError where it holds none."""
    lists = {name: tuple(data[name]) for name in ("drawers", "recent") if isinstance(data.get(name), list)}
    if isinstance(data.get("watched"), list):
        lists["watched"] = tuple(tuple(pair) for pair in data["watched"])
    return Settings(**{**data, **lists, "scheme": Scheme(data.get("scheme", Scheme.SYSTEM))})
