"""A group that is not of one mind shows its minority wherever it has a disc, however little room there is."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.base import theme
from desktop.base.theme import Look
from desktop.kit.cells.face import Canvas, Face
from desktop.kit.cells.lane_painting import VOTES, paint
from models.schema.page import Dot, LanesCell
from tests.desktop.kit.tables import invented

ROOMS = {
    "narrow lanes": (4, 700, 37, False),
    "flat rows": (4, 560, 22, False),
    "a crowd": (12, 900, 37, False),
    "a crowd in a large row": (12, 500, 60, True),
    "room for names": (4, 900, 124, True),
}
NEARLY = 36


@pytest.fixture(params=[theme.Scheme.LIGHT, theme.Scheme.DARK])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Look:
    theme.load_fonts()
    return theme.resolve(request.param, 100)


def painted(look: Look, tally: tuple[int, int, int] | None, number: int, box: QRectF, large: bool) -> QImage:
    """So many groups in the first lane, the last of which has voted."""
    votes = [None] * (number - 1) + [tally]
    dots = tuple(
        Dot(letter=str(place), name=f"Group {place}", lane=0, tally=one) for place, one in enumerate(votes)
    )
    paper = QImage(box.size().toSize(), QImage.Format.Format_RGB32)
    paper.fill(look.colour("panel"))
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    cell = LanesCell(lanes=(invented.YES, invented.UNSURE, invented.NO), dots=dots)
    paint(Canvas(painter), box, cell, Face(look, large=large))
    painter.end()
    return paper


def inked(paper: QImage, colour: QColor) -> int:
    """How many pixels are of a colour, or nearly so: edges are softened."""
    return sum(
        _apart(paper.pixelColor(across, down), colour) <= NEARLY
        for across in range(paper.width() // 3)
        for down in range(paper.height())
    )


def _apart(one: QColor, other: QColor) -> int:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())


@pytest.mark.parametrize("room", ROOMS)
def test_each_side_of_a_divided_group_is_seen_at_every_density(look: Look, room: str) -> None:
    number, wide, high, large = ROOMS[room]
    box = QRectF(0, 0, wide, high)

    divided = painted(look, (3, 1, 1), number, box, large)

    assert min(inked(divided, look.colour(tone.value)) for tone in VOTES) >= 4


def test_the_larger_side_has_the_larger_part(look: Look) -> None:
    number, wide, high, large = ROOMS["flat rows"]

    divided = painted(look, (3, 0, 1), number, QRectF(0, 0, wide, high), large)

    holds, unsure, fails = (inked(divided, look.colour(tone.value)) for tone in VOTES)
    assert holds > 2 * fails > 2 * unsure == 0


def test_a_group_of_one_mind_has_a_plain_disc_where_there_is_no_room_for_its_bar(look: Look) -> None:
    number, wide, high, large = ROOMS["flat rows"]
    box = QRectF(0, 0, wide, high)

    of_one_mind, unvoted = (painted(look, tally, number, box, large) for tally in ((4, 0, 0), None))

    assert inked(of_one_mind, look.colour("good")) == inked(unvoted, look.colour("good"))


def test_a_split_vote_has_a_hollow_disc(look: Look) -> None:
    box = QRectF(0, 0, 900, 37)

    split, leaning = (painted(look, tally, 1, box, False) for tally in ((2, 0, 2), (3, 0, 1)))

    assert inked(split, look.colour("brand")) < inked(leaning, look.colour("brand")) / 2
