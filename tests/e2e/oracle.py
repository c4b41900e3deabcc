"""What a browser must not know, read from the database: answers, the ledger, what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    AuthSession,
    DailyTask,
    ItemVariant,
    PersonalizedPlan,
    User,
    WeeklyPlan,
    XPReward,
)


class Oracle:
    def __init__(self, database: Database) -> None:
        self._database = database

    def right_option(self, attempt_id: str, position: int) -> int:
        """Place on the screen of the right option."""
        with self._database.reading() as session:
            order, question = session.exec(
                select(AttemptItem.order, ItemVariant.question)
                .join(ItemVariant, col(ItemVariant.id) == AttemptItem.variant_id)
                .where(AttemptItem.attempt_id == UUID(attempt_id), AttemptItem.position == position)
            ).one()
        right = next(i for i, option in enumerate(question["options"]) if option.get("correct"))
        return list(order).index(right)

    def items_of(self, attempt_id: str) -> set[str]:
        """Variants of an attempt."""
        with self._database.reading() as session:
            found = session.exec(
                select(AttemptItem.variant_id).where(AttemptItem.attempt_id == UUID(attempt_id))
            )
            return {str(each) for each in found}

    def answers(self, attempt_id: str) -> dict[int, int]:
        """What was kept: position → place on the screen of the chosen option."""
        with self._database.reading() as session:
            items = session.exec(
                select(AttemptItem).where(
                    AttemptItem.attempt_id == UUID(attempt_id), col(AttemptItem.answer).is_not(None)
                )
            )
            return {each.position: each.order.index(each.answer) for each in items}

    def kept(self, attempt_id: str) -> list[Any]:
        """The answers as they are kept, in the author's numbering, by position."""
        with self._database.reading() as session:
            return list(
                session.exec(
                    select(AttemptItem.answer)
                    .where(AttemptItem.attempt_id == UUID(attempt_id))
                    .order_by(col(AttemptItem.position))
                )
            )

    def order(self, attempt_id: str, position: int) -> list[int]:
        """What of the author's stands at each place of the screen."""
        with self._database.reading() as session:
            return list(
                session.exec(
                    select(AttemptItem.order).where(
                        AttemptItem.attempt_id == UUID(attempt_id), AttemptItem.position == position
                    )
                ).one()
            )

    def attempt(self, attempt_id: str) -> Attempt:
        with self._database.reading() as session:
            return session.get_one(Attempt, UUID(attempt_id))

    def attempts(self, email: str) -> list[Attempt]:
        with self._database.reading() as session:
            return list(
                session.exec(
                    select(Attempt)
                    .join(User, col(User.id) == Attempt.user_id)
                    .where(User.email == email)
                    .order_by(col(Attempt.started_at))
                )
            )

    def xp(self, email: str) -> int:
        """Sum of the ledger."""
        with self._database.reading() as session:
            amounts = session.exec(
                select(XPReward.amount)
                .join(User, col(User.id) == XPReward.user_id)
                .where(User.email == email)
            )
            return sum(amounts)

    def paid(self, email: str, reward_type: str) -> int:
        """How many times something was paid for."""
        with self._database.reading() as session:
            return session.exec(
                select(func.count())
                .select_from(XPReward)
                .join(User, col(User.id) == XPReward.user_id)
                .where(User.email == email, XPReward.reward_type == reward_type)
            ).one()

    def plan_status(self, email: str) -> str:
        with self._database.reading() as session:
            return session.exec(self._plan(email)).one().status

    def days_done(self, email: str) -> int:
        with self._database.reading() as session:
            plan = session.exec(self._plan(email)).one()
            return len(self._days(session, plan, "completed"))

    def failures(self, email: str) -> int:
        """Failed attempts at the tests of all weeks."""
        with self._database.reading() as session:
            plan = session.exec(self._plan(email)).one()
            weeks = session.exec(select(WeeklyPlan).where(WeeklyPlan.plan_id == plan.id))
            return sum(week.failed_attempts for week in weeks)

    def sessions(self, email: str) -> int:
        """Browsers that are signed in."""
        with self._database.reading() as session:
            found = select(AuthSession).join(User, col(User.id) == AuthSession.user_id)
            return len(session.exec(found.where(User.email == email)).all())

    @staticmethod
    def _plan(email: str) -> SelectOfScalar[PersonalizedPlan]:
        return (
            select(PersonalizedPlan)
            .join(User, col(User.id) == PersonalizedPlan.user_id)
            .where(User.email == email)
        )

    @staticmethod
    def _days(session: Session, plan: PersonalizedPlan, status: str) -> Sequence[DailyTask]:
        return session.exec(
            select(DailyTask)
            .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
            .where(WeeklyPlan.plan_id == plan.id, DailyTask.status == status)
        ).all()
