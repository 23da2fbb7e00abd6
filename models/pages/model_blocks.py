"""The dashboard of one model: its assumptions, findings and recommendations, and what one change in it would do."""

from collections.abc import Iterator, Sequence

from models.engine.asked_for import counted_arguments
from models.engine.explain import Trace
from models.engine.reach import Reach, ReachPicture, reach
from models.language.causes.cause import cause
from models.language.counts import moves
from models.language.headline import briefly_counted
from models.language.messages import marked, message, plural, told
from models.language.naming import denial, quoted, the_source
from models.language.premises import causes_of_each, enough_missing
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import clause, said, sign
from models.language.suppositions import assumed
from models.language.words import citation, counted, listed, listed_causes, sentence_start
from models.pages.glossary import meaning
from models.schema.action import look
from models.schema.case import Assumption, Case, Finding, Recommendation
from models.schema.grades import Stance
from models.schema.page import (
    Beside,
    Block,
    Chart,
    Column,
    Figure,
    Row,
    SignCell,
    Table,
    TextCell,
    Weight,
    Width,
)
from models.schema.result import Status
from models.schema.snapshot import Snapshot

SECTIONS = {
    Assumption: marked("Assumptions"),
    Finding: marked("Findings"),
    Recommendation: marked("Recommendations"),
}
KINDS = "Said, said with caution, unsaid but needed"
NAMED = 2
HEADS_AND_KEY, ROW = 180, 32  # pixels: slanted names above, the key below, and one row


def model_title(snapshot: Snapshot, model_id: str) -> str:
    """The model's name and how its findings and recommendations stand, counted: one sentence without a full stop."""
    case = snapshot.case
    model = next(item for item in case.models if item.id == model_id)
    if verdicts_hidden(snapshot):
        return model.title
    findings = [item for item in case.findings if item.model == model_id]
    verdicts = [
        snapshot.evaluation.recommendation[item.id].verdict
        for item in case.recommendations
        if item.model == model_id
    ]
    parts = (_following(snapshot, findings), briefly_counted(verdicts) if verdicts else "")
    standing = ", ".join(part for part in parts if part) or message("assumptions only")
    return f"{model.title}: {standing}"


def model_blocks(snapshot: Snapshot, model_id: str) -> tuple[Block, ...]:
    """The dashboard: the table of statements beside the chart of single changes."""
    columns = (
        Column(id="state", width=Width.SIGN),
        Column(id="statement", title=message("Statement"), width=Width.STRETCH),
        Column(
            id="kind",
            title=told("In {source}", source=the_source(snapshot.case)),
            width=Width.SIGN,
            tip=meaning(KINDS),
        ),
    )
    table = Table(
        id=f"model:{model_id}", columns=columns, rows=tuple(_rows(Trace(snapshot), model_id)), share=4
    )
    reaches = () if verdicts_hidden(snapshot) else reach(snapshot, model_id)
    if not reaches:
        return (table,)
    title = reach_title(snapshot.case, reaches)
    figure = Figure(
        id="reach",
        heading=title if all(item.exact for item in reaches) else told("{title} (not exact)", title=title),
        chart=Chart.REACH,
        values=ReachPicture(case=snapshot.case, reaches=reaches),
        alternative="\n".join(_reach_line(snapshot.case, item) for item in reaches),
        share=5,
        height=HEADS_AND_KEY + ROW * len(reaches),
    )
    return (Beside(id="dashboard", share=1, blocks=(table, figure)),)


def reach_title(case: Case, reaches: Sequence[Reach]) -> str:
    """Which of the assumptions, changed alone, changes most verdicts: one sentence without a full stop."""
    most = max(len(item.changes) for item in reaches)
    if not most:
        return message("No single change in this model would change a verdict")
    found = [item for item in reaches if len(item.changes) == most]
    total = counted(len(case.recommendations), "verdict")
    if len(found) > NAMED:
        return told(
            "Any of {number} single changes would change {most} of {total}",
            number=len(found),
            most=most,
            total=total,
        )
    causes = listed([_supposed(case, item) for item in found], "or")
    return told("If {causes}, {most} of {total} would change", causes=causes, most=most, total=total)


def _supposed(case: Case, item: Reach) -> str:
    named = case.by_id[item.assumption]
    return denial(case, named) if item.to is Stance.FAILS else told("{name} held", name=quoted(named.title))


def _reach_line(case: Case, item: Reach) -> str:
    named = case.by_id[item.assumption]
    changes = listed_causes(
        said(quoted(case.by_id[change.recommendation].title), change.after) for change in item.changes
    )
    return told(
        "{name} ({code}), if it {state}: {changes}",
        name=named.title,
        code=named.code,
        state=clause(item.to),
        changes=changes or message("no verdict would change"),
    )


def _following(snapshot: Snapshot, findings: Sequence[Finding]) -> str:
    statuses = [snapshot.evaluation.status_of[item.id] for item in findings]
    if len(statuses) < NAMED:
        return "".join(told("its finding {state}", state=clause(status)) for status in statuses)
    total, following, unsettled = len(statuses), statuses.count(Status.ACCEPTED), statuses.count(Status.OPEN)
    if unsettled == total:
        return told(
            "both findings are open" if total == NAMED else "all {number} findings are open", number=total
        )
    if following == total:
        return told(
            "both findings follow" if total == NAMED else "all {number} findings follow", number=total
        )
    if following:
        found = plural(
            "{number} of {total} findings follows",
            "{number} of {total} findings follow",
            following,
            total=total,
        )
    else:
        found = told(
            "neither finding follows" if total == NAMED else "none of the {total} findings follows",
            total=total,
        )
    if not unsettled:
        return found
    if not following:
        return plural(
            "{found} for certain and {number} is open",
            "{found} for certain and {number} are open",
            unsettled,
            found=found,
        )
    return plural("{found} and {number} is open", "{found} and {number} are open", unsettled, found=found)


def _rows(trace: Trace, model_id: str) -> Iterator[Row]:
    case, moved = trace.case, _moved(trace.snapshot)
    for kind, items in (
        (Assumption, trace.snapshot.assumptions),
        (Finding, case.findings),
        (Recommendation, case.recommendations),
    ):
        section = message(SECTIONS[kind])
        for item in items:
            if item.model == model_id:
                yield _row(trace, item, section, item.id in moved)
                section = ""


def _row(trace: Trace, item: Assumption | Finding | Recommendation, section: str, moved: bool) -> Row:
    snapshot = trace.snapshot
    now, detail = statement_sign(snapshot, item.id), _detail(trace, item)
    kind = sign(item.kind) if isinstance(item, Assumption) else None
    return Row(
        id=item.id,
        cells=(
            SignCell(sign=now),
            TextCell(
                text=item.title,
                code=item.code,
                detail=detail,
                lines=2,
                weight=Weight.STRONG if moved else Weight.NORMAL,
                tip=f"{item.text} {citation(item.paragraphs)}",
            ),
            SignCell(sign=kind, tip=kind.word if kind else ""),
        ),
        section=section,
        picked=snapshot.view.picked == item.id,
        moved=moved,
        spoken=f"{item.title}, {item.code}: {now.word}. {detail}".strip(),
        action=look(picked=item.id),
    )


def _detail(trace: Trace, item: Assumption | Finding | Recommendation) -> str:
    """Why it is so, in a few words; nothing where it is as in the source."""
    snapshot = trace.snapshot
    if isinstance(item, Assumption):
        changed = snapshot.scenario.stance_of[item.id] is not item.baseline
        return assumed(trace, item) if changed else ""
    if verdicts_hidden(snapshot):
        return ""
    if isinstance(item, Recommendation):
        return cause(trace, item.id)
    if snapshot.evaluation.status_of[item.id] is not Status.REJECTED:
        return ""
    failing = (one for one in counted_arguments(trace, item.id) if one.missing)
    missing = [premise for one in failing for premise in enough_missing(trace, one)]
    return sentence_start(listed_causes(causes_of_each(trace, missing), NAMED))


def _moved(snapshot: Snapshot) -> set[str]:
    """What the last change turned: assumptions, findings and recommendations."""
    past, before = snapshot.past, snapshot.before
    if past is None or before is None or snapshot.view.looking_back:
        return set()
    turned = {
        name for name, stance in snapshot.scenario.stance_of.items() if past.stance_of[name] is not stance
    }
    if verdicts_hidden(snapshot):
        return turned
    status_of = snapshot.evaluation.status_of
    findings = {
        item.id for item in snapshot.case.findings if status_of[item.id] is not before.status_of[item.id]
    }
    return turned | findings | set(moves(snapshot))
