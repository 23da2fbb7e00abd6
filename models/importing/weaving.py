"""The steps of a graph as the arguments of a case: objections to what is toggled, and loops, are dealt with here.

An assumption is toggled and not argued about. So what speaks against one becomes a condition of the arguments that rest
on it: they apply where the objection does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import permutations

from models.importing.graph import Graph, LeftOut, Literal, Step

Premise = Literal | tuple[Literal, ...]
"""A plain premise, or a choice of which one must be met."""
LOOP = "Steps that close a loop were left out: what is argued in a circle cannot be decided"
OBJECTED = (
    "An assumption is toggled and not argued about: what rests on it now asks that nothing speaks against it"
)
STRENGTHS = ("weak", "normal", "strong")
WEIGHED = "A case knows three strengths: steps of more weights than that were told apart less finely"


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


def woven(graph: Graph, left_out: LeftOut) -> Woven:
    """The arguments of the case that a graph makes."""
    weaving = _Weaving(graph, left_out)
    for step in graph.steps:
        if not step.against:
            weaving.add(step)
    for step in (*graph.steps, *weaving.of_rivals()):
        if step.against:
            weaving.oppose(step)
    for argument in list(weaving.woven.arguments):
        for name in argument.step.unless:
            weaving.ask(argument, (name, True))
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
        self.woven.arguments.append(Argument(step, list(step.premises), self._strengths[step.weight]))

    def oppose(self, step: Step) -> None:
        """The step as an objection; one to an assumption as a condition of what rests on that."""
        leaf = step.conclusion not in self.woven.supported
        resting = [one for one in self.woven.arguments if (step.conclusion, False) in one.premises]
        if not leaf or not resting:
            self.add(step)
            return
        self.left_out.add(OBJECTED, line=step.line, example=self._titles[step.conclusion])
        denied = tuple((name, not negated) for name, negated in step.premises)
        denied += tuple((name, False) for name in step.unless)
        for argument in resting:
            self.ask(argument, denied[0] if len(denied) == 1 else denied)

    def ask(self, argument: Argument, premise: Premise) -> None:
        """One premise more for an argument, unless it would close a loop."""
        names = {name for name, _ in _literals(premise)}
        if self._closes(argument.step.conclusion, names):
            self.left_out.add(LOOP, line=argument.step.line, example=argument.step.title)
        elif premise not in argument.premises:
            self._below.setdefault(argument.step.conclusion, set()).update(names)
            argument.premises.append(premise)

    def of_rivals(self) -> list[Step]:
        """What argues for a claim argues against its rivals; of rivals without arguments at most one holds."""
        steps: list[Step] = []
        for group in self.graph.rivals:
            leaves = tuple(name for name in group if name not in self.woven.supported)
            if len(leaves) > 1:
                self.woven.links.append(leaves)
            for one, other in permutations(group, 2):
                if other not in leaves:
                    steps += self._for(one, other)
        return steps

    def _for(self, one: str, other: str) -> Iterable[Step]:
        """What argues for one claim, turned against another."""
        because = f"“{self._titles[one]}” and “{self._titles[other]}” exclude each other."
        found = [step for step in self.graph.steps if step.conclusion == one and not step.against]
        if not found:
            return [Step(((one, False),), other, against=True, because=because)]
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
        weights = sorted({step.weight for step in self.graph.steps})
        if len(weights) == 1:
            return {weights[0]: "normal"}
        if len(weights) > len(STRENGTHS):
            self.left_out.add(WEIGHED)
        last = max(1, len(weights) - 1)
        names = STRENGTHS[-2:] if len(weights) == len(STRENGTHS) - 1 else STRENGTHS
        return {weight: names[round(place * (len(names) - 1) / last)] for place, weight in enumerate(weights)}


def _literals(premise: Premise) -> tuple[Literal, ...]:
    return (premise,) if isinstance(premise[0], str) else premise
