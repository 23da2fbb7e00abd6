"""The small texts round the panes: what a choice means, how much was changed, what is open."""

from models.language.values import Provenance
from models.language.words import STANCE_WORDS, counted
from models.schema.case import Assumption, Case, Reading, Source, Stance
from models.schema.result import Evaluation

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PROVENANCE_WORDS = {
    Provenance.STIPULATED: "stipulated",
    Provenance.DERIVED: "derived",
    Provenance.UNCERTAIN: "uncertain",
    Provenance.ADDED: "analyst-added",
}

READING_CHOICES = {
    Reading.ANY_GROUND: "One argument is enough",
    Reading.EVERY_STRAND: "Every argument must hold",
}
READING_TIPS = {
    Reading.ANY_GROUND: "A recommendation holds if any one of its arguments holds.",
    Reading.EVERY_STRAND: "A recommendation holds only if every one of its arguments holds.",
}
OBJECTIONS = "Objections"
OBJECTIONS_TIP = "Objections that the essay does not raise; an analyst added them."


def counted_word(added: bool) -> str:
    """Whether added objections take part."""
    return "counted" if added else "not counted"


def changed_line(changed: int) -> str:
    """How many stances differ from the source's, where there is little room."""
    return f"{changed} changed" if changed else ""


def stance_choice(item: Assumption, stance: Stance) -> str:
    """What choosing a stance on an assumption says, for tips and screen readers."""
    meanings = {
        Stance.HOLDS: "take it as true",
        Stance.FAILS: "take it as false",
        Stance.UNCERTAIN: "it could be either",
    }
    return f"{item.code} {STANCE_WORDS[stance].lower()}: {meanings[stance]}"


def baseline_line(changed: int) -> str:
    """How many stances differ from the source's."""
    if not changed:
        return "As the essay takes them"
    return f"{counted(changed, 'change')} from the essay's baseline"


def case_line(case: Case) -> str:
    """What is open, for the status line."""
    return (
        f"Case {case.id} {case.version}  ·  {len(case.assumptions)} assumptions, {len(case.findings)} findings, "
        f"{len(case.recommendations)} recommendations, {len(case.rules)} rules"
    )


def exactness_line(evaluation: Evaluation) -> str:
    """How the answer was reached, for the status line."""
    if not evaluation.exact:
        return "Not exact: estimated from random settings"
    if evaluation.completions == 1:
        return "Exact: nothing is uncertain"
    return f"Exact over {evaluation.completions:,} ways to settle what is uncertain"


def source_line(source: Source) -> str:
    """The source as it is cited."""
    when = f"{MONTHS[source.month - 1]} {source.year}" if source.month else str(source.year)
    publisher = f", {source.publisher}" if source.publisher else ""
    return f"{source.author}, “{source.title}”{publisher}, {when}, {source.paragraphs} paragraphs"
