"""What can be wrong between the parts of a case: names that lead nowhere, duplicates, loops, dead ends.

Works on plain data, half-broken data included, so that a reader of files can report everything at once.
"""

from collections.abc import Mapping
from typing import Any

from models.schema.references.dead_ends import alike, dead_ends, loops, tested
from models.schema.references.names import (
    argued_by,
    duplicates,
    linked,
    other_references,
    paragraphs_cited,
    rule_references,
    unknown_models,
    unseen_letters,
)
from models.schema.references.parts import PREMISE_KEYS, Defect, Known, Parts, Place, premises, suggestion
from models.schema.references.parts import closest as closest

__all__ = ["PREMISE_KEYS", "Defect", "Known", "Place", "closest", "defects", "premises", "suggestion"]


def defects(
    data: Mapping[str, Any], *, all_seen: bool = False, known: Known | None = None
) -> tuple[Defect, ...]:
    """Every defect of a case given as plain data (the keys of `case.yaml`), in reading order.

    Where it is known that `all_seen` is true of its letters, none is looked for that nobody can see. `known` is
    what was made of its rules before, for whoever keeps them.
    """
    parts = Parts(data, known)
    found = [
        *duplicates(parts),
        *(() if all_seen else unseen_letters(parts)),
        *paragraphs_cited(parts),
        *unknown_models(parts),
        *rule_references(parts),
        *other_references(parts),
        *argued_by(parts),
        *linked(parts),
        *loops(parts),
        *dead_ends(parts),
        *alike(parts),
        *tested(parts),
    ]
    return tuple(found)
