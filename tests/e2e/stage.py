"""Brings learners, through the services, to where a browser test begins; and turns back time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, delete, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.passwords import hash_password
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.content.library import library
from learnconnect_app.models import Attempt, AttemptItem, Item, PersonalizedPlan, RateLimit, User
from learnconnect_app.services.attempts import start_assessment, start_final, start_weekly_test
from learnconnect_app.services.content import variant_of
from learnconnect_app.services.draws import attempt_item
from learnconnect_app.services.items import live_items
from learnconnect_app.services.plans import complete_task
from learnconnect_app.services.sessions import open_session
from tests import journeys

PASSWORD = "a long sentence"
_HASH = hash_password(PASSWORD)
TRACK = "python"


class Stage:
    def __init__(self, database: Database) -> None:
        self._database = database

    def account(
        self, email: str, *, name: str, locale: str, timezone: str = "Europe/Istanbul"
    ) -> None:
        with self._database.transaction() as session:
            session.add(
                User(
                    email=email,
                    password_hash=_HASH,
                    display_name=name,
                    locale=locale,
                    timezone=timezone,
                    email_confirmed_at=_now(),
                    created_at=_now(),
                )
            )

    def session_token(self, email: str) -> str:
        """What a browser's cookie holds once it is signed in."""
        token = new_token()
        with self._database.transaction() as session:
            user = session.exec(select(User).where(User.email == email)).one()
            open_session(
                session,
                user_id=user.id,
                token_hash=token_hash(token),
                user_agent="browser test",
                now=_now(),
            )
        return token

    def plan(self, email: str, *, days: int = 0) -> None:
        """A four-week plan with its first days done."""
        with self._database.transaction() as session:
            user = session.exec(select(User).where(User.email == email)).one()
            plan = journeys.make_plan(session, user.id, curriculum=TRACK, now=_now())
            for _ in range(days):
                task = journeys.open_day(session, plan.id)
                assert task is not None
                complete_task(session, user_id=user.id, task_id=task.id, now=_now())

    def assessment(self, email: str) -> str:
        """A running initial assessment."""
        with self._database.transaction() as session:
            user = session.exec(select(User).where(User.email == email)).one()
            return str(start_assessment(session, user_id=user.id, curriculum_key=TRACK, now=_now()))

    def weekly_test(self, email: str) -> str:
        """A running test of the first week, whose days are all done."""
        self.plan(email, days=7)
        with self._database.transaction() as session:
            plan = self._plan(session, email)
            week = journeys.ready_week(session, plan.id)
            return str(
                start_weekly_test(session, user_id=plan.user_id, weekly_plan_id=week.id, now=_now())
            )

    def test_of(self, email: str, items: list[str]) -> str:
        """A running weekly test that asks these items by hand in place of its own."""
        attempt_id = UUID(self.weekly_test(email))
        with self._database.transaction() as session:
            session.exec(delete(AttemptItem).where(col(AttemptItem.attempt_id) == attempt_id))
            attempt = session.get_one(Attempt, attempt_id)
            for position, key in enumerate(items):
                topic = session.get_one(Item, key).topic_key
                live = live_items(session, [topic])[key]
                variant = variant_of(session, live.item, 0, library())
                session.add(attempt_item(attempt, position, live, variant, {topic: "any"}))
        return str(attempt_id)

    def failed_week(self, email: str, *, right: int = 15) -> str:
        """A first week whose test was failed; the test's id."""
        attempt_id = UUID(self.weekly_test(email))
        with self._database.transaction() as session:
            plan = self._plan(session, email)
            journeys.take_test(session, plan.user_id, attempt_id, right=right, now=_now())
        return str(attempt_id)

    def finished_plan(self, email: str, *, right: int) -> str:
        """A plan with so many right answers in the final; the final's id."""
        self.plan(email)
        with self._database.transaction() as session:
            plan = self._plan(session, email)
            journeys.reach_final(session, plan, now=_now())
            attempt_id = start_final(session, user_id=plan.user_id, plan_id=plan.id, now=_now())
            journeys.take_test(session, plan.user_id, attempt_id, right=right, now=_now())
            return str(attempt_id)

    def leave(self, attempt_id: str, *, seconds: int) -> None:
        """A running test has so much time left."""
        with self._database.transaction() as session:
            attempt = session.get_one(Attempt, UUID(attempt_id))
            attempt.deadline_at = _now() + timedelta(seconds=seconds)

    def forget_tries(self) -> None:
        """Nobody has tried to sign in, or register, too often: all tests share one address."""
        with self._database.transaction() as session:
            session.exec(delete(RateLimit))

    @staticmethod
    def _plan(session: Session, email: str) -> PersonalizedPlan:
        return session.exec(
            select(PersonalizedPlan)
            .join(User, col(User.id) == PersonalizedPlan.user_id)
            .where(User.email == email)
        ).one()


def _now() -> datetime:
    return datetime.now(UTC)
