"""The steps of a graph as the arguments of a case: objections to what is toggled, and loops, are dealt with here.

An assumption is toggled and not argued about. So a claim that is only objected to, and that something rests on,
becomes a finding: it follows from an assumption of its own, that it holds by itself, where no objection applies.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import permutations
from math import inf

from models.importing.graph import Graph, LeftOut, Literal, Step
from models.language.messages import message, told
from models.schema.problem import pattern

Premise = Literal | tuple[Literal, ...]
"""A plain premise, or a choice of which one must be met."""
LOOP = pattern("Steps that close a loop were left out: what is argued in a circle cannot be decided")
OBJECTED = pattern(
    "What is only objected to is a finding, which follows from an assumption that it holds by itself"
)
TOGGLED = pattern("Objections to what a loop has left without an argument were left out")
WEAKEST = -inf
"""The weight of what a claim has by itself: any objection outweighs it."""
STRENGTHS = ("weak", "normal", "strong")
WEIGHED = pattern("A case knows three strengths: steps of more weights than that were told apart less finely")


@dataclass
class Argument:
    """A step as the case has it; its premises may grow."""

    step: Step
    premises: list[Premise]
    strength: str = "normal"


@dataclass
class Woven:
    """The arguments of a case, and which claims exclude each other."""

    arguments: list[Argument] = field(default_factory=list)
    links: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def supported(self) -> set[str]:
        """The claims that something argues for."""
        return {one.step.conclusion for one in self.arguments if not one.step.against}

    @property
    def used(self) -> set[str]:
        """The claims that some argument rests on."""
        return {name for one in self.arguments for part in one.premises for name, _ in _literals(part)}


def standing(graph: Graph, left_out: LeftOut) -> Graph:
    """With an assumption for each claim that something rests on and that is objected to, but not argued for."""
    supported = {step.conclusion for step in graph.steps if not step.against}
    used = {name for step in graph.steps for name in (*(name for name, _ in step.premises), *step.unless)}
    used |= {name for group in graph.rivals for name in group}
    objected = {step.conclusion for step in graph.steps if step.against} & used - supported
    claims, steps = [], []
    for claim in graph.claims:
        claims.append(claim)
        if claim.key in objected:
            title = claim.title or claim.text.removesuffix(".")
            alone = told("{title}, by itself", title=title)
            key = f"{claim.key}, by itself"
            claims[-1:] = [
                replace(claim, title=title, role="finding"),
                replace(claim, key=key, title=alone, role=""),
            ]
            because = message("It is said, and nothing that would speak against it applies.")
            steps.append(Step(((key, False),), claim.key, because=because, kind=claim.kind, weight=WEAKEST))
            left_out.add(OBJECTED, example=title)
    return replace(graph, claims=tuple(claims), steps=(*steps, *graph.steps))


def woven(graph: Graph, left_out: LeftOut) -> Woven:
    """The arguments of the case that a graph makes."""
    weaving = _Weaving(graph, left_out)
    for step in graph.steps:
        if not step.against:
            weaving.add(step)
    for step in (*graph.steps, *weaving.of_rivals()):
        if step.against:
            weaving.add(step)
    for argument in list(weaving.woven.arguments):
        for name in argument.step.unless:
            weaving.ask(argument, (name, True))
    weaving.settle()
    return weaving.woven


class _Weaving:
    def __init__(self, graph: Graph, left_out: LeftOut) -> None:
        self.graph, self.left_out = graph, left_out
        self.woven = Woven()
        self._below: dict[str, set[str]] = {}
        self._titles = {claim.key: claim.title or claim.text for claim in graph.claims}
        self._strengths = self._ranked()

    def add(self, step: Step) -> None:
        """The step as an argument, unless it would close a loop."""
        names = {name for name, _ in step.premises}
        if self._closes(step.conclusion, names):
            self.left_out.add(LOOP, line=step.line, example=step.title or self._titles[step.conclusion])
            return
        self._below.setdefault(step.conclusion, set()).update(names)
        self.woven.arguments.append(
            Argument(step, list(step.premises), self._strengths.get(step.weight, "strong"))
        )

    def ask(self, argument: Argument, premise: Premise) -> None:
        """One premise more for an argument, unless it would close a loop."""
        names = {name for name, _ in _literals(premise)}
        if self._closes(argument.step.conclusion, names):
            self.left_out.add(LOOP, line=argument.step.line, example=argument.step.title)
        elif premise not in argument.premises:
            self._below.setdefault(argument.step.conclusion, set()).update(names)
            argument.premises.append(premise)

    def settle(self) -> None:
        """Leave out what is objected to claims that a loop has left without an argument: they are toggled."""
        toggled = self.woven.used - self.woven.supported
        for argument in list(self.woven.arguments):
            if argument.step.against and argument.step.conclusion in toggled:
                self.woven.arguments.remove(argument)
                self.left_out.add(TOGGLED, example=self._titles[argument.step.conclusion])

    def of_rivals(self) -> list[Step]:
        """What argues for a claim argues against its rivals; of rivals without arguments at most one holds."""
        steps: list[Step] = []
        concluded = {step.conclusion for step in self.graph.steps}
        for group in self.graph.rivals:
            leaves = tuple(name for name in group if name not in concluded)
            if len(leaves) > 1:
                self.woven.links.append(leaves)
            for one, other in permutations(group, 2):
                if other not in leaves:
                    steps += self._for(one, other)
        return steps

    def _for(self, one: str, other: str) -> Iterable[Step]:
        """What argues for one claim, turned against another."""
        names = {"one": f"“{self._titles[one]}”", "other": f"“{self._titles[other]}”"}
        because = told("{one} and {other} exclude each other.", **names)
        found = [step for step in self.graph.steps if step.conclusion == one and not step.against]
        if not found:
            return [Step(((one, False),), other, against=True, because=because, weight=inf)]
        return [replace(step, conclusion=other, against=True, title="", because=because) for step in found]

    def _closes(self, conclusion: str, names: Iterable[str]) -> bool:
        waiting, seen = list(names), set[str]()
        while waiting:
            name = waiting.pop()
            if name == conclusion:
                return True
            if name not in seen:
                seen.add(name)
                waiting += self._below.get(name, ())
        return False

    def _ranked(self) -> dict[float, str]:
        weights = sorted({step.weight for step in self.graph.steps if step.weight != WEAKEST})
        if len(weights) < len(STRENGTHS) - 1:
            return dict.fromkeys((*weights, WEAKEST), "normal")
        if len(weights) > len(STRENGTHS):
            self.left_out.add(WEIGHED)
        last = max(1, len(weights) - 1)
        names = STRENGTHS[-2:] if len(weights) == len(STRENGTHS) - 1 else STRENGTHS
        return {weight: names[round(place * (len(names) - 1) / last)] for place, weight in enumerate(weights)}


def _literals(premise: Premise) -> tuple[Literal, ...]:
    return (premise,) if isinstance(premise[0], str) else premise
