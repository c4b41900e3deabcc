"""Reminders on this device: switched on in Settings, pushed, shown by a real service worker.

A browser of a test reaches no push service, so what it subscribes with is made by the test: the
address of a push service on loopback and keys that the test can read with. All else is real: the
permission, the service worker, the request to our server, the encrypted push, the notification.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Self

import pytest
from playwright.sync_api import Page, Worker, expect
from sqlmodel import col, select

from learnconnect_app.adapters.pushers import WebPusher
from learnconnect_app.domain.ports import GoneError
from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage, PushSubscription, User
from learnconnect_app.services.push_messages import composed_push
from tests.e2e.conftest import Learner
from tests.e2e.screens import HomeScreen, SettingsScreen
from tests.e2e.test_accessibility import expect_accessible
from tests.push_services import PushedBrowser, PushService, push_service

pytestmark = pytest.mark.browser

LOOKS = [
    {"size": "phone", "language": "tr", "theme": "light"},
    {"size": "desktop", "language": "en", "theme": "dark"},
]
SUBSCRIBES = """
(made) => {
  const kept = () => localStorage.getItem("subscribed");
  const subscription = {
    ...made,
    options: {},
    toJSON: () => ({ ...made, expirationTime: null }),
    unsubscribe: async () => (localStorage.removeItem("subscribed"), true),
  };
  PushManager.prototype.getSubscription = async () => (kept() ? subscription : null);
  PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || applicationServerKey.length !== 87) throw TypeError("not ours");
    localStorage.setItem("subscribed", "yes");
    return subscription;
  };
}
"""
"""In the place of what a browser asks its push service."""


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def keys() -> PushedBrowser:
    return PushedBrowser()


def prepared(page: Page, script: str, argument: Any = None) -> Page:
    """``script``, a function, runs before each page's own."""
    page.context.add_init_script(f"({script})({json.dumps(argument)})")
    return page


def allowed(page: Page, service: PushService, keys: PushedBrowser) -> Page:
    """A browser that may notify, and can subscribe."""
    page.context.grant_permissions(["notifications"])
    made = {
        "endpoint": f"{service.url}/{id(page)}",
        "keys": {"p256dh": keys.p256dh, "auth": keys.auth},
    }
    return prepared(page, SUBSCRIBES, made)


class PushScreen(SettingsScreen):
    def open(self) -> Self:
        """What lies further down is fetched when it comes near."""
        super().open()
        self.page.locator("#device").scroll_into_view_if_needed()
        return self

    def expect_state(self, state: str) -> None:
        expect(self.by("push")).to_have_attribute("data-state", state)
        expect(self.by("push")).to_have_attribute("aria-busy", "false")

    def turn_on(self) -> None:
        self.expect_state("off")
        self.by("push-on").click()
        self.expect_state("on")


def subscriptions(learner: Learner) -> list[PushSubscription]:
    with learner.app.database.reading() as session:
        found = select(PushSubscription).join(User, col(User.id) == PushSubscription.user_id)
        return list(session.exec(found.where(User.email == learner.email)))


def pushed(learner: Learner, service: PushService, keys: PushedBrowser, *, hours: int = 1) -> Any:
    """A reminder goes the whole way to the push service; what the browser reads of it."""
    now = datetime.now(UTC)
    (subscription,) = subscriptions(learner)
    row = OutboxMessage(
        user_id=subscription.user_id,
        channel="push",
        kind="test_unlocked",
        recipient=str(subscription.id),
        locale="en",
        params={"path": "/plan"},
        dedupe_key="test",
        due_at=now,
        expires_at=now + timedelta(hours=hours),
        created_at=now,
    )
    push = composed_push(row, subscription, learner.app.url, now=now)
    WebPusher("test@learn.example", may_be_local=True).send(push)
    return keys.read(service.received[-1].body)


# ---- settings -------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_device_is_switched_on_and_off(
    learner: Learner, service: PushService, keys: PushedBrowser, look: dict[str, str]
) -> None:
    page = allowed(learner.has_account(language=look["language"]).signed_in(**look), service, keys)
    screen = PushScreen(page).open()
    screen.expect_state("off")
    expect_accessible(page)
    screen.turn_on()
    expect(screen.by("push-told")).not_to_be_empty()
    expect(screen.by("push-device")).to_have_count(1)
    expect(screen.by("push-off")).to_be_focused()
    expect_accessible(page)
    (kept,) = subscriptions(learner)
    assert (kept.p256dh, kept.auth) == (keys.p256dh, keys.auth)

    screen.open().expect_state("on")  # after a reload too
    screen.by("push-off").click()
    screen.expect_state("off")
    expect(screen.by("push-device")).to_have_count(0)
    assert subscriptions(learner) == []


def test_device_is_removed_from_another_one(
    learner: Learner, service: PushService, keys: PushedBrowser
) -> None:
    learner.has_account()
    phone = PushScreen(allowed(learner.signed_in(size="phone"), service, keys)).open()
    phone.turn_on()
    desktop = PushScreen(allowed(learner.signed_in(), service, PushedBrowser())).open()
    desktop.expect_state("off")
    desktop.by("push-remove").focus()
    desktop.page.keyboard.press("Enter")
    expect(desktop.by("push-device")).to_have_count(0)
    assert subscriptions(learner) == []
    phone.open().expect_state("off")


def test_device_gets_another_name(
    learner: Learner, service: PushService, keys: PushedBrowser
) -> None:
    learner.has_account(language="tr")
    learner.expects("422 .*/api/v1/push/subscriptions/")  # no name
    page = allowed(learner.signed_in(size="phone", language="tr"), service, keys)
    screen = PushScreen(page).open()
    screen.turn_on()
    screen.by("push-rename").click()
    expect(screen.by("push-name")).to_be_focused()
    screen.by("push-name").fill("   ")
    screen.by("push-save").click()
    expect(screen.by("push-told")).to_have_text(message("tr", "error.device_unnamed"))
    screen.by("push-name").fill("Ayşe'nin telefonu")
    expect_accessible(page)
    page.keyboard.press("Enter")
    expect(screen.by("push-device")).to_contain_text("Ayşe'nin telefonu")
    screen.by("push-rename").click()
    page.keyboard.press("Escape")
    expect(screen.by("push-name")).to_have_count(0)


def test_signing_out_ends_reminders_on_this_device(
    learner: Learner, service: PushService, keys: PushedBrowser
) -> None:
    page = allowed(learner.has_account().signed_in(), service, keys)
    PushScreen(page).open().turn_on()
    page.get_by_role("banner").get_by_test_id("sign-out").click()
    page.wait_for_url(learner.app.url + "/")
    assert subscriptions(learner) == []


REFUSES = "() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' })"
LACKS = "() => { delete window.PushManager; }"
IS_AN_IPHONE = """() => {
  delete window.PushManager;
  Object.defineProperty(navigator, "userAgent", { get: () => "Mozilla/5.0 (iPhone; CPU ...)" });
}"""


@pytest.mark.parametrize(
    ("script", "state"),
    [(REFUSES, "denied"), (LACKS, "unsupported"), (IS_AN_IPHONE, "uninstalled")],
)
def test_browser_that_cannot_is_told_why(learner: Learner, script: str, state: str) -> None:
    page = prepared(learner.has_account().signed_in(), script)
    screen = PushScreen(page).open()
    screen.expect_state(state)
    expect(screen.by("push-on")).to_have_count(0)
    expect_accessible(page)


NEVER_ANSWERS = """() => {
  PushManager.prototype.subscribe = () => new Promise(() => {});
  const later = window.setTimeout;
  window.setTimeout = (run, after, ...more) => later(run, after === 15000 ? 300 : after, ...more);
}"""
FAILS = "() => { PushManager.prototype.subscribe = async () => { throw Error('no service'); }; }"


@pytest.mark.parametrize(
    ("script", "sentence"), [(NEVER_ANSWERS, "did not reach"), (FAILS, "could not turn")]
)
def test_browser_that_does_not_get_there_says_so_and_may_try_again(
    learner: Learner, service: PushService, keys: PushedBrowser, script: str, sentence: str
) -> None:
    page = prepared(allowed(learner.has_account().signed_in(), service, keys), script)
    screen = PushScreen(page).open()
    screen.by("push-on").click()
    expect(screen.by("push-told")).to_contain_text(sentence)
    screen.expect_state("off")
    expect(screen.by("push-on")).to_be_visible()
    assert subscriptions(learner) == []


# ---- the service worker ---------------------------------------------------------------------


class ServiceWorkerOf:
    """The one that the app registered, as a push service and a learner's finger reach it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._registrations: list[dict[str, Any]] = []
        self._client = page.context.new_cdp_session(page)
        self._client.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._client.send("ServiceWorker.enable")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def _note(self, event: dict[str, Any]) -> None:
        self._registrations += event["registrations"]

    @property
    def script(self) -> Worker:
        (worker,) = self._page.context.service_workers
        return worker

    def deliver(self, payload: Any) -> None:
        """As the browser does with what it decrypted."""
        scope = self._registrations[-1]
        self._client.send(
            "ServiceWorker.deliverPushMessage",
            {
                "origin": scope["scopeURL"].rstrip("/"),
                "registrationId": scope["registrationId"],
                "data": payload if isinstance(payload, str) else json.dumps(payload),
            },
        )

    def shown(self, *titles: str) -> list[dict[str, Any]]:
        """The notifications, once they are these, in any order."""
        found: list[dict[str, Any]] = self._page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.ready;
              const until = performance.now() + 10_000;
              for (;;) {
                const all = await registration.getNotifications();
                const isSo = all.map(({ title }) => title).sort().join() === TITLES;
                if (isSo || performance.now() > until) {
                  return all.map(({ title, body, tag, lang, icon, badge, renotify, data }) =>
                    ({ title, body, tag, lang, icon, badge, renotify, data }));
                }
                await new Promise((go) => setTimeout(go, 50));
              }
            }""".replace("TITLES", json.dumps(",".join(sorted(titles))))
        )
        assert {each["title"] for each in found} == set(titles)
        return found

    def press(self, url: str) -> None:
        """What the worker does once a notification was pressed: only the browser can press one."""
        self.script.evaluate("(url) => visit(pageOf(url))", url)


@pytest.fixture
def worker(learner: Learner, service: PushService, keys: PushedBrowser) -> ServiceWorkerOf:
    page = allowed(learner.has_account().signed_in(), service, keys)
    PushScreen(page).open().turn_on()
    return ServiceWorkerOf(page)


def test_reminder_is_pushed_shown_and_leads_to_its_page(
    learner: Learner, service: PushService, keys: PushedBrowser, worker: ServiceWorkerOf
) -> None:
    payload = pushed(learner, service, keys)
    assert service.received[-1].headers["topic"] == payload["tag"]
    worker.deliver(payload)
    (shown,) = worker.shown(payload["title"])
    assert shown["body"] == payload["body"]
    assert (shown["tag"], shown["lang"], shown["renotify"]) == (payload["tag"], "en", False)
    assert shown["icon"] == f"{learner.app.url}/icon-192.png"
    assert shown["badge"] == f"{learner.app.url}/badge-96.png"
    worker.press(shown["data"]["url"])
    worker._page.wait_for_url("**/plan")


def test_newer_reminder_takes_the_place_of_the_older(
    learner: Learner, service: PushService, keys: PushedBrowser, worker: ServiceWorkerOf
) -> None:
    payload = pushed(learner, service, keys)
    worker.deliver(payload)
    worker.shown(payload["title"])
    worker.deliver(payload | {"title": "Newer", "tag": payload["tag"]})
    worker.deliver(payload | {"title": "Another thing", "tag": "other"})
    worker.shown("Newer", "Another thing")


def test_push_that_cannot_be_read_still_shows_something(worker: ServiceWorkerOf) -> None:
    worker.deliver("not json")
    worker.shown("LearnConnect")


@pytest.mark.parametrize(
    "url", ["https://evil.example/plan", "javascript:alert(1)", "//evil.example", "http://[bad", ""]
)
def test_notification_leads_to_our_pages_alone(worker: ServiceWorkerOf, url: str) -> None:
    worker.press(url)
    worker._page.wait_for_url("**/home")


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/%2F/evil.example"])
def test_address_of_ours_that_reads_like_anothers_stays_ours(
    learner: Learner, worker: ServiceWorkerOf, path: str
) -> None:
    led = "(url) => new URL(pageOf(url), self.location.origin).origin"
    assert worker.script.evaluate(led, learner.app.url + path) == learner.app.url


def test_page_that_is_open_already_is_not_loaded_again(worker: ServiceWorkerOf) -> None:
    page = worker._page
    page.evaluate("window.isTheSame = true")
    worker.press("/settings")
    worker.press(page.url)
    assert page.evaluate("window.isTheSame")


RENEWS = """
async ([replaces, made]) => {
  let isEnded = false;
  await renew({
    oldSubscription: replaces ? { endpoint: replaces, options: {} } : null,
    newSubscription: { toJSON: () => made, unsubscribe: async () => (isEnded = true) },
  });
  return isEnded;
}
"""


def renewed(worker: ServiceWorkerOf, replaces: str, endpoint: str, keys: PushedBrowser) -> bool:
    """The browser has another address now; whether the worker gave it up."""
    made = {"endpoint": endpoint, "keys": {"p256dh": keys.p256dh, "auth": keys.auth}}
    return bool(worker.script.evaluate(RENEWS, [replaces, made]))


def test_browser_that_got_another_address_tells_us(
    learner: Learner, service: PushService, keys: PushedBrowser, worker: ServiceWorkerOf
) -> None:
    (before,) = subscriptions(learner)
    assert not renewed(worker, before.endpoint, f"{service.url}/renewed", keys)
    (after,) = subscriptions(learner)
    assert before.id == after.id
    assert before.endpoint != after.endpoint == f"{service.url}/renewed"


def test_browser_that_forgot_its_address_is_known_by_its_sign_in(
    learner: Learner, service: PushService, keys: PushedBrowser, worker: ServiceWorkerOf
) -> None:
    (before,) = subscriptions(learner)
    assert not renewed(worker, "", f"{service.url}/renewed", keys)
    (after,) = subscriptions(learner)
    assert (after.id, after.endpoint) == (before.id, f"{service.url}/renewed")
    with learner.app.database.transaction() as session:
        session.delete(session.get_one(PushSubscription, before.id))
    assert renewed(worker, "", f"{service.url}/again", keys)
    assert subscriptions(learner) == []


@pytest.mark.parametrize("path", ["/removed"])
def test_browser_that_is_not_known_any_more_is_not_pushed_to(
    learner: Learner, service: PushService, keys: PushedBrowser, worker: ServiceWorkerOf, path: str
) -> None:
    (before,) = subscriptions(learner)
    assert renewed(worker, path and service.url + path, f"{service.url}/renewed", keys)
    assert [each.endpoint for each in subscriptions(learner)] == [before.endpoint]


def test_gone_browser_is_noticed(
    learner: Learner, service: PushService, keys: PushedBrowser, worker: ServiceWorkerOf
) -> None:
    service.answers = [410]
    with pytest.raises(GoneError):
        pushed(learner, service, keys)


def test_worker_comes_after_the_page(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    HomeScreen(page).open()
    assert not any(url.endswith("/sw.js") for url in asked)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    scope = page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    assert scope == f"{learner.app.url}/"
