"""Cases that strain a page: one with next to nothing in it, one with long names and very many parts."""

from models.schema.case import Case
from models.store.border import validated

LONG = (
    "Whether the town council should have the old railway bridge over the river renewed at its own expense "
)
TITLE = (LONG * 2)[:200]
LIKELY = (
    "Every one of the towns along the river pays its share of the costs in each of the years to come, claim "
)


def smallest() -> Case:
    """Three assumptions, no models, one recommendation."""
    return _case(
        title="Open the gate?",
        assumptions=[_assumption(n, f"Claim {n} holds") for n in (1, 2, 3)],
        recommendations=[_advice(1, "Open the gate")],
        rules=[_rule(1, ["claim-1", "claim-2"], 1), _rule(2, ["claim-2", "not claim-3"], 1)],
    )


def largest() -> Case:
    """200 assumptions with long texts, 30 recommendations, and 45 arguments for the first of them."""
    arguments = [_rule(n, [f"claim-{n}", f"claim-{n + 45}", f"claim-{n + 90}"], 1) for n in range(1, 46)]
    rest = [_rule(n, [f"claim-{n + 90}", f"claim-{(n * 7) % 200 + 1}"], n - 44) for n in range(46, 75)]
    return _case(
        title=TITLE,
        assumptions=[_assumption(n, f"{LIKELY}{n}") for n in range(1, 201)],
        recommendations=[_advice(n, f"{LONG}{n}") for n in range(1, 31)],
        rules=[*arguments, *rest],
    )


def _case(*, title: str, **lists: list[dict[str, object]]) -> Case:
    head = {"schema": 2, "id": "strained", "version": "1", "title": title, "language": "en"}
    source = {"author": "A. Author", "title": title, "year": 2020, "paragraphs": 10}
    return validated(Case, {**head, "source": source, **lists})


def _assumption(number: int, text: str) -> dict[str, object]:
    said = {"kind": "stated", "baseline": "holds", "paragraphs": [number % 10 + 1]}
    return {"id": f"claim-{number}", "code": f"A{number}", "text": text, **said}


def _advice(number: int, text: str) -> dict[str, object]:
    return {
        "id": f"advice-{number}",
        "code": f"R{number}",
        "text": text,
        "paragraphs": [1],
        "addressee": "the council",
    }


def _rule(number: int, premises: list[str], advice: int) -> dict[str, object]:
    means = {"id": f"because-{number}", "need": premises, "then": f"advice-{advice}"}
    return {**means, "kind": "stated", "paragraphs": [1], "because": "One leads to the other."}
