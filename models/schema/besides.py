"""What a case has besides its statements and arguments: its source, models, facts, loops, remarks and tests."""

from dataclasses import field
from typing import Annotated, Literal

from models.schema.grades import Kind, Reading, Stance, Verdict
from models.schema.premises import Part, PremiseText
from models.schema.value import Code, Identifier, Limits, Paragraphs, Text


class Source(Part):
    """The published text that a case encodes; `kind` is what it is called: an essay, a report, a plan, a judgment."""

    author: Text
    title: Text
    year: Annotated[int, Limits(ge=1000, le=3000)]
    month: Annotated[int, Limits(ge=1, le=12)] | None = None
    publisher: Text | None = None
    paragraphs: Annotated[int, Limits(ge=1)]
    kind: Text | None = None


class Model(Part):
    """One of the rule-based models that a case is made of."""

    id: Identifier
    title: Text


class Fact(Part):
    """Background that is shown and never toggled."""

    id: Code
    text: Text
    paragraphs: Paragraphs


class Concession(Part):
    """Something the author grants against the argument, and how the case treats it."""

    id: Identifier
    text: Text
    treatment: Text
    paragraphs: Paragraphs


class Feedback(Part):
    """A loop that is run as stepped rounds and never in one shot; `kind` says whether the source has it."""

    id: Identifier
    label: Text | None = None
    text: Text
    kind: Kind | None = None
    if_: tuple[PremiseText, ...] = ()
    unless_followed: Identifier | None = None
    sets: dict[Identifier, Literal[Stance.HOLDS, Stance.FAILS]]
    paragraphs: Paragraphs


class Coherence(Part):
    """A combination that is worth a remark and is never counted."""

    id: Identifier
    if_: Annotated[tuple[PremiseText, ...], Limits(min_length=1)]
    text: Text


class CaseTest(Part):
    """An expectation that the case states about itself, starting from its baseline."""

    set: dict[str, Stance] = field(default_factory=dict)
    reading: Reading = Reading.ONE_ARGUMENT
    added: bool = False
    aside: tuple[Identifier, ...] = ()
    expect: Annotated[dict[str, Verdict], Limits(min_length=1)]
    note: Text | None = None
