"""Two scenarios side by side: what they differ on, and why they end differently, as rows and as sentences."""

from collections.abc import Iterable
from itertools import groupby

from models.analyses.turns_between import turned_between
from models.engine.evaluate import evaluate
from models.language.words import STANCE_WORDS, VERDICT_CLAUSES, VERDICT_WORDS, counted, listed
from models.schema.case import Case, Reading, Stance, Verdict
from models.schema.scenario import Scenario, baseline_scenario
from models.schema.snapshot import Snapshot
from models.schema.standing import RULES, Turned
from models.schema.value import Answer
from models.schema.workshop import Workshop

PLENARY, ESSAY = "plenary", "essay"
PLURAL_CLAUSES = {
    Verdict.HOLDS: "still hold",
    Verdict.FEWER: "hold on fewer grounds",
    Verdict.OPEN: "stay open",
    Verdict.NOT_NEEDED: "are no longer needed",
    Verdict.NOT_WORKABLE: "are no longer workable",
    Verdict.NO_STANDING: "have no standing",
    Verdict.OVERRULED: "are overruled",
    Verdict.INCOMPLETE: "are incomplete",
}
TAKES = {Stance.HOLDS: "to hold", Stance.FAILS: "to fail"}


class Side(Answer):
    """Something that can stand on one side: its key and its name."""

    key: str
    name: str


class SideRow(Answer):
    """One statement with what it is on either side."""

    id: str
    code: str
    title: str
    one: str
    other: str
    one_state: Stance | Verdict
    other_state: Stance | Verdict

    @property
    def differs(self) -> bool:
        """Whether the two sides differ here."""
        return self.one_state is not self.other_state


class SideBySide(Answer):
    """Two scenarios next to each other; of the rows those that differ come first."""

    title: str
    one: str
    other: str
    sentences: tuple[str, ...]
    assumptions: tuple[SideRow, ...]
    recommendations: tuple[SideRow, ...]


def group_side(round_id: str, group: str) -> str:
    """The key of a group in a round."""
    return f"group:{round_id}:{group}"


def sides(workshop: Workshop) -> tuple[Side, ...]:
    """What can be set side by side: the plenary, the essay, the groups of every round, the named states."""
    many = len(workshop.rounds) > 1
    named = {item.id: item.name for item in workshop.rounds}
    groups = (
        Side(
            key=group_side(group.round, group.id),
            name=f"{group.name}, {named[group.round]}" if many else group.name,
        )
        for item in reversed(workshop.rounds)
        for group in workshop.in_round(item.id)
    )
    stages = (Side(key=f"stage:{stage.id}", name=stage.name) for stage in workshop.stages)
    own = (Side(key=PLENARY, name="The plenary now"), Side(key=ESSAY, name="The essay"))
    return (*own, *groups, *stages)


def scenario_on(side: str, snapshot: Snapshot, workshop: Workshop) -> Scenario | None:
    """The scenario of a side, by its key; None where there is none any more."""
    if side == PLENARY:
        return snapshot.scenario
    if side == ESSAY:
        return baseline_scenario(snapshot.case)
    found = {group_side(group.round, group.id): group.scenario for group in workshop.groups}
    found |= {f"stage:{stage.id}": stage.scenario for stage in workshop.stages}
    return found.get(side)


def side_by_side(case: Case, one: Scenario, other: Scenario, names: tuple[str, str]) -> SideBySide:
    """What two scenarios differ on and where that leads, the second told against the first."""
    turned = turned_between(case, one, other)
    assumptions = tuple(_stances(case, one, other))
    recommendations = tuple(_verdicts(case, one, other))
    differing = sum(row.differs for row in assumptions)
    return SideBySide(
        title=_title(names, differing, len(turned)),
        one=names[0],
        other=names[1],
        sentences=tuple(_sentences(case, one, other, names[1], turned)),
        assumptions=_differing_first(assumptions),
        recommendations=_differing_first(recommendations),
    )


def side_table(shown: SideBySide) -> str:
    """The two scenarios as tab-separated text, the sentences below."""
    rows = (*shown.recommendations, *shown.assumptions)
    lines = ["\t".join(("", "", shown.one, shown.other))]
    lines += ["\t".join((row.code, row.title, row.one, row.other)) for row in rows]
    return "\n".join((*lines, "", *shown.sentences))


def _title(names: tuple[str, str], differing: int, turned: int) -> str:
    if not differing and not turned:
        return f"{names[0]} and {names[1]} take the same stances"
    ends = f"end differently on {counted(turned, 'recommendation')}" if turned else "end alike all the same"
    on = f"on {counted(differing, 'assumption')}" if differing else "in what they count"
    return f"{names[0]} and {names[1]} differ {on} and {ends}"


def _stances(case: Case, one: Scenario, other: Scenario) -> Iterable[SideRow]:
    for item in case.assumptions:
        first, second = one.stance_of[item.id], other.stance_of[item.id]
        yield SideRow(
            id=item.id,
            code=item.code,
            title=item.title,
            one=STANCE_WORDS[first],
            other=STANCE_WORDS[second],
            one_state=first,
            other_state=second,
        )


def _verdicts(case: Case, one: Scenario, other: Scenario) -> Iterable[SideRow]:
    before, after = (evaluate(case, scenario).recommendation for scenario in (one, other))
    for item in case.recommendations:
        first, second = before[item.id].verdict, after[item.id].verdict
        yield SideRow(
            id=item.id,
            code=item.code,
            title=item.title,
            one=VERDICT_WORDS[first],
            other=VERDICT_WORDS[second],
            one_state=first,
            other_state=second,
        )


def _differing_first(rows: tuple[SideRow, ...]) -> tuple[SideRow, ...]:
    return tuple(sorted(rows, key=lambda row: not row.differs))


def _sentences(
    case: Case, one: Scenario, other: Scenario, name: str, turned: tuple[Turned, ...]
) -> Iterable[str]:
    told: set[str] = set()
    for by, items in groupby(sorted(turned, key=lambda item: _place(case, item)), key=lambda item: item.by):
        found = list(items)
        causes = listed(_cause(case, one, other, cause) for cause in by)
        so = "so" if found[0].fewest else "and together these mean that"
        told.update(by)
        yield f"{name} {causes}, {so} {_ends(case, found)}."
    rest = [
        item
        for item in case.assumptions
        if item.id not in told and one.stance_of[item.id] is not other.stance_of[item.id]
    ]
    if rest:
        codes = listed(item.code for item in rest)
        what = "That they differ" if not turned else "That they differ too"
        yield f"{what} on {codes} changes no verdict by itself."


def _place(case: Case, item: Turned) -> tuple[int, list[int]]:
    order = {name: place for place, name in enumerate(case.by_id)} | {RULES: len(case.by_id)}
    return len(item.by), [order[name] for name in item.by]


def _cause(case: Case, one: Scenario, other: Scenario, cause: str) -> str:
    if cause == RULES:
        return _counts(one, other)
    code, stance = case.by_id[cause].code, other.stance_of[cause]
    return f"leaves {code} uncertain" if stance is Stance.UNCERTAIN else f"takes {code} {TAKES[stance]}"


def _counts(one: Scenario, other: Scenario) -> str:
    parts = []
    if one.reading is not other.reading:
        every = other.reading is Reading.EVERY_STRAND
        parts.append("asks for every strand" if every else "is content with any ground")
    if one.added is not other.added:
        parts.append("counts added objections" if other.added else "leaves added objections out")
    if one.set_aside != other.set_aside:
        parts.append("sets other inferences aside")
    return listed(parts)


def _ends(case: Case, items: list[Turned]) -> str:
    parts = []
    for verdict in Verdict:
        codes = [case.by_id[item.id].code for item in items if item.after is verdict]
        if codes:
            clause = VERDICT_CLAUSES[verdict] if len(codes) == 1 else PLURAL_CLAUSES[verdict]
            parts.append(f"{listed(codes)} {clause}")
    return listed(parts)
