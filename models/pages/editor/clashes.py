"""What both sides changed, in words: of what part of the case, and what each side says."""

from typing import Any

from models.authoring.document import CaseText
from models.authoring.form import FIELDS, Entering, FieldOf, shown
from models.authoring.merging import Clash
from models.authoring.names import STATEMENTS
from models.authoring.outline import CASE
from models.language.messages import marked, message, told
from models.schema.premises import Role
from models.schema.value import Answer


class Question(Answer):
    """What is asked: of what, and what ours and theirs say."""

    about: str
    ours: str
    theirs: str


def question(document: CaseText, clash: Clash) -> Question:
    """A clash as it is asked; `document` is the merged one, for the names of things."""
    gone = message("It is taken out.")
    about = _title(document, clash)
    if clash.key:
        field = _field(clash)
        about = told("{part}: {field}", part=about, field=message(field.label)) if field.label else about
        codes = {str(item["id"]): str(item.get("code", "")) for item in _statements(document)}
        ours, theirs = (_value(field, value, codes) for value in (clash.ours, clash.theirs))
    else:
        ours, theirs = (_text(value) if value is not None else gone for value in (clash.ours, clash.theirs))
    return Question(about=about, ours=ours, theirs=theirs)


def _field(clash: Clash) -> FieldOf:
    key = clash.key.rpartition(".")[2]
    if clash.section == "rules" and key in list(Role):
        return FieldOf(key, marked("What it rests on"), Entering.NAMES)
    fields = FIELDS.get(clash.section or CASE, ())
    return next((one for one in fields if one.key in (key, clash.key)), FieldOf(key, ""))


def _value(field: FieldOf, value: Any, codes: dict[str, str]) -> str:
    if value in (None, "", []):
        return message("Nothing stands there.")
    try:
        return shown(field, {field.key: value}, codes)
    except (AttributeError, TypeError):  # it was written by hand, and in another form
        return str(value)


def _title(document: CaseText, clash: Clash) -> str:
    if not clash.section:
        return message("The case itself")
    data = clash.ours or clash.theirs or {}
    if clash.key:
        data = next(
            (one.data for one in document.items(clash.section) if one.data.get("id") == clash.name), {}
        )
    target = data.get("then") or data.get("opposes")
    if clash.section == "rules" and target:
        names = {str(item["id"]): _text(item) for item in _statements(document)}
        name = names.get(str(target), str(target))
        if data.get("opposes"):
            return told("The objection to “{name}”", name=name)
        return told("The argument for “{name}”", name=name)
    return f"“{_text(data)}”"


def _text(data: Any) -> str:
    for key in ("label", "text", "title", "because", "note", "id"):
        if isinstance(data, dict) and data.get(key):
            return str(data[key])
    return str(data)


def _statements(document: CaseText) -> list[dict[str, Any]]:
    return [item.data for section in STATEMENTS for item in document.items(section) if "id" in item.data]
