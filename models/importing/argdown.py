"""Argdown: statements, arguments, how they support and attack each other, and premises with their conclusions.

What stands under a statement with a sign bears on it; an argument without premises is a claim itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from models.importing.argdown_lines import Line, Said, What, lines, said, without_comments
from models.importing.graph import Claim, Graph, LeftOut, Literal, Step, nothing
from models.schema.problem import Refused, pattern
from models.store.yaml_text import read_yaml

Node = tuple[bool, str]
"""An argument or a statement, by its title."""
TWICE = pattern("Statements were given a second text, which was left out")
UNCLEAR = pattern(
    "Support for an argument whose premises are told was left out: it does not say which premise it supports"
)
DENIED_TWICE = pattern("Contradictions of a claim that is itself a denial were left out")
IN_OTHER_WORDS = pattern("What contradicts a claim is its denial: the words for it were left out")
EMPTY = pattern("Statements without a word were left out")
NO_PREMISES = pattern("Conclusions without premises were left out")
USES = pattern("Uses of premises that do not stand above were left out")
HEAD = pattern("What the head says besides title, author and year was left out")
UNREAD_HEAD = pattern("The head could not be read, and was left out")
INFERENCES = pattern("Names and data of inferences were left out")
HEADINGS = pattern("Headings with no statement below them were left out")
OUTWARD = {"+>": "+", "->": "-", "_>": "_"}
_HEAD = re.compile(r"\A\s*===+[ \t]*\n(.*?)\n===+[ \t]*(?:\n|\Z)", re.DOTALL)
_USES = re.compile(r"uses\s*:\s*\[([\d,\s]{1,200})\]")


def read_argdown(path: Path, text: str) -> Graph:
    """The claims and steps of a text; raises Refused where there are none."""
    left_out = LeftOut(str(path))
    head, body = _head(path, text.replace("\r\n", "\n"), left_out)
    reading = _Reading(left_out, str(head.get("title") or ""))
    for line in lines(without_comments(body, left_out), left_out):
        reading.take(line)
    reading.conclude()
    reading.tell_bare()
    if not reading.claims:
        raise nothing(str(path), "statement or argument")
    resolved = _Resolved(reading)
    year = re.search(r"\b(1\d{3}|2\d{3})\b", str(head.get("date", "")))
    return Graph(
        str(path),
        reading.title or path.stem,
        tuple(resolved.claims()),
        tuple(resolved.steps()),
        tuple(resolved.rivals),
        author=str(head.get("author") or ""),
        year=int(year[1]) if year else None,
        left_out=left_out.problems,
    )


def _head(path: Path, text: str, left_out: LeftOut) -> tuple[Mapping[str, object], str]:
    """What stands between signs of equality on top, and the rest at its own lines."""
    found = _HEAD.match(text)
    if found is None:
        return {}, text
    try:
        document = read_yaml(str(path), found[1])[0]
    except Refused:
        document = None
    data = document.data if document is not None and isinstance(document.data, dict) else {}
    if not data and found[1].strip():
        left_out.add(UNREAD_HEAD, line=1, example=found[1])
    for key, value in data.items():
        taken = key in ("title", "author") and isinstance(value, str | int)
        taken = taken or (key == "date" and re.fullmatch(r"\d{4}", str(value)) is not None)
        if not taken and document is not None:
            line = (document.position((key,), key=True)[0] or 1) + 1  # below the signs of equality
            left_out.add(HEAD, line=line, example=str(key))
    return data, "\n" * found[0].count("\n") + text[found.end() :]


class _Reading:
    """One walk through the lines, which notes claims, relations and what is concluded."""

    def __init__(self, left_out: LeftOut, title: str) -> None:
        self.left_out = left_out
        self.title = title
        self.claims: dict[Node, Claim] = {}
        self.relations: list[tuple[Node, str, Node, int]] = []
        self.told: list[tuple[str, Step]] = []
        self._group = ""
        self._bare: tuple[str, int] = ("", 0)
        self._above: list[tuple[int, Node]] = []
        self._argument: Node | None = None
        self._premises: dict[int, str] = {}
        self._drawn: str = ""
        self._above_it: dict[int, str] = {}
        self._uses: list[int] = []

    def take(self, line: Line) -> None:
        """The next line."""
        if line.what is What.BREAK:
            self._above.clear()
        elif line.what in (What.SAID, What.NUMBERED) and not self._says(line):
            self.left_out.add(EMPTY, line=line.number)
        elif line.what is What.HEADING:
            self._heading(line)
        elif line.what is What.INFERENCE:
            self._drawn = "inference"
            found = _USES.search(line.text)
            rest = _USES.sub("", line.text).strip("-{} ,\t")
            if rest:
                self.left_out.add(INFERENCES, line=line.number, example=rest)
            self._uses = [int(one) for one in re.findall(r"\d+", found[1])] if found else []
        elif line.what is What.NUMBERED:
            self._numbered(line)
        else:
            self._said(line)

    def _says(self, line: Line) -> bool:
        """Whether a line names or says anything besides tags and data."""
        found = said(line, LeftOut(""))
        return bool(found.title or found.text)

    def conclude(self) -> None:
        """An end to the premises that were told."""
        self._premises, self._above_it, self._drawn = {}, {}, ""

    def _heading(self, line: Line) -> None:
        self.conclude()
        self.tell_bare()
        text = said(line, self.left_out).text
        if line.indent == 1 and not self.title and not self.claims:
            self.title = text
        else:
            self._group = text
            self._bare = (text, line.number) if text != self.title else ("", 0)

    def tell_bare(self) -> None:
        """Tell of a heading that no statement stands below."""
        if self._bare[0]:
            self.left_out.add(HEADINGS, line=self._bare[1], example=self._bare[0])
        self._bare = ("", 0)

    def _said(self, line: Line) -> None:
        node = self._node(line)
        if not line.sign:
            self.conclude()
            self._argument = node if node[0] else None
            self._above = [(0, node)]
            return
        while self._above and self._above[-1][0] >= line.indent:
            self._above.pop()
        if self._above:
            above = self._above[-1][1]
            sign = OUTWARD.get(line.sign)
            one, other = (above, node) if sign else (node, above)
            self.relations.append((one, sign or line.sign.lstrip("<") or "+", other, line.number))
        self._above.append((line.indent, node))

    def _numbered(self, line: Line) -> None:
        key = self._node(line)[1]
        self._above = [(0, (False, key))]
        if not self._drawn:
            self._premises[line.own] = self._above_it[line.own] = key
            return
        uses = [self._above_it[one] for one in self._uses if one in self._above_it]
        for one in self._uses:
            if one not in self._above_it:
                self.left_out.add(USES, line=line.number, example=f"({one})")
        given = uses or list(self._premises.values())
        named = self._argument[1] if self._argument else ""
        if not given:
            self.left_out.add(NO_PREMISES, line=line.number, example=self.claims[(False, key)].text)
        else:
            because = self.claims[self._argument].text if self._argument else ""
            step = Step(
                tuple((one, False) for one in given),
                key,
                title=named,
                because=because if because != named else "",
                line=line.number,
            )
            self.told.append((named, step))
        self._premises, self._drawn = {line.own: key}, ""
        self._above_it[line.own] = key

    def _node(self, line: Line) -> Node:
        found = said(line, self.left_out)
        if line.what is What.NUMBERED:
            found = replace(found, argument=False)  # a premise is a statement, whatever its brackets
        node = (found.argument, found.title or found.text)
        known = self.claims.get(node)
        if known is None:
            self.claims[node] = self._claim(found)
            self._bare = ("", 0)
        elif found.text and known.text == known.title and found.title:
            self.claims[node] = replace(
                known, text=found.text, role=found.role or known.role, kind=found.kind or known.kind
            )
        elif found.text and found.title and found.text != known.text:
            self.left_out.add(TWICE, line=line.number, example=found.text)
        return node

    def _claim(self, found: Said) -> Claim:
        key = found.title or found.text
        return Claim(
            f"<{key}>" if found.argument else key,
            found.text or key,
            found.title,
            self._group,
            found.role,
            found.kind or "stated",
        )


class _Resolved:
    """What the walk noted as claims and steps: arguments with premises are steps, the others claims."""

    def __init__(self, reading: _Reading) -> None:
        self.reading = reading
        self._ends = {name: step.conclusion for name, step in reading.told if name}
        steps = [step for _, step in reading.told]
        for name, step in reading.told:
            claim = reading.claims.get((True, name))
            if claim is not None and claim.kind != "stated":
                steps[steps.index(step)] = replace(step, kind=claim.kind)
        self.rivals: list[tuple[str, ...]] = []
        self._unless: dict[str, list[str]] = {}
        self._denials: dict[str, Literal] = {}
        self._kept = {step.conclusion for step in steps}
        self._kept |= {self._source(other) for _, sign, other, _ in reading.relations if sign != "><"}
        for one, sign, other, line in reading.relations:
            self._relate(one, sign, other, line, steps)
        self._steps = steps

    def claims(self) -> Iterator[Claim]:
        """All claims but arguments whose premises are told, and denials."""
        for (argument, title), claim in self.reading.claims.items():
            if not (argument and title in self._ends) and claim.key not in self._denials:
                yield claim

    def steps(self) -> Iterator[Step]:
        """All steps, with what takes them away; a denial is its claim, negated."""
        for step in self._steps:
            premises = tuple(self._denied(one) for one in step.premises)
            if step.conclusion not in self._denials:
                yield replace(step, premises=premises, unless=tuple(self._unless.get(step.title, ())))

    def _relate(self, one: Node, sign: str, other: Node, line: int, steps: list[Step]) -> None:
        source, target = self._source(one), self._source(other)
        if sign == "><":
            self._exclude(source, target, line)
        elif other[0] and other[1] in self._ends:
            if sign == "+":
                self.reading.left_out.add(UNCLEAR, line=line, example=other[1])
            else:
                self._unless.setdefault(other[1], []).append(source)
        elif source != target:
            claim = self.reading.claims[one]
            whole = one[0] and one[1] not in self._ends
            because = claim.text if whole and claim.text != claim.title else ""
            title, kind = claim.title if whole else "", claim.kind if one[0] else "stated"
            steps.append(Step(((source, False),), target, sign != "+", title, because, kind, line))

    def _exclude(self, source: str, target: str, line: int) -> None:
        """Of two that contradict each other the later one is the other's denial, if nothing else bears on it."""
        order = [claim.key for claim in self.reading.claims.values()]
        pair = sorted((source, target), key=order.index, reverse=True)
        if {source, target} & self._denials.keys():
            if self._denials.get(pair[0], ("", True))[0] != pair[1]:
                self.reading.left_out.add(DENIED_TWICE, example=pair[0])
            return
        denial = next((name for name in pair if name not in self._kept), None)
        if source == target:
            self.reading.left_out.add(DENIED_TWICE, example=source)
            return
        if denial is None:
            self.rivals.append((source, target))
            return
        kept = target if denial == source else source
        self._denials[denial] = (kept, True)
        self._kept.add(kept)
        texts = {claim.key: claim.text for claim in self.reading.claims.values()}
        if texts[kept] not in texts[denial]:  # as “It is not so: …” says it, nothing is lost
            self.reading.left_out.add(IN_OTHER_WORDS, line=line, example=texts[denial])

    def _source(self, node: Node) -> str:
        """The claim that a node stands for: of an argument with premises what it concludes."""
        return self._ends.get(node[1], f"<{node[1]}>") if node[0] else node[1]

    def _denied(self, literal: Literal) -> Literal:
        name, negated = literal
        if name not in self._denials:
            return literal
        denied, _ = self._denials[name]
        return denied, not negated
