"""Every text of an embedded case is translated in each of its languages, and the translation is the same case."""

import re
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from models.language.messages import languages
from models.schema.case import Case
from models.schema.value import as_plain
from models.store.cases import case_languages, load_embedded, read_case, worked_case_ids

sys.path.append(str(Path(__file__).parents[2] / "packaging"))
import case_texts

REMEDY = "Run packaging/case_texts.py, fill in what is empty beside the case, then run it again."
CITED = re.compile(r"¶[\d–, ]*\d|(?<![A-Za-z])[ARX]\d+")


@pytest.fixture(params=case_texts.translations().items(), ids=lambda item: f"{item[0].parent.name}-{item[1]}")
def translation(request: pytest.FixtureRequest) -> tuple[Path, str]:
    path, language = request.param
    return path, language


@pytest.fixture
def source(translation: tuple[Path, str]) -> str:
    return translation[0].with_name("case.yaml").read_text(encoding="utf-8")


@pytest.fixture
def catalogue(translation: tuple[Path, str]) -> Catalog:
    return case_texts.read(*translation)


@pytest.mark.parametrize("case", worked_case_ids())
def test_every_worked_case_can_be_read_in_every_language(case: str) -> None:
    assert set(case_languages(case)) >= set(languages())


def test_a_translation_has_every_text_of_its_case_as_it_is_now(catalogue: Catalog, source: str) -> None:
    held = {(one.context, one.id) for one in catalogue if one.id}

    assert held == {(item.place, item.text) for item in case_texts.words(source)}, REMEDY


def test_every_text_is_translated(catalogue: Catalog) -> None:
    assert [one.context for one in catalogue if one.id and not one.string] == [], REMEDY


def test_a_translation_cites_what_the_text_cites(catalogue: Catalog) -> None:
    strange = [
        one.context
        for one in catalogue
        if one.id and set(CITED.findall(str(one.id))) != set(CITED.findall(str(one.string)))
    ]

    assert strange == []


def test_the_translated_case_is_what_its_translator_wrote(
    translation: tuple[Path, str], catalogue: Catalog, source: str
) -> None:
    path, language = translation

    written = path.with_suffix(".yaml").read_text(encoding="utf-8")

    assert written == case_texts.in_language(source, catalogue, language), REMEDY


def test_the_translated_case_differs_in_nothing_but_its_texts(translation: tuple[Path, str]) -> None:
    path, language = translation
    original, translated = (
        read_case(path.with_name("case.yaml")).case,
        read_case(path.with_suffix(".yaml")).case,
    )

    assert translated.language == language
    assert wordless(translated) == wordless(original)


def test_files_know_a_translated_case_as_its_original(translation: tuple[Path, str]) -> None:
    path, language = translation
    original, translated = load_embedded(path.parent.name), load_embedded(path.parent.name, language)

    assert translated.edition_hash == original.edition_hash == original.content_hash
    assert translated != original


def wordless(case: Case) -> object:
    """A case without the words that people read."""
    plain = as_plain(case)
    return stripped({**plain, "language": "", "source": {**plain["source"], "kind": ""}})


def stripped(value: object, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: stripped(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [stripped(inner, key) for inner in value]
    return "" if key.replace("_", "-") in case_texts.WORDED else value
