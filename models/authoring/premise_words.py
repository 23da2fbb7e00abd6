"""What is typed to name a premise, and the statements that it may mean."""

from collections.abc import Mapping

from models.authoring.document import CaseText
from models.authoring.edits import STATEMENTS
from models.authoring.outline import title_of
from models.schema.problem import pattern

ROLES = {"if": "If", "need": "Why act", "means": "Can it work", "standing": "Is it ours to do"}
"""What the premises of each role are called where they are typed."""
KEY = "premise:"
"""What the role follows in the key of the field in which a premise is named."""
UNNAMED = pattern("“{words}” is no premise yet: type a code, or words that only one statement has.")


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
