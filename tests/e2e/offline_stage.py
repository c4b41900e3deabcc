"""A learner whose network can go: what their day holds, and the page they have then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session, col, select

from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import Item, ItemVariant, Mistake, Operation, StudySession, User
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import Screen
from tests.e2e.wired import Wired, wait_until_kept
from tests.study_factories import a_session, a_study_plan, lessons_of

ZONE = "Europe/Istanbul"
OF_A_CUT_CABLE = (
    "WebSocket connection|ERR_(EMPTY|CONNECTION|FAILED|SOCKET|NETWORK|INTERNET)"
    "|error occurred when fetching the script"  # the worker's, asked for when nobody answers
)


@pytest.fixture(scope="module")
def wired(app: App) -> Iterator[Wired]:
    wired = Wired(app)
    with wired.cable:
        wired.start()
        yield wired
        wired.stop()


@pytest.fixture
def learner(app: App, wired: Wired, browser: Browser) -> Iterator[Learner]:
    wired.cable.mend()
    learner = Learner(replace(app, url=wired.url), browser)
    learner.expects(OF_A_CUT_CABLE)
    yield learner
    for context in learner.contexts:
        context.close()
    assert learner.complaints == []


@dataclass
class Day:
    """Two sessions of today, of 40 and of 10 minutes, and mistakes that are due."""

    app: App
    email: str
    sessions: list[UUID]

    def row(self, number: int = 0) -> StudySession:
        with self.app.database.reading() as session:
            return session.get_one(StudySession, self.sessions[number])

    def operations(self) -> list[Operation]:
        """What arrived, in the order it was done."""
        with self.app.database.reading() as session:
            mine = select(Operation).where(col(Operation.user_id) == self.user(session).id)
            return list(session.exec(mine.order_by(col(Operation.done_at))))

    def reviewed(self) -> int:
        """Mistakes that were answered again."""
        with self.app.database.reading() as session:
            mine = select(Mistake).where(Mistake.user_id == self.user(session).id)
            day = study_day(datetime.now(UTC), ZONE)
            return sum(mistake.due_day > day for mistake in session.exec(mine))

    @property
    def owner(self) -> UUID:
        with self.app.database.reading() as session:
            return self.user(session).id

    def user(self, session: Session) -> User:
        return session.exec(select(User).where(User.email == self.email)).one()


@pytest.fixture
def day(app: App, learner: Learner) -> Day:
    return a_day(app, learner)


def a_day(app: App, learner: Learner, language: str = "en") -> Day:
    learner.has_account(language=language)
    now = datetime.now(UTC)
    with app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        today = study_day(now, ZONE)
        plan = a_study_plan(session, user, exam_day=today + timedelta(days=120), now=now)
        lessons = list(lessons_of(session)[1:3])
        rows = [
            a_session(session, plan, lesson, day=today, position=number, minutes=minutes)
            for number, (lesson, minutes) in enumerate(zip(lessons, (40, 10), strict=True))
        ]
        session.add_all(due_mistakes(session, user, today))
        return Day(app, learner.email, [row.id for row in rows])


def due_mistakes(session: Session, user: User, today: date) -> list[Mistake]:
    """Two, without the test they come from: that would have the plan made again."""
    found = session.exec(
        select(Item, ItemVariant)
        .join(ItemVariant, col(ItemVariant.item_key) == Item.key)
        .where(Item.kind == "choice", col(Item.is_template).is_(False))
        .order_by(col(Item.key))
        .limit(2)
    ).all()
    return [
        Mistake(
            user_id=user.id,
            item_key=item.key,
            topic_key=item.topic_key,
            variant_id=variant.id,
            stability=1.0,
            difficulty=5.0,
            reviewed_day=today - timedelta(days=2),
            due_day=today,
            created_at=datetime.now(UTC),
        )
        for item, variant in found
    ]


class OfflineScreen(Screen):
    path = "/offline"

    def expect_ready(self) -> None:
        expect(self.by("offline-page")).to_have_attribute("data-owner", "known")

    def expect_waiting(self, count: int) -> None:
        if count:
            expect(self.by("waiting-acts")).to_contain_text(re.compile(rf"\b({count}|One|bir)\b"))
        else:
            expect(self.by("waiting-acts")).to_have_count(0)

    def open_session(self, session_id: UUID) -> None:
        self.page.locator(f"main li a[href='#session-{session_id}']").click()
        self.by("offline-work").wait_for()

    def complete(self) -> None:
        self.by("complete-session").click()
        self.by("offline-done").wait_for()

    def write(self, notes: str) -> None:
        self.by("notes").fill(notes)
        expect(self.by("notes-state")).to_have_attribute("data-saved", "true")

    def to_today(self) -> None:
        self.by("to-today").click()
        self.by("offline-hero").wait_for()


def prepared(learner: Learner, **visit: str) -> Page:
    """A page whose device is ready to be without a network."""
    page = learner.signed_in(**visit)
    page.goto("/home")
    wait_until_kept(page)
    return page


def cut(page: Page, wired: Wired, address: str = "/home") -> OfflineScreen:
    """The network is gone, and the learner opens a page."""
    wired.cable.cut()
    page.goto(address)
    expect(page).to_have_url(re.compile(r"/offline\?from="))
    screen = OfflineScreen(page)
    screen.expect_ready()
    return screen
