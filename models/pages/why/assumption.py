"""The why of an assumption: its stance, questions, what turning it would do, and what to watch and prepare."""

from collections.abc import Iterator
from dataclasses import replace

from models.engine.explain import Trace
from models.language.messages import marked, message, plural, told
from models.language.naming import the_source
from models.language.signs import verdicts_hidden
from models.language.states import in_words, short, sign
from models.language.workshop.signpost_words import SPEAKS
from models.pages.parts import titled_lines
from models.pages.why.changes import becomes
from models.pages.why.dependents import dependents_block
from models.schema.action import look
from models.schema.case import Assumption
from models.schema.explanation import Outcome
from models.schema.grades import Kind, Stance
from models.schema.page import (
    Block,
    Choice,
    Entry,
    Field,
    Fields,
    Line,
    Option,
    Sentences,
    Shape,
    Sign,
    Tone,
    Weight,
)
from models.schema.steps.scenario_steps import name_voice, reset, set_stance, write_note, write_reason

ASK = Sign(Shape.QUESTION, Tone.FAINT, marked("To ask"))
WATCH = Sign(Shape.FLAG_OUTLINE, Tone.FAINT, marked("To watch"))
SETTLED = (Stance.HOLDS, Stance.UNCERTAIN, Stance.FAILS)
IF_ONLY = {
    Stance.HOLDS: marked("What would change if it held"),
    Stance.FAILS: marked("What would change if it failed"),
    Stance.UNCERTAIN: marked("What would change if it were uncertain"),
    Stance.AS_ARGUED: marked("What would change if it were taken as argued"),
}
NO_CHANGE = marked("No verdict changes")
RULED_OUT = marked("The other assumptions as they stand rule this out")
LISTS = (
    ("shaping", marked("What would keep it from failing (shaping)")),
    ("hedging", marked("What would prepare for its failure (hedging)")),
)


def assumption_blocks(trace: Trace, item: Assumption) -> Iterator[Block]:
    """All that is said of an assumption."""
    yield _stance(trace, item)
    if item.challenge:
        yield challenge_block(item, message("Challenge questions"))
    if not verdicts_hidden(trace.snapshot):
        yield from _turns(trace, item)
    yield from dependents_block(trace, item.id)
    if item.observations:
        seen = (
            Line(text=one.text, sign=in_words(WATCH), note=message(SPEAKS[one.speaks]))
            for one in item.observations
        )
        yield titled_lines("signposts", message("What would show it"), seen, short(Kind.ADDED))
    for field, heading in LISTS:
        texts = getattr(item, field)
        if texts:
            yield titled_lines(
                field, message(heading), (Line(text=text) for text in texts), short(Kind.ADDED)
            )


def challenge_block(item: Assumption, heading: str, first: str = "") -> Sentences:
    """The questions that put an assumption to the test, perhaps after another one; the source does not ask them."""
    texts = (first, *item.challenge) if first else item.challenge
    lines = (Line(text=text, sign=in_words(ASK), weight=Weight.SOFT) for text in texts)
    return titled_lines("challenge", heading, lines, short(Kind.ADDED))


def _stance(trace: Trace, item: Assumption) -> Choice:
    now = trace.snapshot.scenario.stance_of[item.id]
    options = [
        Option(text=mark.word, action=set_stance(item.id, stance), chosen=stance is now, sign=mark)
        for stance in (*(each for each in item.stances if each is Stance.AS_ARGUED), *SETTLED)
        for mark in (sign(stance),)
    ]
    if now is not item.baseline:
        options.append(
            Option(
                text=told("As in {source}", source=the_source(trace.case)),
                action=reset(item.id),
                icon="rotate-ccw",
            )
        )
    return Choice(id="stance", label=told("{name}: taken to", name=item.title), options=tuple(options))


def _turns(trace: Trace, item: Assumption) -> Iterator[Block]:
    """What becomes of the advice under each other stance."""
    now = trace.snapshot.scenario.stance_of[item.id]
    moved = [outcome for outcome in trace.changes(item.id) if outcome.verdict is not None]
    for stance in (Stance.HOLDS, Stance.FAILS, Stance.UNCERTAIN):
        found = [outcome for outcome in moved if outcome.stance is stance]
        if stance is now or (stance is Stance.UNCERTAIN and not found):
            continue
        none = NO_CHANGE if found or trace.may_be(item.id, stance) else RULED_OUT
        known = [outcome for outcome in found if outcome.known]
        lines = [*(_becomes(trace, outcome) for outcome in known), *_not_known(len(found) - len(known))]
        lines = lines or [Line(text=message(none), weight=Weight.SOFT)]
        yield titled_lines(f"if-{stance}", message(IF_ONLY[stance]), lines, str(len(known) or ""))


def _not_known(number: int) -> list[Line]:
    """Of how much advice it is not proven what would become of it, past the budget of the walk."""
    if not number:
        return []
    text = plural(
        "Of {number} recommendation it is not known: too much is uncertain",
        "Of {number} recommendations it is not known: too much is uncertain",
        number,
    )
    return [Line(text=text, weight=Weight.SOFT)]


def _becomes(trace: Trace, outcome: Outcome) -> Line:
    item = trace.case.by_id[outcome.statement]
    then = sign(outcome.verdict or outcome.status)
    note = becomes(trace.snapshot, item.id, outcome.verdict) if outcome.verdict else ""
    return Line(
        text=item.title,
        code=item.code,
        sign=replace(then, word=note or then.word),  # heard as "holds again", not also as "still holds"
        note=note,
        action=look(picked=item.id),
    )


def written_fields(trace: Trace, item: Assumption) -> Fields:
    """What was written about it: why it is taken so and, once that is there, who says so; and a note."""
    scenario = trace.snapshot.scenario
    reason = scenario.rationale_of.get(item.id, "")
    voice = Field(
        id=f"voice:{item.id}",
        label=message("Who says so"),
        text=scenario.voice_of.get(item.id, ""),
        action=name_voice(item.id),
    )
    return Fields(
        id="notes",
        private=True,
        fields=(
            Field(
                id=f"reason:{item.id}",
                label=message("Why it is taken so"),
                text=reason,
                action=write_reason(item.id),
                kind=Entry.LONG_TEXT,
                hint=message("What the room says"),
            ),
            *((voice,) if reason else ()),
            Field(
                id=f"note:{item.id}",
                label=message("Note"),
                text=scenario.note_on.get(item.id, ""),
                action=write_note(item.id),
                kind=Entry.LONG_TEXT,
                hint=message("Only for you; it is saved with the scenario"),
            ),
        ),
    )
