"""Blocks as paper takes them: what is too wide is set in parts."""

from models.paper.document import MOST_SLANTED, page_data
from models.schema.page import Column, Page, Row, Table, TextCell

WIDE = 2 * MOST_SLANTED + 5


def test_a_matrix_too_wide_for_a_page_is_parted_with_its_names_beside_each_part() -> None:
    columns = (Column(id="name", title="Recommendation"), *(_slanted(place) for place in range(WIDE)))
    cells = (TextCell(text="Advice"), *(TextCell(text=str(place)) for place in range(WIDE)))
    matrix = Table(
        id="matrix", heading="Matrix", columns=columns, rows=(Row(id="r", cells=cells),), note="As counted."
    )

    parts = page_data(Page(name="depends", title="", blocks=(matrix,)), 500)["blocks"]

    shown = [[cell["text"] for cell in part["rows"][0]["cells"]] for part in parts]
    assert [words[0] for words in shown] == ["Advice"] * 3
    assert [int(text) for words in shown for text in words[1:]] == list(range(WIDE))
    assert max(len(words) - 1 for words in shown) <= MOST_SLANTED
    assert [(part["heading"], part["note"]) for part in parts] == [
        ("Matrix", ""),
        ("", ""),
        ("", "As counted."),
    ]


def _slanted(place: int) -> Column:
    return Column(id=f"a{place}", title=f"A{place}", slanted=True)
