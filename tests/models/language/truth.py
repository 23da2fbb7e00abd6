"""Whether what a why says is so: each sentence is read back and held against every completion, one by one."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from models.language.states import clause
from models.schema.case import Case, Rule
from models.schema.grades import Kind, Reading, Stance, Verdict
from models.schema.result import Status
from models.schema.scenario import Scenario, baseline_scenario, with_stances
from tests.models.engine.brute_force import BruteForce, World

NAME = r"“Text of (\w+)”"
REJECTED = r"((?:[Tt]he only|[Aa]ll|[Aa]n|(\w+)) (?:arguments? for|(objections? to)) )"
SEVERAL = (
    rf"((?:[Tt]he only |[Aa]ll )?)([Aa]rguments for|[Oo]bjections to) ({NAME}(?:, {NAME})*,? and (?:{NAME}|\d+ more)) "
    r"are rejected"
)
PLURAL = "(?:arguments for|objections to) “"
REJECTION = r"(?:[Tt]he only|[Aa]ll|[Aa]n|\w+) (?:arguments? for|objections? to) “"
SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: place for place, word in enumerate(SMALL, start=1)}
OTHERS = rf"((?:not )?{NAME}(?:, (?:not )?{NAME})*,? and (?:not )?{NAME})"
TOO_FEW = rf"at most (\w+) of {OTHERS} can be so"
VERDICTS = {clause(verdict): verdict for verdict in Verdict}


def number(word: str) -> int:
    return NUMBERS.get(word) or int(word)


class Truth:
    """One statement of a case in a scenario, and all that may be said of it."""

    def __init__(self, case: Case, scenario: Scenario, name: str) -> None:
        self.case, self.scenario, self.name = case, scenario, name
        self.brute = BruteForce(case, scenario)
        self.worlds = self.brute.worlds

    @cached_property
    def arguments(self) -> list[Rule]:
        """The arguments that are asked for: none that are switched off, and no analyst's where every one must hold."""
        rules = [rule for rule in self.case.rules if rule.then == self.name]
        every = self.name.startswith("r") and self.scenario.reading is Reading.EVERY_ARGUMENT
        return [rule for rule in rules if rule.kind is not Kind.ADDED or (self.scenario.added and not every)]

    @property
    def rejected(self) -> int:
        return sum(rule.id in self.scenario.set_aside for rule in self.arguments)

    def every(self, holds: Callable[[World], bool]) -> bool:
        return all(map(holds, self.worlds))

    def carrying(self, world: World) -> int:
        return sum(map(world.carries, self.arguments))

    def between(self) -> tuple[int, int]:
        """How many of its arguments hold at least, and at most, in any completion."""
        found = [self.carrying(world) for world in self.worlds]
        return min(found), max(found)

    def beaten(self, world: World) -> int:
        return sum(world.applies(rule) and not world.carries(rule) for rule in self.arguments)

    def fixed(self, names: Sequence[str]) -> BruteForce:
        """All possible settings in which these stances stay and all others are free."""
        free = {item.id: Stance.UNCERTAIN for item in self.case.assumptions if item.id not in names}
        return BruteForce(self.case, with_stances(self.scenario, free))

    def matters(self, item: str, what: Callable[[World], object]) -> bool:
        """Whether it makes the difference between two completions that are else alike, as far as links let."""
        if item in self.case.linked:
            pairs = ((one, other) for one in self.worlds for other in self.worlds)
            return any(
                one.held[item] != other.held[item] and what(one) != what(other) for one, other in pairs
            )
        known = {tuple(world.held.items()): what(world) for world in self.worlds}
        for world in self.worlds:
            other = tuple((world.held | {item: not world.held[item]}).items())
            if other in known and known[other] != what(world):
                return True
        return False

    def outcome(self, world: World) -> object:
        """What becomes of it in one completion: accepted, or how it falls."""
        if world.accepted(self.name):
            return True
        return world.fall(self.name) if self.name.startswith("r") else False

    def status_in(self, world: World) -> bool:
        return world.accepted(self.name)

    def clause(self, text: str) -> bool:
        """A clause on one or two statements: "“Text of a1” fails"."""
        if match := re.fullmatch(SEVERAL, text):
            how = match[1] or (
                "an objection to " if match[2].lower().startswith("obj") else "an argument for "
            )
            objection = "objections to" if "objection" in how else None
            return all(
                self._are_rejected(how, None, objection, name)
                and ("only" not in how or len(Truth(self.case, self.scenario, name).arguments) == 1)
                for name in re.findall(NAME, match[3])
            )
        if match := re.fullmatch(rf"{REJECTED}{NAME} (?:is|are) rejected", text):
            return self._are_rejected(*match.groups())
        if match := re.fullmatch(TOO_FEW, text):
            return self._too_few_can_be(number(match[1]), match[2])
        both = re.fullmatch(rf"{NAME} and {NAME} (are|do) (.*)", text)
        if both:
            fate = f"{'is' if both[3] == 'are' else 'does'} {both[4]}"
            return all(self._fate(name, fate) for name in both.groups()[:2])
        single = re.fullmatch(rf"{NAME} (.*)", text)
        assert single, f"cannot read the clause {text!r}"
        return self._fate(single[1], single[2])

    def _fate(self, name: str, fate: str) -> bool:
        values = {world.accepted(name) for world in self.worlds}
        if name.startswith("a"):
            return {
                "holds": values == {True},
                "fails": values == {False},
                "is uncertain": self.scenario.stance_of[name] is Stance.UNCERTAIN,
                "is taken as argued": self.scenario.stance_of[name] is Stance.AS_ARGUED,
                "is no longer argued for, so it could be either": values == {True, False},
            }[fate]
        if fate in ("follows", "holds") and values == {True}:
            return True
        if name.startswith("f"):
            before = BruteForce(self.case, baseline_scenario(self.case)).status(name) is Status.ACCEPTED
            return values == {False} and (
                before if fate == "no longer follows" else fate == "does not follow"
            )
        return self.brute.verdict(name) is VERDICTS[fate]

    def _are_rejected(self, how: str, many: str | None, objection: str | None, name: str) -> bool:
        """So many arguments for a statement, or objections to it, or all of those that are asked for."""
        about = Truth(self.case, self.scenario, name)
        if objection:
            aside = [rule for rule in self.case.rules if rule.opposes == name]
            found = sum(rule.id in self.scenario.set_aside for rule in aside)
            return found >= (number(many.lower()) if many else 1)
        if how.lower().startswith(("the only", "all")):
            return about.rejected == len(about.arguments) and (len(about.arguments) == 1) is ("only" in how)
        return number(many.lower()) <= about.rejected < len(about.arguments) if many else about.rejected > 0

    def _too_few_can_be(self, most: int, listed: str) -> bool:
        """Each of some others can be so in some completion, and never more than so many of them at once."""
        others = re.findall(rf"(not )?{NAME}", listed)
        met = [[world.accepted(name) is not bool(no) for no, name in others] for world in self.worlds]
        return max(map(sum, met)) <= most < len(others) and all(map(any, zip(*met, strict=True)))

    def clauses(self, text: str) -> bool:
        """Several clauses in one list, chained by "so"."""
        more = r",? and \d+ more| \(and \d+ more causes\)"
        ends = rf", “| and “|{more}|,? (?:and )?(?:at most |{REJECTION}|{PLURAL})"
        both, one = (
            rf"{NAME} and {NAME} (?:are|do) [a-z ]+",
            rf"(?:\b(?!and ){REJECTION[:-1]})?{NAME} (?:(?!{ends}).)+",
        )
        for part in re.split(", so |; besides, ", text):
            spans = [
                match[0] for match in re.finditer(f"(?:{SEVERAL})|(?:{TOO_FEW})|(?:{both})|(?:{one})", part)
            ]
            assert spans, f"cannot read {part!r}"
            if not all(map(self.clause, spans)):
                return False
        return True

    def lost(self, text: str) -> bool:
        """What became of the arguments that do not hold."""
        return all(map(self._lost_part, re.split("; (?!besides)", text)))

    def _lost_part(self, part: str) -> bool:
        if match := re.fullmatch(r"an objection overrules (\w+)", part):
            least = number(match[1])
            return self.every(lambda world: self.beaten(world) >= least)
        if match := re.fullmatch(r"(\w+) do(?:es)? not hold either way", part):
            failing = [rule for rule in self.arguments if not any(w.carries(rule) for w in self.worlds)]
            return len(failing) >= number(match[1])
        if match := re.fullmatch(r"(\w+) (?:is|are) rejected", part):
            return self.rejected == number(match[1])
        if match := re.fullmatch(r"(\w+) (?:is|are) open", part):
            varying = [
                rule for rule in self.arguments if len({world.carries(rule) for world in self.worlds}) > 1
            ]
            return len(varying) == number(match[1])
        if match := re.fullmatch(
            r"of (\w+) that are open, (?:(at least) )?(\w+)(?: (?:or|to) (\w+))? holds?", part
        ):
            return self._among_open(number(match[1]), bool(match[2]), number(match[3]), match[4])
        return self.clauses(part)

    def _among_open(self, count: int, at_least: bool, least: int, most: str | None) -> bool:
        """How many hold of those that hold in some completions and not in others."""
        carrying = {rule.id: [world.carries(rule) for world in self.worlds] for rule in self.arguments}
        varying = [found for found in carrying.values() if len(set(found)) > 1]
        holding = [sum(found) for found in zip(*varying, strict=True)]
        greatest = count if at_least else number(most) if most else least
        return (len(varying), min(holding), max(holding)) == (count, least, greatest)
