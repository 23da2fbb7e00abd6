"""Breaks the map's labels into lines before anything is drawn, so that screen and paper break them alike.

The widths are those of our regular type, rounded up, so that no line turns out wider than promised.
"""

from functools import lru_cache
from unicodedata import category, normalize

ELLIPSIS = "…"
# fmt: off
_ASCII = (  # hundredths of an em, from the space on
    26, 26, 38, 60, 61, 87, 61, 21, 35, 35, 48, 63, 26, 44, 26, 34, 60, 44, 59, 62, 63, 60, 62, 56,
    61, 62, 26, 26, 63, 63, 63, 48, 88, 65, 62, 70, 69, 57, 56, 71, 71, 25, 52, 63, 54, 86, 72, 73,
    61, 73, 61, 61, 62, 71, 65, 92, 62, 64, 60, 35, 34, 35, 45, 43, 47, 54, 60, 53, 60, 56, 34, 58,
    57, 22, 22, 52, 22, 84, 56, 57, 58, 58, 35, 50, 34, 56, 53, 78, 52, 53, 52, 35, 31, 35, 63,
)
# fmt: on
_OTHERS = {"‘": 25, "’": 25, "“": 47, "”": 47, "–": 48, ELLIPSIS: 82}
_WIDEST = 100


def width_in_ems(text: str) -> float:
    """About how wide a line is, in ems, and never less."""
    return sum(map(_hundredths, text)) / 100


@lru_cache(maxsize=4096)
def broken(text: str, width: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines of so many ems; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    for word in (piece for whole in text.split() for piece in _pieces(whole, width)):
        if lines and width_in_ems(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), width))


@lru_cache(maxsize=1024)
def _hundredths(character: str) -> int:
    if _is_mark(character):
        return 0
    letter = normalize("NFD", character)[0]
    place = ord(letter) - ord(" ")
    return _ASCII[place] if 0 <= place < len(_ASCII) else _OTHERS.get(letter, _WIDEST)


def _pieces(word: str, width: float) -> list[str]:
    """The word, or where it is too wide for a line, the parts that fit."""
    pieces = [""]
    for character in word:
        if pieces[-1] and not _is_mark(character) and width_in_ems(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _is_mark(character: str) -> bool:
    """Whether it stands on the letter before it, as vowels and tones of many scripts do."""
    return category(character) in ("Mn", "Me")


def _cut(text: str, width: float) -> str:
    while text and width_in_ems(text + ELLIPSIS) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
