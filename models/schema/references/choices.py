"""What is wrong or odd about the choices among premises: too few to choose from, doubled, or one within another."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from models.schema.problem import phrase
from models.schema.references.joined import FINDING
from models.schema.references.parts import CHOICE_KEYS, Defect, Parts, Place, listed_in, name_of
from models.schema.references.slips import with_id


def choices_among(parts: Parts, place: Place, rule: Mapping[str, Any]) -> Iterator[Defect]:
    """What is odd about the choices among a rule's premises."""
    for inner, form in parts.choices(rule):
        entries = [pair for key in CHOICE_KEYS for pair in listed_in(form, key, ())]
        texts = [text for _, text in entries if isinstance(text, str)]
        least = form.get("at-least", 1)
        if len(texts) < len(entries):
            yield from _within_choices(parts, (*place, *inner), rule, form, entries)
            continue
        if isinstance(least, int) and least > len(texts) > 0:
            what = phrase(
                "At least {least} are asked for, but only {number} are listed, so this can never apply.",
                least=least,
                number=len(texts),
            )
            yield Defect(
                (*place, *inner), name_of(rule), what, phrase("Lower the number, or list more."), fatal=False
            )
        elif least == len(texts) and not isinstance(least, bool):
            what = phrase("All of what is listed here must be met, so this is no choice.")
            remedy = phrase("Write them as premises of their own.")
            yield Defect((*place, *inner), name_of(rule), what, remedy, fatal=False, odd=True)
        for text, count in Counter(texts).items():
            if count > 1:
                what = phrase(
                    "The premise {text} is given {count} times in one choice, and counts as often.",
                    text=text,
                    count=count,
                )
                yield Defect(
                    (*place, *inner), name_of(rule), what, phrase("Keep one."), fatal=False, odd=True
                )


def _within_choices(
    parts: Parts,
    place: Place,
    rule: Mapping[str, Any],
    form: Mapping[str, Any],
    entries: list[tuple[Place, Any]],
) -> Iterator[Defect]:
    """Entries of a choice that are no statements, and how to say what they mean."""
    for inner, entry in entries:
        if isinstance(entry, str) or entry is None:
            continue
        what = phrase("A choice names statements: {given} cannot stand in it.", given=_said(entry))
        yield Defect((*place, *inner), name_of(rule), what, _without_choice(parts, form, entry, entries))


def _said(entry: Any) -> str:
    if isinstance(entry, Mapping):
        return phrase("another choice") if {*entry} & {"any", "of"} else phrase("a mapping")
    return phrase("a list") if isinstance(entry, list) else str(entry)


def _without_choice(
    parts: Parts, form: Mapping[str, Any], entry: Any, entries: list[tuple[Place, Any]]
) -> str:
    denied = entry.get("not") if isinstance(entry, Mapping) and len(entry) == 1 else None
    if isinstance(denied, str):
        return phrase("Write `not {value}`, without a colon.", value=parts.codes.get(denied, denied))
    flat = [
        text
        for _, one in entries
        for text in (one["any"] if isinstance(one, Mapping) and isinstance(one.get("any"), list) else [one])
    ]
    if "any" in form and all(isinstance(text, str) for text in flat):
        return phrase("Write {{any: [{ids}]}}.", ids=", ".join(with_id(text, parts.codes) for text in flat))
    return phrase(FINDING)
