"""Three texts of a case made one: the one that was opened, ours, and theirs, which another program has written since.

What one side alone changed is taken, item by item and field by field. Where both changed the same thing, ours stands
and a `Clash` tells both, for the author to choose. It begins with theirs, so that their comments and formatting stay.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from models.authoring import names
from models.authoring.document import CaseText
from models.authoring.names import STATEMENTS
from models.authoring.passages import Passages
from models.authoring.pieces import SECTIONS, Item
from models.schema.value import Answer


class Clash(Answer):
    """What both changed: an item's field, a whole item (no `key`) that one took out, or what the case says of itself.

    `ours` and `theirs` are the values; None is what was taken out.
    """

    section: str
    name: str
    key: str
    ours: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """What the three come to, with ours wherever they clash."""

    document: CaseText
    clashes: tuple[Clash, ...]


def merged(base: CaseText, ours: CaseText, theirs: CaseText) -> Merged:
    """One text of three; equal texts clash nowhere."""
    found = theirs
    clashes: list[Clash] = []
    for key in dict.fromkeys([*base.data, *ours.data]):
        if key not in SECTIONS:
            found = _head(found, key, base, ours, clashes)
    for section in SECTIONS:
        found = _ordered(_items(found, section, base, ours, clashes), section, base, ours)
    return Merged(_with_codes(found, base, ours, theirs), tuple(clashes))


def settled(document: CaseText, clash: Clash, *, mine: bool) -> CaseText:
    """The document with one of the two values of a clash."""
    value = clash.ours if mine else clash.theirs
    if not clash.section:
        outer, _, inner = clash.key.partition(".")
        return document.with_head(outer, value, inner or None)
    there = clash.name in _by_name(document, clash.section)
    if clash.key:
        return document.with_value(clash.section, clash.name, clash.key, value) if there else document
    if value is None:
        return document.without_item(clash.section, clash.name) if there else document
    return document if there else document.with_item(clash.section, value)


def merged_passages(base: Passages, ours: Passages, theirs: Passages) -> Passages:
    """The source of whoever changed it, ours if both did, and all passages of both."""
    source = theirs if ours.paragraphs == base.paragraphs else ours
    kept = [one for one in theirs.passages if one in ours.passages or one not in base.passages]
    added = [one for one in ours.passages if one not in theirs.passages and one not in base.passages]
    return replace(source, passages=(*kept, *added))


def _head(
    found: CaseText, key: str, base: CaseText, ours: CaseText, clashes: list[Clash], inner: str = ""
) -> CaseText:
    was, mine, there = (_said(one, key, inner) for one in (base, ours, found))
    if mine in (was, there):
        return found
    if not inner and all(isinstance(one, Mapping) for one in (was, mine, there)):
        for part in dict.fromkeys([*was, *mine]):
            found = _head(found, key, base, ours, clashes, part)
        return found
    if there != was:
        where = f"{key}.{inner}" if inner else key
        clashes.append(Clash(section="", name="", key=where, ours=mine, theirs=there))
    return found.with_head(key, mine, inner or None)


def _said(document: CaseText, key: str, inner: str) -> Any:
    value = document.data.get(key)
    return (value or {}).get(inner) if inner else value


def _items(found: CaseText, section: str, base: CaseText, ours: CaseText, clashes: list[Clash]) -> CaseText:
    was, mine = _by_name(base, section), _by_name(ours, section)
    last = ""
    for name, item in mine.items():
        there = _by_name(found, section).get(name)
        if there is not None:
            found = _field_by_field(found, section, name, was.get(name), item, there, clashes)
        elif name not in was or item.data != was[name].data:
            if name in was:
                clashes.append(Clash(section=section, name=name, key="", ours=item.data, theirs=None))
            found = _put(found, section, item, last)
        last = name
    for name, item in was.items():
        there = _by_name(found, section).get(name)
        if name in mine or there is None:
            continue
        if there.data == item.data:
            found = found.without_item(section, list(_by_name(found, section)).index(name))
        else:
            clashes.append(Clash(section=section, name=name, key="", ours=None, theirs=there.data))
    return found


def _by_name(document: CaseText, section: str) -> dict[str, Item]:
    """The items of a list by their ids; tests, which have none, by all that they say."""
    return {
        str(item.data.get("id") or json.dumps(item.data, sort_keys=True, default=str)): item
        for item in document.items(section)
        if isinstance(item.data, Mapping)
    }


def _field_by_field(
    found: CaseText, section: str, name: str, was: Item | None, mine: Item, there: Item, clashes: list[Clash]
) -> CaseText:
    before = was.data if was else {}
    if mine.data in (before, there.data):
        return found
    if was is not None and there.text == was.text:
        return _with_text(found, section, name, mine)
    for key in dict.fromkeys([*before, *mine.data]):
        ours, theirs = mine.data.get(key), there.data.get(key)
        if ours in (before.get(key), theirs):
            continue
        if theirs != before.get(key) and key != "code":
            clashes.append(Clash(section=section, name=name, key=key, ours=ours, theirs=theirs))
        found = found.with_value(section, name, key, ours)
    return found


def _put(found: CaseText, section: str, item: Item, after: str) -> CaseText:
    """With an item of ours behind the one that stands before it with us."""
    known = list(_by_name(found, section))
    at = known.index(after) + 1 if after in known else 0 if not after else len(known)
    found = found.with_item(section, item.data, at)
    return _with_text(found, section, list(_by_name(found, section))[at], item)


def _with_text(found: CaseText, section: str, name: str, item: Item) -> CaseText:
    """With an item as we wrote it, its comments too, where both lists are written alike."""
    items = list(found.items(section))
    at = list(_by_name(found, section)).index(name)
    if not _alike(items[at], item):
        for key in dict.fromkeys([*items[at].data, *item.data]):
            found = found.with_value(section, at, key, item.data.get(key))
        return found
    before = item.before if "#" in item.before else items[at].before
    items[at] = Item(before, item.text, item.data)
    return found.with_items(section, items)


def _alike(one: Item, other: Item) -> bool:
    """Whether two items may stand in each other's place: behind dashes that stand equally deep, or both in brackets."""
    dashes = [re.match(r" *-?", item.text) for item in (one, other)]
    ends = {item.text.endswith("\n") for item in (one, other)}
    return len(ends) == 1 and len({found[0] for found in dashes if found}) == 1


def _ordered(found: CaseText, section: str, base: CaseText, ours: CaseText) -> CaseText:
    """In our order unless they changed theirs; what they added stays behind what it stood behind."""
    was, mine, there = (list(_by_name(one, section)) for one in (base, ours, found))
    common = set(was) & set(mine) & set(there)
    old, kept = ([name for name in one if name in common] for one in (was, there))
    if kept != old:
        return found
    wanted = [name for name in mine if name in there]
    for before, name in pairwise(["", *there]):
        if name not in mine:
            wanted.insert(wanted.index(before) + 1 if before else 0, name)
    for place, name in enumerate(wanted):
        at = list(_by_name(found, section)).index(name)
        found = found.moved(section, at, place) if at != place else found
    return found


def _with_codes(found: CaseText, base: CaseText, ours: CaseText, theirs: CaseText) -> CaseText:
    """Statements that both added under one code: ours gets another, and so do the tests that we kept for it."""
    taken = {
        item.data.get("code"): name for one in STATEMENTS for name, item in _by_name(theirs, one).items()
    }
    renamed: dict[str, str] = {}
    for section in STATEMENTS:
        for name, item in _by_name(ours, section).items():
            code = str(item.data.get("code"))
            if name not in _by_name(base, section) and taken.get(code, name) != name:
                renamed[code] = names.code_for(found, section, added=item.data.get("kind") == "added")
                found = found.with_value(section, name, "code", renamed[code])
    known = {*_by_name(base, "tests"), *_by_name(theirs, "tests")}
    for place, name in enumerate(_by_name(found, "tests")):
        for key in ("set", "expect") if renamed and name not in known else ():
            found = found.with_keys_renamed("tests", place, key, renamed)
    for section in STATEMENTS:
        found = names.renumbered(ours, found, section)
    return found
