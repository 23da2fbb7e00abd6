"""What was not saved when the window was killed is offered at the next start, and comes back whole."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from models.schema.scenario import baseline_scenario
from models.store import recovery
from models.store.cases import load_embedded
from models.store.scenarios import save
from tests.window import Window

VICTIM = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
application = QApplication([])
from desktop.base.paths import Paths
from desktop.base.settings import Settings, save_settings
from desktop.window.application import build_window
from models.schema.action import Step, look
from models.schema.view import PageName, WatchPart
from models.schema.steps.workshop_steps import with_round
home = Path(sys.argv[1])
save_settings(home / "settings.json", Settings(welcomed=True))
window = build_window(Paths(home / "settings.json", home / "log", home / "recovery"))
window.show()
window.session.act(Step(with_round))
window.findChild(QAbstractButton, "stance:russia-ties:fails").click()
if len(sys.argv) > 2:
    window.session.act(look(page=PageName.WATCH, watch=WatchPart.MINUTES))
    window.findChild(QLineEdit, "decision").setFocus()
    QTest.keyClicks(window.findChild(QLineEdit, "decision"), sys.argv[2])
application.exec()
"""


def test_what_was_done_in_the_window_survives_kill_9(qtbot: QtBot, tmp_path: Path) -> None:
    kept = tmp_path / "recovery"
    kept.mkdir()
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, str(tmp_path)], env=os.environ)
    qtbot.waitUntil(lambda: any("fails" in path.read_text() for path in kept.glob("*.recovery.json")))
    victim.send_signal(signal.SIGKILL)
    victim.wait()

    window = Window(qtbot, tmp_path)
    window.window.closing.offer_recovery()
    assert window.find(QAbstractButton, "notice-action").text() == "Recover"
    window.click("notice-action")

    assert window.stance("russia-ties") == "fails"
    assert len(window.snapshot.workshop.rounds) == 2


def test_what_was_being_typed_survives_kill_9(qtbot: QtBot, tmp_path: Path) -> None:
    kept = tmp_path / "recovery"
    kept.mkdir()
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, str(tmp_path), "We meet in May"], env=os.environ)
    qtbot.waitUntil(
        lambda: any("We meet in May" in path.read_text() for path in kept.glob("*.recovery.json")),
    )
    victim.send_signal(signal.SIGKILL)
    victim.wait()

    window = Window(qtbot, tmp_path)
    window.window.closing.offer_recovery()
    window.click("notice-action")

    assert [item.text for item in window.snapshot.workshop.decisions] == ["We meet in May"]
    assert window.snapshot.workshop.log[-1].what == "Decide: We meet in May"


def test_what_was_left_is_offered_too_where_a_file_is_opened_at_the_start(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kept = tmp_path / "recovery"
    kept.mkdir()
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, str(tmp_path)], env=os.environ)
    qtbot.waitUntil(lambda: any("fails" in path.read_text() for path in kept.glob("*.recovery.json")))
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    file = tmp_path / "ours.scenario.json"
    save(file, baseline_scenario(load_embedded()))

    window = Window(qtbot, tmp_path)
    window.window.closing.offer_recovery()
    window.window.open(file)
    qtbot.waitUntil(lambda: window.window.windowTitle().startswith("ours"))
    assert window.find(QAbstractButton, "notice-action").isVisible()
    window.click("notice-action")

    assert window.stance("russia-ties") == "fails"


def test_what_an_earlier_session_left_is_offered_once_the_latest_is_recovered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = Window(qtbot, tmp_path)
    for place, title in enumerate(("Morning", "Noon", "Evening")):
        scenario = replace(baseline_scenario(window.snapshot.case), title=title)
        own = recovery.keep(window.paths.recovery, scenario, None, None)
        text = own.read_text(encoding="utf-8").replace(f'"process": {os.getpid()}', '"process": 4194304')
        left = own.rename(own.with_name(f"{place}{recovery.ENDING}"))
        left.write_text(text, encoding="utf-8")
        os.utime(left, (place, place))

    window.window.closing.offer_recovery()
    first = window.text("notice-text")
    window.click("notice-action")

    assert "“Evening”" in first
    assert window.snapshot.scenario.title == "Evening"
    assert "“Noon”" in window.text("notice-text")
