"""The case as a list to write at: its statements by kind, each with its arguments below it, and the rest.

What is typed to name a premise is looked up in it.
"""

from collections.abc import Mapping
from functools import reduce
from typing import Any

from models.authoring.document import CaseText
from models.authoring.edits import STATEMENTS, parts_of
from models.authoring.names import premise_id
from models.schema.premises import Role
from models.schema.problem import pattern, phrase
from models.schema.value import Answer

TITLES = {
    "assumptions": "Assumptions",
    "findings": "Findings",
    "recommendations": "Recommendations",
    "links": "Links between assumptions",
    "background": "Background",
    "feedback": "If advice is ignored",
    "coherence": "Notes on what fits ill",
    "concessions": "What the author concedes",
    "models": "Models",
    "tests": "Tests of the case",
}
ONE = {
    "assumptions": "assumption",
    "findings": "finding",
    "recommendations": "recommendation",
    "links": "link",
    "background": "background fact",
    "feedback": "loop",
    "coherence": "note",
    "concessions": "concession",
    "models": "model",
    "tests": "test",
}
EXPLAINED = {
    "assumptions": "What the source takes to be so in the world. The room asks what follows if one of them fails.",
    "findings": "What follows from assumptions, and carries advice: a step on the way.",
    "recommendations": "What should be done by whom, as the source has it.",
    "links": "What assumptions have to do with each other. What cannot be so together is ruled out.",
    "background": "Facts that nobody disputes: they are printed for the reader and change nothing.",
    "feedback": "What changes, step by step, while advice is not followed. It is run under “What do we watch?”.",
    "coherence": "What would be odd if it were so together. It is remarked on and changes nothing.",
    "concessions": "What the author concedes to the other side, and how the case treats it.",
    "models": "Parts of the case, each with a board of its own. The first one takes in all statements.",
    "tests": "What the case should come to: try a stance (Space in the list), say what should follow, keep it.",
}
"""What each list is for, in a sentence or two for whoever sees it first."""
CASE = "case"
"""The row of what the case says about itself."""


ROLES = {"if": "If", "need": "Why act", "means": "Can it work", "standing": "Is it ours to do"}
"""What the premises of each role are called where they are typed."""
KEY = "premise:"
"""What the role follows in the key of the field in which a premise is named."""
UNNAMED = pattern("“{words}” is no premise yet: type a code, or words that only one statement has.")


class Row(Answer):
    """A line: a heading without a place, an item, or an argument below what it is for."""

    section: str
    place: int = -1
    name: str = ""
    code: str = ""
    text: str
    under: str = ""
    against: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """What it shows: a list and the place in it."""
        return self.section, self.place


def rows(document: CaseText) -> tuple[Row, ...]:
    """All lines in their order; lists that are empty keep their heading, so that something can be added."""
    found = [Row(section=CASE, text=phrase("The case and its source"))]
    arguments = _arguments(document)
    for section, title in TITLES.items():
        found.append(
            Row(
                section=section,
                text=phrase("{title} ({number})", title=phrase(title), number=len(document.items(section))),
            )
        )
        for place, item in enumerate(document.items(section)):
            data = item.data if isinstance(item.data, Mapping) else {}
            name, code = str(data.get("id", "")), str(data.get("code", ""))
            code = code or (name if section == "background" else "")
            found.append(
                Row(section=section, place=place, name=name, code=code, text=title_of(section, data))
            )
            if section in ("findings", "recommendations"):
                found += arguments.pop(name, ())
    return (*found, *(row for loose in arguments.values() for row in loose))


def title_of(section: str, data: Mapping[str, Any]) -> str:
    """What an item is called in a list."""
    if section == "tests":
        told = ", ".join(f"{code} {stance}" for code, stance in (data.get("set") or {}).items())
        return str(data.get("note") or told) or phrase("As the source has it")
    keys = (
        "label",
        "title",
        "text",
        "because",
        *(("id",) if section in ("rules", "models", "tests") else ()),
    )
    return str(next((data[key] for key in keys if data.get(key)), phrase("Says nothing yet")))


def code_of(document: CaseText, name: str) -> str:
    """The code of a statement, else its id."""
    return codes_of(document).get(name, name)


def codes_of(document: CaseText) -> dict[str, str]:
    """The codes of all statements, under their ids."""
    items = (item.data for section in STATEMENTS for item in document.items(section))
    return {str(data.get("id")): str(data.get("code", data.get("id"))) for data in items}


def named(document: CaseText) -> list[str]:
    """All statements, each by its code and its name."""
    return [
        f"{item.data.get('code', '')}  {title_of(section, item.data)}"
        for section in STATEMENTS
        for item in document.items(section)
    ]


def _arguments(document: CaseText) -> dict[str, list[Row]]:
    """The lines of arguments and objections, under what they are about."""
    codes = codes_of(document)
    found: dict[str, list[Row]] = {}
    known = _sentences(codes)
    for place, item in enumerate(document.items("rules")):
        against = bool(item.data.get("opposes"))
        target, name = (
            str(item.data.get("then") or item.data.get("opposes") or ""),
            str(item.data.get("id", "")),
        )
        rests = known.get(item.text) or _sentence(codes, item.data)
        known[item.text] = rests
        text = phrase("but if {premises}" if against else "if {premises}", premises=rests)
        row = Row(section="rules", place=place, name=name, text=text, under=target, against=against)
        found.setdefault(target, []).append(row)
    return found


_told: list[tuple[dict[str, str], dict[str, str]]] = []
"""The codes that were told last, and the sentence of each argument's text by them."""


def _sentences(codes: dict[str, str]) -> dict[str, str]:
    if not _told or _told[0][0] != codes:
        _told[:] = [(codes, {})]
    return _told[0][1]


def _sentence(codes: Mapping[str, str], data: Mapping[str, Any]) -> str:
    """An argument in short: what it rests on, by codes."""
    asked = []
    for role in Role:
        for form in data.get(role.value) or ():
            parts = [_short(codes, part) for part in parts_of(form)]
            least = form.get("at-least") if isinstance(form, Mapping) else None
            if least is None:
                joined = reduce(_or, parts) if parts else ""
            else:
                joined = phrase("{least} of {parts}", least=least, parts=", ".join(parts))
            asked.append(joined if len(parts) < 2 else phrase("({premises})", premises=joined))
    return reduce(_and, asked) if asked else "…"


def _or(first: str, last: str) -> str:
    return phrase("{first} or {last}", first=first, last=last)


def _and(first: str, last: str) -> str:
    return phrase("{first} and {last}", first=first, last=last)


def _short(codes: Mapping[str, str], text: str) -> str:
    code = codes.get(premise_id(text), premise_id(text))
    return phrase("not {code}", code=code) if text.startswith("not ") else code


def offered(document: CaseText, rule: str) -> dict[str, str]:
    """The statements that an argument can rest on, each by its code and its name."""
    data = document.get("rules", rule)
    target = str(data.get("then") or data.get("opposes") or "")
    return {name: words for name, words in statements(document).items() if name != target}


def statements(document: CaseText) -> dict[str, str]:
    """All statements by their ids, each by its code and its name."""
    return {
        str(item.data.get("id")): f"{item.data.get('code', '')}  {title_of(section, item.data)}"
        for section in STATEMENTS
        for item in document.items(section)
    }


def wanted(text: str) -> tuple[str, bool]:
    """The words that are looked for, and whether their contrary is meant."""
    words = text.strip().casefold()
    return words.removeprefix("not "), words.startswith("not ")


def all_found(words: str, names: Mapping[str, str]) -> list[str]:
    """The statement of this id, name or code, else all that have the words."""
    known = {name: told.casefold() for name, told in names.items() if words}
    whole = [name for name, told in known.items() if words in (name, told, told.partition("  ")[0])]
    return whole[:1] or [name for name, told in known.items() if words in told]


def is_unnamed(text: str, names: Mapping[str, str]) -> bool:
    """Whether something is typed that names no statement, or several."""
    return bool(text.strip()) and len(all_found(wanted(text)[0], names)) != 1
