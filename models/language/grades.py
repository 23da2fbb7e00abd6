"""What kind of claim a statement is: said, said with caution, unsaid but needed, or added by an analyst."""

from models.language.messages import message, told
from models.language.states import sign, word
from models.language.words import citation, uncapitalised
from models.schema.case import Assumption, Finding, Recommendation, Statement
from models.schema.grades import Kind
from models.schema.page import Line, Sign, Weight


def kind_of(item: Statement) -> Kind | None:
    """What kind of claim it is; None where the case does not say."""
    return item.kind if isinstance(item, Assumption | Finding | Recommendation) else None


def grade(item: Statement) -> Sign | None:
    """The sign of what kind of claim it is, with its word."""
    kind = kind_of(item)
    return sign(kind) if kind else None


def unusual(item: Statement) -> Sign | None:
    """The sign of a claim that is not plainly said, where only such ones are marked."""
    return None if kind_of(item) is Kind.STATED else grade(item)


def graded(item: Statement) -> str:
    """Its kind and where it stands: "unsaid, but needed, ¶12"."""
    kind = kind_of(item)
    where = citation(item.paragraphs)
    return told("{kind}, {where}", kind=uncapitalised(word(kind)), where=where) if kind else where


def grade_line(item: Statement) -> Line:
    """Its kind as a line of its own, with where it stands."""
    kind = grade(item)
    return Line(
        text=f"{kind.word}." if kind else "",
        sign=kind,
        note=citation(item.paragraphs),
        weight=Weight.SOFT,
    )


def if_fails_line(item: Assumption) -> tuple[Line, ...]:
    """What its failing means, where the case says so."""
    if not item.if_fails:
        return ()
    return (Line(quiet=message("If it fails:"), text=f"{item.if_fails.rstrip('.')}.", weight=Weight.SOFT),)
