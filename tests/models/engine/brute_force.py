"""The contract of DESIGN.md evaluated in the most naive way: every completion on its own, by recursion."""

from functools import cached_property, lru_cache
from itertools import product

from models.schema.case import Case, Role, Rule
from models.schema.grades import Kind, Reading, Stance, Strength, Verdict
from models.schema.links import Link
from models.schema.premises import Condition
from models.schema.result import RuleState, Status
from models.schema.scenario import Scenario, baseline_scenario

ORDER = [
    Verdict.OVERRULED,
    Verdict.INCOMPLETE,
    Verdict.NOT_WORKABLE,
    Verdict.NO_STANDING,
    Verdict.NOT_NEEDED,
    Verdict.UNSUPPORTED,
]
WAYS = {
    Role.IF: Verdict.UNSUPPORTED,
    Role.NEED: Verdict.NOT_NEEDED,
    Role.MEANS: Verdict.NOT_WORKABLE,
    Role.STANDING: Verdict.NO_STANDING,
}
RANKS = {Strength.WEAK: 0, Strength.NORMAL: 1, Strength.STRONG: 2}


@lru_cache(maxsize=4)
def _by_conclusion(case: Case) -> tuple[dict[str, list[Rule]], dict[str, list[Rule]]]:
    """The arguments for each statement, and the objections to it."""
    arguments = {name: [rule for rule in case.rules if rule.then == name] for name in case.by_id}
    return arguments, {name: [rule for rule in case.rules if rule.opposes == name] for name in case.by_id}


class World:
    """One completion: every uncertain assumption settled. What was found once is remembered."""

    def __init__(self, case: Case, scenario: Scenario, held: dict[str, bool]) -> None:
        self.case = case
        self.scenario = scenario
        self.held = held
        self._for, self._against = _by_conclusion(case)
        self._accepted: dict[str, bool] = {}
        self._applying: dict[str, bool] = {}
        self._carrying: dict[str, bool] = {}

    def takes_part(self, rule: Rule) -> bool:
        if rule.id in self.scenario.set_aside:
            return False
        return self.scenario.added or rule.kind is not Kind.ADDED

    def met(self, item: Condition) -> bool:
        found = [self.accepted(part.statement) is not part.negated for part in item.parts]
        return sum(found) >= item.least

    def applies(self, rule: Rule) -> bool:
        if rule.id not in self._applying:
            met = self.takes_part(rule) and all(self.met(item) for item in rule.conditions)
            self._applying[rule.id] = met
        return self._applying[rule.id]

    def carries(self, rule: Rule) -> bool:
        if rule.id not in self._carrying:
            self._carrying[rule.id] = self._is_carrying(rule)
        return self._carrying[rule.id]

    def _is_carrying(self, rule: Rule) -> bool:
        against = [other for other in self._against[rule.conclusion] if self.applies(other)]
        return self.applies(rule) and all(RANKS[rule.strength] > RANKS[other.strength] for other in against)

    def grounds(self, name: str) -> list[Rule]:
        return self._for[name]

    def strands(self, name: str) -> list[Rule]:
        in_use = [rule for rule in self.grounds(name) if self.takes_part(rule)]
        return [rule for rule in in_use if rule.kind is not Kind.ADDED]

    def every_strand(self, name: str) -> bool:
        every = self.scenario.reading is Reading.EVERY_ARGUMENT
        return every and name in [item.id for item in self.case.recommendations]

    def accepted(self, name: str) -> bool:
        if name not in self._accepted:
            self._accepted[name] = self._is_accepted(name)
        return self._accepted[name]

    def _is_accepted(self, name: str) -> bool:
        if name in self.held:
            argued = self.scenario.stance_of[name] is Stance.AS_ARGUED
            findings = self.case.by_id[name].argued_by if argued else ()  # type: ignore[union-attr]
            return self.held[name] or any(self.accepted(finding) for finding in findings)
        if self.every_strand(name):
            strands = self.strands(name)
            return bool(strands) and all(self.carries(rule) for rule in strands)
        return any(self.carries(rule) for rule in self.grounds(name))

    def possible(self) -> bool:
        return all(self.allowed(link) for link in self.case.links)

    def allowed(self, link: Link) -> bool:
        counted = [sum(self.accepted(name) for name in names) for names in (link.one_of, link.at_most_one)]
        if link.then is not None:
            met = [
                self.accepted(text.removeprefix("not ")) is not text.startswith("not ") for text in link.if_
            ]
            then = self.accepted(link.then.removeprefix("not ")) is not link.then.startswith("not ")
            return then or not all(met)
        return counted[0] == 1 if link.one_of else counted[1] <= 1

    def fall(self, name: str) -> tuple[bool, Verdict]:
        """Whether a recommendation falls for want of a need that is advice (and the like), and how it falls."""
        every = self.every_strand(name)
        grounds = self.strands(name) if every else [r for r in self.grounds(name) if self.takes_part(r)]
        applying = [rule for rule in grounds if self.applies(rule)]
        if applying and (not every or len(applying) == len(grounds)):
            return False, Verdict.OVERRULED
        if applying:
            return False, Verdict.INCOMPLETE
        missed = [self.missed(rule) for rule in grounds] or [Verdict.UNSUPPORTED]
        return True, min(missed, key=ORDER.index)

    def missed(self, rule: Rule) -> Verdict:
        """What the argument misses first."""
        unmet = [item for item in rule.conditions if not self.met(item)]
        advice = {item.id for item in self.case.recommendations}
        by_role = {role: [item for item in unmet if item.role is role] for role in Role}
        inherited = [
            item
            for item in by_role[Role.NEED]
            if all(part.statement in advice and not part.negated for part in item.parts)
        ]
        if not by_role[Role.IF] and len(inherited) == len(by_role[Role.NEED]) > 0:
            fallen = {p.statement for item in inherited for p in item.parts if not self.accepted(p.statement)}
            return min((self.fall(name)[1] for name in fallen), key=ORDER.index)
        return next(WAYS[role] for role in Role if by_role[role])


class BruteForce:
    """All completions of one scenario."""

    def __init__(self, case: Case, scenario: Scenario) -> None:
        self.case, self.scenario = case, scenario
        stances = scenario.stance_of
        either = (Stance.UNCERTAIN, Stance.AS_ARGUED)
        uncertain = [name for name, stance in stances.items() if stance in either]
        settled = {name: stance is Stance.HOLDS for name, stance in stances.items() if name not in uncertain}
        worlds = [
            World(case, scenario, settled | dict(zip(uncertain, values, strict=True)))
            for values in product([False, True], repeat=len(uncertain))
        ]
        self.worlds = [world for world in worlds if world.possible()]

    @cached_property
    def baseline(self) -> "BruteForce":
        """The same of the case's baseline."""
        return BruteForce(self.case, baseline_scenario(self.case))

    def status(self, name: str) -> Status:
        values = {world.accepted(name) for world in self.worlds}
        if len(values) != 1:
            return Status.OPEN
        return Status.ACCEPTED if values.pop() else Status.REJECTED

    def state(self, rule: Rule) -> RuleState:
        values = {world.applies(rule) for world in self.worlds}
        if len(values) == 2:
            return RuleState.OPEN
        return RuleState.APPLIES if values.pop() else RuleState.FAILS

    def counts(self, name: str) -> tuple[int, int]:
        every = self.scenario.reading is Reading.EVERY_ARGUMENT
        own = [rule for rule in self.case.rules if rule.then == name]
        rules = [rule for rule in own if not every or rule.kind is not Kind.ADDED]
        found = [sum(world.applies(rule) for rule in rules) for world in self.worlds]
        return min(found, default=0), max(found, default=0)

    def falls(self, name: str) -> tuple[Verdict, ...]:
        found = {world.fall(name) for world in self.worlds if not world.accepted(name)}
        first = [(False, Verdict.OVERRULED), (False, Verdict.INCOMPLETE)]
        told = [*first, *((True, way) for way in ORDER)]
        return tuple(dict.fromkeys(way for inherited, way in told if (inherited, way) in found))

    def verdict(self, name: str) -> Verdict:
        status = self.status(name)
        if status is Status.OPEN:
            return Verdict.OPEN
        if status is Status.REJECTED:
            falls = self.falls(name)
            return falls[0] if len(falls) == 1 else Verdict.FALLS
        fewer = self.counts(name)[1] < self.baseline.counts(name)[0]
        return Verdict.FEWER if fewer else Verdict.HOLDS
