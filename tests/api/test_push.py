"""Subscribing browsers to pushes over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.vapid import new_key, public_key
from learnconnect_app.models import Notification, OutboxMessage, PushSubscription, User
from learnconnect_app.services.notifications import insert
from learnconnect_app.services.reminders import tell
from tests.api.conftest import Browser, NewBrowser
from tests.factories import NOW
from tests.push_services import PushedBrowser
from tests.running import Configure

PATH = "/api/v1/push/subscriptions"
PRESSED = "/api/v1/push/pressed"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def a_subscription(endpoint: str = "https://push.example/1", **values: Any) -> dict[str, Any]:
    """As browsers word it."""
    keys = PushedBrowser()
    given = {"endpoint": endpoint, "expirationTime": None}
    return given | {"keys": {"p256dh": keys.p256dh, "auth": keys.auth}} | values


def endpoints(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.exec(select(PushSubscription.endpoint)))


def devices(browser: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get(PATH).json()["devices"]
    return found


def test_visitor_can_do_nothing_of_it(browser: Browser, installed: Database) -> None:
    assert browser.get(PATH).status_code == 401
    assert browser.post(PATH, json=a_subscription()).status_code == 401
    assert (
        browser.request("DELETE", PATH, json={"endpoint": "https://x.example"}).status_code == 401
    )
    assert endpoints(installed) == []


def test_browser_subscribes_is_listed_and_is_removed(
    new_browser: NewBrowser, installed: Database, configure: Configure
) -> None:
    browser = new_browser("10.0.0.2", **{"user-agent": FIREFOX})
    browser.register()
    answer = browser.post(PATH, json=a_subscription())
    assert answer.status_code == 201
    (device,) = devices(browser)
    assert device["id"] == answer.json()["id"]
    assert (device["name"], device["is_here"]) == ("Firefox · Linux", True)
    assert "endpoint" not in device
    gone = browser.request("DELETE", PATH, json={"endpoint": "https://push.example/1"})
    assert gone.status_code == 204
    assert devices(browser) == []


def test_key_is_told_to_learners(browser: Browser) -> None:
    browser.register()
    assert browser.get(PATH).json()["public_key"] == public_key()


def test_another_device_is_removed_by_its_id(
    new_browser: NewBrowser, browser: Browser, installed: Database
) -> None:
    browser.register()
    phone = new_browser("10.0.0.3")
    phone.sign_in()
    phone.post(PATH, json=a_subscription("https://push.example/phone"))
    (device,) = devices(browser)
    assert not device["is_here"]
    assert browser.request("DELETE", PATH, json={"id": device["id"]}).status_code == 204
    assert endpoints(installed) == []


def test_others_devices_are_neither_seen_nor_removed(
    new_browser: NewBrowser, browser: Browser, installed: Database
) -> None:
    browser.register()
    device = browser.post(PATH, json=a_subscription()).json()["id"]
    other = new_browser()
    other.register(email="ali@example.org")
    assert devices(other) == []
    for which in ({"id": device}, {"endpoint": "https://push.example/1"}, {}):
        assert other.request("DELETE", PATH, json=which).status_code == 204
    assert endpoints(installed) == ["https://push.example/1"]


def test_signing_out_ends_the_pushes_of_this_browser(
    new_browser: NewBrowser, browser: Browser, installed: Database
) -> None:
    browser.register()
    browser.post(PATH, json=a_subscription("https://push.example/here"))
    phone = new_browser("10.0.0.3")
    phone.sign_in()
    phone.post(PATH, json=a_subscription("https://push.example/phone"))
    browser.post("/api/v1/auth/logout")
    assert endpoints(installed) == ["https://push.example/phone"]


def test_who_signs_in_again_on_a_browser_keeps_its_pushes(browser: Browser) -> None:
    browser.register()
    device = browser.post(PATH, json=a_subscription()).json()["id"]
    browser.sign_in()
    assert [(each["id"], each["is_here"]) for each in devices(browser)] == [(device, True)]


def test_who_signs_in_on_a_browser_of_another_ends_their_sign_in_and_its_pushes(
    new_browser: NewBrowser, browser: Browser, installed: Database
) -> None:
    browser.register()
    browser.post(PATH, json=a_subscription("https://push.example/shared"))
    phone = new_browser("10.0.0.3")
    phone.sign_in()
    phone.post(PATH, json=a_subscription("https://push.example/phone"))
    left = new_browser("10.0.0.4")  # a page of theirs that still holds the old cookie
    left.cookies.update(browser.cookies)
    browser.register(email="ali@example.org")
    assert endpoints(installed) == ["https://push.example/phone"]
    assert browser.is_signed_in()
    assert phone.is_signed_in()
    assert not left.is_signed_in()


OLD, NEW = "https://push.example/old", "https://push.example/new"


@pytest.mark.parametrize(
    ("first", "then"),
    [({"replaces": OLD}, {"replaces": NEW}), ({"is_renewal": True}, {"is_renewal": True})],
    ids=["by its address", "which it forgot"],
)
def test_browser_renews_what_it_has_and_nothing_else(
    new_browser: NewBrowser,
    browser: Browser,
    installed: Database,
    first: dict[str, Any],
    then: dict[str, Any],
) -> None:
    browser.register()
    device = browser.post(PATH, json=a_subscription(OLD)).json()["id"]
    phone = new_browser("10.0.0.3")
    phone.sign_in()
    assert phone.post(PATH, json=a_subscription(NEW, **first)).status_code == 404
    answer = browser.post(PATH, json=a_subscription(NEW, **first))
    assert (answer.status_code, answer.json()["id"]) == (201, device)
    assert endpoints(installed) == [NEW]

    assert phone.request("DELETE", PATH, json={"id": device}).status_code == 204
    answer = browser.post(PATH, json=a_subscription(OLD, **then))
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert endpoints(installed) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"endpoint": "http://push.example/1"}, "endpoint"),
        ({"endpoint": "https://10.0.0.1/x"}, "endpoint"),
        ({"endpoint": "https://push.example/" + "x" * 1000}, "endpoint"),
        ({"endpoint": ""}, "endpoint"),
        ({"keys": {"p256dh": "short", "auth": "A" * 22}}, "p256dh"),
        ({"keys": {"p256dh": "B" * 87, "auth": "!" * 22}}, "auth"),
        ({"keys": {"auth": "A" * 22}}, "p256dh"),
        ({"user_id": "1"}, "user_id"),
        ({"replaces": ""}, "replaces"),
    ],
)
def test_what_is_no_subscription_is_refused(
    browser: Browser, installed: Database, wrong: dict[str, Any], field: str
) -> None:
    browser.register()
    answer = browser.post(PATH, json=a_subscription(**wrong))
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]
    assert endpoints(installed) == []


def test_own_machine_is_refused_in_production(
    browser: Browser, installed: Database, configure: Configure
) -> None:
    browser.register()
    assert browser.post(PATH, json=a_subscription("http://127.0.0.1:9/x")).status_code == 201
    configure(
        env="production",
        secret_key="k" * 40,
        public_url="https://localhost",
        vapid_private_key=new_key(),
        database_url=str(installed.writer.url),
    )
    answer = browser.post(PATH, json=a_subscription("http://127.0.0.1:9/y"))
    assert (answer.status_code, answer.json()["code"]) == (422, "push_endpoint")


def test_one_device_too_many_is_told_in_a_sentence(
    new_browser: NewBrowser, browser: Browser
) -> None:
    browser.register()
    for number in range(10):
        each = new_browser(f"10.0.1.{number}")
        each.sign_in()
        path = f"https://push.example/{number}"
        assert each.post(PATH, json=a_subscription(path)).status_code == 201
    answer = browser.post(
        PATH, json=a_subscription("https://push.example/11"), headers={"accept-language": "tr"}
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "push_too_many")
    assert "10 cihaza" in answer.json()["title"]


def test_device_is_called_what_the_learner_calls_it(browser: Browser, installed: Database) -> None:
    browser.register()
    device = browser.post(PATH, json=a_subscription()).json()["id"]
    named = browser.patch(f"{PATH}/{device}", json={"name": "  Ayşe'nin   telefonu "})
    assert named.status_code == 204
    browser.post(PATH, json=a_subscription("https://push.example/new"))  # it keeps its name
    assert [each["name"] for each in devices(browser)] == ["Ayşe'nin telefonu"]
    for name, code in (("   ", "device_unnamed"), ("x" * 41, "name_long")):
        answer = browser.patch(f"{PATH}/{device}", json={"name": name})
        assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_device_of_somebody_else_is_not_renamed(new_browser: NewBrowser, browser: Browser) -> None:
    browser.register()
    device = browser.post(PATH, json=a_subscription()).json()["id"]
    other = new_browser()
    other.register(email="ali@example.org")
    assert other.patch(f"{PATH}/{device}", json={"name": "mine"}).status_code == 404
    assert [each["name"] for each in devices(browser)] == [""]


def test_pressed_push_marks_what_the_app_tells_of_the_same_as_read(
    new_browser: NewBrowser, browser: Browser, installed: Database
) -> None:
    user_id = UUID(browser.register().json()["user_id"])
    browser.post(PATH, json=a_subscription())
    with installed.transaction() as session:
        user = session.get_one(User, user_id)
        for about in ("this", "that"):
            tell(session, user=user, rule="test_unlocked", about=about, values={}, now=NOW)
    with installed.transaction() as session:
        rows = session.exec(select(OutboxMessage).where(OutboxMessage.user_id == user_id)).all()
        insert(session, [row for row in rows if row.channel == "app"], now=NOW)
        (push,) = (row.id for row in rows if (row.channel, row.about) == ("push", "this"))
    other = new_browser()
    other.register(email="ali@example.org")

    def read() -> list[str]:
        with installed.reading() as session:
            found = select(Notification.dedupe_key).where(col(Notification.read_at).is_not(None))
            return [key.rpartition(":")[2] for key in session.exec(found)]

    for who, message, then in (
        (other, push, []),
        (browser, uuid4(), []),
        (browser, push, ["this"]),
    ):
        assert who.post(PRESSED, json={"id": str(message)}).status_code == 204
        assert read() == then
