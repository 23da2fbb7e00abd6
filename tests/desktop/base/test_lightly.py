"""Qt starts without what PySide keeps for wrong calls, and a wrong call is explained all the same."""

import subprocess
import sys

START = """
import sys
from desktop.base.lightly import LATER, load
load()
from PySide6.QtCore import QObject, QRect
aside = {name for name in LATER if type(sys.modules[name]).__name__ == "_Aside"}
print(aside == LATER)
try:
    QRect("a", 3, 4)
except TypeError as error:
    print("left: int, top: int, width: int, height: int" in str(error))
from PySide6.support.signature import get_signature
print(get_signature(QObject.setObjectName))
import PySide6.support.signature.parser as parser
print(callable(parser.pyside_type_init), type(parser).__name__)
print(any(type(finder).__name__ == "_Finder" for finder in sys.meta_path))
"""


def test_a_wrong_call_is_explained_by_what_was_laid_aside() -> None:
    done = subprocess.run([sys.executable, "-c", START], check=True, capture_output=True, text=True)

    laid_aside, explained, signature, parser, left = done.stdout.splitlines()
    assert (laid_aside, explained, left) == ("True", "True", "False")
    assert "name" in signature
    assert parser == "True module"
