"""Changes inside a value in YAML: what stays of a list keeps its signs, and a text that was in quotes is again.

The parser tells where the nodes stand in their text.
"""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from models.authoring.yaml import writing

Change = tuple[int, int, str]
"""From where to where a text changes, and into what."""


def spliced(text: str, node: Node, old: Any, new: Any, *, flow: bool) -> str | None:
    """The text with a value changed where it differs; None where it is to be written as a whole."""
    found = _changes(text, node, old, new, flow)
    if found is None:
        return None
    for start, end, words in sorted(found, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _changes(text: str, node: Node, old: Any, new: Any, flow: bool) -> list[Change] | None:
    flow = flow or bool(getattr(node, "flow_style", False))
    if old == new:
        return []
    if isinstance(node, ScalarNode) and isinstance(new, str):
        words = _in_quotes(node.style, new)
        return None if words is None else [(node.start_mark.index, ends_at(node, text), words)]
    if isinstance(node, MappingNode) and isinstance(new, dict) and list(new) == list(old):
        return _joined(
            _changes(text, inner, old[name.value], new[name.value], flow) for name, inner in node.value
        )
    if isinstance(node, SequenceNode) and isinstance(new, list) and node.value and new:
        return _in_list(text, node, old, new, flow)
    return None


def _joined(parts: Iterator[list[Change] | None]) -> list[Change] | None:
    found: list[Change] = []
    for part in parts:
        if part is None:
            return None
        found += part
    return found


def _in_quotes(style: str | None, words: str) -> str | None:
    """A text in the quotes that the one before it had."""
    if style == '"':
        return writing.in_double_quotes(words)
    return writing.in_single_quotes(words) if style == "'" else None


def _in_list(
    text: str, node: SequenceNode, old: Sequence[Any], new: Sequence[Any], flow: bool
) -> list[Change] | None:
    matcher = SequenceMatcher(a=[*map(_key, old)], b=[*map(_key, new)], autojunk=False)
    found: list[Change] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        shared = min(b - a, d - c)
        for at in range(shared):
            found += _entry(text, node.value[a + at], old[a + at], new[c + at], flow)
        if b - a > shared:
            gone = _without(text, node, a + shared, b)
            if gone is None:
                return None
            found.append(gone)
        elif d - c > shared:
            found.append(_with(text, node, a + shared, new[c + shared : d]))
    return found


def _entry(text: str, node: Node, old: Any, new: Any, flow: bool) -> list[Change]:
    inner = _changes(text, node, old, new, flow)
    if inner is not None:
        return inner
    return [(node.start_mark.index, ends_at(node, text), writing.inline(new, flow=flow))]


def _with(text: str, node: SequenceNode, at: int, new: Sequence[Any]) -> Change:
    """New entries before the one at a place, or after the last."""
    words = [writing.inline(one, flow=bool(node.flow_style)) for one in new]
    if node.flow_style:
        if at < len(node.value):
            start = node.value[at].start_mark.index
            return start, start, "".join(f"{one}, " for one in words)
        end = ends_at(node.value[-1], text)
        return end, end, "".join(f", {one}" for one in words)
    start = line_start(text, node.value[0].start_mark.index)
    dash = text[start : node.value[0].start_mark.index]
    if at == 0:
        return start, start, "".join(f"{dash}{one}\n" for one in words)
    end = line_end(text, ends_at(node.value[at - 1], text))
    return end, end, "".join(f"\n{dash}{one}" for one in words)


def _without(text: str, node: SequenceNode, first: int, after: int) -> Change | None:
    """Without some entries; None where comments stand between them, or nothing is left."""
    entries = node.value
    if after - first == len(entries):
        return None
    if not node.flow_style:
        start = line_start(text, entries[first].start_mark.index)
        end = line_end(text, ends_at(entries[after - 1], text)) + 1
    elif after < len(entries):
        start, end = entries[first].start_mark.index, entries[after].start_mark.index
    else:
        start, end = ends_at(entries[first - 1], text), ends_at(entries[-1], text)
    return None if "#" in text[start:end] else (start, end, "")


def _key(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def ends_at(node: Node, text: str) -> int:
    """Where a node ends, without the blank lines and comments that the parser counts to it."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return ends_at(last[1] if isinstance(last, tuple) else last, text)
    end = int(node.end_mark.index)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip())
    return end


def line_start(text: str, at: int) -> int:
    """Where the line begins that holds a sign."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line ends that holds a sign, before its break."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
