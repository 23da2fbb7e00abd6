"""The words by which sentences of a language may be known: a resource of each language, and no code.

A language without such words is told as one that drafting help does not know.
"""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from resources import ROOT

LANGUAGES = ROOT / "languages"


class Signs(NamedTuple):
    """What to look for in sentences of one language; each sign under the key of what it means."""

    language: str
    letters: re.Pattern[str]
    fewest: int
    short: re.Pattern[str]
    hedge: re.Pattern[str]
    recommendation: tuple[tuple[str, re.Pattern[str]], ...]
    assumption: tuple[tuple[str, re.Pattern[str]], ...]


def known() -> dict[str, str]:
    """The languages that have signs, by code, with what each calls itself."""
    files = sorted(LANGUAGES.glob("*/signs.toml"))
    names = {file.parent.name: file.with_name("name.txt") for file in files}
    return {code: file.read_text(encoding="utf-8").strip() for code, file in names.items()}


def signs_for(language: str, text: str) -> Signs | None:
    """The signs for a text: those of the language that its case is in, or of another whose letters it is written in."""
    code = language.partition("-")[0].lower()
    order = sorted(known(), key=lambda name: name != code)
    for name in order:
        found = _signs(name)
        if _is_written_in(found, text) and (name == code or not _is_latin(found)):
            return found
    return None


def _is_written_in(signs: Signs, text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return len(signs.letters.findall(text)) * 2 >= letters


def _is_latin(signs: Signs) -> bool:
    """Whether letters say little about the language: very many are written in them."""
    return signs.letters.match("a") is not None


@cache
def _signs(name: str) -> Signs:
    data = tomllib.loads((LANGUAGES / name / "signs.toml").read_text(encoding="utf-8"))

    def looked_for(section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple((key, re.compile(pattern, re.IGNORECASE)) for key, pattern in data[section].items())

    return Signs(
        language=name,
        letters=re.compile(data["letters"]),
        fewest=data["fewest"],
        short=re.compile(data["short"]),
        hedge=re.compile(data["hedge"], re.IGNORECASE),
        recommendation=looked_for("recommendation"),
        assumption=looked_for("assumption"),
    )
