"""Cases of any size made at random but always the same: loosely coupled, or tangled throughout."""

from random import Random
from typing import Any

from models.schema.case import Case
from models.schema.value import as_plain
from models.store.border import validated

LOOSE = 0.06
TANGLED = 0.5
NEIGHBOURS = 8


def generated_case(seed: int, assumptions: int, coupling: float = LOOSE, *, choices: float = 0.0) -> Case:
    """About 0.9 findings, 0.55 recommendations and 4.8 rules for each assumption.

    Statements stand in groups of about eight assumptions, and a premise leaves its group with the chance
    `coupling`. A plain premise becomes a choice with the chance `choices`.
    """
    return validated(Case, _Maker(seed, assumptions, coupling, choices).data())


def linked_case(seed: int, assumptions: int) -> Case:
    """The same with links: one of two, at most one of three, and one that follows where another does not hold."""
    data = as_plain(generated_case(seed, assumptions, TANGLED))
    first = [item["id"] for item in data["assumptions"]]
    for item in data["assumptions"]:
        item["baseline"] = "uncertain"
    links: list[dict[str, Any]] = [
        {"one-of": [first[0], first[4]]},
        {"at-most-one": [first[1], first[2], first[5]]},
        {"if": [f"not {first[3]}"], "then": first[6]},
    ]
    told = {"because": "They are linked.", "paragraphs": [1]}
    data["links"] = [{"id": f"l{number}", **told, **link} for number, link in enumerate(links)]
    return validated(Case, data)


class _Maker:
    def __init__(self, seed: int, assumptions: int, coupling: float, choices: float) -> None:
        self.random = Random(seed)  # noqa: S311 - no secrets here
        self.coupling = coupling
        self.choices = choices
        self.groups = max(1, assumptions // NEIGHBOURS)
        self.counts = {
            "a": assumptions,
            "f": round(assumptions * 0.9),
            "r": max(2, round(assumptions * 0.55)),
        }
        self.names = [f"a{index}" for index in range(assumptions)]
        self.members: list[list[str]] = [[] for _ in range(self.groups)]
        self.rules: list[dict[str, Any]] = []
        self.version = f"{seed}-{assumptions}-{coupling}-{choices}"
        for index, name in enumerate(self.names):
            self.members[self.group("a", index)].append(name)

    def data(self) -> dict[str, Any]:
        return {
            "schema": 2,
            "id": "generated",
            "version": self.version,
            "title": "Generated",
            "language": "en",
            "source": {"author": "A", "title": "T", "year": 2026, "paragraphs": 1},
            "models": [{"id": "m", "title": "M"}],
            "assumptions": [self.assumption(index) for index in range(self.counts["a"])],
            "findings": [self.derived("f", index) for index in range(self.counts["f"])],
            "recommendations": [self.derived("r", index) for index in range(self.counts["r"])],
            "rules": self.rules,
        }

    def group(self, letter: str, index: int) -> int:
        return index * self.groups // self.counts[letter]

    def statement(self, letter: str, index: int) -> dict[str, Any]:
        name = f"{letter}{index}"
        return {"id": name, "code": name.upper(), "model": "m", "text": name, "paragraphs": [1]}

    def assumption(self, index: int) -> dict[str, Any]:
        baseline = self.random.choice(["holds"] * 8 + ["uncertain", "fails"])
        return {**self.statement("a", index), "kind": "stated", "baseline": baseline}

    def derived(self, letter: str, index: int) -> dict[str, Any]:
        name, group = f"{letter}{index}", self.group(letter, index)
        for number in range(max(1, round(self.random.gauss(3.3, 1)))):
            self.rules.append(self.rule(f"{name}-{number}", name, group, number > 0))
        if letter == "f" or self.random.random() < 0.3:
            self.members[group].append(name)
            self.names.append(name)
        return {**self.statement(letter, index), **({"addressee": "all"} if letter == "r" else {})}

    def rule(self, identifier: str, name: str, group: int, may_oppose: bool) -> dict[str, Any]:
        opposes = may_oppose and self.random.random() < 0.2
        premises = dict.fromkeys(self.premise(group) for _ in range(self.random.choice([1, 2, 2, 3, 3])))
        sorted_premises: dict[str, list[Any]] = {}
        for text in premises:
            if text.removeprefix("not ") == text or text.removeprefix("not ") not in premises:
                role = self.random.choice(["need", "need", "means", "standing"])
                key = role if name.startswith("r") and not opposes else "if"
                sorted_premises.setdefault(key, []).append(self.choice(text, group))
        return {
            "id": identifier,
            **sorted_premises,
            ("opposes" if opposes else "then"): name,
            "strength": self.random.choice(["weak", "normal", "normal", "normal", "strong"]),
            "kind": "added" if may_oppose and self.random.random() < 0.08 else "stated",
            "paragraphs": [1],
            "because": "It is so.",
        }

    def choice(self, text: str, group: int) -> str | dict[str, Any]:
        if not self.choices or self.random.random() >= self.choices:
            return text
        others = [self.premise(group) for _ in range(self.random.choice([1, 2, 3]))]
        parts = list(dict.fromkeys([text, *others]))
        least = self.random.randint(1, len(parts))
        return {"any": parts} if least == 1 else {"at-least": least, "of": parts}

    def premise(self, group: int) -> str:
        if self.random.random() < self.coupling:
            name = self.random.choice(self.names)
        else:
            name = self.random.choice(self.members[group])
        return f"not {name}" if self.random.random() < 0.15 else name
