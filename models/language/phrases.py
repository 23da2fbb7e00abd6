"""The clauses that explanations are made of: which assumptions hold or fail, and what fell with them."""

from collections.abc import Iterable, Sequence

from models.engine.explain import Trace
from models.language.words import listed
from models.schema.case import Role, Stance
from models.schema.explanation import PremiseState, Reason
from models.schema.result import Status

SHOWN = 6


def codes(trace: Trace, names: Iterable[str]) -> list[str]:
    """The codes of statements, each once, in the case's order."""
    wanted = set(names)
    return [item.code for item in trace.case.by_id.values() if item.id in wanted]


def merged(reasons: Iterable[Reason | None]) -> Reason:
    """All that several reasons name, each once."""
    known = [reason for reason in reasons if reason is not None]
    return Reason(
        assumptions=tuple(dict.fromkeys(name for reason in known for name in reason.assumptions)),
        set_aside=tuple(dict.fromkeys(rule for reason in known for rule in reason.set_aside)),
    )


def because(trace: Trace, reason: Reason) -> str:
    """The reason as a clause: "A14 fails while A3 and A10 hold and the inference x is set aside"."""
    stances = listed(_stances(trace, reason, (Stance.FAILS, Stance.HOLDS)), "while")
    return listed(part for part in (stances, inferences(reason.set_aside)) if part)


def inferences(rules: Sequence[str]) -> str:
    """The inferences that are set aside, as a clause; empty if there are none."""
    if len(rules) > 1:
        return f"{len(rules)} inferences are set aside"
    return "".join(f"the inference {rule} is set aside" for rule in rules)


def assuming(trace: Trace, reason: Reason | None) -> str:
    """The stances of a reason as a supposition: "assuming A3 and A20 hold"; empty if there are none."""
    parts = _stances(trace, reason, (Stance.HOLDS, Stance.FAILS)) if reason else []
    return f"assuming {listed(parts)}" if parts else ""


def fate(trace: Trace, names: Sequence[str], stands: bool = False) -> str:
    """What became of derived statements: "F14 is gone", "R2 and F8 are gone", "F8 stands"."""
    one = len(names) == 1
    if stands:
        verb = "stands" if one else "stand"
    elif all(trace.snapshot.baseline.status_of[name] is Status.ACCEPTED for name in names):
        verb = "is gone" if one else "are gone"
    else:
        verb = "does not stand" if one else "do not stand"
    return f"{listed(codes(trace, names), limit=SHOWN)} {verb}"


def derived(trace: Trace, premises: Iterable[PremiseState]) -> list[PremiseState]:
    """The premises that are derived rather than assumed."""
    return [premise for premise in premises if premise.statement in trace.program.supporting]


def roles_met(roles: Iterable[Role]) -> str:
    """The roles that a ground has, all met: "its need and standing are met"."""
    present = set(roles)
    names = [role.value for role in Role if role in present]
    verb = "is met" if len(names) == 1 and Role.MEANS not in present else "are met"
    return f"its {listed(names)} {'are all met' if len(names) > 2 else verb}"


def sentence(text: str) -> str:
    """The clause as a sentence."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _stances(trace: Trace, reason: Reason, order: Sequence[Stance]) -> list[str]:
    chosen = trace.snapshot.scenario.stance_of
    clauses = []
    for stance in order:
        named = codes(trace, (name for name in reason.assumptions if chosen[name] is stance))
        if named:
            verb = stance.value if len(named) == 1 else stance.value[:-1]
            clauses.append(f"{listed(named, limit=SHOWN)} {verb}")
    return clauses
