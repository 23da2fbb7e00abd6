"""A graph as the data of a case: what is argued for and used is a finding, what is argued for alone advice."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from typing import Any

from models.authoring.names import id_from
from models.importing.graph import Claim, Graph, LeftOut, Step
from models.importing.weaving import Argument, Premise, Woven, standing, woven
from models.language.messages import ENGLISH, languages, marked, message, spoken, told
from models.language.words import counted, listed
from models.schema.problem import Problem, pattern
from models.store.documents import in_order

NOT_SAID = marked("not said")
_FILLED = pattern(
    "A case needs more than the file says. So every item cites paragraph 1, and something was put in for {parts}"
)
_CORRECT = pattern("Correct them in the editor.")
_ALONE = pattern("What is part of no argument stands as background")
_TOGETHER = pattern("Rivals that are all assumed cannot all hold: each is taken as uncertain")
_OTHERS = marked("The argument")
"""The model of what is in no group, where something is in one."""
_CODED = re.compile(r"([A-Z]{1,3}[0-9]{1,3}) (\S.*)")
_SECTIONS = (("assumptions", "A"), ("findings", "F"), ("recommendations", "R"))


def case_data(graph: Graph, today: date | None = None) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """The data of a case, and what of the graph could not be said in it."""
    left_out = LeftOut(graph.file)
    graph = standing(graph, left_out)
    found = woven(graph, left_out)
    naming = _Naming(graph, found, left_out)
    title = graph.title or message(NOT_SAID).capitalize()
    given = ((message("the author"), graph.author), (message("the year"), graph.year))
    filled = [
        *(name for name, said in given if not said),
        message("the language"),
        message("those whom advice is for"),
    ]
    assumed = sum(section == "assumptions" for section in naming.section.values())
    if assumed and not graph.has_stances:
        filled.append(counted(assumed, "stance"))
    left_out.add(told(_FILLED, parts=listed(filled)), _CORRECT)
    data = {
        "schema": 2,
        "id": id_from(title, (), "case"),
        "version": "1",
        "title": title,
        "language": spoken() if spoken() in languages() else ENGLISH,
        "source": {
            "author": graph.author or message("Author unknown"),
            "title": title,
            "year": graph.year or (today or date.today()).year,
            "paragraphs": 1,
        },
        "models": [{"id": name, "title": group} for group, name in naming.models.items()],
        "background": [_fact(number, claim) for number, claim in enumerate(naming.alone, start=1)],
        "assumptions": [naming.statement(claim) for claim in naming.by_code("assumptions")],
        "links": list(naming.links()),
        "findings": [naming.statement(claim) for claim in naming.by_code("findings")],
        "recommendations": [naming.statement(claim) for claim in naming.by_code("recommendations")],
        "rules": [naming.rule(argument) for argument in found.arguments],
    }
    kept = {key: value for key, value in data.items() if value or key in _KEPT}
    return kept, in_order([*graph.left_out, *left_out.problems])


_KEPT = ("assumptions", "findings", "recommendations", "rules")


class _Naming:
    """Ids, codes and places of the claims."""

    def __init__(self, graph: Graph, found: Woven, left_out: LeftOut) -> None:
        self.graph, self.woven = graph, found
        supported, used = found.supported, found.used
        opposed = {one.step.conclusion for one in found.arguments if one.step.against}
        linked = {name for group in found.links for name in group}
        self.section: dict[str, str] = {}
        self.alone: list[Claim] = []
        for claim in graph.claims:
            if claim.key in supported or (claim.key in opposed and claim.key not in used):
                advice = claim.role == "recommendation" or (claim.key not in used and claim.role != "finding")
                self.section[claim.key] = "recommendations" if advice else "findings"
            elif claim.key in used | linked:
                self.section[claim.key] = "assumptions"
            else:
                self.alone.append(claim)
                left_out.add(_ALONE, example=claim.title or claim.text)
        parted = len({claim.group for claim in graph.claims}) > 1
        groups = dict.fromkeys(claim.group or message(_OTHERS) for claim in graph.claims if parted)
        self.models: dict[str, str] = {}
        for group in groups:
            self.models[group] = id_from(group, self.models.values(), "model")
        coded = _coded([claim for claim in graph.claims if claim.key in self.section])
        self.titles = {claim.key: coded.get(claim.key, ("", claim.title))[1] for claim in graph.claims}
        self.ids: dict[str, str] = {}
        for claim in graph.claims:
            if claim.key in self.section:
                words = self.titles[claim.key] or claim.text
                self.ids[claim.key] = id_from(words, set(self.ids.values()), "statement")
        self.codes = {key: code for key, (code, _) in coded.items()}
        for section, letter in _SECTIONS:
            taken = set(self.codes.values())
            free = (code for number in count(1) if (code := f"{letter}{number}") not in taken)
            self.codes |= {one.key: next(free) for one in self.of(section) if one.key not in coded}
        self._rules: set[str] = set(self.ids.values())
        self._unsure = self._assumed_together(left_out)

    def of(self, section: str) -> Iterator[Claim]:
        """The claims of a list of the case."""
        return (claim for claim in self.graph.claims if self.section.get(claim.key) == section)

    def by_code(self, section: str) -> list[Claim]:
        """The claims of a list in the order of their codes: the file's own where it gives none."""
        return sorted(self.of(section), key=lambda claim: _in_figures(self.codes[claim.key]))

    def statement(self, claim: Claim) -> dict[str, Any]:
        """A claim as an item of its list."""
        section = self.section[claim.key]
        label = self.titles[claim.key] or claim.text.removesuffix(".")
        told = {
            "id": self.ids[claim.key],
            "code": self.codes[claim.key],
            "model": self.models.get(claim.group or message(_OTHERS), ""),
            "label": label if label != claim.text else "",
            "text": claim.text,
            "addressee": message(NOT_SAID) if section == "recommendations" else "",
            "paragraphs": [1],
            "kind": claim.kind,
            "baseline": self._baseline(claim) if section == "assumptions" else "",
        }
        return {key: value for key, value in told.items() if value}

    def _assumed_together(self, left_out: LeftOut) -> set[str]:
        """Rivals more than one of which the file assumes: which of them holds is not known."""
        claims = {claim.key: claim for claim in self.graph.claims}
        unsure: set[str] = set()
        for group in self.woven.links:
            held = [name for name in group if claims[name].baseline == "holds"]
            if len(held) > 1:
                unsure.update(held)
                left_out.add(_TOGETHER, example=" / ".join(claims[name].text for name in held))
        return unsure

    def _baseline(self, claim: Claim) -> str:
        return "uncertain" if claim.key in self._unsure else claim.baseline

    def rule(self, argument: Argument) -> dict[str, Any]:
        """An argument as a rule."""
        step = argument.step
        titles = {claim.key: self.titles[claim.key] or claim.text for claim in self.graph.claims}
        given = [f"“{titles[name]}”" for name, _ in step.premises]
        label = step.title or f"{self.codes[step.conclusion]} by {' and '.join(given)}"
        name = id_from(label, self._rules, "argument")
        self._rules.add(name)
        told = {
            "id": name,
            "if": [self._premise(part) for part in argument.premises],
            "opposes" if step.against else "then": self.ids[step.conclusion],
            "strength": "" if argument.strength == "normal" else argument.strength,
            "kind": step.kind,
            "paragraphs": [1],
            "because": step.because or _bearing(step, listed(given)),
        }
        return {key: value for key, value in told.items() if value}

    def links(self) -> Iterator[dict[str, Any]]:
        """Claims at most one of which holds."""
        for number, group in enumerate(self.woven.links, start=1):
            yield {
                "id": f"rivals-{number}",
                "at-most-one": [self.ids[name] for name in group],
                "because": message("The source takes them to exclude each other."),
                "paragraphs": [1],
            }

    def _premise(self, part: Premise) -> Any:
        if isinstance(part[0], str):
            return self._literal(part)
        return {"any": [self._literal(inner) for inner in part]}

    def _literal(self, part: Iterable[Any]) -> str:
        name, negated = part
        return f"{'not ' if negated else ''}{self.ids[name]}"


def _coded(claims: Sequence[Claim]) -> dict[str, tuple[str, str]]:
    """Codes and names of claims whose titles begin with codes, as most do in a file that was written here."""
    found = {claim.key: one for claim in claims if (one := _CODED.fullmatch(claim.title))}
    distinct = len({one[1] for one in found.values()}) == len(found)
    most = 2 * len(found) > len(claims)
    return {key: (one[1], one[2]) for key, one in found.items() if distinct and most}


def _in_figures(code: str) -> tuple[str, int]:
    """A code as its letters and its number, by which A2 stands before A10."""
    letters = code.rstrip("0123456789")
    return letters, int(code.removeprefix(letters))


def _fact(number: int, claim: Claim) -> dict[str, Any]:
    return {"id": f"K{number}", "text": claim.text, "paragraphs": [1]}


def _bearing(step: Step, given: str) -> str:
    """What premises do where the file gives no reason."""
    if len(step.premises) == 1:
        return told("{given} speaks against it." if step.against else "{given} speaks for it.", given=given)
    return told("{given} speak against it." if step.against else "{given} speak for it.", given=given)
