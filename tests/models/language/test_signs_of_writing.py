"""One kind of apostrophe, quotation mark and ellipsis in everything that the code says to people."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SPEAKING = (
    "models/language",
    "models/pages",
    "models/paper",
    "models/cli",
    "models/charts",
    "models/export",
    "models/store",
    "models/schema",
    "models/engine",
    "models/analyses",
    "desktop",
)
STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]|[^\W\d_]s' |[a-z]\.\.\.|\w -- \w")
FILES = [file for folder in SPEAKING for file in sorted((ROOT / folder).rglob("*.py"))]


def said(file: Path) -> Iterator[str]:
    """Every string of a module that is no docstring."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_apostrophes_are_curly_and_ellipses_one_sign(file: Path) -> None:
    assert not [text for text in said(file) if STRAIGHT.search(text)]


@pytest.mark.parametrize("file", sorted((ROOT / "resources").rglob("*.toml")), ids=lambda file: file.name)
def test_texts_that_ship_are_written_alike(file: Path) -> None:
    words = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    assert not [line for line in words if STRAIGHT.search(line)]
