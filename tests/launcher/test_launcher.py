"""The scripts `whatholds` and `.ci/run` start what was asked for, and ask for no more than it needs."""

import shutil
import subprocess
from pathlib import Path

import pytest

from models.cli import COMMANDS
from tests.launcher.checkout import ON_LINUX, ROOT, Checkout

WHOLE = "pytest -n auto --maxprocesses 4 --dist worksteal"
pytestmark = ON_LINUX


def test_the_script_is_plain_posix_shell() -> None:
    shell = shutil.which("dash") or "sh"

    done = subprocess.run([shell, "-n", ROOT / "whatholds"], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["print", "export"])
def test_what_needs_no_window_needs_no_libraries_of_one(checkout: Checkout, command: str) -> None:
    (checkout.place / "no-qt").touch()

    assert checkout.start(command).stdout.endswith(f"whatholds {command}\n")


def test_a_bundle_is_built_with_its_tools_and_no_others(checkout: Checkout) -> None:
    checkout.start("bundle")

    assert checkout.syncs == ["sync --locked --inexact --no-default-groups --group bundle"]
    assert (checkout.stand_ins / "asked").read_text().splitlines()[-1] == "-Es"


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


def test_the_tests_are_run_on_a_second_python_too(checkout: Checkout) -> None:
    checkout.has("python3.12")

    done = checkout.start(script=checkout.place / ".ci/run")

    assert done.returncode == 0
    assert done.stdout.endswith(f"lint-imports\n{WHOLE}\nRunning the tests on python3.12 too.\n{WHOLE}\n")


def test_a_lack_of_a_second_python_is_told(checkout: Checkout) -> None:
    done = checkout.start(script=checkout.place / ".ci/run")

    assert done.returncode == 0
    assert done.stdout.endswith(f"{WHOLE}\nNo other Python is at hand: the tests ran on python3.13 only.\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_needs_no_libraries(checkout: Checkout, command: str) -> None:
    (checkout.place / "no-qt").touch()
    checkout.environment["DISPLAY"] = ":0"

    done = checkout.start(command)

    assert (done.returncode, done.stdout) == (0, f"whatholds {command}\n")
