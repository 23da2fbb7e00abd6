"""Arguments that say the same: each would be counted as one more, and a reader would look for the difference."""

from collections.abc import Iterator
from typing import Any

from models.schema.problem import pattern, phrase
from models.schema.references.parts import Defect, Parts, name_of

_TOLD = {
    "then": pattern("The rule {name} leads to {target} from the same premises as {other}."),
    "opposes": pattern("The rule {name} opposes {target} from the same premises as {other}."),
}


def alike(parts: Parts) -> Iterator[Defect]:
    """Rules that rest on the same as an earlier one, and conclude or oppose the same."""
    seen: dict[Any, str] = {}
    for place, rule in parts.rules:
        key = next((key for key in _TOLD if isinstance(rule.get(key), str)), "")
        rests_on = parts.rests_on(rule)
        if not key or not rests_on:
            continue
        said = (key, rule[key], rests_on)
        if said in seen:
            what = phrase(_TOLD[key], name=name_of(rule), target=rule[key], other=seen[said])
            remedy = phrase("Keep one of them, or add the premise in which they differ.")
            yield Defect(place, name_of(rule), what, remedy, fatal=False, odd=True)
        seen.setdefault(said, name_of(rule))
