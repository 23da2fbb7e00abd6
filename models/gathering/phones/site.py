"""What a phone may ask for, and nothing else: the page, and its own vote. Pure, so that every answer can be tested."""

import gzip
import json
import re
from collections.abc import Mapping
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from secrets import token_hex
from typing import Any, NamedTuple

from models.gathering.phones.voting import Outcome, Voting

VOTER = re.compile(r"[0-9a-f]{32}")
COOKIE, A_DAY = "voter", 86_400
STATUS = {Outcome.TAKEN: 200, Outcome.CLOSED: 409, Outcome.FULL: 503, Outcome.NONE: 400}
SAFE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Request(NamedTuple):
    """What was asked, with the names of its headers in small letters, and from where."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""
    device: str = ""


class Answer(NamedTuple):
    """What is answered."""

    status: int
    headers: Mapping[str, str] = SAFE
    body: bytes = b""


class Content(NamedTuple):
    """The page, with the policy that its browser keeps."""

    html: bytes
    policy: str


class Site:
    """Answers requests at one address under one token; whoever does not know that is told nothing."""

    def __init__(self, content: Content, voting: Voting, host: str, token: str) -> None:
        self._content, self._voting = content, voting
        self._packed = gzip.compress(content.html, mtime=0)
        self._host, self._root = host, f"/{token}/"

    def answer(self, request: Request) -> Answer:
        """The page, the vote, or a status without a word."""
        if request.headers.get("host") != self._host:
            return Answer(421)  # another name for this laptop: a page elsewhere may be behind it
        if _is(request.target, self._root):
            return self._page(request) if request.method == "GET" else _not_allowed("GET")
        if not _is(request.target, f"{self._root}vote"):
            return Answer(404)
        if request.method == "GET":
            return self._vote(request)
        return self._cast(request) if request.method == "POST" else _not_allowed("GET, POST")

    def _page(self, request: Request) -> Answer:
        headers = {
            **SAFE,
            "Content-Type": "text/html; charset=utf-8",
            "Content-Security-Policy": self._content.policy,
            "Vary": "Accept-Encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Answer(200, {**headers, "Content-Encoding": "gzip"}, self._packed)
        return Answer(200, headers, self._content.html)

    def _vote(self, request: Request) -> Answer:
        """What this phone has said, and what is asked; a new phone is given the name by which its vote is kept."""
        voter = _voter(request)
        if voter:
            return self._told(voter)
        told = self._told("")
        new = f"{COOKIE}={token_hex(16)}; Path={self._root}; Max-Age={A_DAY}; HttpOnly; SameSite=Strict"
        return told._replace(headers={**told.headers, "Set-Cookie": new})

    def _cast(self, request: Request) -> Answer:
        """Take a vote, if it comes from the page itself."""
        headers = request.headers
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if headers.get("origin", f"http://{self._host}") != f"http://{self._host}":
            return Answer(403)
        if kind != "application/json":
            return Answer(415)
        voter = _voter(request)
        if not voter:
            return Answer(403)
        try:
            sent = json.loads(request.body)
        except (ValueError, RecursionError):
            return Answer(400)
        if not isinstance(sent, dict) or not isinstance(sent.get("round"), str):
            return Answer(400)
        outcome = self._voting.cast(voter, sent["round"], sent.get("stances"), request.device)
        return self._told(voter) if outcome is Outcome.TAKEN else Answer(STATUS[outcome])

    def _told(self, voter: str) -> Answer:
        poll = self._voting.poll
        told: dict[str, Any] = {"round": poll.round, "name": poll.name, "open": poll.is_open}
        told["stances"] = self._voting.vote_of(voter)
        body = json.dumps(told, ensure_ascii=False).encode()
        return Answer(200, {**SAFE, "Content-Type": "application/json"}, body)


def _is(target: str, wanted: str) -> bool:
    """Whether a target is the one that is wanted, in a time that tells nothing about the token."""
    return compare_digest(target.encode(), wanted.encode())


def _voter(request: Request) -> str:
    try:
        cookie = SimpleCookie(request.headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie and VOTER.fullmatch(cookie.value) else ""


def _not_allowed(methods: str) -> Answer:
    return Answer(405, {**SAFE, "Allow": methods})
