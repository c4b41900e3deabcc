"""Sharing over HTTP: the address is told once, ends at once, and shows only what was chosen."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader
from sqlmodel import select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.models import Mentorship, MentorVisit, ShareLink, User
from learnconnect_app.services.share_links import revoke_link
from tests.api.conftest import AYSE, Browser, NewBrowser
from tests.running import Clock

LINK = {"label": "Anne", "shows": ["plan", "minutes"], "days": 30}


@pytest.fixture
def other_browser(new_browser: NewBrowser) -> Browser:
    return new_browser("10.0.0.2")


@pytest.fixture
def ayse(browser: Browser) -> Browser:
    browser.register()
    return browser


def user_id(database: Database, email: str = AYSE["email"]) -> UUID:
    with database.reading() as session:
        return session.exec(select(User.id).where(User.email == email)).one()


def shared_at(browser: Browser, **traits: Any) -> str:
    made = browser.post("/api/v1/share-links", json=LINK | traits)
    assert made.status_code == 201, made.text
    return str(made.json()["path"])


def test_a_link_opens_what_was_chosen_for_a_visitor(
    ayse: Browser, other_browser: Browser, installed: Database
) -> None:
    path = shared_at(ayse)
    told = other_browser.get(f"/api/v1{path}")
    assert told.status_code == 200
    assert told.json()["name"] == AYSE["display_name"]
    assert {"plan", "minutes", "mastery", "streak", "notes"} & set(told.json()) == {
        "plan",
        "minutes",
    }
    assert AYSE["email"] not in told.text
    with installed.reading() as session:
        assert session.exec(select(ShareLink.token_hash)).one() not in path
        assert len(session.exec(select(MentorVisit)).all()) == 1


def test_what_has_ended_answers_as_what_never_was(
    ayse: Browser, other_browser: Browser, installed: Database
) -> None:
    path = shared_at(ayse)
    with installed.reading() as session:
        link_id = session.exec(select(ShareLink.id)).one()
    wiring.perform(revoke_link, user_id=user_id(installed), link_id=link_id)
    for suffix in ("", "/report.pdf"):
        ended = other_browser.get(f"/api/v1{path}{suffix}")
        never = other_browser.get(f"/api/v1/share/nothing{suffix}")
        assert ended.status_code == never.status_code == 404
        assert ended.content == never.content


def test_guessing_is_slowed_down(other_browser: Browser, clock: Clock) -> None:
    codes = {other_browser.get(f"/api/v1/share/{n}").status_code for n in range(40)}
    assert codes == {404, 429}
    clock.forward(hours=1)
    assert other_browser.get("/api/v1/share/x").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"label": " "}, "label"), ({"shows": []}, "shows"), ({"days": 365}, "days")],
)
def test_what_is_wrong_is_said_beside_its_field(
    ayse: Browser, wrong: dict[str, Any], field: str
) -> None:
    refused = ayse.post("/api/v1/share-links", json=LINK | wrong)
    assert refused.status_code == 422
    assert list(refused.json()["fields"]) == [field]


def test_a_report_holds_what_its_visitor_may_see(ayse: Browser, other_browser: Browser) -> None:
    path = shared_at(ayse)
    got = other_browser.get(f"/api/v1{path}/report.pdf?language=tr")
    assert got.headers["content-type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(got.content)).pages)
    assert AYSE["display_name"] in text
    assert "Gün gün dakikalar" in text
    assert "Konulara göre" not in text
    own = ayse.get("/api/v1/progress/report.pdf?language=en")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(own.content)).pages)
    assert "Mastery by topic" in text
    assert "Notes" not in text


def test_a_mentor_sees_their_learner_and_nobody_else_does(
    ayse: Browser, new_browser: NewBrowser, installed: Database, clock: Clock
) -> None:
    mentor, other = new_browser("10.0.0.8"), new_browser("10.0.0.9")
    mentor.register(email="hoca@example.org")
    other.register(email="ali@example.org")
    with installed.transaction() as session:
        row = Mentorship(
            learner_id=user_id(installed),
            mentor_id=user_id(installed, "hoca@example.org"),
            email="hoca@example.org",
            token_hash="0" * 64,
            shows=["streak"],
            invited_at=clock(),
            expires_at=clock(),
            accepted_at=clock(),
        )
        session.add(row)
    for suffix in ("", "/report.pdf"):
        path = f"/api/v1/mentorships/{row.id}{suffix}"
        assert mentor.get(path).status_code == 200
        assert other.get(path).status_code == ayse.get(path).status_code == 404
        assert (
            other.get(f"/api/v1/mentorships/{uuid4()}{suffix}").content == other.get(path).content
        )
        assert new_browser("10.0.0.7").get(path).status_code == 401
    with installed.reading() as session:
        look, report = session.exec(select(MentorVisit)).all()
        assert look.mentorship_id == report.mentorship_id == row.id
        assert row.id in (look.visitor, report.visitor)
        assert look.visitor != report.visitor


def test_another_site_makes_no_link_and_invites_nobody(ayse: Browser) -> None:
    for path, body in (("share-links", LINK), ("mentorships", {"email": "a@b.org", "shows": []})):
        foreign = {"sec-fetch-site": "cross-site"}
        assert ayse.post(f"/api/v1/{path}", json=body, headers=foreign).status_code == 403
