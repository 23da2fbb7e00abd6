"""Serves a site to the phones of a room: one request a connection, each within limits of size, time and number.

h11 reads and writes HTTP; around it there is no framework, so that nothing is served but what the site answers. The
server has a thread and an event loop of its own, and is gone when it is stopped.
"""

import asyncio
import socket
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import monotonic

import h11

from models.gathering.phones.site import SAFE, Answer, Request

MAX_HEAD, CHUNK = 8_192, 4_096
PATIENCE, SENDING, STOPPING = 5.0, 20.0, 3.0
"""Seconds in which a request must be whole, an answer taken, and the server gone."""
MAX_OPEN, MAX_OPEN_OF_ONE = 500, 250
"""Connections: behind a router a whole room that votes at once is one device."""
BURST, A_SECOND, REMEMBERED = 1_000, 40, 1_000
"""So many requests one device may send at once, and so many a second from then on; of so many devices it is known."""
PREFERRED_PORT, TURNS = 8080, 10

Answering = Callable[[Request], Answer]


class TooLarge(Exception):  # noqa: N818 - it reads as what happened
    """A body is larger than a vote can be."""


class Allowance:
    """How much each device may still ask: a bucket that fills up again."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._left: dict[str, tuple[float, float]] = {}

    def allows(self, device: str) -> bool:
        """Take one from a device's bucket, if there is one left."""
        moment = self._now()
        left, then = self._left.pop(device, (BURST, moment))
        left = min(BURST, left + (moment - then) * A_SECOND)
        while len(self._left) >= REMEMBERED:
            self._left.pop(next(iter(self._left)))
        self._left[device] = (left - 1 if left >= 1 else left, moment)
        return left >= 1


class Server:
    """Listens at one address of this laptop until it is stopped; raises OSError where it cannot."""

    def __init__(self, address: str, longest: int) -> None:
        self._socket = _listening(address)
        self.port: int = self._socket.getsockname()[1]
        host, named = f"{address}:{self.port}", self.port != 80
        self.host = host if named else address
        self._longest = longest
        self._answer: Answering = lambda _: Answer(404)
        self._allowance = Allowance()
        self._open: Counter[str] = Counter()
        self._serving: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()
        self._thread = Thread(target=self._work, name="phones", daemon=True)

    def start(self, answer: Answering) -> None:
        """Answer from now on."""
        self._answer = answer
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and the door."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopped.set)
            self._thread.join(STOPPING)
        elif not self._loop.is_closed():
            self._loop.close()  # it was never started
        self._socket.close()

    def _work(self) -> None:
        try:
            self._loop.run_until_complete(self._listen())
        finally:
            self._loop.close()

    async def _listen(self) -> None:
        server = await asyncio.start_server(self._meet, sock=self._socket, limit=CHUNK, backlog=MAX_OPEN)
        await self._stopped.wait()
        with suppress(NotImplementedError):  # asyncio would lose whom it meets in the turn in which it closes
            self._loop.remove_reader(self._socket)
        for _ in range(TURNS):  # whoever is just at the door is met, and sent away at once
            for task in self._serving:
                task.cancel()
            await asyncio.sleep(0)
        server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: refused where there are too many, closed after one answer."""
        device = str(writer.get_extra_info("peername", ("",))[0])
        full = self._open.total() >= MAX_OPEN or self._open[device] >= MAX_OPEN_OF_ONE
        task = asyncio.current_task()
        if full or task is None or self._stopped.is_set():
            writer.transport.abort()
            return
        self._serving.add(task)
        self._open[device] += 1
        try:
            await self._serve(device, reader, writer)
        except (TimeoutError, OSError):
            pass
        finally:
            self._serving.discard(task)
            self._open[device] -= 1
            self._open += Counter()  # forget those that have none
            writer.transport.abort()

    async def _serve(self, device: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h11.Connection(h11.SERVER, max_incomplete_event_size=MAX_HEAD)
        try:
            async with asyncio.timeout(PATIENCE):
                request = await self._read(device, connection, reader)
            allowed = self._allowance.allows(device)
            answer = self._answer(request) if allowed else Answer(429, {**SAFE, "Retry-After": "5"})
        except h11.RemoteProtocolError as error:
            answer = Answer(error.error_status_hint)
        except TooLarge:
            answer = Answer(413)
        writer.write(_written(connection, answer))
        async with asyncio.timeout(SENDING):
            await writer.drain()
            writer.close()
            await writer.wait_closed()

    async def _read(self, device: str, connection: h11.Connection, reader: asyncio.StreamReader) -> Request:
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(await reader.read(CHUNK))
            elif isinstance(event, h11.Request):
                head = event
                if any(
                    name == b"content-length" and int(size) > self._longest for name, size in head.headers
                ):
                    raise TooLarge
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > self._longest:
                    raise TooLarge
            elif isinstance(event, h11.EndOfMessage) and head is not None:
                return _request(head, bytes(body), device)
            else:
                raise ConnectionError


def _listening(address: str) -> socket.socket:
    """A socket at a port that is easy to type, or at any that is free."""
    with suppress(OSError):
        return socket.create_server((address, PREFERRED_PORT))
    return socket.create_server((address, 0))


def _request(head: h11.Request, body: bytes, device: str) -> Request:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in head.headers}
    return Request(head.method.decode("latin-1"), head.target.decode("latin-1"), headers, body, device)


def _written(connection: h11.Connection, answer: Answer) -> bytes:
    """The bytes of an answer; nothing where the other side may not be answered any more."""
    headers = {**answer.headers, "Content-Length": str(len(answer.body)), "Connection": "close"}
    parts = (
        h11.Response(status_code=answer.status, headers=list(headers.items())),
        h11.Data(data=answer.body),
        h11.EndOfMessage(),
    )
    with suppress(h11.LocalProtocolError):
        return b"".join(connection.send(part) or b"" for part in parts)
    return b""
