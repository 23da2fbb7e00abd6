"""Composes a briefing sheet: every string on it comes from the snapshot and its narrative."""

import re
from collections.abc import Sequence
from datetime import date

from models.analyses.bundle import analyse
from models.charts.glyphs import shortened
from models.charts.palette import shape
from models.language.changes import differences
from models.language.matrix import Matrix, Order, Outlook
from models.language.panes import source_line
from models.language.sheet_changes import change_line
from models.language.stress_words import SETTLED, stress_line
from models.language.values import Card, Count
from models.language.words import (
    READING_SENTENCES,
    READING_WORDS,
    STANCE_WORDS,
    STATUS_WORDS,
    citation,
    counted,
    uncapitalised,
)
from models.pages.board import cards, headline, stance_counts, verdict_counts
from models.pages.stress_test import stress_matrix
from models.paper.content import (
    Addition,
    AssumptionLine,
    Chip,
    Fact,
    FindingGroup,
    NoteText,
    RecommendationCard,
    Sheet,
)
from models.schema.case import Assumption, Case, Kind, Rule, Stance
from models.schema.result import RuleState, Status, Usage
from models.schema.snapshot import Analyses, Snapshot

SHORT_RATIONALE = 220
LONGEST_HEAD = 56
IN_NOTES = "The reason stands under the notes."
NOTHING_DIFFERS = "Nothing differs from the essay's baseline."
ADDED_OUT = "Objections that the essay does not raise are left out."
ADDED_IN = "Objections that the essay does not raise count as well."
STATE_WORDS = {
    RuleState.APPLIES: "applies",
    RuleState.FAILS: "does not apply",
    RuleState.OPEN: "may or may not apply",
}
STANDING = {Stance.HOLDS: "holds", Stance.FAILS: "fails", Stance.UNCERTAIN: "is uncertain"}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
KEY = (
    "Square marks are stipulated by the room, round ones derived; dashed means that it could be either; "
    "+ is an analyst's addition.",
    "“3 of 4 grounds” counts lines of argument, it is no probability. Advice no longer needed can be "
    "good news. ¶ cites the source.",
)


def compose(snapshot: Snapshot, printed: date) -> Sheet:
    """The sheet for a snapshot, printed on the given day."""
    case, scenario = snapshot.case, snapshot.scenario
    analyses = analyses_of(snapshot)
    subtitle = sheet_subtitle(snapshot)
    return Sheet(
        language=sheet_language(case.language),
        title=f"Briefing sheet: {case.title}",
        subtitle=subtitle,
        facts=_facts(snapshot, printed),
        differences=differences(case, scenario) or (NOTHING_DIFFERS,),
        headline=f"{headline(snapshot)}.",
        verdicts=_chips(verdict_counts(snapshot)),
        assumed=counted(len(case.assumptions), "assumption"),
        stances=_chips(stance_counts(snapshot)),
        stress=_stress(snapshot, analyses),
        assumptions=tuple(_assumption(snapshot, item) for item in case.assumptions),
        cards=tuple(_card(snapshot, analyses, card) for card in cards(snapshot)),
        findings=_findings(snapshot),
        remarks=tuple(remark.text for remark in snapshot.remarks),
        additions=_additions(snapshot),
        notes=_notes(snapshot),
        sources=_sources(snapshot),
        key=KEY,
        head=(shortened(scenario.group or case.title, LONGEST_HEAD), shortened(subtitle, LONGEST_HEAD)),
        foot=sheet_foot(case, printed),
    )


def analyses_of(snapshot: Snapshot) -> Analyses:
    """The snapshot's analyses, made now if they have not arrived yet."""
    return snapshot.analyses or analyse(snapshot.case, snapshot.scenario)


def sheet_matrix(snapshot: Snapshot) -> Matrix:
    """The stress test from here, in the case's order."""
    return stress_matrix(snapshot, analyses_of(snapshot), Outlook.HERE, Order.CASE)


def sheet_subtitle(snapshot: Snapshot) -> str:
    """The scenario's title, or what it is without one."""
    if snapshot.scenario.title:
        return snapshot.scenario.title
    changed = differences(snapshot.case, snapshot.scenario)
    return "A scenario without a title" if changed else "The essay's baseline"


def sheet_foot(case: Case, printed: date) -> str:
    """When it was printed and from which case."""
    return f"Printed {_day(printed)} · case {case.id} {case.version} ({case.content_hash[:8]})"


def sheet_language(tag: str) -> str:
    """The language of a tag such as "en-GB", or English for what is not one."""
    language = tag.split("-")[0].lower()
    return language if re.fullmatch("[a-z]{2,3}", language) else "en"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _facts(snapshot: Snapshot, printed: date) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What the sheet is about, in two columns."""
    case, scenario = snapshot.case, snapshot.scenario
    saved = scenario.modified or scenario.created
    when = f"Scenario of {_day(saved)}, printed {_day(printed)}" if saved else f"Printed {_day(printed)}"
    reading = f"{READING_WORDS[scenario.reading]}. {READING_SENTENCES[scenario.reading]}"
    left = (
        Fact(label="Source", text=source_line(case.source)),
        Fact(label="Date", text=f"{when}; case {case.id} {case.version}"),
    )
    right = (
        *([Fact(label="Group", text=scenario.group)] if scenario.group else []),
        Fact(label="Reading", text=f"{reading} {ADDED_IN if scenario.added else ADDED_OUT}"),
    )
    return left, right


def _chips(counts: Sequence[Count]) -> tuple[Chip, ...]:
    """A chip for each state that occurs."""
    return tuple(
        Chip(
            number=count.number,
            mark=count.state if isinstance(count.state, Stance) else shape(count.state),
            word=count.word,
        )
        for count in counts
        if count.number
    )


def _assumption(snapshot: Snapshot, item: Assumption) -> AssumptionLine:
    stance = snapshot.scenario.stance_of[item.id]
    rationale = snapshot.scenario.rationale_of.get(item.id, "")
    credence = snapshot.scenario.credence_of.get(item.id)
    return AssumptionLine(
        code=item.code,
        title=item.title,
        text=item.text if item.text != item.title else "",
        stance=stance,
        word=STANCE_WORDS[stance],
        was=f"essay: {uncapitalised(STANCE_WORDS[item.baseline])}" if stance is not item.baseline else "",
        core=item.core,
        added=item.kind is Kind.ADDED,
        credence="" if credence is None else f"Credence {credence:.2g}.",
        rationale=rationale if len(rationale) <= SHORT_RATIONALE else IN_NOTES,
        citation=citation(item.paragraphs),
    )


def _stress(snapshot: Snapshot, analyses: Analyses) -> Fact:
    """The question of the stress test and its answer; what can never decide is told by the key."""
    matrix = sheet_matrix(snapshot)
    deciding = [column for column in matrix.columns if not column.never]
    line = stress_line(snapshot, analyses, matrix.outlook, deciding or matrix.columns)
    settled = (entry.text for entry in matrix.key if entry.text == SETTLED)
    return Fact(label=matrix.title, text=" ".join((line, *settled)))


def _card(snapshot: Snapshot, analyses: Analyses, card: Card) -> RecommendationCard:
    item, result = snapshot.case.by_id[card.id], snapshot.evaluation.recommendation[card.id]
    states = (snapshot.evaluation.rule[rule.id].state for rule in snapshot.case.rules if rule.then == card.id)
    added = (
        f"An analyst's {'ground' if rule.then else 'objection'} {_state_word(snapshot, rule)}."
        for rule in _added(snapshot)
        if rule.conclusion == card.id
    )
    return RecommendationCard(
        code=card.code,
        text=item.text,
        shape=shape(card.verdict),
        word=card.word,
        was=f"essay: {uncapitalised(card.baseline_word)}" if card.baseline_word else "",
        reason=card.reason,
        applying=result.applying,
        open=sum(state is RuleState.OPEN for state in states),
        total=result.total,
        grounds=card.grounds,
        change=change_line(snapshot, analyses, card.id),
        addressee=card.addressee,
        citation=card.citation,
        added=" ".join(added),
    )


def _findings(snapshot: Snapshot) -> tuple[FindingGroup, ...]:
    """The findings by status, those that stand first."""
    groups = []
    for status in (Status.ACCEPTED, Status.OPEN, Status.REJECTED):
        found = [item for item in snapshot.case.findings if snapshot.evaluation.status_of[item.id] is status]
        items = tuple(Fact(label=item.code, text=item.title) for item in found)
        if items:
            groups.append(
                FindingGroup(status=status, word=f"{STATUS_WORDS[status]} ({len(items)})", items=items)
            )
    return tuple(groups)


def _added(snapshot: Snapshot) -> list[Rule]:
    """The analyst's rules that take part."""
    rules = snapshot.evaluation.rule
    return [
        rule
        for rule in snapshot.case.rules
        if rule.kind is Kind.ADDED and rules[rule.id].usage is Usage.IN_USE
    ]


def _state_word(snapshot: Snapshot, rule: Rule) -> str:
    return STATE_WORDS[snapshot.evaluation.rule[rule.id].state]


def _additions(snapshot: Snapshot) -> tuple[Addition, ...]:
    return tuple(
        Addition(
            about=f"{'For' if rule.then else 'Against'} {snapshot.case.by_id[rule.conclusion].code}",
            word=_state_word(snapshot, rule),
            because=rule.because,
            citation=citation(rule.paragraphs),
        )
        for rule in _added(snapshot)
    )


def _notes(snapshot: Snapshot) -> tuple[NoteText, ...]:
    case, scenario = snapshot.case, snapshot.scenario
    long = {name: text for name, text in scenario.rationale_of.items() if len(text) > SHORT_RATIONALE}
    written = (
        ("On the scenario", scenario.note),
        *(
            (f"Why {case.by_id[name].code} {STANDING[scenario.stance_of[name]]}", text)
            for name, text in long.items()
        ),
        *((f"On {_name(case, name)}", text) for name, text in scenario.note_on.items()),
    )
    return tuple(
        NoteText(about=about, paragraphs=tuple(line for line in text.splitlines() if line.strip()))
        for about, text in written
        if text.strip()
    )


def _name(case: Case, identifier: str) -> str:
    """A statement by code and title, an inference by what it says."""
    if identifier in case.by_id:
        item = case.by_id[identifier]
        return f"{item.code} {item.title}"
    return f"the inference {identifier}"


def _sources(snapshot: Snapshot) -> tuple[Fact, ...]:
    case = snapshot.case
    cited = [(item.paragraphs, item.code) for item in case.by_id.values()]
    cited += [(fact.paragraphs, fact.id) for fact in case.background]
    numbers = sorted({number for paragraphs, _ in cited for number in paragraphs})
    return tuple(
        Fact(
            label=citation([number]),
            text=", ".join(code for paragraphs, code in cited if number in paragraphs),
        )
        for number in numbers
    )
