"""Both ways in which arguments combine, side by side: where that decides, and why it can."""

from models.language.states import sign, word
from models.language.words import counted, listed
from models.pages.parts import share_words
from models.schema.action import look
from models.schema.analysis import Readings, VerdictByReading
from models.schema.case import Reading, Recommendation, Verdict
from models.schema.page import Block, Choice, Column, Option, Row, SignCell, Table, TextCell, Weight, Width
from models.schema.result import RuleState, Usage
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import read_as

NAMES = {
    Reading.ANY_GROUND: "One argument is enough",
    Reading.EVERY_STRAND: "Every argument must hold",
}
HOLDING = (Verdict.HOLDS, Verdict.FEWER)


def readings_title(found: Readings) -> str:
    """For how many recommendations it decides how arguments combine, without a full stop."""
    deciding = sum(item.reading_decides for item in found.recommendations)
    if not deciding:
        return "It makes no difference here how arguments combine"
    many = share_words(deciding, len(found.recommendations), "recommendation")
    return f"How arguments combine decides {many}, not the assumptions"


def reading_blocks(snapshot: Snapshot, found: Readings) -> tuple[Block, ...]:
    """The switch between both readings, and every recommendation under each."""
    switch = Choice(
        id="reading",
        label="How arguments combine",
        options=tuple(
            Option(text=name, action=read_as(reading), chosen=snapshot.scenario.reading is reading)
            for reading, name in NAMES.items()
        ),
    )
    table = Table(
        id="readings",
        columns=(
            Column(id="recommendation", title="Recommendation"),
            *(Column(id=reading.value, title=_head(snapshot, found, reading)) for reading in NAMES),
            Column(id="why", title="What makes the difference", width=Width.STRETCH),
        ),
        rows=tuple(_row(snapshot, found, item) for item in snapshot.case.recommendations),
        note="" if found.exact else "Not exact: what is not proven is shown as open.",
    )
    return (switch, table)


def _head(snapshot: Snapshot, found: Readings, reading: Reading) -> str:
    holding = sum(item.under(reading) in HOLDING for item in found.recommendations)
    now = ", now" if snapshot.scenario.reading is reading else ""
    return f"{NAMES[reading]} ({holding} hold{now})" if holding != 1 else f"{NAMES[reading]} (1 holds{now})"


def _row(snapshot: Snapshot, found: Readings, item: Recommendation) -> Row:
    verdicts = found.of[item.id]
    differs = verdicts.reading_decides
    why = _difference(snapshot, found, verdicts) if differs else "the same either way"
    return Row(
        id=item.id,
        cells=(
            TextCell(text=item.title, code=item.code, weight=Weight.STRONG if differs else Weight.NORMAL),
            *(SignCell(sign=sign(verdicts.under(way)), words=True, ground=differs) for way in NAMES),
            TextCell(text=why, weight=Weight.NORMAL if differs else Weight.FAINT, lines=2),
        ),
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}: {word(verdicts.any_ground)}; {word(verdicts.every_strand)}. {why}",
        action=look(picked=item.id),
    )


def _difference(snapshot: Snapshot, found: Readings, verdicts: VerdictByReading) -> str:
    """Either other advice makes the difference, or the number of arguments that hold."""
    beneath = _beneath(snapshot, verdicts.id)
    advice = [
        item.title
        for item in snapshot.case.recommendations
        if item.id in beneath and found.of[item.id].reading_decides
    ]
    if advice:
        return f"It rests on {listed((f'“{title}”' for title in advice), limit=2)}, for which that decides."
    arguments = [rule for rule in snapshot.case.rules if rule.then == verdicts.id]
    states = [snapshot.evaluation.rule[rule.id].state for rule in arguments if _in_use(snapshot, rule.id)]
    applying, hanging = states.count(RuleState.APPLIES), states.count(RuleState.OPEN)
    told = (
        f"{applying or 'None'} of {counted(len(states), 'argument')} {'holds' if applying == 1 else 'hold'}"
    )
    if hanging:
        told += f", {hanging} {'is' if hanging == 1 else 'are'} open"
    enough = verdicts.any_ground in HOLDING and not hanging
    return f"{told}: enough if one suffices, not if all must." if enough else f"{told}."


def _beneath(snapshot: Snapshot, name: str) -> set[str]:
    """All statements that a statement's arguments lead back to."""
    found, waiting = set[str](), [name]
    while waiting:
        target = waiting.pop()
        premises = {
            premise.statement
            for rule in snapshot.case.rules
            if rule.conclusion == target and _in_use(snapshot, rule.id)
            for premise in rule.premises
        }
        waiting += premises - found
        found |= premises
    return found - {name}


def _in_use(snapshot: Snapshot, rule: str) -> bool:
    return snapshot.evaluation.rule[rule].usage is Usage.IN_USE
