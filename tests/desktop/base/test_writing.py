"""A sentence of ours runs our way, whatever the names in it are written in."""

import pytest
from PySide6.QtCore import Qt

from desktop.base.writing import direction_of

NAME = "صار هاري مواطنًا"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Draw Pyongyang away", Qt.LayoutDirection.LayoutDirectionAuto),
        (NAME, Qt.LayoutDirection.RightToLeft),
        (f"“{NAME}”", Qt.LayoutDirection.RightToLeft),
        (f"{NAME} “NATO”", Qt.LayoutDirection.RightToLeft),
        (f"“{NAME}” holds (and 2 more causes)", Qt.LayoutDirection.LeftToRight),
        (f"Nothing calls for it any more: “{NAME}” holds.", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_a_text_runs_as_what_stands_around_its_names(text: str, direction: Qt.LayoutDirection) -> None:
    assert direction_of(text) is direction
