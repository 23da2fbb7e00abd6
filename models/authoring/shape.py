"""Whether a file has the shape that edits know: what is no list where one belongs is mended by hand first."""

from collections.abc import Mapping
from typing import Any

from models.authoring.document import CaseText
from models.authoring.pieces import SECTIONS
from models.schema.premises import Role
from models.store.slips import TEXTS_WITHOUT_BRACKETS
from models.store.unbracketed import IN_ONE, SEVERAL, UNDER_OF, WITHOUT_BRACKETS, may_be_unbracketed
from models.store.yaml_text import read_yaml

SCHEMAS = (1, 2)
LISTS = (
    *("paragraphs", "argued-by", "challenge", "signposts", "shaping", "hedging"),
    *("one-of", "at-most-one", "aside", *(role.value for role in Role)),
)
_MAPPINGS = ("set", "expect", "sets")


def is_odd(document: CaseText) -> bool:
    """Whether some part of a case is of another kind than all that could be said there."""
    head = document.data
    return (
        head.get("schema") not in SCHEMAS
        or not isinstance(head.get("source", {}), Mapping)
        or not isinstance(head.get("short-walk", []), list)
        or any(
            _is_odd(item.data) or is_unbracketed(item.text)
            for section in SECTIONS
            for item in document.items(section)
        )
    )


def is_unbracketed(text: str) -> bool:
    """Whether a list has no brackets: an edit of it would leave behind what stands after its first comma."""
    if not may_be_unbracketed(text):
        return False
    told = (getattr(one.what, "pattern", "") for one in read_yaml("", text)[1])
    return any(one in (IN_ONE, SEVERAL, TEXTS_WITHOUT_BRACKETS, UNDER_OF, WITHOUT_BRACKETS) for one in told)


def _is_odd(data: Any) -> bool:
    return (
        not isinstance(data, Mapping)
        or any(not isinstance(data.get(key, []), list) for key in LISTS)
        or any(not isinstance(data.get(key, {}), Mapping) for key in _MAPPINGS)
        or any(_is_odd_premise(form) for role in Role for form in data.get(role.value, ()))
    )


def _is_odd_premise(form: Any) -> bool:
    if isinstance(form, str):
        return False
    parts = form.get("any", form.get("of")) if isinstance(form, Mapping) else None
    return not isinstance(parts, list) or not all(isinstance(part, str) for part in parts)
