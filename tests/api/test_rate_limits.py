"""Ten tries in five minutes for an account and for an address, whatever the number of processes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import RateLimit
from learnconnect_app.services.accounts import TRIES, TRIES_WITHIN, count_try
from learnconnect_app.services.rate_limits import forget_expired, is_allowed, take_back
from tests.api.conftest import PASSWORD, Browser, CountingHasher, NewBrowser
from tests.running import START, Clock, Configure

WRONG = "not the password"


def tries(count: int, once: Callable[[], int]) -> list[int]:
    return [once() for _ in range(count)]


def test_of_a_thousand_tries_ten_are_verified_in_five_minutes(
    browser: Browser, hasher: CountingHasher
) -> None:
    browser.register()
    hasher.verified.clear()
    answers = tries(1000, lambda: browser.sign_in(password=WRONG).status_code)
    assert answers == [401] * 10 + [429] * 990
    assert len(hasher.verified) == 10


def test_tries_from_many_addresses_are_no_more(
    browser: Browser, new_browser: NewBrowser, hasher: CountingHasher
) -> None:
    browser.register()
    hasher.verified.clear()
    for n in range(100):
        new_browser(f"10.1.1.{n}").sign_in(password=WRONG)
    assert len(hasher.verified) == 10


def test_one_address_tries_no_more_by_going_through_accounts(
    browser: Browser, hasher: CountingHasher
) -> None:
    for n in range(30):
        browser.sign_in(email=f"learner{n}@example.org", password=WRONG)
    assert len(hasher.verified) == 10


def is_taken(session: Session, now: datetime) -> bool:
    """Whether a try counts; one that is refused leaves nothing behind."""
    try:
        with session.begin_nested():
            count_try(session, what="login", email="ayse@x.org", address="10.0.0.1", now=now)
    except DomainError:
        return False
    return True


@pytest.mark.parametrize("offset", [0, 31, 59])
def test_any_five_minutes_hold_no_more_than_ten(session: Session, offset: int) -> None:
    """Whoever tries as often as it is allowed, at every moment, gets on but no faster."""
    taken_at: list[int] = []
    for second in range(offset, 1800, 20):
        while is_taken(session, START + timedelta(seconds=second)):
            taken_at.append(second)
    assert len(taken_at) >= 50
    for at in taken_at:
        assert len([other for other in taken_at if at <= other < at + 300]) <= TRIES


def test_who_knows_the_password_is_not_counted(browser: Browser, new_browser: NewBrowser) -> None:
    """A class signs in from one address at one moment."""
    browser.register()
    answers = tries(30, lambda: new_browser("10.0.0.9").sign_in().status_code)
    assert answers == [200] * 30


def test_right_password_in_between_makes_no_room_for_wrong_ones(
    browser: Browser, hasher: CountingHasher
) -> None:
    browser.register()
    hasher.verified.clear()
    for n in range(40):
        browser.sign_in(password=PASSWORD if n % 2 else WRONG)
    wrong = [n for n in range(len(hasher.verified)) if n % 2 == 0]
    assert len(wrong) == 10


def test_what_is_taken_back_late_makes_no_room_later(session: Session) -> None:
    def allowed(now: datetime) -> bool:
        return is_allowed(session, name="x", of="y", most=TRIES, within=TRIES_WITHIN, now=now)

    before, after = START + timedelta(seconds=59), START + timedelta(seconds=61)
    for _ in range(TRIES):
        allowed(before)
    for _ in range(TRIES):
        take_back(session, name="x", of="y", within=TRIES_WITHIN, now=after)
    later = START + timedelta(minutes=6)
    assert sum(allowed(later) for _ in range(3 * TRIES)) == TRIES


def test_class_may_register_together(new_browser: NewBrowser) -> None:
    answers = [
        new_browser("10.0.0.9").register(email=f"learner{n}@example.org").status_code
        for n in range(61)
    ]
    assert answers == [201] * 60 + [429]


def test_right_password_is_refused_too_until_the_time_is_over(
    browser: Browser, new_browser: NewBrowser, clock: Clock
) -> None:
    browser.register()
    other = new_browser("10.0.0.2")
    tries(10, lambda: other.sign_in(password=WRONG).status_code)
    refused = other.sign_in()
    assert refused.status_code == 429
    assert refused.json()["code"] == "too_many_tries"
    assert "5" in refused.json()["title"]
    assert browser.is_signed_in()  # who is in stays in
    clock.forward(seconds=int(refused.headers["retry-after"]))
    assert other.sign_in().status_code == 200


def test_tries_that_were_refused_do_not_lengthen_the_wait(browser: Browser, clock: Clock) -> None:
    browser.register()
    tries(10, lambda: browser.sign_in(password=WRONG).status_code)
    for _ in range(12):
        clock.forward(seconds=30)
        browser.sign_in(password=WRONG)
    assert browser.sign_in().status_code == 200


@pytest.mark.parametrize(
    "once",
    [
        lambda browser: browser.register(email="nobody"),
        lambda browser: browser.post(
            "/api/v1/auth/forgot-password", json={"email": "ayse@example.org"}
        ),
        lambda browser: browser.post(
            "/api/v1/auth/reset-password", json={"token": "guess", "password": "guess guess"}
        ),
    ],
    ids=["register", "forgot-password", "reset-password"],
)
def test_other_doors_are_limited_as_well(
    browser: Browser, once: Callable[[Browser], object]
) -> None:
    answers = tries(12, lambda: once(browser).status_code)  # type: ignore[attr-defined]
    assert 429 not in answers[:10]
    assert answers[10:] == [429, 429]


def test_doors_are_counted_apart(browser: Browser) -> None:
    browser.register()
    tries(10, lambda: browser.sign_in(password=WRONG).status_code)
    forgot = browser.post("/api/v1/auth/forgot-password", json={"email": "ayse@example.org"})
    assert forgot.status_code == 202


class TestBehindAProxy:
    """What a client writes into ``X-Forwarded-For`` does not get it around the limit."""

    @pytest.fixture(autouse=True)
    def proxy(self, new_browser: NewBrowser, configure: Configure, installed: Database) -> None:
        configure(trusted_proxy_hops="1")

    @staticmethod
    def verified(browser: Browser, hasher: CountingHasher, *forwarded: list[str]) -> int:
        """Of as many tries as there are lists of header lines, each for another account."""
        hasher.verified.clear()
        for n, lines in enumerate(forwarded):
            browser.post(
                "/api/v1/auth/login",
                json={"email": f"learner{n}@example.org", "password": WRONG},
                headers=[("x-forwarded-for", line) for line in lines],
            )
        return len(hasher.verified)

    def test_address_that_the_proxy_saw_is_counted(
        self, browser: Browser, hasher: CountingHasher
    ) -> None:
        clients = [[f"192.0.2.{n}"] for n in range(15)]
        assert self.verified(browser, hasher, *clients) == 15

    @pytest.mark.parametrize(
        "lines",
        [
            ["10.9.9.{n}, 192.0.2.1"],
            ["10.9.9.{n}", "192.0.2.1"],
            ["10.9.9.{n}, 10.8.8.{n}", " ,192.0.2.1,"],
            ["192.0.2.1:{n}000"],
            ["::ffff:192.0.2.1"],
            ["2001:db8:1:2::{n}"],
            ["[2001:db8:1:2::{n}]:4430"],
            ["fe80::1%eth{n}"],
        ],
    )
    def test_what_stands_beside_it_changes_nothing(
        self, browser: Browser, hasher: CountingHasher, lines: list[str]
    ) -> None:
        clients = [[line.format(n=n) for line in lines] for n in range(1, 16)]
        assert self.verified(browser, hasher, *clients) == 10

    def test_request_that_came_around_the_proxy_counts_for_its_own_address(
        self, browser: Browser, hasher: CountingHasher
    ) -> None:
        assert self.verified(browser, hasher, *([[]] * 15)) == 10


def test_header_of_a_client_is_ignored_without_a_proxy(
    browser: Browser, hasher: CountingHasher
) -> None:
    clients = [[f"192.0.2.{n}"] for n in range(15)]
    assert TestBehindAProxy.verified(browser, hasher, *clients) == 10


def test_tries_at_the_same_moment_are_counted_one_by_one(database: Database) -> None:
    def one(n: int) -> bool:
        with database.transaction() as session:
            try:
                count_try(
                    session,
                    what="login",
                    email="ayse@example.org" if n % 2 else f"learner{n}@example.org",
                    address="10.0.0.1",
                    now=START + timedelta(milliseconds=n),
                )
            except DomainError:
                return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(one, range(60))) == TRIES


def test_count_is_forgotten_when_it_is_over_and_not_before(database: Database) -> None:
    def allowed(now: object) -> bool:
        with database.transaction() as session:
            return is_allowed(
                session,
                name="x",
                of="y",
                most=1,
                within=TRIES_WITHIN,
                now=now,  # type: ignore[arg-type]
            )

    assert allowed(START)
    with database.transaction() as session:
        forget_expired(session, now=START + TRIES_WITHIN)
    assert not allowed(START + TRIES_WITHIN - timedelta(seconds=1))
    with database.transaction() as session:
        forget_expired(session, now=START + 4 * TRIES_WITHIN)
        assert not session.exec(select(RateLimit)).all()
