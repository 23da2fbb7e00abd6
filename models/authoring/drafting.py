"""Marks the sentences of a source that may hold an assumption or a recommendation, says why, and adds nothing.

It knows words and places, no meaning: a list of English signs, and where an argument's claims like to stand.
"""

import re
from dataclasses import replace
from enum import StrEnum

from models.authoring.source import SourceText
from models.schema.value import Answer


class Hint(StrEnum):
    """What a sentence may hold."""

    ASSUMPTION = "assumption"
    RECOMMENDATION = "recommendation"


class Mark(Answer):
    """A sentence that may hold something: where it stands in its paragraph, what it may hold, and why."""

    paragraph: int
    start: int
    end: int
    hint: Hint
    why: str
    text: str


_ADVICE = (
    (r"\b(should|ought to|must|needs? to|ha(?:s|ve) to)\b", "says what should be done"),
    (
        r"\b(recommend|propose|urge|advise|suggest(?:s|ing)? (?:that|to)|call(?:s|ing)? (?:on|for))",
        "recommends",
    ),
    (
        r"\b(let us|let’s|time to|the best (?:way|strategy|course)|the (?:only|right) way|better to|would do well)\b",
        "points to a course",
    ),
    (
        r"\b(instead of|rather than|opportunit(?:y|ies)|prioriti[sz]e|start(?:ing)? (?:by|with))\b",
        "weighs one course against another",
    ),
)
_CLAIMS = (
    (
        r"\b(will|won’t|won't|would) (?:always|never|continue|remain|keep|not|be|have|only)\b",
        "says what will be so",
    ),
    (
        r"\b(likely|unlikely|probabl[ey]|perhaps|maybe|may|might|could|seems?|appears?|apparently|presumably|possibly)\b",
        "is said with caution",
    ),
    (r"\b(if|unless|as long as|provided that|so long as|in case|once|until)\b", "rests on a condition"),
    (
        r"\b(because|since|given that|due to|thanks to|therefore|thus|hence|as a result|consequently)\b",
        "gives a reason",
    ),
    (
        r"\b(believes?|expects?|assum(?:e|es|ed|ing)|assumption|regards?|sees?|views?|perceiv\w+|consider\w*|fears?|hopes?|wants?)\b",
        "tells what somebody believes or wants",
    ),
    (
        r"\b(always|never|every|only|nobody|everyone|cannot|can’t|no longer|still|increasingly|more and more)\b",
        "claims without exception, or a trend",
    ),
    (
        r"\b(proves?|shows?|confirms?|means that|demonstrat\w+|suggests?|indicat\w+|lesson)\b",
        "draws a conclusion",
    ),
)
_SENTENCE = re.compile(r"[^.!?…。！？]+(?:[.!?…。！？]+[”’\"»)]*|$)\s*")
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|e\.g|i\.e|U\.S|U\.N|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.\s*$"
)
FEWEST = 4
"""Words: a shorter sentence claims nothing by itself."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end; a point after an abbreviation ends none."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _SENTENCE.finditer(text):
        if _SHORT.search(found[0]) and found.end() < len(text):
            continue
        if text[start : found.end()].strip():
            spans.append((start, start + len(text[start : found.end()].rstrip())))
        start = found.end()
    return spans


def marks(source: SourceText) -> tuple[Mark, ...]:
    """The sentences of a source that may hold something, in reading order; a sentence may be marked for both."""
    return tuple(
        mark for part in source.paragraphs if part.number for mark in _marked(part.number, part.text)
    )


def _marked(number: int, text: str) -> list[Mark]:
    spans, found = sentences(text), []
    for place, (start, end) in enumerate(spans):
        words = text[start:end]
        if len(words.split()) < FEWEST or words.endswith("?"):
            continue
        blank = Mark(paragraph=number, start=start, end=end, hint=Hint.ASSUMPTION, why="", text=words)
        advice = _signs(words, _ADVICE)
        claims = _signs(words, _CLAIMS)
        if place in (0, len(spans) - 1) and (claims or advice):
            claims.append("begins its paragraph" if place == 0 else "ends its paragraph")
        if advice:
            found.append(replace(blank, hint=Hint.RECOMMENDATION, why=_told(advice)))
        if claims:
            found.append(replace(blank, why=_told(claims)))
    return found


def _signs(words: str, signs: tuple[tuple[str, str], ...]) -> list[str]:
    found = ((re.search(pattern, words, re.IGNORECASE), why) for pattern, why in signs)
    return [f"“{match[0]}” {why}" for match, why in found if match]


def _told(reasons: list[str]) -> str:
    return "; ".join(reasons)
