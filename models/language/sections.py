"""The steps of an explanation's sections: what is missing, what it hangs on, what would change, remarks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.engine.explain import Trace
from models.language.one_line import cause
from models.language.phrases import codes, sentence
from models.language.steps import MARKS, STANCE_MARKS, assumption_detail, premise_heading, provenance
from models.language.summaries import outcome_clause
from models.language.values import Mark, Step
from models.language.words import ROLE_WORDS, STATUS_WORDS, VERDICT_WORDS, citation, counted, listed
from models.schema.case import Assumption, Role, Stance
from models.schema.explanation import Argument, Outcome, PremiseState
from models.schema.result import Usage

IF_ONLY = {Stance.HOLDS: "If {} held", Stance.FAILS: "If {} failed", Stance.UNCERTAIN: "If {} were uncertain"}


def missing(trace: Trace, supporting: Sequence[Argument]) -> tuple[Step, ...]:
    """What the arguments lack, need before means before standing, each with what is at fault below it."""
    lacked: dict[tuple[Role, str, bool], PremiseState] = {}
    for argument in supporting:
        for premise in argument.missing if argument.usage is Usage.IN_USE else ():
            lacked.setdefault((premise.role, premise.statement, premise.negated), premise)
    ordered = sorted(lacked.values(), key=lambda premise: list(Role).index(premise.role))
    advises = any(item.rule in trace.advising for item in supporting)
    roles = [f"{ROLE_WORDS[premise.role]}: " if advises else "" for premise in ordered]
    return (
        *(_lacking(trace, premise, role) for premise, role in zip(ordered, roles, strict=True)),
        *(_set_aside(trace, item.rule) for item in supporting if item.usage is Usage.SET_ASIDE),
    )


def hinges(trace: Trace, name: str) -> tuple[Step, ...]:
    """The uncertain assumptions that a statement hangs on, each with what settling it alone would do."""
    code = trace.case.by_id[name].code
    return tuple(
        _statement(
            trace,
            hinge.assumption,
            f"If it holds, {outcome_clause(hinge.if_holds, code)}; "
            f"if it fails, {outcome_clause(hinge.if_fails, code)}.",
        )
        for hinge in trace.hinges(name)
    )


def downstream(trace: Trace, name: str) -> tuple[Step, ...]:
    """What rests on a statement, each with its state."""
    return tuple(_statement(trace, other, f"{_word(trace, other)}.") for other in trace.downstream(name))


def changes(trace: Trace, item: Assumption, outcomes: Sequence[Outcome]) -> tuple[Step, ...]:
    """The verdicts that would be others, for each stance that the assumption could take instead."""
    if not trace.downstream(item.id):
        return ()
    present = trace.snapshot.scenario.stance_of[item.id]
    steps = []
    for stance in (other for other in Stance if other is not present):
        moved = [outcome for outcome in outcomes if outcome.stance is stance and outcome.verdict is not None]
        count = counted(len(moved), "verdict") if moved else "No verdict"
        step = Step(
            mark=STANCE_MARKS[stance],
            heading=IF_ONLY[stance].format(item.code),
            detail=f"{count} would change.",
            children=tuple(_changed(trace, outcome) for outcome in moved),
        )
        steps.append(step)
    return tuple(steps)


def concessions(trace: Trace, item: Assumption) -> tuple[Step, ...]:
    """What the author grants and the case meets with this assumption, which its treatment names by code."""
    named = re.compile(rf"\b{item.code}\b")
    return tuple(
        Step(
            mark=Mark.PLAIN,
            heading=concession.text,
            detail=concession.treatment,
            citation=citation(concession.paragraphs),
        )
        for concession in trace.case.concessions
        if named.search(concession.treatment)
    )


def remarks(trace: Trace, name: str) -> tuple[Step, ...]:
    """The coherence remarks that concern a statement."""
    concerning = trace.remarks(name)
    steps = []
    for remark in trace.snapshot.remarks:
        if remark.id in concerning:
            about = codes(trace, (text.removeprefix("not ") for text in remark.if_))
            steps.append(Step(mark=Mark.PLAIN, heading=remark.text, detail=f"About {listed(about)}."))
    return tuple(steps)


def _lacking(trace: Trace, premise: PremiseState, role: str) -> Step:
    item = trace.case.by_id[premise.statement]
    children: tuple[Step, ...] = ()
    if isinstance(item, Assumption):
        detail = assumption_detail(trace, item)
    else:
        detail, children = sentence(cause(trace, [premise])), _at_fault(trace, premise)
    return Step(
        mark=Mark.REJECTED,
        heading=f"{role}{premise_heading(item, premise.negated, bool(role))}",
        detail=detail,
        citation=citation(item.paragraphs),
        provenance=provenance(trace, item.id),
        statement=item.id,
        children=children,
    )


def _at_fault(trace: Trace, premise: PremiseState) -> tuple[Step, ...]:
    if premise.reason is None:
        return ()
    named = premise.reason.assumptions
    assumed = (item for item in trace.case.assumptions if item.id in named)
    return (
        *(_statement(trace, item.id, assumption_detail(trace, item)) for item in assumed),
        *(_set_aside(trace, rule) for rule in premise.reason.set_aside),
    )


def _set_aside(trace: Trace, name: str) -> Step:
    rule = trace.case.rule_by_id[name]
    return Step(
        mark=Mark.OFF,
        heading=rule.because,
        detail="This inference is set aside here.",
        citation=citation(rule.paragraphs),
        kind=rule.kind,
        rule=name,
        usage=Usage.SET_ASIDE,
    )


def _changed(trace: Trace, outcome: Outcome) -> Step:
    would = VERDICT_WORDS[outcome.verdict] if outcome.verdict else STATUS_WORDS[outcome.status]
    now = _word(trace, outcome.statement)
    step = _statement(trace, outcome.statement, f"Would be: {would}. Now: {now}.")
    return replace(step, mark=MARKS[outcome.status])


def _word(trace: Trace, name: str) -> str:
    if name in trace.program.recommendations:
        return VERDICT_WORDS[trace.evaluation.recommendation[name].verdict]
    return STATUS_WORDS[trace.evaluation.status_of[name]]


def _statement(trace: Trace, name: str, detail: str) -> Step:
    item = trace.case.by_id[name]
    return Step(
        mark=MARKS[trace.evaluation.status_of[name]],
        heading=f"{item.code} {item.text}",
        detail=detail,
        citation=citation(item.paragraphs),
        provenance=provenance(trace, name),
        statement=name,
    )
