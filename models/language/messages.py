"""The interface's language: English as it stands in the code, any other from the catalogue in its folder.

A message is found by its English words; one that a catalogue does not have stays English. What no language but
English needs is loaded when another is spoken.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING

from models.language.particles import fill
from models.schema.problem import Phrase, Problem, Severity
from resources import ROOT

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"
PSEUDO = "en-XA"
"""No language: English in brackets and longer, which shows what can be translated and what has no room to grow."""
LANGUAGES = ROOT / "languages"
_LONGER = 0.4
_NOUNS = frozenset({"owner", "kind", "found", "wanted", "what", "noun"})
"""The places of phrases in which a word of ours stands, and nobody else's."""
_spoken = ENGLISH
_meanwhile: ContextVar[str] = ContextVar("_meanwhile", default="")


def languages() -> dict[str, str]:
    """What every language that can be spoken calls itself, by its code."""
    names = sorted(LANGUAGES.glob("*/name.txt"))
    return {name.parent.name: name.read_text(encoding="utf-8").strip() for name in names}


def language_for(wished: str, system: tuple[str, ...]) -> str:
    """The language that was chosen, or the first one of the system that can be spoken."""
    known = languages()
    if wished == PSEUDO or wished in known:
        return wished
    return next((code for tag in system if (code := tag.replace("_", "-").split("-")[0]) in known), ENGLISH)


def terminal_language(environment: Mapping[str, str], wished: str = "") -> str:
    """The language that was chosen, or the first one of a terminal's environment that can be spoken."""
    return language_for(wished, _asked_for(environment))


def _asked_for(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The languages that an environment names, the first before the others; none where it is plain C."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((found for name in names if (found := environment.get(name, ""))), "").partition(".")[0]
    if locale in ("", "C", "POSIX"):
        return ()
    return (*filter(None, environment.get("LANGUAGE", "").split(":")), locale)


def spoken() -> str:
    """The code of the language in force."""
    return _meanwhile.get() or _spoken


def speak(language: str) -> None:
    """Use a language from now on."""
    global _spoken  # one interface speaks one language, and every message needs it
    _spoken = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Another language for a while, in this thread: what is made meanwhile is of one language."""
    before = _meanwhile.set(language)
    try:
        yield
    finally:
        _meanwhile.reset(before)


def message(text: str, context: str = "") -> str:
    """A message in the language in force; the context tells apart what English says alike."""
    return text if spoken() == ENGLISH else translated(text, context) or text


def marked(text: str, _context: str = "") -> str:
    """A message that stands in a table, in English: it is translated where it is shown, in the same context."""
    return text


def told(pattern: str, **words: object) -> str:
    """A sentence whose pattern a translator may order anew, with its words put in."""
    return fill(message(pattern), **words)


def retold(text: str) -> str:
    """What a lower layer says in English, in the language in force."""
    if spoken() == ENGLISH:
        return text
    if not isinstance(text, Phrase):
        return message(text)
    words = {
        name: retold(word) if isinstance(word, Phrase) or (isinstance(word, str) and name in _NOUNS) else word
        for name, word in text.words.items()
    }
    return fill(message(text.pattern, text.context), **words)


def wrong(problem: Problem) -> str:
    """What is wrong, and what to do about it."""
    return f"{retold(problem.what)} {retold(problem.remedy)}".rstrip()


SEVERITIES = {Severity.ERROR: marked("error"), Severity.REMARK: marked("remark")}


def problem_line(problem: Problem) -> str:
    """A problem in a line of its own: where it is, how grave, what is wrong, and what to do about it."""
    place = ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part is not None)
    item = f" [{problem.item}]" if problem.item else ""
    return f"{place}: {message(SEVERITIES[problem.severity])}:{item} {wrong(problem)}"


def plural(one: str, many: str, number: int, **words: object) -> str:
    """A sentence about so many, with what else is said in it; English has two patterns, others have their own."""
    language = spoken()
    if language in (ENGLISH, PSEUDO):
        pattern = message(one if number == 1 else many)
    else:
        pattern = _catalogue(language).ngettext(one, many, number)
    return fill(pattern, number=number, **words)


def translated(text: str, context: str = "") -> str:
    """A message in the language in force, or nothing where it has none."""
    return _translated(spoken(), text, context)


@lru_cache(maxsize=1024)
def spellings(text: str, context: str = "") -> frozenset[str]:
    """A message as every language writes it: what is read back may have been written in another."""
    others = (_translated(language, text, context) for language in languages())
    return frozenset({text, *filter(None, others)})


@lru_cache(maxsize=4096)
def _translated(language: str, text: str, context: str) -> str:
    if not text.strip() or language == ENGLISH:
        return ""
    if language == PSEUDO:
        return lengthened(text)
    catalogue = _catalogue(language)
    found = catalogue.pgettext(context, text) if context else catalogue.gettext(text)
    return "" if found == text else found


def is_foreign(text: str) -> bool:
    """Whether a sentence is written in other letters than the language in force: most of them, or all."""
    hangul = sum("\uac00" <= letter <= "\ud7a3" for letter in text)
    letters = sum(map(str.isalpha, text))
    return not hangul if spoken() == "ko" else 2 * hangul > letters


def lengthened(text: str) -> str:
    """The words as a language writes them that has longer words: "[Save ~~]"."""
    more = max(2, round(len(text) * _LONGER))
    return f"[{text} {' '.join('~' * min(6, more - at) for at in range(0, more, 7))}]"


@lru_cache(maxsize=2)
def _catalogue(language: str) -> "GNUTranslations":
    from gettext import GNUTranslations

    with (LANGUAGES / language / "messages.mo").open("rb") as file:
        return GNUTranslations(file)
