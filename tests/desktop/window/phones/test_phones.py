"""Phones in the room: off unless asked for, counted per person, hidden until revealed, and gone with the window."""

import json
import socket
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from PySide6.QtWidgets import QAbstractButton, QInputDialog
from pytest import MonkeyPatch

from desktop.window.phones import phoning
from models.gathering.phones import server
from models.language.states import word
from models.pages.page import room_page
from models.schema.action import Step
from models.schema.grades import Stance
from models.schema.page import Page
from models.schema.public import public
from models.schema.steps.workshop_steps import renamed_group, round_revealed
from models.schema.workshop import Group
from tests.window import Window, close_unasked


class Room:
    """A window that has let phones in, and the phones."""

    def __init__(self, window: Window, monkeypatch: MonkeyPatch) -> None:
        self.window = window
        self.offered: list[str] = []
        monkeypatch.setattr(QInputDialog, "getItem", self._choose)
        self._pool = ThreadPoolExecutor(4)

    def let_in(self) -> None:
        self.window.command("phones")
        self.window.qtbot.waitUntil(lambda: self.window.snapshot.phones is not None)

    @property
    def address(self) -> str:
        phones = self.window.snapshot.phones
        assert phones is not None
        return phones.address

    def vote(self, voter: int, stance: str, round_id: str = "round-1") -> int:
        """The status that a phone gets for its vote, sent while the window goes on."""
        body = json.dumps({"round": round_id, "stances": {"russia-ties": stance}}).encode()
        headers = {"Content-Type": "application/json", "Cookie": f"voter={voter:032x}"}
        request = Request(f"{self.address}vote", body, headers)  # noqa: S310 - this laptop's own address
        sending: Future[int] = self._pool.submit(_status, request)
        self.window.qtbot.waitUntil(sending.done)
        return sending.result()

    def wait_for(self, *counts: tuple[str, int, int, int]) -> None:
        """Until the groups of the latest round have these votes on how Russia and the DPRK get on."""
        self.window.qtbot.waitUntil(lambda: self.counts() == list(counts))

    def counts(self) -> list[tuple[str, int, int, int]]:
        workshop = self.window.snapshot.workshop
        return [_count(group) for group in workshop.in_round(workshop.rounds[-1].id)]

    def seen(self) -> Page:
        """What the room sees."""
        return room_page(public(self.window.snapshot))

    def _choose(self, *given: object, **_: object) -> tuple[str, bool]:
        names = given[3]
        assert isinstance(names, list)
        self.offered = names
        return names[-1], True


def _status(request: Request) -> int:
    try:
        with urlopen(request) as reply:  # noqa: S310 - as above
            return int(reply.status)
    except HTTPError as error:
        with error:
            return error.code


def _count(group: Group) -> tuple[str, int, int, int]:
    count = group.ballot.of["russia-ties"] if group.ballot else None
    return (group.name, *((count.holds, count.uncertain, count.fails) if count else (0, 0, 0)))


@pytest.fixture
def room(window: Window, monkeypatch: MonkeyPatch) -> Room:
    return Room(window, monkeypatch)


def _listens(address: str) -> bool:
    host, _, port = address.split("/")[2].partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=2).close()
    except OSError:
        return False
    return True


def test_the_user_chooses_the_network_and_is_told_what_is_open(room: Room) -> None:
    room.let_in()

    assert room.offered[-1] == "This laptop only, to try it, 127.0.0.1"
    assert room.address.startswith("http://127.0.0.1:")
    assert room.address in room.window.text("notice-text")
    assert room.window.page == "Where do we differ?"
    assert "no phone can reach it" in str(room.seen())
    assert "Be on" not in str(room.seen())


def test_whoever_lets_phones_into_a_revealed_round_is_told_what_takes_votes(room: Room) -> None:
    room.let_in()
    first = room.window.text("notice-text")
    room.window.window.further.phoning.stop()
    room.window.act(Step(round_revealed, ("round-1",)))

    room.let_in()

    assert "a new round takes votes" not in first
    room.window.qtbot.waitUntil(lambda: "a new round takes votes" in room.window.text("notice-text"))


def test_nobody_is_let_in_where_the_question_is_left(window: Window, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("", False))

    window.command("phones")

    assert window.snapshot.phones is None


def test_votes_are_counted_per_person_as_one_group_and_can_be_changed(room: Room) -> None:
    room.let_in()
    for voter, stance in ((1, "fails"), (2, "fails"), (3, "holds")):
        room.vote(voter, stance)
    room.wait_for(("Phones", 1, 0, 2))

    room.vote(3, "uncertain")

    room.wait_for(("Phones", 0, 1, 2))
    assert room.window.snapshot.phones is not None
    assert room.window.snapshot.phones.votes == 3
    assert room.window.find(QAbstractButton, "room-phones").text() == "3"


def test_the_room_sees_the_way_in_and_how_many_but_no_answer(room: Room) -> None:
    room.let_in()
    room.vote(1, "fails")
    room.wait_for(("Phones", 0, 0, 1))

    told = str(room.seen())

    assert room.address in told
    assert "1 vote so far" in told
    assert "stop-phones" not in told
    assert word(Stance.FAILS) not in told


def test_a_name_that_was_given_to_the_group_stays(room: Room) -> None:
    room.let_in()
    room.vote(1, "fails")
    room.wait_for(("Phones", 0, 0, 1))

    (group,) = room.window.snapshot.workshop.present
    room.window.window.session.act(Step(renamed_group, (group.id, "The back rows")))
    room.vote(2, "fails")

    room.wait_for(("The back rows", 0, 0, 2))


def test_a_revealed_round_takes_no_more_votes_and_the_next_one_asks_again(room: Room) -> None:
    room.let_in()
    room.vote(1, "fails")
    room.wait_for(("Phones", 0, 0, 1))

    room.window.window.session.act(Step(round_revealed, ("round-1",)))
    assert room.vote(2, "fails") == 409
    assert room.address not in str(room.seen())
    room.window.command("new-round")
    room.vote(1, "holds", "round-2")

    room.wait_for(("Phones", 1, 0, 0))
    assert room.address in str(room.seen())
    assert [_count(group) for group in room.window.snapshot.workshop.in_round("round-1")] == [
        ("Phones", 0, 0, 1)
    ]


def test_votes_of_an_earlier_door_are_kept_beside_those_of_the_next(room: Room) -> None:
    room.let_in()
    room.vote(1, "fails")
    room.wait_for(("Phones", 0, 0, 1))
    room.window.command("stop-phones")

    room.let_in()
    room.vote(1, "holds")

    room.wait_for(("Phones", 0, 0, 1), ("Phones (2)", 1, 0, 0))


def test_the_log_tells_in_one_line_how_many_votes_of_phones_a_round_has(room: Room) -> None:
    room.let_in()
    room.vote(1, "fails")
    room.wait_for(("Phones", 0, 0, 1))
    room.vote(2, "fails")
    room.wait_for(("Phones", 0, 0, 2))

    room.window.act(Step(round_revealed, ("round-1",)))
    room.window.command("new-round")
    room.vote(1, "holds", "round-2")
    room.wait_for(("Phones", 1, 0, 0))

    told = [entry.what for entry in room.window.snapshot.workshop.log]
    assert [what for what in told if "Phones" in what] == [
        "Phones: 2 votes came in",
        "Phones: 1 vote came in",
    ]


def test_phones_stay_one_group_through_the_rounds_in_whatever_language_they_are_let_in(
    room: Room, monkeypatch: MonkeyPatch
) -> None:
    room.let_in()
    room.vote(1, "fails")
    room.wait_for(("Phones", 0, 0, 1))
    room.window.act(Step(round_revealed, ("round-1",)))
    room.window.command("stop-phones")
    room.window.command("new-round")

    monkeypatch.setattr(phoning, "GROUP", "휴대전화")  # as after a start in Korean
    room.let_in()
    room.vote(1, "holds", "round-2")

    room.wait_for(("Phones", 1, 0, 0))
    assert len({group.id for group in room.window.snapshot.workshop.groups}) == 1


def test_a_trial_is_told_as_one(room: Room) -> None:
    room.let_in()

    assert "Open for a trial on this laptop alone" in room.window.text("notice-text")


def test_a_trial_that_cannot_be_opened_says_so_and_why(room: Room, monkeypatch: MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(server, "Server", refused)
    room.window.command("phones")

    told = "The page cannot be opened for a trial on this laptop: Address already in use."
    room.window.qtbot.waitUntil(lambda: room.window.text("notice-text") == told)


ENDINGS: dict[str, Callable[[Window], object]] = {
    "stopped": lambda window: window.command("stop-phones"),
    "another case": lambda window: window.command("new"),
    "closed": lambda window: close_unasked(window.window),
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=list(ENDINGS))
def test_nothing_listens_any_more(room: Room, ending: Callable[[Window], object]) -> None:
    room.let_in()
    address = room.address
    assert _listens(address)

    ending(room.window)

    assert not _listens(address)


def test_phones_that_are_shut_out_as_something_else_opens_are_told_of(room: Room) -> None:
    room.let_in()

    room.window.command("new")

    told = "No phone is let in any more, as something else was opened."
    assert room.window.text("notice-text").startswith(told)
