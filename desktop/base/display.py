"""Whether anything answers where a window would be shown: Qt itself ends the process when nothing does."""

import re
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

PATIENCE = 3.0
_X_DISPLAY = re.compile(r"(?P<host>[^:/]*):(?P<number>\d+)(\.\d+)?")


PORTALS = Path("/usr/share/xdg-desktop-portal/portals")
"""Where desktops say what their portal answers."""
_ASKED = ("impl.portal.Settings", "impl.portal.FileChooser")


def follow_desktop(environment: MutableMapping[str, str], portals: Path = PORTALS) -> None:
    """Let Qt ask the desktop's portal for dark mode, contrast and file dialogs, where one answers all of them."""
    if sys.platform.startswith("linux") and "DBUS_SESSION_BUS_ADDRESS" in environment and _answers(portals):
        environment.setdefault("QT_QPA_PLATFORMTHEME", "xdgdesktopportal")
        # Qt tells each of its two registrations with the portal, and the second never succeeds.
        environment.setdefault("QT_LOGGING_RULES", "qt.qpa.services.warning=false")


def _answers(portals: Path) -> bool:
    try:
        told = [path.read_text(encoding="utf-8", errors="replace") for path in portals.glob("*.portal")]
    except OSError:
        return False
    return any(all(name in text for name in _ASKED) for text in told)


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether the display server of a Linux session answers; platforms that need none are taken as they are."""
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return _wayland_answers(environment) or _x_answers(environment.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if environment.get("WAYLAND_SOCKET"):
        return True
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _listens(Path(environment.get("XDG_RUNTIME_DIR", "/"), name))


def _x_answers(display: str) -> bool:
    named = _X_DISPLAY.fullmatch(display)
    if named is None:
        return bool(display)  # a way of writing that only Qt knows
    host, number = named["host"], int(named["number"])
    if host in ("", "unix"):
        place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        return _listens(place) or _listens(f"\0{place}")
    import socket

    try:
        socket.create_connection((host, 6000 + number), PATIENCE).close()
    except OSError:
        return False
    return True


def _listens(place: Path | str) -> bool:
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(PATIENCE)
            asking.connect(str(place))
    except (OSError, ValueError):
        return False
    return True
