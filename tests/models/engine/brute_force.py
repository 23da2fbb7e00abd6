"""The contract of DESIGN.md evaluated in the most naive way: every completion on its own, by recursion."""

from itertools import product

from models.schema.case import Case, Kind, Reading, Role, Rule, Stance, Strength, Verdict
from models.schema.result import RuleState, Status
from models.schema.scenario import Scenario, baseline_scenario

ORDER = [
    Verdict.OVERRULED,
    Verdict.INCOMPLETE,
    Verdict.NOT_WORKABLE,
    Verdict.NO_STANDING,
    Verdict.NOT_NEEDED,
]
RANKS = {Strength.WEAK: 0, Strength.NORMAL: 1, Strength.STRONG: 2}


class World:
    """One completion: every uncertain assumption settled."""

    def __init__(self, case: Case, scenario: Scenario, held: dict[str, bool]) -> None:
        self.case = case
        self.scenario = scenario
        self.held = held

    def takes_part(self, rule: Rule) -> bool:
        if rule.id in self.scenario.set_aside:
            return False
        return self.scenario.added or rule.kind is not Kind.ADDED

    def premises_met(self, rule: Rule, role: Role | None = None) -> bool:
        chosen = [premise for premise in rule.premises if role in (None, premise.role)]
        return all(self.accepted(premise.statement) is not premise.negated for premise in chosen)

    def applies(self, rule: Rule) -> bool:
        return self.takes_part(rule) and self.premises_met(rule)

    def carries(self, rule: Rule) -> bool:
        against = [other for other in self.case.rules if other.opposes == rule.then and self.applies(other)]
        stronger = all(RANKS[rule.strength] > RANKS[other.strength] for other in against)
        return self.applies(rule) and stronger

    def grounds(self, name: str) -> list[Rule]:
        return [rule for rule in self.case.rules if rule.then == name]

    def strands(self, name: str) -> list[Rule]:
        in_use = [rule for rule in self.grounds(name) if self.takes_part(rule)]
        return [rule for rule in in_use if rule.kind is not Kind.ADDED]

    def every_strand(self, name: str) -> bool:
        advice = name in [item.id for item in self.case.recommendations]
        return advice and self.scenario.reading is Reading.EVERY_STRAND

    def accepted(self, name: str) -> bool:
        if name in self.held:
            return self.held[name]
        if self.every_strand(name):
            strands = self.strands(name)
            return bool(strands) and all(self.carries(rule) for rule in strands)
        return any(self.carries(rule) for rule in self.grounds(name))

    def fall(self, name: str) -> Verdict:
        every = self.every_strand(name)
        grounds = self.strands(name) if every else [r for r in self.grounds(name) if self.takes_part(r)]
        if any(self.applies(rule) for rule in grounds):
            return Verdict.INCOMPLETE if every else Verdict.OVERRULED
        needed = [rule for rule in grounds if self.premises_met(rule, Role.NEED)]
        if any(not self.premises_met(rule, Role.MEANS) for rule in needed):
            return Verdict.NOT_WORKABLE
        if any(not self.premises_met(rule, Role.STANDING) for rule in needed):
            return Verdict.NO_STANDING
        return Verdict.NOT_NEEDED


class BruteForce:
    """All completions of one scenario."""

    def __init__(self, case: Case, scenario: Scenario) -> None:
        self.case = case
        stances = scenario.stance_of
        uncertain = [name for name, stance in stances.items() if stance is Stance.UNCERTAIN]
        settled = {name: stance is Stance.HOLDS for name, stance in stances.items() if name not in uncertain}
        self.worlds = [
            World(case, scenario, settled | dict(zip(uncertain, values, strict=True)))
            for values in product([False, True], repeat=len(uncertain))
        ]

    def status(self, name: str) -> Status:
        values = {world.accepted(name) for world in self.worlds}
        if len(values) == 2:
            return Status.OPEN
        return Status.ACCEPTED if values.pop() else Status.REJECTED

    def state(self, rule: Rule) -> RuleState:
        values = {world.applies(rule) for world in self.worlds}
        if len(values) == 2:
            return RuleState.OPEN
        return RuleState.APPLIES if values.pop() else RuleState.FAILS

    def applying(self, name: str) -> int:
        rules = [rule for rule in self.case.rules if rule.then == name]
        return sum(self.state(rule) is RuleState.APPLIES for rule in rules)

    def falls(self, name: str) -> tuple[Verdict, ...]:
        found = {world.fall(name) for world in self.worlds if not world.accepted(name)}
        return tuple(way for way in ORDER if way in found)

    def verdict(self, name: str) -> Verdict:
        status = self.status(name)
        if status is Status.OPEN:
            return Verdict.OPEN
        if status is Status.REJECTED:
            return self.falls(name)[0]
        baseline = BruteForce(self.case, baseline_scenario(self.case))
        return Verdict.FEWER if self.applying(name) < baseline.applying(name) else Verdict.HOLDS
