"""Lists of ids in braces that stand without brackets, so that YAML takes all behind a comma for keys without values."""

import re
from itertools import takewhile

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from models.schema.problem import pattern, phrase
from models.schema.references import PREMISE_KEYS
from models.schema.references.slips import conclusions, in_list
from models.store.slips import KEYS, LISTS_OF_IDS, LISTS_OF_TEXTS, Slip, is_bare
from models.store.synonyms import ALL, CHOICES, CONTRARIES

_LEAST = "at-least"
_NAMES = re.compile(r"(?:(?:or|and) )?(?:not )?[\w-]+(?: (?:or|and) (?:not )?[\w-]+)*")
_SOME_OF = re.compile(r"(\S+) of (.+)")
_CONCLUDE = ("then", "opposes")
_LISTS = (*LISTS_OF_IDS, *CHOICES, *ALL, *CONTRARIES)
UNDER_OF = pattern("The statements to choose from stand under `of`.")
WITHOUT_BRACKETS = pattern("Without brackets, a list ends at its first comma.")
IN_ONE = pattern("`at-least` and `of` belong to one entry.")
SEVERAL = pattern("A rule concludes one statement, not several.")
Entries = list[tuple[Node, Node]]


_KEYS = "|".join((*_LISTS, *LISTS_OF_TEXTS, *_CONCLUDE, _LEAST))
_DOUBT = re.compile(rf"\b(?:{_KEYS}):[ \n]+[^\s\[{{\"'][^,:\[\]{{}}]*,[^,:{{}}\[\]]*[,}}]")


_PARTED = re.compile(r"(?:\[\s*|-\s+|,\s*)\{?\s*at-least:[^\n]*?[\n,}]\s*(?:-\s+)?\{?\s*of:")
"""A number and what it is of, which may be entries of their own."""


def may_be_unbracketed(text: str) -> bool:
    """Whether a text may have such a list: where it has none, a look at the letters is enough."""
    return ("{" in text and _DOUBT.search(text) is not None) or _PARTED.search(text) is not None


def with_lists(node: MappingNode, text: str, *, in_rule: bool = True) -> tuple[Entries, list[Slip]]:
    """The entries of a mapping with such lists put together, and a slip for each; only a rule can have choices."""
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
        if key.value not in (*_LISTS, *_CONCLUDE, _LEAST) or not all(_is_of_ids(one) for one in cut):
            continue
        del rest[: len(cut)]
        if key.value == _LEAST:
            made, slip = _some_of(key, value, cut)
        else:
            made, slip = _listed(key, value, cut, in_rule=in_rule)
        kept[-1:] = made
        slips.append(slip)
    return kept or list(node.value), slips


def _some_of(key: Node, value: ScalarNode, cut: list[Node]) -> tuple[Entries, Slip]:
    """So many of what follows, which ought to stand under a key of its own; the first may be beside it."""
    if found := _SOME_OF.fullmatch(value.value):
        cut = [_word(found[2], value), *cut]
        value = _word(found[1], value, "int" if found[1].isdigit() else "str")
    told = ", ".join(one.value for one in cut)
    remedy = phrase("Write {{at-least: {least}, of: [{told}]}}.", least=value.value, told=told)
    made: Entries = [(key, value), (_word("of", cut[0]), _list(cut))]
    return made, Slip(key.start_mark.index, phrase(UNDER_OF), remedy)


def _listed(key: Node, value: ScalarNode, cut: list[Node], *, in_rule: bool) -> tuple[Entries, Slip]:
    """What a key and the commas behind it hold, as a list."""
    entries = [value, *cut]
    names = [one.value for one in entries]
    made: Entries = [(key, _list(entries))]
    if key.value in _CONCLUDE:
        return made, Slip(value.start_mark.index, phrase(SEVERAL), conclusions(key.value, names))
    remedy = in_list(key.value, names, {}) if in_rule and key.value in PREMISE_KEYS else ""
    remedy = remedy or phrase(
        "Put them in square brackets: {told}", told=f"{key.value}: [{', '.join(names)}]"
    )
    return made, Slip(key.start_mark.index, phrase(WITHOUT_BRACKETS), remedy)


def with_choices(node: SequenceNode) -> tuple[list[Node], list[Slip]]:
    """The entries of a list with a number and what it is of in one, where each has an entry, and a slip for each."""
    kept: list[Node] = []
    slips: list[Slip] = []
    for entry in node.value:
        before = kept[-1] if kept else None
        if before is None or not (has_only(before, _LEAST) and has_only(entry, "of")):
            kept.append(entry)
            continue
        (number,), (names,) = before.value, entry.value
        kept[-1] = MappingNode(
            before.tag, [number, names], before.start_mark, entry.end_mark, flow_style=True
        )
        told = (
            ", ".join(str(one.value) for one in names[1].value) if isinstance(names[1], SequenceNode) else "…"
        )
        remedy = phrase("Write {{at-least: {least}, of: [{told}]}}.", least=number[1].value, told=told)
        slips.append(Slip(before.start_mark.index, phrase(IN_ONE), remedy))
    return kept, slips


def has_only(node: Node, key: str) -> bool:
    """Whether a node is a mapping with one key, and that is this."""
    return isinstance(node, MappingNode) and [name.value for name, _ in node.value] == [key]


def _is_of_ids(node: Node) -> bool:
    """Whether a key without a value may be the name of a statement, and no key that lost its value."""
    return (
        isinstance(node, ScalarNode) and _NAMES.fullmatch(node.value) is not None and node.value not in KEYS
    )


def _list(entries: list[Node]) -> SequenceNode:
    first, last = entries[0], entries[-1]
    return SequenceNode("tag:yaml.org,2002:seq", entries, first.start_mark, last.end_mark, flow_style=True)


def _word(word: str, at: Node, tag: str = "str") -> ScalarNode:
    return ScalarNode(f"tag:yaml.org,2002:{tag}", word, at.start_mark, at.start_mark)
