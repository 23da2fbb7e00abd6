"""Lists that stand without brackets in braces, given them: nothing but signs of YAML is added to the text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from models.store.unbracketed import has_only, may_be_unbracketed, with_lists
from models.store.yaml_text import composed

_NUMBER = re.compile(r"(\S+) of ")
Change = tuple[int, int, str]
"""From where to where, and what stands there instead."""


def bracketed(text: str) -> str:
    """The text of a piece of the case with brackets around its lists of names, and each choice in one entry."""
    node = composed("", text) if may_be_unbracketed(text) else None
    if node is None:
        return text
    for start, end, instead in sorted(_changes(node, text), reverse=True):
        text = f"{text[:start]}{instead}{text[end:]}"
    return text


def _changes(node: Node, text: str) -> Iterator[Change]:
    if isinstance(node, SequenceNode):
        for first, second in pairwise(node.value):
            if has_only(first, "at-least") and has_only(second, "of"):
                yield from _in_one(first, second, text)
        for inner in node.value:
            yield from _changes(inner, text)
    if not isinstance(node, MappingNode):
        return
    there = [id(value) for _, value in node.value]
    for key, value in with_lists(node, text)[0]:
        if id(value) in there:
            yield from _changes(value, text)
        elif isinstance(value, SequenceNode):
            yield _opened(value.start_mark.index, text, "of: [" if key.value == "of" else "[")
            yield value.end_mark.index, value.end_mark.index, "]"


def _opened(start: int, text: str, bracket: str) -> Change:
    """What opens a list; a number that stands before its first entry is parted from it."""
    number = _NUMBER.match(text, start) if bracket != "[" else None
    return (start, number.end(), f"{number[1]}, {bracket}") if number else (start, start, bracket)


def _in_one(first: Node, second: Node, text: str) -> Iterator[Change]:
    """A number and what it is of, from two entries of a list into one."""
    start, end = first.value[0][1].end_mark.index, second.start_mark.index
    dash = text.find("-", start, end)
    if dash >= 0:
        yield dash, dash + 1, " "
    elif text[first.start_mark.index] == "{":
        yield start, end + 1, ", "
    else:
        yield first.start_mark.index, first.start_mark.index, "{"
        yield second.end_mark.index, second.end_mark.index, "}"
