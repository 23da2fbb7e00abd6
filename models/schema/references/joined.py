"""Several names in one text where a choice or a link has room for one: what was meant, said in another way.

Works on plain data, as `references` does.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from models.schema.premises import contrary
from models.schema.problem import pattern, phrase
from models.schema.references.slips import doubt, joined, meant

FINDING = pattern("Make a finding of it, with an argument of its own, and name that here.")
CANNOT = pattern(
    "A link cannot say this, as each entry is one assumption. Say it in several links of the form: if these hold, "
    "then that."
)
_ANY_OR_BESIDES = pattern(
    "If any one of them is enough, write a link for each of them alone, with the same `then`. If the commas part what "
    "is needed, write a link for each, with the same `then`: {links}."
)
_ONE_OR_BESIDES = pattern(
    "No choice can stand here. If any one of them is enough, write one for each of them alone, otherwise alike. If the "
    "commas part what is needed, write one for each, otherwise alike, with {forms}."
)
_ENTRIES = ("", "or", ",", ", or")
"""How the entries of an `any` may be joined, so that they are entries of their own as well."""


def in_choice(
    text: str, key: str, entries: Iterable[Any], codes: Mapping[str, str], known: Collection[str]
) -> str:
    """The remedy for several names in an entry of a choice; nothing where it has not several."""
    remedy = getattr(meant(text, codes, dict.fromkeys(known)), "words", {})
    how, ids = joined(text, codes)
    several = len(ids) > 1 and all(name.removeprefix("not ") in known for name in ids)
    if not several:
        return phrase(FINDING) if "told" in remedy else ""
    flat = [joined(entry, codes) if isinstance(entry, str) else ("and", []) for entry in entries]
    if key == "any" and how in _ENTRIES and all(one in _ENTRIES for one, _ in flat):
        names = dict.fromkeys(name for _, part in flat for name in part)
        return phrase("Write {{any: [{ids}]}}.", ids=", ".join(names))
    return phrase(FINDING)


def in_link(
    text: str, key: str, link: Mapping[str, Any], codes: Mapping[str, str], known: Collection[str]
) -> str:
    """The remedy for several names where a link has room for one; nothing where there are not several."""
    how, ids = joined(text, codes)
    if len(ids) < 2 or any(name.removeprefix("not ") not in known for name in ids):
        return ""
    if key == "then" and how in ("and", ","):
        return links_to(ids)
    if (key == "if" and how in ("and", ",")) or how == ",":
        return phrase("Write each as an entry of its own: {ids}.", ids=", ".join(ids))
    given = link.get("if")
    if how != "or" or not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        return phrase(CANNOT)
    if key == "if":
        if doubt(", ".join(given), codes, known):
            return phrase(_ANY_OR_BESIDES, links=_each_with(text, ids, given))
        links = _each_with(text, ids, given)
        return phrase("Write a link for each, with the same `then`: {links}.", links=links)
    if key == "then":
        told = ", ".join((*given, *map(contrary, ids[:-1])))
        return phrase("Write if: [{told}], then: {name}.", told=told, name=ids[-1])
    return phrase(CANNOT)


def among_findings(text: str, codes: Mapping[str, str], known: Collection[str]) -> str:
    """The remedy for several findings in one entry of `argued-by`, where any one is enough."""
    how, ids = joined(text, codes)
    if len(ids) < 2 or any(name not in known for name in ids):
        return ""
    if how not in _ENTRIES:
        return phrase(FINDING)
    return phrase("Write each as an entry of its own: {ids}.", ids=", ".join(ids))


def without_choice(
    text: str, item: Mapping[str, Any], codes: Mapping[str, str], known: Collection[str]
) -> str:
    """The remedy for names joined by an “or” where no choice can stand; nothing where they are not so joined."""
    how, ids = joined(text, codes)
    given = item.get("if")
    if how != "or" or any(name.removeprefix("not ") not in known for name in ids):
        return ""
    listed = given if isinstance(given, list) and all(isinstance(one, str) for one in given) else [text]
    forms = _each_with(text, ids, listed)
    if doubt(", ".join(listed), codes, known):
        return phrase(_ONE_OR_BESIDES, forms=forms)
    return phrase("No choice can stand here: write one for each, otherwise alike, with {forms}.", forms=forms)


def _each_with(text: str, names: Iterable[str], given: Iterable[str]) -> str:
    """What stands under `if` for each of several names in the place of the text that joins them."""
    lists = (", ".join(name if one == text else one for one in given) for name in names)
    return " and ".join(f"`if: [{form}]`" for form in lists)


def links_to(names: Iterable[Any]) -> str:
    """The remedy for a link that leads to several assumptions."""
    links = " and ".join(f"`then: {name}`" for name in names if isinstance(name, str))
    return phrase("Write a link for each, with the same `if`: {links}.", links=links)
