"""Whatever a learner does with a study plan and in whichever order, its rules hold.

Hypothesis plays a learner on the real services: sessions done, half done and missed, answers good
and bad, sessions fixed, goals edited, absences, rests, changes taken back, days gone by.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_effects import TARGET_MASTERY
from learnconnect_app.models import Absence, LessonProgress, PlanChange, StudyPlan, StudySession
from learnconnect_app.services.absences import begin_absence, end_absence
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.lesson_progress import note_answers
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_changes import undo_change
from learnconnect_app.services.study_moves import move_session
from learnconnect_app.services.study_plans import pause_study_plan, resume_study_plan
from learnconnect_app.services.study_problems import Study, study_of
from learnconnect_app.services.study_replanning import Start, replan
from learnconnect_app.services.study_sessions import complete_session
from learnconnect_app.services.study_settling import settle_study_days
from tests.conftest import migrate
from tests.exams import COURSES, topics_of
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of

DAYS = 35
INDEX = st.integers(0, 10_000)
MINUTES = st.lists(st.sampled_from([0, 20, 45, 60, 90]), min_size=7, max_size=7)
TOPICS = [topic for course in COURSES for topic in topics_of(course)]


class StudyLife(RuleBasedStateMachine):
    def __init__(self, template: Path, folder: Path) -> None:
        super().__init__()
        self.path = folder / "study.db"
        shutil.copy(template, self.path)
        self.database = Database(f"sqlite:///{self.path}")
        self.now = NOW
        with self.transaction() as session:
            plan = session.exec(select(StudyPlan)).one()
            self.learner, self.plan_id = plan.user_id, plan.id
        self.past: dict[UUID, tuple[Any, ...]] = {}
        self.fixed: dict[UUID, date] = {}

    def teardown(self) -> None:
        self.database.dispose()
        self.path.unlink()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with self.database.transaction() as session:
            yield session

    @property
    def today(self) -> date:
        return MONDAY + (self.now - NOW)

    @property
    def named(self) -> dict[str, Any]:
        return {"user_id": self.learner, "now": self.now}

    def plan(self, session: Session) -> StudyPlan:
        return session.get_one(StudyPlan, self.plan_id)

    def open_today(self, session: Session) -> Sequence[StudySession]:
        return sessions_of(session, self.plan(session), day=self.today, status="planned")

    # ---- what a learner does -----------------------------------------------------------------

    @rule(days=st.sampled_from([1, 1, 1, 2, 6]))
    def days_go_by(self, days: int) -> None:
        planned = {}
        with self.transaction() as session:
            plan = self.plan(session)
            for row in sessions_of(session, plan, status="planned"):
                planned.setdefault(row.day, 0)
                planned[row.day] += row.minutes
        self.now += days * timedelta(days=1)
        with self.transaction() as session:
            missed = settle_study_days(session, **self.named)
            assert settle_study_days(session, **self.named) is None
            if missed is not None and missed.kind == "missed":
                today = sum(row.minutes for row in self.open_today(session))
                assert today <= planned.get(self.today, 0), "a missed day adds nothing"

    @rule(count=st.integers(1, 4), percent=st.sampled_from([100, 100, 100, 40]), index=INDEX)
    def study(self, count: int, percent: int, index: int) -> None:
        for _ in range(count):
            with self.transaction() as session:
                rows = self.open_today(session)
                if not rows or self.plan(session).status != "active":
                    return
                recall = ("forgotten", "hard", "good", "easy")[index % 4]
                complete_session(
                    session,
                    session_id=rows[0].id,
                    percent=percent,
                    recall=recall if rows[0].kind == "review" else "",
                    **self.named,
                )

    @rule(days=st.integers(1, 4))
    def keep_going(self, days: int) -> None:
        for _ in range(days):
            self.study(10, 100, 2)
            self.days_go_by(1)

    @rule(topic=st.sampled_from(TOPICS), right=st.integers(0, 5))
    def answer(self, topic: str, right: int) -> None:
        with self.transaction() as session:
            note_answers(session, counts={topic: (right, 5)}, **self.named)

    @rule(index=INDEX, days=st.integers(0, 10), start=st.sampled_from([None, 10 * 60, 18 * 60]))
    def move(self, index: int, days: int, start: int | None) -> None:
        """Drag a session to another day or time."""
        with self.transaction() as session:
            rows = sessions_of(session, self.plan(session), status="planned")
            if not rows:
                return
            row, day = rows[index % len(rows)], self.today + timedelta(days)
            facts = {"session_id": row.id, "version": row.version, "day": day, "start": start}
            try:
                moved = move_session(session, **facts, **self.named)
            except DomainError as refusal:
                session.rollback()
                assert refusal.code.startswith("move_") or refusal.code == "study_plan_resting"
                return
            session.refresh(row)
            assert row.day == day
            if moved:
                self.fixed[row.id] = day

    @rule(minutes=MINUTES, rest=st.sets(st.integers(0, 6), max_size=3))
    def edit_the_week(self, minutes: list[int], rest: set[int]) -> None:
        with self.transaction() as session:
            try:
                change_goal(
                    session,
                    plan_id=self.plan_id,
                    weekday_minutes=minutes,
                    rest_weekdays=rest,
                    **self.named,
                )
            except DomainError as refusal:
                session.rollback()
                assert refusal.code in ("minutes_none", "plan_not_active", "exam_past")

    @rule(topics=st.sets(st.sampled_from(TOPICS), max_size=4))
    def leave_topics_out(self, topics: set[str]) -> None:
        with self.transaction() as session:
            try:
                change_goal(session, plan_id=self.plan_id, excluded_topics=topics, **self.named)
            except DomainError as refusal:
                session.rollback()
                assert refusal.code in ("plan_not_active", "exam_past")

    @rule(ahead=st.integers(0, 3), days=st.sampled_from([None, 1, 5]))
    def go_away(self, ahead: int, days: int | None) -> None:
        first = self.today + timedelta(ahead)
        until = first + timedelta(days) if days else None
        with self.transaction() as session:
            try:
                begin_absence(
                    session, kind="vacation", from_day=first, until_day=until, **self.named
                )
            except DomainError as refusal:
                assert refusal.code == "absence_already"
            self.forget_unpinned(session)

    @rule()
    def come_back(self) -> None:
        with self.transaction() as session:
            end_absence(session, **self.named)

    @rule(days=st.integers(0, 4))
    def rest_for_days(self, days: int) -> None:
        named = {"plan_id": self.plan_id, "user_id": self.learner}
        with self.transaction() as session:
            if self.plan(session).status != "active":
                return
            pause_study_plan(session, **named, now=self.now)
        self.now += timedelta(days=days)
        with self.transaction() as session:
            resume_study_plan(session, **named, now=self.now)
            self.forget_unpinned(session)

    @rule()
    def take_back(self) -> None:
        with self.transaction() as session:
            changes = session.exec(
                select(PlanChange)
                .where(PlanChange.plan_id == self.plan_id, PlanChange.status == "applied")
                .order_by(col(PlanChange.number).desc())
            ).all()
            try:
                undo_change(session, change_id=changes[0].id, **self.named)
            except DomainError as refusal:
                assert refusal.code in ("change_final", "change_overtaken")
            self.forget_unpinned(session, is_undone=True)

    @rule(start=st.sampled_from([Start.TOMORROW, Start.TODAY]))
    def plan_twice(self, start: Start) -> None:
        """The second time there is no news."""
        with self.transaction() as session:
            user = locked_user(session, self.learner)
            facts = {"kind": "adapted", "reasons": [], "now": self.now, "start": start}
            replan(session, self.plan(session), user, **facts)
            assert replan(session, self.plan(session), user, **facts) is None

    # ---- what always holds -------------------------------------------------------------------

    def study_now(self, session: Session) -> Study:
        return study_of(session, self.plan(session), locked_user(session, self.learner), self.today)

    def forget_unpinned(self, session: Session, *, is_undone: bool = False) -> None:
        for session_id in list(self.fixed):
            row = session.get(StudySession, session_id)
            if row is None or not row.is_pinned:
                del self.fixed[session_id]
            elif is_undone:
                self.fixed[session_id] = row.day

    @invariant()
    def the_rules_hold(self) -> None:
        with self.transaction() as session:
            study = self.study_now(session)
            rows = sessions_of(session, study.plan)
            self.what_is_past_never_changes(rows)
            self.what_is_fixed_stays(rows)
            planned = [row for row in rows if row.status == "planned" and row.kind != "own"]
            nothing_is_planned_for_days_away(planned, session.exec(select(Absence)).all())
            if study.plan.status == "active":
                days_keep_within_their_minutes(planned, study)
                known = {
                    row.topic_key
                    for row in session.exec(select(LessonProgress))
                    if row.learned_depth > 0
                    or row.mastery >= TARGET_MASTERY
                    or row.studied_day == self.today
                }
                known |= {
                    row.topic_key
                    for row in rows
                    if row.status == "partly" and row.done_day == self.today
                }
                topics_come_after_what_they_need(planned, study, known)

    def what_is_past_never_changes(self, rows: Sequence[StudySession]) -> None:
        now = {
            row.id: (row.day, row.kind, row.topic_key, row.minutes, row.status, row.percent)
            for row in rows
            if row.status in ("done", "partly", "missed")
        }
        assert self.past.items() <= now.items()
        self.past = now

    def what_is_fixed_stays(self, rows: Sequence[StudySession]) -> None:
        days = {row.id: row.day for row in rows}
        assert all(days[session_id] == day for session_id, day in self.fixed.items())


def days_keep_within_their_minutes(planned: Sequence[StudySession], study: Study) -> None:
    used: defaultdict[date, int] = defaultdict(int)
    loose: set[date] = set()
    for row in planned:
        used[row.day] += row.minutes
        loose |= set() if row.is_pinned else {row.day}
    for day, minutes in used.items():
        number = (day - study.today).days
        assert 0 <= number < len(study.problem.days)
        if number and day in loose:
            assert minutes <= study.problem.days[number].available


def topics_come_after_what_they_need(
    planned: Sequence[StudySession], study: Study, known: set[str]
) -> None:
    requires = {lesson.key: lesson.requires for lesson in study.problem.lessons}
    first: dict[str, tuple[date, int]] = {}
    last: dict[str, tuple[date, int]] = {}
    pinned = {row.topic_key for row in planned if row.is_pinned}
    for row in planned:
        if row.kind == "new" and row.topic_key:
            first.setdefault(row.topic_key, (row.day, row.position))
            last[row.topic_key] = row.day, row.position
    for topic, begins in first.items():
        for needed in requires.get(topic, ()):
            is_free = not pinned & {topic, needed} and begins[0] > study.today
            if is_free and needed in requires and needed not in known:
                assert last[needed] < begins


def nothing_is_planned_for_days_away(
    planned: Sequence[StudySession], absences: Sequence[Absence]
) -> None:
    for row in planned:
        assert not any(
            each.until_day and each.from_day <= row.day < each.until_day for each in absences
        )


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database with a learner who has a plan for the small exam."""
    path = tmp_path_factory.mktemp("study") / "template.db"
    migrate(f"sqlite:///{path}")
    database = Database(f"sqlite:///{path}")
    with database.transaction() as session:
        a_study_plan(session, a_learner(session), days=DAYS, weekday_minutes=[60] * 7)
    database.dispose()
    return path


def test_the_rules_of_a_study_plan_hold(template: Path, tmp_path: Path) -> None:
    quick = settings(max_examples=10, stateful_step_count=15)
    chosen = settings.default if "HYPOTHESIS_PROFILE" in os.environ else quick
    run_state_machine_as_test(
        lambda: StudyLife(template, tmp_path),  # type: ignore[arg-type]
        settings=settings(chosen, deadline=None, suppress_health_check=[HealthCheck.too_slow]),
    )
