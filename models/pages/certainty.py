"""What every page and the sheet say where not all is exact: a verdict that is not proven is told as open."""

from models.language.words import listed
from models.schema.page import Line, Weight
from models.schema.snapshot import Snapshot

NAMED = 3
NOT_TRACED = "Not exact: so much is uncertain that what is open may depend on less than is named."
LESS = "What is open may depend on less than is named."


def certainty(snapshot: Snapshot) -> tuple[Line, ...]:
    """What is not known of this scenario, in a line; nothing where all is proven."""
    evaluation = snapshot.evaluation
    if evaluation.whole or evaluation.says_nothing:
        return ()
    if evaluation.exact:
        return (Line(text=NOT_TRACED, weight=Weight.SOFT),)
    unknown = frozenset(evaluation.not_known)
    names = [f"“{item.title}”" for item in snapshot.case.recommendations if item.id in unknown]
    if not names and evaluation.not_known:
        told = "Not exact: too much is uncertain to prove every finding. Those not proven are shown as open."
    elif not names:
        told = "Not exact: too much is uncertain to count every argument. Those not proven are shown as open."
    else:
        one = len(names) == 1
        told = (
            f"Not known: too much is uncertain to prove what becomes of {listed(names, limit=NAMED)}. "
            f"{'It is' if one else 'They are'} shown as open, and may hold or fall."
        )
    return (Line(text=f"{told} {LESS}", weight=Weight.SOFT),)
