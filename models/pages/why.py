"""The whole explanation of one statement: a paragraph, and sections of steps that can be unfolded."""

from collections.abc import Iterable

from models.engine.explain import Trace
from models.language.one_line import one_line
from models.language.sections import changes, concessions, downstream, hinges, missing, remarks
from models.language.steps import MARKS, STANCE_MARKS, Tree
from models.language.summaries import assumption_summary, finding_summary, recommendation_summary
from models.language.values import Mark, Provenance, Section, Step, Why
from models.language.words import STANCE_WORDS, STATUS_WORDS, VERDICT_WORDS, citation
from models.schema.case import Assumption, Finding, Recommendation
from models.schema.result import Status
from models.schema.snapshot import Snapshot


def why(snapshot: Snapshot, statement_id: str) -> Why:
    """Why a statement has the state it has; an id that the case does not have raises KeyError."""
    trace = Trace(snapshot)
    item = snapshot.case.by_id[statement_id]
    if isinstance(item, Assumption):
        return _why_assumption(trace, item)
    if isinstance(item, Recommendation):
        return _why_recommendation(trace, item)
    return _why_finding(trace, item)


def reason(snapshot: Snapshot, recommendation_id: str) -> str:
    """Why a recommendation has its verdict, in one line."""
    return one_line(Trace(snapshot), recommendation_id)


def _why_recommendation(trace: Trace, item: Recommendation) -> Why:
    result = trace.evaluation.recommendation[item.id]
    return Why(
        id=item.id,
        code=item.code,
        title=item.text,
        role="Recommendation",
        mark=MARKS[result.status],
        word=VERDICT_WORDS[result.verdict],
        verdict=result.verdict,
        summary=recommendation_summary(trace, item),
        sections=_derived_sections(trace, item.id, "Grounds"),
        citation=citation(item.paragraphs),
    )


def _why_finding(trace: Trace, item: Finding) -> Why:
    status = trace.evaluation.status_of[item.id]
    return Why(
        id=item.id,
        code=item.code,
        title=item.text,
        role="Finding",
        mark=MARKS[status],
        word=STATUS_WORDS[status],
        summary=finding_summary(trace, item.id),
        sections=_derived_sections(trace, item.id, "Arguments for it"),
        citation=citation(item.paragraphs),
    )


def _why_assumption(trace: Trace, item: Assumption) -> Why:
    stance = trace.snapshot.scenario.stance_of[item.id]
    outcomes = trace.changes(item.id)
    sections = (
        Section(title="What rests on it", steps=downstream(trace, item.id)),
        Section(title="If only this changed", steps=changes(trace, item, outcomes)),
        Section(title="Worth a remark", steps=remarks(trace, item.id)),
        Section(title="What the author grants", steps=concessions(trace, item)),
        Section(title="Challenge questions", steps=_plain(item.challenge)),
        Section(title="Signposts", steps=_plain(item.signposts)),
        Section(title="Shaping idea (analyst's)", steps=_plain(item.shaping, Provenance.ADDED)),
        Section(title="Hedging idea (analyst's)", steps=_plain(item.hedging, Provenance.ADDED)),
    )
    return Why(
        id=item.id,
        code=item.code,
        title=item.text,
        role="Core assumption" if item.core else "Assumption",
        mark=STANCE_MARKS[stance],
        word=STANCE_WORDS[stance],
        stance=stance,
        summary=assumption_summary(trace, item, outcomes),
        sections=_filled(sections),
        citation=citation(item.paragraphs),
    )


def _derived_sections(trace: Trace, name: str, title: str) -> tuple[Section, ...]:
    arguments = trace.arguments(name)
    supporting = [item for item in arguments if item.supports]
    opposing = [item for item in arguments if not item.supports]
    tree = Tree(trace, name)
    fallen = trace.evaluation.status_of[name] is Status.REJECTED
    return _filled(
        (
            Section(title="What is missing", steps=missing(trace, supporting) if fallen else ()),
            Section(title="Hangs on", steps=hinges(trace, name)),
            Section(title=title, steps=tree.arguments(supporting)),
            Section(title="Objections", steps=tree.objections(opposing, supporting)),
            Section(title="Worth a remark", steps=remarks(trace, name)),
            Section(title="What rests on it", steps=downstream(trace, name)),
        )
    )


def _plain(texts: Iterable[str], provenance: Provenance | None = None) -> tuple[Step, ...]:
    return tuple(Step(mark=Mark.PLAIN, heading=text, provenance=provenance) for text in texts)


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.steps)
