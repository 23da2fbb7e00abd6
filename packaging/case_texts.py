"""Translates embedded cases: gathers a case's texts for its translator, and writes the case in that language.

`case.ko.po` beside a case holds each text under the place where it stands. `python packaging/case_texts.py` after a
text was changed or translated: it brings the .po up to `case.yaml` and writes `case.ko.yaml`, which is the same
case, letter for letter, but for its texts.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from catalogues import po_text

ROOT = Path(__file__).parents[1]
CASES = ROOT / "resources" / "cases"
WORDED = {
    *("title", "label", "short", "text", "because", "reply", "treatment", "addressee", "emphasis", "changes"),
    *("if-fails", "challenge", "signposts", "shaping", "hedging"),
}
"""Keys under which words stand that people read; notes of a case's tests are for its authors."""


class Words(NamedTuple):
    """A text of a case, where it stands among the others, and where in the file."""

    place: str
    text: str
    start: int
    end: int


def words(source: str) -> list[Words]:
    """Every text of a case that is translated, in the order of the file."""
    sys.path[:0] = [str(ROOT)]
    from models.store.yaml_text import composed

    return list(_words(composed("case.yaml", source), (), source))


def _words(node: Any, place: tuple[str, ...], source: str) -> Iterator[Words]:
    match node.id:
        case "mapping":
            for key, inner in node.value:
                if key.value != "tests":
                    yield from _words(inner, (*place, str(key.value)), source)
        case "sequence":
            for number, inner in enumerate(node.value, 1):
                yield from _words(inner, (*place, _name(inner) or str(number)), source)
        case _ if _is_worded(place):
            written = source[node.start_mark.index : node.end_mark.index].rstrip()
            start = node.start_mark.index
            yield Words(".".join(place), " ".join(node.value.split()), start, start + len(written))


def _name(node: Any) -> str:
    """The id of an item of a list, by which it is found wherever it stands."""
    return next((key.value for at, key in node.value if at.value == "id"), "") if node.id == "mapping" else ""


def _is_worded(place: tuple[str, ...]) -> bool:
    """Whether a text is to be read; the title of the source is what was published."""
    if place[0] == "source":
        return place[-1] == "kind"
    return place[-1] in WORDED or (place[-1].isdigit() and place[-2] in WORDED)


def brought_up(catalogue: Catalog, source: str) -> Catalog:
    """The translations with the texts of the case: what still says the same stays, what changed is empty."""
    fresh = Catalog(locale=catalogue.locale, fuzzy=False, header_comment="")
    for item in words(source):
        old = catalogue.get(item.text, item.place)
        fresh.add(item.text, old.string if old else "", context=item.place)
    return fresh


def in_language(source: str, catalogue: Catalog, language: str) -> str:
    """The case with its texts in another language."""
    told, at = [], 0
    for item in words(source):
        found = catalogue.get(item.text, item.place)
        put = found.string if found and found.string else item.text
        told += [source[at : item.start], json.dumps(put, ensure_ascii=False)]
        at = item.end
    return "".join([*told, source[at:]]).replace("\nlanguage: en\n", f"\nlanguage: {language}\n", 1)


def translations() -> dict[Path, str]:
    """The file of each translation with the code of its language."""
    return {path: path.suffixes[-2][1:] for path in sorted(CASES.glob("*/case.*.po"))}


def read(path: Path, language: str) -> Catalog:
    """A translation as its translator left it."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main() -> None:
    """Bring all translations up to their cases, and write the cases in their languages."""
    for path, language in translations().items():
        source = path.with_name("case.yaml").read_text(encoding="utf-8")
        catalogue = brought_up(read(path, language), source)
        path.write_bytes(po_text(catalogue))
        path.with_suffix(".yaml").write_text(in_language(source, catalogue, language), encoding="utf-8")


if __name__ == "__main__":
    main()
