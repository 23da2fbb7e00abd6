"""Takes the README's pictures anew: the real window, offscreen, in the states that the README speaks of.

Run with `python -m tests.pictures`, and once more with the code of each other language, for its manual; look at each
before it is committed.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from models.language.messages import ENGLISH, told
from models.schema.action import Action, look
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.schema.view import PageName, Picture
from models.schema.workshop import Workshop
from resources import ROOT
from tests.workshops import four_tables

WIDTH, HEIGHT, SETTLED = 1366, 768, 1500
"""The size of a small laptop, and the milliseconds after which everything has travelled and been drawn."""

PICTURES: dict[str, tuple[str, Callable[[Case], tuple[Action, ...]]]] = {
    "board": ("light", lambda case: (look(picked=case.by_code["R5"].id),)),
    "depends": ("light", lambda case: (look(page=PageName.DEPENDS, picked=case.by_code["R7"].id),)),
    "differ": ("light", lambda case: (look(page=PageName.DIFFER),)),
    "map": ("dark", lambda case: (look(picture=Picture.MAP, picked=case.by_code["R5"].id),)),
}


def main(language: str = ENGLISH) -> None:
    """Take every picture in a language."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.base.paths import Paths
    from desktop.base.settings import Settings, save_settings
    from desktop.base.theme import Scheme
    from desktop.window.application import build_window
    from tests.window import close_unasked

    application = QApplication([])
    folder = ROOT / "pictures" / ("" if language == ENGLISH else language)
    folder.mkdir(exist_ok=True)
    for name, (scheme, looking) in PICTURES.items():
        home = Path(tempfile.mkdtemp())
        (home / "recovery").mkdir()
        paths = Paths(home / "settings.json", home / "log", home / "recovery")
        save_settings(paths.settings, Settings(scheme=Scheme(scheme), welcomed=True, language=language))
        window = build_window(paths)
        window.resize(WIDTH, HEIGHT)
        window.show()
        session = window.session
        session.start(replace(session.state, workshop=_called(four_tables(session.case))))
        session.act(set_stance(session.case.by_code["A3"].id, Stance.FAILS))
        for action in looking(session.case):
            session.act(action)
        QTest.qWait(SETTLED)
        window.grab().save(str(folder / f"{name}-{scheme}.png"))
        close_unasked(window)
        application.processEvents()
        sys.stdout.write(f"{name}-{scheme}.png\n")


def _called(workshop: Workshop) -> Workshop:
    """The workshop with its tables called as people would call them in the language."""
    groups = (
        replace(one, name=told("Table {number}", number=one.name.split()[-1])) for one in workshop.groups
    )
    return replace(workshop, groups=tuple(groups))


if __name__ == "__main__":
    main(*sys.argv[1:2])
