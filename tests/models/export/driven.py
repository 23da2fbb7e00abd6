"""A real Chromium that is driven by its keyboard, over the two pipes that it offers for that."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import IO, Any

OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe")
KEYS = {"Tab": 9, "Enter": 13, " ": 32, "ArrowRight": 39, "ArrowDown": 40}


class Driven:
    """One page: what is asked of it in its own language, and the keys that are pressed."""

    def __init__(self, asks: IO[bytes], told: IO[bytes]) -> None:
        self._asks, self._told, self._numbers, self._page, self._apart = asks, told, count(1), "", ""

    def close(self) -> None:
        """Close the page, with all that the browser keeps of it."""
        self._page = ""
        self.ask("Target.disposeBrowserContext", browserContextId=self._apart)

    def open(self, address: str, width: int, height: int) -> None:
        """Open a page in a window of so many pixels, apart from all others, and wait until it has been read."""
        self._apart = self.ask("Target.createBrowserContext")["browserContextId"]
        apart = {"browserContextId": self._apart}
        target = self.ask("Target.createTarget", url="about:blank", **apart)["targetId"]
        self._page = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.ask("Page.enable")
        self.ask("Page.navigate", url=address)
        self._until("Page.loadEventFired")

    def told(self, script: str) -> Any:
        """What a script says of the page."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str, modifiers: int = 0) -> None:
        """Press a key and let go of it."""
        text = {"Enter": "\r", " ": " "}.get(key)
        known = {"key": key, "windowsVirtualKeyCode": KEYS[key], "modifiers": modifiers}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **known, **({"text": text} if text else {}))
        self.ask("Input.dispatchKeyEvent", type="keyUp", **known)

    def ask(self, method: str, **given: Any) -> Any:
        """Ask the browser for something and wait for the answer."""
        number = next(self._numbers)
        wish = {"id": number, "method": method, "params": given}
        self._asks.write(
            json.dumps({**wish, "sessionId": self._page} if self._page else wish).encode() + b"\0"
        )
        self._asks.flush()
        while (said := self._next()).get("id") != number:
            pass
        assert "error" not in said, said
        return said["result"]

    def _until(self, event: str) -> None:
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict[str, Any]:
        letters = bytearray()
        while (letter := self._told.read(1)) not in (b"\0", b""):
            letters += letter
        assert letters, "the browser has gone"
        said: dict[str, Any] = json.loads(letters)
        return said


@contextmanager
def driven(browser: str, folder: Path) -> Iterator[Driven]:
    """A browser with a profile of its own, which is gone afterwards."""
    (its_asks, asks), (told, its_told) = os.pipe(), os.pipe()
    high = max(its_asks, its_told) + 1

    def wire() -> None:  # through two high numbers, lest one stands in the other's way
        os.dup2(its_asks, high)
        os.dup2(its_told, high + 1)
        os.dup2(high, 3)
        os.dup2(high + 1, 4)

    started = [browser, *OPTIONS, f"--user-data-dir={folder / 'driven'}", "about:blank"]
    with subprocess.Popen(
        started, preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        os.close(its_asks)
        os.close(its_told)
        with os.fdopen(asks, "wb") as writing, os.fdopen(told, "rb") as reading:
            page = Driven(writing, reading)
            yield page
            with suppress(OSError, AssertionError):
                page.ask("Browser.close")
        running.kill()
