"""Premises of a file that say plainly what was meant in another way than a case has it: codes, and words joined."""

import re
from collections.abc import Mapping
from typing import Any

from models.authoring.belonging import STATEMENTS
from models.authoring.document import CaseText
from models.authoring.names import premise_id
from models.schema.premises import Role

_JOIN = re.compile(r"\s+(or|and)\s+")


def put_right(document: CaseText, section: str, place: int) -> CaseText:
    """An argument with its premises by their ids, those joined by “or” as a choice; what is in doubt stays."""
    if section != "rules" or not 0 <= place < len(document.items(section)):
        return document
    ids = {
        str(item.data.get(key)): str(item.data.get("id"))
        for key in ("code", "id")
        for kind in STATEMENTS
        for item in document.items(kind)
    }
    rule, after = document.items(section)[place].data, document
    for role in Role:
        forms = rule.get(role.value) or ()
        right = [part for form in forms for part in (_meant(form, ids) if isinstance(form, str) else (form,))]
        if right != list(forms):
            after = after.with_value(section, place, role.value, right)
    return after


def _meant(text: str, ids: Mapping[str, str]) -> list[Any]:
    words = _JOIN.split(text)
    named, joins = [_by_id(word, ids) for word in words[::2]], set(words[1::2])
    if len(joins) > 1 or not all(named):
        return [text]
    return [{"any": named}] if joins == {"or"} else named


def _by_id(text: str, ids: Mapping[str, str]) -> str:
    name = premise_id(text)
    return f"{'not ' if name != text else ''}{ids[name]}" if name in ids else ""
