"""A display is there if its server answers, whatever the environment says."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.base.display import has_display


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}


def test_nothing_said_of_a_display_is_no_display() -> None:
    assert not has_display({})


def test_a_display_whose_server_is_gone_is_no_display() -> None:
    assert not has_display({"DISPLAY": ":4711", "WAYLAND_DISPLAY": "wayland-4711"})


def test_a_server_that_listens_over_the_network_is_a_display() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000

        assert has_display({"DISPLAY": f"127.0.0.1:{number}.0"})


def test_a_wayland_server_that_listens_is_a_display(wayland: dict[str, str]) -> None:
    assert has_display(wayland)


def test_a_platform_that_needs_no_server_is_enough() -> None:
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})


def test_a_platform_that_needs_a_server_is_not_enough_by_itself() -> None:
    assert not has_display({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"})
