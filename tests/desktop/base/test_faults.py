"""What a process writes while it dies is there at the next start, once."""

import subprocess
import sys
from pathlib import Path

DIES = """
import ctypes, sys
from pathlib import Path
from desktop.base.log import watch_faults
print(watch_faults(Path(sys.argv[1])))
if sys.argv[2:]:
    ctypes.string_at(0)
"""


def _start(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", DIES, str(path), *words], capture_output=True, text=True)


def test_a_fault_is_reported_to_the_next_start_and_only_to_it(tmp_path: Path) -> None:
    path, kept = tmp_path / "fault.txt", tmp_path / "fault.last.txt"

    first, second, third = _start(path, "dies"), _start(path), _start(path)

    assert first.returncode != 0
    assert (second.stdout.strip(), third.stdout.strip()) == (str(kept), "None")
    assert "string_at" in kept.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    done = _start(tmp_path / "missing" / "fault.txt")

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "None", "")
