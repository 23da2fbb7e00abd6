"""How a value of a case stands in a cell of its spreadsheet, written and read.

Statements are named by code, as people see them; several things in one cell stand in lines of their own.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from models.export.case_columns import ANY, LEAST, NOT, SHEET, SPEAKS, YES, Column, Form, folded, spelled
from models.language.messages import message, spellings
from models.language.particles import fill

LONGEST_RANGE = 500


def shown(value: Any, column: Column, names: Mapping[str, str]) -> str:
    """A value as it stands in its cell; `names` has the code of each id."""
    if value is None:
        return ""
    match column.form:
        case Form.FLAG:
            return message(YES["yes"], SHEET) if value else ""
        case Form.CHOICE:
            return message(column.choices[str(value)], column.context)
        case Form.NUMBERS:
            return ", ".join(map(str, value))
        case Form.NAME | Form.NAMES:
            return ", ".join(_coded(one, names) for one in ([value] if isinstance(value, str) else value))
        case Form.PREMISES:
            return "\n".join(_premise(one, names) for one in value)
        case Form.STANCES:
            known = names if column.key == "sets" else {}
            said = {key: message(word, column.context) for key, word in column.choices.items()}
            return "\n".join(
                f"{_coded(name, known)}: {said.get(stance, stance)}" for name, stance in value.items()
            )
        case Form.LINES | Form.SIGNPOSTS:
            return "\n".join(_signpost(one).replace("\n", "\n  ") for one in value)
        case _:
            return str(value)


def _premise(form: Any, names: Mapping[str, str]) -> str:
    if isinstance(form, str):
        return _coded(form, names)
    parts = ", ".join(_coded(one, names) for one in form.get("any", form.get("of", ())))
    if "any" in form:
        return fill(message(ANY, SHEET), names=parts)
    return fill(message(LEAST, SHEET), number=form["at-least"], names=parts)


def _coded(text: str, names: Mapping[str, str]) -> str:
    name = text.removeprefix("not ")
    code = names.get(name, name)
    return fill(message(NOT, SHEET), name=code) if name != text else code


def _signpost(one: Any) -> str:
    if not isinstance(one, Mapping):
        return str(one)
    return f"{message(one.get('speaks', 'open'), SHEET)}: {one['text']}"


def meant(text: str, column: Column, names: Mapping[str, str]) -> Any:
    """What a cell means, as the case has it; what means nothing is left as it is, to be told. None for an empty one."""
    lines = [part.replace("\n  ", "\n") for part in re.split(r"\n(?!  )", text.strip("\n"))]
    lines = [line.strip() for line in lines if line.strip()]
    if not lines:
        return None
    match column.form:
        case Form.FLAG:
            return True if folded(lines[0]) in (*spelled("yes"), "y", "x", "true", "1") else None
        case Form.CHOICE:
            return _chosen(text, column)
        case Form.NUMBER:
            return _number(text.strip())
        case Form.NUMBERS:
            return [number for part in _parts(lines) for number in _numbers(part)]
        case Form.NAME:
            return _named(text.strip(), names)
        case Form.NAMES:
            return [_named(part, names) for part in _parts(lines)]
        case Form.PREMISES:
            return [_meant_premise(part.strip(), names) for line in lines for part in _premises(line, names)]
        case Form.STANCES:
            pairs = (part.partition(":") for line in lines for part in re.split(r"[;\n]", line))
            return {
                _key(name.strip(), column, names): "-".join(_chosen(stance, column).split())
                for name, _, stance in pairs
                if name
            }
        case Form.SIGNPOSTS:
            return [_meant_signpost(line) for line in lines]
        case Form.LINES:
            return lines
        case _:
            return text.strip()


def _meant_premise(text: str, names: Mapping[str, str]) -> Any:
    found = _choice(text)
    if found is None:
        return _named(text, names)
    parts = [_named(part, names) for part in _parts([found["names"]])]
    least = found.groupdict().get("number")
    return {"at-least": int(least), "of": parts} if least else {"any": parts}


def _chosen(text: str, column: Column) -> str:
    """What can be chosen under its key; what is none of it stays, to be told."""
    known = {way: key for key, word in column.choices.items() for way in spelled(word, column.context)}
    return known.get(folded(text), folded(text))


def _choice(text: str) -> re.Match[str] | None:
    return _written(LEAST, text) or _written(ANY, text)


def _written(pattern: str, text: str) -> re.Match[str] | None:
    """What stands in the places of a pattern, in whatever language it was written."""
    found = (form.fullmatch(text) for form in _forms(pattern))
    return next((one for one in found if one), None)


@lru_cache(maxsize=8)
def _forms(pattern: str) -> tuple[re.Pattern[str], ...]:
    places = {"{number}": r"(?P<number>\d{1,3})", "{names}": "(?P<names>.+)", "{name}": "(?P<name>.+)"}
    return tuple(
        re.compile(
            "".join(
                places.get(part) or r":?\s+".join(map(re.escape, part.split(" ")))
                for part in re.split(r"(\{\w+\})", way)
            ),
            re.IGNORECASE | re.DOTALL,
        )
        for way in sorted(spellings(pattern, SHEET))
    )


def _premises(line: str, names: Mapping[str, str]) -> list[str]:
    """The premises of a line: semicolons part them, and so do commas where there is no choice."""
    return [
        part
        for whole in re.split(r"[;\n]", line)
        for part in ([whole] if _is_whole(whole, names) else whole.split(","))
        if part.strip()
    ]


def _is_whole(text: str, names: Mapping[str, str]) -> bool:
    """Whether commas do not part a text: it is a choice, or it has an “or” and may be one."""
    if _choice(text.strip()):
        return True
    return any(
        " or " in f" {part.strip()} " and _named(part, names) == " ".join(part.split())
        for part in text.split(",")
    )


def _meant_signpost(line: str) -> Any:
    head, _, text = line.partition(":")
    known = {way: word for word in SPEAKS for way in spelled(word)}
    speaks = known.get(folded(head))
    return (
        {"text": text.strip(), "speaks": speaks} if speaks and text[:1].isspace() and text.strip() else line
    )


def _key(name: str, column: Column, names: Mapping[str, str]) -> str:
    return _named(name, names) if column.key == "sets" else name


def _named(text: str, names: Mapping[str, str]) -> str:
    """An id for a code or a name; what is neither stays as it is."""
    word = " ".join(text.split())
    if whole := names.get(word) or names.get(folded(word)):
        return whole
    negated = _written(NOT, word)
    name = negated["name"].strip() if negated else word
    found = names.get(name) or names.get(name.upper()) or names.get(folded(name)) or name
    return f"not {found}" if negated else found


def _parts(lines: Sequence[str]) -> list[str]:
    return [part.strip() for line in lines for part in re.split(r"[,;\n]", line) if part.strip()]


def _numbers(text: str) -> list[int | str]:
    """A number, or all numbers from one to another."""
    found = re.fullmatch(r"([0-9]{1,5})\s*[-–~]\s*([0-9]{1,5})", text)
    if found is None or not 0 < int(found[2]) - int(found[1]) < LONGEST_RANGE:
        return [_number(text)]
    return list(range(int(found[1]), int(found[2]) + 1))


def _number(text: str) -> int | str:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text
