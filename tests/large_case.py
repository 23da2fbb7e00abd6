"""A case larger than any room argues about: so many assumptions, so much advice, and names of any length."""

from dataclasses import replace

from models.schema.case import Assumption, Case
from models.store.cases import load_embedded


def _assumption(at: int, name: str, signposts: int) -> Assumption:
    return replace(
        load_embedded("tiny").assumptions[0],
        id=f"a-{at}",
        code=f"A{at}",
        label=f"{name} {at}",
        argued_by=(),
        core=False,
        signposts=tuple(f"Sign {at} {number}" for number in range(signposts)),
    )


def large_case(assumptions: int, advice: int = 1, signposts: int = 1, name: str = "Name") -> Case:
    """Every recommendation rests on three assumptions; each name ends in its number."""
    case = load_embedded("tiny")
    advised, argued = case.recommendations[0], case.rules[0]
    return replace(
        case,
        id="large",
        assumptions=tuple(_assumption(at, name, signposts) for at in range(assumptions)),
        findings=(),
        links=(),
        feedback=(),
        coherence=(),
        tests=(),
        short_walk=(),
        recommendations=tuple(
            replace(advised, id=f"r-{at}", code=f"R{at}", label=None) for at in range(advice)
        ),
        rules=tuple(
            replace(
                argued,
                id=f"g-{at}",
                if_=tuple(f"a-{(7 * at + step) % assumptions}" for step in range(3)),
                need=(),
                means=(),
                standing=(),
                then=f"r-{at}",
                opposes=None,
                reply=None,
            )
            for at in range(advice)
        ),
    )
