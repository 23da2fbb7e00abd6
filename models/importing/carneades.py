"""Argument graphs of Carneades 4, in YAML: statements, issues, arguments, assumptions.

Gordon and Walton, "Formalizing Balancing Arguments", COMMA 2016. An issue's position is accepted where one argument
for it weighs more than all that argue for its rivals, which is how objections weigh in a case.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from models.importing.graph import Claim, Graph, LeftOut, Step, nothing
from models.schema.problem import pattern
from models.store.documents import Document
from models.store.yaml_text import read_yaml

_LEFT = {
    "language": pattern("Patterns of sentences were left out"),
    "argument_schemes": pattern("Schemes were left out, with the arguments that they would make"),
    "issue_schemes": pattern("Schemes of issues were left out, with the issues that they would make"),
    "labels": pattern("Which statements are in or out was left out: the case works it out"),
    "tests": pattern("Tests were left out: write the case’s own in the editor"),
    "references": pattern("References were left out"),
}
_NOTES = pattern("Notes and other data of the file were left out")
_STATEMENT = pattern("Data of statements were left out")
_ARGUMENT = pattern("Titles, notes and other data of arguments were left out")
_ROLES = pattern("Roles of premises were left out")
_REST = pattern("Parts of the file that a case has nothing for were left out")
_ISSUE = pattern("Titles, notes and other data of issues were left out")
_UNREAD = pattern("What is written in no form that can be read was left out")
_WEIGHT = pattern("Weights that are no numbers were left out")
_UNDERCUTTER = pattern("Undercutters that are no statement of the file were left out")
_POSITION = pattern("Positions that are no statement of the file were left out")
_UNKNOWN = pattern("Assumptions that are no statement of the file were left out")
_STANDARD = pattern("Proof standards other than the preponderance of evidence were left out")
_READ: Mapping[str, tuple[type, ...]] = {
    "meta": (Mapping,),
    "statements": (Mapping,),
    "arguments": (Mapping,),
    "issues": (Mapping,),
    "assumptions": (list,),
}
_SCHEME = pattern("Names of argument schemes were left out, with the weights that they give")
_BARE = pattern("Arguments without a premise that is known were left out")
_ASSUMED = pattern("Statements that are assumed though argued for are left to their arguments")


def read_carneades(path: Path, text: str) -> Graph:
    """The statements and arguments in a file; raises Refused where there are none."""
    document, problems = read_yaml(str(path), text)
    data = document.data if isinstance(document.data, Mapping) else {}
    reading = _Reading(document, LeftOut(str(path)))
    assumed = {_word(name) for name in _list(data, "assumptions")}
    claims = {name: reading.claim(name, said, assumed) for name, said in _mapping(data, "statements").items()}
    if not claims:
        raise nothing(str(path), "statement")
    steps = tuple(reading.steps(_mapping(data, "arguments"), claims))
    for step in steps:
        if claims[step.conclusion].baseline == "holds":
            reading.left_out.add(_ASSUMED, line=step.line, example=claims[step.conclusion].text)
    meta = _mapping(data, "meta")
    for place, name in enumerate(map(_word, _list(data, "assumptions"))):
        if name not in claims:
            reading.left_out.add(_UNKNOWN, line=document.position(("assumptions", place))[0], example=name)
    reading.tell_rest(meta)
    return Graph(
        str(path),
        _word(meta.get("title")) or path.stem,
        tuple(claims.values()),
        steps,
        tuple(reading.issues(_mapping(data, "issues"), claims)),
        author=_word(meta.get("author") or meta.get("source")),
        left_out=(*problems, *reading.left_out.problems),
        has_stances=True,
    )


class _Reading:
    def __init__(self, document: Document, left_out: LeftOut) -> None:
        self.document, self.left_out = document, left_out

    def tell_rest(self, meta: Mapping[str, Any]) -> None:
        """What a case has nothing for, beside the statements, arguments and issues."""
        for key, value in meta.items():
            taken = key in ("title", "author") or (key == "source" and not _word(meta.get("author")))
            if not taken or not _word(value):
                self.left_out.add(_NOTES, line=self._line("meta", key), example=_word(key))
        for key, value in self.document.data.items():
            parts = value if isinstance(value, Mapping | list) else ()
            if key in _LEFT:
                for part in parts or ([value] if value else []):
                    line = self._line(key, part) if isinstance(value, Mapping) else self._line(key)
                    named = part.get("id") if isinstance(part, Mapping) else part
                    self.left_out.add(_LEFT[key], line=line, example=_word(named))
            elif key not in _READ:
                self.left_out.add(_REST, line=self._line(key), example=_word(key))
            elif value and not isinstance(value, _READ[key]):
                self.left_out.add(_UNREAD, line=self._line(key), example=_word(key))

    def _line(self, *place: str | int) -> int | None:
        return self.document.position(place, key=True)[0]

    def claim(self, name: str, said: Any, assumed: set[str]) -> Claim:
        """A statement; one that nothing argues for and nobody assumes is not accepted."""
        holds = name in assumed or (isinstance(said, Mapping) and said.get("assumed") is True)
        line = self._line("statements", name)
        for key in said if isinstance(said, Mapping) else ():
            if key not in ("text", "assumed"):
                self.left_out.add(_STATEMENT, line=line, example=f"{name}: {key}")
        text = _word(said.get("text") if isinstance(said, Mapping) else said) or name
        if isinstance(said, list) or (isinstance(said, Mapping) and said.get("text") and text == name):
            self.left_out.add(_UNREAD, line=line, example=name)
        return Claim(name, text, baseline="holds" if holds else "fails")

    def steps(self, found: Mapping[str, Any], claims: Mapping[str, Claim]) -> Iterator[Step]:
        """The arguments, a step for each conclusion."""
        for name, said in found.items():
            line = self._line("arguments", name)
            if not isinstance(said, Mapping):
                self.left_out.add(_UNREAD, line=line, example=name)
                continue
            given = said.get("premises")
            premises, exceptions = _premises(given)
            ends = [_word(one) for one in (_list(said, "conclusions") or [said.get("conclusion")])]
            if not premises or not ends or any(one not in claims for one in (*premises, *exceptions, *ends)):
                self.left_out.add(_BARE, line=line, example=name)
                continue
            if said.get("scheme"):
                self.left_out.add(_SCHEME, line=line, example=f"{name}: {_word(said['scheme'])}")
            self._tell_rest(name, said, line)
            weight = said.get("weight")
            if weight is not None and not isinstance(weight, int | float):
                self.left_out.add(_WEIGHT, line=line, example=f"{name}: {_word(weight)}")
            undercutter = _word(said.get("undercutter"))
            if undercutter and undercutter not in claims:
                self.left_out.add(_UNDERCUTTER, line=line, example=f"{name}: {undercutter}")
            for end in ends:
                yield Step(
                    tuple((one, False) for one in premises),
                    end,
                    title=name,
                    line=line,
                    weight=float(weight) if isinstance(weight, int | float) else 0.0,
                    unless=(*exceptions, *((undercutter,) if undercutter in claims else ())),
                )

    def _tell_rest(self, name: str, said: Mapping[str, Any], line: int | None) -> None:
        """What else an argument says, and a case cannot."""
        for key in said:
            if key not in ("premises", "conclusion", "conclusions", "scheme", "weight", "undercutter"):
                self.left_out.add(_ARGUMENT, line=line, example=f"{name}: {key}")
        if said.get("conclusions") and said.get("conclusion"):
            self.left_out.add(_ARGUMENT, line=line, example=f"{name}: conclusion")
        given = said.get("premises")
        for role, premise in given.items() if isinstance(given, Mapping) else ():
            if role != "exception":
                at = self._line("arguments", name, "premises", role)
                self.left_out.add(_ROLES, line=at or line, example=f"{name}: {_word(role)}: {_word(premise)}")

    def issues(self, found: Mapping[str, Any], claims: Mapping[str, Claim]) -> Iterator[tuple[str, ...]]:
        """The positions that exclude each other."""
        for name, said in found.items():
            positions = said if isinstance(said, list) else _list(said, "positions")
            line = self._line("issues", name)
            standard = _word(said.get("standard")) if isinstance(said, Mapping) else ""
            if standard.upper() not in ("", "PE"):
                self.left_out.add(_STANDARD, line=line, example=f"{name}: {standard}")
            for key in said if isinstance(said, Mapping) else ():
                if key not in ("positions", "standard"):
                    self.left_out.add(_ISSUE, line=line, example=f"{name}: {_word(key)}")
            if not positions:
                self.left_out.add(_UNREAD, line=line, example=name)
            for one in map(_word, positions):
                if one not in claims:
                    self.left_out.add(_POSITION, line=line, example=f"{name}: {one}")
            yield tuple(dict.fromkeys(one for one in map(_word, positions) if one in claims))


def _premises(given: Any) -> tuple[list[str], list[str]]:
    """What an argument needs, and what stands under the role of an exception and takes it away."""
    if not isinstance(given, Mapping):
        return ([_word(one) for one in given] if isinstance(given, list) else []), []
    needed = [_word(one) for role, one in given.items() if role != "exception"]
    return needed, [_word(one) for role, one in given.items() if role == "exception"]


def _mapping(data: Any, key: str) -> Mapping[str, Any]:
    found = data.get(key) if isinstance(data, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _list(data: Any, key: str) -> list[Any]:
    found = data.get(key) if isinstance(data, Mapping) else None
    return found if isinstance(found, list) else []


def _word(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
