"""The dashboards of a case's models in words: a sentence for each model, and a line for each statement."""

from models.engine.explain import Trace
from models.language.one_line import one_line
from models.language.phrases import sentence
from models.language.steps import MARKS, STANCE_MARKS, assumption_detail, derived_state
from models.language.values import StatementLine
from models.language.words import STANCE_WORDS, STATUS_WORDS, VERDICT_WORDS, uncapitalised
from models.schema.case import Assumption, Finding, Recommendation, Statement
from models.schema.result import Status
from models.schema.snapshot import Snapshot


def model_sentence(snapshot: Snapshot, model_id: str) -> str:
    """The state of one model: how many of its findings stand and of its recommendations hold."""
    case = snapshot.case
    parts = [
        _share(snapshot, [item for item in case.findings if item.model == model_id], "finding", "stand"),
        _share(
            snapshot,
            [item for item in case.recommendations if item.model == model_id],
            "recommendation",
            "hold",
        ),
    ]
    told = "; ".join(part for part in parts if part)
    return sentence(told) if told else "This model has assumptions only."


def model_headline(snapshot: Snapshot, model_id: str) -> str:
    """The state of one model under its name, without its full stop."""
    model = next(item for item in snapshot.case.models if item.id == model_id)
    return f"{model.title}: {uncapitalised(model_sentence(snapshot, model_id)).rstrip('.')}"


def model_table(snapshot: Snapshot, model_id: str) -> str:
    """One model's statements as tab-separated text."""
    rows = [("Statement", "Name", "State", "Why")]
    rows += [(line.code, line.title, line.word, line.detail) for line in statement_lines(snapshot, model_id)]
    return "".join("\t".join(" ".join(text.split()) for text in row) + "\n" for row in rows)


def statement_lines(snapshot: Snapshot, model_id: str) -> tuple[StatementLine, ...]:
    """One model's assumptions, findings and recommendations, in this order."""
    trace = Trace(snapshot)
    case = snapshot.case
    return (
        *(_assumption(trace, item) for item in case.assumptions if item.model == model_id),
        *(_finding(trace, item) for item in case.findings if item.model == model_id),
        *(_recommendation(trace, item) for item in case.recommendations if item.model == model_id),
    )


def _share(snapshot: Snapshot, items: list[Statement], noun: str, verb: str) -> str:
    statuses = [snapshot.evaluation.status_of[item.id] for item in items]
    total, standing = len(statuses), statuses.count(Status.ACCEPTED)
    if not total:
        return ""
    if total == 1:
        return f"the one {noun} {verb}s" if standing else f"the one {noun} does not {verb}"
    return f"{standing or 'none'} of {total} {noun}s {verb}{'s' if standing < 2 else ''}"


def _assumption(trace: Trace, item: Assumption) -> StatementLine:
    stance = trace.snapshot.scenario.stance_of[item.id]
    return StatementLine(
        id=item.id,
        code=item.code,
        title=item.title,
        mark=STANCE_MARKS[stance],
        word=STANCE_WORDS[stance],
        detail=assumption_detail(trace, item),
        stance=stance,
    )


def _finding(trace: Trace, item: Finding) -> StatementLine:
    status = trace.evaluation.status_of[item.id]
    return StatementLine(
        id=item.id,
        code=item.code,
        title=item.title,
        mark=MARKS[status],
        word=STATUS_WORDS[status],
        detail=derived_state(trace, item.id),
    )


def _recommendation(trace: Trace, item: Recommendation) -> StatementLine:
    result = trace.evaluation.recommendation[item.id]
    return StatementLine(
        id=item.id,
        code=item.code,
        title=item.title,
        mark=MARKS[result.status],
        word=VERDICT_WORDS[result.verdict],
        detail=one_line(trace, item.id),
        verdict=result.verdict,
    )
