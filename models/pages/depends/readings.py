"""Both ways in which arguments combine, side by side: where that decides, and why it can."""

from models.language.counts import Counting, arguments_held
from models.language.messages import message, plural, told
from models.language.naming import quoted
from models.language.states import sign
from models.language.words import READING_WORDS, listed
from models.schema.action import look
from models.schema.analysis import Readings, VerdictByReading
from models.schema.case import Recommendation
from models.schema.grades import HOLDING, Reading, Verdict
from models.schema.page import Block, Choice, Column, Option, Row, SignCell, Table, TextCell, Weight, Width
from models.schema.result import Tally, Usage
from models.schema.snapshot import Snapshot
from models.schema.steps.scenario_steps import read_as


def readings_title(found: Readings) -> str:
    """For how many recommendations it decides how arguments combine, without a full stop."""
    deciding = sum(item.reading_decides for item in found.recommendations)
    if not deciding:
        return message("It makes no difference here how arguments combine")
    total = len(found.recommendations)
    if total == 1:
        return message("How arguments combine decides the only recommendation, not the assumptions")
    return told(
        "How arguments combine decides {number} of {total} recommendations, not the assumptions",
        number=deciding,
        total=total,
    )


def reading_blocks(snapshot: Snapshot, found: Readings) -> tuple[Block, ...]:
    """The switch between both readings, and every recommendation under each."""
    switch = Choice(
        id="reading",
        label=message("How arguments combine"),
        options=tuple(
            Option(text=message(name), action=read_as(reading), chosen=snapshot.scenario.reading is reading)
            for reading, name in READING_WORDS.items()
        ),
    )
    table = Table(
        id="readings",
        columns=(
            Column(id="recommendation", title=message("Recommendation")),
            *(Column(id=reading.value, title=_head(snapshot, found, reading)) for reading in READING_WORDS),
            Column(id="why", title=message("What makes the difference"), width=Width.STRETCH),
        ),
        rows=tuple(_row(snapshot, found, item) for item in snapshot.case.recommendations),
        note=message("" if found.exact else "Not exact: what is not proven is shown as open."),
    )
    return (switch, table)


def _head(snapshot: Snapshot, found: Readings, reading: Reading) -> str:
    holding = sum(item.under(reading) in HOLDING for item in found.recommendations)
    name = message(READING_WORDS[reading])
    if snapshot.scenario.reading is reading:
        return plural(
            "{reading} ({number} holds, now)", "{reading} ({number} hold, now)", holding, reading=name
        )
    return plural("{reading} ({number} holds)", "{reading} ({number} hold)", holding, reading=name)


def _row(snapshot: Snapshot, found: Readings, item: Recommendation) -> Row:
    verdicts = found.of[item.id]
    differs = verdicts.reading_decides
    why = _difference(snapshot, found, verdicts) if differs else message("the same either way")
    return Row(
        id=item.id,
        cells=(
            TextCell(text=item.title, code=item.code, weight=Weight.STRONG if differs else Weight.NORMAL),
            *(SignCell(sign=sign(verdicts.under(way)), words=True, ground=differs) for way in READING_WORDS),
            TextCell(text=why, weight=Weight.NORMAL if differs else Weight.FAINT, lines=2),
        ),
        picked=snapshot.view.picked == item.id,
        spoken=f"{item.title}: {'; '.join(sign(verdicts.under(way)).word for way in READING_WORDS)}. {why}",
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
        return told(
            "It rests on {names}, and that depends on how arguments combine.",
            names=listed(map(quoted, advice), limit=2),
        )
    return _counted(snapshot.evaluation.recommendation[verdicts.id].holding, verdicts)


def _counted(held: Tally, verdicts: VerdictByReading) -> str:
    """How many arguments hold here, and for which of the readings that is enough."""
    if not held.least and held.most == held.total:
        return message("Which arguments hold is open.")
    if held.total == 1 and not held.most:
        return message("Its only argument does not hold.")
    holding = arguments_held(Counting.HOLD if held.most else Counting.ONLY, held)
    if verdicts.any_ground not in HOLDING or verdicts.every_strand in HOLDING:
        return f"{holding}."
    if verdicts.every_strand is Verdict.OPEN:
        return told("{holding}: enough if one suffices, perhaps not if all must.", holding=holding)
    return told("{holding}: enough if one suffices, not if all must.", holding=holding)


def _beneath(snapshot: Snapshot, name: str) -> set[str]:
    """All statements that a statement's arguments lead back to."""
    found, waiting = set[str](), [name]
    while waiting:
        target = waiting.pop()
        premises = {
            premise.statement
            for rule in snapshot.case.rules
            if rule.conclusion == target and snapshot.evaluation.rule[rule.id].usage is Usage.IN_USE
            for premise in rule.premises
        }
        waiting += premises - found
        found |= premises
    return found - {name}
