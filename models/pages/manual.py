"""The manual: chapters in Markdown that come with the application, and what of them has certain words in it.

The glossary is its last chapter but one, made from the same terms as the tips.
"""

import re
from functools import lru_cache

from models.language.messages import ENGLISH, LANGUAGES, languages, message, spoken
from models.pages.glossary import terms
from models.schema.value import Answer

FOLDER = LANGUAGES / ENGLISH / "manual"
"""The English one, whose chapters every other language has."""
GLOSSARY = "glossary"


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
