"""Changes one value inside a piece of YAML and leaves every other sign of it as it is, comments above all.

The nodes that the parser composes know where they stand; only the span of what changes is written anew.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from models.authoring.pieces import said
from models.authoring.yaml import writing
from models.authoring.yaml.splicing import ends_at, line_end, line_start, spliced
from models.schema.problem import Refused
from models.store.slips import TEXTS, comment_of, is_bare
from models.store.yaml_text import composed

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*")
_BEHIND = re.compile(r"[ \t]+#[^\n]*")


def root(text: str, within: str | None = None) -> MappingNode:
    """The mapping in the text of an item, with or without its dash, or the one under a key of it."""
    node = composed("", text)
    if isinstance(node, SequenceNode) and len(node.value) == 1:
        node = node.value[0]
    if within is not None and isinstance(node, MappingNode):
        node = next((inner for name, inner in node.value if name.value == within), None)
    if not isinstance(node, MappingNode):
        raise LookupError("the text is no mapping")
    return node


KEYS = (
    *("id", "code", "model", "core", "label", "title", "short"),
    *("if", "one-of", "at-most-one", "need", "means", "standing", "then", "opposes", "strength"),
    *("text", "treatment", "if-fails", "unless-followed", "sets", "addressee", "emphasis", "paragraphs"),
    *("kind", "baseline", "argued-by", "challenge", "signposts", "shaping", "hedging", "because", "reply"),
    *("set", "reading", "added", "aside", "expect", "note"),
)
"""The order in which the keys of an item stand where nobody has chosen another."""


def with_value(text: str, key: str, value: Any, within: str | None = None) -> str:
    """The text of a mapping, or of one `within` it, with a key set to a value, or with None without it."""
    node = root(text, within)
    found = next(((name, inner) for name, inner in node.value if name.value == key), None)
    if found is None:
        return text if value is None else _with_new(text, node, key, value)
    if value is None:
        return _without(text, node, *found)
    return _changed(text, node, *found, value, within) or _replaced(text, node, *found, value)


def cut_texts(text: str, within: str | None = None) -> dict[str, str]:
    """The texts of a mapping that a comma cut, whole: what follows them up to the next key belongs to them."""
    if "{" not in text:
        return {}
    node = root(text, within)
    found: dict[str, str] = {}
    for key, old in node.value:
        if rest := _rest(text, node, key):
            words = f"{old.value}{text[ends_at(old, text) : rest[-1].end_mark.index]}"
            found[key.value] = " ".join(words.split()).lstrip(", ")
    return found


def commented(text: str, within: str | None = None) -> dict[str, str]:
    """What stands behind the texts of a mapping in lines and is taken for a comment, under their keys."""
    found = {key: text[start:end].strip() for key, (start, end) in _behind(text, within).items()}
    return {key: comment for key, comment in found.items() if comment}


def without_comment(text: str, key: str) -> str:
    """The text of a mapping without the comment that stands behind one of its texts."""
    start, end = _behind(text).get(key, (len(text), len(text)))
    return text[:start] + text[end:]


def _behind(text: str, within: str | None = None) -> dict[str, tuple[int, int]]:
    node = root(text, within)
    found: dict[str, tuple[int, int]] = {}
    for key, old in node.value:
        if (
            node.flow_style
            or key.value not in TEXTS
            or not isinstance(old, ScalarNode)
            or old.style is not None
        ):
            continue
        end = _end(text, node, key, old)
        if not _is_there(old):
            if at := comment_of(key, text):
                found[key.value] = end, at[1]
        elif comment := _BEHIND.match(text, end):
            found[key.value] = end, comment.end()
    return found


def _rest(text: str, node: MappingNode, key: Node) -> list[Node]:
    """The keys without a value that follow a text in braces: a comma made them of its rest."""
    if not node.flow_style or key.value not in TEXTS:
        return []
    at = next(place for place, (name, _) in enumerate(node.value) if name is key)
    return [name for name, _ in takewhile(lambda pair: is_bare(pair[0], pair[1], text), node.value[at + 1 :])]


def _end(text: str, node: MappingNode, key: Node, old: Node) -> int:
    """Where a value ends, with what a comma cut off it."""
    colon = text.index(":", key.end_mark.index)
    if not _is_there(old):
        return colon + 1
    return max(colon + 1, *(ends_at(part, text) for part in (old, *_rest(text, node, key))))


def _is_there(old: Node) -> bool:
    """Whether a value stands anywhere: of an empty one the parser tells where the next thing is."""
    return not (isinstance(old, ScalarNode) and old.style is None and not old.value)


def with_keys_renamed(text: str, within: str, names: Mapping[str, str]) -> str:
    """The text of a mapping with keys renamed in the one that stands within it."""
    for name, _ in sorted(root(text, within).value, key=lambda pair: -int(pair[0].start_mark.index)):
        if name.value in names:
            text = text[: name.start_mark.index] + names[name.value] + text[name.end_mark.index :]
    return text


def comments(node: Node, text: str) -> list[str]:
    """The comments inside of a node."""
    spans = sorted(_scalars(node, text))
    gaps = zip(
        [node.start_mark.index, *(end for _, end in spans)],
        [*(a for a, _ in spans), ends_at(node, text)],
        strict=True,
    )
    return [found.strip() for start, end in gaps for found in _COMMENT.findall(text[start:end])]


def all_comments(text: str) -> list[str]:
    """The comments in a piece of YAML, before and after what it says too."""
    node = composed("", text)
    if node is None:
        return [found.strip() for found in _COMMENT.findall(text)]
    outside = (text[: node.start_mark.index], text[ends_at(node, text) :])
    before, after = ([found.strip() for found in _COMMENT.findall(part)] for part in outside)
    return [*before, *comments(node, text), *after]


def _scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    if isinstance(node, ScalarNode):
        yield node.start_mark.index, ends_at(node, text)
        return
    for inner in node.value:
        for part in inner if isinstance(inner, tuple) else (inner,):
            yield from _scalars(part, text)


def _without_last(text: str, node: MappingNode, start: int, end: int) -> str:
    """The text of a mapping in braces without its last key; notes before that stand behind the brace then."""
    close = int(node.end_mark.index)
    before = ends_at(node.value[-2][1], text) if len(node.value) > 1 else int(node.start_mark.index) + 1
    gap, tail = text[before:start], text[end:close]
    if "#" not in gap or "\n" in tail:
        return re.sub(r",\s*$", "", text[:start]) + text[end:]
    notes = re.sub(r"^\s*,", "", gap).rstrip()
    return f"{text[:before]}{tail.lstrip()}{notes}{text[close:]}"


def _indent(text: str, index: int) -> int:
    return index - line_start(text, index)


def _with_new(text: str, node: MappingNode, key: str, value: Any) -> str:
    if not node.value:
        at = int(node.end_mark.index) - 1
        return f"{text[:at].rstrip()}{writing.entry(key, value, 0, flow=True)}{text[at:]}"
    end = ends_at(_before(node, key), text)
    if node.flow_style:
        return f"{text[:end]}, {writing.entry(key, value, 0, flow=True)}{text[end:]}"
    column = _indent(text, node.value[0][0].start_mark.index)
    end = line_end(text, end)
    return f"{text[:end]}\n{' ' * column}{writing.entry(key, value, column)}{text[end:]}"


def _before(node: MappingNode, key: str) -> Node:
    """The value after which a new key stands: the last of those that go before it, else the last of all."""
    earlier = KEYS[: KEYS.index(key)] if key in KEYS else ()
    found: list[Node] = [inner for name, inner in node.value if name.value in earlier]
    last: Node = node.value[-1][1]
    return found[-1] if found else last


def _changed(
    text: str, node: MappingNode, key: Node, old: Node, value: Any, within: str | None
) -> str | None:
    """The text with only that changed which differs of a value; None where it is to be written as a whole."""
    if _rest(text, node, key) or (isinstance(old, ScalarNode) and old.style is None):
        return None
    before = _said(text, within).get(key.value)
    after = spliced(text, old, before, value, flow=bool(node.flow_style))
    if after is None or _is_wide(after, old) > _is_wide(text, old):
        return None
    try:
        return after if _said(after, within).get(key.value) == value else None
    except (Refused, LookupError, AttributeError):
        return None


def _said(text: str, within: str | None) -> dict[str, Any]:
    data = said(text)
    data = data[0] if isinstance(data, list) else data
    found: dict[str, Any] = data if within is None else data[within]
    return found


def _is_wide(text: str, node: Node) -> bool:
    """Whether the line in which a value begins is longer than a person would have it."""
    start = line_start(text, node.start_mark.index)
    return line_end(text, node.start_mark.index) - start > writing.WIDE


def _replaced(text: str, node: MappingNode, key: Node, old: Node, value: Any) -> str:
    colon = text.index(":", key.end_mark.index)
    end = _end(text, node, key, old)
    start = old.start_mark.index if _is_there(old) else end
    kept = [found.strip() for found in _COMMENT.findall(text[colon + 1 : start])] + comments(old, text)
    column = _indent(text, key.start_mark.index)
    written = writing.entry("", value, column, flow=bool(node.flow_style))
    above = "".join(f"{comment}\n{' ' * column}" for comment in kept if not node.flow_style)
    name = text[key.start_mark.index : colon]
    return text[: key.start_mark.index] + above + name + written + text[end:]


def _without(text: str, node: MappingNode, key: Node, old: Node) -> str:
    start = key.start_mark.index
    end = _end(text, node, key, old)
    if node.flow_style:
        comma = re.compile(r"\s*,\s*").match(text, end)
        if comma and node.value[-1][0] is not key:
            return text[:start] + text[comma.end() :]
        return _without_last(text, node, start, end)
    kept = [*comments(old, text), *_COMMENT.findall(text[end : line_end(text, end)])]
    pad = " " * _indent(text, start)
    above = "".join(f"{comment}\n{pad}" for comment in kept)
    rest = text[line_end(text, end) + 1 :]
    if not rest.strip():
        return (text[:start] + above).rstrip() + "\n"
    return text[:start] + above + rest.lstrip(" ")
