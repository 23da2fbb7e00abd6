"""The two readings side by side in words: where the reading decides, and why it can."""

from collections.abc import Iterable

from models.language.words import (
    READING_SENTENCES,
    READING_WORDS,
    VERDICT_CLAUSES,
    VERDICT_WORDS,
    counted,
    listed,
)
from models.schema.analysis import Readings, VerdictByReading
from models.schema.case import Reading, Recommendation, Rule, Verdict
from models.schema.result import RuleState, Usage
from models.schema.snapshot import Snapshot
from models.schema.value import Answer

SAME = "Same either way"
WAITING_TITLE = "Does it matter how the grounds of a recommendation combine?"
WISH = "Read it this way"
PRESENT = "Read this way now"
HOLDING = (Verdict.HOLDS, Verdict.FEWER)
NAMED = 4


class ReadingLine(Answer):
    """One recommendation under both readings, and in a sentence what makes the difference."""

    id: str
    code: str
    title: str
    any_ground: Verdict
    every_strand: Verdict
    any_word: str
    every_word: str
    decides: bool
    sentence: str
    spoken: str


class ReadingHead(Answer):
    """One reading: its name and meaning, how many recommendations hold under it, and the wish to read so."""

    reading: Reading
    name: str
    title: str
    meaning: str
    holding: str
    present: bool
    wish: str


def readings_title(found: Readings) -> str:
    """For how many recommendations the reading decides."""
    total = len(found.recommendations)
    deciding = sum(item.reading_decides for item in found.recommendations)
    if not deciding:
        return f"Both readings come to the same {counted(total, 'verdict')}"
    return f"For {deciding} of {counted(total, 'recommendation')} the reading decides, not the facts"


def readings_line(snapshot: Snapshot, found: Readings) -> str:
    """What the present reading means, and whether the verdicts under the other one are exact."""
    reading = snapshot.scenario.reading
    told = f"The argument is now read as “{READING_WORDS[reading].lower()}”. {READING_SENTENCES[reading]}"
    return told if found.exact else f"{told} The verdicts are estimated from random settings."


def reading_heads(snapshot: Snapshot, found: Readings) -> tuple[ReadingHead, ...]:
    """The two readings."""
    heads = []
    for reading in (Reading.ANY_GROUND, Reading.EVERY_STRAND):
        holding = sum(item.under(reading) in HOLDING for item in found.recommendations)
        present = snapshot.scenario.reading is reading
        head = ReadingHead(
            reading=reading,
            name=READING_WORDS[reading],
            title=f"{READING_WORDS[reading]} (now)" if present else READING_WORDS[reading],
            meaning=READING_SENTENCES[reading],
            holding=f"{holding} of {len(found.recommendations)} {'holds' if holding == 1 else 'hold'}",
            present=present,
            wish=PRESENT if present else WISH,
        )
        heads.append(head)
    return tuple(heads)


def reading_lines(snapshot: Snapshot, found: Readings) -> tuple[ReadingLine, ...]:
    """One line for each recommendation: first those on which the reading decides, then in the case's order."""
    lines = [_line(snapshot, found, item) for item in snapshot.case.recommendations]
    return tuple(sorted(lines, key=lambda line: not line.decides))


def readings_table(found: Iterable[ReadingLine]) -> str:
    """Both readings as tab-separated text."""
    heads = (READING_WORDS[reading] for reading in (Reading.ANY_GROUND, Reading.EVERY_STRAND))
    lines = [("Recommendation", *heads, "What makes the difference")]
    for line in found:
        name = " ".join((line.code, *line.title.split()))
        lines.append((name, line.any_word, line.every_word, line.sentence if line.decides else ""))
    return "".join("\t".join(line) + "\n" for line in lines)


def _line(snapshot: Snapshot, found: Readings, item: Recommendation) -> ReadingLine:
    verdicts = found.of[item.id]
    sentence = _difference(snapshot, found, verdicts) if verdicts.reading_decides else SAME
    one, other = VERDICT_CLAUSES[verdicts.any_ground], VERDICT_CLAUSES[verdicts.every_strand]
    told = f"it {one} if any ground is enough, and {other} if every strand must stand. {sentence}"
    if not verdicts.reading_decides:
        told = f"it {one} under both readings."
    return ReadingLine(
        id=item.id,
        code=item.code,
        title=item.title,
        any_ground=verdicts.any_ground,
        every_strand=verdicts.every_strand,
        any_word=VERDICT_WORDS[verdicts.any_ground],
        every_word=VERDICT_WORDS[verdicts.every_strand],
        decides=verdicts.reading_decides,
        sentence=sentence,
        spoken=f"{item.code} {item.title}: {told}",
    )


def _difference(snapshot: Snapshot, found: Readings, verdicts: VerdictByReading) -> str:
    """Either other advice makes the difference, or the number of grounds that stand."""
    beneath = _beneath(snapshot, verdicts.id)
    advice = [
        item.code
        for item in snapshot.case.recommendations
        if item.id in beneath and found.of[item.id].reading_decides
    ]
    if advice:
        return f"Rests on {listed(advice, limit=NAMED)}, which the reading decides."
    states = [snapshot.evaluation.rule[rule.id].state for rule in _grounds(snapshot, verdicts.id)]
    standing, hanging = states.count(RuleState.APPLIES), states.count(RuleState.OPEN)
    verb = "stands" if standing == 1 else "stand"
    told = f"{standing or 'None'} of {counted(len(states), 'ground')} {verb}"
    if hanging:
        told += f", {hanging} {'is' if hanging == 1 else 'are'} open"
    enough = verdicts.any_ground in HOLDING and not hanging
    return f"{told}: any, but not every." if enough else f"{told}."


def _beneath(snapshot: Snapshot, name: str) -> set[str]:
    """All statements that a statement's arguments lead back to."""
    case, found, waiting = snapshot.case, set[str](), [name]
    while waiting:
        target = waiting.pop()
        premises = {
            premise.statement
            for rule in case.rules
            if rule.conclusion == target and _in_use(snapshot, rule)
            for premise in rule.premises
        }
        waiting += premises - found
        found |= premises
    return found - {name}


def _grounds(snapshot: Snapshot, name: str) -> list[Rule]:
    return [rule for rule in snapshot.case.rules if rule.then == name and _in_use(snapshot, rule)]


def _in_use(snapshot: Snapshot, rule: Rule) -> bool:
    return snapshot.evaluation.rule[rule.id].usage is Usage.IN_USE
