"""What is changed over HTTP is seen by the pages that are open."""

from __future__ import annotations

from uuid import UUID

import pytest
from anyio.from_thread import BlockingPortal

from learnconnect_app.ui import live
from tests.api.conftest import Browser, NewBrowser


def wakes(portal: BlockingPortal, browser: Browser, user_id: UUID, *request: object) -> bool:
    """Whether a page of the learner is woken by the browser's request."""

    async def watch() -> bool:
        async with live.following(user_id, "a tab") as changed:
            await browser.sent(*request)
            return changed.is_set()

    return portal.call(watch)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("PATCH", "/api/v1/me", {"locale": "tr"}), ("POST", "/api/v1/auth/logout", {})],
)
def test_pages_are_woken_by_a_change_and_by_signing_out(
    browser: Browser,
    new_browser: NewBrowser,
    portal: BlockingPortal,
    method: str,
    path: str,
    body: dict[str, str],
) -> None:
    user_id = UUID(browser.register().json()["user_id"])
    other = new_browser()
    other.register(email="ali@example.org")
    assert not wakes(portal, other, user_id, method, path, body)
    assert wakes(portal, browser, user_id, method, path, body)


def test_refused_change_wakes_nobody(browser: Browser, portal: BlockingPortal) -> None:
    user_id = UUID(browser.register().json()["user_id"])
    assert not wakes(portal, browser, user_id, "PATCH", "/api/v1/me", {"timezone": "Mars"})
