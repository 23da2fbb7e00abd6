"""Lists of ids in braces that stand without brackets, so that YAML takes all behind a comma for keys without values."""

import re
from itertools import takewhile

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from models.schema.problem import pattern, phrase
from models.store.slips import KEYS, LISTS_OF_IDS, Slip, is_bare

_LEAST = "at-least"
_NAMES = re.compile(r"(?:not )?[\w-]+(?: (?:or|and) (?:not )?[\w-]+)*")
UNDER_OF = pattern("The statements to choose from stand under `of`.")
WITHOUT_BRACKETS = pattern("Without brackets, a list ends at its first comma.")
Entries = list[tuple[Node, Node]]


_DOUBT = re.compile(
    rf"\b(?:{'|'.join((*LISTS_OF_IDS, _LEAST))}):[ \n]+[^\s\[{{\"'][^,:\[\]{{}}]*,[^,:{{}}\[\]]*[,}}]"
)


def may_be_unbracketed(text: str) -> bool:
    """Whether a text may have such a list: where it has none, a look at the letters is enough."""
    return "{" in text and _DOUBT.search(text) is not None


def with_lists(node: MappingNode, text: str) -> tuple[Entries, list[Slip]]:
    """The entries of a mapping with such lists put together, and a slip for each."""
    kept: Entries = []
    slips: list[Slip] = []
    rest = list(node.value) if node.flow_style else []
    while rest:
        key, value = rest.pop(0)
        kept.append((key, value))
        cut = [name for name, _ in takewhile(lambda pair: is_bare(pair[0], pair[1], text), rest)]
        if not cut or not isinstance(value, ScalarNode) or value.style or not value.value:
            continue
        if key.value == _LEAST and any(name.value == "of" for name, _ in node.value):
            continue
        if key.value not in (*LISTS_OF_IDS, _LEAST) or not all(_is_of_ids(one) for one in cut):
            continue
        del rest[: len(cut)]
        told = ", ".join(one.value for one in cut)
        if key.value == _LEAST:
            kept.append((_key("of", cut[0]), _list(cut)))
            what = phrase(UNDER_OF)
            remedy = phrase("Write {{at-least: {least}, of: [{told}]}}.", least=value.value, told=told)
        else:
            kept[-1] = (key, _list([value, *cut]))
            what = phrase(WITHOUT_BRACKETS)
            remedy = phrase(
                "Put them in square brackets: {told}", told=f"{key.value}: [{value.value}, {told}]"
            )
        slips.append(Slip(key.start_mark.index, what, remedy))
    return kept or list(node.value), slips


def _is_of_ids(node: Node) -> bool:
    """Whether a key without a value may be the name of a statement, and no key that lost its value."""
    return (
        isinstance(node, ScalarNode) and _NAMES.fullmatch(node.value) is not None and node.value not in KEYS
    )


def _list(entries: list[Node]) -> SequenceNode:
    first, last = entries[0], entries[-1]
    return SequenceNode("tag:yaml.org,2002:seq", entries, first.start_mark, last.end_mark, flow_style=True)


def _key(name: str, at: Node) -> ScalarNode:
    return ScalarNode("tag:yaml.org,2002:str", name, at.start_mark, at.start_mark)
