"""What all printed pages share: our typeface, and texts that it can show."""

from functools import lru_cache
from typing import Any

import typst

from models.charts.glyphs import FONTS, breakable, visible

STANDARDS = ["ua-1", "a-2a"]
WIDEST_WORD = 14.0


def printable(data: Any) -> Any:
    """The data with every text made of characters that the typeface has, and of words that can be broken."""
    match data:
        case str():
            return breakable(visible(data), WIDEST_WORD)
        case list() | tuple():
            return [printable(item) for item in data]
        case dict():
            return {key: printable(value) for key, value in data.items()}
        case _:
            return data


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Our typeface and no other."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
