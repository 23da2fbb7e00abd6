"""What is unsaved is kept beside, for its owner alone, and found again after kill -9."""

import os
import signal
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.session.documents import Documents
from desktop.session.locks import ChangedOutside
from desktop.session.session import Session
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import reset, set_stance
from tests.desktop.session.conftest import TIES, stance


def test_unsaved_work_is_kept_and_removed_once_saved(
    session: Session, documents: Documents, qtbot: QtBot, tmp_path: Path, kept: Path
) -> None:
    session.act(set_stance(TIES, Stance.FAILS))
    qtbot.waitUntil(lambda: kept.is_dir() and len(list(kept.iterdir())) == 1)

    documents.save(tmp_path / "x.scenario.json")

    assert list(kept.glob("*.recovery.json")) == []


def test_what_is_undone_is_not_kept(session: Session, documents: Documents, kept: Path) -> None:
    session.act(set_stance(TIES, Stance.FAILS))
    documents.keep()
    session.act(reset())
    documents.keep()

    assert list(kept.glob("*.recovery.json")) == []


VICTIM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.session.documents import Documents
from desktop.session.reading import read_file
from desktop.session.session import Session
from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.steps.scenario_steps import set_stance
from models.schema.snapshot import fresh_state
from models.schema.steps.workshop_steps import with_round
from models.store.cases import load_embedded

application = QCoreApplication([])
now = lambda: datetime(2026, 11, 28, tzinfo=UTC)
session = Session(fresh_state(load_embedded()), now)
documents = Documents(session, Path(sys.argv[1]), now)
documents.take(read_file(Path(sys.argv[2]), session.case))
session.act(set_stance("russia-ties", Stance.FAILS))
session.act(Step(with_round))
application.exec()
"""


def kill_one_at_work(qtbot: QtBot, kept: Path, day: Path) -> None:
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, str(kept), str(day)], env=os.environ)
    qtbot.waitUntil(lambda: bool(list(kept.glob("*.recovery.json"))))
    victim.send_signal(signal.SIGKILL)
    victim.wait()


def test_all_of_a_workshop_survives_kill_9(
    session: Session, documents: Documents, qtbot: QtBot, kept: Path, day: Path
) -> None:
    kill_one_at_work(qtbot, kept, day)

    (record,) = documents.abandoned()
    documents.recover(record)

    assert stance(session) is Stance.FAILS
    assert [item.name for item in session.workshop.rounds] == ["Round 1", "Round 2", "Round 3"]
    assert [entry.what for entry in session.workshop.log] == [
        "A3: Russia ties deepen → fails",
        "Start round 3",
    ]
    assert documents.unsaved
    assert documents.file.path == day
    assert documents.abandoned() == ()


def test_what_is_kept_can_be_read_by_its_owner_alone(
    documents: Documents, session: Session, kept: Path, qtbot: QtBot
) -> None:
    session.act(set_stance(TIES, Stance.FAILS))
    documents.keep()
    qtbot.waitUntil(lambda: any(kept.glob("*.recovery.json")))

    (file,) = kept.glob("*.recovery.json")
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("changed", [True, False])
def test_what_another_program_wrote_before_a_recovery_is_not_saved_over_unasked(
    documents: Documents, qtbot: QtBot, kept: Path, day: Path, changed: bool
) -> None:
    kill_one_at_work(qtbot, kept, day)
    theirs = day.read_bytes() + b"\n" * changed
    day.write_bytes(theirs)

    documents.recover(documents.abandoned()[0])

    with pytest.raises(ChangedOutside) if changed else nullcontext():
        documents.save(day)
    assert (day.read_bytes() == theirs) is changed
    documents.save(day, over=True)
    assert not documents.unsaved
