"""What all printed pages share: our typeface, the system's where ours has no glyph, and texts that they can show."""

import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from models.charts.glyphs import FONTS, Companions, breakable, lacking, visible

if TYPE_CHECKING:
    import typst  # slow to load: whoever only asks what can be printed does without

STANDARDS = ["ua-1", "a-2a"]
WIDEST_WORD = 14.0
SANS = ("notosans", "dejavusans", "arial", "helvetica", "segoe", "hiragino", "gothic", "tahoma")
"""Families that look well beside ours are tried first."""
MOST_FONTS = 400


def printable(data: Any) -> Any:
    """The data with every text made of characters that can be set, and of words that can be broken."""
    match data:
        case str():
            return breakable(visible(data), WIDEST_WORD)
        case list() | tuple():
            return [printable(item) for item in data]
        case dict():
            return {key: printable(value) for key, value in data.items()}
        case _:
            return data


def companions(value: Any) -> Companions:
    """The fonts for all texts in a value, as few as may be; none where ours has every glyph."""
    wanted = frozenset(character for text in _texts(value) for character in lacking(text))
    return _found(wanted) if wanted else Companions()


@lru_cache(maxsize=16)
def _found(wanted: frozenset[str]) -> Companions:
    """Each time the font that has most of what is missing: one of few marks would tear them off their letters."""
    rest = {ord(character) for character in wanted}
    reach = {path: (name, has & rest) for path in _system_fonts() for name, has in (_coverage(path),)}
    families, files, covered = [], [], frozenset[int]()
    while rest and reach:
        path = max(reach, key=lambda one: len(reach[one][1] & rest))
        name, has = reach.pop(path)
        if not has & rest:
            break
        families.append(name)
        files += [path, *(bold for bold in (_bold(path),) if bold.is_file())]
        covered |= has
        rest -= has
    return Companions(
        tuple(dict.fromkeys(families)), tuple(files), covered, tuple(chr(code) for code in sorted(rest))
    )


@lru_cache(maxsize=1)
def _system_fonts() -> tuple[Path, ...]:
    """The machine's regular fonts, those without serifs first, always in the same order."""
    from matplotlib.font_manager import findSystemFonts

    found = sorted(Path(name) for name in findSystemFonts())
    plain = [
        path for path in found if not any(word in path.stem.lower() for word in ("bold", "italic", "oblique"))
    ]
    plain.sort(
        key=lambda path: min((place for place, name in enumerate(SANS) if name in _key(path)), default=99)
    )
    return tuple(plain[:MOST_FONTS])


def _key(path: Path) -> str:
    return path.stem.lower().replace("-", "").replace("_", "").replace(" ", "")


def _bold(path: Path) -> Path:
    """Where the bold one of a regular font is by custom."""
    return path.with_name(path.name.replace("Regular", "Bold")) if "Regular" in path.name else path.parent


def _coverage(path: Path) -> tuple[str, frozenset[int]]:
    """A font's family and the code points that it has; nothing where the file cannot be read."""
    from matplotlib.ft2font import FT2Font

    try:
        face = FT2Font(str(path))
    except (OSError, RuntimeError):
        return "", frozenset()
    return face.family_name, frozenset(face.get_charmap())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, Collection):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@lru_cache(maxsize=8)
def fonts(files: tuple[Path, ...] = ()) -> "typst.Fonts":
    """Our typeface and these files, and no other."""
    import typst

    folders = [FONTS, *(_gathered(files) if files else ())]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _gathered(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """A folder with copies of these files alone: whole folders would be read, however many fonts lie there.

    It is made once and kept in the cache, so that no crash leaves one behind in the temporary folder.
    """
    told = "\n".join(f"{file} {file.stat().st_mtime_ns}" for file in files)
    folder = user_cache_path("whatholds") / "fonts" / sha256(told.encode()).hexdigest()[:16]
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    try:
        if not folder.is_dir():
            part.mkdir(parents=True, exist_ok=True)
            for place, file in enumerate(files):
                shutil.copyfile(file, part / f"{place}{file.suffix}")
            part.replace(folder)
    except OSError:  # another window was faster, or nothing can be kept there
        shutil.rmtree(part, ignore_errors=True)
    return (folder,) if folder.is_dir() else tuple(dict.fromkeys(file.parent for file in files))
