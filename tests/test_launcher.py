"""The scripts `whatholds` and `.ci/run`, where Python, uv and apt-get are stand-ins: nothing is installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.cli import COMMANDS

WHOLE = "pytest -n auto --maxprocesses 4 --dist worksteal"
pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the script's display and packages are Linux's"
)

ROOT = Path(__file__).parents[1]

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
TRUSTED = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
"""What pip and uv look at, and what goes before PIP_CERT where it is set."""
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


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    for name, text in STAND_INS.items():
        (stand_ins / name).write_text(text)
        (stand_ins / name).chmod(0o755)
    place = tmp_path / "a folder with spaces"
    (place / ".ci").mkdir(parents=True)
    for name in ("whatholds", ".ci/run", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, place / name)
    return Checkout(place, stand_ins)


def test_the_script_is_plain_posix_shell() -> None:
    shell = shutil.which("dash") or "sh"

    done = subprocess.run([shell, "-n", ROOT / "whatholds"], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_the_first_start_sets_up_without_the_developers_tools(checkout: Checkout) -> None:
    done = checkout.start("evaluate", "--json")

    assert done.stdout == "whatholds evaluate --json\n"
    assert "Setting up" in done.stderr
    assert checkout.syncs == ["sync --locked --inexact --no-default-groups"]


def test_no_python_is_started_so_that_it_would_run_what_lies_in_the_present_folder(
    checkout: Checkout,
) -> None:
    assert checkout.start("evaluate").returncode == 0

    first = (checkout.stand_ins / "asked").read_text().splitlines()
    assert first and all(word.startswith("-I") for word in first)


@pytest.mark.parametrize("command", ["print", "export"])
def test_what_needs_no_window_needs_no_libraries_of_one(checkout: Checkout, command: str) -> None:
    (checkout.place / "no-qt").touch()

    assert checkout.start(command).stdout.endswith(f"whatholds {command}\n")


def test_a_second_start_sets_nothing_up(checkout: Checkout) -> None:
    checkout.start("evaluate")

    done = checkout.start("evaluate")

    assert (done.stdout, done.stderr) == ("whatholds evaluate\n", "")
    assert len(checkout.syncs) == 1


def test_a_changed_lock_file_is_synced_again(checkout: Checkout) -> None:
    checkout.start("evaluate")
    with (checkout.place / "uv.lock").open("a") as lock:
        lock.write("# changed\n")

    checkout.start("evaluate")

    assert len(checkout.syncs) == 2


def test_a_failed_step_shows_the_end_of_the_log(checkout: Checkout) -> None:
    (checkout.place / "no-network").touch()

    done = checkout.start("evaluate")

    assert (done.returncode, done.stdout) == (1, "")
    assert "the network is down" in done.stderr


def test_an_untrusted_certificate_is_told_with_what_to_do(checkout: Checkout) -> None:
    (checkout.place / "no-network").touch()
    uv = checkout.stand_ins / "uv"
    uv.write_text(UV.replace("the network is down", "invalid peer certificate: UnknownIssuer"))

    done = checkout.start("evaluate")

    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith(("file=", "export "))]
    shown = subprocess.run(
        ["sh", "-c", "; ".join([*lines, "env"])], capture_output=True, text=True, check=True
    ).stdout
    assert all(f"\n{name}=/where/it/is.pem\n" in shown for name in TRUSTED)


@pytest.mark.parametrize(
    "words", ["ProxyError(Cannot connect to proxy.)", "cause: tunnel error: failed to create connection"]
)
def test_a_proxy_that_does_not_answer_is_told_with_what_to_do(checkout: Checkout, words: str) -> None:
    (checkout.place / "no-network").touch()
    uv = checkout.stand_ins / "uv"
    uv.write_text(UV.replace("the network is down", words))
    checkout.environment["HTTPS_PROXY"] = "http://gone.example:8080"

    done = checkout.start("evaluate")

    assert done.returncode == 1
    assert "(http://gone.example:8080)" in done.stderr
    assert "export HTTPS_PROXY=" in done.stderr
    assert "PIP_CERT" not in done.stderr


def test_another_failure_says_nothing_of_certificates_and_proxies(checkout: Checkout) -> None:
    (checkout.place / "no-network").touch()

    told = checkout.start("evaluate").stderr

    assert "PIP_CERT" not in told
    assert "HTTPS_PROXY" not in told


def test_a_bundle_is_built_with_its_tools_and_no_others(checkout: Checkout) -> None:
    checkout.start("bundle")

    assert checkout.syncs == ["sync --locked --inexact --no-default-groups --group bundle"]
    assert (checkout.stand_ins / "asked").read_text().splitlines()[-1] == "-Es"


def test_what_was_interrupted_is_installed_anew(checkout: Checkout) -> None:
    (checkout.place / "no-network").touch()
    checkout.start("evaluate")
    (checkout.place / "no-network").unlink()

    done = checkout.start("evaluate")

    assert done.stdout == "whatholds evaluate\n"
    assert checkout.syncs[-1].endswith("--reinstall")


def test_a_moved_folder_is_set_up_afresh(checkout: Checkout) -> None:
    checkout.start("evaluate")
    (checkout.place / ".venv/of-the-old-place").touch()

    checkout.place = checkout.place.rename(checkout.place.with_name("elsewhere"))
    checkout.start("evaluate")

    assert not (checkout.place / ".venv/of-the-old-place").exists()


def test_it_starts_through_a_link_in_another_folder(checkout: Checkout, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(checkout.place / "whatholds")

    done = checkout.start("check", "case.yaml", script=link)

    assert done.stdout == "whatholds check case.yaml\n"


def test_without_a_display_it_says_so_and_evaluates(checkout: Checkout) -> None:
    done = checkout.start()

    assert (done.returncode, done.stdout) == (0, "whatholds evaluate\n")
    assert "no display" in done.stderr
    assert "./whatholds brief" in done.stderr


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_it_opens_the_file(checkout: Checkout, display: str) -> None:
    checkout.environment[display] = "offscreen"

    done = checkout.start("group.scenario.json")

    assert done.stdout == "whatholds group.scenario.json\n"


@pytest.mark.parametrize(
    "words", [["--language", "ko"], ["--language=ko"], ["--language", "ko", "a.scenario.json"]]
)
def test_a_window_in_a_language_gets_the_libraries_of_one(checkout: Checkout, words: list[str]) -> None:
    checkout.environment["DISPLAY"] = ":0"
    (checkout.place / "no-qt").touch()

    done = checkout.start(*words)

    assert done.returncode == 1
    assert "libxcb-cursor0" in done.stderr


def test_a_command_in_a_language_needs_no_libraries_of_a_window(checkout: Checkout) -> None:
    checkout.environment["DISPLAY"] = ":0"
    (checkout.place / "no-qt").touch()

    assert checkout.start("--language", "ko", "evaluate").stdout == "whatholds --language ko evaluate\n"


def test_without_a_display_a_language_is_handed_on_as_it_is(checkout: Checkout) -> None:
    assert checkout.start("--language", "ko").stdout == "whatholds --language ko\n"


def test_all_checks_are_run_with_the_developers_tools(checkout: Checkout) -> None:
    done = checkout.start("test", "-k", "launcher")

    assert (
        done.stdout
        == "ruff format --check\nruff check\nmypy\nmypy packaging/*.py\nlint-imports\npytest -k launcher\n"
    )
    assert checkout.syncs == ["sync --locked --inexact"]


def test_a_failed_check_fails_the_whole(checkout: Checkout) -> None:
    (checkout.place / "mypy-fails").touch()

    done = checkout.start("test")

    assert done.returncode == 1
    assert done.stdout.endswith("mypy\n")


def test_another_python_gets_an_environment_of_its_own(checkout: Checkout) -> None:
    checkout.has("python3.14")
    checkout.environment["WHATHOLDS_PYTHON"] = "python3.14"

    done = checkout.start("pytest", "-k", "launcher")

    assert done.stdout == "pytest -k launcher\n"
    assert [made.name for made in checkout.place.glob(".venv*")] == [".venv-python3.14"]


def test_a_named_python_that_is_missing_is_not_replaced(checkout: Checkout) -> None:
    checkout.environment["WHATHOLDS_PYTHON"] = "python3.14"

    done = checkout.start("pytest")

    assert (done.returncode, done.stdout) == (1, "")
    assert "needs Python 3.11 or newer; python3.14 is" in done.stderr


def test_the_tests_are_run_on_a_second_python_too(checkout: Checkout) -> None:
    checkout.has("python3.12")

    done = checkout.start(script=checkout.place / ".ci/run")

    assert done.returncode == 0
    assert done.stdout.endswith(f"lint-imports\n{WHOLE}\nRunning the tests on python3.12 too.\n{WHOLE}\n")


def test_a_lack_of_a_second_python_is_told(checkout: Checkout) -> None:
    done = checkout.start(script=checkout.place / ".ci/run")

    assert done.returncode == 0
    assert done.stdout.endswith(f"{WHOLE}\nNo other Python is at hand: the tests ran on python3.13 only.\n")


def test_missing_libraries_are_named_in_the_line_to_type(checkout: Checkout) -> None:
    (checkout.place / "no-qt").touch()
    checkout.environment["DISPLAY"] = ":0"

    done = checkout.start()

    assert (done.returncode, done.stdout) == (1, "")
    assert "sudo apt-get update && sudo apt-get install libgl1 " in done.stderr
    assert " libxcb-cursor0 " in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_needs_no_libraries(checkout: Checkout, command: str) -> None:
    (checkout.place / "no-qt").touch()
    checkout.environment["DISPLAY"] = ":0"

    done = checkout.start(command)

    assert (done.returncode, done.stdout) == (0, f"whatholds {command}\n")


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "bin/mkdir").symlink_to(tmp_path / "bin/sudo")

    done = checkout.start("evaluate")

    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == f"WhatHolds sets itself up in its own folder, but cannot write to {checkout.place}.\n"
    )
