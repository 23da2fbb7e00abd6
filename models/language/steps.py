"""The tree of an explanation: arguments with their premises, down to the assumptions that they rest on."""

from collections.abc import Sequence

from models.engine.explain import Trace
from models.language.one_line import cause, hung_on
from models.language.phrases import because
from models.language.values import Mark, Provenance, Step
from models.language.words import (
    KIND_WORDS,
    ROLE_WORDS,
    STATUS_WORDS,
    VERDICT_WORDS,
    citation,
    counted,
    listed,
)
from models.schema.case import Assumption, Kind, Rule, Stance, Statement
from models.schema.explanation import Argument, PremiseState
from models.schema.result import RuleState, Status, Usage

MARKS = {Status.ACCEPTED: Mark.ACCEPTED, Status.REJECTED: Mark.REJECTED, Status.OPEN: Mark.OPEN}
STANCE_MARKS = {Stance.HOLDS: Mark.ACCEPTED, Stance.FAILS: Mark.REJECTED, Stance.UNCERTAIN: Mark.OPEN}
STATE_MARKS = {
    RuleState.APPLIES: Mark.ACCEPTED,
    RuleState.FAILS: Mark.REJECTED,
    RuleState.OPEN: Mark.OPEN,
}
TAKEN = {Stance.HOLDS: "Taken to hold", Stance.FAILS: "Taken to fail", Stance.UNCERTAIN: "Left uncertain"}
CARRIED = {
    Kind.STATED: ", as in the essay",
    Kind.HEDGED: ", as in the essay, which says it with a hedge",
    Kind.IMPLIED: "; the essay leaves it unsaid, but its advice needs it",
    Kind.ADDED: "; an analyst's addition, not in the essay",
}
CHOSEN = {
    Stance.HOLDS: "Set to hold here",
    Stance.FAILS: "Set to fail here",
    Stance.UNCERTAIN: "Set to uncertain here",
}
READ = {Stance.HOLDS: "it holds", Stance.FAILS: "it fails", Stance.UNCERTAIN: "it is uncertain"}
DEEPEST = 12


class Tree:
    """Builds the steps of one explanation; a derived statement is unfolded once and then referred to."""

    def __init__(self, trace: Trace, name: str) -> None:
        self._trace = trace
        self._unfolded = {name}

    def arguments(self, arguments: Sequence[Argument], depth: int = 0) -> tuple[Step, ...]:
        """The arguments for a statement, counted: "Ground 2 of 4 applies."."""
        counting = [item for item in arguments if item.usage is not Usage.SWITCHED_OFF]
        off = [item for item in arguments if item.usage is Usage.SWITCHED_OFF]
        noun = "ground" if arguments and arguments[0].rule in self._trace.advising else "argument"
        names = [f"{noun.capitalize()} {number} of {len(counting)}" for number, _ in enumerate(counting, 1)]
        if len(counting) == 1:
            names = [f"The only {noun}"]
        return (
            *(self._argument(item, name, depth) for item, name in zip(counting, names, strict=True)),
            *(self._argument(item, f"An added {noun}", depth) for item in off),
        )

    def objections(
        self, opposing: Sequence[Argument], supporting: Sequence[Argument], depth: int = 0
    ) -> tuple[Step, ...]:
        """The objections to a statement, those that take no part named as such."""
        return tuple(self._objection(item, supporting, depth) for item in opposing)

    def _argument(self, argument: Argument, name: str, depth: int) -> Step:
        rule = self._trace.case.rule_by_id[argument.rule]
        mark = Mark.OPPOSED if argument.beaten_by else STATE_MARKS[argument.state]
        detail = f"{name} {argument_state(self._trace, argument)}."
        return self._inference(argument, rule, mark, detail, depth)

    def _objection(self, argument: Argument, supporting: Sequence[Argument], depth: int) -> Step:
        rule = self._trace.case.rule_by_id[argument.rule]
        mark = Mark.REJECTED if argument.state is RuleState.FAILS else Mark.OPPOSED
        name = "This added objection" if rule.kind is Kind.ADDED else "This objection"
        detail = f"{name} {objection_state(self._trace, argument, supporting)}."
        return self._inference(argument, rule, mark, detail, depth)

    def _inference(self, argument: Argument, rule: Rule, mark: Mark, detail: str, depth: int) -> Step:
        return Step(
            mark=mark if argument.usage is Usage.IN_USE else Mark.OFF,
            heading=rule.because,
            detail=detail,
            citation=citation(rule.paragraphs),
            provenance=Provenance.ADDED if rule.kind is Kind.ADDED else Provenance.DERIVED,
            kind=rule.kind,
            rule=rule.id,
            usage=argument.usage,
            children=()
            if depth and argument.usage is Usage.SWITCHED_OFF
            else self._premises(argument, depth),
        )

    def _premises(self, argument: Argument, depth: int) -> tuple[Step, ...]:
        advises = argument.rule in self._trace.advising
        return tuple(
            self._premise(premise, f"{ROLE_WORDS[premise.role]}: " if advises else "", depth)
            for premise in argument.premises
        )

    def _premise(self, premise: PremiseState, role: str, depth: int) -> Step:
        item = self._trace.case.by_id[premise.statement]
        if isinstance(item, Assumption):
            detail, kind = assumption_detail(self._trace, item), item.kind
            children: tuple[Step, ...] = ()
        else:
            detail, kind = self._derived_detail(item.id, depth), None
            children = self._unfold(item.id, depth + 1)
        return Step(
            mark=MARKS[premise.met],
            heading=f"{role}{premise_heading(item, premise.negated, bool(role))}",
            detail=detail,
            citation=citation(item.paragraphs),
            provenance=provenance(self._trace, item.id),
            kind=kind,
            statement=item.id,
            children=children,
        )

    def _derived_detail(self, name: str, depth: int) -> str:
        detail = derived_state(self._trace, name)
        if name in self._unfolded:
            return f"{detail} See {self._trace.case.by_id[name].code} above."
        return detail if depth < DEEPEST else f"{detail} Select it to read on."

    def _unfold(self, name: str, depth: int) -> tuple[Step, ...]:
        if name in self._unfolded or depth > DEEPEST:
            return ()
        self._unfolded.add(name)
        arguments = self._trace.arguments(name)
        supporting = [item for item in arguments if item.supports]
        opposing = [item for item in arguments if not item.supports]
        return (*self.arguments(supporting, depth), *self.objections(opposing, supporting, depth))


def premise_heading(item: Statement, negated: bool, inside: bool) -> str:
    """What a premise asks for, by code and text; `inside` a line it starts without a capital."""
    if not negated:
        return f"{item.code} {item.text}"
    verb = "fails" if isinstance(item, Assumption) else "does not stand"
    return f"{'that' if inside else 'That'} {item.code} {verb} ({item.text})"


def provenance(trace: Trace, name: str) -> Provenance:
    """Whether a statement is stipulated, uncertain, derived, or an analyst's."""
    item = trace.case.by_id[name]
    if not isinstance(item, Assumption):
        return Provenance.DERIVED
    if item.kind is Kind.ADDED:
        return Provenance.ADDED
    uncertain = trace.snapshot.scenario.stance_of[name] is Stance.UNCERTAIN
    return Provenance.UNCERTAIN if uncertain else Provenance.STIPULATED


def assumption_detail(trace: Trace, item: Assumption) -> str:
    """How the scenario takes an assumption, against how the essay does."""
    stance = trace.snapshot.scenario.stance_of[item.id]
    if stance is item.baseline:
        return f"{TAKEN[stance]}{CARRIED[item.kind]}."
    carried = "" if item.kind is Kind.STATED else f" ({KIND_WORDS[item.kind]})"
    return f"{CHOSEN[stance]}; in the essay {READ[item.baseline]}{carried}."


def derived_state(trace: Trace, name: str) -> str:
    """The state of a finding or recommendation, with where it comes from."""
    status = trace.evaluation.status_of[name]
    advice = name in trace.program.recommendations
    word = VERDICT_WORDS[trace.evaluation.recommendation[name].verdict] if advice else STATUS_WORDS[status]
    if status is Status.OPEN:
        return f"{word}: hangs on {listed(hung_on(trace, [name]), limit=6)}."
    if status is Status.REJECTED:
        reason = trace.reason(name)
        why = because(trace, reason) if reason else ""
        return f"{word}, because {why}." if why else f"{word}."
    supporting = [item for item in trace.arguments(name) if item.supports]
    standing = sum(item.stands for item in supporting)
    counting = sum(item.usage is not Usage.SWITCHED_OFF for item in supporting)
    noun = "ground" if advice else "argument"
    return f"{word}, by {standing} of {counted(counting, noun)}." if counting > 1 else f"{word}."


def argument_state(trace: Trace, argument: Argument) -> str:
    """What became of an argument, as the predicate of a sentence about it."""
    if argument.usage is not Usage.IN_USE:
        return _taking_no_part(argument, "the essay does not make it")
    if argument.state is RuleState.OPEN:
        return _hanging(trace, argument)
    if argument.state is RuleState.FAILS:
        return _lack(trace, argument)
    return "applies, but an objection overrules it" if argument.beaten_by else "applies"


def objection_state(trace: Trace, argument: Argument, supporting: Sequence[Argument]) -> str:
    """What became of an objection, as the predicate of a sentence about it."""
    if argument.usage is not Usage.IN_USE:
        return _taking_no_part(argument, "the essay does not raise it")
    if argument.state is RuleState.OPEN:
        return _hanging(trace, argument)
    if argument.state is RuleState.FAILS:
        why = cause(trace, argument.missing[:1])
        return f"does not apply: {why}" if why else "does not apply"
    beaten = [item for item in supporting if argument.rule in item.beaten_by]
    if not beaten:
        return "applies, but overrules nothing"
    noun = "ground" if beaten[0].rule in trace.advising else "argument"
    return (
        f"applies, and overrules {f'the only {noun}' if len(supporting) == 1 else counted(len(beaten), noun)}"
    )


def _taking_no_part(argument: Argument, off: str) -> str:
    out = f"is switched off, since {off}" if argument.usage is Usage.SWITCHED_OFF else "is set aside here"
    mets = [premise.met for premise in argument.premises]
    subject, are = ("its premises", "are") if len(mets) > 1 else ("its premise", "is")
    if all(met is Status.ACCEPTED for met in mets):
        return f"{out}; {subject} {are} met as things stand"
    if Status.REJECTED in mets:
        return f"{out}; {subject} {are} not met as things stand"
    return f"{out}; {subject} may or may not be met"


def _hanging(trace: Trace, argument: Argument) -> str:
    hanging = [item.statement for item in argument.premises if item.met is Status.OPEN]
    return f"hangs on {listed(hung_on(trace, hanging), limit=6)}"


def _lack(trace: Trace, argument: Argument) -> str:
    missing = argument.missing[:1]
    if not missing:
        return "does not apply"
    lack = f"lacks its {missing[0].role.value}" if argument.rule in trace.advising else "does not apply"
    return f"{lack}: {cause(trace, missing)}"
