"""`whatholds` sets up what it needs, once, and tells in a sentence what keeps it from that."""

import subprocess
from pathlib import Path

import pytest

from tests.launcher.checkout import ON_LINUX, UV, Checkout

pytestmark = ON_LINUX
TRUSTED = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
"""What pip and uv look at, and what goes before PIP_CERT where it is set."""


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


def test_missing_libraries_are_named_in_the_line_to_type(checkout: Checkout) -> None:
    (checkout.place / "no-qt").touch()
    checkout.environment["DISPLAY"] = ":0"

    done = checkout.start()

    assert (done.returncode, done.stdout) == (1, "")
    assert "sudo apt-get update && sudo apt-get install libgl1 " in done.stderr
    assert " libxcb-cursor0 " in done.stderr


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "bin/mkdir").symlink_to(tmp_path / "bin/sudo")

    done = checkout.start("evaluate")

    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == f"WhatHolds sets itself up in its own folder, but cannot write to {checkout.place}.\n"
    )
