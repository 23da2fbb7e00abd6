"""The colours of charts and paper, read from the one table that the window uses too."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Literal

from resources import ROOT

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """The colour tokens that a drawing may use, as #RRGGBB."""

    panel: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    ink_faint: str
    brand: str
    brand_soft: str
    on_brand: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    open: str
    open_soft: str
    bad: str
    bad_soft: str
    added: str
    added_soft: str
    track: str


@lru_cache(maxsize=2)
def palette(theme: Theme) -> Palette:
    """The palette of a theme; paper uses light."""
    with (ROOT / "styles" / "tokens.toml").open("rb") as file:
        return palette_of(tomllib.load(file)[theme])


def palette_of(colours: Mapping[str, str]) -> Palette:
    """The palette of these named colours, of which there may be more."""
    return Palette(**{field.name: colours[field.name] for field in fields(Palette)})
