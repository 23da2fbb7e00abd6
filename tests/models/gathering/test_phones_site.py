"""What phones may ask for: the page and their vote under one token, and nothing to anybody else."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.gathering.phones.page import phone_page
from models.gathering.phones.site import Answer, Content, Request, Site
from models.gathering.phones.voting import MAX_OF_ONE, MAX_VOTERS, Outcome, Poll, Voting
from models.schema.case import Case
from models.schema.scenario import Note
from models.schema.workshop import Count
from tests.models.conftest import Take

HOST, TOKEN = "192.168.1.20:8080", "a1b2c3d4e5"
ONE, OTHER = "0" * 32, "1" * 32
FIRST = Poll("round-1", "Round 1", True)


@pytest.fixture
def voting(essay: Case) -> Voting:
    return Voting(essay, FIRST, lambda: None)


@pytest.fixture
def site(voting: Voting) -> Site:
    return Site(Content(b"<p>page</p>", "default-src 'none'"), voting, HOST, TOKEN)


def asked(site: Site, target: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return site.answer(Request(method, target, {"host": HOST, **named}, body))


def cast(site: Site, sent: Any, voter: str = ONE, **headers: str) -> Answer:
    body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
    known = {"cookie": f"voter={voter}", "content_type": "application/json", **headers}
    return asked(site, f"/{TOKEN}/vote", "POST", body, **known)


def cast_by(voting: Voting, voter: int, device: str) -> Outcome:
    return voting.cast(f"{voter:032x}", "round-1", {"russia-ties": "fails"}, device)


def vote(**stances: str) -> dict[str, Any]:
    return {"round": "round-1", "stances": {name.replace("_", "-"): said for name, said in stances.items()}}


def test_the_page_is_at_its_address_packed_where_that_is_understood(site: Site) -> None:
    plain, packed = asked(site, f"/{TOKEN}/"), asked(site, f"/{TOKEN}/", accept_encoding="gzip, br")

    assert (plain.status, plain.body) == (200, b"<p>page</p>")
    assert gzip.decompress(packed.body) == plain.body


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/vote",
        "/favicon.ico",
        "/a1b2c3d4e6/",
        "/a1b2c3d4e5",
        "/a1b2c3d4e5/../vote",
        "/a1b2c3d4e5/vote/",
        "/a1b2c3d4e5/vote?x=1",
        "/a1b2c3d4e5/%2e%2e/%2e%2e/etc/passwd",
        "//a1b2c3d4e5/",
        "http://192.168.1.20:8080/a1b2c3d4e5/",
        "/a1b2c3d4e5/\xe9",
        "*",
    ],
)
def test_nothing_else_is_there(site: Site, target: str) -> None:
    for method in ("GET", "POST", "PUT"):
        told = asked(site, target, method)
        assert (told.status, told.body) == (404, b"")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    for target in (f"/{TOKEN}/", f"/{TOKEN}/vote"):
        assert asked(site, target, method).status == 405


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.20", "localhost:8080", "", "192.168.1.20:8080."])
def test_another_name_for_the_laptop_is_refused(site: Site, host: str) -> None:
    assert asked(site, f"/{TOKEN}/", host=host).status == 421


def test_a_phone_is_given_one_name_that_no_script_can_read(site: Site) -> None:
    new = asked(site, f"/{TOKEN}/vote").headers["Set-Cookie"]
    known = asked(site, f"/{TOKEN}/vote", cookie=new.partition(";")[0])

    assert "HttpOnly; SameSite=Strict" in new
    assert f"Path=/{TOKEN}/;" in new
    assert "Set-Cookie" not in known.headers


def test_a_vote_is_counted_and_told_to_whoever_cast_it_alone(site: Site, voting: Voting) -> None:
    told = cast(site, vote(russia_ties="fails", keeps_arsenal="holds"))

    assert json.loads(told.body)["stances"] == {"russia-ties": "fails", "keeps-arsenal": "holds"}
    assert json.loads(asked(site, f"/{TOKEN}/vote", cookie=f"voter={OTHER}").body)["stances"] == {}
    ballot = voting.ballot("round-1")
    assert ballot is not None
    assert ballot.of["russia-ties"] == Count(id="russia-ties", fails=1)


def test_a_vote_can_be_changed_and_counts_once(site: Site, voting: Voting) -> None:
    for said in ("fails", "holds", "uncertain"):
        cast(site, vote(russia_ties=said))

    ballot = voting.ballot("round-1")
    assert ballot is not None
    assert (ballot.heads, ballot.of["russia-ties"]) == (1, Count(id="russia-ties", uncertain=1))


def test_a_closed_round_takes_no_vote_and_the_next_one_does(site: Site, voting: Voting) -> None:
    voting.ask(FIRST._replace(is_open=False))
    closed = cast(site, vote(russia_ties="fails"))
    voting.ask(Poll("round-2", "Round 2", True))

    late, present = (
        cast(site, vote(russia_ties="fails")),
        cast(site, {**vote(russia_ties="fails"), "round": "round-2"}),
    )

    assert (closed.status, late.status, present.status) == (409, 409, 200)
    assert voting.ballot("round-1") is None


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 5_000,
        b'{"round": "round-1", "stances": NaN}',
        [],
        {},
        {"round": 1, "stances": {"russia-ties": "fails"}},
        {"round": "round-1"},
        {"round": "round-1", "stances": {}},
        {"round": "round-1", "stances": ["russia-ties"]},
        {"round": "round-1", "stances": {"no-such": "holds"}},
        {"round": "round-1", "stances": {"russia-ties": "as-argued"}},
        {"round": "round-1", "stances": {"russia-ties": ["fails"]}},
        {"round": "round-1", "stances": {"russia-ties": "<img src=x>"}},
    ],
)
def test_what_is_no_vote_is_refused_and_changes_nothing(site: Site, voting: Voting, sent: Any) -> None:
    assert cast(site, sent).status == 400
    assert voting.ballot("round-1") is None


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
        ({"cookie": ""}, 403),
        ({"cookie": "voter=me"}, 403),
        ({"cookie": "voter=" + "0" * 33}, 403),
    ],
)
def test_a_vote_from_another_page_or_nobody_is_refused(
    site: Site, voting: Voting, headers: dict[str, str], status: int
) -> None:
    assert cast(site, vote(russia_ties="fails"), **headers).status == status
    assert voting.ballot("round-1") is None


def test_there_are_no_more_voters_than_a_room_holds(voting: Voting) -> None:
    outcomes = {cast_by(voting, number, f"192.0.2.{number % 4}") for number in range(MAX_VOTERS)}

    assert outcomes == {Outcome.TAKEN}
    assert cast_by(voting, MAX_VOTERS, "192.0.2.5") is Outcome.FULL
    assert cast_by(voting, 0, "192.0.2.5") is Outcome.TAKEN


def test_one_device_that_invents_voters_leaves_room_for_the_others(voting: Voting) -> None:
    outcomes = [cast_by(voting, number, "192.0.2.1") for number in range(MAX_OF_ONE + 1)]

    assert (set(outcomes[:-1]), outcomes[-1]) == ({Outcome.TAKEN}, Outcome.FULL)
    assert cast_by(voting, MAX_OF_ONE + 1, "192.0.2.2") is Outcome.TAKEN
    assert cast_by(voting, 0, "192.0.2.1") is Outcome.TAKEN


def test_every_answer_forbids_to_keep_frame_or_guess_it(site: Site) -> None:
    answers: tuple[Callable[[], Answer], ...] = (
        lambda: asked(site, f"/{TOKEN}/"),
        lambda: asked(site, "/"),
        lambda: asked(site, f"/{TOKEN}/vote"),
        lambda: asked(site, f"/{TOKEN}/", "PUT"),
    )
    for ask in answers:
        headers = ask().headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"


def test_the_page_begins_as_the_source_has_it_and_holds_nothing_private(essay: Case, take: Take) -> None:
    snapshot = take(essay, {"A3": "fails"})
    secret = replace(snapshot.scenario, note="secret", notes=(Note(id="russia-ties", text="secret"),))

    content = phone_page(take(essay).__class__(**{**vars(snapshot), "scenario": secret}), date(2026, 11, 28))

    html = content.html.decode()
    assert "secret" not in html
    assert '"russia-ties":"fails"' not in html
    assert "connect-src 'self'" in content.policy
    assert "'unsafe-inline'" not in content.policy.partition("script-src")[2]
