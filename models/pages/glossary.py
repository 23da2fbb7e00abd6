"""The glossary: what the words of the method and of the application mean, for its dialog, for tips and for paper."""

import tomllib
from functools import lru_cache

from models.schema.value import Answer
from resources import ROOT

LANGUAGE = "en"


class Term(Answer):
    """A word with what it means."""

    name: str
    text: str

    def matches(self, typed: str) -> bool:
        """Whether every word that was typed occurs in it."""
        whole = f"{self.name} {self.text}".casefold()
        return all(word in whole for word in typed.casefold().split())


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """All terms, in the order in which they are met."""
    text = (ROOT / "languages" / LANGUAGE / "glossary.toml").read_text(encoding="utf-8")
    return tuple(Term(name=item["name"], text=item["text"]) for item in tomllib.loads(text)["term"])


def found(typed: str) -> tuple[Term, ...]:
    """The terms that what was typed occurs in; those whose name begins with it come first."""
    wanted = typed.strip().casefold()
    matching = (item for item in terms() if item.matches(wanted))
    return tuple(sorted(matching, key=lambda item: not item.name.casefold().startswith(wanted)))


def meaning(name: str) -> str:
    """What a term means, for a tip; one that is not there raises KeyError."""
    return _meanings()[name]


def explained(name: str) -> str:
    """A term with what it means, as a line on paper: "Signpost: something that can be seen …"."""
    return f"{name}: {meaning(name)}"


@lru_cache(maxsize=1)
def _meanings() -> dict[str, str]:
    return {item.name: item.text for item in terms()}
