"""Orders of assumptions that keep decision diagrams small: what argues together should stand together."""

from collections.abc import Collection, Iterable, Sequence

from models.engine.program import Program

ROUNDS = 30
PATIENCE = 3


def depth_first(program: Program, statements: Iterable[str]) -> tuple[str, ...]:
    """All assumptions, in the order in which the rules behind the statements lead to them, depth first.

    The order of Malik et al. (ICCAD 1988); those that no rule leads to come last.
    """
    names = [item.id for item in program.case.assumptions]
    assumptions = frozenset(names)
    found: dict[str, None] = {}
    visited: set[str] = set()
    waiting = list(statements)[::-1]
    while waiting:
        name = waiting.pop()
        if name in assumptions:
            found[name] = None
        elif name not in visited:
            visited.add(name)
            rules = program.about(name)
            waiting += [item.statement for rule in rules for item in program.literals[rule.id]][::-1]
    return tuple(dict.fromkeys((*found, *names)))


def force(program: Program, start: Sequence[str], inside: Collection[str]) -> tuple[str, ...]:
    """The same assumptions, drawn together along the rules about the statements in `inside`.

    FORCE (Aloul, Markov and Sakallah, GLSVLSI 2003): every rule pulls its statements towards their centre
    until the rules' total length no longer shrinks. Statements outside keep the places that `start` gives
    them.
    """
    rules = [rule for rule in program.case.rules if rule.conclusion in inside]
    ties = [(rule.conclusion, *{premise.statement for premise in rule.premises}) for rule in rules]
    place = _first_places(program, start, inside)
    shortest, best, worse = _length(ties, place), place, 0
    for _ in range(ROUNDS):
        place = _drawn_together(ties, place)
        length = _length(ties, place)
        worse = 0 if length < shortest else worse + 1
        if length < shortest:
            shortest, best = length, place
        if worse > PATIENCE:
            break
    return tuple(sorted(start, key=lambda name: best[name]))


def _first_places(program: Program, start: Sequence[str], inside: Collection[str]) -> dict[str, float]:
    place = {name: float(index) for index, name in enumerate(start)}
    for name in program.order:
        if name in inside:
            rules = program.about(name)
            below = [place[item.statement] for rule in rules for item in program.literals[rule.id]]
            place[name] = sum(below) / len(below) if below else 0.0
    return place


def _drawn_together(ties: Sequence[Sequence[str]], place: dict[str, float]) -> dict[str, float]:
    pulls: dict[str, list[float]] = {name: [] for name in place}
    for tie in ties:
        centre = sum(place[name] for name in tie) / len(tie)
        for name in tie:
            pulls[name].append(centre)
    drawn = {name: sum(found) / len(found) if found else place[name] for name, found in pulls.items()}
    return {name: float(index) for index, name in enumerate(sorted(drawn, key=lambda name: drawn[name]))}


def _length(ties: Sequence[Sequence[str]], place: dict[str, float]) -> float:
    places = ([place[name] for name in tie] for tie in ties)
    return sum(max(found) - min(found) for found in places)
