"""The minutes of a workshop: what was decided, what it moved, who stood where, what was foreseen, who watches what."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.analyses.bundle import analyse
from models.analyses.foresight import foresight
from models.analyses.standing import take_standing, with_disagreements
from models.language.changes import differences
from models.language.dates import days_words
from models.language.headline import headline
from models.language.panes import source_line
from models.language.states import word
from models.language.words import READING_SENTENCES, READING_WORDS, counted, listed, uncapitalised
from models.pages.disagreements import argued, parked
from models.pages.group_moves import move_lines
from models.pages.group_tables import GroupTable, stance_table, verdict_table
from models.pages.minutes_duties import duties, unowned_line
from models.pages.minutes_log import log_lines, stage_lines
from models.pages.minutes_values import (
    Decision,
    Difference,
    ForeseenRow,
    LabelledText,
    Minutes,
    PredictionMinutes,
    RoundMinutes,
    VerdictNow,
)
from models.pages.moved_since import HIDDEN, MovedSince, moved_since
from models.schema.case import Case
from models.schema.result import Status
from models.schema.scenario import changed_stances
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing
from models.schema.workshop import Phase, Prediction, Workshop, reworked

AS_ESSAY = "The room takes every assumption as the essay does."
UNTITLED = "A workshop without a title"
NOT_REVEALED = "Not revealed yet."
CAME = {Status.ACCEPTED: "holds", Status.OPEN: "is open", Status.REJECTED: "falls"}


def minutes(standing: Standing, snapshot: Snapshot, since: str = "") -> Minutes:
    """The minutes as they stand; `since` is one of the choices of `since_choices`, or the first of them."""
    standing, snapshot = _answered(standing, snapshot)
    case, workshop = standing.case, standing.workshop
    hidden = workshop.asking is not None
    moved = moved_since(snapshot, workshop, since)
    return Minutes(
        title=f"Minutes: {case.title}",
        subtitle=snapshot.scenario.title or UNTITLED,
        facts=tuple(_facts(case, workshop, snapshot)),
        decisions=tuple(_decisions(snapshot)),
        headline=f"{HIDDEN if hidden else headline(snapshot)}.",
        verdicts=() if hidden else tuple(_verdicts(snapshot)),
        since=moved if since or not (moved.nothing or _same_again(moved)) else None,
        rounds=tuple(_rounds(standing)),
        argue=tuple(_argue(standing)),
        park=tuple(Difference(code=item.code, title=item.title, said=item.said) for item in parked(standing)),
        predictions=tuple(_prediction(case, item) for item in workshop.predictions if item.hands),
        log=log_lines(workshop),
        stages=stage_lines(case, workshop),
        duties=duties(snapshot, workshop),
        unowned=unowned_line(snapshot, workshop),
    )


def _answered(standing: Standing, snapshot: Snapshot) -> tuple[Standing, Snapshot]:
    """Both with their slow answers, worked out now if they have not arrived yet."""
    if standing.disagreements is None:
        standing = with_disagreements(standing)
    if snapshot.analyses is None:
        snapshot = replace(snapshot, analyses=analyse(snapshot.case, snapshot.scenario))
    return standing, snapshot


def workshop_days(workshop: Workshop) -> tuple[date, date] | None:
    """From which day to which something was done; None if nothing that happened has a date."""
    moments = [entry.at for entry in workshop.log]
    moments += [item.at for item in workshop.stages if item.at]
    moments += [item.asked for item in workshop.predictions if item.asked]
    moments += [group.arrived for group in workshop.groups if group.arrived]
    days = [moment.date() for moment in moments]
    return (min(days), max(days)) if days else None


def _same_again(moved: MovedSince) -> bool:
    """Whether it only says again what the decisions and the verdicts say."""
    return moved.since.id == "baseline" and not moved.signposts


def _facts(case: Case, workshop: Workshop, snapshot: Snapshot) -> Iterator[LabelledText]:
    days = workshop_days(workshop)
    if days:
        yield LabelledText(label="Date", text=days_words(*days))
    names = list(dict.fromkeys(group.name for group in workshop.groups))
    if names:
        rounds = counted(sum(bool(workshop.in_round(item.id)) for item in workshop.rounds), "round")
        yield LabelledText(label="Groups", text=f"{listed(names)}; {rounds}")
    yield LabelledText(label="Source", text=source_line(case.source))
    yield LabelledText(label="Case", text=f"{case.id} {case.version}")
    reading = snapshot.scenario.reading
    added = " Objections that the essay does not raise count as well." if snapshot.scenario.added else ""
    yield LabelledText(label="Reading", text=f"{READING_WORDS[reading]}. {READING_SENTENCES[reading]}{added}")


def _decisions(snapshot: Snapshot) -> Iterator[Decision]:
    """What differs from the essay, each changed stance with its rationale."""
    case, scenario = snapshot.case, snapshot.scenario
    reasons = [scenario.rationale_of.get(name, "") for name in changed_stances(case, scenario)]
    told = differences(case, scenario)
    if not told:
        yield Decision(text=AS_ESSAY)
    for place, text in enumerate(told):
        yield Decision(text=text, why=reasons[place] if place < len(reasons) else "")


def _verdicts(snapshot: Snapshot) -> Iterator[VerdictNow]:
    for item in snapshot.case.recommendations:
        now, then = (
            evaluation.recommendation[item.id].verdict
            for evaluation in (snapshot.evaluation, snapshot.baseline)
        )
        was = "" if now is then else uncapitalised(word(then))
        yield VerdictNow(code=item.code, title=item.title, verdict=now, word=word(now), was=was)


def _rounds(standing: Standing) -> Iterator[RoundMinutes]:
    workshop = standing.workshop
    for item in workshop.rounds:
        here = item.id == workshop.round
        shown = standing if here else take_standing(standing.case, reworked(workshop, round=item.id))
        if not shown.groups:
            continue
        table, verdicts = stance_table(shown), verdict_table(shown)
        apart = GroupTable(**{**dict(verdicts), "rows": tuple(row for row in verdicts.rows if row.differs)})
        yield RoundMinutes(
            title=item.name,
            line=_agreed(len(standing.case.assumptions), len(table.rows), len(shown.groups)),
            stances=table,
            verdicts=apart,
            moves=tuple(line.sentence for line in move_lines(shown)),
        )


def _agreed(total: int, apart: int, groups: int) -> str:
    if groups == 1:
        return "Only one group was in."
    if not apart:
        return f"Nobody differs on any of the {total} assumptions."
    if apart == total:
        return f"They differ on all {total} assumptions."
    rest = total - apart
    others = "the other assumption" if rest == 1 else f"the other {rest} assumptions"
    return f"They differ on {counted(apart, 'assumption')}; on {others} all take the same stance."


def _argue(standing: Standing) -> Iterator[Difference]:
    for item in argued(standing):
        hangs = " ".join(line.sentence for line in item.hanging)
        matters = f"{item.matters[:1].upper()}{item.matters[1:]}."
        yield Difference(code=item.code, title=item.title, said=item.said, hangs=hangs or matters)


def _prediction(case: Case, item: Prediction) -> PredictionMinutes:
    found = foresight(case, item) if item.phase is Phase.REVEALED else None
    score = {line.id: line for line in found.items} if found else {}
    line = NOT_REVEALED
    if found:
        most = f"Most hands were right about {found.hits} of {counted(len(found.items), 'recommendation')}"
        line = f"{most}; {found.right} of {counted(found.raised, 'hand')} were right in all."
    rows = [
        ForeseenRow(
            code=advice.code,
            title=advice.title,
            hands=(hands.holds, hands.open, hands.falls),
            status=came.status if came else None,
            came=CAME[came.status] if came else "",
            right=f"{came.right} of {came.raised}" if came else "",
        )
        for advice in case.recommendations
        if (hands := item.of.get(advice.id)) is not None and hands.raised
        for came in (score.get(advice.id),)
    ]
    return PredictionMinutes(question=item.question, line=line, rows=tuple(rows))
