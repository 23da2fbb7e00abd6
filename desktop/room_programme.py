"""What the room may be shown, and which of it is to be seen now; pages are made when they are first needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.views.blank import BlankView
from desktop.views.curtain import CurtainView
from desktop.views.spotlight import SpotlightView
from desktop.widgets.dashboard import Dashboard

BLANK, CURTAIN, SPOTLIGHT = "room:blank", "room:curtain", "room:spotlight"


@dataclass(frozen=True)
class RoomPage:
    """A page that can be shown; `veiled` while verdicts are hidden, unless it shows none."""

    name: str
    title: str
    make: Callable[[], Dashboard]
    veiled: bool = True


class Programme:
    """The pages and the room's own three: blank before all else, then the curtain, the spotlight, the page."""

    def __init__(self, pages: Sequence[RoomPage], spotlight: str, curtain: str) -> None:
        own = (
            RoomPage(SPOTLIGHT, spotlight, SpotlightView),
            RoomPage(CURTAIN, curtain, CurtainView, veiled=False),
            RoomPage(BLANK, "", BlankView, veiled=False),
        )
        self._pages = {page.name: page for page in (*pages, *own)}
        self._made: dict[str, Dashboard] = {}
        self._name = next(iter(self._pages))
        self._picked = ""
        self.spotlit = False
        self.blank = False
        self.hiding = False

    @property
    def present(self) -> RoomPage:
        """What is to be seen now."""
        wanted = self._pages[SPOTLIGHT if self.spotlit else self._name]
        if self.blank:
            return self._pages[BLANK]
        return self._pages[CURTAIN] if wanted.veiled and self.hiding else wanted

    def turn_to(self, name: str) -> None:
        """Choose another page, out of the spotlight too; an unknown name raises KeyError."""
        self._name = self._pages[name].name
        self.spotlit = False

    def page(self, name: str) -> Dashboard:
        """The page of this name, made if it is needed for the first time; an unknown name raises KeyError."""
        if name not in self._made:
            page = self._pages[name].make()
            page.for_the_room()
            page.mark_picked(self._picked)
            self._made[name] = page
        return self._made[name]

    def light(self, identifier: str) -> None:
        """Put a recommendation into the spotlight."""
        self.spotlit = True
        self.page(SPOTLIGHT).mark_picked(identifier)

    def mark_picked(self, identifier: str) -> None:
        """Show on every page which statement is being explained; the spotlight stays where it is."""
        self._picked = identifier
        for name, page in self._made.items():
            if name != SPOTLIGHT:
                page.mark_picked(identifier)
