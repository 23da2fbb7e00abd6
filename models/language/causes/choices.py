"""What a choice among premises asks for, and of which of them too few can be so together."""

from collections.abc import Iterable, Iterator

from models.engine.explain import Trace
from models.language.messages import told
from models.language.naming import quoted
from models.language.words import listed, spelled
from models.schema.explanation import PremiseState


def wanted(trace: Trace, premise: PremiseState) -> str:
    """What a premise asks for, by its name."""
    name = quoted(trace.case.by_id[premise.statement].title)
    return told("not {name}", name=name) if premise.negated else name


def too_few(trace: Trace, missing: Iterable[PremiseState]) -> Iterator[str]:
    """That too few of the others can be so in each choice with a premise that is missing."""
    for premise in missing:
        if premise.others:
            others = sorted(premise.others, key=lambda item: item.negated)
            names, number = listed(wanted(trace, item) for item in others), spelled(premise.least - 1)
            yield told("at most {number} of {names} can be so", number=number, names=names)
