"""Whoever registers is asked for nothing; the address is confirmed from a mail, and Settings say
how it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from learnconnect_app.locales import message
from learnconnect_app.models import User
from tests.e2e.conftest import App, Learner
from tests.e2e.test_accessibility import expect_accessible, violations
from tests.e2e.test_accounts import mailed_link
from tests.e2e.test_settings_reminders import Settings

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("size", "language", "theme"), [("phone", "tr", "light"), ("desktop", "en", "dark")]
)
def test_address_is_confirmed_by_the_link_in_a_mail(
    app: App, learner: Learner, size: str, language: str, theme: str
) -> None:
    learner.has_account(language=language)
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        user.email_confirmed_at = None
    settings = Settings(learner.signed_in(size=size, language=language, theme=theme))
    settings.open_connections()
    mail = settings.by("way-mail")
    expect(mail).to_have_attribute("data-state", "unconfirmed")
    expect(mail.get_by_test_id("trouble")).to_have_text(message(language, "channel.unconfirmed"))
    mail.get_by_test_id("send-link").click()
    expect(mail.get_by_test_id("link-result")).to_have_text(
        message(language, "integrations.link_sent")
    )
    expect_accessible(settings.page)

    elsewhere = learner.visit(size=size, language=language, theme=theme)
    elsewhere.goto(mailed_link(elsewhere, learner.email))
    expect(elsewhere.locator("main")).to_contain_text(learner.email)
    expect(mail).to_have_attribute("data-state", "unconfirmed")  # looking changes nothing
    assert violations(elsewhere) == []
    elsewhere.get_by_role("button").click()
    expect(elsewhere.get_by_role("heading")).to_have_text(message(language, "mail.confirming.done"))
    expect(mail).to_have_attribute("data-state", "local")  # in the other tab, by itself
    expect(mail.get_by_test_id("trial-mail")).to_be_visible()
