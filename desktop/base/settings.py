"""What the application remembers between runs; a broken file costs the preferences, never the start."""

import json
from pathlib import Path

from pydantic import Field, ValidationError

from desktop.base.theme import Scheme
from models.schema.value import Value
from models.store.files import write_atomically

RECENT = 8
LARGEST = 200_000


class Settings(Value):
    """Preferences and the last arrangement of the window."""

    scheme: Scheme = Scheme.SYSTEM
    scale: int = Field(default=100, ge=100, le=200)
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    tab: str = ""
    paper: str = Field(default="a4", max_length=20)
    welcomed: bool = False
    reduced_motion: bool = False
    recent: tuple[str, ...] = ()


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings and, where they could not be read, a sentence that says so."""
    try:
        if not path.exists():
            return Settings(), ""
        if path.stat().st_size > LARGEST:
            raise ValueError("too large")
        return Settings.model_validate_json(path.read_bytes()), ""
    except (OSError, ValueError, ValidationError):
        return Settings(), (
            f"The settings in {path} could not be read, so the defaults are used. "
            "They are replaced when the window is closed."
        )


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; raises OSError if that cannot be done."""
    text = json.dumps(settings.model_dump(mode="json"), indent=2) + "\n"
    write_atomically(path, text.encode())
