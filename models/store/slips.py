"""Slips in the YAML of cases that a reader would pass over in silence, or answer with what loses text.

Each is told with a remedy that keeps what the author wrote.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from models.schema.besides import Concession, Fact, Feedback, Model, Source
from models.schema.case import Assumption, Observation, Recommendation, Rule
from models.schema.grades import Speaks
from models.schema.premises import dashed_key
from models.schema.problem import pattern, phrase
from models.schema.references import Place

TEXTS = ("addressee", "author", "because", "if-fails", "label", "note", "reply", "short", "text", "title")
LISTS_OF_TEXTS = ("challenge", "hedging", "shaping", "signposts")
LISTS_OF_IDS = ("if", "need", "means", "standing", "any", "of", "one-of", "at-most-one", "argued-by", "aside")
SPACES = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u3000\ufeff"
_ODD_SPACE = re.compile(rf"^[ \t]*(?:- *)?(?:[\w-]+:)?[ \t]*([{SPACES}])")
_ODD_SPACE_WITHIN = re.compile(rf"[{{,][ \t]*[\w-]+:([{SPACES}])[ \t]*[\[{{\"']")
_GLUED = re.compile(rf"^([\w-]+):([{SPACES}])")
KEYS = frozenset(
    dashed_key(one.name)
    for part in (Source, Model, Fact, Concession, Observation, Assumption, Recommendation, Rule, Feedback)
    for one in fields(part)
)
"""What may stand before a colon in braces."""
_OF_SIGNPOSTS = tuple(dashed_key(one.name) for one in fields(Observation))
TEXTS_WITHOUT_BRACKETS = pattern("Without brackets, a list of texts ends at its first comma.")
_WHOLE = phrase("If it belongs to the text, put quotes around the whole of it.")
_GLUED_NUMBER = re.compile(r",[0-9]")
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
_BEHIND_COLON = re.compile(r"[ \t]*:[ \t]+(#[^\n]*)")
_BELOW_COLON = re.compile(r"[ \t]*:[ \t]*\n(?:[ \t]*\n)*([ \t]+)(#[^\n]*)")
MAY_BE_EMPTY = ("if-fails", "label", "note", "reply", "short")


class Slip(NamedTuple):
    """What went wrong at a place of the text, and what to do; one that is `odd` may be meant."""

    at: int
    what: str
    remedy: str
    odd: bool = False


def in_mapping(
    node: MappingNode, entries: list[tuple[Node, Node]], text: str
) -> tuple[list[tuple[Node, Node]], list[Slip]]:
    """The entries of a mapping without those that only a comma made, and a slip for each text that it cut."""
    kept: list[tuple[Node, Node]] = []
    slips: list[Slip] = []
    cut: list[Node] = []
    for key, value in entries:
        if not (node.flow_style and is_bare(key, value, text)):
            slips += _cut_off(kept, cut, text)
            cut = []
            kept.append((key, value))
            slips += _only_a_comment(key, value, text)
        elif (glued := _GLUED.match(key.value)) and glued[1] in KEYS:
            slips.append(_odd_space(key.start_mark.index + glued.start(2), glued[2]))
        else:
            cut.append(key)
    slips += _cut_off(kept, cut, text)
    return kept, slips


def _cut_off(kept: list[tuple[Node, Node]], cut: list[Node], text: str) -> Iterator[Slip]:
    """What commas made keys of, told once with the whole text that it belongs to; alone where that is no text."""
    name, value = kept[-1] if kept else (None, None)
    is_text = value is not None and _is_plain(value) and value.value
    if not cut:
        return
    if name is None or value is None or not is_text or name.value in (*LISTS_OF_IDS, "at-least"):
        for key in cut:
            what = phrase("“{key}” has no value.", key=key.value)
            remedy = phrase(
                "Write `{value}: …`, or put quotes around the whole text that it belongs to.", value=key.value
            )
            yield Slip(key.start_mark.index, what, remedy)
        return
    value.tag = "tag:yaml.org,2002:str"  # what was cut off a number is no number
    whole = text[value.start_mark.index : cut[-1].end_mark.index]
    if name.value in LISTS_OF_TEXTS:
        texts = ", ".join(_quoted(one) for one in (value.value, *(key.value for key in cut)))
        remedy = phrase(
            "If it is one text, write {key}: [{text}]; if each is a text, write {key}: [{texts}].",
            key=name.value,
            text=_quoted(whole),
            texts=texts,
        )
        yield Slip(value.start_mark.index, phrase(TEXTS_WITHOUT_BRACKETS), remedy)
        return
    what = phrase(
        "The text of `{text}` ends at the comma: “{key}” was read as a key.",
        text=name.value,
        key=cut[0].value,
    )
    remedy = phrase("Put quotes around the whole text: {key}: {text}", key=name.value, text=_quoted(whole))
    yield Slip(cut[0].start_mark.index, what, remedy)


def _only_a_comment(key: Node, value: Node, text: str) -> Iterator[Slip]:
    """A text that begins with # and is taken for a comment; of one that may be left out, it may be one."""
    if key.value not in TEXTS or not _is_plain(value) or value.value:
        return
    at = comment_of(key, text)
    if at is None:
        return
    comment = text[slice(*at)]
    what = phrase(
        "`{name}` is empty, as “{text}” begins with # and is a comment.",
        name=key.value,
        text=_short(comment),
    )
    remedy = phrase("Put quotes around the whole text: {key}: {text}", key=key.value, text=_quoted(comment))
    odd = key.value in MAY_BE_EMPTY
    if odd:
        remedy = phrase(
            "If it is the text, put quotes around it: {key}: {text}", key=key.value, text=_quoted(comment)
        )
    yield Slip(key.start_mark.index, what, remedy, odd=odd)


def comment_of(key: Node, text: str) -> tuple[int, int] | None:
    """Where a comment stands in the place of the text of a key: beside it, or below it and further in."""
    if found := _BEHIND_COLON.match(text, key.end_mark.index):
        return found.span(1)
    found = _BELOW_COLON.match(text, key.end_mark.index)
    return found.span(2) if found and len(found[1]) > key.start_mark.column else None


def in_text(node: ScalarNode, place: Place, text: str) -> Iterator[Slip]:
    """What YAML takes for a comment behind a text, and a key glued to its value."""
    if not _is_plain(node):
        return
    if glued := _GLUED.match(node.value):
        yield _odd_space(node.start_mark.index + glued.start(2), glued[2])
    if node.anchor and place and place[-1] in TEXTS:
        what = phrase("“&{mark}” is a mark of YAML, and no part of the text.", mark=node.anchor)
        yield Slip(node.start_mark.index, what, _WHOLE, odd=True)
    names = [part for part in place[-2:] if isinstance(part, str)]
    comment = (
        _COMMENT.match(text, node.end_mark.index) if node.value else None
    )  # else told of its list or key
    if comment and names and names[-1] in (*TEXTS, *LISTS_OF_TEXTS):
        what = phrase("“{text}” is a comment, and no part of the text.", text=_short(comment[1]))
        yield Slip(comment.start(1), what, _WHOLE, odd=True)


def in_list(node: SequenceNode, place: Place, text: str) -> Iterator[Slip]:
    """Entries that YAML takes otherwise: cut at a comma in brackets, at a colon, or nothing but a comment."""
    yield from _emptied(node, place, text)
    if place and place[-1] in LISTS_OF_TEXTS:
        yield from _with_colon(node, place, text)
    texts = place and place[-1] in LISTS_OF_TEXTS and node.flow_style
    for before, entry in zip(node.value, node.value[1:], strict=False) if texts else ():
        if (
            _is_plain(before)
            and _is_plain(entry)
            and (
                (node.value[0].value[:1].isupper() and entry.value[:1].islower())
                or _GLUED_NUMBER.match(text, before.end_mark.index)
            )
        ):
            what = phrase(
                "“{text}” is an entry of its own, as a comma stands before it.", text=_short(entry.value)
            )
            remedy = phrase(
                "If it belongs to “{value}”, put quotes around the whole text.", value=_short(before.value)
            )
            yield Slip(entry.start_mark.index, what, remedy, odd=True)


def _emptied(node: SequenceNode, place: Place, text: str) -> Iterator[Slip]:
    """Entries that begin with # and are taken for comments."""
    for entry in node.value if not node.flow_style else ():
        found = _COMMENT.match(text, entry.end_mark.index) if _is_plain(entry) and not entry.value else None
        if not found:
            continue
        what = phrase(
            "An entry of `{name}` is empty, as “{text}” begins with # and is a comment.",
            name=place[-1] if place else "",
            text=_short(found[1]),
        )
        remedy = phrase("Put quotes around it: - {text}", text=_quoted(found[1]))
        if place and place[-1] not in LISTS_OF_TEXTS:
            remedy = phrase("Take out the #, or the whole line.")
        yield Slip(entry.start_mark.index, what, remedy)


def _with_colon(node: SequenceNode, place: Place, text: str) -> Iterator[Slip]:
    """Texts of a list in which a colon makes a key of the words before it."""
    for entry in node.value:
        if not isinstance(entry, MappingNode) or len(entry.value) != 1:
            continue
        key, value = entry.value[0]
        if not (isinstance(key, ScalarNode) and isinstance(value, ScalarNode)) or key.value in _OF_SIGNPOSTS:
            continue
        what = phrase(
            "An entry of `{name}` is cut at the colon: “{key}” was read as a key.",
            name=place[-1],
            key=_short(key.value),
        )
        speaks = key.value if place[-1] == "signposts" and key.value in list(Speaks) else ""
        whole = text[key.start_mark.index : value.end_mark.index]
        remedy = (
            phrase("Write {{text: {text}, speaks: {speaks}}}.", text=_quoted(value.value), speaks=speaks)
            if speaks
            else phrase("Put quotes around the whole text: {text}", text=_quoted(whole))
        )
        yield Slip(entry.start_mark.index, what, remedy)


def behind(text: str, index: int) -> Slip | None:
    """The slip that may be behind a mistake in the YAML that was noticed at an index, or in the lines before."""
    start = text.rfind("\n", 0, index) + 1
    lines = [(start, text[start:].split("\n", 1)[0])]
    for _ in range(2):
        end = lines[-1][0] - 1
        begin = text.rfind("\n", 0, max(0, end)) + 1
        lines += [(begin, text[begin:end])] if end > 0 else []
    for begin, line in lines:
        if found := _ODD_SPACE.match(line) or _ODD_SPACE_WITHIN.search(line):
            return _odd_space(begin + found.start(1), found[1])
    for begin, line in lines:
        at = _comment_within(line)
        if at and line.count("{") + line.count("[") > line[:at].count("}") + line[:at].count("]"):
            what = phrase(
                "“{text}” is a comment, so that what it belongs to has no end.", text=_short(line[at:])
            )
            return Slip(begin + at, what, phrase("Put quotes around the whole text that it is a part of."))
    return None


def _comment_within(line: str) -> int:
    """Where the last comment behind a bracket begins; nothing where there is none."""
    opens = re.search(r"[{\[]", line)
    found = re.match(r"(?:.*[\s\[{,])?(?=#)", line[opens.end() :]) if opens else None
    return opens.end() + found.end() if opens and found else 0


def unknown_key(owner: str) -> str:
    """The remedy for a key that a part of a case does not have; none loses what stands under it."""
    article = "An" if owner[:1] in "aeiou" else "A"
    return phrase(
        "{article} {owner} has no such key. If it belongs to the text before it, put quotes around the whole text; "
        "a note of yours can stand as a comment, after #.",
        article=article,
        owner=owner,
    )


def _is_plain(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style is None


def is_bare(key: Node, value: Node, text: str) -> bool:
    """Whether a key has neither a value nor a colon."""
    empty = _is_plain(value) and not value.value
    return bool(empty and _is_plain(key) and not text[key.end_mark.index :].lstrip().startswith(":"))


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    return f'"{plain}"' if '"' not in plain and "\\" not in plain else "'" + plain.replace("'", "''") + "'"


def _odd_space(at: int, sign: str) -> Slip:
    what = phrase(
        "What looks like a space here is another character (U+{sign:04X}), and none to YAML.", sign=ord(sign)
    )
    return Slip(at, what, phrase("Put an ordinary space in its place."))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
