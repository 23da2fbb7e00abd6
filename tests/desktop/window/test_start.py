"""The one command tells commands from files, and says in a sentence what it cannot do."""

import os
import subprocess
import sys
from pathlib import Path


def start(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**inherited, **environment},
        timeout=60,
    )


def test_a_command_is_answered_without_a_display() -> None:
    done = start("evaluate", "--case", "tiny")

    assert done.returncode == 0
    assert "R1" in done.stdout


def test_a_mistyped_command_is_told_what_was_meant() -> None:
    done = start("evaluat")

    assert done.returncode == 2
    assert "evaluate" in done.stderr


def test_a_window_without_a_display_is_refused_in_a_sentence() -> None:
    done = start()

    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_files_are_one_too_many(tmp_path: Path) -> None:
    done = start(str(tmp_path / "a.json"), str(tmp_path / "b.json"))

    assert done.returncode == 2


def test_the_way_to_the_window_reads_no_sources_and_collects_garbage_afterwards() -> None:
    program = (
        "import gc, linecache, os, desktop.__main__ as main\n"
        "main.travel_light()\n"
        "import desktop.window.application as application\n"
        "print(application.__file__ in linecache.cache, gc.isenabled())\n"
        "application.warm_up()\n"
        "print(gc.isenabled(), flush=True)\n"
        "os._exit(0)\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)

    assert done.stdout.split() == ["False", "False", "True"]
