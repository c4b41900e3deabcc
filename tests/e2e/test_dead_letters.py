"""An operator looks at what did not get through, and settles it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Locator, expect
from sqlmodel import select

from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage, User
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import Screen
from tests.e2e.test_accessibility import expect_accessible

pytestmark = pytest.mark.browser


class AdminScreen(Screen):
    path = "/admin"

    def letter(self, kind: str) -> Locator:
        return self.by("letter-row").filter(has_text=kind)


def a_letter(app: App, learner: Learner, kind: str, **traits: object) -> UUID:
    """To nobody's address: a mail that nobody answered for an hour ago."""
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    row = OutboxMessage(
        channel="mail",
        kind=kind,
        recipient=learner.email,
        locale="en",
        params={"path": "/home"},
        dedupe_key=f"{kind}:{learner.email}",
        status="unknown",
        attempts=1,
        leased_until=long_ago,
        due_at=long_ago,
        created_at=long_ago,
    )
    row.sqlmodel_update(traits)
    with app.database.transaction() as session:
        session.add(row)
        session.flush()
        return row.id


def status_of(app: App, letter: UUID) -> str:
    with app.database.reading() as session:
        return session.get_one(OutboxMessage, letter).status


@pytest.mark.parametrize(
    ("size", "language", "theme"), [("phone", "tr", "dark"), ("desktop", "en", "light")]
)
def test_what_did_not_get_through_is_sent_again_or_settled(
    app: App, learner: Learner, size: str, language: str, theme: str
) -> None:
    learner.has_account(language=language)
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        user.role = "operator"
    trial = a_letter(
        app, learner, "test", status="failed", attempts=6, error="SendGrid answered 503"
    )
    reset = a_letter(app, learner, "password_reset")
    admin = AdminScreen(learner.signed_in(size=size, language=language, theme=theme)).open()
    expect(admin.letter("test")).to_contain_text("SendGrid answered 503")
    expect(admin.letter("password_reset").get_by_test_id("send-again")).to_have_count(0)
    expect_accessible(admin.page)
    admin.letter("test").get_by_test_id("send-again").click()
    expect(admin.letter("test")).to_have_count(0)
    admin.letter("password_reset").get_by_test_id("letter-arrived").click()
    expect(admin.by("letter-row")).to_have_count(0)
    expect(admin.page.get_by_text(message(language, "admin.letters.none"))).to_be_visible()
    assert status_of(app, trial) in ("pending", "sending", "sent")
    assert status_of(app, reset) == "sent"


def test_learner_sees_none_of_it(app: App, learner: Learner) -> None:
    a_letter(app, learner, "milestone")
    learner.expects("404")
    page = learner.has_account().signed_in()
    page.goto("/admin")
    expect(page.get_by_test_id("letter-row")).to_have_count(0)
    expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    expect(page.get_by_test_id("letter-row")).to_have_count(0)
