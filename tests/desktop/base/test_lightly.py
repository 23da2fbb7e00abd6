"""Qt starts without what PySide keeps for wrong calls, and what is laid aside or made quicker is what it would be."""

import json
import subprocess
import sys

ENUMERATIONS = "tests.desktop.base.enumerations"
START = """
import enum, sys
from desktop.base.lightly import LATER, load
load()
from PySide6.QtCore import QObject, QRect
aside = {name for name in LATER if type(sys.modules[name]).__name__ == "_Aside"}
print(aside == LATER)
def explained():
    try:
        QRect("a", 3, 4)
    except TypeError as error:
        return "left: int, top: int, width: int, height: int" in str(error)
print(explained() and explained())
from PySide6.support.signature import get_signature
print(get_signature(QObject.setObjectName))
import PySide6.support.signature.parser as parser
print(callable(parser.pyside_type_init), type(parser).__name__)
print(enum.EnumType._create_.__module__)
print(any(type(finder).__name__ == "_Finder" for finder in sys.meta_path))
"""


def run(*words: str) -> str:
    return subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True).stdout


def test_a_wrong_call_is_explained_by_what_was_laid_aside() -> None:
    laid_aside, explained, signature, parser, quickly, left = run("-c", START).splitlines()

    assert (laid_aside, explained, left) == ("True", "True", "False")
    assert "name" in signature
    assert (parser, quickly) == ("True module", "desktop.base.lightly")


def test_an_enumeration_that_is_made_quickly_is_the_one_that_python_makes() -> None:
    quickly, as_ever = (json.loads(run("-m", ENUMERATIONS, word)) for word in ("quickly", "as-ever"))

    assert len(as_ever) > 600
    assert quickly == as_ever
