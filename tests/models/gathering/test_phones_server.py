"""The server for phones: what is hostile, slow or too much is turned away, and everybody else is served."""

import json
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest

from models.gathering.phones import server as serving
from models.gathering.phones import voting as voting_of_phones
from models.gathering.phones.server import MAX_HEAD, MAX_OPEN_OF_ONE, Allowance, Server
from models.gathering.phones.site import Answer, Content, Request, Site
from models.gathering.phones.voting import Poll, Voting
from models.schema.case import Case

TOKEN, LONGEST = "a1b2c3d4e5", 3_000
VOTERS = 200


@pytest.fixture
def voting(essay: Case) -> Voting:
    return Voting(essay, Poll("round-1", "Round 1", True), lambda: None)


@pytest.fixture
def server(voting: Voting) -> Iterator[Server]:
    server = Server("127.0.0.1", LONGEST)
    server.start(Site(Content(b"<p>page</p>", "default-src 'none'"), voting, server.host, TOKEN).answer)
    yield server
    server.stop()


def connected(server: Server, device: int = 1) -> socket.socket:
    """A connection from another address of this machine, as another phone has."""
    source = (f"127.0.{device // 250}.{device % 250 + 1}", 0)
    return socket.create_connection(("127.0.0.1", server.port), timeout=20, source_address=source)


def sent(server: Server, raw: bytes, device: int = 1) -> bytes:
    """All that comes back for these bytes, until the server closes."""
    with closing(connected(server, device)) as phone:
        try:
            phone.sendall(raw)
            return b"".join(iter(lambda: phone.recv(65_536), b""))
        except (ConnectionResetError, BrokenPipeError):
            return b""


def head(server: Server, method: str = "GET", target: str = f"/{TOKEN}/", **headers: str) -> bytes:
    named = {"Host": server.host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = (f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items()))
    return "\r\n".join((*lines, "", "")).encode()


def post(server: Server, voter: int, stance: str = "fails") -> bytes:
    body = json.dumps({"round": "round-1", "stances": {"russia-ties": stance}}).encode()
    known = {
        "Content_Type": "application/json",
        "Content_Length": str(len(body)),
        "Cookie": f"voter={voter:032x}",
    }
    return head(server, "POST", f"/{TOKEN}/vote", **known) + body


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_a_phone_gets_the_page_and_its_vote_is_taken(server: Server, voting: Voting) -> None:
    page = sent(server, head(server))

    assert status(page) == 200
    assert page.endswith(b"<p>page</p>")
    assert b"connection: close" in page.lower()
    assert status(sent(server, post(server, 1))) == 200
    ballot = voting.ballot("round-1")
    assert ballot is not None
    assert ballot.heads == 1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"HEAD /a1b2c3d4e5/ HTTP/1.1\r\nHost: {host}\r\n\r\n", 405),
        (b"OPTIONS * HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"PUT /a1b2c3d4e5/vote HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n", 405),
        (b"CONNECT other:80 HTTP/1.1\r\nHost: {host}\r\n\r\n", 404),
        (b"POST /a1b2c3d4e5/vote HTTP/1.1\r\nHost: {host}\r\nContent-Length: -1\r\n\r\n", 400),
        (
            b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            404,
        ),
        (b"GET / HTTP/1.1\r\nHost: {host}\r\nX: " + b"x" * (2 * MAX_HEAD) + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 107374182400\r\n\r\n", 413),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 4000\r\n\r\n" + b"x" * 4_000, 413),
        (b"POST / HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nfa0\r\n" + b"x" * 4_000, 413),
    ],
)
def test_hostile_requests_get_a_status_and_not_a_word(server: Server, raw: bytes, expected: int) -> None:
    answer = sent(server, raw.replace(b"{host}", server.host.encode()))

    assert status(answer) == expected
    assert answer.partition(b"\r\n\r\n")[2] == b""


def test_two_hundred_phones_vote_at_once_and_each_counts_once(server: Server, voting: Voting) -> None:
    together = Event()

    def one(number: int) -> tuple[int, int]:
        together.wait()
        page = status(sent(server, head(server), number))
        return page, status(sent(server, post(server, number), number))

    with ThreadPoolExecutor(VOTERS) as pool:
        answers = [pool.submit(one, number) for number in range(VOTERS)]
        together.set()
        got = {answer.result() for answer in answers}

    assert got == {(200, 200)}
    ballot = voting.ballot("round-1")
    assert ballot is not None
    assert (ballot.heads, ballot.of["russia-ties"].fails) == (VOTERS, VOTERS)


def test_voters_are_limited_by_the_device_that_brings_them(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voting_of_phones, "MAX_OF_ONE", 1)

    assert [status(sent(server, post(server, voter), device=1)) for voter in (1, 2)] == [200, 503]
    assert status(sent(server, post(server, 3), device=2)) == 200


def test_a_phone_that_comes_and_goes_keeps_its_vote(server: Server, voting: Voting) -> None:
    sent(server, post(server, 7))
    connected(server).close()
    with closing(connected(server)) as phone:
        phone.sendall(head(server, "POST", f"/{TOKEN}/vote", Content_Length="90"))

    back = sent(server, head(server, "GET", f"/{TOKEN}/vote", Cookie=f"voter={7:032x}"))
    changed = sent(server, post(server, 7, "holds"))

    assert b'"russia-ties": "fails"' in back
    assert status(changed) == 200
    ballot = voting.ballot("round-1")
    assert ballot is not None
    assert (ballot.heads, ballot.of["russia-ties"].holds) == (1, 1)


def test_whoever_dawdles_is_hung_up_on_and_keeps_nobody_out(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.5)
    slow = [connected(server, 9) for _ in range(MAX_OPEN_OF_ONE + 20)]
    try:
        for phone in slow:
            phone.sendall(b"GET / HT")
        served = status(sent(server, head(server), 2))
        ended = [_rest(phone) for phone in slow]
    finally:
        for phone in slow:
            phone.close()

    assert served == 200
    assert ended == [b""] * len(slow)
    assert status(sent(server, head(server), 9)) == 200


def _rest(phone: socket.socket) -> bytes:
    try:
        return phone.recv(10)
    except ConnectionResetError:
        return b""


def test_a_device_that_floods_is_told_to_wait_and_others_are_not() -> None:
    moment = [0.0]
    allowance = Allowance(lambda: moment[0])
    flood = [allowance.allows("flood") for _ in range(serving.BURST + 50)]

    assert flood == [True] * serving.BURST + [False] * 50
    assert allowance.allows("other")
    moment[0] = 1.0
    assert [allowance.allows("flood") for _ in range(serving.A_SECOND + 1)] == [True] * serving.A_SECOND + [
        False
    ]


def test_of_many_devices_only_the_last_are_remembered() -> None:
    allowance = Allowance(lambda: 0.0)

    for number in range(serving.REMEMBERED + 500):
        allowance.allows(str(number))

    assert len(allowance._left) == serving.REMEMBERED


def test_a_flood_is_answered_with_a_status(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "BURST", 2)

    got = [status(sent(server, head(server), 3)) for _ in range(3)]

    assert got == [200, 200, 429]


def test_nothing_listens_once_it_is_stopped(voting: Voting) -> None:
    stopped = Server("127.0.0.1", LONGEST)
    stopped.start(lambda _: Answer(200))
    with closing(connected(stopped)) as waiting:
        stopped.stop()
        assert _rest(waiting) == b""

    with pytest.raises(OSError, match="refused"):
        connected(stopped)


def test_a_port_that_is_taken_is_no_obstacle() -> None:
    first, second = Server("127.0.0.1", LONGEST), Server("127.0.0.1", LONGEST)
    try:
        assert first.port != second.port
    finally:
        first.stop()
        second.stop()


def test_an_answer_that_fails_ends_its_connection_alone() -> None:
    answers: list[Callable[[Request], Answer]] = [lambda _: 1 / 0, lambda _: Answer(204)]  # type: ignore[list-item, return-value]
    server = Server("127.0.0.1", LONGEST)
    server.start(lambda request: answers.pop(0)(request))
    try:
        assert [status(sent(server, head(server))) for _ in range(2)] == [0, 204]
    finally:
        server.stop()
