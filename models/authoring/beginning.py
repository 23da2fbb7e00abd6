"""How a case begins: a new one with nothing in it but its frame, or a copy of one that is left as it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.authoring import edits, names
from models.authoring.document import ORDER, CaseText, opened
from models.authoring.drafting import signs_for
from models.authoring.pieces import SECTIONS
from models.authoring.source import SourceText
from models.authoring.yaml.spans import KEYS

_SAMPLE = 40
"""Paragraphs that tell by their letters in which language a source is."""
_NEW = """\
# A case, made with WhatHolds.
schema: 2
id: {id}
version: "1"
title: {title}
language: {language}
source: {{author: {author}, title: {title}, year: {year}, paragraphs: 1}}

assumptions: []

findings: []

recommendations: []

rules: []
"""


def fresh(
    title: str = "New case", author: str = "Author unknown", language: str = "en", today: date | None = None
) -> CaseText:
    """A case of nothing yet."""
    from models.authoring.yaml.writing import inline

    text = _NEW.format(
        id=names.id_from(title, (), "case"),
        title=inline(title, flow=True),
        author=inline(author, flow=True),
        language=language,
        year=(today or date.today()).year,
    )
    return opened("case.yaml", text)


def duplicate(text: str) -> CaseText:
    """A copy of a case with an id of its own, so that its scenarios are not taken for those of the other."""
    document = opened("case.yaml", text)
    name = f"{document.data.get('id', 'case')}-copy"
    return edits.set_head(document, "id", name)


def written(data: Mapping[str, Any]) -> str:
    """The data of a whole case as a person would write it."""
    from models.authoring.yaml.writing import entry, listed, mapping

    parts = ["# A case, made with WhatHolds."]
    for key in sorted(data, key=ORDER.index):
        value = [_in_order(one) for one in data[key]] if key in SECTIONS else data[key]
        if key in SECTIONS and value:
            small = key in ("models", "tests", "coherence")
            items = [listed(one, 2) if small else f"  - {mapping(one, 4)}" for one in value]
            parts.append(f"{key}:\n" + ("\n" if small else "\n\n").join(items))
        else:
            parts.append(entry(key, value, 0))
    heads = [part for part in parts if "\n  -" not in part]
    return "\n".join(heads) + "\n\n" + "\n\n".join(part for part in parts if part not in heads) + "\n"


def _in_order(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item of a list with its keys in the order in which they stand where nobody has chosen another."""
    return {
        key: item[key] for key in sorted(item, key=lambda key: KEYS.index(key) if key in KEYS else len(KEYS))
    }


def with_source(document: CaseText, source: SourceText) -> CaseText:
    """With as many paragraphs as its source has; a case of nothing yet takes its name and its language from it."""
    found = signs_for("", " ".join(part.text for part in source.paragraphs[:_SAMPLE]))
    begun = any(map(document.items, edits.STATEMENTS))
    if found is not None and not begun:
        document = edits.set_head(document, "language", found.language)
    heading = next((part.text for part in source.paragraphs if not part.number), "")
    if heading and (document.data.get("title") == "New case" or (not begun and _is_unnamed(document))):
        document = edits.set_head(document, "title", heading)
        document = edits.set_head(document, "source", heading, "title")
        document = edits.set_head(document, "id", names.id_from(heading, (), "case"))
    return edits.set_head(document, "source", max(1, source.count), "paragraphs")


def _is_unnamed(document: CaseText) -> bool:
    """Whether nobody has given the case a title yet: its source still has the same."""
    source = document.data.get("source")
    return isinstance(source, Mapping) and source.get("title") == document.data.get("title")


def blank(section: str, new: str, cited: int = 1) -> dict[str, Any]:
    """What a new part says until its author says it: its name and a paragraph, and nothing about the world."""
    blanks: dict[str, dict[str, Any]] = {
        "links": {"paragraphs": [cited]},
        "background": {"paragraphs": [cited]},
        "feedback": {"label": new, "kind": "added", "paragraphs": [cited]},
        "coherence": {},
        "concessions": {"paragraphs": [cited]},
        "models": {"title": new},
    }
    return blanks[section]
