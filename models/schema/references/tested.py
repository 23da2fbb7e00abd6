"""What the tests of a case name that is not there, or that a test can neither set nor expect."""

from collections.abc import Iterator, Mapping
from typing import Any

from models.schema.problem import phrase
from models.schema.references.parts import Defect, Parts, Place, kind_of, name_of, unknown


def tested(parts: Parts) -> Iterator[Defect]:
    """What tests name that is not there."""
    rules = [name_of(rule) for _, rule in parts.rules]
    for place, test in parts.items("tests"):
        for key, known, what in (
            ("set", parts.assumptions, "assumption"),
            ("expect", parts.recommendations, "recommendation"),
        ):
            names = [*known, *known.values()]
            entries = test.get(key)
            for name in entries if isinstance(entries, Mapping) else ():
                if name not in names:
                    yield _tested_amiss(parts, (*place, key, name), test, what, str(name), names)
        aside = test.get("aside")
        for index, name in enumerate(aside if isinstance(aside, list | tuple) else ()):
            if name not in rules:
                yield unknown(parts, (*place, "aside", index), test, "rule", str(name), rules, fatal=False)


def _tested_amiss(
    parts: Parts, place: Place, test: Mapping[str, Any], what: str, name: str, names: list[str]
) -> Defect:
    """What a test sets or expects and cannot: another kind of statement, or none."""
    found = parts.codes.get(name, name)
    if found not in parts.statements:
        return unknown(parts, place, test, what, name, names, fatal=False)
    told = phrase("{name} is {kind}: a test cannot set it.", name=name, kind=kind_of(parts, found))
    remedy = phrase("Set assumptions that it depends on; what becomes of advice stands under `expect`.")
    if what != "assumption":
        told = phrase(
            "{name} is {kind}: a test expects verdicts of advice alone.",
            name=name,
            kind=kind_of(parts, found),
        )
        remedy = phrase("Expect what becomes of a recommendation; assumptions stand under `set`.")
    return Defect(place, name_of(test), told, remedy, fatal=False)
