"""Argument Interchange Format, as JSON: nodes of information, of inference and of conflict, and what joins them.

Chesnevar and others, "Towards an Argument Interchange Format", The Knowledge Engineering Review 21 (2006).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from models.importing.graph import Claim, Graph, LeftOut, Step, nothing
from models.schema.problem import pattern
from models.store.documents import read_json

_KINDS = {
    "L": pattern("What was said in the dialogue, and by whom, was left out"),
    "YA": pattern("What was said in the dialogue, and by whom, was left out"),
    "TA": pattern("How the dialogue went on was left out"),
    "PA": pattern("Preferences between arguments were left out"),
    "MA": pattern("What says the same in other words was left out"),
}
_ODD = pattern("Nodes of another kind were left out")
_LISTS = {
    "locutions": pattern("What was said in the dialogue, and by whom, was left out"),
    "participants": pattern("Who took part in the dialogue was left out"),
}
_NOWHERE = pattern("Edges from or to a node that is not in the file were left out")
_DIRECT = pattern("Edges from claim to claim, without an inference or a conflict between, were left out")
_BETWEEN = pattern("Edges between arguments and objections, with no claim between, were left out")
_TWICE = pattern("Nodes with the number of another were left out")
_DATA = pattern("Data of nodes and edges were left out")
_REST = pattern("Parts of the file that a case has nothing for were left out")
_KEYS = {"nodes": ("nodeID", "text", "type", "scheme"), "edges": ("edgeID", "fromID", "toID")}
_BOTH_STEPS = (("RA", "RA"), ("RA", "CA"), ("CA", "CA"))
"""From what to what no edge says anything in a case; a conflict may take an inference away."""
_LOOSE = pattern("Arguments and objections that lead from nowhere, to nowhere or to each other were left out")


def read_aif(path: Path, text: str) -> Graph:
    """The claims, arguments and conflicts in a file; raises Refused where there are none."""
    data = read_json(str(path), text).data
    reading = _Reading(str(path), data.get("AIF", data) if isinstance(data, Mapping) else {})
    if not reading.claims:
        raise nothing(str(path), "node of information (I)")
    steps = tuple(reading.steps())
    return Graph(
        str(path), path.stem, tuple(reading.claims.values()), steps, left_out=reading.left_out.problems
    )


class _Reading:
    def __init__(self, file: str, data: Any) -> None:
        self.left_out = LeftOut(file)
        self.nodes: dict[str, Mapping[str, Any]] = {}
        for node in _entries(data, "nodes"):
            name = _text(node.get("nodeID"))
            if name in self.nodes:
                self.left_out.add(_TWICE, example=_named(name, node))
            self.nodes.setdefault(name, node)
        self._before: dict[str, list[str]] = defaultdict(list)
        self._after: dict[str, list[str]] = defaultdict(list)
        for edge in _entries(data, "edges"):
            one, other = _text(edge.get("fromID")), _text(edge.get("toID"))
            self._before[other].append(one)
            self._after[one].append(other)
        self.claims = {
            name: Claim(name, _text(node.get("text")) or name)
            for name, node in self.nodes.items()
            if _kind(node) == "I"
        }
        self._tell_rest(data)
        for one, others in self._after.items():
            for other in others:
                if one not in self.nodes or other not in self.nodes:
                    self.left_out.add(_NOWHERE, example=f"{one} → {other}")
                elif one in self.claims and other in self.claims:
                    told = f"{self.claims[one].text} → {self.claims[other].text}"
                    self.left_out.add(_DIRECT, example=told)
                elif (_kind(self.nodes[one]), _kind(self.nodes[other])) in _BOTH_STEPS:
                    self.left_out.add(_BETWEEN, example=f"{one} → {other}")

    def _tell_rest(self, data: Any) -> None:
        """What a case has nothing for, beside the nodes and what joins them."""
        for key, value in data.items() if isinstance(data, Mapping) else ():
            for entry in _entries(data, key) if key in _LISTS else ():
                self.left_out.add(_LISTS[key], example=_any_name(entry))
            if key in _KEYS:
                given = value if isinstance(value, list) else [value]
                rest = [name for one in given if isinstance(one, Mapping) for name in one]
                for name in dict.fromkeys(rest):
                    if name not in _KEYS[key]:
                        self.left_out.add(_DATA, example=f"{key}: {name}")
                for one in given:
                    if not isinstance(one, Mapping):
                        self.left_out.add(_ODD, example=_text(one))
            elif key not in _LISTS and value:
                self.left_out.add(_REST, example=key)

    def steps(self) -> Iterator[Step]:
        """A step for each inference and each conflict with a claim; a conflict with an inference takes it away."""
        unless: dict[str, list[str]] = defaultdict(list)
        for name, node in self.nodes.items():
            given = self._claims(self._before[name])
            attacked = [one for one in self._after[name] if _kind(self.nodes.get(one, {})) == "RA"]
            if _kind(node) == "CA" and attacked and len(given) == 1:
                for inference in attacked:
                    unless[inference] += given
            elif _kind(node) == "CA" and attacked:
                self.left_out.add(_LOOSE, example=_named(name, node))
        for name, node in self.nodes.items():
            if _kind(node) in ("RA", "CA"):
                yield from self._step(name, node, tuple(unless[name]))
            elif _kind(node) != "I":
                self.left_out.add(_KINDS.get(_kind(node), _ODD), example=_named(name, node))

    def _step(self, name: str, node: Mapping[str, Any], unless: tuple[str, ...]) -> Iterator[Step]:
        given, against = self._claims(self._before[name]), _kind(node) == "CA"
        targets = self._claims(self._after[name])
        undercuts = against and any(_kind(self.nodes.get(one, {})) == "RA" for one in self._after[name])
        if not given or not (targets or undercuts):
            self.left_out.add(_LOOSE, example=_named(name, node))
            return
        premises = tuple((one, False) for one in given)
        for target in targets:
            yield Step(premises, target, against, _scheme(node), unless=unless)

    def _claims(self, names: list[str]) -> list[str]:
        return [name for name in dict.fromkeys(names) if name in self.claims]


def _entries(data: Any, key: str) -> list[Mapping[str, Any]]:
    found = data.get(key) if isinstance(data, Mapping) else None
    return [entry for entry in found if isinstance(entry, Mapping)] if isinstance(found, list) else []


def _named(name: str, node: Mapping[str, Any]) -> str:
    """A node by its number and what it says."""
    return " ".join(part for part in (name, _text(node.get("text"))) if part)


def _any_name(entry: Mapping[str, Any]) -> str:
    """What tells an entry of another list from the others there."""
    words = (_text(value) for value in entry.values())
    return " ".join(word for word in words if word)


def _kind(node: Mapping[str, Any]) -> str:
    kind = _text(node.get("type")).upper()
    return _text(node.get("scheme")).upper() if kind == "S" else kind


def _scheme(node: Mapping[str, Any]) -> str:
    """The name of the scheme that an inference follows, unless it is none in particular."""
    text = _text(node.get("text"))
    return "" if text.lower().startswith("default") or text.upper() in ("RA", "CA") else text


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
