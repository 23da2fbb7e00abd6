"""A display is there if its server answers, whatever the environment says."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.base.display import follow_desktop, has_display


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


BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/bus"}
WHOLE = "[portal]\nInterfaces=org.freedesktop.impl.portal.FileChooser;org.freedesktop.impl.portal.Settings;\n"


@pytest.mark.skipif(sys.platform != "linux", reason="portals are Linux's")
@pytest.mark.parametrize(
    ("told", "environment", "theme"),
    [
        (WHOLE, BUS, "xdgdesktopportal"),
        (WHOLE, {}, ""),
        (WHOLE.replace("Settings", "Secret"), BUS, ""),
        (WHOLE, {**BUS, "QT_QPA_PLATFORMTHEME": "kde"}, "kde"),
    ],
)
def test_a_portal_is_asked_where_one_answers_all_that_is_asked(
    tmp_path: Path, told: str, environment: dict[str, str], theme: str
) -> None:
    (tmp_path / "gtk.portal").write_text(told, encoding="utf-8")
    given = dict(environment)

    follow_desktop(given, tmp_path)

    assert given.get("QT_QPA_PLATFORMTHEME", "") == theme
