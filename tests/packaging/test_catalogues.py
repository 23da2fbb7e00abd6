"""Every message of the sources is translated into every language, and nothing else stands in a catalogue."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

sys.path.append(str(Path(__file__).parents[2] / "packaging"))
import catalogues

REMEDY = "Run packaging/catalogues.py and fill in what is empty in messages.po, then run it again."
PARTS = re.compile(r"\{(\w+)")


@pytest.fixture(params=sorted(catalogues.LANGUAGES.glob("*/messages.po")), ids=lambda path: path.parent.name)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def catalogue(path: Path) -> Catalog:
    return catalogues.read(path)


def test_a_catalogue_has_every_message_and_no_unused_one(catalogue: Catalog) -> None:
    held = {(one.id, one.context or "") for one in catalogue if one.id}

    assert held == set(catalogues.messages()), REMEDY


def test_every_message_is_translated(catalogue: Catalog) -> None:
    empty = [one.id for one in catalogue if one.id and one.string in ("", ("",), ("", ""))]

    assert empty == [], REMEDY


def test_a_translation_fills_in_nothing_that_the_message_does_not_give(catalogue: Catalog) -> None:
    strange = [
        one.id
        for one in catalogue
        if one.id and not set(PARTS.findall(str(one.string))) <= set(PARTS.findall(str(one.id)))
    ]

    assert strange == []


def test_a_translation_has_a_letter_to_press_where_the_message_has_one(catalogue: Catalog) -> None:
    letters = re.compile(r"&(?=\w)")
    differing = [
        one.id
        for one in catalogue
        if one.id and len(letters.findall(str(one.id))) != len(letters.findall(str(one.string)))
    ]

    assert [text for text in differing if ";" not in str(text)] == []


def test_what_the_application_reads_is_what_the_translator_wrote(
    path: Path, request: pytest.FixtureRequest
) -> None:
    compiled = path.with_suffix(".mo")
    if request.config.getoption("--accept"):
        compiled.write_bytes(catalogues.mo_bytes(path))

    assert compiled.read_bytes() == catalogues.mo_bytes(path), REMEDY
