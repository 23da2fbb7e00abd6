"""A case's text in pieces: the entries of the file, and the items of its lists, each with what it says.

A piece is taken apart by itself, so that an edit costs what it changes and not the whole file; put together, the
pieces are the text again, sign for sign.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ruamel.yaml.nodes import MappingNode, SequenceNode

from models.authoring.yaml.splicing import ends_at
from models.schema.problem import Refused, phrase
from models.store.files import refusal
from models.store.yaml_text import composed, read_yaml

SECTIONS = (
    "models",
    "background",
    "assumptions",
    "links",
    "findings",
    "recommendations",
    "rules",
    "concessions",
    "feedback",
    "coherence",
    "tests",
)
_KEY = re.compile(r"([A-Za-z][\w-]*):(?=\s|$)")
_DASH = re.compile(r"( *)-(?=\s)")


@dataclass(frozen=True)
class Item:
    """An entry of a list: the blank lines and comments before it, its own text, and what that says."""

    before: str
    text: str
    data: Any

    @property
    def whole(self) -> str:
        """With what stands before it."""
        return self.before + self.text


@dataclass(frozen=True)
class Entry:
    """A key of the file; one of the lists has its `items`, with `head` and `tail` round them.

    The items of a list in brackets (`flow`) stand in their line, those of any other at an `indent`.
    """

    key: str
    before: str
    head: str
    data: Any = None
    items: tuple[Item, ...] = ()
    tail: str = ""
    flow: bool = False
    indent: int = 2

    @property
    def text(self) -> str:
        """The text of the entry."""
        return "".join((self.before, self.head, *(item.whole for item in self.items), self.tail))

    @property
    def value(self) -> Any:
        """What it says."""
        return [item.data for item in self.items] if self.key in SECTIONS else self.data


@lru_cache(maxsize=20_000)
def said(text: str) -> Any:
    """What a piece says, which nobody may change; raises Refused where it makes no sense by itself."""
    return read_yaml("", text)[0].data


def item(before: str, text: str, *, flow: bool) -> Item:
    """The item that a text is."""
    data = said(text)
    return Item(before, text, data if flow else data[0])


def entries_of(file: str, text: str) -> tuple[tuple[Entry, ...], str]:
    """The entries of a case's text and what stands after them; raises Refused where it cannot be taken apart."""
    try:
        found = tuple(_entry(before, body) for before, body in _blocks(text))
        names = [entry.key for entry in found]
        whole = all(names) and len(set(names)) == len(names) and bool(names)
    except (Refused, LookupError, TypeError, ValueError):
        whole = False
    if whole:
        tail = text[sum(len(entry.text) for entry in found) :]
        return found, tail
    read_yaml(file, text)
    remedy = phrase("Write out what `&` and `*` stand for, and give each key of the case a line of its own.")
    raise refusal(file, phrase("The case cannot be edited here, as its parts are tied together."), remedy)


def _blocks(text: str) -> list[tuple[str, str]]:
    """The lines of each entry, with the blank lines and comments before it; what is before the first is its own."""
    lines = re.findall(r"[^\n]*\n|[^\n]+$", text)
    starts = [place for place, line in enumerate(lines) if _KEY.match(line)]
    begins = [_up(lines, start, 0) for start in starts]
    begins[:1] = [0][: len(begins)]
    ends = [*begins[1:], len(lines)]
    if ends:
        ends[-1] = _up(lines, len(lines), 0)
    return [
        ("".join(lines[begin:start]), "".join(lines[start:end]))
        for begin, start, end in zip(begins, starts, ends, strict=True)
    ]


def _up(lines: list[str], place: int, column: int) -> int:
    """Where the blank lines and comments begin that stand before a line and belong to it."""
    while place and (
        not (stripped := lines[place - 1].strip())
        or (stripped.startswith("#") and len(lines[place - 1]) - len(lines[place - 1].lstrip()) <= column)
    ):
        place -= 1
    return place


def _entry(before: str, body: str) -> Entry:
    found = _KEY.match(body)
    key = found[1] if found else ""
    if key not in SECTIONS:
        return Entry(key, before, body, said(body)[key])
    lines = re.findall(r"[^\n]*\n|[^\n]+$", body)
    first = next((place for place, line in enumerate(lines[1:], 1) if _is_content(line)), len(lines))
    dash = _DASH.match(lines[first]) if first < len(lines) else None
    rest = lines[0][len(key) + 1 :].strip()
    if dash and (not rest or rest.startswith("#")):
        return _block(key, before, lines, first, len(dash[1]))
    return _in_brackets(key, before, body)


def _is_content(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and not stripped.startswith("#")


def _block(key: str, before: str, lines: list[str], first: int, indent: int) -> Entry:
    starts = [
        place
        for place, line in enumerate(lines)
        if place >= first and (dash := _DASH.match(line)) and len(dash[1]) == indent
    ]
    begins = [_up(lines, start, indent) for start in starts]
    begins[0] = max(1, begins[0])
    ends = [*begins[1:], _up(lines, len(lines), indent)]
    items = tuple(
        item("".join(lines[begin:start]), "".join(lines[start:end]), flow=False)
        for begin, start, end in zip(begins, starts, ends, strict=True)
    )
    head = "".join(lines[: begins[0]])
    return Entry(key, before, head, items=items, tail="".join(lines[ends[-1] :]), indent=indent)


def _in_brackets(key: str, before: str, body: str) -> Entry:
    node = composed("", body)
    value = node.value[0][1] if isinstance(node, MappingNode) and len(node.value) == 1 else None
    if not isinstance(value, SequenceNode):
        return Entry(key, before, body, said(body)[key]) if said(body)[key] is None else _refused()
    at = value.start_mark.index + 1
    items = []
    head = body[:at]
    for inner in value.value:
        end = ends_at(inner, body)
        items.append(item(body[at : inner.start_mark.index], body[inner.start_mark.index : end], flow=True))
        at = end
    return Entry(key, before, head, items=tuple(items), tail=body[at:], flow=True)


def _refused() -> Entry:
    raise LookupError("a section is a list")


def in_lines(entry: Entry) -> Entry:
    """The entry with its items in lines of their own: in brackets there is no room for a new one."""
    if not entry.flow:
        return entry
    after = entry.tail.split("]", 1)[-1].strip()
    head = f"{entry.key}:{'  ' + after if after.startswith('#') else ''}\n"
    items = tuple(
        replace(part, before=_comment_lines(part.before), text=f"  - {part.text}\n", data=part.data)
        for part in entry.items
    )
    return replace(
        entry, head=head, items=items, tail=_comment_lines(entry.tail.split("]", 1)[0]), flow=False, indent=2
    )


def _comment_lines(text: str) -> str:
    return "".join(f"  {found}\n" for found in re.findall(r"#[^\n]*", text))


def parts_of(form: Any) -> list[str]:
    """The premises in a form: one, or those of a choice."""
    if isinstance(form, str):
        return [form]
    return [str(text) for text in form.get("any") or form.get("of") or ()]
