"""A folder with the product's scripts, where Python, uv and apt-get are stand-ins: nothing is installed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the script's display and packages are Linux's")

PYTHON = """#!/bin/sh
echo "$1" >>"$STAND_INS/asked"
case "$*" in
    "-I -m venv "*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && echo "command = $4" >"$4/pyvenv.cfg" ;;
    "-I -m pip "*) cp "$STAND_INS/uv" "$(dirname "$0")/uv" ;;
    *PySide6*) [ ! -e no-qt ] ;;
    *print*) echo python3.13 ;;
esac
"""
UV = """#!/bin/sh
[ "$1" = sync ] || exit 0
echo "$*" >>synced
[ ! -e no-network ] || { echo 'the network is down'; exit 1; }
for tool in whatholds ruff mypy lint-imports pytest; do
    printf '#!/bin/sh\\necho %s "$@"\\n[ ! -e %s-fails ]\\n' $tool $tool >"$UV_PROJECT_ENVIRONMENT/bin/$tool"
    chmod +x "$UV_PROJECT_ENVIRONMENT/bin/$tool"
done
"""
MISSING = "#!/bin/sh\nexit 1\n"
STAND_INS = {
    "python3": PYTHON,
    "python3.11": MISSING,
    "python3.12": MISSING,
    "python3.13": PYTHON,
    "python3.14": MISSING,
    "uv": UV,
    "apt-get": MISSING,
    "sudo": MISSING,
    "id": "#!/bin/sh\necho 1000\n",
}


class Checkout:
    """A folder with the scripts, and nothing set up in it yet."""

    def __init__(self, place: Path, stand_ins: Path) -> None:
        self.place = place
        self.stand_ins = stand_ins
        self.environment = {
            "PATH": f"{stand_ins}:/usr/bin:/bin",
            "STAND_INS": str(stand_ins),
            "HOME": str(stand_ins),
        }

    def has(self, python: str) -> None:
        (self.stand_ins / python).write_text(PYTHON)

    def start(self, *words: str, script: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script or self.place / "whatholds", *words],
            cwd=script.parent if script else self.place,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )

    @property
    def syncs(self) -> list[str]:
        return (self.place / "synced").read_text().splitlines()
