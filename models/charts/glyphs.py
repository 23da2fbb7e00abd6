"""What our typeface can show: every other character is told by its code point instead of an empty box."""

import re
from collections.abc import Container, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from resources import ROOT

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font  # slow to load, and plain text asks for no width

FONTS = ROOT / "fonts"
BREAK = "\u200b"
SOFT_HYPHEN = "\u00ad"
MAX_MARKS = 3


@dataclass(frozen=True)
class Companions:
    """The system's fonts that a document needs beside ours: their names, their files and what they cover.

    `missing` are characters that no font of this machine has.
    """

    families: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    covered: frozenset[int] = frozenset()
    missing: tuple[str, ...] = ()


_companions: ContextVar[Companions] = ContextVar("companions", default=Companions())  # noqa: B039 - is frozen


@contextmanager
def beside(found: Companions) -> Iterator[None]:
    """Within, texts may have what these fonts cover, in charts too."""
    token = _companions.set(found)
    try:
        yield
    finally:
        _companions.reset(token)


def companions_here() -> Companions:
    """The fonts that stand beside ours now."""
    return _companions.get()


_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that the typeface has a glyph for."""
    return frozenset(_typeface().get_charmap())


def lacking(text: str) -> set[str]:
    """The characters that our typeface has no glyph for, although another might."""
    if text.isascii():
        return set()
    return {
        character
        for character in normalize("NFC", text)
        if not _shown(character) and category(character) not in _HIDDEN
    }


def visible(text: str, extra: Container[int] | None = None) -> str:
    """The text with every character that cannot be shown told as [U+1F600]; line ends become newlines.

    The code points in `extra` can be shown by another typeface, else those that companions have.
    Runs share their brackets. Controls, format characters (which could turn a line round), private and
    unpaired code points count as not to be shown, and so does the fourth and any further mark on one letter.
    """
    if text.isascii() and text.isprintable():
        return text
    plain = _LINE_ENDS.sub("\n", normalize("NFC", text)).replace("\t", " ")
    return "".join(_pieces(plain, companions_here().covered if extra is None else extra))


def ems(text: str) -> float:
    """How wide a line of the text is in our bold type, in ems."""
    return sum(map(_width, text))


def shortened(text: str, length: int) -> str:
    """The text in one line of at most so many characters, for labels whose full text stands elsewhere."""
    return clipped(visible(text), length)


def clipped(text: str, length: int) -> str:
    """The same of a text in whatever characters it has."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def breakable(text: str, limit: float) -> str:
    """The text with break opportunities inside every word wider than so many ems."""
    return re.sub(r"\S{" + str(int(limit)) + ",}", lambda match: _opened(match[0], limit), text)


def _pieces(text: str, extra: Container[int]) -> list[str]:
    pieces: list[str] = []
    missing: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if category(character) in ("Mn", "Me") else 0
        shown = _shown(character) if marks <= MAX_MARKS else ""
        if not shown and ord(character) in extra and category(character) not in _HIDDEN:
            shown = character if marks <= MAX_MARKS else ""
        if shown:
            pieces += _told(missing)
            missing = []
            pieces.append(shown)
        else:
            missing.append(f"U+{ord(character):04X}")
    return pieces + _told(missing)


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    """The character, or the plainer ones it is made of (a ligature's letters), or nothing."""
    for form in (character, normalize("NFKC", character)):
        if form and all(map(_has_glyph, form)):
            return form
    return ""


def _has_glyph(character: str) -> bool:
    if character in ("\n", SOFT_HYPHEN):
        return True
    return ord(character) in covered() and category(character) not in _HIDDEN


def _told(missing: list[str]) -> list[str]:
    return [f"[{' '.join(missing)}]"] if missing else []


def _opened(word: str, limit: float) -> str:
    if ems(word) <= limit:
        return word
    return re.sub(r"(\S)(?=\S)", rf"\1{BREAK}", word)


@lru_cache(maxsize=1024)
def _width(character: str) -> float:
    from matplotlib.ft2font import LoadFlags

    face = _typeface()
    if ord(character) not in covered():
        return 1.0
    return face.load_char(ord(character), flags=LoadFlags.NO_SCALE).horiAdvance / face.units_per_EM


@lru_cache(maxsize=1)
def _typeface() -> "FT2Font":
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(FONTS / "Pretendard-Bold.otf"))
