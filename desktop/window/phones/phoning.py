"""Lets phones in: asks on which network, serves them the page, and takes their votes into the latest round."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.base.tasks import Tasks
from desktop.session.session import Session
from desktop.stage.notice import Notice, NoticeTone
from models.language.messages import marked, message
from models.language.workshop.group_words import round_name
from models.language.workshop.logbook import with_votes
from models.schema.action import Step, look
from models.schema.analysis import Tick
from models.schema.case import Case
from models.schema.snapshot import Snapshot
from models.schema.steps.group_steps import Coming, Intake
from models.schema.steps.workshop_steps import balloted, one_name
from models.schema.view import DifferPart, PageName, Phones
from models.schema.workshop import Ballot, Origin, Workshop

if TYPE_CHECKING:  # nothing of the network is loaded before phones are let in
    from models.gathering.phones.server import Server
    from models.gathering.phones.site import Content
    from models.gathering.phones.voting import Poll, Voting

GROUP = marked("Phones")
TOGETHER = 300
"""Milliseconds in which votes are waited for, to be counted together."""
VOTE = 120
"""Bytes of a vote on one assumption, at most."""


class Phoning(QObject):
    """The one door for phones of one window: closed until somebody asks, and closed with the window."""

    _voted = Signal()

    def __init__(self, window: QWidget, session: Session, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._session, self._notice = window, session, notice
        self._server: Server | None = None
        self._voting: Voting | None = None
        self._token, self._group, self._place = "", "", ("", "")
        self._lines: dict[str, str] = {}
        self._tasks = Tasks(self)
        self._tasks.answered.connect(self._serve)
        self._tasks.failed.connect(self._fail)
        self._soon = QTimer(self, singleShot=True, interval=TOGETHER)
        self._soon.timeout.connect(self._count)
        self._voted.connect(self._wait)

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        return {"phones": self.ask, "stop-phones": self.stop}

    def ask(self) -> None:
        """Ask on which network the phones are, and let them in; where they are in already, offer to stop."""
        if self._server is not None:
            self._tell_open()
            return
        from desktop.window.phones.networks import networks

        known = networks()
        label = self.tr(
            "Which network are the phones on? Whoever is on it and has the address can open the page and vote.\n"
            "Nothing else of this laptop is open, and it ends when you stop it or close the window."
        )
        names = [f"{name}, {address}" for name, address in known]
        name, taken = QInputDialog.getItem(
            self._window, self.tr("Let phones in"), label, names, 0, editable=False
        )
        if taken:
            self.let_in(*known[names.index(name)])

    def let_in(self, network: str, address: str) -> None:
        """Make the page and serve it at an address of this laptop."""
        self._place = network, address
        self._tasks.ask(partial(_page, self._session.worked_out))

    def receive(self, snapshot: Snapshot) -> None:
        """Ask about the latest round until it is revealed; what is opened in place of all this ends it."""
        if self._server is not None and snapshot.phones is None:
            self._end()
            told = self.tr(
                "No phone is let in any more, as something else was opened. Let them in again to go on."
            )
            self._notice.tell(told, NoticeTone.WARN)
        elif self._voting is not None:
            self._voting.ask(_poll(snapshot.workshop))

    def stop(self) -> None:
        """Let no phone in any more; the votes that came in stay."""
        if self._server is None:
            return
        self._count()
        self._end()
        self._session.let_in(None)
        self._notice.tell(self.tr("No phone is let in any more. The votes stay."))

    def close(self) -> None:
        """Close the door, and let the threads end."""
        self._tasks.close()
        self._end()

    def _serve(self, content: "Content") -> None:
        """Open the door: one address of one network, and a word in it that nobody can guess."""
        from secrets import token_hex

        from desktop.window.phones.networks import ALONE
        from models.gathering.phones.page import code_of
        from models.gathering.phones.server import Server
        from models.gathering.phones.site import Site
        from models.gathering.phones.voting import Voting

        network, address = self._place
        case = self._session.case
        try:
            server = Server(address, VOTE * (1 + len(case.assumptions)))
        except OSError as error:
            self._notice.tell(self._not_open(network, address, error.strerror or ""), NoticeTone.BAD)
            return
        voting = Voting(case, _poll(self._session.workshop), self._voted.emit)
        self._token, self._group, self._lines = token_hex(5), "", {}
        self._server, self._voting = server, voting
        server.start(Site(content, voting, server.host, self._token).answer)
        where = f"http://{server.host}/{self._token}/"
        reached = "" if address == ALONE[1] else network
        self._session.let_in(Phones(address=where, network=reached, code=code_of(where)))
        self._session.act(look(page=PageName.DIFFER, differ=DifferPart.GROUPS, round=""))
        self._tell_open()

    def _not_open(self, network: str, address: str, wrong: str) -> str:
        """Why the door stays closed."""
        from desktop.window.phones.networks import ALONE

        if address == ALONE[1]:
            return self.tr("The page cannot be opened for a trial on this laptop: {0}.").format(wrong)
        return self.tr("Phones cannot be let in on {0}: {1}.").format(network, wrong)

    def _fail(self, error: BaseException) -> None:
        from models.export.hand_out.diagrams import TooTangled

        if not isinstance(error, TooTangled):
            raise error
        self._notice.tell(str(error), NoticeTone.BAD)

    def _tell_open(self) -> None:
        phones = self._session.snapshot.phones
        if phones is None:
            return
        if phones.network:
            told = self.tr("Open to phones on {0}: the page and the vote at {1}, and nothing else.")
            text = told.format(phones.network, phones.address)
        else:
            told = self.tr(
                "Open for a trial on this laptop alone: the page and the vote at {0}, and nothing else."
            )
            text = told.format(phones.address)
        latest = self._session.workshop.rounds[-1]
        if latest.revealed:
            text += " " + self.tr("The answers of {0} are shown: a new round takes votes.").format(
                round_name(latest.name)
            )
        self._notice.tell(text, action=self.tr("Stop"), answer=self.stop)

    def _wait(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _count(self) -> None:
        """Take the votes on the latest round into it, as one group's ballot."""
        phones = self._session.state.phones
        if self._voting is None or phones is None:
            return
        latest = self._session.workshop.rounds[-1].id
        ballot = self._voting.ballot(latest)
        if ballot is None:
            return
        line = self._lines.setdefault(latest, self._session.workshop.log.next_id)
        given = self._session.case, ballot, self._group, line
        step = Step(_with_votes, given, dated=True, lasting=True)
        self._session.let_in(replace(phones, round=latest, votes=ballot.heads), step)
        self._group = self._group or _newest(self._session.workshop)

    def _end(self) -> None:
        self._soon.stop()
        if self._server is not None:
            server, self._server = self._server, None
            self._voting = None
            server.stop()


def _page(snapshot: Snapshot, tick: Tick) -> "Content":
    """The page, made while the window goes on; what serves it is loaded here, too."""
    import models.gathering.phones.server  # noqa: F401 - so that the window need not wait for them
    from models.gathering.phones.page import phone_page

    tick()
    return phone_page(snapshot, date.today())


def _poll(workshop: Workshop) -> "Poll":
    from models.gathering.phones.voting import Poll

    latest = workshop.rounds[-1]
    return Poll(latest.id, round_name(latest.name), not latest.revealed)


def _newest(workshop: Workshop) -> str:
    """The group that the votes became."""
    found = [group.id for group in workshop.in_round(workshop.rounds[-1].id) if group.origin is Origin.PHONES]
    return found[-1] if found else ""


def _with_votes(
    workshop: Workshop, moment: datetime, case: Case, ballot: Ballot, known: str, line: str
) -> Workshop:
    """The workshop with the phones' votes in the latest round, and how many they are in a line of its log."""
    intake, name = Intake(workshop), _name(workshop, known)
    voted = balloted(case, ballot)
    intake.take(Coming(name=name, scenario=voted, origin=Origin.PHONES, ballot=ballot, arrived=moment))
    return with_votes(intake.workshop, line, moment, name, ballot.heads)


def _name(workshop: Workshop, known: str) -> str:
    """The name that the phones have by now: of this door's group, else of an earlier round, in whatever language.

    A group of votes that came in before this door was opened stays as it is: its people are not known again.
    """
    phones = [item for item in workshop.groups if item.origin is Origin.PHONES]
    named = next((item for item in reversed(workshop.groups) if item.id == known), None)
    if named is not None:
        return named.name
    name = phones[0].name if phones else message(GROUP)
    latest = workshop.in_round(workshop.rounds[-1].id)
    taken = any(one_name(item.name) == one_name(name) for item in latest)
    return Intake(workshop).another_name(name) if taken else name
