"""What can be said of each part of a case: its fields in the order in which an author fills them in."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from models.authoring.document import CaseText
from models.authoring.edits import parts_of
from models.authoring.mending.cut import as_line, wholes
from models.authoring.outline import CASE
from models.schema.grades import Kind, Speaks, Stance, Strength
from models.schema.problem import phrase, together
from models.schema.value import Answer


class Entering(StrEnum):
    """How a field is entered."""

    LINE = "line"
    LONG = "long"
    CHOICE = "choice"
    NUMBERS = "numbers"
    LINES = "lines"
    NAME = "name"
    NAMES = "names"
    SIGNPOSTS = "signposts"
    TICK = "tick"
    STANCES = "stances"


class FieldOf(Answer, kw_only=False):
    """One field: its key in the file, its label, how it is entered, and what can be chosen (`options`)."""

    key: str
    label: str
    entering: Entering = Entering.LINE
    options: tuple[StrEnum | tuple[str, str], ...] = ()
    hint: str = ""


_KINDS = tuple(Kind)
_STANCES = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS, Stance.AS_ARGUED)
_STRENGTHS = tuple(Strength)
_LABEL = FieldOf("label", "Short name", hint="Three or four words")
_TEXT = FieldOf("text", "In a sentence", Entering.LONG)
_CITED = FieldOf("paragraphs", "Paragraphs", Entering.NUMBERS, hint="1, 4–6")
_KIND = FieldOf("kind", "In the source", Entering.CHOICE, _KINDS)
_MODEL = FieldOf("model", "Model", Entering.CHOICE)
_IF = FieldOf("if", "If", Entering.NAMES, hint="A1, not F2")
_STEP = FieldOf("because", "Why one follows from the other", Entering.LONG)
FIELDS: Mapping[str, tuple[FieldOf, ...]] = {
    "assumptions": (
        _LABEL,
        _TEXT,
        FieldOf("if-fails", "If it fails", hint="What is so then, in a few words"),
        _CITED,
        _KIND,
        FieldOf("baseline", "The source takes it to", Entering.CHOICE, _STANCES),
        FieldOf("argued-by", "Argued for by", Entering.NAMES, hint="F1, F2"),
        FieldOf("core", "One of the few on which most of the case is built", Entering.TICK),
        _MODEL,
        FieldOf("challenge", "Questions to the room, one a line", Entering.LINES),
        FieldOf(
            "signposts",
            "What to watch, one a line",
            Entering.SIGNPOSTS,
            hint="for: it is so. against: it is not. open: either",
        ),
        FieldOf("shaping", "What would help it to hold, one a line", Entering.LINES),
        FieldOf("hedging", "What would help if it fails, one a line", Entering.LINES),
    ),
    "findings": (_LABEL, _TEXT, _CITED, _KIND, _MODEL),
    "recommendations": (
        _LABEL,
        _TEXT,
        FieldOf("addressee", "To whom"),
        _CITED,
        _KIND,
        FieldOf("emphasis", "Its weight in the source", hint="First of all"),
        _MODEL,
    ),
    "rules": (
        _STEP,
        FieldOf("reply", "What the source answers", Entering.LONG),
        _CITED,
        FieldOf("kind", "The step is", Entering.CHOICE, _KINDS),
        FieldOf("strength", "Strength", Entering.CHOICE, _STRENGTHS),
    ),
    "links": (
        FieldOf("one-of", "Exactly one holds of", Entering.NAMES, hint="A1, A2"),
        FieldOf("at-most-one", "At most one holds of", Entering.NAMES, hint="A1, A2"),
        _IF,
        FieldOf("then", "Then", Entering.NAME, hint="A2, or not A2"),
        _STEP,
        _CITED,
    ),
    "background": (_TEXT, _CITED),
    "feedback": (
        _LABEL,
        _TEXT,
        FieldOf("unless-followed", "While this advice is not followed", Entering.NAME, hint="R1"),
        _IF,
        FieldOf("sets", "In the next step", Entering.STANCES, hint="A1: fails"),
        _KIND,
        _CITED,
    ),
    "coherence": (_IF, _TEXT),
    "concessions": (_TEXT, FieldOf("treatment", "How the case treats it", Entering.LONG), _CITED),
    "models": (FieldOf("title", "Name"),),
    "tests": (
        FieldOf("note", "What it shows"),
        FieldOf("set", "Taken to be", Entering.STANCES, hint="A1: fails"),
        FieldOf("expect", "Then", Entering.STANCES, hint="R1: not-needed"),
    ),
    CASE: (
        FieldOf("title", "Title of the case"),
        FieldOf("source.author", "Author of the source"),
        FieldOf("source.title", "Title of the source"),
        FieldOf("source.year", "Year", Entering.NUMBERS),
        FieldOf("source.kind", "What it is called", hint="essay, report, plan"),
        FieldOf("source.paragraphs", "How many paragraphs", Entering.NUMBERS),
        FieldOf("language", "Language of the texts", hint="en"),
        FieldOf("version", "Version"),
        FieldOf("changes", "What this version changed", Entering.LONG),
    ),
}


def fields_of(document: CaseText, section: str) -> tuple[FieldOf, ...]:
    """The fields of a part, with the models of the case to choose from."""
    models = tuple(
        (str(item.data.get("id")), str(item.data.get("title"))) for item in document.items("models")
    )
    found = (
        FieldOf(one.key, one.label, one.entering, models) if one.key == "model" else one
        for one in FIELDS[section]
    )
    return tuple(one for one in found if one.key != "model" or len(models) > 1)


def data_of(document: CaseText, section: str, place: int) -> dict[str, Any]:
    """What a part of the case says, its texts whole where a comma cut them."""
    if section == CASE:
        entry = document.entry("source")
        source = {**(document.data.get("source") or {}), **(wholes(entry.head, "source") if entry else {})}
        return {**document.data, "id": CASE, **{f"source.{key}": value for key, value in source.items()}}
    item = document.items(section)[place] if place >= 0 else None
    return {**item.data, **wholes(item.text)} if item else {}


def is_typed(field: FieldOf, data: Mapping[str, Any]) -> bool:
    """Whether a value can be typed in its field; a choice among premises can not."""
    return field.entering is not Entering.NAMES or all(
        isinstance(one, str) for one in data.get(field.key) or ()
    )


def shown(field: FieldOf, data: Mapping[str, Any], codes: Mapping[str, str]) -> str:
    """A value as it is typed; statements stand under their codes."""
    value = data.get(field.key)
    if value is None:
        return ""
    match field.entering:
        case Entering.NUMBERS:
            return ranges(value) if isinstance(value, list) else str(value)
        case Entering.LINES:
            return "\n".join(as_line(one) for one in value)
        case Entering.SIGNPOSTS:
            return "\n".join(_in_a_line(one) for one in value)
        case Entering.NAME:
            return _named(str(value), codes)
        case Entering.NAMES:
            return ", ".join(_one_or_choice(one, codes) for one in value)
        case Entering.STANCES:
            return ", ".join(f"{codes.get(name, name)}: {stance}" for name, stance in value.items())
    return str(value)


def entered(field: FieldOf, text: str, codes: Mapping[str, str]) -> Any:
    """What was typed as a value; None where nothing is left; raises ValueError with a sentence."""
    in_lines = field.entering in (Entering.LINES, Entering.SIGNPOSTS)
    words = [word for part in (text.split("\n") if in_lines else text.split(",")) if (word := part.strip())]
    ids = {code.casefold(): name for name, code in codes.items()}
    if not words:
        return None
    match field.entering:
        case Entering.NUMBERS:
            return _numbers(words) if field.key == "paragraphs" else _number(text.strip())
        case Entering.LINES:
            return words
        case Entering.SIGNPOSTS:
            return [_signpost(word) for word in words]
        case Entering.NAME:
            return _named(text.strip(), ids)
        case Entering.NAMES:
            return [_named(word, ids) for word in words]
        case Entering.STANCES:
            return _stances(words, ids if field.key == "sets" else {})  # a test may speak of codes, and does
    return text


def _named(text: str, names: Mapping[str, str]) -> str:
    """A statement, or the contrary of one, under its other name; what has none stays."""
    name = text.removeprefix("not ").strip()
    negated = "not " if text.startswith("not ") else ""
    return f"{negated}{names.get(name) or names.get(name.casefold(), name)}"


def _one_or_choice(form: Any, codes: Mapping[str, str]) -> str:
    if isinstance(form, str):
        return _named(form, codes)
    parts = " or ".join(_named(part, codes) for part in parts_of(form))
    return f"at least {form['at-least']} of ({parts})" if "at-least" in form else f"({parts})"


def _signpost(line: str) -> dict[str, str] | str:
    speaks, _, text = line.partition(":")
    known = speaks.strip().casefold()
    return {"speaks": known, "text": text.strip()} if known in list(Speaks) and text.strip() else line


def _in_a_line(signpost: Any) -> str:
    if not isinstance(signpost, Mapping) or "text" not in signpost:
        return as_line(signpost)
    return f"{signpost.get('speaks', Speaks.OPEN.value)}: {signpost.get('text', '')}"


def ranges(numbers: list[int]) -> str:
    """Numbers in short: 1, 4–6."""
    told: list[str] = []
    for number in sorted(set(numbers)):
        first, _, last = told[-1].partition("–") if told else ("", "", "")
        if told and int(last or first) == number - 1:
            told[-1] = f"{first}–{number}"
        else:
            told.append(str(number))
    return ", ".join(told)


def _numbers(words: list[str]) -> list[int]:
    found: list[int] = []
    for word in words:
        first, to, last = (part.strip() for part in re.sub("[-~]", "–", word).partition("–"))
        if not _is_number(first) or (to and not _is_number(last)):
            told = phrase("“{word}” is not taken, as it is no number.", word=word)
            if to and _is_number(first) and not last:
                told = phrase("“{word}” is not taken, as it has no end.", word=word)
            raise ValueError(together(told, phrase("Write numbers, such as 1, 4–6.")))
        if to and int(last) < int(first):
            raise ValueError(
                phrase(
                    "“{word}” is not taken, as it goes backwards. Write {last}–{first} if you mean all from {last} to "
                    "{first}.",
                    word=word,
                    first=first,
                    last=last,
                )
            )
        found += range(int(first), int(last or first) + 1)
    return found


def _number(text: str) -> int:
    if not _is_number(text):
        told = phrase("“{word}” is not taken, as it is no number.", word=text)
        raise ValueError(together(told, phrase("Write a number.")))
    return int(text)


def _is_number(text: str) -> bool:
    """Whether a text is a number that a paragraph or a year can have."""
    return re.fullmatch("[0-9]{1,4}", text) is not None


def _stances(words: list[str], ids: Mapping[str, str]) -> dict[str, str]:
    """What statements are taken to be; a test also speaks of codes."""
    found: dict[str, str] = {}
    for word in words:
        code, colon, stance = (part.strip() for part in word.partition(":"))
        name = _named(code, ids)
        if not (colon and code and stance) or name in found:
            told = (
                phrase("{code} is there twice.", code=code)
                if name in found
                else phrase("“{word}” is not taken, as it is not whole.", word=word)
            )
            raise ValueError(
                together(told, phrase("Write a code, a colon, and what it is, such as A1: fails."))
            )
        found[name] = stance.casefold()
    return found
