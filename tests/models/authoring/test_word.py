"""A Word file is read as the paragraphs that it shows, and a hostile one is refused."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.authoring.source import read_source
from models.schema.problem import Refused

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(path: Path, xml: str) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return path


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_file_gives_its_paragraphs(tmp_path: Path) -> None:
    body = (
        paragraph("Ice", "Heading1")
        + paragraph("It is cold &amp; dark.")
        + paragraph("")
        + paragraph("So it is.")
    )
    path = word_file(
        tmp_path / "a.docx", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    )

    source = read_source(path)

    assert [(item.number, item.text) for item in source.paragraphs] == [
        (0, "Ice"),
        (1, "It is cold & dark."),
        (2, "So it is."),
    ]


@pytest.mark.parametrize(
    "xml",
    [
        f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{WORD}"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>',
        "<w:document>",
        "x" * 51_000_000,
    ],
    ids=["entities", "no xml", "unfolds without end"],
)
def test_a_hostile_word_file_is_refused(tmp_path: Path, xml: str) -> None:
    with pytest.raises(Refused):
        read_source(word_file(tmp_path / "a.docx", xml))


def test_notes_lists_and_tables_of_a_word_file_are_text_of_their_own(tmp_path: Path) -> None:
    point = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    entry = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Open it</w:t></w:r></w:p>"
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("2019", "40 days"))
    body = f"{paragraph('It is so.').replace('</w:p>', f'{point}</w:p>')}{entry}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    separator = f'<w:footnote w:id="-1">{paragraph("___")}</w:footnote>'
    notes = f'{separator}<w:footnote w:id="2">{paragraph("Measured in 2019.")}</w:footnote>'
    path = word_file(
        tmp_path / "a.docx", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    )
    with ZipFile(path, "a") as archive:
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{WORD}">{notes}</w:footnotes>')

    source = read_source(path)

    assert [(part.number, part.text) for part in source.paragraphs] == [
        (1, "It is so. [1]"),
        (2, "Open it"),
        (3, "2019 | 40 days"),
        (4, "[1] Measured in 2019."),
    ]
