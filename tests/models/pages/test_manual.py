"""The manual: its chapters, their links and pictures, and what is said in the README too."""

import re
from pathlib import Path

import pytest

from models.language.messages import languages, speaking
from models.pages.glossary import FOLDER, Chapter, chapters, chapters_with, terms
from resources import ROOT
from tests.conftest import Match

LINK = re.compile(r"\]\(([^)]+)\)")
README = Path(__file__).parents[3] / "README.md"
SHARED = {
    "70-ninety-minutes.md": "Ninety minutes with WhatHolds",
    "75-verdicts.md": "How a verdict is reached",
}


def section(title: str) -> str:
    """One section of the README as a chapter."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## )", README.read_text(encoding="utf-8"), re.M | re.S)
    assert found is not None
    return f"# {title}\n{found[1].rstrip()}\n".replace("](resources/", "](")


@pytest.mark.parametrize(("name", "title"), SHARED.items())
def test_what_the_readme_says_too_is_said_in_its_words(match_golden: Match, name: str, title: str) -> None:
    match_golden(FOLDER / name, section(title))


def chapters_in(language: str) -> tuple[Chapter, ...]:
    with speaking(language):
        return chapters()


@pytest.mark.parametrize(
    "chapter",
    [chapter for language in languages() for chapter in chapters_in(language)],
    ids=lambda chapter: chapter.name,
)
def test_links_lead_to_chapters_and_pictures_are_there(chapter: Chapter) -> None:
    names = {item.name for item in chapters()}

    for picture, target in re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", chapter.text):
        known = (ROOT / target).is_file() if picture else target.removesuffix(".md") in names
        assert known, f"{chapter.name} points to {target}"


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_chapters_with_their_headings_keys_and_pictures(language: str) -> None:
    def built(chapter: Chapter) -> tuple[object, ...]:
        return (
            chapter.name,
            len(re.findall(r"^#+ ", chapter.text, re.M)),
            len(re.findall(r"^\|", chapter.text, re.M)),
            [link.replace(f"pictures/{language}/", "pictures/") for link in LINK.findall(chapter.text)],
            set(re.findall(r"(?:Ctrl|Alt)\+[A-Z\d](?![a-z])|\bF\d", chapter.text)),
        )

    assert [built(item) for item in chapters_in(language)] == [built(item) for item in chapters()]


def test_every_chapter_has_a_name_and_a_title_of_its_own() -> None:
    for what in ({item.name for item in chapters()}, {item.title for item in chapters()}):
        assert len(what) == len(chapters())


def test_the_glossary_is_a_chapter_with_every_term() -> None:
    (glossary,) = (item for item in chapters() if item.name == "glossary")

    assert all(f"**{term.name}.**" in glossary.text for term in terms())


def test_chapters_are_found_by_their_words_those_with_it_in_the_title_first() -> None:
    assert chapters_with("still holds")[0].name == "what-still-holds"
    assert chapters_with("no such word anywhere in it") == ()
    assert chapters_with("") == chapters()
