"""What YAML takes otherwise than its author, told in the author's words: which sentence, where, and what to do."""

from collections.abc import Iterator
from functools import lru_cache

from models.authoring.document import CaseText
from models.authoring.form import FIELDS
from models.authoring.mending.cut import is_doubtful, notes, wholes
from models.authoring.outline import CASE
from models.authoring.pieces import said
from models.authoring.reading import MOST_ITEMS, Remark
from models.schema.problem import Problem, Refused, Severity, pattern, phrase
from models.store.slips import MAY_BE_EMPTY
from models.store.yaml_text import read_yaml

_LONGEST = 60
"""Letters of a text that are shown of either side of the place where it is cut."""
_BY_COMMA = phrase("Press Return here to keep the whole text, or go on writing it in its field.")
_BY_COLON = phrase("Press Return here to keep the whole text.")
_BY_NOTE = phrase("If it belongs to the text, press Return here; if it is a note of yours, leave it.")
_BY_HAND = phrase("Write the whole text in its field.")


def cuts(document: CaseText) -> Iterator[Remark]:
    """What may have been cut, and where."""
    for entry in document.entries:
        for place, item in enumerate(entry.items):
            if is_doubtful(item.text):
                where = owner_of(document, entry.key, item.data)
                yield from (Remark(one, entry.key, place) for one in _told(item.text, entry.key, where))
        if not entry.items and is_doubtful(entry.head):
            yield from (Remark(one) for one in _told(entry.head, CASE, "", entry.key))


def is_told_by(cut: Remark, remark: Remark) -> bool:
    """Whether a remark tells in other words what a cut text comes to."""
    told, shape = (getattr(one.problem.what, "pattern", "") for one in (cut, remark))
    same = (cut.section, cut.place) == (remark.section, remark.place) and cut.place >= 0
    return same and ("begins with #" in told or "cut at the colon" in told) and shape in _OF_SHAPE


_OF_SHAPE = (
    "`{name}` should be {wanted}, not {given}.",
    "An entry of `{name}` cannot be {given}.",
    "A{n} {owner} without `{name}`.",
    "Unknown key `{name}`.",
)


@lru_cache(maxsize=MOST_ITEMS)
def _told(text: str, section: str, whose: str, within: str | None = None) -> tuple[Problem, ...]:
    try:
        return (*_cut(text, section, whose, within), *_others(text, section, whose, within))
    except Refused:
        return ()  # it is told of the whole


def _cut(text: str, section: str, whose: str, within: str | None) -> Iterator[Problem]:
    kept = _data(text, within)
    for key, whole in wholes(text, within).items():
        what = phrase(
            "{where} ends after “{kept}”: the rest, “{rest}”, is not read, as a comma stands before it.",
            where=_where(section, key, whose, within),
            kept=_end(str(kept[key])),
            rest=_start(whole.removeprefix(str(kept[key])).lstrip(", ")),
        )
        yield Problem(file="", what=what, remedy=_BY_COMMA)
    for key, note in notes(text, within).items():
        told = pattern("{where} ends after “{kept}”: “{rest}” is taken for a note, as # stands before it.")
        if kept[key] is None:
            told = pattern("{where} is empty: “{rest}” is taken for a note, as it begins with #.")
        what = phrase(
            told,
            where=_where(section, key, whose, within),
            kept=_end(str(kept[key])),
            rest=_start(note),
        )
        remedy = _BY_HAND if within else _BY_NOTE
        needed = kept[key] is None and key not in MAY_BE_EMPTY
        severity = Severity.ERROR if needed else Severity.REMARK
        yield Problem(file="", severity=severity, what=what, remedy=remedy)


def _others(text: str, section: str, whose: str, within: str | None) -> Iterator[Problem]:
    """What is told as the reader of files tells it: it is no text of a field, or only may be cut."""
    by_comma, by_note = wholes(text, within), notes(text, within)
    for one in read_yaml("", text)[1]:
        found, words = getattr(one.what, "pattern", ""), getattr(one.what, "words", {})
        if by_comma and ("ends at the comma" in found or "has no value" in found):
            continue
        if by_note and ("is a comment" in found or "is empty, as" in found):
            continue
        if "is empty, as" in found:
            key = str(words["name"])
            what = phrase(
                "{where} is empty: “{rest}” is taken for a note, as it begins with #.",
                where=_where(section, key, whose, None),
                rest=words["text"],
            )
            yield Problem(file="", severity=one.severity, what=what, remedy=_BY_HAND)
            continue
        if "is cut at the colon" in found:
            key = str(words["name"])
            what = phrase(
                "{where} has a line that is cut at the colon after “{text}”.",
                where=_where(section, key, whose, within),
                text=words["key"],
            )
            yield Problem(file="", what=what, remedy=_BY_COLON)
            continue
        if "entry of its own" in found:
            what = phrase(
                "{where} has “{text}” on a line of its own, as a comma stands before it.",
                where=_where(section, _list_with(text, words["text"]), whose, within),
                text=words["text"],
            )
            remedy = phrase("If it belongs to the line before it, put the two together in its field.")
            yield Problem(file="", severity=one.severity, what=what, remedy=remedy)
            continue
        yield one


def _list_with(text: str, entry: object) -> str:
    """The key of the list that has an entry."""
    data = _data(text, None)
    start = str(entry).removesuffix("…")
    return next((key for key, value in data.items() if isinstance(value, list) and _has(value, start)), "")


def _has(value: list[object], start: str) -> bool:
    if start.isdigit() and any(type(one) is int and one == int(start) for one in value):
        return True  # the rest of a number that a comma cut
    return any(isinstance(one, str) and one.startswith(start) for one in value)


def _data(text: str, within: str | None) -> dict[str, object]:
    data = said(text)
    data = data[0] if isinstance(data, list) else data
    data = data[within] if within else data
    return dict(data) if isinstance(data, dict) else {}


def owner_of(document: CaseText, section: str, data: object) -> str:
    """What an item is known by: its code, or that of what it argues for."""
    if not isinstance(data, dict):
        return ""
    if section != "rules":
        return str(data.get("code") or "")
    target = data.get("then") or data.get("opposes")
    statements = (item for part in ("findings", "recommendations") for item in document.items(part))
    code = next((str(item.data.get("code")) for item in statements if item.data.get("id") == target), "")
    if not code:
        return ""
    return phrase("an objection to {code}" if data.get("opposes") else "an argument for {code}", code=code)


def _where(section: str, key: str, whose: str, within: str | None) -> str:
    """The field that an author knows a text by, and what it is a part of."""
    name = f"{within}.{key}" if within else key
    label = next((one.label for one in FIELDS.get(section, ()) if one.key == name), key)
    return phrase("“{field}” of {whose}" if whose else "“{field}”", field=phrase(label), whose=whose)


def _end(text: str) -> str:
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"


def _start(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
