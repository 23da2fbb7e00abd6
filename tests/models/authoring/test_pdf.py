"""A PDF is read as paragraphs, whatever its lines, pages and columns cut."""

from pathlib import Path

import pytest

from models.authoring.source import read_source


def test_a_pdf_gives_its_paragraphs(tmp_path: Path) -> None:
    import typst

    text = "#set page(width: 12cm)\n" + "\n\n".join(
        f"Paragraph {n} says this. " + "It goes on for a while, as they do. " * 6 + "So it is."
        for n in (1, 2, 3)
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(text.encode()))

    source = read_source(path)

    assert source.count == 3
    assert source.paragraph(2).startswith("Paragraph 2 says this.")


def test_a_pdf_is_read_without_its_page_numbers_joined_letters_and_breaks(tmp_path: Path) -> None:
    import typst

    text = '#set page(width: 12cm, height: 5cm, numbering: "1")\n' + "\n\n".join(
        f"Paragraph {n} says this of the office. " + "It affords five fine offers, as they do. " * 6
        for n in (1, 2, 3)
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(text.encode()))

    source = read_source(path)

    assert source.count == len(source.paragraphs) == 3
    assert "office. It affords five fine offers, as they do. It affords" in source.paragraph(2)


@pytest.mark.parametrize("between", ["\t", " "])
def test_lines_of_a_pdf_are_joined_whatever_stands_between_their_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, between: str
) -> None:
    import pypdf
    import typst

    lines = (
        "Night workers depend on the buses that",
        "run.",
        "Let the council keep the buses and the",
        "tram.",
    )
    page = "\n".join(line.replace(" ", between) for line in lines)
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(b"Any"))
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda _: page)

    assert [part.text for part in read_source(path).paragraphs] == [
        "Night workers depend on the buses that run.",
        "Let the council keep the buses and the tram.",
    ]


def test_a_pdf_with_two_columns_gives_its_paragraphs_in_the_order_of_reading(tmp_path: Path) -> None:
    import typst

    told = "However, the old ferry runs late. Nevertheless it stays. Undertakings outlast recommendations. "
    head = "This says over both of the columns, in lines that are twice as long as theirs, what the paper is about: "
    head += "ferries and bridges, and how a town may choose between the two of them."
    text = (
        '#set page(columns: 2, width: 18cm, height: 20cm)\n#set text(lang: "en")\n#set par(justify: true)\n'
    )
    text += f'#place(top, scope: "parent", float: true)[{head}]\n'
    parts = (f"Paragraph {n} opens here. {told * 5}End {n}." for n in range(1, 7))
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile((text + "\n\n".join(parts)).encode()))

    said = [part.text for part in read_source(path).paragraphs]

    assert [one[:12] for one in said[1:]] == [f"Paragraph {n} " for n in range(1, 7)]
    assert [one[-2:] for one in said[1:]] == [f"{n}." for n in range(1, 7)]
    assert told.strip() in said[1]
