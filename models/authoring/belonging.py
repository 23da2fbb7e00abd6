"""Which model a statement belongs to: in a case with models each has one, in a case without them none has."""

from models.authoring.document import CaseText

STATEMENTS = ("assumptions", "findings", "recommendations")


def model_for(document: CaseText, section: str) -> str | None:
    """The model of a new statement: that of the last in its list, else the first; none where the case has none."""
    models = [str(item.data.get("id")) for item in document.items("models")]
    known = [item.data.get("model") for item in document.items(section) if item.data.get("model") in models]
    return str(known[-1]) if known else models[0] if models else None


def with_model(document: CaseText, name: str) -> CaseText:
    """The first model takes in all statements; a later one begins with none."""
    return document if len(document.items("models")) > 1 else _given(document, name, None)


def without_model(document: CaseText, name: str) -> CaseText:
    """What belongs to a model that goes is given to the first of the others, or to none where it was the last."""
    left = [item.data.get("id") for item in document.items("models") if item.data.get("id") != name]
    return _given(document, str(left[0]) if left else None, name)


def _given(document: CaseText, model: str | None, belonging: str | None) -> CaseText:
    """All that belongs to one model (or to none) given to another (or to none)."""
    for section in STATEMENTS:
        for place, item in enumerate(document.items(section)):
            if item.data.get("model") == belonging:
                document = document.with_value(section, place, "model", model)
    return document
