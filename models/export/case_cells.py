"""How a value of a case stands in a cell of its spreadsheet, written and read.

Statements are named by code, as people see them; several things in one cell stand in lines of their own.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from models.export.case_columns import Column, Form

_CHOICE = re.compile(r"(?:(any)|at least (\d{1,3})) of:?\s+(.+)", re.IGNORECASE)
_SIGNPOST = re.compile(r"(for|against|open):\s+(.+)", re.IGNORECASE | re.DOTALL)

LONGEST_RANGE = 500


def shown(value: Any, column: Column, names: Mapping[str, str]) -> str:
    """A value as it stands in its cell; `names` has the code of each id."""
    if value is None:
        return ""
    match column.form:
        case Form.FLAG:
            return "yes" if value else ""
        case Form.CHOICE:
            return column.choices[str(value)]
        case Form.NUMBERS:
            return ", ".join(map(str, value))
        case Form.NAME | Form.NAMES:
            return ", ".join(_coded(one, names) for one in ([value] if isinstance(value, str) else value))
        case Form.PREMISES:
            return "\n".join(_premise(one, names) for one in value)
        case Form.STANCES:
            known = names if column.key == "sets" else {}
            return "\n".join(f"{_coded(name, known)}: {stance}" for name, stance in value.items())
        case Form.LINES | Form.SIGNPOSTS:
            return "\n".join(_signpost(one).replace("\n", "\n  ") for one in value)
        case _:
            return str(value)


def _premise(form: Any, names: Mapping[str, str]) -> str:
    if isinstance(form, str):
        return _coded(form, names)
    head = "any of" if "any" in form else f"at least {form['at-least']} of"
    return f"{head} {', '.join(_coded(one, names) for one in form.get('any', form.get('of', ())))}"


def _coded(text: str, names: Mapping[str, str]) -> str:
    name = text.removeprefix("not ")
    return ("not " if name != text else "") + names.get(name, name)


def _signpost(one: Any) -> str:
    return f"{one.get('speaks', 'open')}: {one['text']}" if isinstance(one, Mapping) else str(one)


def meant(text: str, column: Column, names: Mapping[str, str]) -> Any:
    """What a cell means, as the case has it; what means nothing is left as it is, to be told. None for an empty one."""
    lines = [part.replace("\n  ", "\n") for part in re.split(r"\n(?!  )", text.strip("\n"))]
    lines = [line.strip() for line in lines if line.strip()]
    if not lines:
        return None
    match column.form:
        case Form.FLAG:
            return True if _folded(lines[0]) in ("yes", "y", "x", "true", "1") else None
        case Form.CHOICE:
            words = {_folded(word): key for key, word in column.choices.items()}
            return words.get(_folded(text), _folded(text))
        case Form.NUMBER:
            return _number(text.strip())
        case Form.NUMBERS:
            return [number for part in _parts(lines) for number in _numbers(part)]
        case Form.NAME:
            return _named(text.strip(), names)
        case Form.NAMES:
            return [_named(part, names) for part in _parts(lines)]
        case Form.PREMISES:
            return [_meant_premise(part.strip(), names) for line in lines for part in _premises(line)]
        case Form.STANCES:
            pairs = (part.partition(":") for line in lines for part in re.split(r"[;\n]", line))
            return {_key(name.strip(), column, names): _stance(stance) for name, _, stance in pairs if name}
        case Form.SIGNPOSTS:
            return [_meant_signpost(line) for line in lines]
        case Form.LINES:
            return lines
        case _:
            return text.strip()


def _meant_premise(text: str, names: Mapping[str, str]) -> Any:
    found = _CHOICE.fullmatch(text)
    if found is None:
        return _named(text, names)
    parts = [_named(part, names) for part in _parts([found[3]])]
    return {"any": parts} if found[1] else {"at-least": int(found[2]), "of": parts}


def _premises(line: str) -> list[str]:
    """The premises of a line: semicolons part them, and so do commas where there is no choice."""
    return [
        part
        for whole in re.split(r"[;\n]", line)
        for part in ([whole] if _CHOICE.fullmatch(whole.strip()) else whole.split(","))
        if part.strip()
    ]


def _meant_signpost(line: str) -> Any:
    found = _SIGNPOST.fullmatch(line)
    return {"text": found[2], "speaks": found[1].lower()} if found else line


def _key(name: str, column: Column, names: Mapping[str, str]) -> str:
    return _named(name, names) if column.key == "sets" else name


def _stance(word: str) -> str:
    return "-".join(_folded(word).split())


def _named(text: str, names: Mapping[str, str]) -> str:
    """An id for a code or a name; what is neither stays as it is."""
    word = " ".join(text.split())
    if whole := names.get(word) or names.get(_folded(word)):
        return whole
    negated = word.lower().startswith("not ")
    name = word[4:].strip() if negated else word
    found = names.get(name) or names.get(name.upper()) or names.get(_folded(name)) or name
    return f"not {found}" if negated else found


def _parts(lines: Sequence[str]) -> list[str]:
    return [part.strip() for line in lines for part in re.split(r"[,;\n]", line) if part.strip()]


def _numbers(text: str) -> list[int | str]:
    """A number, or all numbers from one to another."""
    found = re.fullmatch(r"([0-9]{1,5})\s*[-–]\s*([0-9]{1,5})", text)
    if found is None or not 0 < int(found[2]) - int(found[1]) < LONGEST_RANGE:
        return [_number(text)]
    return list(range(int(found[1]), int(found[2]) + 1))


def _number(text: str) -> int | str:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
