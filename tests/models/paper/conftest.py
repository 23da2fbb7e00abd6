"""Sheets are set with our typeface alone, whatever fonts the machine has, unless a test says otherwise."""

from collections.abc import Iterator

import pytest

from models.paper import typesetting


@pytest.fixture(autouse=True)
def no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(typesetting, "_system_fonts", tuple)
    typesetting._found.cache_clear()
    yield
    typesetting._found.cache_clear()
