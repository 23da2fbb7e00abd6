"""The why of an assumption: its stance, questions, what turning it would do, and what to watch and prepare.

And what depends on a statement, what the author concedes about it, and combinations worth a remark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.engine.explain import Trace
from models.language.link_words import link_sentence, links_at
from models.language.messages import marked, message, plural, told
from models.language.naming import the_source
from models.language.signs import statement_sign, verdicts_hidden
from models.language.states import in_words, short, sign
from models.language.words import and_more, citation, shown_of
from models.language.workshop.signpost_words import SPEAKS
from models.pages.parts import share_words, titled_lines, unfold
from models.pages.why.changes import becomes
from models.schema.action import look
from models.schema.case import Assumption
from models.schema.explanation import Argument, Outcome
from models.schema.grades import Kind, Stance, Strength
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
    soft,
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


SHOWN = 6
ALL = "all-dependents"


MOST, FEW = 7, 4
"""Of more arguments than the one, only as many as the other are listed."""


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
        lines = lines or [soft(message(none))]
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
    return [soft(text)]


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


def dependents_block(trace: Trace, name: str) -> Iterator[Block]:
    """What it is part of an argument for, recommendations first, each with its state; they alone are counted."""
    reached = trace.argues_for(name)
    advice = [item for item in reached if item in trace.program.recommendations]
    names = [*advice, *(item for item in reached if item not in advice)]
    if not names:
        return
    total = len(trace.case.recommendations)
    shown = names if ALL in trace.snapshot.view.unfolded else names[: shown_of(len(names), SHOWN)]
    share = share_words(len(advice), total, "recommendation")
    lines = [soft(share), *(_line(trace, item) for item in shown)]
    if len(names) > len(shown):
        action = unfold(trace.snapshot.view, ALL)
        lines.append(Line(text=and_more(len(names) - len(shown)), weight=Weight.SOFT, action=action))
    yield titled_lines("dependents", message("Part of an argument for"), lines)


def concession_block(trace: Trace, item: Assumption) -> Iterator[Block]:
    """What the author concedes and the case meets with this assumption, which its treatment names by code."""
    named = re.compile(rf"\b{item.code}\b")
    lines = tuple(
        Line(text=f"{told.text} {told.treatment}", note=citation(told.paragraphs))
        for told in trace.case.concessions
        if named.search(told.treatment)
    )
    if lines:
        yield titled_lines("concessions", message("What the author concedes"), lines)


def links_block(trace: Trace, item: Assumption) -> Iterator[Block]:
    """What ties an assumption to others, so that not every setting of them is possible."""
    lines = tuple(
        Line(text=link_sentence(trace.case, link), note=citation(link.paragraphs))
        for link in links_at(trace.case, item.id)
    )
    if lines:
        yield titled_lines("links", message("Tied to other assumptions"), lines)


def remark_block(trace: Trace, name: str) -> Iterator[Block]:
    """The remarks on odd combinations that concern a statement."""
    concerning = trace.remarks(name)
    lines = tuple(Line(text=item.text) for item in trace.snapshot.remarks if item.id in concerning)
    if lines:
        yield titled_lines("remarks", message("Worth a thought"), lines, short(Kind.ADDED))


def _line(trace: Trace, name: str) -> Line:
    item = trace.case.by_id[name]
    now = statement_sign(trace.snapshot, name)
    return Line(text=item.title, code=item.code, sign=now, tip=item.text, action=look(picked=name))


def listed_arguments(trace: Trace, name: str, arguments: Sequence[Argument]) -> Sequence[Argument]:
    """What was opened comes first, then what alone lacks something, what stands, and the strongest."""
    shown = trace.snapshot.view.unfolded
    if len(arguments) <= MOST or _all_of(name) in shown:
        return arguments
    lacking = sum(bool(item.missing) for item in arguments)

    def rank(argument: Argument) -> tuple[bool, bool, bool, int]:
        strength = trace.case.rule_by_id[argument.rule].strength
        return (
            argument.rule not in shown,
            not argument.missing or lacking > FEW,
            not argument.stands,
            -list(Strength).index(strength),
        )

    opened = sum(item.rule in shown for item in arguments)
    return sorted(arguments, key=rank)[: max(FEW, opened)]


def rest_block(trace: Trace, name: str, left: int) -> Iterator[Block]:
    """The line that lists the arguments that are left, or the few again."""
    if not left and _all_of(name) not in trace.snapshot.view.unfolded:
        return
    text = plural("{number} more argument", "{number} more arguments", left)
    text = text if left else message("Fewer arguments")
    line = Line(text=text, action=unfold(trace.snapshot.view, _all_of(name)), weight=Weight.STRONG)
    yield Sentences(id=_all_of(name), lines=(line,))


def _all_of(name: str) -> str:
    return f"arguments:{name}"
