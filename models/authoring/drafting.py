"""Marks the sentences of a source that may hold an assumption or a recommendation, says why, and adds nothing.

It knows words and places, no meaning: the signs of a language, which are a resource of it and no code, and where an
argument's claims like to stand.
"""

import re
import tomllib
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from models.authoring.source import SourceText
from models.schema.value import Answer
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


class Hint(StrEnum):
    """What a sentence may hold."""

    ASSUMPTION = "assumption"
    RECOMMENDATION = "recommendation"


class Reason(Answer, kw_only=False):
    """Why a sentence is marked: the key of a sign and the words that are it, or no words for the place it stands in."""

    key: str
    words: str = ""


class Mark(Answer):
    """A sentence that may hold something: where it stands in its paragraph, what it may hold, and why."""

    paragraph: int
    start: int
    end: int
    hint: Hint
    why: tuple[Reason, ...]
    text: str


BEGINS, ENDS = Reason("begins"), Reason("ends")
_SENTENCE = re.compile(r"(?:[^.!?…。！？]|(?<=\d)\.(?=\d))+(?:[.!?…。！？]+[”’\"»)]*|$)\s*")


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end; a point after an abbreviation ends none."""
    signs = signs_for(language, text)
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SENTENCE.finditer(text):
        if signs is not None and signs.short.search(found[0]) and found.end() < len(text):
            continue
        if text[start : found.end()].strip():
            spans.append((start, start + len(text[start : found.end()].rstrip())))
        start = found.end()
    return spans


def marks(source: SourceText, language: str = "en") -> tuple[Mark, ...]:
    """The sentences of a source that may hold something, in reading order; a sentence may be marked for both.

    A text in a language without signs has none.
    """
    signs = signs_of(source, language)
    if signs is None:
        return ()
    parts = (part for part in source.paragraphs if part.number)
    return tuple(mark for part in parts for mark in _marked(part.number, part.text, signs))


def signs_of(source: SourceText, language: str) -> Signs | None:
    """The signs that a source is looked through for."""
    return signs_for(language, " ".join(part.text for part in source.paragraphs))


def _marked(number: int, text: str, signs: Signs) -> list[Mark]:
    spans, found = sentences(text, signs.language), []
    for place, (start, end) in enumerate(spans):
        words = text[start:end]
        if len(words.split()) < signs.fewest or words.endswith(("?", "？")):
            continue
        blank = Mark(paragraph=number, start=start, end=end, hint=Hint.ASSUMPTION, why=(), text=words)
        advice = _found(words, signs.recommendation)
        claims = _found(words, signs.assumption)
        if place in (0, len(spans) - 1) and (claims or advice):
            claims.append(BEGINS if place == 0 else ENDS)
        if advice:
            found.append(replace(blank, hint=Hint.RECOMMENDATION, why=tuple(advice)))
        if claims:
            found.append(replace(blank, why=tuple(claims)))
    return found


def _found(words: str, signs: tuple[tuple[str, re.Pattern[str]], ...]) -> list[Reason]:
    found = ((pattern.search(words), key) for key, pattern in signs)
    return [Reason(key, match[0].strip()) for match, key in found if match]
