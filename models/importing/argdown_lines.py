"""The lines of an Argdown text: its head, headings, relations and numbered statements, without marks of layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from models.importing.graph import LeftOut
from models.schema.problem import pattern

_SIGN = re.compile(r"^([ \t]*)(\+>|->|_>|<\+|<-|<_|><|\+|-|_)[ \t]+(?=\S)")
_NUMBERED = re.compile(r"^[ \t]*\((\d{1,4})\)[ \t]*(.*)$")
_LIST = re.compile(r"^[ \t]*(?:\*|\d{1,4}[.)])[ \t]+(?=\S)")
_INFERENCE = re.compile(r"^[ \t]*--+")
_NAMED = re.compile(r"^(?:\[([^\[\]]{1,400})\]|<([^<>]{1,400})>)[ \t]*(:)?[ \t]*(.*)$", re.DOTALL)
_TAG = re.compile(r"(?<!\S)#(?:\(([^()]{1,80})\)|([\w-]{1,80}))")
_DATA = re.compile(r"(?<!\S)\{(?:[^{}]|\{[^{}]*\})*\}(?=\s|$)")
_LINK = re.compile(r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,2000}\)")
_ADDRESS = re.compile(r"!?\[[^\[\]]{0,400}\]\(([^()\s]{0,2000})\)")
_MENTION = re.compile(r"@\[([^\[\]]{1,400})\]|@<([^<>]{1,400})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,2000})\1")
_SLANTED = re.compile(r"(?<!\w)([*_])(?=\S)([^*_]{1,2000})\1(?!\w)")
_OPENS = re.compile(r"/\*|<!--")
_CLOSES = {"/*": "*/", "<!--": "-->"}
COMMENTS = pattern("Comments were left out")
DATA = pattern("Data in braces were left out")
ADDRESSES = pattern("Addresses of links were left out")
TAGS = pattern("Tags were left out")
GONE = "\x02"
"""Stands where a comment was, so that its lines are not taken for blank ones."""
LOOSE = pattern("Text that is no part of the argument was left out")
LISTS = pattern("Lists were left out")
ROLES = ("assumption", "finding", "recommendation")
KINDS = ("stated", "hedged", "implied", "added")


class What(Enum):
    """What a line begins."""

    HEADING = "heading"
    SAID = "said"
    NUMBERED = "numbered"
    INFERENCE = "inference"
    BREAK = "break"


@dataclass(frozen=True)
class Said:
    """A statement, an argument, or a mere mention of one; `text` is empty where it is only named."""

    title: str = ""
    argument: bool = False
    text: str = ""
    role: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Line:
    """One line with those that continue it."""

    what: What
    number: int
    indent: int = 0
    sign: str = ""
    text: str = ""
    own: int = 0


def without_comments(text: str, left_out: LeftOut) -> str:
    """The text without comments; no line moves."""
    text = text.replace(GONE, "")
    parts, at, line = [], 0, 1
    while (found := _OPENS.search(text, at)) and (end := text.find(_CLOSES[found[0]], found.end())) >= 0:
        before, within = text[at : found.start()], text[found.start() : end]
        line += before.count("\n")
        left_out.add(COMMENTS, line=line, example=within.removeprefix(found[0]))
        parts += [before, GONE + f"\n{GONE}" * within.count("\n")]
        line += within.count("\n")
        at = end + len(_CLOSES[found[0]])
    return "".join([*parts, text[at:]])


def lines(text: str, left_out: LeftOut) -> Iterator[Line]:
    """The lines that say something, each joined with those that continue it."""
    waiting: Line | None = None
    parts: list[str] = []
    inference = False
    for number, line in enumerate(text.split("\n"), start=1):
        bare = _without_remark(line, number, left_out)
        if bare.strip() == "" and (GONE in line or line.strip()):
            continue  # a line that is nothing but a comment parts nothing
        found = _line(bare, number, left_out)
        if inference:
            inference = not _INFERENCE.match(bare)
            parts.append(bare.strip())
            continue
        if found is not None and found.what is What.INFERENCE:
            inference = bare.strip() == "--" or not bare.rstrip().endswith("--")
        if found is None and waiting is not None and bare.strip() and not _LIST.match(bare):
            parts.append(bare.strip())
            continue
        if found is None and bare.strip() and not _LIST.match(bare):
            left_out.add(LOOSE, line=number, example=bare)
        if waiting is not None:
            yield replace(waiting, text=" ".join(parts))
        waiting, parts = found, [found.text] if found else []
        if not bare.strip():
            yield Line(What.BREAK, number)
    if waiting is not None:
        yield replace(waiting, text=" ".join(parts))


def _line(line: str, number: int, left_out: LeftOut) -> Line | None:
    """What a line begins; None where it continues the one before, or says nothing."""
    if _INFERENCE.match(line):
        return Line(What.INFERENCE, number, text=line)
    if heading := re.match(r"^#{1,6}[ \t]+(\S.*)$", line):
        return Line(What.HEADING, number, len(line) - len(line.lstrip("#")), text=heading[1].strip("# \t"))
    if found := _SIGN.match(line):
        indent = len(found[1].expandtabs(4)) + 1
        return Line(What.SAID, number, indent, found[2], line[found.end() :].strip())
    if found := _NUMBERED.match(line):
        return Line(What.NUMBERED, number, text=found[2].strip(), own=int(found[1]))
    if _LIST.match(line):
        left_out.add(LISTS, line=number, example=line)
        return None
    if line.strip() and (line[0] in "[<" or not line[0].isspace()):
        return Line(What.SAID, number, text=line.strip()) if line[0] in "[<" else None
    return None


def _without_remark(line: str, number: int, left_out: LeftOut) -> str:
    """A line without the comment at its end; the slashes of an address are none."""
    line = line.replace(GONE, "")
    found = re.search(r"(?:^|\s)//", line)
    if found is None:
        return line.rstrip()
    left_out.add(COMMENTS, line=number, example=line[found.end() :])
    return line[: found.start()].rstrip()


def said(line: Line, left_out: LeftOut) -> Said:
    """What a line names and says, as plain text."""
    text = line.text
    for data in _DATA.findall(text):
        left_out.add(DATA, line=line.number, example=data)
    text = _DATA.sub("", text)
    for address in _ADDRESS.findall(text):
        left_out.add(ADDRESSES, line=line.number, example=address)
    tags = [one or other for one, other in _TAG.findall(text)]
    for tag in tags:
        if tag not in (*ROLES, *KINDS):
            left_out.add(TAGS, line=line.number, example=f"#{tag}")
    text = _TAG.sub("", text).strip()
    role = next((tag for tag in tags if tag in ROLES), "")
    kind = next((tag for tag in tags if tag in KINDS), "")
    if found := _NAMED.match(text):
        title = " ".join((found[1] or found[2]).split())
        return Said(title, bool(found[2]), plain(found[4]), role, kind)
    return Said("", False, plain(text), role, kind)


def plain(text: str) -> str:
    """A text without marks of layout; of a link its words stay and its address goes."""
    text = _MENTION.sub(lambda found: found[1] or found[2], _LINK.sub(r"\1", text))
    text = _SLANTED.sub(r"\2", _STRONG.sub(r"\2", text))
    return " ".join(text.split())
