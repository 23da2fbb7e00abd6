"""What speaks against a statement: each objection, its state, and what the essay replies."""

from collections.abc import Iterator, Sequence

from models.engine.explain import Trace
from models.language.causes.choices import too_few
from models.language.messages import message, plural
from models.language.premises import first_missing, premise_words
from models.language.states import clause, sign
from models.language.words import because, listed_causes
from models.pages.parts import titled_lines
from models.pages.why.arguments import carried, leaf, rejecting
from models.schema.explanation import Argument
from models.schema.page import Block, Line, Shape, Sign, Tone, Weight
from models.schema.result import RuleState, Usage


def objections_blocks(trace: Trace, name: str) -> Iterator[Block]:
    """What is said against a statement, whether it counts or not."""
    supporting = [item for item in trace.arguments(name) if item.supports]
    for argument in trace.arguments(name):
        if not argument.supports:
            rule = trace.case.rule_by_id[argument.rule]
            lines = _objection(trace, argument, supporting)
            yield titled_lines(f"objection:{rule.id}", message("An objection"), lines, carried(rule))
            if argument.usage is not Usage.SWITCHED_OFF:
                yield rejecting(trace, argument)


def _objection(trace: Trace, argument: Argument, supporting: Sequence[Argument]) -> Iterator[Line]:
    rule = trace.case.rule_by_id[argument.rule]
    yield Line(
        text=rule.because,
        sign=_objection_sign(argument),
        note=_objection_state(trace, argument, supporting),
    )
    if argument.usage is Usage.IN_USE:
        yield from (leaf(trace, premise) for premise in argument.premises)
    if rule.reply:
        yield Line(quiet=message("Reply:"), text=rule.reply, weight=Weight.SOFT)


def _objection_sign(argument: Argument) -> Sign:
    if argument.usage is not Usage.IN_USE:
        return sign(argument.usage)
    state = sign(argument.state)
    return Sign(Shape.SLASHED_DISC, Tone.BAD, state.word) if argument.state is RuleState.APPLIES else state


def _objection_state(trace: Trace, argument: Argument, supporting: Sequence[Argument]) -> str:
    if argument.usage is Usage.SWITCHED_OFF:
        return message("not counted: objections are off")
    if argument.usage is Usage.SET_ASIDE:
        return message("rejected here")
    if argument.state is RuleState.OPEN:
        return message("may apply")
    if argument.state is RuleState.FAILS:
        first = [first_missing(trace, argument)] if argument.missing else []
        lost = [*(premise_words(trace, item) for item in first), *too_few(trace, first)]
        return because(clause(RuleState.FAILS), listed_causes(lost))
    beaten = sum(argument.rule in item.beaten_by for item in supporting)
    if not beaten:
        return message("applies, but overrules nothing")
    return plural(
        "applies, and overrules {number} argument", "applies, and overrules {number} arguments", beaten
    )
