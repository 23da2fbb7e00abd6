"""An enumeration of Qt's is made when something is asked of it, and answers as if it had always been there."""

import subprocess
import sys

import pytest

FACTS = """
import enum
import sys

if "later" in sys.argv:
    from desktop.base.enumerations import put_off
    put_off()
items = [("NONE", 0), ("ONE", 1), ("TWO", 2), ("FOUR", 4), ("ALIAS", 1)]
question = sys.argv[1]
for base in (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag):
    kind = base("Kind", items, boundary=enum.KEEP)
    kind.__module__, kind.__qualname__ = "there", "There.Kind"
    if "later" in sys.argv:
        print(type(kind).__name__, file=sys.stderr)
    print(eval(question))
    one = kind.ONE
    print(type(kind), one.__class__ is kind, kind.ALIAS is one, repr(one), one.__module__, dir(kind))
    print(base in (enum.Enum, enum.IntEnum) or [kind.ONE | kind.TWO, ~kind.ONE, kind.ONE in kind(3), kind(64)])
"""


@pytest.mark.parametrize(
    "question",
    [
        "kind.ONE",
        "kind(2)",
        "kind['TWO']",
        "list(kind)",
        "list(reversed(kind))",
        "len(kind)",
        "isinstance(kind, enum.EnumType) and kind.ONE in kind",
        "dir(kind)",
        "repr(kind)",
        "dict(kind.__members__)",
        "hasattr(kind, 'THREE') or hasattr(kind, '__three__')",
        "issubclass(kind, base) and bool(kind)",
        "base('Another', 'FIRST SECOND').FIRST",
    ],
)
def test_the_first_question_is_answered_as_by_an_enumeration_that_was_always_there(question: str) -> None:
    always, later = (
        subprocess.run(
            [sys.executable, "-c", FACTS, question, when], capture_output=True, text=True, check=True
        )
        for when in ("always", "later")
    )

    assert later.stdout == always.stdout
    assert later.stderr.split() == ["_Bare"] * 4


def test_what_qt_gives_and_takes_is_a_member_like_any_other() -> None:
    program = """
from desktop.base.lightly import load
load()
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
print(type(Qt.AlignmentFlag).__name__)
application = QApplication([])
label = QLabel("x")
label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
print(label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, type(Qt.AlignmentFlag).__name__)
print(label.focusPolicy() is Qt.FocusPolicy.NoFocus, Qt.Key(0x1234567).value == 0x1234567)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["_Bare", "True", "EnumType", "True", "True"]
