"""Starts a bundle as its users will, far from the source and from its Python, and looks at what it does."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 60
WRITTEN = {
    "sheet.pdf": ("brief", "-o"),
    "map.pdf": ("print", "map", "-o"),
    "hand-out.html": ("export", "-o"),
    "slides.pptx": ("export", "-o"),
    "workbook.xlsx": ("export", "-o"),
    "bold.scenario.json": ("new", "--set", "A3=fails", "-o"),
}
STARTS = {".pdf": b"%PDF", ".html": b"<!doctype html>", ".pptx": b"PK", ".xlsx": b"PK", ".json": b"{"}


class TrialError(Exception):
    """The bundle does not do what it should."""


def try_bundle(program: Path) -> None:
    """Raises TrialError where it does not: evaluate, sheet, map, hand-out, slides, workbook, window, a second start."""
    with tempfile.TemporaryDirectory(prefix="whatholds-trial-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        answer = json.loads(_run(program, folder, "evaluate", "--set", "A3=fails", "--json"))
        if not answer["recommendations"]:
            raise TrialError("evaluate answers nothing")
        for file, words in WRITTEN.items():
            _run(program, folder, *words, file)
            path = folder / file
            if not path.read_bytes()[:20].lower().startswith(STARTS[path.suffix].lower()):
                raise TrialError(f"{file} is not what its name says")
        _try_window(program, folder)


def _try_window(program: Path, folder: Path) -> None:
    """The first window opens and stays; the second start hands it a file and ends."""
    with subprocess.Popen([program], cwd=folder, env=_environment(folder), stderr=subprocess.PIPE) as first:
        try:
            _wait(first, folder)
            told = _run(program, folder, "bold.scenario.json", telling="stderr")
            if "takes it" not in told:
                raise TrialError(f"a second start does not hand over its file: {told}")
            time.sleep(1)
            if first.poll() is not None:
                raise TrialError("the window closes by itself")
        finally:
            first.kill()


def _wait(first: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not any("started" in path.read_text(encoding="utf-8") for path in folder.rglob("whatholds.log")):
        if first.poll() is not None or time.monotonic() > until:
            first.kill()
            raise TrialError(f"no window opens: {first.communicate()[1].decode(errors='replace')}")
        time.sleep(0.1)
    time.sleep(1)


def _run(program: Path, folder: Path, *words: str, telling: str = "stdout") -> str:
    done = subprocess.run(
        [program, *words],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    if done.returncode:
        raise TrialError(f"{' '.join(words)}: exit code {done.returncode}\n{done.stderr}")
    return done.stderr if telling == "stderr" else done.stdout


def _environment(folder: Path) -> dict[str, str]:
    """A home of its own, and nothing of the Python that builds."""
    kept = {
        name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "TEMP", "LANG")
    }
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(folder))
    return {**kept, **homes, "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    try:
        try_bundle(Path(sys.argv[1]).absolute())
    except TrialError as failed:
        sys.exit(str(failed))
