"""A case as the text that it is written in: a value that edits make anew, comments, order and formatting kept.

Equal documents are equal texts, and undo is going back to an earlier one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from models.authoring.pieces import SECTIONS, Entry, Item, entries_of, in_lines, item, said
from models.authoring.yaml import spans, writing
from models.schema.problem import Refused

ORDER = (
    "schema", "id", "version", "title", "language", "source", "changes", "short-walk", *SECTIONS,
)  # fmt: skip
"""The order in which entries stand in a new file."""


@dataclass(frozen=True)
class CaseText:
    """The pieces of a case's text; every change is a new one."""

    entries: tuple[Entry, ...]
    tail: str = ""

    @cached_property
    def text(self) -> str:
        """The file's text."""
        return "".join(entry.text for entry in self.entries) + self.tail

    @cached_property
    def data(self) -> dict[str, Any]:
        """What it says, as plain data that nobody may change."""
        return {entry.key: entry.value for entry in self.entries if entry.value not in ([], None)}

    def entry(self, key: str) -> Entry | None:
        """The entry under a key."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def items(self, section: str) -> tuple[Item, ...]:
        """The items of a list of the case."""
        found = self.entry(section)
        return found.items if found else ()

    def place(self, section: str, name: str | int) -> int:
        """Where an item stands in its list, by its id (or by its place); raises LookupError."""
        if isinstance(name, int):
            return name
        for place, part in enumerate(self.items(section)):
            if isinstance(part.data, Mapping) and part.data.get("id") == name:
                return place
        raise LookupError(f"{section} has no {name}")

    def get(self, section: str, name: str | int) -> dict[str, Any]:
        """What an item says."""
        found: dict[str, Any] = self.items(section)[self.place(section, name)].data
        return found

    def section_of(self, name: str) -> str:
        """The list that has an item of this id: statements and rules first."""
        for section in ("assumptions", "findings", "recommendations", "rules", *SECTIONS):
            if any(
                isinstance(part.data, Mapping) and part.data.get("id") == name for part in self.items(section)
            ):
                return section
        raise LookupError(f"nothing is called {name}")

    def with_entry(self, entry: Entry) -> "CaseText":
        """With an entry in the place of the one with its key, or where such an entry belongs."""
        keys = [known.key for known in self.entries]
        if entry.key in keys:
            at = keys.index(entry.key)
            return replace(self, entries=(*self.entries[:at], entry, *self.entries[at + 1 :]))
        rank = ORDER.index(entry.key)
        before = [place for place, key in enumerate(keys) if key in ORDER and ORDER.index(key) < rank]
        at = before[-1] + 1 if before else 0
        return replace(self, entries=(*self.entries[:at], entry, *self.entries[at:]))

    def with_items(self, section: str, items: Iterable[Item]) -> "CaseText":
        """With these items in a list."""
        entry = self.entry(section)
        return self.with_entry(replace(entry, items=tuple(items))) if entry else self

    def with_item(self, section: str, data: Mapping[str, Any], at: int | None = None) -> "CaseText":
        """With a new item in a list, at its end if nothing else is said."""
        entry = self.entry(section) or Entry(section, "\n", f"{section}:\n")
        if not entry.items:
            entry = replace(
                entry, head=f"{section}:\n", tail=entry.tail.removeprefix("]").lstrip("\n"), flow=False
            )
        entry = in_lines(entry)
        gap = "\n" if any(part.before.startswith("\n") for part in entry.items) or _is_large(section) else ""
        text = f"{' ' * entry.indent}- {writing.mapping(data, entry.indent + 2)}\n"
        at = len(entry.items) if at is None else at
        made = item(gap if at else "", text, flow=False)
        items = [*entry.items[:at], made, *entry.items[at:]]
        if at == 0 and len(items) > 1 and not items[1].before:
            items[1] = replace(items[1], before=gap)
        return self.with_entry(replace(entry, items=tuple(items)))

    def without_item(self, section: str, name: str | int) -> "CaseText":
        """Without an item; the comments above it stay."""
        at, entry = self.place(section, name), self.entry(section)
        assert entry is not None  # noqa: S101 - the item was found in it
        items = list(entry.items)
        gone = items.pop(at)
        if entry.flow:
            items[at : at + 1] = [
                replace(part, before="" if at == 0 else part.before) for part in items[at : at + 1]
            ]
            return self.with_entry(replace(entry, items=tuple(items)))
        above = gone.before if "#" in gone.before else ""
        if above and at < len(items):
            items[at] = replace(items[at], before=above.rstrip("\n") + "\n" + items[at].before)
        elif above:
            entry = replace(entry, tail=above + entry.tail)
        elif items and at == 0 and not gone.before:
            items[0] = replace(items[0], before=items[0].before.lstrip("\n"))
        if not items:
            entry = replace(entry, head=f"{section}: []\n", flow=False)
        return self.with_entry(replace(entry, items=tuple(items)))

    def moved(self, section: str, name: str | int, to: int) -> "CaseText":
        """With an item at another place of its list; comments go along with it, the blank lines stay."""
        at, entry = self.place(section, name), self.entry(section)
        assert entry is not None  # noqa: S101 - the item was found in it
        if entry.flow:
            entry = in_lines(entry)
        items = list(entry.items)
        items.insert(to, items.pop(at))
        gaps = ["\n" if part.before.startswith("\n") else "" for part in entry.items]
        items = [
            replace(part, before=gap + part.before.lstrip("\n"))
            for gap, part in zip(gaps, items, strict=True)
        ]
        return self.with_entry(replace(entry, items=tuple(items)))

    def with_value(self, section: str, name: str | int, key: str, value: Any) -> "CaseText":
        """With a key of an item set, or with None without it."""
        at, items = self.place(section, name), list(self.items(section))
        old = items[at]
        if old.data.get(key) == value and key not in spans.cut_texts(old.text):
            return self
        wanted = (
            {**old.data, key: value} if value is not None else {k: v for k, v in old.data.items() if k != key}
        )
        items[at] = self._rewritten(section, old, wanted, lambda text: spans.with_value(text, key, value))
        return self.with_items(section, items)

    def with_keys_renamed(
        self, section: str, name: str | int, key: str, names: Mapping[str, str]
    ) -> "CaseText":
        """With the keys of the mapping under a key of an item renamed."""
        at, items = self.place(section, name), list(self.items(section))
        old = items[at]
        inner = old.data.get(key)
        if not isinstance(inner, Mapping) or not set(names) & set(inner):
            return self
        wanted = {**old.data, key: {names.get(word, word): value for word, value in inner.items()}}
        items[at] = self._rewritten(
            section, old, wanted, lambda text: spans.with_keys_renamed(text, key, names)
        )
        return self.with_items(section, items)

    def with_head(self, key: str, value: Any, inner: str | None = None) -> "CaseText":
        """With an entry that is no list set, or a key inside of it."""
        entry = self.entry(key) or Entry(key, "", f"{key}: {{}}\n" if inner else f"{key}:\n", {})
        if inner is None:
            text = spans.with_value(entry.head, key, value)
            return self.with_entry(replace(entry, head=text, data=said(text)[key]))
        wanted = {**(entry.data or {}), inner: value}
        wanted = {name: part for name, part in wanted.items() if part is not None}
        try:
            body = spans.with_value(entry.head, inner, value, key)
            right = said(body)[key] == wanted
        except (Refused, LookupError, ValueError):
            right = False
        if not right:
            kept = "".join(f"{found}\n" for found in spans.all_comments(entry.head))
            body = kept + writing.entry(key, wanted, 0) + "\n"
        return self.with_entry(replace(entry, head=body, data=wanted))

    def _rewritten(
        self, section: str, old: Item, wanted: dict[str, Any], change: Callable[[str], str]
    ) -> Item:
        """The item with what is wanted: changed in place, or written anew where it is written too oddly for that."""
        entry = self.entry(section)
        flow, indent = bool(entry and entry.flow), entry.indent if entry else 2
        try:
            made = item(old.before, change(old.text), flow=flow)
            if made.data == wanted:
                return made
        except (Refused, LookupError, ValueError, TypeError):
            pass  # the text is odd, though what it says is known
        text = writing.inline(wanted) if flow else f"{' ' * indent}- {writing.mapping(wanted, indent + 2)}\n"
        kept = "".join(f"{' ' * indent}{found}\n" for found in spans.all_comments(old.text) if not flow)
        return item(old.before + kept, text, flow=flow)


def opened(file: str, text: str) -> CaseText:
    """The document in a text; raises Refused where it is none, or cannot be taken apart."""
    return CaseText(*entries_of(file, text if text.endswith("\n") else f"{text}\n"))


def _is_large(section: str) -> bool:
    return section not in ("models", "tests", "coherence")
