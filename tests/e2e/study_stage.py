"""Learners with a study plan, its tests and mistakes, for browser tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from playwright.sync_api import Page
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import User
from learnconnect_app.services.mocks import start_mock
from learnconnect_app.services.quizzes import start_practice, start_quiz
from tests.journeys import take_test
from tests.study_factories import a_study_plan

Start = Callable[[Session, User], UUID]
MODULE, TOPIC = "tyt-mat-sayilar", "tyt-trk-sozcuk-anlami"
EXAM, SITTING, SCORE = "driving-theory", "driving-e-exam", "theory"


class StudyStage:
    def __init__(self, database: Database, email: str) -> None:
        self._database, self._email = database, email

    def plan(self, *, curriculum: str = "yks", score: str = "say") -> None:
        with self._database.transaction() as session:
            a_study_plan(
                session, self._user(session), curriculum=curriculum, score=score, now=now()
            )

    def quiz(self) -> str:
        """A running quiz."""
        return self._started(
            lambda session, user: start_quiz(session, user_id=user.id, module_key=MODULE, now=now())
        )

    def mock(self) -> str:
        """A running mock of the exam with the fewest items."""
        return self._started(
            lambda session, user: start_mock(
                session, user_id=user.id, test_key=SITTING, is_whole=True, now=now()
            )
        )

    def mistakes(self, *, days_ago: int = 2) -> None:
        """Six items by hand that were wrong some days ago."""
        then = now() - timedelta(days=days_ago)
        with self._database.transaction() as session:
            user = self._user(session)
            attempt_id = start_practice(session, user_id=user.id, topic_key=TOPIC, now=then)
            take_test(session, user.id, attempt_id, right=0, now=then)

    def submitted(self, attempt_id: str, *, right: int) -> None:
        with self._database.transaction() as session:
            take_test(session, self._user(session).id, UUID(attempt_id), right=right, now=now())

    def _started(self, start: Start) -> str:
        with self._database.transaction() as session:
            return str(start(session, self._user(session)))

    def _user(self, session: Session) -> User:
        return session.exec(select(User).where(User.email == self._email)).one()


def answer_somehow(page: Page) -> None:
    """Give the question in sight some answer, whatever its kind."""
    kind = page.get_by_test_id("question").get_attribute("data-kind")
    if kind == "order":
        page.get_by_test_id("keep-order").click()
    elif kind == "match":
        for place in range(page.locator("[data-testid^=match-]").count()):
            page.get_by_test_id(f"match-{place}").select_option(index=place + 1)
    elif kind in ("choice", "several"):
        page.get_by_test_id("option-0").click()
    else:
        page.get_by_test_id("answer").fill("3")


def now() -> datetime:
    return datetime.now(UTC)
