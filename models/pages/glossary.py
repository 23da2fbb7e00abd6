"""What can be looked up: the words of the method and of the application, and the manual, chapters in Markdown."""

import re
import tomllib
from functools import lru_cache

from models.language.messages import ENGLISH, LANGUAGES, PSEUDO, languages, lengthened, message, spoken
from models.schema.value import Answer

MOST = 3
"""So many terms are explained at once."""


FOLDER = LANGUAGES / ENGLISH / "manual"
"""The English one, whose chapters every other language has."""
GLOSSARY = "glossary"


class Term(Answer):
    """A word with what it means."""

    name: str
    text: str
    of: str
    """The name by which it is asked for, which is its English one."""
    forms: tuple[str, ...] = ()
    """How it stands in sentences; by its name alone it is known as well."""

    def matches(self, typed: str) -> bool:
        """Whether every word that was typed occurs in it."""
        whole = f"{self.name} {self.text}".casefold()
        return all(word in whole for word in typed.casefold().split())


def terms() -> tuple[Term, ...]:
    """All terms in the language in force, in the order in which they are met."""
    return _terms(spoken())


@lru_cache(maxsize=2)
def _terms(language: str) -> tuple[Term, ...]:
    folder = LANGUAGES / (language if language in languages() else ENGLISH)
    items = tomllib.loads((folder / "glossary.toml").read_text(encoding="utf-8"))["term"]
    told = lengthened if language == PSEUDO else str
    return tuple(
        Term(
            name=told(item["name"]),
            text=told(item["text"]),
            of=item.get("of", item["name"]),
            forms=tuple(item.get("forms", ())),
        )
        for item in items
    )


def found(typed: str) -> tuple[Term, ...]:
    """The terms that what was typed occurs in; those whose name begins with it come first."""
    wanted = typed.strip().casefold()
    matching = (item for item in terms() if item.matches(wanted))
    return tuple(sorted(matching, key=lambda item: not item.name.casefold().startswith(wanted)))


def meaning(name: str) -> str:
    """What a term means, for a tip; one that is not there raises KeyError."""
    return _term(name).text


def explained(name: str) -> str:
    """A term with what it means, as a line on paper: "Signpost: something that can be seen …"."""
    term = _term(name)
    return f"{term.name}: {term.text}"


def explained_in(text: str) -> str:
    """The terms of art that stand in a text of the window, each with what it means; empty where none does."""
    return "\n".join(f"{term.name}: {term.text}" for term in _terms_in(text, spoken())[:MOST])


@lru_cache(maxsize=4096)
def _terms_in(text: str, language: str) -> tuple[Term, ...]:
    """The terms in the order in which they occur; of those that overlap, the longer."""
    known = _terms(language)
    by_form = {form.casefold(): term for term in known for form in term.forms}
    alone = next((term for term in known if term.name.casefold() == text.strip(" .:").casefold()), None)
    words = _pattern(language).findall(text.casefold()) if by_form else []
    found = [by_form[word] for word in words]
    return tuple(dict.fromkeys([alone, *found] if alone else found))


@lru_cache(maxsize=2)
def _pattern(language: str) -> re.Pattern[str]:
    """Any form of a term; in English as whole words, in other languages before whatever ending they take."""
    forms = sorted(
        (form.casefold() for term in _terms(language) for form in term.forms), key=len, reverse=True
    )
    edge = r"\b" if language == ENGLISH else ""
    return re.compile("|".join(rf"(?<!\w){re.escape(form)}{edge}" for form in forms))


def _term(name: str) -> Term:
    return {item.of: item for item in terms()}[name]


class Chapter(Answer):
    """One chapter: its name in links, its title, and its text in Markdown."""

    name: str
    title: str
    text: str

    def matches(self, typed: str) -> bool:
        """Whether every word that was typed occurs in it."""
        whole = self.text.casefold()
        return all(word in whole for word in typed.casefold().split())


def chapters() -> tuple[Chapter, ...]:
    """All chapters, in the order of their files' numbers; the words come before the last, what is new."""
    language = spoken()
    *first, last = _written(language if language in languages() else ENGLISH)
    return (*first, _glossary(), last)


@lru_cache(maxsize=2)
def _written(language: str) -> tuple[Chapter, ...]:
    paths = sorted((LANGUAGES / language / "manual").glob("*.md"))
    return tuple(_chapter(path.stem, path.read_text(encoding="utf-8")) for path in paths)


def chapters_with(typed: str) -> tuple[Chapter, ...]:
    """The chapters in which what was typed occurs; those that have it in their title come first."""
    wanted = typed.strip().casefold()
    matching = (item for item in chapters() if item.matches(wanted))
    return tuple(sorted(matching, key=lambda item: wanted not in item.title.casefold()))


def _chapter(stem: str, text: str) -> Chapter:
    heading = re.match(r"# (.+)\n", text)
    if heading is None:
        raise ValueError(f"the chapter {stem} of the manual has no heading")
    return Chapter(name=stem.partition("-")[2], title=heading.group(1), text=text)


def _glossary() -> Chapter:
    words = "\n\n".join(f"**{item.name}.** {item.text}" for item in terms())
    title = message("Glossary")
    return Chapter(name=GLOSSARY, title=title, text=f"# {title}\n\n{words}\n")
