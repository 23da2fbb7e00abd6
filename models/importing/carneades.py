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
_UNDERCUTTER = pattern("Undercutters that are no statement of the file were left out")
_POSITION = pattern("Positions that are no statement of the file were left out")
_UNKNOWN = pattern("Assumptions that are no statement of the file were left out")
_STANDARD = pattern("Proof standards other than the preponderance of evidence were left out")
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
    for name in sorted(assumed - claims.keys()):
        reading.left_out.add(_UNKNOWN, example=name)
    for key in [key for key in meta if key not in ("title", "author", "source")]:
        reading.left_out.add(_NOTES, line=document.position(("meta", key), key=True)[0], example=_word(key))
    for key, what in _LEFT.items():
        if data.get(key):
            reading.left_out.add(what, line=document.position((key,), key=True)[0])
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

    def claim(self, name: str, said: Any, assumed: set[str]) -> Claim:
        """A statement; one that nothing argues for and nobody assumes is not accepted."""
        holds = name in assumed or (isinstance(said, Mapping) and said.get("assumed") is True)
        line = self.document.position(("statements", name), key=True)[0]
        for key in said if isinstance(said, Mapping) else ():
            if key not in ("text", "assumed"):
                self.left_out.add(_STATEMENT, line=line, example=f"{name}: {key}")
        text = _word(said.get("text") if isinstance(said, Mapping) else said) or name
        return Claim(name, text, baseline="holds" if holds else "fails")

    def steps(self, found: Mapping[str, Any], claims: Mapping[str, Claim]) -> Iterator[Step]:
        """The arguments, a step for each conclusion."""
        for name, said in found.items():
            if not isinstance(said, Mapping):
                continue
            line = self.document.position(("arguments", name), key=True)[0]
            given = said.get("premises")
            premises, exceptions = _premises(given)
            ends = [_word(one) for one in (_list(said, "conclusions") or [said.get("conclusion")])]
            if not premises or not ends or any(one not in claims for one in (*premises, *exceptions, *ends)):
                self.left_out.add(_BARE, line=line, example=name)
                continue
            if said.get("scheme"):
                self.left_out.add(_SCHEME, line=line, example=_word(said["scheme"]))
            self._tell_rest(name, said, line)
            weight = said.get("weight")
            undercutter = _word(said.get("undercutter"))
            if undercutter and undercutter not in claims:
                self.left_out.add(_UNDERCUTTER, line=line, example=undercutter)
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
        given = said.get("premises")
        for role in given if isinstance(given, Mapping) else ():
            if role != "exception":
                self.left_out.add(_ROLES, line=line, example=_word(role))

    def issues(self, found: Mapping[str, Any], claims: Mapping[str, Claim]) -> Iterator[tuple[str, ...]]:
        """The positions that exclude each other."""
        for name, said in found.items():
            positions = said if isinstance(said, list) else _list(said, "positions")
            standard = _word(said.get("standard")) if isinstance(said, Mapping) else ""
            if standard.upper() not in ("", "PE"):
                line = self.document.position(("issues", name), key=True)[0]
                self.left_out.add(_STANDARD, line=line, example=standard)
            for one in map(_word, positions):
                if one not in claims:
                    self.left_out.add(_POSITION, example=one)
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
