"""The board in the product's own typeface."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.base import theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    yield
    theme.wear(qapp, theme.resolve(theme.Scheme.LIGHT, 100))
